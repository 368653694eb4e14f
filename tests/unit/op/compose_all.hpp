// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <doctest/doctest.h>

#include <string_view>
#include <type_traits>

// Every composition of one operator. That this compiles, for each operator and option, is most of the test: what
// composes finds an operator by its class, and some operators have a class of their own.
namespace composing {

using namespace roofline;
using namespace roofline::literals;

/// With a ceiling for all that operators of bf16 demand, and a large cache.
inline constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(256_TFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(16_TFLOPS, datasheet("x")),
    ceiling<special_math<special::exp2>>(4_TFLOPS, datasheet("x")),
    ceiling<special_math<special::log2>>(4_TFLOPS, datasheet("x")),
    ceiling<special_math<special::reciprocal>>(4_TFLOPS, datasheet("x")),
    ceiling<special_math<special::rsqrt>>(4_TFLOPS, datasheet("x")),
    ceiling<special_math<special::tanh>>(4_TFLOPS, datasheet("x")),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(512_TFLOPS, datasheet("x")), ceiling<memory<dram>>(4_TBps, datasheet("x")),
    ceiling<memory<llc>>(16_TBps, datasheet("x")), ceiling<memory<shared>>(64_TBps, datasheet("x")),
    ceiling<interconnect<scale_up>>(1_TBps, datasheet("x")), capacity<memory<llc>>(1_GB, datasheet("x")),
    compute_units(3, datasheet("x")));

/// The first tensor among the entries that the operator takes, or no_result.
template<class... Entries>
constexpr no_result first_taken(const detail::tensors<Entries...>&) {
    return {};
}
template<class First, class... Rest>
constexpr auto first_taken(const detail::tensors<First, Rest...>& entries) {
    if constexpr (detail::input_traits<First>::what == detail::role::taken)
        return detail::tensor_in(entries.first);
    else
        return first_taken(entries.rest);
}

/// An operator that reads a tensor and writes another like it.
template<class Tensor>
constexpr auto pass_on(const Tensor& x) {
    return op(demand<memory<dram>>(2.0 * footprint(x)), takes(x), gives(x));
}

/// Keeps the name of the first law that does not hold.
struct laws {
    std::string_view broken = "";

