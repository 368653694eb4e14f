// SPDX-License-Identifier: BSL-1.0
// RTX A6000 and A40 (GA102), the four A100s (GA100).
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/op/product/matmul.hpp>
#include <roofline/query/place.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

namespace {
constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 128, 128>{}, tensor<fp8_e4m3, 128, 128>{});
constexpr auto in_bf16 = matmul(tensor<bf16, 128, 128>{}, tensor<bf16, 128, 128>{});
constexpr auto in_i1 = matmul(tensor<i1, 128, 128>{}, tensor<i1, 128, 128>{}, out<i32>);
}  // namespace

TEST_CASE("RTX A6000: 154.8 TFLOPS in bf16 with either accumulator, and not the L40's 181") {
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::a6000) == 154.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::a6000) == 154.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16>>(hw::a6000) == 154.8_TFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16, fp32, sparse_2_4>>(hw::a6000) == 309.6_TFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::a6000) == 77.4_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::a6000) == 309.7_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i4>>(hw::a6000) == 619.3_TFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::a6000) == 768_GBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::a6000) == 48_GB);
    STATIC_CHECK(capacity<memory<llc>>(hw::a6000) == 6_MiB);
    STATIC_CHECK(rate<interconnect<scale_up>>(hw::a6000) == 56.25_GBps);
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::a6000) == 2);
    STATIC_CHECK(near(ridge<matrix_math<bf16>>(hw::a6000), 201.5625_FLOPpB, 1e-12));
}

TEST_CASE("A40: the same chip at 1740 MHz") {
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::a40) == 149.7_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16>>(hw::a40) == 149.7_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i4, i32, sparse_2_4>>(hw::a40) == 1197.4_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp16>>(hw::a40) == 37.4_TFLOPS);
    STATIC_CHECK(rate<vector_math<bf16>>(hw::a40) == 37.4_TFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::a40) == 696_GBps);
    STATIC_CHECK(capacity<memory<llc>>(hw::a40) == 6_MiB);
    STATIC_CHECK(compute_units(hw::a40) == compute_units(hw::a6000));
}

TEST_CASE("GA102: units x rate x clock") {
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::a6000, 1024, 1800));
    STATIC_CHECK(clocks_agree<matrix_math<i4>>(hw::a6000, 4096, 1800));
    STATIC_CHECK(clocks_agree<vector_math<fp32>>(hw::a6000, 256, 1800));
    STATIC_CHECK(near(64.0 * rate<vector_math<fp64>>(hw::a6000), rate<vector_math<fp32>>(hw::a6000), 0.003));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::a6000) == peak(84, 16, 1800));
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::a40, 1024, 1740));
    STATIC_CHECK(clocks_agree<matrix_math<i8>>(hw::a40, 2048, 1740));
    STATIC_CHECK(clocks_agree<vector_math<fp32>>(hw::a40, 256, 1740));
    STATIC_CHECK(rate<special_math<special::tanh>>(hw::a40) == peak(84, 16, 1740));
}

TEST_CASE("A100: four boards, four bandwidths or capacities") {
    STATIC_CHECK(rate<memory<dram>>(hw::a100_pcie_40gb) == 1555_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::a100_sxm_40gb) == 1555_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::a100_pcie_80gb) == 1935_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::a100_sxm_80gb) == 2039_GBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::a100_pcie_40gb) == 40_GB);
    STATIC_CHECK(capacity<memory<dram>>(hw::a100_sxm_40gb) == 40_GB);
    STATIC_CHECK(capacity<memory<dram>>(hw::a100_pcie_80gb) == 80_GB);
    STATIC_CHECK(capacity<memory<dram>>(hw::a100_sxm_80gb) == 80_GB);
    STATIC_CHECK(rate<board_power>(hw::a100_pcie_40gb) == 250_W);
    STATIC_CHECK(rate<board_power>(hw::a100_sxm_40gb) == 400_W);
    STATIC_CHECK(rate<board_power>(hw::a100_pcie_80gb) == 300_W);
    STATIC_CHECK(rate<board_power>(hw::a100_sxm_80gb) == 400_W);
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::a100_pcie_80gb) == 2);
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::a100_sxm_80gb) == 8);
    STATIC_CHECK(near(ridge<matrix_math<bf16>>(hw::a100_pcie_80gb), 161.24_FLOPpB, 1e-4));
}

TEST_CASE("A100: one chip") {
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::a100_sxm_40gb) == 312_TFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::a100_sxm_40gb) == 156_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp64>>(hw::a100_sxm_40gb) == 19.5_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::a100_pcie_40gb) == 624_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i4>>(hw::a100_pcie_40gb) == 1248_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i1>>(hw::a100_pcie_80gb) == 4992_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i4, i32, sparse_2_4>>(hw::a100_pcie_80gb) == 2496_TFLOPS);
    STATIC_CHECK(capacity<memory<llc>>(hw::a100_sxm_80gb) == 40_MiB);
    STATIC_CHECK(rate<memory<llc>>(hw::a100_sxm_80gb).value() == 5120 * 1410e6);
    STATIC_CHECK(rate<memory<shared>>(hw::a100_sxm_80gb).value() == 108 * 128 * 1410e6);
}

TEST_CASE("A100: outside the matrix units, bf16 is half of fp16") {
    STATIC_CHECK(rate<vector_math<fp16>>(hw::a100_sxm_80gb) == 78_TFLOPS);
    STATIC_CHECK(rate<vector_math<bf16>>(hw::a100_sxm_80gb) == 39_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp32>>(hw::a100_sxm_80gb) == 19.5_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp64>>(hw::a100_sxm_80gb) == 9.7_TFLOPS);
    STATIC_CHECK(rate<vector_math<i32>>(hw::a100_sxm_80gb) == 19.5_TFLOPS);
}

TEST_CASE("A100: units x rate x clock") {
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::a100_sxm_80gb, 2048, 1410));
    STATIC_CHECK(clocks_agree<matrix_math<tf32>>(hw::a100_sxm_80gb, 1024, 1410));
    STATIC_CHECK(clocks_agree<matrix_math<i8>>(hw::a100_sxm_80gb, 4096, 1410));
    STATIC_CHECK(clocks_agree<vector_math<fp32>>(hw::a100_sxm_80gb, 128, 1410));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::a100_sxm_80gb) == peak(108, 16, 1410));
}

TEST_CASE("Ampere multiplies in one bit, but not in fp8") {
    STATIC_CHECK(placeable<decltype(in_bf16), decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(placeable<decltype(in_i1), decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(!placeable<decltype(in_fp8), decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(!placeable<decltype(in_fp8), decltype(hw::a100_pcie_40gb)>);
    STATIC_CHECK(!placeable<decltype(in_fp8), decltype(hw::a6000)>);
    STATIC_CHECK(!placeable<decltype(in_fp8), decltype(hw::a40)>);
    STATIC_CHECK(placeable<decltype(in_fp8), decltype(hw::h100_sxm)>);
}

TEST_CASE("what is known at second hand says so") {
    STATIC_CHECK(source<memory<dram>>(hw::a100_pcie_40gb).kind == evidence::secondary);
    STATIC_CHECK(source<memory<dram>>(hw::a100_sxm_40gb).kind == evidence::quoted);
    STATIC_CHECK(source<memory<llc>>(hw::a100_sxm_40gb).kind == evidence::derived);
    STATIC_CHECK(source<memory<dram>>(hw::a6000).kind == evidence::datasheet);
    STATIC_CHECK(source<vector_math<fp64>>(hw::a6000).kind == evidence::derived);
}
