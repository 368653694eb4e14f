// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/elementwise.hpp"
#include "oracle/formats.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>

#include <array>
#include <cmath>
#include <cstdint>

// Elementwise operators against loop nests that count what they do. Nothing may differ, not by a bit.

using namespace roofline;
using oracle::format_of;
using oracle::scalar;
using oracle::shape;

namespace {

/// Every demand, and none that is not there.
void check(const any_operator& op, const oracle::observed& seen) {
    const auto& did = seen.operations;
    const auto of = [&](const resource& asked) {
        for (const auto& entry : op)
            if (*entry.what == asked) return entry.amount;
        return amount{};
    };
    CHECK(of(resource_of<vector_math<fp32>>).total == static_cast<double>(did.plain()));
    CHECK(of(resource_of<special_math<special::exp2>>).total == static_cast<double>(did.exp2));
    CHECK(of(resource_of<special_math<special::rsqrt>>).total == static_cast<double>(did.rsqrt));
    CHECK(of(resource_of<special_math<special::reciprocal>>).total == static_cast<double>(did.reciprocal));
    CHECK(of(resource_of<special_math<special::tanh>>).total == static_cast<double>(did.tanh));
    CHECK(work(op).value() == static_cast<double>(did.plain() + did.exp2 + did.rsqrt + did.reciprocal + did.tanh));
    CHECK(of(resource_of<memory<dram>>).total == seen.bytes_read() + seen.bytes_written());
    CHECK(of(resource_of<memory<dram>>).written() == seen.bytes_written());
}

// Ones, primes, complete blocks and incomplete ones.
constexpr shape shapes[] = {{1, 1, 1},   {1, 1, 16},  {1, 3, 17}, {2, 5, 65},  {1, 1, 128}, {1, 1, 257},
                            {3, 2, 129}, {1, 129, 3}, {7, 1, 32}, {1, 17, 31}, {2, 257, 5}};

/// f(shape) for all of them.
template<class F>
void everywhere(F&& f) {
    for (const shape& s : shapes) {
        CAPTURE(s.batches);
        CAPTURE(s.rows);
        CAPTURE(s.columns);
        f(s);
    }
}

template<class T>
tensor<T, dyn, dyn, dyn> dynamic(const shape& s) {
    return tensor<T, dyn, dyn, dyn>{s.batches, s.rows, s.columns};
}
template<class T>
tensor<T, dyn> row(const shape& s) {
    return tensor<T, dyn>{s.columns};
}

/// An operator and its loops in three pairs of formats, and over a static tensor.
template<class Make, class Loops>
void sweep(const Make& make, const Loops& loops) {
    everywhere([&](const shape& s) {
        check(make(dynamic<bf16>(s), out<bf16>), loops(format_of<bf16>, format_of<bf16>, s));
        check(make(dynamic<fp8_block128>(s), out<nvfp4>), loops(format_of<fp8_block128>, format_of<nvfp4>, s));
        check(make(dynamic<mxfp4>(s), out<fp8_tile128>), loops(format_of<mxfp4>, format_of<fp8_tile128>, s));
    });
    check(make(tensor<int4_g128, 34>{}, out<fp32>), loops(format_of<int4_g128>, format_of<fp32>, shape{1, 1, 34}));
    check(make(tensor<nvfp4, 2, 3, 130>{}, out<fp8_per_row>), loops(format_of<nvfp4>, format_of<fp8_per_row>, shape{2, 3, 130}));
}
/// The same for two operands.
template<class Make, class F>
void sweep_pairs(const Make& make, const F& f) {
    everywhere([&](const shape& s) {
        check(make(dynamic<bf16>(s), dynamic<bf16>(s), out<bf16>),
              oracle::map(format_of<bf16>, format_of<bf16>, format_of<bf16>, s, f));
        check(make(dynamic<nvfp4>(s), dynamic<fp32>(s), out<fp8_tile128>),
              oracle::map(format_of<nvfp4>, format_of<fp32>, format_of<fp8_tile128>, s, f));
    });
    check(make(tensor<fp8_block128, 3, 34>{}, tensor<mxfp4, 3, 34>{}, out<bf16>),
          oracle::map(format_of<fp8_block128>, format_of<mxfp4>, format_of<bf16>, {1, 3, 34}, f));
}
template<class F>
auto mapped(const F& f) {
    return [f](const auto& x, const auto& y, const shape& s) { return oracle::map(x, y, s, f); };
}

scalar multiplied(scalar a, scalar b) { return a * b; }
scalar added(scalar a, scalar b) { return a + b; }
template<scalar (*Activation)(scalar)>
scalar gated(scalar gate, scalar value) {
    return Activation(gate) * value;
}

}  // namespace

