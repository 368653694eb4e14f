// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace {
template<class T>
constexpr double bits_an_element = 8 * footprint(tensor<pruned_2_4<T>, 64, 1024>{}).value() / (64 * 1024);
}

TEST_CASE("half of a pruned tensor is stored, and where it stood") {
    // PTX ISA, mma.sp: of four elements two, 2 bit each; of 4-bit elements two pairs of four; tf32: one of two, 4 bit.
    STATIC_CHECK(bits_an_element<fp16> == 9);
    STATIC_CHECK(bits_an_element<bf16> == 9);
    STATIC_CHECK(bits_an_element<fp8_e4m3> == 5);
    STATIC_CHECK(bits_an_element<i8> == 5);
    STATIC_CHECK(bits_an_element<i4> == 2.5);
    STATIC_CHECK(bits_an_element<fp4_e2m1> == 2.5);
    STATIC_CHECK(bits_an_element<tf32> == 18);
    STATIC_CHECK(pruned_2_4<bf16>::name == "pruned_2_4<bf16>");
    STATIC_CHECK(!real_dtype<pruned_2_4<i8>> && real_dtype<pruned_2_4<fp8_e4m3>>);
    // The last block of a column is stored whole.
    STATIC_CHECK(weight_footprint(tensor<pruned_2_4<bf16>, 5, 3>{}) == 3 * 2 * 36_bit);
}

TEST_CASE("a pruned weight runs at the sparse rate, which is twice the dense one on an A100") {
    constexpr tensor<fp16, 8192, 8192> x;
    constexpr tensor<fp16, 8192, 8192> dense_weight;
    constexpr tensor<pruned_2_4<fp16>, 8192, 8192> pruned;
    constexpr auto plain = matmul(x, dense_weight);
    constexpr auto sparse = matmul(x, pruned);
    STATIC_CHECK(work(sparse) == work(plain));
    STATIC_CHECK(demand_on<matrix_math<fp16, fp32, sparse_2_4>>(sparse) == work(plain));
    STATIC_CHECK(compute_bound(sparse, hw::a100_sxm_80gb));
    STATIC_CHECK(speedup(plain, sparse, hw::a100_sxm_80gb) == 2);
    STATIC_CHECK(demand_on<matrix_math<fp16>>(matmul(x, pruned, math<fp16>)) == work(plain));  // widened on load
    STATIC_CHECK(demand_on<matrix_math<fp16, fp32, sparse_2_4>>(matmul(x, dense_weight, math<fp16, fp32, sparse_2_4>)) ==
                 work(plain));
    STATIC_CHECK(demand_on<matrix_math<bf16, fp32, sparse_2_4>>(matmul(tensor<bf16, 8, 64>{}, tensor<pruned_2_4<i4>, 64, 8>{})) ==
                 2 * 8 * 64 * 8 * 1_FLOP);
}

TEST_CASE("a machine without a sparse rate refuses") {
    using product = decltype(matmul(tensor<bf16, 8, 64>{}, tensor<pruned_2_4<bf16>, 64, 8>{}));
    STATIC_CHECK(placeable<product, decltype(hw::a100_sxm_80gb)>);
    constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(1_TFLOPS, datasheet("x")),
                                        ceiling<memory<dram>>(1_TBps, datasheet("x")));
    STATIC_CHECK(!placeable<product, decltype(npu)>);
}
