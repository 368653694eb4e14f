// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/dtype/gguf.hpp>
#include <roofline/tensor.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

// The width of every format, from the documents that define it, stated again here and not read out of the header.

namespace {

/// Bits of 2^22 elements in rows of 65536 = 2^16 columns and 2^6 rows, a shape in which most blocks are complete, but for
/// what is stored once a tensor. `once` is that: nvfp4 has one fp32 for the tensor.
template<class T>
constexpr double bits_an_element(std::int64_t once = 0) {
    constexpr tensor<T, 128, 65536> x;
    return (8 * footprint(x).value() - static_cast<double>(once)) / static_cast<double>(elements(x));
}

}  // namespace

TEST_CASE("plain formats are as wide as they say, and tf32 is stored in 32 bits") {
    STATIC_CHECK(bits_an_element<fp64>() == 64);  // IEEE 754
    STATIC_CHECK(bits_an_element<fp32>() == 32);  // IEEE 754
    STATIC_CHECK(bits_an_element<tf32>() == 32);  // 19 significant bits in a 32-bit word
    STATIC_CHECK(bits_an_element<bf16>() == 16);
    STATIC_CHECK(bits_an_element<fp16>() == 16);  // IEEE 754
    STATIC_CHECK(bits_an_element<fp8>() == 8);
    STATIC_CHECK(bits_an_element<fp8_e4m3>() == 8);  // OCP OFP8
    STATIC_CHECK(bits_an_element<fp8_e5m2>() == 8);  // OCP OFP8
    STATIC_CHECK(bits_an_element<fp8_e4m3fnuz>() == 8);
    STATIC_CHECK(bits_an_element<fp8_e8m0>() == 8);
    STATIC_CHECK(bits_an_element<fp6_e3m2>() == 6);
    STATIC_CHECK(bits_an_element<fp6_e2m3>() == 6);
    STATIC_CHECK(bits_an_element<fp4_e2m1>() == 4);
    STATIC_CHECK(bits_an_element<i64>() == 64);
    STATIC_CHECK(bits_an_element<i32>() == 32);
    STATIC_CHECK(bits_an_element<i8>() == 8);  // two's complement
    STATIC_CHECK(bits_an_element<i4>() == 4);  // two's complement
    STATIC_CHECK(bits_an_element<i1>() == 1);
}

TEST_CASE("microscaling formats are 8 bits a block of 32 wider than their elements") {
    // OCP MX v1.0: block_size 32, scale_bits 8
    STATIC_CHECK(bits_an_element<mxfp8_e4m3>() == 8.25);
    STATIC_CHECK(bits_an_element<mxfp8_e5m2>() == 8.25);
    STATIC_CHECK(bits_an_element<mxfp6_e3m2>() == 6.25);
    STATIC_CHECK(bits_an_element<mxfp6_e2m3>() == 6.25);
    STATIC_CHECK(bits_an_element<mxfp4>() == 4.25);
    STATIC_CHECK(bits_an_element<mxint8>() == 8.25);
}

TEST_CASE("nvfp4 has 8 bits a block of 16 and 32 bits a tensor") {
    STATIC_CHECK(bits_an_element<nvfp4>(32) == 4.5);
    STATIC_CHECK(footprint(tensor<nvfp4, 16>{}) == 8_B + 1_B + 4_B);
    STATIC_CHECK(footprint(tensor<nvfp4, 16, 16>{}) == 16.0 * 9_B + 4_B);  // the 4 byte once a tensor, not a row
}

TEST_CASE("scaled fp8 formats") {
    STATIC_CHECK(bits_an_element<fp8_per_tensor>(32) == 8);
    STATIC_CHECK(bits_an_element<fp8_per_row>() == 8 + 32.0 / 65536);    // 8 + 32/K
    STATIC_CHECK(bits_an_element<fp8_block128>() == 8.001953125);        // README_WEIGHTS.md of DeepSeek-V3
    STATIC_CHECK(bits_an_element<fp8_tile128>() == 8.25);                // act_quant of the same
    STATIC_CHECK(bits_an_element<fp8_tile128_e8m0>() == 8.0625);         // scales packed as UE8M0 bytes
}

