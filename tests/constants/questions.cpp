// SPDX-License-Identifier: BSL-1.0
#include "constants/rows.hpp"

#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;
using constants::answers;
using constants::apart;
using constants::ask;
using constants::extents;
using constants::flat;
using constants::flat_machine;
using constants::flat_operator;
using constants::shared_engine;
using constants::typed;
using operators::t2;

namespace {

/// (M,K) x (K,N) -> (M,N)
constexpr auto product(const extents& e) { return matmul(t2{e[0], e[1]}, t2{e[1], e[2]}); }
constexpr auto gated(const extents& e) { return matmul(t2{e[0], e[1]}, t2{e[1], 2 * e[2]}); }
constexpr auto gate(const extents& e) { return silu_and_mul(gated(e).result()); }

/// Amounts that are no whole numbers.
constexpr auto fractions(double x) {
    return op(demand<matrix_math<bf16>>(x * 1.1e9 * 1_FLOP), demand<vector_math<fp32>>(x * 0.3e9 * 1_FLOP, x * 0.7e8 * 1_FLOP),
              demand<special_math<special::exp2>>(x * 1.3e8 * 1_FLOP), demand<special_math<special::log2>>(x * 1.7e8 * 1_FLOP),
              demand<memory<dram>>(x * 0.9e7 * 1_B, x * 0.1e7 * 1_B), demand<interconnect<scale_up>>(x * 0.7e6 * 1_B));
}

template<class Form, class M>
constexpr void ask_of_fractions(answers& told, Form form, double x, const M& m) {
    const auto one = form(fractions(x / 7));
    const auto other = form(fractions(0.37 * x / 7));
    ask(told, one, m);
    ask(told, repeat(one, 61), m);
    ask(told, sequence(repeat(one, 7), other, repeat(sequence(other, one), 3)), m);
    ask(told, repeat(overlap(one, repeat(other, 3)), 13), m);
    // Whether two roundings differ from one is a matter of luck: several numbers.
    for (int i = 3; i < 40; i += 4) {
        const auto a = form(fractions(x / i));
        const auto b = form(fractions(0.37 * x / i));
        told.add("work", work(overlap(b, repeat(a, 11), repeat(b, 7))));
        told.add("traffic", traffic(sequence(b, repeat(a, 11), repeat(b, 7))));
        told.add("min_time", min_time(sequence(b, repeat(a, 11), repeat(b, 7)), m));
    }
}

/// Both numbers of an amount, which a compiler may add up as one vector.
constexpr void ask_of_amounts(answers& told, double x, std::int64_t n) {
    const auto moving = [](double read, double written) { return op(demand<memory<dram>>(read * 1_B, written * 1_B)); };
    for (int i = 0; i < 20; ++i) {
        const double b = 1e7 * x + i;
        const any_operator all = overlap(repeat(moving(b / 3, b / 7), n), moving(b / 11, b / 13), repeat(moving(b / 17, b / 19), n));
        told.add("total", all.begin()->amount.total);
        told.add("part", all.begin()->amount.part);
        const any_operator flat = overlap(repeat(any_operator(moving(b / 3, b / 7)), n), moving(b / 11, b / 13),
                                          repeat(any_operator(moving(b / 17, b / 19)), n));
        told.add("flat total", flat.begin()->amount.total);
        told.add("flat part", flat.begin()->amount.part);
    }
}

template<class Op, class M>
constexpr void ask_each(answers& told, const Op& op, const M& m) {
    told.add("attainable", attainable(op, m));
    told.add("attainable, any_cache", attainable(op, m, any_cache));
    told.add("peak_fraction", peak_fraction(op, m));
    told.add("utilization", utilization<memory<dram>>(op, m));
    told.add("utilization, any_cache", utilization<memory<dram>>(op, m, any_cache));
    told.add("bound_by", bound_by<memory<dram>>(op, m));
    told.add("memory_bound", memory_bound(op, m));
    told.add("compute_bound", compute_bound(op, m));
    told.add("traffic", traffic(op));
    told.add("intensity", intensity(op));
    told.add("demand_on", demand_on<matrix_math<bf16>>(op));
    told.add("speedup", speedup(sequence(op, repeat(op, 2)), op, m));
    told.add("ridge", ridge<matrix_math<bf16>>(m));
    told.add("ridge of vectors", ridge<vector_math<fp32>, memory<dram>>(m));
}

template<class Make, class M>
constexpr void search(answers& told, Make make, const M& m) {
    const auto first = first_compute_bound(make, m, 1, 4000);
    told.add("first_compute_bound", first ? static_cast<double>(*first) : -1.0);
    const auto scanned = scan_compute_bound(make, m, 1, 300, any_cache);
    told.add("scan_compute_bound", scanned ? static_cast<double>(*scanned) : -1.0);
}

template<class M>
constexpr void ask_resident(answers& told, const extents& e, const M& m) {
    const auto up = gated(e);
    const auto down = gate(e);
    const t2 x{e[0], e[1]};
    told.add("an operand resident", place(up, m, resident(x)).time);
    told.add("the result, too", place(up, m, resident(x, up.result())).time);
    const auto both = sequence(up, down);
    told.add("resident in a sequence", min_time(both, m, resident(up.result())));
    told.add("its limit", place(both, m, resident(up.result())).limit);
    told.add("its attainable", place(both, m, resident(up.result())).attainable());
    told.add("memory_bound, resident", memory_bound(both, m, resident(x)));
}

}  // namespace

