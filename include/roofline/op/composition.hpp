// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/memory.hpp>
#include <roofline/op/lists.hpp>
#include <roofline/op/passing.hpp>

/// Operators made of operators. All give the normal form again, so that a composite is an operator like any other.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {

[[noreturn]] inline void the_consumer_must_take_the_result_of_the_producer() {
    throw_shape_error("fuse: the consumer takes no tensor with the extents of the result of the producer");
}
[[noreturn]] inline void a_fused_intermediate_must_be_part_of_the_traffic() {
    throw_unsupported("fuse: producer or consumer states less traffic on memory<dram> than the intermediate takes");
}

/// Takes the round trip of an intermediate out of a step.
template<class... R>
constexpr void elide(step<R...>& s, double written, double read) {
    if constexpr (resource_set<R...>::template has<memory<dram>>) {
        amount& moved = s.amounts[resource_set<R...>::template index_of<memory<dram>>()];
        moved.total -= written + read;
        moved.part -= written;
        if (!(moved.part >= 0 && moved.total >= moved.part)) a_fused_intermediate_must_be_part_of_the_traffic();
    } else {
        a_fused_intermediate_must_be_part_of_the_traffic();
    }
}

template<class P, class C>
constexpr auto fused(const P& producer, const C& consumer) {
    if constexpr (!feeds<P, C>) {
        static_assert(diagnostic::accepted<diagnostic::refused<not_fed<P, C>>>,
                      "fuse: the consumer must take a tensor of the type of the result of the producer");
        return poison{};
    } else {
        using result = typename operation_traits<P>::result;
        const result intermediate = producer.result();
        const bytes_taken taker = bytes_read(intermediate, inputs_of(consumer));
        if (taker.bytes < 0) the_consumer_must_take_the_result_of_the_producer();
        const auto giver = given_entry(producer);
        const double write = bytes_of_input(giver);
        // Whoever works in place leaves the rest to the other: to write it, or to read it.
        const double written = taker.in_place && taker.bytes < write ? taker.bytes : write;
        const double read = is_in_place(giver) && write < taker.bytes ? write : taker.bytes;
        auto list = collapsed(list_of(producer), list_of(consumer));
        elide(list.first, written, read);
        auto taken = in_one_step(list_of(producer), inputs_of(producer));
        if (!taker.in_place) read_rest(intermediate, taker.bytes - read, taken);
        const auto also = without(intermediate, in_one_step(list_of(consumer), inputs_of(consumer)));
        const auto left = joined(writes_but<1>(list_of(producer), giver),
                                 writes_but<1>(list_of(consumer), given_entry(consumer)));
        return make_operation(list, consumer.result(), joined(joined(taken, also), left));
    }
}

template<class A, class B>
constexpr auto in_sequence(const A& a, const B& b) {
    using first = operation_traits<A>;
    constexpr int steps = step_count<typename first::list>;
    const auto behind = joined(left_behind<steps - 1>(given_entry(a)),
                               later<steps, typename first::result, typename first::inputs>(inputs_of(b)));
    return make_operation(appended(list_of(a), list_of(b)), b.result(), joined(inputs_of(a), behind));
}

constexpr tensors<> overlapped() { return {}; }
template<class Op, class... Rest>
constexpr auto overlapped(const Op& op, const Rest&... rest) {
    return joined(joined(in_one_step(list_of(op), inputs_of(op)), writes_but<0>(list_of(op), given_entry(op))),
                  overlapped(rest...));
}

[[noreturn]] inline void a_repeat_count_must_be_positive() {
    throw_shape_error("repeat: the count must be at least 1");
}

}  // namespace detail

/// Whether fuse(p, c) compiles: c takes a tensor of the type of p's result.
template<class P, class C>
concept fusible = typed_operator<std::remove_cvref_t<P>> && typed_operator<std::remove_cvref_t<C>> &&
                  detail::feeds<std::remove_cvref_t<P>, std::remove_cvref_t<C>>;

/// One kernel after the other: times add up, nothing overlaps and nothing stays in a cache between them. Takes what the
/// first takes and whatever no earlier one gives; gives what the last gives.
template<typed_operator Op>
constexpr Op sequence(const Op& only) {
    return only;
}
template<typed_operator First, typed_operator Second, typed_operator... Rest>
constexpr auto sequence(const First& first, const Second& second, const Rest&... rest) {
    return detail::in_sequence(first, sequence(second, rest...));
}

/// One kernel: the consumer reads the producer's result where it stands, so one write and one read of it fall away.
/// That nobody else reads it is the caller's word.
/// Errors: a consumer that takes no tensor of the result's type does not compile; other extents throw shape_error.
template<typed_operator Producer, typed_operator Consumer>
constexpr auto fuse(const Producer& producer, const Consumer& consumer) {
    return detail::fused(producer, consumer);
}
template<typed_operator Producer, typed_operator Consumer, typed_operator Next, typed_operator... Rest>
constexpr auto fuse(const Producer& producer, const Consumer& consumer, const Next& next, const Rest&... rest) {
    const auto both = detail::fused(producer, consumer);
    if constexpr (detail::is_poison<std::remove_const_t<decltype(both)>>)
        return poison{};
    else
        return fuse(both, next, rest...);
}

/// All at once: the demands add up and the busiest engine sets the time. The floor of any set of independent kernels. Takes
/// what they take; has no result of its own.
template<typed_operator... Ops>
constexpr auto overlap(const Ops&... ops) {
    return detail::make_operation(detail::collapsed(detail::list_of(ops)...), no_result{}, detail::overlapped(ops...));
}

/// The same operator n times, one launch after the other.
/// Error: a count below 1 throws shape_error.
template<typed_operator Op>
constexpr auto repeat(const Op& op, std::int64_t n) {
    if (n < 1) detail::a_repeat_count_must_be_positive();
    return detail::make_operation(detail::times_list(detail::list_of(op), static_cast<double>(n)), op.result(),
                                  detail::inputs_of(op));
}

template<class... Ops>
    requires(detail::is_poison<Ops> || ...)
constexpr poison sequence(const Ops&...) {
    return {};
}
template<class... Ops>
    requires(detail::is_poison<Ops> || ...)
constexpr poison fuse(const Ops&...) {
    return {};
}
template<class... Ops>
    requires(detail::is_poison<Ops> || ...)
constexpr poison overlap(const Ops&...) {
    return {};
}
constexpr poison repeat(poison, std::int64_t) { return {}; }

}  // namespace roofline
