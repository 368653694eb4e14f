// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/hardware.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

// Which engine binds long causal attention. A pair of a query and a key takes 4 d = 512 FLOP of the tensor cores with heads of
// 128 elements, 1 exp2, and 3 operations of the vector engine. By the rates of the catalogue, in 10^12 pairs a second:
//
//                    bf16               fp8              exp2     vector
//   A100 SXM 80 GB   312 / 512 = 0.609  -                 2.436   19.5 / 3 =  6.5
//   HGX B200        2250 / 512 = 4.395  4500 / 512 = 8.789  4.653   75 / 3 = 25
//   GB200           2500 / 512 = 4.883  5000 / 512 = 9.766  5.015   80 / 3 = 26.7

namespace {

using exponential = special_math<special::exp2>;

template<class T, std::int64_t S, std::int64_t D = 128>
constexpr auto prefill = attention(tensor<T, 1, S, 32, D>{}, tensor<T, 1, S, 8, D>{}, tensor<T, 1, S, 8, D>{}, causal);
constexpr double pairs = 32.0 * 16384 * 16385 / 2;
constexpr double rows = 32.0 * 16384;
constexpr auto in_bf16 = prefill<bf16, 16384>;
constexpr auto in_fp8 = prefill<fp8_e4m3, 16384>;

constexpr double seconds(double work, double rate) { return work / rate; }
constexpr bool near(double a, double b) { return a - b < 1e-12 * b && b - a < 1e-12 * b; }

template<class Op, class M>
constexpr double time(const Op& op, const M& m) {
    return min_time(op, m).value();
}

}  // namespace

TEST_CASE("a pair costs what the table says") {
    STATIC_CHECK(demand_on<matrix_math<bf16>>(in_bf16).value() == 512 * pairs);
    STATIC_CHECK(demand_on<matrix_math<fp8>>(in_fp8).value() == 512 * pairs);
    STATIC_CHECK(demand_on<exponential>(in_fp8).value() == pairs);
    STATIC_CHECK(demand_on<special_math<special::reciprocal>>(in_fp8).value() == rows);
    STATIC_CHECK(demand_on<vector_math<fp32>>(in_fp8).value() == 3 * pairs + 128 * rows);
}

TEST_CASE("in bf16 the tensor cores bind: with room to spare on the A100, by 6 % on HGX B200 and by 3 % on GB200") {
    STATIC_CHECK(bound_by<matrix_math<bf16>>(in_bf16, hw::a100_sxm_80gb));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(in_bf16, hw::b200));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(in_bf16, hw::gb200));
    STATIC_CHECK(near(time(in_bf16, hw::a100_sxm_80gb), seconds(512 * pairs, 312e12)));
    STATIC_CHECK(near(time(in_bf16, hw::b200), seconds(512 * pairs, 2250e12)));
    STATIC_CHECK(near(time(in_bf16, hw::gb200), seconds(512 * pairs, 2500e12)));
}

TEST_CASE("in fp8 the exponentials bind: twice as fast tensor cores make it 6 % and 3 % faster") {
    STATIC_CHECK(bound_by<exponential>(in_fp8, hw::b200));
    STATIC_CHECK(bound_by<exponential>(in_fp8, hw::gb200));
    // One unit computes them and the reciprocals.
    STATIC_CHECK(near(time(in_fp8, hw::b200), seconds(pairs + rows, 4.65312e12)));
    STATIC_CHECK(near(time(in_fp8, hw::gb200), seconds(pairs + rows, 5.014784e12)));
    CHECK(time(in_bf16, hw::b200) / time(in_fp8, hw::b200) == doctest::Approx(4.65312 / 4.39453).epsilon(1e-3));
    CHECK(time(in_bf16, hw::gb200) / time(in_fp8, hw::gb200) == doctest::Approx(5.014784 / 4.88281).epsilon(1e-3));
    // Of what the tensor cores could do in fp8: 53 % and 51 %.
    CHECK(seconds(512 * pairs, 4500e12) / time(in_fp8, hw::b200) == doctest::Approx(0.5294).epsilon(1e-3));
    CHECK(seconds(512 * pairs, 5000e12) / time(in_fp8, hw::gb200) == doctest::Approx(0.5135).epsilon(1e-3));
}

TEST_CASE("smaller heads have fewer FLOP a pair: the exponentials bind below 121 elements on HGX B200, 125 on GB200") {
    // 2250e12 / (4 x 4.65312e12) = 120.9, 2500e12 / (4 x 5.014784e12) = 124.6
    STATIC_CHECK(bound_by<exponential>(prefill<bf16, 16384, 64>, hw::b200));
    STATIC_CHECK(bound_by<exponential>(prefill<bf16, 16384, 120>, hw::b200));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(prefill<bf16, 16384, 122>, hw::b200));
    STATIC_CHECK(bound_by<exponential>(prefill<bf16, 16384, 124>, hw::gb200));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(prefill<bf16, 16384, 126>, hw::gb200));
    STATIC_CHECK(bound_by<matrix_math<bf16>>(prefill<bf16, 16384, 64>, hw::a100_sxm_80gb));
    // In fp8 it takes heads of 242 elements, and of 250.
    STATIC_CHECK(bound_by<exponential>(prefill<fp8_e4m3, 16384, 240>, hw::b200));
    STATIC_CHECK(bound_by<matrix_math<fp8>>(prefill<fp8_e4m3, 16384, 244>, hw::b200));
    STATIC_CHECK(bound_by<exponential>(prefill<fp8_e4m3, 16384, 248>, hw::gb200));
    STATIC_CHECK(bound_by<matrix_math<fp8>>(prefill<fp8_e4m3, 16384, 252>, hw::gb200));
}
