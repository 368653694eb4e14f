// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>
#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/op/convolution.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <cstdint>
#include <string_view>

// Every operator, with extents of the run time, and a machine for all of them. The rates are powers of two, so that no law
// of equal times needs a tolerance beyond the order of a sum.
namespace families {

using namespace roofline;

constexpr double gi = 1024.0 * 1024.0 * 1024.0;
constexpr auto flops(double x) { return units::performance::from_value(x * gi); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x * gi); }

/// A machine with one ceiling, of this number, raised twofold.
inline any_machine npu(int raised = -1) {
    const auto by = [raised](int i) { return i == raised ? 2.0 : 1.0; };
    return machine<"npu">(ceiling<matrix_math<bf16>>(flops(256 * by(0)), datasheet("x")),
                          ceiling<vector_math<fp32>>(flops(16 * by(1)), datasheet("x")),
                          ceiling<special_math<special::exp2>>(flops(4 * by(2)), datasheet("x")),
                          ceiling<special_math<special::log2>>(flops(4 * by(3)), datasheet("x")),
                          ceiling<special_math<special::reciprocal>>(flops(4 * by(4)), datasheet("x")),
                          ceiling<special_math<special::rsqrt>>(flops(4 * by(5)), datasheet("x")),
                          ceiling<special_math<special::tanh>>(flops(4 * by(6)), datasheet("x")),
                          ceiling<memory<dram>>(bps(4 * by(7)), datasheet("x")),
                          ceiling<interconnect<scale_up>>(bps(by(8)), datasheet("x")),
                          ceiling<matrix_math<bf16, fp32, sparse_2_4>>(flops(512 * by(9)), datasheet("x")),
                          ceiling<memory<llc>>(bps(16 * by(10)), datasheet("x")),
                          ceiling<memory<shared>>(bps(64 * by(11)), datasheet("x")),
                          capacity<memory<llc>>(units::traffic::from_value(65536), datasheet("x")));
}
constexpr int ceilings = 12;

/// Four numbers of which an operator makes its extents.
using extents = std::int64_t[4];
struct family {
    std::string_view name;
    any_operator (*make)(const extents&);
    int extents_used;
};
using t1 = tensor<bf16, dyn>;
using t2 = tensor<bf16, dyn, dyn>;
using t3 = tensor<bf16, dyn, dyn, dyn>;
using t4 = tensor<bf16, dyn, dyn, dyn, dyn>;

/// For products in waves.
inline constexpr auto three_units = machine<"three units">(compute_units(3, datasheet("x")));

