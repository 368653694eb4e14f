// SPDX-License-Identifier: BSL-1.0
// H100 SXM and H200 SXM (GH100).
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

namespace {
constexpr bool both(auto holds) { return holds(hw::h100_sxm) && holds(hw::h200_sxm); }
}  // namespace

TEST_CASE("H100 and H200 SXM: one chip, unrounded and dense") {
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<bf16>>(m) == 989.4_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<fp16, fp16>>(m) == 989.4_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<fp8>>(m) == 1978.9_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<i8>>(m) == 1978.9_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<fp8, fp32, sparse_2_4>>(m) == 3957.8_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<tf32>>(m) == 494.7_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<matrix_math<fp64>>(m) == 66.9_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<vector_math<fp32>>(m) == 66.9_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<vector_math<fp64>>(m) == 33.5_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<vector_math<i32>>(m) == 33.5_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<vector_math<fp16>>(m) == 133.8_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return rate<vector_math<bf16>>(m) == 133.8_TFLOPS; }));
    STATIC_CHECK(both([](const auto& m) { return capacity<memory<llc>>(m) == 50_MiB; }));
    STATIC_CHECK(both([](const auto& m) { return capacity<memory<shared>>(m) == 228_KiB; }));
    STATIC_CHECK(both([](const auto& m) { return rate<interconnect<scale_up>>(m) == 450_GBps; }));
    STATIC_CHECK(both([](const auto& m) { return compute_units(m) == 132; }));
}

TEST_CASE("H100 and H200 SXM: two memories") {
    STATIC_CHECK(rate<memory<dram>>(hw::h100_sxm) == 3352_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::h200_sxm) == 4.8_TBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::h100_sxm) == 80_GB);
    STATIC_CHECK(capacity<memory<dram>>(hw::h200_sxm) == 141_GB);
    STATIC_CHECK(near(ridge<matrix_math<bf16>>(hw::h100_sxm), 295.2_FLOPpB, 1e-3));
    STATIC_CHECK(near(ridge<matrix_math<fp8>>(hw::h100_sxm), 590.4_FLOPpB, 1e-3));
    STATIC_CHECK(near(ridge<matrix_math<bf16>>(hw::h200_sxm), 206.1_FLOPpB, 1e-3));
}

TEST_CASE("Hopper: matrix rates are of 1830 MHz, the others of 1980") {
    STATIC_CHECK(both([](const auto& m) { return clocks_agree<matrix_math<bf16>>(m, 4096, 1830); }));
    STATIC_CHECK(both([](const auto& m) { return clocks_agree<matrix_math<fp8>>(m, 8192, 1830); }));
    STATIC_CHECK(both([](const auto& m) { return !clocks_agree<matrix_math<bf16>>(m, 4096, 1980); }));
    STATIC_CHECK(both([](const auto& m) { return clocks_agree<matrix_math<fp64>>(m, 256, 1980); }));
    STATIC_CHECK(both([](const auto& m) { return clocks_agree<vector_math<fp32>>(m, 256, 1980); }));
    STATIC_CHECK(both([](const auto& m) { return rate<special_math<special::exp2>>(m) == peak(132, 16, 1980); }));
    STATIC_CHECK(both([](const auto& m) { return rate<memory<shared>>(m).value() == 132 * 128 * 1980e6; }));
}

TEST_CASE("Hopper has neither fp4 nor i4 instructions, and NVIDIA gives no bandwidth of its L2") {
    STATIC_CHECK(both([](const auto& m) { return !publishes<matrix_math<fp4>, std::remove_cvref_t<decltype(m)>>; }));
    STATIC_CHECK(both([](const auto& m) { return !publishes<matrix_math<i4>, std::remove_cvref_t<decltype(m)>>; }));
    STATIC_CHECK(both([](const auto& m) { return !publishes<memory<llc>, std::remove_cvref_t<decltype(m)>>; }));
}
