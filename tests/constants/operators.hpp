// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "constants/answers.hpp"
#include "operators/extents.hpp"

// A row for each operator of a list: typed and flat, as constants and at run time.
namespace constants {

using operators::extents;

/// The operator alone, and in every composition.
template<class Op, class M>
constexpr void ask_of_all(answers& told, const Op& op, const M& m) {
    ask(told, op, m);
    const auto thrice = repeat(op, 3);
    ask(told, overlap(op, thrice), m);
    ask(told, repeat(sequence(thrice, op, op), 7), m);
}

/// What Make's operator is answered on both machines, extents and rates given.
template<class Make>
struct typed {
    constexpr answers operator()(const extents& e, double one) const {
        answers told{};
        const auto op = Make{}(e);
        ask_of_all(told, op, apart(one));
        ask_of_all(told, op, shared_engine(one));
        return told;
    }
};
template<class Make>
struct flat {
    constexpr answers operator()(const extents& e, double one) const {
        answers told{};
        const any_operator op = Make{}(e);
        ask_of_all(told, op, any_machine(apart(one)));
        ask_of_all(told, op, any_machine(shared_engine(one)));
        return told;
    }
};

template<int Shape, class Make>
void compare_operator(tally& all, const char* name, Make) {
    constexpr const extents& shape = operators::shapes[Shape];
    constexpr answers constant = typed<Make>{}(shape, 1);
    constexpr answers flat_constant = flat<Make>{}(shape, 1);
    const extents e = {hidden(shape[0]), hidden(shape[1]), hidden(shape[2]), hidden(shape[3])};
    ++all.rows;
    all.compare(name, "typed, flat", constant, flat_constant);
    all.compare(name, "typed as a constant, at run time", constant, typed<Make>{}(e, hidden(1.0)));
    all.compare(name, "flat as a constant, at run time", flat_constant, flat<Make>{}(e, hidden(1.0)));
}

/// One row an operator: all of a list's.
struct compare_operators {
    tally& all;

    template<class Make>
    void operator()(const char* name, int, Make make) const {
        compare_operator<1>(all, name, make);
    }
};

}  // namespace constants
