// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware.hpp>
#include <roofline/op.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

// A layer of Mamba-2 with 2.7 billion parameters, and one of Qwen3-Next.
constexpr std::int64_t B = 8, H = 80, P = 64, N = 128;
constexpr tensor<fp32, B, H, P, N> state;
constexpr tensor<bf16, B, H, P> x;
constexpr tensor<bf16, B, H> dt;
constexpr tensor<fp32, H> a;
constexpr tensor<bf16, B, 1, N> b_and_c;
constexpr auto update = ssd_update(state, x, dt, a, b_and_c, b_and_c);

constexpr tensor<bf16, 1, 32, 128, 128> delta_state;
constexpr tensor<bf16, 1, 4096, 16, 128> qk;
constexpr tensor<bf16, 1, 4096, 32, 128> v;
constexpr tensor<bf16, 1, 4096, 32> gate;
constexpr auto prefill = gated_delta(delta_state, qk, qk, v, gate, gate);

}  // namespace

TEST_CASE("a token through a state space: five operations an element of the state, which is read and written") {
    STATIC_CHECK(demand_on<vector_math<fp32>>(update).value() == B * H * (1 + P + 5 * P * N));
    STATIC_CHECK(demand_on<special_math<special::exp2>>(update).value() == B * H);
    STATIC_CHECK(traffic(update) ==
                 2 * footprint(state) + 2 * footprint(x) + footprint(dt) + footprint(a) + 2 * footprint(b_and_c));
    STATIC_CHECK(std::is_same_v<decltype(update.result()), std::remove_const_t<decltype(x)>>);
    STATIC_CHECK(memory_bound(update, hw::h100_sxm));
    STATIC_CHECK(std::is_empty_v<decltype(ssd_update(state, x, dt, a, b_and_c, b_and_c, out<fp32>).result())>);
    STATIC_CHECK(
        std::is_same_v<decltype(ssd_update(state, x, dt, a, b_and_c, b_and_c, out<fp32>).result()), tensor<fp32, B, H, P>>);
}

TEST_CASE("a prompt of one token in a chunk of one costs about what the update does") {
    constexpr auto one = ssd(state, tensor<bf16, B, 1, H, P>{}, tensor<bf16, B, 1, H>{}, a, tensor<bf16, B, 1, 1, N>{},
                             tensor<bf16, B, 1, 1, N>{}, chunk<1>);
    STATIC_CHECK(traffic(one) == traffic(update));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(one).value() == 4.0 * B * H * P * N + 2.0 * B * H * P + 2.0 * B * N);
}

TEST_CASE("longer chunks do more products within them and fewer exponentials of states") {
    constexpr auto work_of = [](std::int64_t l) {
        return work(gated_delta(delta_state, qk, qk, v, gate, gate, chunk<dyn>(l)));
    };
    CHECK(work_of(64) == work(prefill));  // the default
    CHECK(work_of(128) > work_of(64));
    CHECK(work_of(5000) == work_of(4096));  // one chunk
    STATIC_CHECK(work(gated_delta(delta_state, qk, qk, v, gate, gate, chunk<64>)) == work(prefill));
    STATIC_CHECK(work(linear_attention(delta_state, qk, qk, v)) < work(prefill));
}

TEST_CASE("run-time extents give the same as static ones") {
    constexpr auto dynamic = gated_delta(tensor<bf16, dyn, 32, 128, 128>{1}, tensor<bf16, dyn, dyn, 16, 128>{1, 4096},
                                         tensor<bf16, dyn, dyn, 16, 128>{1, 4096}, tensor<bf16, dyn, dyn, 32, 128>{1, 4096},
                                         tensor<bf16, dyn, dyn, 32>{1, 4096}, tensor<bf16, 1, dyn, dyn>{4096, 32});
    STATIC_CHECK(work(dynamic) == work(prefill));
    STATIC_CHECK(traffic(dynamic) == traffic(prefill));
    STATIC_CHECK(min_time(dynamic, hw::h100_sxm) == min_time(prefill, hw::h100_sxm));
    // An extent that any operand knows is known to the result.
    STATIC_CHECK(std::is_same_v<decltype(dynamic.result()), tensor<bf16, 1, dyn, 32, 128>>);
    STATIC_CHECK(dynamic.result().extents[1] == 4096);
}

