// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/epilogue.hpp"
#include "oracle/formats.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>

#include <cstdint>

// Products that do more than multiply, and products of pruned weights, against loop nests that count what they do.

using namespace roofline;
using oracle::format_of;

// PTX ISA, mma.sp: two of four are stored with 2 bit each, of 4-bit elements two pairs of four.
template<>
inline constexpr oracle::format oracle::format_of<pruned_2_4<bf16>>{.bits = 8, .along = 4, .block_bits = 4};
template<>
inline constexpr oracle::format oracle::format_of<pruned_2_4<i8>>{.bits = 4, .along = 4, .block_bits = 4};
template<>
inline constexpr oracle::format oracle::format_of<pruned_2_4<i4>>{.bits = 2, .along = 8, .block_bits = 4};

namespace {

/// Amounts of one step.
struct step_amounts {
    double matrix = 0, vector = 0, read = 0, written = 0;
};
template<class Op>
step_amounts step_of(const Op& op, int step) {
    step_amounts sums;
    for (const auto& entry : any_operator(op)) {
        if (entry.step != step) continue;
        if (entry.what->kind == resource_kind::matrix) sums.matrix += entry.amount.total;
        if (entry.what->kind == resource_kind::vector) sums.vector += entry.amount.total;
        if (entry.what->kind != resource_kind::memory) continue;
        sums.read += entry.amount.read();
        sums.written += entry.amount.written();
    }
    return sums;
}
template<class Op>
void check(const Op& op, int step, const oracle::observed& seen, double multiplied) {
    const step_amounts sums = step_of(op, step);
    CHECK(sums.matrix == multiplied);
    CHECK(sums.vector == static_cast<double>(seen.operations.plain()) - multiplied);
    CHECK(sums.read == seen.bytes_read());
    CHECK(sums.written == seen.bytes_written());
}
double product_of(std::int64_t b, std::int64_t m, std::int64_t k, std::int64_t n) {
    return static_cast<double>(
        oracle::matmul(format_of<bf16>, format_of<bf16>, format_of<bf16>, b, m, k, n).operations.plain());
}

struct extents {
    std::int64_t b, m, k, n;
};
constexpr extents shapes[] = {{1, 1, 2, 1},  {1, 3, 16, 5},  {1, 5, 7, 33},
                              {3, 2, 17, 4}, {2, 17, 33, 2}, {1, 2, 130, 3}};

template<class X, class W, class Y, class Bias, class Added>
void sweep() {
    const auto fx = format_of<X>, fw = format_of<W>, fy = format_of<Y>, fb = format_of<Bias>, fc = format_of<Added>;
    for (const auto [b, m, k, n] : shapes) {
        CAPTURE(b);
        CAPTURE(m);
        CAPTURE(k);
        CAPTURE(n);
        const tensor<X, dyn, dyn, dyn> x{b, m, k};
        const tensor<W, dyn, dyn, dyn> w{b, k, n};
        const tensor<Bias, dyn> bias{n};
        const tensor<Added, dyn, dyn, dyn> c{b, m, n};
        const double flop = product_of(b, m, k, n);
        check(batched_matmul(x, w, with_bias(bias), out<Y>), 0,
              oracle::product(fx, fw, fy, fb, fc, b, m, k, n, {.bias = true}), flop);
        check(batched_matmul(x, w, accumulate(c), out<Y>), 0,
              oracle::product(fx, fw, fy, fb, fc, b, m, k, n, {.added = true}), flop);
        check(batched_matmul(x, w, out<Y>, epilogue<3>, accumulate(c), widen<dyn>(2), with_bias(bias)), 0,
              oracle::product(fx, fw, fy, fb, fc, b, m, k, n, {true, true, 3, 2}), flop);
        for (const std::int64_t splits : {2, 5}) {
            if (splits > k) continue;
            CAPTURE(splits);
            const auto op =
                batched_matmul(x, w, out<Y>, split_k<dyn>(splits), with_bias(bias), accumulate(c), epilogue<1>);
            const auto seen =
                oracle::split_product(fx, fw, fy, format_of<fp32>, fb, fc, b, m, k, n, splits, {true, true, 1, 0});
            check(op, 0, seen.first, flop);
            check(op, 1, seen.second, 0);
        }
        if (b != 1) continue;
        check(matmul(tensor<X, dyn, dyn>{m, k}, tensor<W, dyn, dyn>{k, n}, with_bias(bias), out<Y>), 0,
              oracle::product(fx, fw, fy, fb, fc, b, m, k, n, {.bias = true}), flop);
        check(matmul(tensor<X, dyn, dyn>{m, k}, tensor<W, dyn, dyn>{k, n}, out<Y>, split_k<2>), 0,
              oracle::split_product(fx, fw, fy, format_of<fp32>, fb, fc, b, m, k, n, 2, {}).first, flop);
    }
}

}  // namespace

TEST_CASE("a product with an epilogue costs what its loops do") {
    sweep<bf16, bf16, bf16, bf16, fp32>();
    sweep<bf16, int4_g128, bf16, fp32, bf16>();
    sweep<fp8_tile128, fp8_block128, bf16, bf16, bf16>();
    sweep<nvfp4, nvfp4, mxfp4, fp32, mxfp4>();
}

TEST_CASE("a product with an epilogue and static extents costs what its loops do") {
    const auto f = format_of<bf16>;
    check(matmul(tensor<bf16, 5, 7>{}, tensor<bf16, 7, 3>{}, with_bias(tensor<bf16, 3>{}), epilogue<1>), 0,
          oracle::product(f, f, f, f, f, 1, 5, 7, 3, {.bias = true, .per_result = 1}), product_of(1, 5, 7, 3));
    const auto op = batched_matmul(tensor<bf16, 2, 5, 7>{}, tensor<bf16, 2, 7, 3>{}, split_k<3>);
    const auto seen = oracle::split_product(f, f, f, format_of<fp32>, f, f, 2, 5, 7, 3, 3, {});
    check(op, 0, seen.first, product_of(2, 5, 7, 3));
    check(op, 1, seen.second, 0);
    const auto integers = matmul(tensor<i8, 5, 7>{}, tensor<i8, 7, 3>{}, split_k<2>, out<i32>);
    const auto sums =
        oracle::split_product(format_of<i8>, format_of<i8>, format_of<i32>, format_of<i32>, f, f, 1, 5, 7, 3, 2, {});
    check(integers, 0, sums.first, product_of(1, 5, 7, 3));
    check(integers, 1, sums.second, 0);
}

TEST_CASE("a product of a pruned weight moves half of it and its indices, and counts all FLOP") {
    for (const auto [b, m, k, n] : shapes) {
        if (b != 1) continue;
        CAPTURE(m);
        CAPTURE(k);
        CAPTURE(n);
        const auto run = [&]<class X, class P>(X, P) {
            const auto seen = oracle::matmul(format_of<X>, format_of<P>, format_of<X>, 1, m, k, n);
            const auto op = matmul(tensor<X, dyn, dyn>{m, k}, tensor<P, dyn, dyn>{k, n});
            check(op, 0, seen, static_cast<double>(seen.operations.plain()));
            CHECK(demand_on<matrix_math<X, typename X::accumulator, sparse_2_4>>(op).value() ==
                  static_cast<double>(seen.operations.plain()));
        };
        run(bf16{}, pruned_2_4<bf16>{});
        run(i8{}, pruned_2_4<i8>{});
        run(i4{}, pruned_2_4<i4>{});
    }
}
