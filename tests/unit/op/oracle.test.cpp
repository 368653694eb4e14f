// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/formats.hpp"
#include "oracle/loops.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>

#include <cstdint>

// The library's formulas against loop nests that count what they do. Nothing may differ, not by a bit.

using namespace roofline;

namespace {

/// Read and written bytes of DRAM.
template<class Op>
amount dram_of(const Op& op) {
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<memory<dram>>) return entry.amount;
    return {};
}

template<class Op>
void check_traffic(const Op& op, const oracle::observed& seen) {
    CHECK(traffic(op).value() == seen.bytes_read() + seen.bytes_written());
    CHECK(dram_of(op).total == seen.bytes_read() + seen.bytes_written());
    CHECK(dram_of(op).written() == seen.bytes_written());
}

template<class Math, class Op>
void check_matmul(const Op& op, const oracle::observed& seen) {
    CHECK(work(op).value() == static_cast<double>(seen.operations.plain()));
    CHECK(demand_on<matrix_math<Math>>(op).value() == static_cast<double>(seen.operations.plain()));
    CHECK(seen.operations.multiplications == seen.operations.additions);
    check_traffic(op, seen);
}

struct extents {
    std::int64_t b, m, k, n;
};
// Ones, primes, complete blocks and incomplete ones, in every direction.
constexpr extents shapes[] = {{1, 1, 1, 1},   {1, 1, 7, 1},    {1, 3, 16, 5},    {1, 17, 33, 16}, {1, 5, 128, 3},   {1, 2, 129, 130},
                              {1, 16, 32, 1}, {1, 129, 3, 2},  {1, 257, 129, 1}, {1, 2, 257, 3},  {1, 1, 2, 257},   {1, 31, 64, 37},
                              {2, 1, 1, 1},   {3, 5, 17, 2},   {5, 2, 128, 3},   {2, 129, 2, 3},  {7, 3, 31, 33},   {2, 1, 130, 129}};

/// One matmul over all shapes, as matmul where there is one batch and as batched_matmul everywhere.
template<class X, class W, class Y, class Math, class... Options>
void sweep(const Options&... options) {
    for (const auto [b, m, k, n] : shapes) {
        CAPTURE(b);
        CAPTURE(m);
        CAPTURE(k);
        CAPTURE(n);
        const auto seen = oracle::matmul(oracle::format_of<X>, oracle::format_of<W>, oracle::format_of<Y>, b, m, k, n);
        if (b == 1)
            check_matmul<Math>(matmul(tensor<X, dyn, dyn>{m, k}, tensor<W, dyn, dyn>{k, n}, options...), seen);
        check_matmul<Math>(batched_matmul(tensor<X, dyn, dyn, dyn>{b, m, k}, tensor<W, dyn, dyn, dyn>{b, k, n}, options...),
                           seen);
    }
}

/// The static twin of one shape.
template<class X, class W, class Y, class Math, std::int64_t B, std::int64_t M, std::int64_t K, std::int64_t N, class... Options>
void fixed(const Options&... options) {
    const auto seen = oracle::matmul(oracle::format_of<X>, oracle::format_of<W>, oracle::format_of<Y>, B, M, K, N);
    if constexpr (B == 1) check_matmul<Math>(matmul(tensor<X, M, K>{}, tensor<W, K, N>{}, options...), seen);
    check_matmul<Math>(batched_matmul(tensor<X, B, M, K>{}, tensor<W, B, K, N>{}, options...), seen);
}

struct stack {
    std::int64_t b, m, k;
};
constexpr stack stacks[] = {{1, 1, 1},  {1, 1, 16},  {1, 3, 17},  {2, 5, 65}, {1, 1, 128}, {1, 1, 257}, {3, 2, 129},
                            {1, 129, 3}, {2, 130, 1}, {7, 1, 32}, {1, 17, 31}, {2, 257, 5}};

}  // namespace

TEST_CASE("a matmul costs what its loops do, in plain formats") {
    sweep<bf16, bf16, bf16, bf16>();
    sweep<bf16, bf16, fp32, bf16>(out<fp32>);
    sweep<i8, i8, i32, i8>(out<i32>);
    sweep<fp8_e4m3, fp8_e4m3, bf16, fp8>(out<bf16>);
    sweep<bf16, i8, bf16, bf16>();
    sweep<i4, i4, i4, i4>();
}

