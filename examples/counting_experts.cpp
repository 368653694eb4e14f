// SPDX-License-Identifier: BSL-1.0
// What is counted for a mixture of experts, and beside a product: the code blocks of docs/counting.md.
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace grouped {
// [grouped_matmul]
constexpr tensor<fp8, 128 * 8, 7168> rows;           // 128 tokens, 8 experts each
constexpr tensor<fp8, 256, 7168, 4096> experts;      // 256 weights of 7168 x 4096
constexpr auto in_and_out = 1024 * (7168 + 4096) * 1_B;
constexpr auto expert = 7168 * 4096 * 1_B;

constexpr auto bound = grouped_matmul(rows, experts, top_k<8>, distinct_experts::fewest);
constexpr auto estimate = grouped_matmul(rows, experts, top_k<8>, distinct_experts::expected_uniform);
constexpr auto most = grouped_matmul(rows, experts, top_k<8>, distinct_experts::most);
constexpr auto traced = grouped_matmul(rows, experts, top_k<8>, distinct_experts::given<97>);

static_assert(work(bound) == 2.0 * 1024 * 7168 * 4096 * 1_FLOP && work(most) == work(bound));
static_assert(traffic(bound) == in_and_out + 8 * expert);
static_assert(traffic(traced) == in_and_out + 97 * expert);
static_assert(traffic(most) == in_and_out + 256 * expert);
static_assert(traffic(estimate) > in_and_out + 251 * expert && traffic(estimate) < in_and_out + 252 * expert);

// Known groups: the second has no rows, and its weight is not read.
constexpr auto sizes = grouped_matmul(tensor<bf16, 8, 64>{}, tensor<bf16, 3, 64, 32>{}, group_sizes(3, 0, 5));
static_assert(traffic(sizes) == (8 * 64 + 2 * 64 * 32 + 8 * 32) * 2_B);
// [/grouped_matmul]
}  // namespace grouped

namespace routing {
// [routing]
constexpr auto router = grouped_top_k(tensor<fp32, 128, 256>{}, tensor<fp32, 256>{},  // the router of DeepSeek-R1
                                      top_k<8>, expert_groups<8>, kept_groups<4>);
static_assert(demand_on<vector_math<fp32>>(router) == 128 * 2112_FLOP);
static_assert(demand_on<special_math<special::exp2>>(router) == 128 * 256_FLOP);
static_assert(traffic(router) == 128 * 256 * 4_B + 256 * 4_B + 128 * 8 * (4_B + 4_B));  // weights in fp32, ids in i32

// Mixtral's: a softmax over 8 experts, the best 2 kept. A sigmoid in its place has no sum to form.
constexpr auto mixtral = top_k_softmax(tensor<fp32, 128, 8>{}, top_k<2>);
constexpr auto sigmoid = top_k_sigmoid(tensor<fp32, 128, 8>{}, top_k<2>);
static_assert(traffic(mixtral) == traffic(sigmoid) && work(mixtral) > work(sigmoid));

constexpr auto permuted = permute(tensor<bf16, 128, 7168>{}, top_k<8>);    // (128,7168) -> (1024,7168)
constexpr auto combined = combine(permuted.result(), router.result());     // (1024,7168), (128,8) -> (128,7168)
static_assert(work(permuted) == 0_FLOP && work(combined) == 2 * 128 * 8 * 7168 * 1_FLOP);
static_assert(traffic(permuted) == (128 + 1024) * 7168 * 2_B + 128 * 8 * 4_B);
// [/routing]
}  // namespace routing

namespace epilogue_of_a_product {
// [epilogue]
constexpr tensor<bf16, 64, 4096> x;
constexpr tensor<bf16, 4096, 1024> w;
constexpr auto plain = matmul(x, w);

constexpr auto linear = matmul(x, w, with_bias(tensor<fp32, 1024>{}), epilogue<1>);  // a ReLU is one
static_assert(traffic(linear) == traffic(plain) + 1024 * 4_B);
static_assert(demand_on<vector_math<fp32>>(linear) == 2 * 64 * 1024 * 1_FLOP);

constexpr auto beta_c = matmul(x, w, accumulate(plain.result()));
static_assert(traffic(beta_c) == traffic(plain) + 64 * 1024 * 2_B);

constexpr auto split = matmul(x, w, split_k<8>);  // two kernels
static_assert(traffic(split) == traffic(plain) + 2 * 8 * 64 * 1024 * 4_B);

constexpr auto w4a16 = matmul(x, tensor<int4_g128, 4096, 1024>{}, widen<1>);
static_assert(demand_on<vector_math<fp32>>(w4a16) == 4096 * 1024 * 1_FLOP);
// [/epilogue]
}  // namespace epilogue_of_a_product

namespace sparse {
// [pruned]
constexpr auto dense = matmul(tensor<fp16, 8192, 8192>{}, tensor<fp16, 8192, 8192>{});
constexpr auto pruned = matmul(tensor<fp16, 8192, 8192>{}, tensor<pruned_2_4<fp16>, 8192, 8192>{});
static_assert(work(pruned) == work(dense) && speedup(dense, pruned, hw::a100_sxm_80gb) == 2);
static_assert(weight_footprint(tensor<pruned_2_4<fp16>, 8192, 8192>{}) == 8192 * 8192 * 9_bit);
// [/pruned]
}  // namespace sparse

int main() {}