TEST_CASE("a state that stays in the cache is neither read nor written") {
    constexpr tensor<bf16, 1, 4, 64, 128> small;
    constexpr tensor<bf16, 1, 4, 128> q;
    constexpr tensor<bf16, 1, 4, 64> values;
    constexpr auto step = linear_attention_update(small, q, q, values);
    constexpr auto rate_of_dram = rate<memory<dram>>(hw::h100_sxm);
    STATIC_CHECK(min_time(step, hw::h100_sxm) == traffic(step) / rate_of_dram);
    constexpr auto p = place(step, hw::h100_sxm, resident(small));
    STATIC_CHECK(p.compute_bound());
    CHECK(p.utilization<memory<dram>>() * p.time.value() ==
          doctest::Approx((traffic(step) - 2 * footprint(small)).value() / rate_of_dram.value()));
}

TEST_CASE("they chain with others") {
    constexpr tensor<bf16, 8, 80, 64> conv_out;
    constexpr auto conv = conv1d_update(tensor<bf16, 8, 640, 3>{}, tensor<bf16, 8, 640>{}, tensor<bf16, 640, 4>{});
    STATIC_CHECK(demand_on<vector_math<fp32>>(conv) == 2 * 8 * 640 * 4 * 1_FLOP);
    STATIC_CHECK(traffic(conv) == (2 * 8 * 640 * 3 + 2 * 8 * 640 + 640 * 4) * 2_B);
    constexpr auto gated = add(update.result(), conv_out);
    STATIC_CHECK(traffic(fuse(update, gated)) == traffic(update) + traffic(gated) - 2 * footprint(x));
    STATIC_CHECK(!fusible<decltype(update), decltype(conv)>);
    STATIC_CHECK(any_operator(sequence(update, gated)).steps() == 2);
}

TEST_CASE("math<> names the precision of the products, of an update that of everything") {
    constexpr auto in_fp8 = gated_delta(delta_state, qk, qk, v, gate, gate, math<fp8>);
    STATIC_CHECK(demand_on<matrix_math<fp8>>(in_fp8) == demand_on<matrix_math<bf16>>(prefill));
    STATIC_CHECK(demand_on<vector_math<fp32>>(in_fp8) == demand_on<vector_math<fp32>>(prefill));
    constexpr auto in_bf16 = ssd_update(state, x, dt, a, b_and_c, b_and_c, math<bf16>);
    STATIC_CHECK(demand_on<vector_math<bf16>>(in_bf16) == demand_on<vector_math<fp32>>(update));
}

TEST_CASE("operands that disagree at run time are refused with both") {
    const tensor<fp32, dyn, 4, 8, 16> s{2};
    const tensor<bf16, dyn, 2, 16> k{2};
    CHECK_THROWS_WITH_AS(linear_attention_update(s, k, k, tensor<bf16, dyn, 4, 8>{3}),
                         "linear_attention_update: state (b,h,e,d) is (2,4,8,16) and v (b,h,e) is (3,4,8); b must be equal",
                         shape_error);
    CHECK_THROWS_WITH_AS(
        linear_attention_update(s, tensor<bf16, 2, dyn, 16>{3}, tensor<bf16, 2, dyn, 16>{3}, tensor<bf16, 2, 4, 8>{}),
        "linear_attention_update: 4 heads are not a multiple of 3 groups", shape_error);
    CHECK_THROWS_WITH_AS(conv1d_update(tensor<bf16, 2, 8, dyn>{4}, tensor<bf16, 2, 8>{}, tensor<bf16, 8, 4>{}),
                         "conv1d_update: the state keeps 4 inputs, and a weight of 4 needs one less than it is long",
                         shape_error);
    CHECK_THROWS_WITH_AS(gated_delta(delta_state, qk, qk, v, gate, gate, chunk<dyn>(0)), "chunk is 0 and must be at least 1",
                         shape_error);
}

TEST_CASE("the sentences of the static refusals") {
    using namespace detail::recurrent;
    using k = tensor<bf16, 2, 2, 16>;
    STATIC_CHECK(
        static_fault<linear_attention_update_kernel, tensor<fp32, 2, 4, 8, 16>, k, k, tensor<bf16, 3, 4, 8>>::value.view() ==
        "linear_attention_update: state (b,h,e,d) is (2,4,8,16) and v (b,h,e) is (3,4,8); b must be equal");
    STATIC_CHECK(
        static_fault<linear_attention_update_kernel, tensor<fp32, 2, 4, 8, 16>, k, k, tensor<bf16, 3, 4>>::value.view() ==
        "linear_attention_update: v (b,h,e) is (3,4), of another rank");
    STATIC_CHECK(
        integer_fault<conv1d_update_kernel, tensor<bf16, 2, 8, 3>, tensor<i8, 2, 8>, tensor<bf16, 8, 4>>::value.view() ==
        "conv1d_update: x is i8, an integer; give a floating-point or scaled format");
}
