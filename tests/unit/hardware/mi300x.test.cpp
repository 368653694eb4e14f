// SPDX-License-Identifier: BSL-1.0
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/op/op.hpp>
#include <roofline/query/questions.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

TEST_CASE("MI300X: rates") {
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::mi300x) == 1307.4_TFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16, fp32, sparse_2_4>>(hw::mi300x) == 2614.9_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::mi300x) == 2614.9_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::mi300x) == 2614.9_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8, fp32, sparse_2_4>>(hw::mi300x) == 5229.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8, i32, sparse_2_4>>(hw::mi300x) == 5229.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::mi300x) == 653.7_TFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32, fp32, sparse_2_4>>(hw::mi300x) == 1307.4_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp32>>(hw::mi300x) == 163.4_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp64>>(hw::mi300x) == 163.4_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp64>>(hw::mi300x) == 81.7_TFLOPS);
    STATIC_CHECK(rate<board_power>(hw::mi300x) == 750_W);
}

TEST_CASE("MI300X: memory, not rounded down") {
    STATIC_CHECK(rate<memory<dram>>(hw::mi300x) == 5325_GBps);
    STATIC_CHECK(near(rate<memory<dram>>(hw::mi300x), 5.3_TBps, 0.005));
    STATIC_CHECK(rate<memory<llc>>(hw::mi300x).value() == 128 * 64 * 2.1e9);
    STATIC_CHECK(capacity<memory<llc>>(hw::mi300x) == 256_MiB);
    STATIC_CHECK(capacity<memory<dram>>(hw::mi300x) == 192_GB);
    STATIC_CHECK(near(ridge<matrix_math<bf16>>(hw::mi300x), 245.5_FLOPpB, 1e-3));
    STATIC_CHECK(near(ridge<matrix_math<bf16>, memory<llc>>(hw::mi300x), 76.0_FLOPpB, 1e-3));
}

TEST_CASE("MI300X: the sum of seven links, one to each of the others") {
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::mi300x) == 8);
    STATIC_CHECK(rate<interconnect<scale_up>>(hw::mi300x) == 7.0 * 64_GBps);
    CHECK(source<interconnect<scale_up>>(hw::mi300x).source().find("64 GB/s a direction") != std::string_view::npos);
}

TEST_CASE("MI300X: units x rate x clock") {
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::mi300x, 2048, 2100));
    STATIC_CHECK(clocks_agree<matrix_math<fp8>>(hw::mi300x, 4096, 2100));
    STATIC_CHECK(clocks_agree<matrix_math<tf32>>(hw::mi300x, 1024, 2100));
    STATIC_CHECK(clocks_agree<vector_math<fp32>>(hw::mi300x, 256, 2100));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::mi300x) == peak(304, 16, 2100));
}

TEST_CASE("transcendental functions share the vector units' time on MI300X, and on NVIDIA's devices do not") {
    constexpr auto kernel =
        op(demand<vector_math<fp32>>(163.4_TFLOP), demand<special_math<special::exp2>>(10'214'400_MFLOP));
    STATIC_CHECK(near(min_time(kernel, hw::mi300x), 2_s, 1e-12));
    STATIC_CHECK(min_time(kernel, hw::h100_sxm) < 2.5_s);  // 163.4 / 66.9 and 10.2144 / 4.18176, side by side
}
