// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/dtype/gguf.hpp>
#include <roofline/tensor.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

// A format of a user's own: complete.
struct fp12 {
    static constexpr std::string_view name = "fp12";
    static constexpr roofline::storage storage{.bits = 12};
    using math = fp12;
    using accumulator = fp32;
};

// A block format of a user's own, composed and under its own name.
struct fp12_g20 : block_scaled<fp12, block<20>, fp16> {
    static constexpr std::string_view name = "fp12_g20";
};

struct without_math {
    static constexpr std::string_view name = "without_math";
    static constexpr roofline::storage storage{.bits = 8};
    using accumulator = fp32;
};
struct without_width {
    [[maybe_unused]] static constexpr std::string_view name = "without_width";
    static constexpr roofline::storage storage{};
    using math = fp32;
    using accumulator = fp32;
};

}  // namespace

TEST_CASE("formats of the library and of a user are dtypes") {
    STATIC_CHECK(dtype<bf16>);
    STATIC_CHECK(dtype<nvfp4>);
    STATIC_CHECK(dtype<fp8_ds_mla>);
    STATIC_CHECK(dtype<gguf::q4_k>);
    STATIC_CHECK(dtype<i64>);
    STATIC_CHECK(dtype<fp12>);
    STATIC_CHECK(dtype<fp12_g20>);
    STATIC_CHECK(dtype<block_scaled<fp4_e2m1, block<16>, fp8_e4m3>>);
}

TEST_CASE("what states no width or no math is no dtype") {
    STATIC_CHECK(!dtype<int>);
    STATIC_CHECK(!dtype<void>);
    STATIC_CHECK(!dtype<without_math>);
    STATIC_CHECK(!dtype<without_width>);
    STATIC_CHECK(!dtype<no_scale>);
    STATIC_CHECK(!dtype<packed<20>>);
    STATIC_CHECK(!dtype<block<32>>);
}

TEST_CASE("a user's own format has footprints like any other") {
    STATIC_CHECK(footprint(tensor<fp12, 2>{}) == 3_B);
    STATIC_CHECK(footprint(tensor<fp12, 3>{}) == 36_bit);
    STATIC_CHECK(footprint(tensor<fp12_g20, 2, 20>{}) == 2.0 * (30_B + 2_B));
    STATIC_CHECK(footprint(tensor<fp12_g20, 2, 21>{}) == 4.0 * (30_B + 2_B));
    STATIC_CHECK(footprint(tensor<fp12_g20, dyn, 21>{2}) == 4.0 * (30_B + 2_B));
}

TEST_CASE("block<128> and block<1, 128> say the same") {
    using one = block_scaled<fp8_e4m3, block<128>, fp32>;
    using two = block_scaled<fp8_e4m3, block<1, 128>, fp32>;
    STATIC_CHECK(footprint(tensor<one, 3, 300>{}) == footprint(tensor<two, 3, 300>{}));
    STATIC_CHECK(footprint(tensor<one, 3, 300>{}) == 3.0 * 3 * (128_B + 4_B));
}

TEST_CASE("every format names the math its elements multiply in") {
    STATIC_CHECK(std::is_same_v<nvfp4::math, fp4>);
    STATIC_CHECK(std::is_same_v<mxfp4::math, fp4>);
    STATIC_CHECK(std::is_same_v<fp8_e4m3::math, fp8>);
    STATIC_CHECK(std::is_same_v<fp8_e5m2::math, fp8>);
    STATIC_CHECK(std::is_same_v<fp8_block128::math, fp8>);
    STATIC_CHECK(std::is_same_v<mxfp8_e4m3::math, fp8>);
    STATIC_CHECK(std::is_same_v<mxfp6_e3m2::math, fp6>);
    STATIC_CHECK(std::is_same_v<fp8_ds_mla::math, bf16>);
    STATIC_CHECK(std::is_same_v<tf32::math, tf32>);
    STATIC_CHECK(std::is_same_v<bf16::math, bf16>);
    STATIC_CHECK(std::is_same_v<i8::math, i8>);
    STATIC_CHECK(std::is_same_v<i4::math, i4>);
    STATIC_CHECK(std::is_same_v<int4_g128::math, i4>);
}

TEST_CASE("integers accumulate in i32, fp64 in fp64 and everything else in fp32") {
    STATIC_CHECK(std::is_same_v<i8::accumulator, i32>);
    STATIC_CHECK(std::is_same_v<i4::accumulator, i32>);
    STATIC_CHECK(std::is_same_v<i1::accumulator, i32>);
    STATIC_CHECK(std::is_same_v<int4_g128::accumulator, i32>);
    STATIC_CHECK(std::is_same_v<fp64::accumulator, fp64>);
    STATIC_CHECK(std::is_same_v<fp32::accumulator, fp32>);
    STATIC_CHECK(std::is_same_v<tf32::accumulator, fp32>);
    STATIC_CHECK(std::is_same_v<bf16::accumulator, fp32>);
    STATIC_CHECK(std::is_same_v<fp16::accumulator, fp32>);
    STATIC_CHECK(std::is_same_v<fp8_e4m3::accumulator, fp32>);
    STATIC_CHECK(std::is_same_v<nvfp4::accumulator, fp32>);
}

TEST_CASE("integers and indices stand for no real numbers; scaled integers do") {
    STATIC_CHECK(real_dtype<bf16>);
    STATIC_CHECK(real_dtype<fp8_e5m2>);
    STATIC_CHECK(real_dtype<nvfp4>);
    STATIC_CHECK(real_dtype<int4_g128>);
    STATIC_CHECK(real_dtype<mxint8>);
    STATIC_CHECK(real_dtype<gguf::q8_0>);
    STATIC_CHECK(real_dtype<fp12>);
    STATIC_CHECK(!real_dtype<i1>);
    STATIC_CHECK(!real_dtype<i4>);
    STATIC_CHECK(!real_dtype<i8>);
    STATIC_CHECK(!real_dtype<i32>);
    STATIC_CHECK(!real_dtype<i64>);
    STATIC_CHECK(!real_dtype<int>);
}

TEST_CASE("every format has the name that sentences print") {
    STATIC_CHECK(bf16::name == "bf16");
    STATIC_CHECK(nvfp4::name == "nvfp4");
    STATIC_CHECK(fp8_e4m3::name == "fp8_e4m3");
    STATIC_CHECK(gguf::q4_k::name == "gguf::q4_k");
    STATIC_CHECK(fp8_ds_mla::name == "fp8_ds_mla");
    STATIC_CHECK(int4_g128_asym::name == "int4_g128_asym");
}
