// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "constants/rows.hpp"

// Rows of operators: each of a list, alone and in compositions.
namespace constants {

/// The operator alone, and in every composition.
template<class Op, class M>
constexpr void ask_of_all(answers& told, const Op& op, const M& m) {
    ask(told, op, m);
    const auto thrice = repeat(op, 3);
    ask(told, overlap(op, thrice), m);
    ask(told, repeat(sequence(thrice, op, op), 7), m);
}

/// What Make's operator is answered on both machines.
template<class Make>
struct answered {
    template<class Form>
    constexpr answers operator()(Form form, const extents& e, double one) const {
        answers told{};
        const auto op = form(Make{}(e));
        ask_of_all(told, op, form(apart(one)));
        ask_of_all(told, op, form(shared_engine(one)));
        return told;
    }
};

/// Of each operator of a list.
struct compare_operators {
    tally& all;

    template<class Make>
    void operator()(const char* name, int, Make) const {
        compare_forms<typed, flat>(all, name, answered<Make>{});
    }
};

}  // namespace constants
