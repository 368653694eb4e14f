// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr tensor<bf16, 16, 32> x;
constexpr tensor<bf16, 32, 64> w13;
constexpr tensor<bf16, 32, 8> w2;

constexpr auto gate_up = matmul(x, w13);                  // (16,32) x (32,64) -> (16,64)
constexpr auto act = silu_and_mul(gate_up.result());      // (16,64) -> (16,32)
constexpr auto down = matmul(act.result(), w2);           // (16,32) x (32,8) -> (16,8)

constexpr units::traffic round_trip(const auto& intermediate) { return 2.0 * footprint(intermediate); }

template<class Op>
constexpr units::traffic written(const Op& op) {
    double sum = 0;
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<memory<dram>>) sum += entry.times * entry.amount.written();
    return units::traffic::from_value(sum);
}

}  // namespace

TEST_CASE("a sequence has the demands of all its kernels") {
    constexpr auto mlp = sequence(gate_up, act, down);
    STATIC_CHECK(traffic(mlp) == traffic(gate_up) + traffic(act) + traffic(down));
    STATIC_CHECK(work(mlp) == work(gate_up) + work(down));  // the matrix FLOP of the whole
    STATIC_CHECK(demand_on<vector_math<fp32>>(mlp) == demand_on<vector_math<fp32>>(act));
    STATIC_CHECK(any_operator(mlp).steps() == 3);
    STATIC_CHECK(std::is_same_v<decltype(mlp.result()), tensor<bf16, 16, 8>>);
    STATIC_CHECK(traffic(sequence(gate_up)) == traffic(gate_up));
}

TEST_CASE("a sequence of sequences is the flat one") {
    constexpr auto left = sequence(sequence(gate_up, act), down);
    constexpr auto right = sequence(gate_up, sequence(act, down));
    constexpr auto flat = sequence(gate_up, act, down);
    STATIC_CHECK(any_operator(left).steps() == 3);
    STATIC_CHECK(any_operator(right).steps() == 3);
    STATIC_CHECK(traffic(left) == traffic(flat));
    STATIC_CHECK(traffic(right) == traffic(flat));
    STATIC_CHECK(std::is_same_v<detail::operation_traits<std::remove_const_t<decltype(left)>>::list,
                                detail::operation_traits<std::remove_const_t<decltype(flat)>>::list>);
    STATIC_CHECK(std::is_same_v<detail::operation_traits<std::remove_const_t<decltype(right)>>::list,
                                detail::operation_traits<std::remove_const_t<decltype(flat)>>::list>);
}

TEST_CASE("a fused kernel spares one write and one read of the intermediate and nothing else") {
    constexpr auto fused = fuse(gate_up, act);
    STATIC_CHECK(traffic(fused) == traffic(gate_up) + traffic(act) - round_trip(gate_up.result()));
    STATIC_CHECK(traffic(fused) == footprint(x) + footprint(w13) + footprint(act.result()));
    STATIC_CHECK(written(fused) == footprint(act.result()));
    STATIC_CHECK(demand_on<matrix_math<bf16>>(fused) == demand_on<matrix_math<bf16>>(gate_up));
    STATIC_CHECK(demand_on<vector_math<fp32>>(fused) == demand_on<vector_math<fp32>>(act));
    STATIC_CHECK(any_operator(fused).steps() == 1);
    STATIC_CHECK(std::is_same_v<decltype(fused.result()), tensor<bf16, 16, 32>>);
}

TEST_CASE("a chain fuses as a whole") {
    constexpr auto all = fuse(gate_up, act, down);
    STATIC_CHECK(traffic(all) == footprint(x) + footprint(w13) + footprint(w2) + footprint(down.result()));
    STATIC_CHECK(traffic(all) == traffic(fuse(fuse(gate_up, act), down)));
    STATIC_CHECK(traffic(all) == traffic(fuse(gate_up, fuse(act, down))));
    STATIC_CHECK(work(all) == work(gate_up) + work(down));
    STATIC_CHECK(written(all) == footprint(down.result()));
}

