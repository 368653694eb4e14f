// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "constants/answers.hpp"
#include "operators/extents.hpp"

// Rows of any questions at all.
namespace constants {

using operators::extents;

/// Ask has no state: Ask{}(extents, one) gives answers, `one` being what all rates are multiplied by.
template<class Ask>
void compare(tally& all, const char* name, Ask) {
    constexpr extents e = {17, 96, 61, 131};
    constexpr answers constant = Ask{}(e, 1.0);
    const extents same = {hidden(e[0]), hidden(e[1]), hidden(e[2]), hidden(e[3])};
    ++all.rows;
    all.compare(name, "as a constant, at run time", constant, Ask{}(same, hidden(1.0)));
}
/// Ask gives the answers of typed operators and machines, Flat those of the same as any_operator and any_machine.
template<class Ask, class Flat>
void compare(tally& all, const char* name, Ask ask, Flat flat) {
    constexpr extents e = {17, 96, 61, 131};
    constexpr answers typed = Ask{}(e, 1.0);
    constexpr answers same = Flat{}(e, 1.0);
    compare(all, name, ask);
    compare(all, name, flat);
    all.compare(name, "typed, flat", typed, same);
}

}  // namespace constants