TEST_CASE("a matmul costs what its loops do, in block-scaled formats") {
    sweep<nvfp4, nvfp4, bf16, fp4>(out<bf16>);
    sweep<nvfp4, nvfp4, nvfp4, fp4>();
    sweep<mxfp4, mxfp4, fp32, fp4>(out<fp32>);
    sweep<bf16, nvfp4, bf16, bf16>();
    sweep<fp8_tile128, fp8_block128, bf16, fp8>(out<bf16>);
    sweep<fp8_block128, fp8_tile128, fp8_tile128, fp8>(out<fp8_tile128>);
    sweep<bf16, int4_g128, bf16, bf16>();
    sweep<fp8_per_row, fp8_per_row, bf16, fp8>(out<bf16>);
    sweep<bf16, nf4, bf16, bf16>();
}

TEST_CASE("a matmul of static extents costs what its loops do") {
    fixed<bf16, bf16, bf16, bf16, 1, 3, 16, 5>();
    fixed<nvfp4, nvfp4, bf16, fp4, 1, 17, 33, 16>(out<bf16>);
    fixed<nvfp4, nvfp4, nvfp4, fp4, 3, 5, 17, 2>();
    fixed<fp8_tile128, fp8_block128, bf16, fp8, 1, 2, 129, 130>(out<bf16>);
    fixed<fp8_tile128, fp8_block128, bf16, fp8, 2, 1, 130, 129>(out<bf16>);
    fixed<bf16, int4_g128, fp32, bf16, 1, 31, 64, 37>(out<fp32>);
    fixed<mxfp4, mxfp4, mxfp4, fp4, 2, 1, 1, 1>();
    fixed<i8, i8, i32, i8, 7, 3, 31, 33>(out<i32>);
}

TEST_CASE("an addition costs what its loops do") {
    const auto check = [](const auto& op, const oracle::observed& seen) {
        CHECK(work(op).value() == static_cast<double>(seen.operations.plain()));
        CHECK(demand_on<vector_math<fp32>>(op).value() == static_cast<double>(seen.operations.additions));
        check_traffic(op, seen);
    };
    for (const auto [b, m, k] : stacks) {
        CAPTURE(b);
        CAPTURE(m);
        CAPTURE(k);
        using oracle::format_of;
        check(add(tensor<bf16, dyn, dyn, dyn>{b, m, k}, tensor<bf16, dyn, dyn, dyn>{b, m, k}),
              oracle::add(format_of<bf16>, format_of<bf16>, format_of<bf16>, b, m, k));
        check(add(tensor<nvfp4, dyn, dyn, dyn>{b, m, k}, tensor<fp32, dyn, dyn, dyn>{b, m, k}, out<fp8_tile128>),
              oracle::add(format_of<nvfp4>, format_of<fp32>, format_of<fp8_tile128>, b, m, k));
        check(add(tensor<fp8_block128, dyn, dyn, dyn>{b, m, k}, tensor<mxfp4, dyn, dyn, dyn>{b, m, k}),
              oracle::add(format_of<fp8_block128>, format_of<mxfp4>, format_of<fp8_block128>, b, m, k));
        if (b == 1)
            check(add(tensor<i8, dyn, dyn>{m, k}, tensor<i8, dyn, dyn>{m, k}, out<i32>),
                  oracle::add(format_of<i8>, format_of<i8>, format_of<i32>, 1, m, k));
        if (b == 1 && m == 1)
            check(add(tensor<int4_g128, dyn>{k}, tensor<nf4, dyn>{k}, out<bf16>),
                  oracle::add(format_of<int4_g128>, format_of<nf4>, format_of<bf16>, 1, 1, k));
    }
    check(add(tensor<nvfp4, 3, 34>{}, tensor<bf16, 3, 34>{}),
          oracle::add(oracle::format_of<nvfp4>, oracle::format_of<bf16>, oracle::format_of<nvfp4>, 1, 3, 34));
    check(add(tensor<bf16>{}, tensor<bf16>{}),
          oracle::add(oracle::format_of<bf16>, oracle::format_of<bf16>, oracle::format_of<bf16>, 1, 1, 1));
}

