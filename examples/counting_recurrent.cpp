// SPDX-License-Identifier: BSL-1.0
// What recurrent operators cost and what a cache that keeps named tensors spares, each rule as an assertion, and a table.

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>

using namespace roofline;

namespace update {
// [update]
// One token of a Mamba-2 layer: 8 sequences, 80 heads of 64, a state of 128 for each element.
constexpr tensor<fp32, 8, 80, 64, 128> state;
constexpr tensor<bf16, 8, 80, 64> x;
constexpr tensor<bf16, 8, 80> dt;
constexpr tensor<fp32, 80> a;
constexpr tensor<bf16, 8, 1, 128> b;
constexpr auto token = ssd_update(state, x, dt, a, b, b);
static_assert(demand_on<vector_math<fp32>>(token) == 8.0 * 80 * (1 + 64 + 5 * 64 * 128) * units::flop);
static_assert(traffic(token) == 2 * footprint(state) + 2 * footprint(x) + footprint(dt) + footprint(a) + 2 * footprint(b));
static_assert(memory_bound(token, hw::h100_sxm));

// A token of the gated delta rule, of plain linear attention, and of the short convolution before them.
constexpr tensor<bf16, 8, 32, 128, 128> memory_of_heads;
constexpr tensor<bf16, 8, 16, 128> key;
constexpr tensor<bf16, 8, 32, 128> values;
constexpr tensor<bf16, 8, 32> gate;
constexpr auto delta = gated_delta_update(memory_of_heads, key, key, values, gate, gate);
constexpr auto linear = linear_attention_update(memory_of_heads, key, key, values);
static_assert(work(delta) > work(linear) && traffic(delta) == traffic(linear) + 2 * footprint(gate));
constexpr auto conv = conv1d_update(tensor<bf16, 8, 3072, 3>{}, tensor<bf16, 8, 3072>{}, tensor<bf16, 3072, 4>{});
static_assert(work(conv) == 2 * 4 * 8 * 3072 * 1_FLOP);
// [/update]
}  // namespace update

namespace chunked {
// [chunked]
// 4096 tokens by the gated delta rule: 16 heads of keys, 32 of values, 128 elements each; chunks of 64.
constexpr tensor<bf16, 1, 32, 128, 128> state;
constexpr tensor<bf16, 1, 4096, 16, 128> keys;
constexpr tensor<bf16, 1, 4096, 32, 128> values;
constexpr tensor<bf16, 1, 4096, 32> gate;
constexpr auto prompt = gated_delta(state, keys, keys, values, gate, gate, chunk<64>);
constexpr double l = 64, d = 128, e = 128, pairs = l * (l + 1) / 2, earlier = l * (l - 1) / 2;
constexpr double of_heads = 32 * 2 * e * (pairs + earlier + 3 * l * d), of_groups = 16 * 2 * d * (pairs + earlier);
static_assert(work(prompt) == 4096 / l * (of_heads + of_groups) * units::flop);
static_assert(traffic(prompt) == 2 * (footprint(state) + footprint(keys) + footprint(values) + footprint(gate)));

constexpr auto plain = linear_attention(state, keys, keys, values);
static_assert(work(plain) < work(prompt));

// A prompt of Mamba-2, 80 heads of 64, one group of B and C.
constexpr auto mamba = ssd(tensor<fp32, 1, 80, 64, 128>{}, tensor<bf16, 1, 4096, 80, 64>{}, tensor<bf16, 1, 4096, 80>{},
                           tensor<fp32, 80>{}, tensor<bf16, 1, 4096, 1, 128>{}, tensor<bf16, 1, 4096, 1, 128>{});
static_assert(intensity(mamba) > 10 * intensity(update::token));  // chunks read the state once, not once a token
// [/chunked]
}  // namespace chunked

namespace cached {
// [resident]
constexpr tensor<bf16, 64, 4096> x;
constexpr tensor<bf16, 4096, 2048> w;  // 16 MiB of a cache of 50
constexpr auto up = matmul(x, w);      // -> (64,2048)
constexpr auto act = silu_and_mul(up.result());

constexpr auto p = place(up, hw::h100_sxm, resident(w));
static_assert(p.time < min_time(up, hw::h100_sxm));
static_assert(p.assumption == "resident" && p.traffic() == traffic(up));  // the amounts stay the operator's own

// Between kernels y is neither written to DRAM nor read again.
constexpr auto y = up.result();
constexpr auto both = sequence(up, act);
constexpr auto spared = 2 * footprint(y) / rate<memory<dram>>(hw::h100_sxm);
static_assert(min_time(both, hw::h100_sxm) - min_time(both, hw::h100_sxm, resident(y)) > 0.99 * spared);
// [/resident]
}  // namespace cached

int main() {
    using report::align, report::engineering;
    report::table t({{"operator"}, {"FLOP", align::right}, {"bytes", align::right}, {"FLOP/B", align::right}});
    const auto row = [&](const char* name, const auto& cost) {
        t.row({name, engineering(work(cost)).bare(), engineering(traffic(cost)).bare(), engineering(intensity(cost)).bare()});
    };
    row("ssd_update, 8 tokens", update::token);
    row("gated_delta, 4096 tokens", chunked::prompt);
    row("linear_attention, 4096 tokens", chunked::plain);
    std::cout << report::terminal(t);
}
