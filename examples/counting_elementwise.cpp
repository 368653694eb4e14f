// SPDX-License-Identifier: BSL-1.0
// What elementwise operators are counted to cost, each as an assertion, and a table of it.

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>

using namespace roofline;

namespace norms {
// [residual]
constexpr tensor<bf16, 64, 4096> x;
constexpr tensor<bf16, 4096> weight;

constexpr auto norm = layer_norm(x, weight, weight);
static_assert(demand_on<vector_math<fp32>>(norm) == 7 * elements(x) * 1_FLOP);

constexpr auto with_sum = rms_norm(x, weight, residual(x));  // x + x is written, too
static_assert(work(with_sum) == work(rms_norm(x, weight)) + elements(x) * 1_FLOP);
static_assert(traffic(with_sum) == 4 * footprint(x) + footprint(weight));
// [/residual]
}  // namespace norms

namespace activations {
// [activations]
constexpr tensor<bf16, 64, 2048> gate, value;

static_assert(work(swiglu(gate, value)) == work(silu(gate)) + work(multiply(gate, value)));
static_assert(demand_on<special_math<special::tanh>>(gelu(gate)) == elements(gate) * 1_FLOP);
static_assert(work(gelu(gate)) == 8 * elements(gate) * 1_FLOP);
static_assert(work(gelu(gate, erf_form)) == 19 * elements(gate) * 1_FLOP);
static_assert(work(relu(gate)) == elements(gate) * 1_FLOP);

constexpr tensor<bf16, 64, 4096> both;  // gate and value side by side
static_assert(work(silu_and_mul(both)) == work(swiglu(gate, value)));
static_assert(work(gelu_and_mul(both)) == work(geglu(gate, value)));
static_assert(work(reglu(gate, value)) == work(relu(gate)) + work(multiply(gate, value)));
// [/activations]
constexpr auto gated = swiglu(gate, value);
}  // namespace activations

namespace rows {
// [rows]
constexpr tensor<fp32, 8, 32000> logits;

constexpr auto p = softmax(logits);
static_assert(demand_on<special_math<special::exp2>>(p) == elements(logits) * 1_FLOP);
static_assert(demand_on<special_math<special::reciprocal>>(p) == 8_FLOP);  // one a row
static_assert(work(p) == 5 * elements(logits) * 1_FLOP + 8_FLOP);
static_assert(traffic(softmax(logits, three_pass)) == traffic(p) + 2 * footprint(logits));

constexpr auto token = sampling(logits);  // (8,32000) -> (8)
static_assert(work(token) == work(p) + work(scan(logits)) + work(argmax(logits)));
static_assert(work(reduction(logits, reduce::max)) == elements(logits) * 1_FLOP);
// [/rows]
}  // namespace rows

namespace rotation {
// [rope]
constexpr tensor<bf16, 64, 32, 128> q;
constexpr tensor<bf16, 64, 8, 128> k;

constexpr auto turned = rope(q, k);
static_assert(work(turned) == 3 * 64 * (32 + 8) * 128 * 1_FLOP);
static_assert(traffic(turned) == 2 * (footprint(q) + footprint(k)) + 64 * 128 * 4_B);
static_assert(traffic(rope(q, k, rotary<64>)) == 0.5 * traffic(turned));
// [/rope]
}  // namespace rotation

namespace conversion {
// [quantize]
constexpr tensor<bf16, 64, 4096> x;

constexpr auto tiles = quantize<fp8_tile128>(x);  // a scale for each 128
static_assert(work(tiles) == 3 * elements(x) * 1_FLOP);
static_assert(traffic(tiles) == footprint(x) + footprint(tiles.result()));

constexpr auto whole = quantize<fp8_per_tensor>(x);  // one scale, known after a first pass
static_assert(traffic(whole) == 2 * footprint(x) + footprint(whole.result()));
static_assert(traffic(quantize<fp8_per_tensor>(x, static_scale)) == footprint(x) + footprint(whole.result()));

static_assert(work(dequantize<bf16>(tiles.result())) == elements(x) * 1_FLOP);

// What only moves has no FLOP.
static_assert(work(copy(x)) == 0_FLOP && traffic(copy(x)) == 2 * footprint(x));
static_assert(traffic(cast<fp32>(x)) == 3 * footprint(x));
static_assert(elements(transpose(x).result()) == elements(x));  // (64,4096) -> (4096,64)
// [/quantize]
}  // namespace conversion

namespace gathered {
// [embedding]
constexpr tensor<i32, 64> ids;
constexpr tensor<bf16, 32000, 4096> table;
constexpr auto row = 4096 * 2_B;

constexpr auto e = embedding(ids, table);
static_assert(traffic(e) == 64 * 4_B + 1 * row + 64 * row);  // all ids may be the same
static_assert(traffic(embedding(ids, table, distinct_rows<40>)) == 64 * 4_B + 40 * row + 64 * row);
static_assert(traffic(embedding(ids, table, every_row)) == 64 * 4_B + 64 * row + 64 * row);
static_assert(traffic(gather(table, ids)) == traffic(e));
static_assert(work(e) == 0_FLOP && intensity(e) == 0_FLOPpB);
static_assert(memory_bound(e, hw::h100_sxm) && peak_fraction(e, hw::h100_sxm) == 0);
// [/embedding]
}  // namespace gathered

int main() {
    using report::align, report::engineering;
    report::table t({{"operator"}, {"FLOP", align::right}, {"bytes", align::right}, {"FLOP/B", align::right}});
    const auto row = [&](const char* name, const auto& cost) {
        t.row({name, engineering(work(cost)).bare(), engineering(traffic(cost)).bare(),
               engineering(intensity(cost)).bare()});
    };
    row("layer_norm", norms::norm);
    row("rms_norm with residual", norms::with_sum);
    row("swiglu", activations::gated);
    row("softmax", rows::p);
    row("sampling", rows::token);
    row("rope", rotation::turned);
    row("quantize<fp8_tile128>", conversion::tiles);
    row("embedding", gathered::e);
    std::cout << report::terminal(t);
}