    constexpr void holds(bool law, std::string_view name) {
        if (!law && broken.empty()) broken = name;
    }
    /// As far as the order of a sum allows.
    constexpr void same(double a, double b, std::string_view name) {
        const double apart = a < b ? b - a : a - b;
        holds(apart <= 1e-12 * (a < b ? b : a), name);
    }
};

template<class Op, class M>
constexpr double seconds(const Op& op, const M& m) {
    return min_time(op, m).value();
}

/// A composite of `times` times the work, time and traffic, also as an any_operator.
template<class Op, class M>
constexpr void check_composite(laws& l, const Op& all, const M& m, double time, double moved, std::string_view name) {
    const any_operator flat = all;
    l.same(seconds(all, m), time, name);
    l.same(seconds(flat, m), time, name);
    l.same(traffic(all).value(), moved, name);
    l.same(traffic(flat).value(), moved, name);
}

/// Whether each step reads and writes DRAM. One that has its other end on another device, as send and broadcast, does not:
/// that one of its tensors stays in the cache is refused.
constexpr bool has_both_ends(const any_operator& op) {
    for (int step = 0; step < op.steps(); ++step) {
        amount moved{};
        for (const auto& e : op)
            if (e.step == step && *e.what == resource_of<memory<dram>>) moved += e.amount;
        if (!(moved.written() > 0 && moved.total > moved.written())) return false;
    }
    return true;
}

/// With a tensor that stays in the cache no operator takes longer.
template<class Op, class M, class Tensor>
constexpr void check_resident(laws& l, const Op& all, const M& m, const Tensor& x, std::string_view name) {
    if (!has_both_ends(all)) return;
    const double left = min_time(all, m, resident(x)).value();
    l.holds(left <= seconds(all, m), name);
    l.same(place(all, m, resident(x)).time.value(), left, name);
}

/// The name of the first law that the compositions of this operator break; "" where all hold. The machine has a ceiling
/// for all that the operator demands, and a cache for all that it takes and gives.
template<class Op, class M>
constexpr std::string_view compose_all(const Op& op, const M& m) {
    laws l;
    const double t = seconds(op, m), q = traffic(op).value();
    const double at_once = seconds(overlap(op), m);
    const auto twice = sequence(op, op);
    const auto again = repeat(op, 2);

    check_composite(l, sequence(op), m, t, q, "sequence of one");
    check_composite(l, twice, m, 2 * t, 2 * q, "sequence");
    check_composite(l, again, m, 2 * t, 2 * q, "repeat");
    check_composite(l, repeat(again, 3), m, 6 * t, 6 * q, "repeat of repeat");
    check_composite(l, repeat(twice, 3), m, 6 * t, 6 * q, "repeat of sequence");
    check_composite(l, sequence(again, op), m, 3 * t, 3 * q, "sequence of repeat");
    check_composite(l, overlap(op, op), m, 2 * at_once, 2 * q, "overlap");
    check_composite(l, overlap(again, twice), m, 4 * at_once, 4 * q, "overlap of repeat and sequence");
    check_composite(l, repeat(overlap(op, op), 2), m, 4 * at_once, 4 * q, "repeat of overlap");
    l.holds(at_once <= t * (1 + 1e-12), "overlap is no slower than its steps");

    const any_operator flat = op;
    l.same(seconds(sequence(flat, op), m), 2 * t, "sequence with an any_operator in front");
    l.same(seconds(sequence(op, flat), m), 2 * t, "sequence with an any_operator behind");
    l.same(seconds(overlap(flat, op), m), 2 * at_once, "overlap with an any_operator");
    l.same(seconds(repeat(flat, 2), m), 2 * t, "repeat of an any_operator");

    const auto input = first_taken(detail::inputs_of(op));
    if constexpr (!std::is_same_v<decltype(input), const no_result>) {
        const auto before = pass_on(input);
        const double apart = q + traffic(before).value();
        l.holds(traffic(fuse(before, op)).value() < apart, "fuse behind a producer");
        check_composite(l, sequence(before, op), m, t + seconds(before, m), apart, "sequence behind a producer");
        check_resident(l, op, m, input, "resident input");
        check_resident(l, twice, m, input, "resident input of a sequence");
        check_resident(l, again, m, input, "resident input of a repeat");
        check_resident(l, overlap(op, op), m, input, "resident input of an overlap");
        if (has_both_ends(op)) check_resident(l, fuse(before, op), m, input, "resident input of a fused kernel");
    }
    const auto result = op.result();
    if constexpr (!std::is_same_v<decltype(result), const no_result>) {
        const auto behind = pass_on(result);
        const double apart = q + traffic(behind).value();
        const auto fused = fuse(op, behind);
        const double moved = traffic(fused).value(), once = seconds(fused, m);
        l.holds(moved < apart, "fuse");
        l.holds(traffic(fuse(op, behind, behind)).value() < moved + traffic(behind).value(), "fuse of three");
        l.holds(traffic(fuse(again, behind)).value() < 2 * q + traffic(behind).value(), "fuse of repeat");
        l.holds(traffic(fuse(twice, behind)).value() < 2 * q + traffic(behind).value(), "fuse of sequence");
        check_composite(l, repeat(fused, 2), m, 2 * once, 2 * moved, "repeat of fuse");
        check_composite(l, sequence(fused, op), m, once + t, moved + q, "sequence of fuse");
        check_resident(l, op, m, result, "resident result");
        if (has_both_ends(op)) check_resident(l, sequence(op, behind), m, result, "resident result in a sequence");
        check_resident(l, again, m, result, "resident result of a repeat");
        if (has_both_ends(op)) check_resident(l, overlap(op, behind), m, result, "resident result in an overlap");
        if (has_both_ends(op)) check_resident(l, fused, m, result, "resident result of a fused kernel");
    }
    return l.broken;
}

inline constexpr auto report = [](std::string_view name, const auto& op, const auto& m) {
    CAPTURE(name);
    CHECK(compose_all(op, m) == "");
};

}  // namespace composing