int main() {
    constants::tally all;
    const auto typed_and_flat = [&](const char* name, auto ask_in) { constants::compare_forms<typed, flat>(all, name, ask_in); };
    typed_and_flat("amounts that are no whole numbers", [](auto form, const extents&, double one) {
        answers told{};
        ask_of_fractions(told, form, one, form(apart(one)));
        return told;
    });
    typed_and_flat("amounts that are no whole numbers on a shared engine", [](auto form, const extents&, double one) {
        answers told{};
        ask_of_fractions(told, form, one, form(shared_engine(one)));
        return told;
    });
    constants::compare(all, "both numbers of amounts", [](const extents& e, double one) {
        answers told{};
        ask_of_amounts(told, one, e[0] - 10);
        return told;
    });
    constants::compare_forms<typed, flat, flat_operator, flat_machine>(
        all, "one question at a time", [](auto form, const extents& e, double one) {
            answers told{};
            ask_each(told, form(product(e)), form(apart(one)));
            ask_each(told, form(sequence(gated(e), gate(e))), form(shared_engine(one)));
            return told;
        });
    typed_and_flat("searches", [](auto form, const extents& e, double one) {
        answers told{};
        const auto of_batch = [&](std::int64_t b) { return form(matmul(t2{b, 10 * e[1]}, t2{10 * e[1], 10 * e[2]})); };
        search(told, of_batch, form(apart(one)));
        search(told, of_batch, form(shared_engine(one)));
        return told;
    });
    constants::compare_forms<typed, flat_machine>(all, "resident tensors", [](auto form, const extents& e, double one) {
        answers told{};
        ask_resident(told, e, form(apart(one)));
        return told;
    });
    typed_and_flat("fused", [](auto form, const extents& e, double one) {
        answers told{};
        const auto down = matmul(gate(e).result(), t2{e[2], e[3]});
        ask(told, form(fuse(gated(e), gate(e))), form(apart(one)));
        ask(told, form(fuse(gated(e), gate(e), down)), form(apart(one)));
        ask(told, form(repeat(sequence(fuse(gated(e), gate(e)), down), 5)), form(shared_engine(one)));
        return told;
    });
    constants::compare(all, "levels and footprints", [](const extents& e, double one) {
        answers told{};
        const auto tiles = matmul(t2{e[0], e[1]}, tensor<nvfp4, dyn, dyn>{e[1], e[2]}, math<bf16>, tiled<tile<16, 8, 32>>);
        told.add("traffic<llc>", traffic<memory<llc>>(tiles));
        told.add("traffic<shared>", traffic<memory<shared>>(tiles));
        told.add("intensity<llc>", intensity<memory<llc>>(tiles));
        told.add("footprint", footprint(tensor<nvfp4, dyn, dyn>{e[0], e[1]}));
        told.add("weight_footprint", weight_footprint(tensor<fp8_block128, dyn, dyn>{e[1], e[2]}));
        told.add("elements", static_cast<double>(elements(t2{e[0], e[3]})));
        told.add("rate", rate<memory<dram>>(apart(one)));
        told.add("capacity", capacity<memory<llc>>(apart(one)));
        told.add("units", 1.5_TFLOP * one / 3.7_GB + 0.1_FLOPpB);
        return told;
    });
    return all.report("questions");
}