/// Where an operator is a matter of several options, once for each.
inline constexpr family operators[] = {
    {"matmul",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, t2{e[1], e[2]});
     },
     3},
    {"batched_matmul",
     [](const extents& e) -> any_operator {
         return batched_matmul(t3{e[0], e[1], e[2]}, t3{e[0], e[2], e[3]});
     },
     4},
    {"rms_norm",
     [](const extents& e) -> any_operator {
         return rms_norm(t2{e[0], e[1]}, t1{e[1]});
     },
     2},
    {"silu_and_mul",
     [](const extents& e) -> any_operator {
         return silu_and_mul(t2{e[0], 2 * e[1]});
     },
     2},
    {"softmax",
     [](const extents& e) -> any_operator {
         return softmax(t2{e[0], e[1]});
     },
     2},
    {"gelu",
     [](const extents& e) -> any_operator {
         return gelu(t2{e[0], e[1]});
     },
     2},
    {"copy",
     [](const extents& e) -> any_operator {
         return copy(t2{e[0], e[1]});
     },
     2},
    {"attention",
     [](const extents& e) -> any_operator {
         return attention(t4{e[0], 1, 2 * e[1], e[2]}, t4{e[0], e[3], e[1], e[2]}, t4{e[0], e[3], e[1], e[2]});
     },
     4},
    {"embedding",
     [](const extents& e) -> any_operator {
         return embedding(tensor<i32, dyn>{e[0]}, t2{100, e[1]});
     },
     2},
    {"permute",
     [](const extents& e) -> any_operator {
         return permute(t2{e[0], e[1]}, top_k<dyn>(e[2]));
     },
     3},
    {"combine",
     [](const extents& e) -> any_operator {
         return combine(t2{e[0] * e[2], e[1]}, t2{e[0], e[2]});
     },
     3},
    {"all_reduce",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
     },
     2},
    {"all_gather",
     [](const extents& e) -> any_operator {
         return all_gather<scale_up>(t2{e[0], e[1]}, ranks<dyn>(e[2] + 1));
     },
     3},
    {"ssd_update",
     [](const extents& e) -> any_operator {
         return ssd_update(t4{e[0], e[1], e[2], e[3]}, t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t1{e[1]}, t3{e[0], 1, e[3]},
                           t3{e[0], 1, e[3]});
     },
     4},
    {"gated_delta",
     [](const extents& e) -> any_operator {
         const t4 keys{1, e[0], e[1], e[2]};
         const t3 gate{1, e[0], 2 * e[1]};
         return gated_delta(t4{1, 2 * e[1], e[3], e[2]}, keys, keys, t4{1, e[0], 2 * e[1], e[3]}, gate, gate, chunk<4>);
     },
     4},
    {"linear_attention",
     [](const extents& e) -> any_operator {
         const t4 keys{1, e[0], e[1], e[2]};
         return linear_attention(t4{1, e[1], e[3], e[2]}, keys, keys, t4{1, e[0], e[1], e[3]}, chunk<4>);
     },
     4},
    {"conv1d_update",
     [](const extents& e) -> any_operator {
         return conv1d_update(t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t2{e[1], e[2] + 1});
     },
     3},
    {"matmul, pruned",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, tensor<pruned_2_4<bf16>, dyn, dyn>{e[1], e[2]});
     },
     3},
    {"matmul, in tiles",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<16, 8, 4>>);
     },
     3},
    {"batched_matmul, in tiles",
     [](const extents& e) -> any_operator {
         return batched_matmul(t3{e[0], e[1], e[2]}, t3{e[0], e[2], e[3]}, tiled<tile<16, 8, 4>>);
     },
     4},
    {"matmul, in waves",
     [](const extents& e) -> any_operator {
         return in_waves(matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, tiled<tile<16, 8, 4>>), three_units);
     },
     3},
    {"matmul, bias and sum",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}, with_bias(t1{e[2]}), accumulate(t2{e[0], e[2]}), epilogue<3>);
     },
     3},
    {"matmul, widen",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, tensor<i4, dyn, dyn>{e[1], e[2]}, widen<2>, math<bf16>);
     },
     3},
    {"matmul, split_k",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1] + 1}, t2{e[1] + 1, e[2]}, split_k<2>, with_bias(t1{e[2]}));
     },
     3},
    {"grouped_matmul, fewest",
     [](const extents& e) -> any_operator {
         return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::fewest);
     },
     4},
    {"grouped_matmul, expected_uniform",
     [](const extents& e) -> any_operator {
         return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::expected_uniform);
     },
     4},
    {"grouped_matmul, most",
     [](const extents& e) -> any_operator {
         return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::most);
     },
     4},
    {"grouped_matmul, given",
     [](const extents& e) -> any_operator {
         return grouped_matmul(t2{2 * e[0], e[1]}, t3{e[3] + 1, e[1], e[2]}, top_k<2>, distinct_experts::given<2>);
     },
     4},
    {"grouped_matmul, group_sizes",
     [](const extents& e) -> any_operator {
         return grouped_matmul(t2{e[0] + e[3], e[1]}, t3{3, e[1], e[2]}, group_sizes(e[0], std::int64_t{0}, e[3]));
     },
     4},
    {"relu",
     [](const extents& e) -> any_operator {
         return relu(t2{e[0], e[1]});
     },
     2},
    {"silu",
     [](const extents& e) -> any_operator {
         return silu(t2{e[0], e[1]});
     },
     2},
    {"transpose",
     [](const extents& e) -> any_operator {
         return transpose(t2{e[0], e[1]});
     },
     2},
    {"reduction",
     [](const extents& e) -> any_operator {
         return reduction(t2{e[0], e[1]});
     },
     2},
    {"argmax",
     [](const extents& e) -> any_operator {
         return argmax(t2{e[0], e[1]});
     },
     2},
    {"scan",
     [](const extents& e) -> any_operator {
         return scan(t2{e[0], e[1]});
     },
     2},
    {"sampling",
     [](const extents& e) -> any_operator {
         return sampling(t2{e[0], e[1]});
     },
     2},
    {"gelu, erf_form",
     [](const extents& e) -> any_operator {
         return gelu(t2{e[0], e[1]}, erf_form);
     },
     2},
    {"scan, work_efficient",
     [](const extents& e) -> any_operator {
         return scan(t2{e[0], e[1]}, work_efficient);
     },
     2},
    {"softmax, three_pass",
     [](const extents& e) -> any_operator {
         return softmax(t2{e[0], e[1]}, three_pass);
     },
     2},
    {"add",
     [](const extents& e) -> any_operator {
         return add(t2{e[0], e[1]}, t2{e[0], e[1]});
     },
     2},
    {"multiply",
     [](const extents& e) -> any_operator {
         return multiply(t2{e[0], e[1]}, t2{e[0], e[1]});
     },
     2},
    {"swiglu",
     [](const extents& e) -> any_operator {
         return swiglu(t2{e[0], e[1]}, t2{e[0], e[1]});
     },
     2},
    {"gelu_and_mul",
     [](const extents& e) -> any_operator {
         return gelu_and_mul(t2{e[0], 2 * e[1]});
     },
     2},
    {"layer_norm",
     [](const extents& e) -> any_operator {
         return layer_norm(t2{e[0], e[1]}, t1{e[1]}, t1{e[1]});
     },
     2},
    {"rms_norm, residual",
     [](const extents& e) -> any_operator {
         return rms_norm(t2{e[0], e[1]}, t1{e[1]}, residual(t2{e[0], e[1]}));
     },
     2},
    {"cast",
     [](const extents& e) -> any_operator {
         return cast<fp32>(t2{e[0], e[1]});
     },
     2},
    {"quantize, nvfp4",
     [](const extents& e) -> any_operator {
         return quantize<nvfp4>(t2{e[0], e[1]});
     },
     2},
    {"quantize, mxfp8",
     [](const extents& e) -> any_operator {
         return quantize<mxfp8_e4m3>(t2{e[0], e[1]});
     },
     2},
    {"dequantize",
     [](const extents& e) -> any_operator {
         return dequantize<bf16>(tensor<mxfp4, dyn, dyn>{e[0], e[1]});
     },
     2},
    {"rope",
     [](const extents& e) -> any_operator {
         return rope(t3{e[0], e[1], 2 * e[2]}, t3{e[0], e[3], 2 * e[2]});
     },
     4},
    {"rope, in part",
     [](const extents& e) -> any_operator {
         return rope(t3{e[0], e[1], 2 * e[2]}, t3{e[0], e[3], 2 * e[2]}, rotary<2>);
     },
     4},
    {"attention, causal",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, causal);
     },
     4},
    {"attention, window",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, window<8>);
     },
     4},
    {"attention, materialized",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, causal, materialized);
     },
     4},
    {"attention, split_kv",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, split_kv<2>);
     },
     4},
    {"attention, paged",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, paged<4>);
     },
     4},
    {"attention, shared_prefix",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, causal, shared_prefix<1>);
     },
     4},
    {"attention, blocks",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, causal, blocks<4, 8>);
     },
     4},
    {"attention, additive_mask",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return attention(q, k, k, additive_mask(t2{e[1], e[1] + e[3]}));
     },
     4},
    {"verify",
     [](const extents& e) -> any_operator {
         const t4 q{e[0], e[1], 4, e[2]}, k{e[0], e[1] + e[3], 2, e[2]};  // e[3] keys before the queries
         return verify(q, k, k);
     },
     4},
    {"verify, a tree",
     [](const extents& e) -> any_operator {
         const t4 k{e[0], 3 + e[2], 2, e[1]};
         return verify(t4{e[0], 3, 2, e[1]}, k, k, candidate_tree(-1, 0, 0));
     },
     3},
    {"mla_decode",
     [](const extents& e) -> any_operator {
         return mla_decode(t4{e[0], 1, e[1], e[2] + 4}, t3{e[0], e[3], e[2] + 4}, latent<4>);
     },
     4},
    {"mla_decode, selected",
     [](const extents& e) -> any_operator {
         return mla_decode(t4{e[0], 1, e[1], e[2] + 4}, t3{e[0], e[3], e[2] + 4}, latent<4>, selected<8>);
     },
     4},
    {"mla_prefill",
     [](const extents& e) -> any_operator {
         return mla_prefill(t4{1, e[0], e[1], 8 + e[2]}, t4{1, e[0] + e[3], e[1], 8}, t3{1, e[0] + e[3], e[2]},
                            t4{1, e[0] + e[3], e[1], 8});
     },
     4},
    {"lightning_indexer",
     [](const extents& e) -> any_operator {
         return lightning_indexer(t4{e[0], 1, e[1], e[2]}, t3{e[0], e[3], e[2]}, t3{e[0], 1, e[1]});
     },
     4},
    {"top_k_softmax",
     [](const extents& e) -> any_operator {
         return top_k_softmax(t2{e[0], e[1] + 1}, top_k<2>, renormalized);
     },
     2},
    {"top_k_sigmoid",
     [](const extents& e) -> any_operator {
         return top_k_sigmoid(t2{e[0], e[1] + 1}, top_k<2>);
     },
     2},
    {"grouped_top_k",
     [](const extents& e) -> any_operator {
         return grouped_top_k(t2{e[0], 8 * e[1]}, t1{8 * e[1]}, top_k<2>, expert_groups<4>, kept_groups<2>);
     },
     2},
    {"embedding, every_row",
     [](const extents& e) -> any_operator {
         return embedding(tensor<i32, dyn, dyn>{e[0], e[1]}, t2{100, e[2]}, every_row);
     },
     3},
    {"gather, distinct_rows",
     [](const extents& e) -> any_operator {
         return gather(t2{100 + e[0], e[1]}, tensor<i64, dyn>{4 + e[2]}, distinct_rows<4>);
     },
     3},
    {"all_reduce, ring",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, ring);
     },
     2},
    {"all_reduce, one_shot",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, one_shot);
     },
     2},
    {"all_reduce, tree",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, tree);
     },
     2},
    {"all_reduce, in_switch",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{e[0], e[1]}, ranks<5>, in_switch);
     },
     2},
    {"reduce_scatter",
     [](const extents& e) -> any_operator {
         return reduce_scatter<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
     },
     2},
    {"all_to_all",
     [](const extents& e) -> any_operator {
         return all_to_all<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
     },
     2},
    {"send",
     [](const extents& e) -> any_operator {
         return send<scale_up>(t2{e[0], e[1]});
     },
     2},
    {"broadcast",
     [](const extents& e) -> any_operator {
         return broadcast<scale_up>(t2{e[0], e[1]}, ranks<4>);
     },
     2},
    {"convolution, of a line",
     [](const extents& e) -> any_operator {
         return convolution(t3{e[0], e[1], e[2] + 2}, t3{e[3], e[1], 3}, stride<2>);
     },
     4},
    {"convolution, of a plane",
     [](const extents& e) -> any_operator {
         return convolution(t4{1, 2 * e[0], e[1], e[2]}, t4{2 * e[3], e[0], 3, 3}, padding<1>, groups<2>);
     },
     4},
    {"linear_attention_update",
     [](const extents& e) -> any_operator {
         return linear_attention_update(t4{e[0], 2 * e[1], e[2], e[3]}, t3{e[0], e[1], e[3]}, t3{e[0], e[1], e[3]},
                                        t3{e[0], 2 * e[1], e[2]});
     },
     4},
    {"gated_delta_update",
     [](const extents& e) -> any_operator {
         const t3 keys{e[0], e[1], e[2]};
         const t2 gate{e[0], 2 * e[1]};
         return gated_delta_update(t4{e[0], 2 * e[1], e[3], e[2]}, keys, keys, t3{e[0], 2 * e[1], e[3]}, gate, gate);
     },
     4},
    {"ssd",
     [](const extents& e) -> any_operator {
         const t4 in{1, e[0], e[1], e[3]};
         return ssd(t4{1, 2 * e[1], e[2], e[3]}, t4{1, e[0], 2 * e[1], e[2]}, t3{1, e[0], 2 * e[1]}, t1{2 * e[1]}, in, in,
                    chunk<4>);
     },
     4},
};
inline constexpr extents shapes[] = {{1, 1, 1, 1}, {3, 4, 5, 7}, {16, 8, 32, 64}, {64, 128, 16, 3}};

}  // namespace families
