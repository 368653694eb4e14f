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