TEST_CASE("a row of fp8 with one scale is 32 bits longer at any length") {
    STATIC_CHECK(footprint(tensor<fp8_per_row, 7168>{}) == 7168_B + 4_B);
    STATIC_CHECK(footprint(tensor<fp8_per_row, 3, 5>{}) == 3.0 * (5_B + 4_B));
    STATIC_CHECK(footprint(tensor<fp8_per_row, 1, 1>{}) == 5_B);
    STATIC_CHECK(footprint(tensor<fp8_per_row, dyn, dyn>{3, 5}) == 3.0 * (5_B + 4_B));
    // As a weight (K,N) it has a scale for each of the N output channels.
    STATIC_CHECK(weight_footprint(tensor<fp8_per_row, 3, 5>{}) == 5.0 * (3_B + 4_B));
}

TEST_CASE("weight-only formats") {
    STATIC_CHECK(bits_an_element<int4_g128>() == 4.125);         // Marlin: fp16 scale
    STATIC_CHECK(bits_an_element<int4_g32>() == 4.5);
    STATIC_CHECK(bits_an_element<int4_g128_asym>() == 4.15625);  // AWQ: fp16 scale and a 4-bit zero
    STATIC_CHECK(bits_an_element<int4_g64_asym>() == 4.3125);
    STATIC_CHECK(bits_an_element<int8_g128_asym>() == 8.1875);
    STATIC_CHECK(bits_an_element<nf4>() == 4.5);                 // QLoRA: fp32 a 64
    STATIC_CHECK(bits_an_element<nf4_double_quant>() == 4.126953125);
}

TEST_CASE("a latent cache line of fp8_ds_mla is 656 byte") {
    STATIC_CHECK(footprint(tensor<fp8_ds_mla, 1, 576>{}) == 656_B);  // FlashMLA: 512 + 4 x 4 + 64 x 2
    STATIC_CHECK(footprint(tensor<fp8_ds_mla, 4096, 576>{}) == 4096.0 * 656_B);
    STATIC_CHECK(footprint(tensor<fp8_ds_mla, dyn, 576>{4096}) == 4096.0 * 656_B);
}

TEST_CASE("a latent cache line of mxfp4 is 288 byte and 18 of scales") {
    STATIC_CHECK(footprint(tensor<mxfp4, 1, 576>{}) == 306_B);
    STATIC_CHECK(footprint(tensor<bf16, 1, 576>{}) == 1152_B);
}

TEST_CASE("the blocks of ggml are as large as its structs") {
    // src/ggml-common.h: byte of a block, elements of a block
    STATIC_CHECK(footprint(tensor<gguf::q8_0, 32>{}) == 34_B);
    STATIC_CHECK(footprint(tensor<gguf::q8_1, 32>{}) == 36_B);
    STATIC_CHECK(footprint(tensor<gguf::q4_0, 32>{}) == 18_B);
    STATIC_CHECK(footprint(tensor<gguf::q4_1, 32>{}) == 20_B);
    STATIC_CHECK(footprint(tensor<gguf::q5_0, 32>{}) == 22_B);
    STATIC_CHECK(footprint(tensor<gguf::q5_1, 32>{}) == 24_B);
    STATIC_CHECK(footprint(tensor<gguf::q2_k, 256>{}) == 84_B);
    STATIC_CHECK(footprint(tensor<gguf::q3_k, 256>{}) == 110_B);
    STATIC_CHECK(footprint(tensor<gguf::q4_k, 256>{}) == 144_B);
    STATIC_CHECK(footprint(tensor<gguf::q5_k, 256>{}) == 176_B);
    STATIC_CHECK(footprint(tensor<gguf::q6_k, 256>{}) == 210_B);
    STATIC_CHECK(footprint(tensor<gguf::q8_k, 256>{}) == 292_B);
    STATIC_CHECK(footprint(tensor<gguf::iq1_s, 256>{}) == 50_B);
    STATIC_CHECK(footprint(tensor<gguf::iq1_m, 256>{}) == 56_B);
    STATIC_CHECK(footprint(tensor<gguf::iq2_xxs, 256>{}) == 66_B);
    STATIC_CHECK(footprint(tensor<gguf::iq2_xs, 256>{}) == 74_B);
    STATIC_CHECK(footprint(tensor<gguf::iq2_s, 256>{}) == 82_B);
    STATIC_CHECK(footprint(tensor<gguf::iq3_xxs, 256>{}) == 98_B);
    STATIC_CHECK(footprint(tensor<gguf::iq3_s, 256>{}) == 110_B);
    STATIC_CHECK(footprint(tensor<gguf::iq4_nl, 32>{}) == 18_B);
    STATIC_CHECK(footprint(tensor<gguf::iq4_xs, 256>{}) == 136_B);
    STATIC_CHECK(footprint(tensor<gguf::tq1_0, 256>{}) == 54_B);
    STATIC_CHECK(footprint(tensor<gguf::tq2_0, 256>{}) == 66_B);
    STATIC_CHECK(footprint(tensor<gguf::mxfp4, 32>{}) == 17_B);
    STATIC_CHECK(footprint(tensor<gguf::nvfp4, 64>{}) == 36_B);
    STATIC_CHECK(footprint(tensor<gguf::q1_0, 128>{}) == 18_B);
    STATIC_CHECK(footprint(tensor<gguf::q2_0, 64>{}) == 18_B);
}

