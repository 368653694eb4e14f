// SPDX-License-Identifier: BSL-1.0
#include "compose_all.hpp"

#include <roofline/op/collective.hpp>
#include <roofline/op/convolution.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/op/recurrent.hpp>

using namespace roofline;
using namespace roofline::literals;
using composing::npu;

namespace {

/// Operators whose class, entries or steps are not those of a plain one, with extents in their types.
template<class F>
constexpr void for_each_unusual(F&& f) {
    const auto x = tensor<bf16, 20, 12>{};
    const auto w = tensor<bf16, 12, 28>{};
    const auto xs = tensor<bf16, 5, 20, 12>{};
    const auto ws = tensor<bf16, 5, 12, 28>{};
    const auto product = matmul(x, w, tiled<tile<16, 8, 4>>);
    f("matmul", matmul(x, w));
    f("matmul, of a quantized weight", matmul(x, tensor<mxfp4, 12, 28>{}, math<bf16>));
    f("matmul, in tiles", product);
    f("matmul, in tiles of the run time", matmul(x, w, tiled<tile<dyn, 8, dyn>>(16, 4)));
    f("matmul, in waves", in_waves(product, npu, tiles_per_unit<2>));
    f("matmul, bias and sum", matmul(x, w, with_bias(tensor<bf16, 28>{}), accumulate(tensor<bf16, 20, 28>{})));
    f("matmul, widen", matmul(x, tensor<i4, 12, 28>{}, widen<2>, math<bf16>));
    f("matmul, split_k", matmul(x, w, split_k<2>));
    f("batched_matmul", batched_matmul(xs, ws));
    f("batched_matmul, in tiles", batched_matmul(xs, ws, tiled<tile<16, 8, 4>>));
    f("grouped_matmul", grouped_matmul(tensor<bf16, 20, 12>{}, ws, top_k<2>, distinct_experts::expected_uniform));
    f("grouped_matmul, group_sizes", grouped_matmul(x, ws, group_sizes(4, 0, 8, 8, 0)));
    f("rms_norm", rms_norm(x, tensor<bf16, 12>{}));
    f("rms_norm, residual", rms_norm(x, tensor<bf16, 12>{}, residual(x)));
    f("softmax, three_pass", softmax(x, three_pass));
    f("add, of one tensor", add(x, x));
    f("rope, in part", rope(tensor<bf16, 2, 3, 8>{}, tensor<bf16, 2, 5, 8>{}, rotary<2>));
    f("embedding", embedding(tensor<i32, 20>{}, tensor<bf16, 100, 12>{}));
    f("gather, distinct_rows", gather(tensor<bf16, 100, 12>{}, tensor<i64, 20>{}, distinct_rows<4>));
    f("argmax", argmax(x));
    f("quantize", quantize<nvfp4>(x));

    const auto q = tensor<bf16, 2, 6, 4, 16>{};
    const auto k = tensor<bf16, 2, 9, 2, 16>{};
    f("attention", attention(q, k, k));
    f("attention, blocks", attention(q, k, k, causal, blocks<4, 8>));
    f("attention, window", attention(q, k, k, window<4>));
    f("attention, materialized", attention(q, k, k, causal, materialized));
    f("attention, split_kv", attention(q, k, k, split_kv<2>));
    f("attention, paged", attention(q, k, k, paged<4>));
    f("attention, shared_prefix", attention(q, k, k, causal, shared_prefix<1>));
    f("attention, additive_mask", attention(q, k, k, additive_mask(tensor<bf16, 6, 9>{})));
    f("verify, a tree", verify(tensor<bf16, 2, 3, 4, 16>{}, k, k, candidate_tree(-1, 0, 0)));
    f("mla_decode, selected",
      mla_decode(tensor<bf16, 2, 1, 4, 12>{}, tensor<bf16, 2, 20, 12>{}, latent<8>, selected<8>));
    f("mla_prefill", mla_prefill(tensor<bf16, 1, 6, 4, 12>{}, tensor<bf16, 1, 9, 4, 8>{},
                                 tensor<bf16, 1, 9, 4>{}, tensor<bf16, 1, 9, 4, 8>{}));
    f("lightning_indexer", lightning_indexer(tensor<bf16, 2, 1, 4, 8>{}, tensor<bf16, 2, 9, 8>{},
                                             tensor<bf16, 2, 1, 4>{}));

    f("top_k_softmax", top_k_softmax(x, top_k<2>, renormalized));
    f("grouped_top_k", grouped_top_k(x, tensor<bf16, 12>{}, top_k<2>, expert_groups<4>, kept_groups<2>));
    f("permute", permute(x, top_k<2>));
    f("combine", combine(x, tensor<bf16, 10, 2>{}));

    f("all_reduce, ring", all_reduce<scale_up>(x, ranks<4>, ring));
    f("all_reduce, one_shot", all_reduce<scale_up>(x, ranks<4>, one_shot));
    f("all_reduce, tree", all_reduce<scale_up>(x, ranks<4>, tree));
    f("all_reduce, in_switch", all_reduce<scale_up>(x, ranks<4>, in_switch));
    f("all_gather", all_gather<scale_up>(x, ranks<4>));
    f("reduce_scatter", reduce_scatter<scale_up>(x, ranks<4>));
    f("all_to_all", all_to_all<scale_up>(x, ranks<4>));
    f("send", send<scale_up>(x));
    f("broadcast", broadcast<scale_up>(x, ranks<4>));

    f("convolution, of a line", convolution(tensor<bf16, 2, 4, 9>{}, tensor<bf16, 6, 4, 3>{}, stride<2>));
    f("convolution, of a plane",
      convolution(tensor<bf16, 1, 4, 8, 8>{}, tensor<bf16, 6, 2, 3, 3>{}, padding<1>, groups<2>));
    f("ssd_update", ssd_update(tensor<bf16, 2, 4, 8, 16>{}, tensor<bf16, 2, 4, 8>{},
                               tensor<bf16, 2, 4>{}, tensor<bf16, 4>{}, tensor<bf16, 2, 1, 16>{},
                               tensor<bf16, 2, 1, 16>{}));
    const auto keys = tensor<bf16, 1, 6, 2, 8>{};
    const auto gate = tensor<bf16, 1, 6, 4>{};
    f("gated_delta", gated_delta(tensor<bf16, 1, 4, 16, 8>{}, keys, keys, tensor<bf16, 1, 6, 4, 16>{}, gate,
                                 gate, chunk<4>));
    f("linear_attention_update",
      linear_attention_update(tensor<bf16, 2, 4, 16, 8>{}, tensor<bf16, 2, 2, 8>{},
                              tensor<bf16, 2, 2, 8>{}, tensor<bf16, 2, 4, 16>{}));
    f("conv1d_update", conv1d_update(tensor<bf16, 2, 8, 3>{}, tensor<bf16, 2, 8>{}, tensor<bf16, 8, 4>{}));

    f("op, with tensors", op(demand<memory<dram>>(10_kB), takes(x), gives(x)));
    f("op, without", op(demand<matrix_math<bf16>>(1_GFLOP), demand<memory<dram>>(10_kB)));
}

}  // namespace

TEST_CASE("every composition of an operator with extents in its type") {
    for_each_unusual([](std::string_view name, const auto& op) { composing::report(name, op, npu); });
}