TEST_CASE("a fused addition moves one operand less") {
    constexpr auto sum = add(down.result(), tensor<bf16, 16, 8>{});
    constexpr auto fused = fuse(down, sum);
    STATIC_CHECK(traffic(fused) == footprint(act.result()) + footprint(w2) + 2.0 * footprint(down.result()));
}

TEST_CASE("an intermediate with scales spares its scales and padding, too") {
    constexpr auto quantised = matmul(tensor<bf16, 3, 5>{}, tensor<bf16, 5, 34>{}, out<nvfp4>);  // -> (3,34): 3 blocks a row
    constexpr auto next = silu_and_mul(quantised.result(), out<bf16>);                           // -> (3,17)
    constexpr auto fused = fuse(quantised, next);
    STATIC_CHECK(footprint(quantised.result()) == 9.0 * 9_B + 4_B);
    STATIC_CHECK(traffic(fused) == footprint(tensor<bf16, 3, 5>{}) + footprint(tensor<bf16, 5, 34>{}) + footprint(next.result()));
}

TEST_CASE("an intermediate that the consumer reads as a weight is spared as it was read, blocked along K") {
    constexpr auto producer = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 6>{}, out<mxfp4>);  // (4,6) in 4 blocks
    constexpr auto consumer = matmul(tensor<bf16, 5, 4>{}, producer.result());                 // read in 6 blocks
    STATIC_CHECK(traffic(fuse(producer, consumer)) ==
                 footprint(tensor<bf16, 4, 8>{}) + footprint(tensor<bf16, 8, 6>{}) + footprint(tensor<bf16, 5, 4>{}) +
                     footprint(consumer.result()));
}

TEST_CASE("composites with run-time extents cost what their static twins do") {
    constexpr auto g = matmul(tensor<bf16, dyn, 32>{16}, w13);
    constexpr auto a = silu_and_mul(g.result());
    constexpr auto d = matmul(a.result(), w2);
    STATIC_CHECK(traffic(sequence(g, a, d)) == traffic(sequence(gate_up, act, down)));
    STATIC_CHECK(traffic(fuse(g, a, d)) == traffic(fuse(gate_up, act, down)));
    STATIC_CHECK(work(fuse(g, a, d)) == work(fuse(gate_up, act, down)));
    STATIC_CHECK(traffic(overlap(g, a)) == traffic(overlap(gate_up, act)));
    STATIC_CHECK(traffic(repeat(g, 3)) == traffic(repeat(gate_up, 3)));
    STATIC_CHECK(written(fuse(g, a, d)) == written(fuse(gate_up, act, down)));
    STATIC_CHECK(std::is_same_v<decltype(sequence(g, a, d).result()), tensor<bf16, dyn, 8>>);
    STATIC_CHECK(sequence(g, a, d).result().extents[0] == 16);
}

TEST_CASE("fusing operators whose run-time extents do not meet is refused") {
    const auto producer = matmul(tensor<bf16, dyn, 32>{16}, w13);
    const auto consumer = silu_and_mul(tensor<bf16, dyn, 64>{17});
    CHECK_THROWS_WITH_AS(fuse(producer, consumer),
                         "fuse: the consumer takes no tensor with the extents of the result of the producer", shape_error);
}

TEST_CASE("an overlap is one kernel with the demands of all") {
    constexpr auto both = overlap(gate_up, act);
    STATIC_CHECK(any_operator(both).steps() == 1);
    STATIC_CHECK(traffic(both) == traffic(gate_up) + traffic(act));
    STATIC_CHECK(work(both) == work(gate_up));
    STATIC_CHECK(written(both) == written(gate_up) + written(act));
    STATIC_CHECK(traffic(overlap(overlap(gate_up, act), down)) == traffic(overlap(gate_up, overlap(act, down))));
    STATIC_CHECK(traffic(overlap(sequence(gate_up, act), down)) == traffic(overlap(gate_up, act, down)));
    STATIC_CHECK(any_operator(overlap(repeat(gate_up, 3), act)).steps() == 1);
    STATIC_CHECK(traffic(overlap(repeat(gate_up, 3), act)) == 3.0 * traffic(gate_up) + traffic(act));
}