TEST_CASE("the bits an element of ggml's formats") {
    STATIC_CHECK(bits_an_element<gguf::q8_0>() == 8.5);
    STATIC_CHECK(bits_an_element<gguf::q8_1>() == 9.0);
    STATIC_CHECK(bits_an_element<gguf::q4_0>() == 4.5);
    STATIC_CHECK(bits_an_element<gguf::q4_1>() == 5.0);
    STATIC_CHECK(bits_an_element<gguf::q5_0>() == 5.5);
    STATIC_CHECK(bits_an_element<gguf::q5_1>() == 6.0);
    STATIC_CHECK(bits_an_element<gguf::q2_k>() == 2.625);
    STATIC_CHECK(bits_an_element<gguf::q3_k>() == 3.4375);
    STATIC_CHECK(bits_an_element<gguf::q4_k>() == 4.5);
    STATIC_CHECK(bits_an_element<gguf::q5_k>() == 5.5);
    STATIC_CHECK(bits_an_element<gguf::q6_k>() == 6.5625);
    STATIC_CHECK(bits_an_element<gguf::q8_k>() == 9.125);
    STATIC_CHECK(bits_an_element<gguf::iq1_s>() == 1.5625);
    STATIC_CHECK(bits_an_element<gguf::iq1_m>() == 1.75);
    STATIC_CHECK(bits_an_element<gguf::iq2_xxs>() == 2.0625);
    STATIC_CHECK(bits_an_element<gguf::iq2_xs>() == 2.3125);
    STATIC_CHECK(bits_an_element<gguf::iq2_s>() == 2.5625);
    STATIC_CHECK(bits_an_element<gguf::iq3_xxs>() == 3.0625);
    STATIC_CHECK(bits_an_element<gguf::iq3_s>() == 3.4375);
    STATIC_CHECK(bits_an_element<gguf::iq4_nl>() == 4.5);
    STATIC_CHECK(bits_an_element<gguf::iq4_xs>() == 4.25);
    STATIC_CHECK(bits_an_element<gguf::tq1_0>() == 1.6875);
    STATIC_CHECK(bits_an_element<gguf::tq2_0>() == 2.0625);
    STATIC_CHECK(bits_an_element<gguf::mxfp4>() == 4.25);
    STATIC_CHECK(bits_an_element<gguf::nvfp4>() == 4.5);
    STATIC_CHECK(bits_an_element<gguf::q1_0>() == 1.125);
    STATIC_CHECK(bits_an_element<gguf::q2_0>() == 2.25);
}

TEST_CASE("incomplete blocks are stored whole, along each row") {
    STATIC_CHECK(footprint(tensor<nvfp4, 1, 17>{}) == 2.0 * 9_B + 4_B);
    STATIC_CHECK(footprint(tensor<nvfp4, 3, 17>{}) == 3.0 * 2 * 9_B + 4_B);
    STATIC_CHECK(footprint(tensor<mxfp4, 5, 1>{}) == 5.0 * 17_B);
    STATIC_CHECK(footprint(tensor<mxfp4, 5, 33>{}) == 5.0 * 2 * 17_B);
    STATIC_CHECK(footprint(tensor<fp8_tile128, 2, 129>{}) == 2.0 * 2 * (128_B + 4_B));
    STATIC_CHECK(footprint(tensor<gguf::q4_0, 7>{}) == 18_B);
    // Dynamic twins.
    STATIC_CHECK(footprint(tensor<nvfp4, dyn, dyn>{3, 17}) == 3.0 * 2 * 9_B + 4_B);
    STATIC_CHECK(footprint(tensor<mxfp4, dyn, 33>{5}) == 5.0 * 2 * 17_B);
    STATIC_CHECK(footprint(tensor<fp8_tile128, 2, dyn>{129}) == 2.0 * 2 * (128_B + 4_B));
}

