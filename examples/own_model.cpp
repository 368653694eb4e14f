// SPDX-License-Identifier: BSL-1.0
// A model from its configuration file, an activation that the library does not bring, and a mixer of one's own.

#include "common/run.hpp"

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/model.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <iostream>
#include <string_view>

using namespace roofline;

// [model]
// Gemma 2 27B: every other layer sees the last 4096 keys, results are normed, too, and the head is the embedding table.
constexpr grouped_query_attention whole{.heads = 32, .kv_heads = 16, .head_size = 128, .rotary = 128};
constexpr grouped_query_attention local{.heads = 32, .kv_heads = 16, .head_size = 128, .rotary = 128, .window = 4096};
constexpr feed_forward<activation::geglu> perceptron{.intermediate = 36864};

constexpr transformer gemma_2_27b(
    backbone{.name = "Gemma 2 27B", .hidden = 4608, .vocabulary = 256000, .max_position = 8192, .tied = true}, rms_normed{},
    layers{23, local, perceptron, true}, layers{23, whole, perceptron, true});  // true: post_norms

static_assert(parameters(gemma_2_27b) == 27'227'128'320);  // the released checkpoint has as many
static_assert(cache_footprint(gemma_2_27b, uniform<bf16>, 8192) == 23 * (4096 + 8192) * 8_KiB);
static_assert(memory_bound(decode(gemma_2_27b, 8, 8192, uniform<bf16>), hw::h100_sxm));
// [/model]

// [activation]
struct squared_relu {
    static constexpr std::string_view name = "squared_relu";
    static constexpr bool gated = false;  // a gated one is given both halves, (T, 2 i)
    template<class X>
    static constexpr auto on(const X& x) {
        const auto y = relu(x);
        return fuse(y, multiply(y.result(), y.result()));
    }
};
// [/activation]

// [mixer]
/// Linear attention: a sequence keeps a matrix for each head, however long it is.
struct linear_mixer {
    std::int64_t heads = 0, head_size = 0;

    template<class F>
    constexpr void weights(std::int64_t hidden, F&& f) const {  // f(class, K, N, copies)
        f(weight_class::attention, hidden, heads * head_size, 3);
        f(weight_class::attention, heads * head_size, hidden, 1);
    }
    template<class T>
    constexpr double cache_bytes(std::int64_t) const {  // of a sequence in a layer
        return footprint(tensor<T, dyn, dyn, dyn>{heads, head_size, head_size}).value();
    }
    template<class Plan, class F>
    constexpr void operators(const Plan& p, F&& f) const {  // f(name, operator)
        using T = typename Plan::residual;
        using weight = typename Plan::recipe::attention::weights;
        const std::int64_t t = p.tokens(), b = p.batch, s = p.added, n = heads, d = head_size;
        const tensor<typename Plan::recipe::kv_cache, dyn, dyn, dyn, dyn> state{b, n, d, d};
        const tensor<T, dyn, dyn, dyn, dyn> q{b, s, n, d};  // k and v are alike
        f("qkv_proj", matmul(tensor<T, dyn, dyn>{t, p.hidden}, tensor<weight, dyn, dyn>{p.hidden, 3 * n * d}));
        f("linear_attention", linear_attention(state, q, q, q));
        f("o_proj", matmul(tensor<T, dyn, dyn>{t, n * d}, tensor<weight, dyn, dyn>{n * d, p.hidden}));
    }
};

constexpr transformer finch(
    backbone{.name = "Finch", .hidden = 2048, .vocabulary = 32000}, rms_normed{},
    layers{24, linear_mixer{.heads = 16, .head_size = 128}, feed_forward<squared_relu>{.intermediate = 8192}});
static_assert(traffic(decode(finch, 1, 1'000'000, uniform<bf16>)) == traffic(decode(finch, 1, 1, uniform<bf16>)));
// [/mixer]

int main() {
    return example::run("own_model", [] {
        using report::align;
        report::table t({{"kernel of Finch"}, {"runs", align::right}, {"time", align::right}});
        for (const kernel_placement& k : place(decode(finch, 64, 4096, uniform<bf16>), hw::h100_sxm))
            t.row({k.name, k.layers, k.time});
        std::cout << report::terminal(t);
    });
}