TEST_CASE("a repeated operator demands n times as much and keeps its steps and tensors") {
    STATIC_CHECK(traffic(repeat(gate_up, 61)) == 61.0 * traffic(gate_up));
    STATIC_CHECK(work(repeat(gate_up, 61)) == 61.0 * work(gate_up));
    STATIC_CHECK(traffic(repeat(repeat(gate_up, 3), 5)) == traffic(repeat(gate_up, 15)));
    STATIC_CHECK(traffic(repeat(sequence(gate_up, act), 4)) == 4.0 * (traffic(gate_up) + traffic(act)));
    STATIC_CHECK(any_operator(repeat(sequence(gate_up, act), 4)).steps() == 2);
    STATIC_CHECK(traffic(repeat(gate_up, 1)) == traffic(gate_up));
    STATIC_CHECK(std::is_same_v<decltype(repeat(gate_up, 2).result()), tensor<bf16, 16, 64>>);
}

TEST_CASE("a repeat count below 1 is refused") {
    CHECK_THROWS_WITH_AS(repeat(gate_up, 0), "repeat: the count must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(repeat(gate_up, -3), "repeat: the count must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(repeat(any_operator(gate_up), 0), "repeat: the count must be at least 1", shape_error);
}

TEST_CASE("operators of a user's own fuse by what they take and give") {
    constexpr tensor<bf16, 16, 64> middle;
    constexpr auto producer = op(demand<matrix_math<fp16>>(2_kFLOP), demand<memory<dram>>(1_kB, 2048_B), takes(x), gives(middle));
    constexpr auto consumer = op(demand<vector_math<fp32>>(3_kFLOP), demand<memory<dram>>(2048_B, 500_B), takes(middle));
    STATIC_CHECK(traffic(fuse(producer, consumer)) == 1500_B);
    STATIC_CHECK(written(fuse(producer, consumer)) == 500_B);
    STATIC_CHECK(traffic(fuse(gate_up, consumer)) == footprint(x) + footprint(w13) + 500_B);
}

TEST_CASE("an intermediate larger than the traffic that was stated is refused") {
    constexpr tensor<bf16, 16, 64> middle;
    const auto producer = op(demand<memory<dram>>(100_B, 100_B), gives(middle));
    const auto consumer = op(demand<memory<dram>>(100_B, 100_B), takes(middle));
    CHECK_THROWS_WITH_AS(fuse(producer, consumer),
                         "fuse: producer or consumer states less traffic on memory<dram> than the intermediate takes", unsupported);
    const auto dry = op(demand<vector_math<fp32>>(1_FLOP), gives(middle));
    const auto end = op(demand<vector_math<fp32>>(1_FLOP), takes(middle));
    CHECK_THROWS_AS(fuse(dry, end), unsupported);
}

TEST_CASE("fusible answers without an error") {
    using producer = decltype(gate_up);
    using consumer = decltype(act);
    STATIC_CHECK(fusible<producer, consumer>);
    STATIC_CHECK(fusible<consumer, decltype(down)>);
    STATIC_CHECK(fusible<decltype(sequence(gate_up, act)), decltype(down)>);
    STATIC_CHECK(fusible<decltype(matmul(tensor<bf16, dyn, 32>{1}, w13)), decltype(silu_and_mul(tensor<bf16, dyn, 64>{1}))>);
    STATIC_CHECK(!fusible<decltype(down), producer>);
    STATIC_CHECK(!fusible<producer, producer>);
    // The format is part of the type.
    STATIC_CHECK(!fusible<decltype(matmul(x, w13, out<fp32>)), consumer>);
    STATIC_CHECK(fusible<producer, decltype(overlap(act, down))>);
    STATIC_CHECK(!fusible<decltype(overlap(gate_up, act)), decltype(down)>);  // which result?
    STATIC_CHECK(!fusible<producer, decltype(op(demand<memory<dram>>(1_B)))>);
    STATIC_CHECK(!fusible<any_operator, any_operator>);
    STATIC_CHECK(!fusible<producer, any_operator>);
    STATIC_CHECK(!fusible<int, consumer>);
}

TEST_CASE("a fused pair takes what its parts take but the intermediate") {
    constexpr auto fused = fuse(gate_up, act);
    using inputs = detail::operation_traits<std::remove_const_t<decltype(fused)>>::inputs;
    STATIC_CHECK(std::is_same_v<inputs, detail::tensors<tensor<bf16, 16, 32>, detail::as_weight<tensor<bf16, 32, 64>>>>);
}

TEST_CASE("a sequence lists what each of its steps takes, passes on and leaves") {
    using namespace detail;
    using chained = operation_traits<decltype(sequence(gate_up, act, down))>::inputs;
    using expected = tensors<tensor<bf16, 16, 32>, as_weight<tensor<bf16, 32, 64>>, at_step<role::left, 0, tensor<bf16, 16, 64>>,
                             at_step<role::passed, 1, tensor<bf16, 16, 64>>, at_step<role::left, 1, tensor<bf16, 16, 32>>,
                             at_step<role::passed, 2, tensor<bf16, 16, 32>>,
                             at_step<role::taken, 2, as_weight<tensor<bf16, 32, 8>>>>;
    STATIC_CHECK(std::is_same_v<chained, expected>);
    STATIC_CHECK(std::is_same_v<operation_traits<decltype(sequence(sequence(gate_up, act), down))>::inputs, expected>);
    STATIC_CHECK(std::is_same_v<operation_traits<decltype(repeat(sequence(gate_up, act, down), 3))>::inputs, expected>);
    STATIC_CHECK(sizeof(sequence(gate_up, act, down)) == sizeof(list_of(sequence(gate_up, act, down))));
    // A tensor that an earlier step gives is not taken, one of a later step is.
    STATIC_CHECK(!fusible<decltype(gate_up), decltype(sequence(gate_up, act))>);
    STATIC_CHECK(fusible<decltype(silu_and_mul(w13)), decltype(op(demand<memory<dram>>(1_B), takes(tensor<bf16, 32, 32>{})))>);
    using both = operation_traits<decltype(overlap(gate_up, act))>::inputs;
    STATIC_CHECK(std::is_same_v<both, tensors<tensor<bf16, 16, 32>, as_weight<tensor<bf16, 32, 64>>,
                                              at_step<role::left, 0, tensor<bf16, 16, 64>>, tensor<bf16, 16, 64>,
                                              at_step<role::left, 0, tensor<bf16, 16, 32>>>>);
}

TEST_CASE("what is launched several times moves so much more of each tensor once it is one step") {
    constexpr auto thrice = overlap(repeat(gate_up, 3));
    constexpr auto inputs = detail::inputs_of(thrice);
    STATIC_CHECK(inputs.first.bytes == 3 * footprint(x).value());
    STATIC_CHECK(inputs.rest.first.bytes == 3 * footprint(w13).value());
    STATIC_CHECK(inputs.rest.rest.first.tensor.bytes == 3 * footprint(gate_up.result()).value());
}

TEST_CASE("of several run-time inputs of one type the one with the extents of the intermediate is fused away") {
    const tensor<bf16, dyn, dyn> left{5, 4};
    const auto producer = matmul(tensor<bf16, dyn, dyn>{4, 8}, tensor<bf16, dyn, dyn>{8, 6});  // -> (4,6)
    const auto fused = fuse(producer, matmul(left, producer.result()));
    const auto& last = detail::inputs_of(fused).rest.rest;  // after the inputs of the producer
    CHECK(detail::same_extents(left, last.first.tensor));
    CHECK(last.first.bytes == footprint(left).value());
}

TEST_CASE("the sentence about a pair that does not fuse names what is given and what is taken") {
    STATIC_CHECK(detail::not_fed<std::remove_const_t<decltype(gate_up)>, std::remove_const_t<decltype(down)>>::value.view() ==
                 "the producer gives bf16 (16,64); the consumer takes bf16 (16,32), bf16 (32,8)");
    STATIC_CHECK(detail::not_fed<decltype(op(demand<memory<dram>>(1_B))), decltype(op(demand<memory<dram>>(1_B)))>::value.view() ==
                 "the producer gives no stated tensor; the consumer takes no stated tensor");
}
