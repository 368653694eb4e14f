// SPDX-License-Identifier: BSL-1.0
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

TEST_CASE("RTX 4090: fp32 accumulation halves fp16 and fp8") {
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::rtx_4090) == 165.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16>>(hw::rtx_4090) == 330.3_TFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::rtx_4090) == 165.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::rtx_4090) == 330.3_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8, fp16>>(hw::rtx_4090) == 660.6_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8, fp32, sparse_2_4>>(hw::rtx_4090) == 660.6_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8, fp16, sparse_2_4>>(hw::rtx_4090) == 1321.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16, sparse_2_4>>(hw::rtx_4090) == 660.6_TFLOPS);
    STATIC_CHECK(near(ridge<matrix_math<fp16>>(hw::rtx_4090), 163.9_FLOPpB, 1e-3));
    STATIC_CHECK(near(ridge<matrix_math<fp16, fp16>>(hw::rtx_4090), 327.7_FLOPpB, 1e-3));
}

TEST_CASE("RTX 4090: the rest") {
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::rtx_4090) == 82.6_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::rtx_4090) == 660.6_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i4>>(hw::rtx_4090) == 1321.2_TFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::rtx_4090) == 1008_GBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::rtx_4090) == 24_GB);
    STATIC_CHECK(capacity<memory<llc>>(hw::rtx_4090) == 72_MiB);
    STATIC_CHECK(rate<board_power>(hw::rtx_4090) == 450_W);
    STATIC_CHECK(!publishes<interconnect<scale_up>, decltype(hw::rtx_4090)>);
}

TEST_CASE("RTX 4090: units x rate x clock") {
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::rtx_4090, 512, 2520));
    STATIC_CHECK(clocks_agree<matrix_math<fp16, fp16>>(hw::rtx_4090, 1024, 2520));
    STATIC_CHECK(clocks_agree<matrix_math<i4>>(hw::rtx_4090, 4096, 2520));
    STATIC_CHECK(clocks_agree<vector_math<fp32>>(hw::rtx_4090, 256, 2520));
    STATIC_CHECK(near(64.0 * rate<vector_math<fp64>>(hw::rtx_4090), rate<vector_math<fp32>>(hw::rtx_4090), 0.003));
    STATIC_CHECK(rate<special_math<special::sin>>(hw::rtx_4090) == peak(128, 16, 2520));
}