TEST_CASE("a square block is incomplete in either direction") {
    STATIC_CHECK(footprint(tensor<fp8_block128, 128, 128>{}) == 16384_B + 4_B);
    STATIC_CHECK(footprint(tensor<fp8_block128, 129, 128>{}) == 2.0 * (16384_B + 4_B));
    STATIC_CHECK(footprint(tensor<fp8_block128, 1, 1>{}) == 16384_B + 4_B);
    STATIC_CHECK(footprint(tensor<fp8_block128, 129, 257>{}) == 2.0 * 3 * (16384_B + 4_B));
    STATIC_CHECK(footprint(tensor<fp8_block128, dyn, dyn>{129, 257}) == 2.0 * 3 * (16384_B + 4_B));
    // A stack of matrices: blocks do not reach from one into the next.
    STATIC_CHECK(footprint(tensor<fp8_block128, 2, 64, 128>{}) == 2.0 * (16384_B + 4_B));
}

TEST_CASE("a weight is blocked along K, an activation along its last axis") {
    STATIC_CHECK(footprint(tensor<mxfp4, 32, 5>{}) == 32.0 * 17_B);
    STATIC_CHECK(weight_footprint(tensor<mxfp4, 32, 5>{}) == 5.0 * 17_B);
    STATIC_CHECK(weight_footprint(tensor<mxfp4, 33, 5>{}) == 5.0 * 2 * 17_B);
    STATIC_CHECK(weight_footprint(tensor<nvfp4, 4, 16, 3>{}) == 4.0 * 3 * 9_B + 4_B);
    STATIC_CHECK(weight_footprint(tensor<mxfp4, dyn, 5>{33}) == 5.0 * 2 * 17_B);
    // With complete blocks both are one number.
    STATIC_CHECK(weight_footprint(tensor<nvfp4, 1536, 24576>{}) == footprint(tensor<nvfp4, 1536, 24576>{}));
}

TEST_CASE("flat blocks run through the whole tensor in memory order") {
    STATIC_CHECK(footprint(tensor<nf4, 64>{}) == 32_B + 4_B);
    STATIC_CHECK(footprint(tensor<nf4, 8, 8>{}) == 32_B + 4_B);  // eight rows in one block
    STATIC_CHECK(footprint(tensor<nf4, 5, 13>{}) == 2.0 * (32_B + 4_B));
    STATIC_CHECK(footprint(tensor<nf4, 2, 4, 8>{}) == 32_B + 4_B);
    STATIC_CHECK(weight_footprint(tensor<nf4, 5, 13>{}) == footprint(tensor<nf4, 5, 13>{}));
    STATIC_CHECK(footprint(tensor<nf4, dyn, 13>{5}) == 2.0 * (32_B + 4_B));
}

TEST_CASE("the scales of a tensor core's tiled layout are padded to 128 rows and 4 blocks") {
    // 448 blocks a row: 448 byte of scales in logical order, 128 x 448 in tiles
    STATIC_CHECK(footprint(tensor<nvfp4, 1, 7168>{}) == 3584_B + 448_B + 4_B);
    STATIC_CHECK(footprint(tensor<nvfp4_tiled, 1, 7168>{}) == 3584_B + 57344_B + 4_B);
    STATIC_CHECK(footprint(tensor<nvfp4_tiled, 128, 7168>{}) == footprint(tensor<nvfp4, 128, 7168>{}));
    STATIC_CHECK(footprint(tensor<nvfp4_tiled, 129, 80>{}) == 129.0 * 40_B + 256.0 * 8_B + 4_B);  // 5 blocks padded to 8
    STATIC_CHECK(footprint(tensor<nvfp4_tiled, dyn, 7168>{1}) == 3584_B + 57344_B + 4_B);
}