#define OF(name) [](const auto&... x) { return name(x...); }
#define WITH(name, option) [](const auto&... x) { return name(x..., option); }

TEST_CASE("operators of two tensors cost what their loops do") {
    sweep_pairs(OF(add), added);
    sweep_pairs(OF(multiply), multiplied);
    sweep_pairs(OF(swiglu), gated<oracle::silu>);
    sweep_pairs(OF(geglu), gated<oracle::gelu>);
    sweep_pairs(WITH(geglu, erf_form), gated<oracle::gelu_by_erf>);
    sweep_pairs(OF(reglu), gated<oracle::relu>);
    check(add(tensor<bf16>{}, tensor<bf16>{}), oracle::map(format_of<bf16>, format_of<bf16>, format_of<bf16>, {1, 1, 1}, added));
    check(add(tensor<i8, 3, 5>{}, tensor<i8, 3, 5>{}, out<i32>),
          oracle::map(format_of<i8>, format_of<i8>, format_of<i32>, {1, 3, 5}, added));
}

TEST_CASE("activations cost what their loops do") {
    sweep(OF(relu), mapped(oracle::relu));
    sweep(OF(silu), mapped(oracle::silu));
    sweep(OF(gelu), mapped(oracle::gelu));
    sweep(WITH(gelu, erf_form), mapped(oracle::gelu_by_erf));
}

TEST_CASE("the loops of the activations compute them") {
    for (const double x : {-3.0, -0.5, 0.0, 0.25, 1.0, 4.0}) {
        const double exact = x / 2 * (1 + std::erf(x / std::sqrt(2.0)));
        CHECK(oracle::gelu(scalar(x)).value() == doctest::Approx(exact).epsilon(0.02));
        CHECK(oracle::relu(scalar(x)).value() == (x > 0 ? x : 0));
    }
}

TEST_CASE("gated activations cost what their loops do") {
    const auto halves = [](auto f) {
        return [f](const auto& x, const auto& y, const shape& s) { return oracle::map_halves(x, y, s, f); };
    };
    const auto even = [&](const auto& make, const auto& loops) {
        everywhere([&](shape s) {
            s.columns *= 2;
            check(make(dynamic<bf16>(s), out<nvfp4>), loops(format_of<bf16>, format_of<nvfp4>, s));
            check(make(dynamic<fp8_block128>(s), out<fp8_tile128>), loops(format_of<fp8_block128>, format_of<fp8_tile128>, s));
        });
        check(make(tensor<int4_g128, 34>{}), loops(format_of<int4_g128>, format_of<int4_g128>, shape{1, 1, 34}));
        check(make(tensor<bf16, 2>{}), loops(format_of<bf16>, format_of<bf16>, shape{1, 1, 2}));
    };
    even(OF(silu_and_mul), halves(gated<oracle::silu>));
    even(OF(gelu_and_mul), halves(gated<oracle::gelu>));
    even(WITH(gelu_and_mul, erf_form), halves(gated<oracle::gelu_by_erf>));
}

TEST_CASE("norms cost what their loops do") {
    const auto rms = [](const auto& x, const auto& w, const auto& y, const shape& s) {
        return oracle::rms_norm(x, w, y, s.batches, s.rows, s.columns);
    };
    everywhere([&](const shape& s) {
        check(rms_norm(dynamic<bf16>(s), row<fp32>(s), out<nvfp4>), rms(format_of<bf16>, format_of<fp32>, format_of<nvfp4>, s));
        check(rms_norm(dynamic<fp8_tile128>(s), row<mxfp4>(s)),
              rms(format_of<fp8_tile128>, format_of<mxfp4>, format_of<fp8_tile128>, s));
        check(layer_norm(dynamic<bf16>(s), row<fp32>(s), row<fp32>(s), out<mxfp4>),
              oracle::layer_norm(format_of<bf16>, format_of<fp32>, format_of<mxfp4>, s));
        check(rms_norm(dynamic<bf16>(s), row<bf16>(s), residual(dynamic<fp32>(s))),
              oracle::after_residual(rms(format_of<bf16>, format_of<bf16>, format_of<bf16>, s), format_of<bf16>, format_of<fp32>, s));
        check(layer_norm(dynamic<nvfp4>(s), row<bf16>(s), row<bf16>(s), residual(dynamic<bf16>(s)), out<fp8_tile128>),
              oracle::after_residual(oracle::layer_norm(format_of<nvfp4>, format_of<bf16>, format_of<fp8_tile128>, s),
                                     format_of<nvfp4>, format_of<bf16>, s));
    });
    check(rms_norm(tensor<bf16, 3, 34>{}, tensor<bf16, 34>{}, out<fp8_block128>),
          rms(format_of<bf16>, format_of<bf16>, format_of<fp8_block128>, shape{1, 3, 34}));
    check(layer_norm(tensor<bf16, 7>{}, tensor<bf16, 7>{}, tensor<bf16, 7>{}),
          oracle::layer_norm(format_of<bf16>, format_of<bf16>, format_of<bf16>, {1, 1, 7}));
}

