// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/formats.hpp"
#include "oracle/tiles.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/op/product.hpp>
#include <roofline/op/totals.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>

// Tiled products against tiles that are really loaded and multiplied.

using namespace roofline;
using namespace roofline::literals;

namespace {

template<class R, class Op>
amount amount_on(const Op& op) {
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<R>) return entry.amount;
    return {-1, -1};
}
double bytes_in(std::int64_t bits) { return static_cast<double>(bits) / 8; }

template<class Math, class Op>
void check(const Op& op, const oracle::tiled_product& seen) {
    CHECK(op.tiles() == seen.tiles);
    CHECK(work(op).value() == static_cast<double>(seen.useful));
    CHECK(amount_on<matrix_math<Math>>(op).total == static_cast<double>(seen.issued));
    CHECK(amount_on<matrix_math<Math>>(op).useful() == static_cast<double>(seen.useful));
    CHECK(amount_on<memory<llc>>(op).read() == bytes_in(seen.cache_read));
    CHECK(amount_on<memory<llc>>(op).written() == bytes_in(seen.cache_written));
    CHECK(amount_on<memory<shared>>(op).read() == bytes_in(seen.shared_read));
    CHECK(amount_on<memory<shared>>(op).written() == bytes_in(seen.shared_written));
}

struct extents {
    std::int64_t b, m, k, n;
};
constexpr extents shapes[] = {{1, 1, 1, 1}, {1, 7, 16, 5}, {1, 17, 33, 13}, {1, 131, 3, 2}, {1, 3, 129, 6},
                              {2, 1, 1, 1}, {3, 5, 17, 2}, {2, 9, 31, 8},   {2, 1, 130, 129}};
struct tile_sizes {
    std::int64_t m, n, k;
};
constexpr tile_sizes sizes[] = {{1, 1, 1}, {4, 3, 5}, {7, 5, 16}, {16, 8, 32}, {64, 2, 128}, {256, 256, 256}};

template<class X, class W, class Y, class Math, class... Options>
void sweep(const Options&... options) {
    for (const auto [b, m, k, n] : shapes)
        for (const auto [tm, tn, tk] : sizes) {
            if (tm * tn * tk > 1 << 20 && b * m * k * n > 2000) continue;
            CAPTURE(b);
            CAPTURE(m);
            CAPTURE(k);
            CAPTURE(n);
            CAPTURE(tm);
            CAPTURE(tn);
            const std::int64_t fed = tk > 64 ? 64 : tk;
            const auto seen = oracle::tiled_matmul(oracle::format_of<X>, oracle::format_of<W>, oracle::format_of<Y>, b,
                                                   m, k, n, tm, tn, fed);
            constexpr auto any = tiled<tile<dyn, dyn, dyn>>;
            if (b == 1) {
                const auto op = matmul(tensor<X, dyn, dyn>{m, k}, tensor<W, dyn, dyn>{k, n}, options..., any(tm, tn, fed));
                check<Math>(op, seen);
                CHECK(traffic(op) == traffic(matmul(tensor<X, dyn, dyn>{m, k}, tensor<W, dyn, dyn>{k, n}, options...)));
                CHECK(traffic<memory<llc>>(op) >= traffic(op));
                if (tm >= m && tn >= n) CHECK(traffic<memory<llc>>(op) == traffic(op));
            }
            const auto op = batched_matmul(tensor<X, dyn, dyn, dyn>{b, m, k}, tensor<W, dyn, dyn, dyn>{b, k, n},
                                           any(tm, tn, fed), options...);
            check<Math>(op, seen);
        }
}

template<std::int64_t TM, std::int64_t TN, std::int64_t TK, class X, class W, std::int64_t B, std::int64_t M, std::int64_t K,
         std::int64_t N>
void fixed() {
    const auto seen = oracle::tiled_matmul(oracle::format_of<X>, oracle::format_of<W>, oracle::format_of<bf16>, B, M, K,
                                           N, TM, TN, TK);
    constexpr auto how = tiled<tile<TM, TN, TK>>;
    if constexpr (B == 1) check<typename X::math>(matmul(tensor<X, M, K>{}, tensor<W, K, N>{}, out<bf16>, how), seen);
    check<typename X::math>(batched_matmul(tensor<X, B, M, K>{}, tensor<W, B, K, N>{}, how, out<bf16>), seen);
}

}  // namespace

TEST_CASE("a tiled product costs what its tiles do, in plain formats") {
    sweep<bf16, bf16, bf16, bf16>();
    sweep<i8, i8, i32, i8>(out<i32>);
    sweep<bf16, i4, fp32, bf16>(out<fp32>);
}

TEST_CASE("a tiled product costs what its tiles do, in block-scaled formats") {
    sweep<nvfp4, nvfp4, bf16, fp4>(out<bf16>);
    sweep<fp8_tile128, fp8_block128, bf16, fp8>(out<bf16>);
    sweep<fp8_block128, fp8_block128, bf16, fp8>(out<bf16>);
    sweep<bf16, int4_g128, bf16, bf16>();
    sweep<fp8_per_row, fp8_per_row, bf16, fp8>(out<bf16>);
    sweep<bf16, nf4, bf16, bf16>();
    sweep<nf4, nf4, bf16, bf16>(out<bf16>, math<bf16>);
}

TEST_CASE("a tiled product of static extents costs what its tiles do") {
    fixed<4, 3, 5, bf16, bf16, 1, 7, 16, 5>();
    fixed<16, 8, 32, nvfp4, nvfp4, 1, 17, 33, 13>();
    fixed<64, 2, 16, fp8_tile128, fp8_block128, 1, 131, 3, 2>();
    fixed<4, 3, 5, fp8_block128, fp8_block128, 2, 9, 31, 8>();
}

TEST_CASE("waves take as long as tiles handed out one by one") {
    constexpr auto device = machine<"three units">(ceiling<matrix_math<bf16>>(1_TFLOPS, measured("none")),
                                                   compute_units(3, measured("none")));
    for (std::int64_t m = 1; m < 40; m += 3) {
        const auto op = matmul(tensor<bf16, dyn, 8>{m}, tensor<bf16, 8, 5>{}, tiled<tile<4, 4, 8>>);
        CAPTURE(m);
        const double each = amount_on<matrix_math<bf16>>(op).total / static_cast<double>(op.tiles());
        const amount one = amount_on<matrix_math<bf16>>(in_waves(op, device));
        CHECK(one.total == each * 3 * static_cast<double>(oracle::rounds(op.tiles(), 3)));
        CHECK(one.useful() == work(op).value());
        const amount two = amount_on<matrix_math<bf16>>(in_waves(op, any_machine(device), tiles_per_unit<2>));
        CHECK(two.total == each * 6 * static_cast<double>(oracle::rounds(op.tiles(), 6)));
    }
}