TEST_CASE("an rms_norm costs what its loops do") {
    const auto check = [](const auto& op, const oracle::observed& seen) {
        CHECK(work(op).value() == static_cast<double>(seen.operations.plain() + seen.operations.rsqrt));
        CHECK(demand_on<vector_math<fp32>>(op).value() == static_cast<double>(seen.operations.plain()));
        CHECK(demand_on<special_math<special::rsqrt>>(op).value() == static_cast<double>(seen.operations.rsqrt));
        check_traffic(op, seen);
    };
    for (const auto [b, m, k] : stacks) {
        CAPTURE(b);
        CAPTURE(m);
        CAPTURE(k);
        using oracle::format_of;
        check(rms_norm(tensor<bf16, dyn, dyn, dyn>{b, m, k}, tensor<bf16, dyn>{k}),
              oracle::rms_norm(format_of<bf16>, format_of<bf16>, format_of<bf16>, b, m, k));
        check(rms_norm(tensor<bf16, dyn, dyn, dyn>{b, m, k}, tensor<fp32, dyn>{k}, out<nvfp4>),
              oracle::rms_norm(format_of<bf16>, format_of<fp32>, format_of<nvfp4>, b, m, k));
        check(rms_norm(tensor<fp8_tile128, dyn, dyn, dyn>{b, m, k}, tensor<mxfp4, dyn>{k}),
              oracle::rms_norm(format_of<fp8_tile128>, format_of<mxfp4>, format_of<fp8_tile128>, b, m, k));
        if (b == 1)
            check(rms_norm(tensor<int4_g128, dyn, dyn>{m, k}, tensor<bf16, dyn>{k}, out<bf16>),
                  oracle::rms_norm(format_of<int4_g128>, format_of<bf16>, format_of<bf16>, 1, m, k));
        if (b == 1 && m == 1)
            check(rms_norm(tensor<nvfp4, dyn>{k}, tensor<bf16, dyn>{k}),
                  oracle::rms_norm(format_of<nvfp4>, format_of<bf16>, format_of<nvfp4>, 1, 1, k));
    }
    check(rms_norm(tensor<bf16, 3, 34>{}, tensor<bf16, 34>{}, out<fp8_block128>),
          oracle::rms_norm(oracle::format_of<bf16>, oracle::format_of<bf16>, oracle::format_of<fp8_block128>, 1, 3, 34));
    check(rms_norm(tensor<bf16, 7>{}, tensor<bf16, 7>{}),
          oracle::rms_norm(oracle::format_of<bf16>, oracle::format_of<bf16>, oracle::format_of<bf16>, 1, 1, 7));
}

TEST_CASE("a gated activation costs what its loops do") {
    const auto check = [](const auto& op, const oracle::observed& seen) {
        const auto& did = seen.operations;
        CHECK(work(op).value() == static_cast<double>(did.plain() + did.exp2 + did.reciprocal));
        CHECK(demand_on<vector_math<fp32>>(op).value() == static_cast<double>(did.plain()));
        CHECK(demand_on<special_math<special::exp2>>(op).value() == static_cast<double>(did.exp2));
        CHECK(demand_on<special_math<special::reciprocal>>(op).value() == static_cast<double>(did.reciprocal));
        check_traffic(op, seen);
    };
    for (const auto [b, m, half] : stacks) {
        const std::int64_t k = 2 * half;
        CAPTURE(b);
        CAPTURE(m);
        CAPTURE(k);
        using oracle::format_of;
        check(silu_and_mul(tensor<bf16, dyn, dyn, dyn>{b, m, k}),
              oracle::silu_and_mul(format_of<bf16>, format_of<bf16>, b, m, k));
        check(silu_and_mul(tensor<bf16, dyn, dyn, dyn>{b, m, k}, out<nvfp4>),
              oracle::silu_and_mul(format_of<bf16>, format_of<nvfp4>, b, m, k));
        check(silu_and_mul(tensor<fp8_block128, dyn, dyn, dyn>{b, m, k}, out<fp8_tile128>),
              oracle::silu_and_mul(format_of<fp8_block128>, format_of<fp8_tile128>, b, m, k));
        if (b == 1)
            check(silu_and_mul(tensor<mxfp4, dyn, dyn>{m, k}, out<fp32>),
                  oracle::silu_and_mul(format_of<mxfp4>, format_of<fp32>, 1, m, k));
        if (b == 1 && m == 1)
            check(silu_and_mul(tensor<int4_g128, dyn>{k}),
                  oracle::silu_and_mul(format_of<int4_g128>, format_of<int4_g128>, 1, 1, k));
    }
    check(silu_and_mul(tensor<nvfp4, 3, 34>{}),
          oracle::silu_and_mul(oracle::format_of<nvfp4>, oracle::format_of<nvfp4>, 1, 3, 34));
    check(silu_and_mul(tensor<bf16, 2>{}), oracle::silu_and_mul(oracle::format_of<bf16>, oracle::format_of<bf16>, 1, 1, 2));
}