TEST_CASE("a softmax costs what its loops do, in one pass over memory and in three") {
    sweep(OF(softmax), [](const auto& x, const auto& y, const shape& s) { return oracle::softmax(x, y, s, false); });
    sweep(WITH(softmax, three_pass), [](const auto& x, const auto& y, const shape& s) { return oracle::softmax(x, y, s, true); });
}

TEST_CASE("what gives one value a row costs what its loops do") {
    everywhere([&](const shape& s) {
        check(reduction(dynamic<bf16>(s)), oracle::fold(format_of<bf16>, format_of<bf16>, s, oracle::sum));
        check(reduction(dynamic<fp8_tile128>(s), reduce::max, out<fp32>),
              oracle::fold(format_of<fp8_tile128>, format_of<fp32>, s, oracle::larger));
        check(reduction(dynamic<i32>(s), reduce::min), oracle::fold(format_of<i32>, format_of<i32>, s, oracle::larger));
        check(argmax(dynamic<bf16>(s)), oracle::fold(format_of<bf16>, format_of<i32>, s, oracle::larger));
        check(argmax(dynamic<fp32>(s), out<i64>), oracle::fold(format_of<fp32>, format_of<i64>, s, oracle::larger));
        check(sampling(dynamic<bf16>(s)), oracle::sampling(format_of<bf16>, format_of<i32>, s));
    });
    check(reduction(tensor<nvfp4, 34>{}, out<bf16>), oracle::fold(format_of<nvfp4>, format_of<bf16>, {1, 1, 34}, oracle::sum));
    check(sampling(tensor<fp32, 3, 34>{}), oracle::sampling(format_of<fp32>, format_of<i32>, {1, 3, 34}));
}

TEST_CASE("a scan costs what its loops do, in order and as a tree") {
    sweep(OF(scan), [](const auto& x, const auto& y, const shape& s) { return oracle::scan(x, y, s); });
    sweep(WITH(scan, work_efficient), [](const auto& x, const auto& y, const shape& s) { return oracle::tree_scan(x, y, s); });
    for (std::int64_t n = 1; n <= 40; ++n)
        check(scan(tensor<bf16, dyn>{n}, work_efficient), oracle::tree_scan(format_of<bf16>, format_of<bf16>, {1, 1, n}));
}

TEST_CASE("a rotary embedding costs what its loops do") {
    for (const auto [tokens, heads, kv_heads, size, turned] :
         {std::array<std::int64_t, 5>{1, 1, 1, 2, 2}, {5, 3, 1, 16, 2}, {7, 4, 2, 64, 34}, {2, 8, 8, 128, 64}}) {
        CAPTURE(size);
        const shape q{tokens, heads, size}, k{tokens, kv_heads, size};
        check(rope(dynamic<bf16>(q)), oracle::rope(format_of<bf16>, {q}, size));
        check(rope(dynamic<bf16>(q), dynamic<bf16>(k)), oracle::rope(format_of<bf16>, {q, k}, size));
        check(rope(dynamic<nvfp4>(q), dynamic<nvfp4>(k)), oracle::rope(format_of<nvfp4>, {q, k}, size));
        check(rope(dynamic<fp16>(q), dynamic<fp16>(k), rotary<dyn>(turned)), oracle::rope(format_of<fp16>, {q, k}, turned));
        check(rope(dynamic<fp16>(q), rotary<dyn>(turned)), oracle::rope(format_of<fp16>, {q}, turned));
    }
    check(rope(tensor<bf16, 5, 3, 8>{}, tensor<bf16, 5, 1, 8>{}, rotary<6>), oracle::rope(format_of<bf16>, {{5, 3, 8}, {5, 1, 8}}, 6));
    check(rope(tensor<bf16, 2, 5, 3, 8>{}), oracle::rope(format_of<bf16>, {{10, 3, 8}}, 8));
}

TEST_CASE("a conversion costs what its loops do") {
    const auto copied = [](scalar x) { return x; };
    const auto scaled = [](scalar x) { return x * scalar(2); };
    everywhere([&](const shape& s) {
        check(quantize<mxfp8_e4m3>(dynamic<bf16>(s)), oracle::quantize_blocks(format_of<bf16>, format_of<mxfp8_e4m3>, s));
        check(quantize<fp8_tile128>(dynamic<bf16>(s)), oracle::quantize_blocks(format_of<bf16>, format_of<fp8_tile128>, s));
        check(quantize<fp8_block128>(dynamic<fp32>(s)), oracle::quantize_blocks(format_of<fp32>, format_of<fp8_block128>, s));
        check(quantize<fp8_per_row>(dynamic<bf16>(s)), oracle::quantize_blocks(format_of<bf16>, format_of<fp8_per_row>, s));
        check(quantize<nvfp4>(dynamic<bf16>(s), static_scale), oracle::quantize_blocks(format_of<bf16>, format_of<nvfp4>, s));
        check(quantize<nvfp4>(dynamic<bf16>(s)), oracle::quantize_tensor(format_of<bf16>, format_of<nvfp4>, s, false));
        check(quantize<fp8_per_tensor>(dynamic<bf16>(s)),
              oracle::quantize_tensor(format_of<bf16>, format_of<fp8_per_tensor>, s, false));
        check(quantize<fp8_per_tensor>(dynamic<bf16>(s), static_scale),
              oracle::quantize_tensor(format_of<bf16>, format_of<fp8_per_tensor>, s, true));
        check(dequantize<bf16>(dynamic<nvfp4>(s)), oracle::map(format_of<nvfp4>, format_of<bf16>, s, scaled));
        check(dequantize<fp32>(dynamic<fp8_block128>(s)), oracle::map(format_of<fp8_block128>, format_of<fp32>, s, scaled));
        check(cast<fp16>(dynamic<fp32>(s)), oracle::map(format_of<fp32>, format_of<fp16>, s, copied));
        check(copy(dynamic<nvfp4>(s)), oracle::map(format_of<nvfp4>, format_of<nvfp4>, s, copied));
        check(transpose(dynamic<bf16>(s)), oracle::transpose(format_of<bf16>, s));
        check(transpose(dynamic<mxfp4>(s)), oracle::transpose(format_of<mxfp4>, s));
    });
    check(quantize<nvfp4>(tensor<bf16, 3, 34>{}), oracle::quantize_tensor(format_of<bf16>, format_of<nvfp4>, {1, 3, 34}, false));
    check(transpose(tensor<fp8_tile128, 2, 3, 130>{}), oracle::transpose(format_of<fp8_tile128>, {2, 3, 130}));
    check(copy(tensor<i64>{}), oracle::map(format_of<i64>, format_of<i64>, {1, 1, 1}, copied));
}

TEST_CASE("gathered rows cost what their loops do") {
    for (const auto [count, rows, width, distinct] :
         {std::array<std::int64_t, 4>{1, 1, 1, 1}, {7, 100, 17, 5}, {64, 11, 128, 11}, {5, 300, 33, 1}}) {
        CAPTURE(count);
        const shape table{1, rows, width};
        check(embedding(tensor<i32, dyn>{count}, tensor<bf16, dyn, dyn>{rows, width}, distinct_rows<dyn>(distinct)),
              oracle::gather(format_of<i32>, format_of<bf16>, count, table, distinct, false));
        check(gather(tensor<nvfp4, dyn, dyn>{rows, width}, tensor<i64, dyn>{count}, distinct_rows<dyn>(distinct)),
              oracle::gather(format_of<i64>, format_of<nvfp4>, count, table, distinct, false));
        check(embedding(tensor<i32, dyn>{count}, tensor<fp8_tile128, dyn, dyn>{rows, width}),
              oracle::gather(format_of<i32>, format_of<fp8_tile128>, count, table, 1, false));
        check(embedding(tensor<i32, dyn>{count}, tensor<fp8_tile128, dyn, dyn>{rows, width}, every_row),
              oracle::gather(format_of<i32>, format_of<fp8_tile128>, count, table, count, true));
    }
    check(embedding(tensor<i32, 2, 3>{}, tensor<bf16, 9, 4>{}, distinct_rows<5>),
          oracle::gather(format_of<i32>, format_of<bf16>, 6, {1, 9, 4}, 5, false));
}
