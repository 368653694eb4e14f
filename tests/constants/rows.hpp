// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "constants/answers.hpp"
#include "operators/extents.hpp"

// Rows: questions asked in constants and at run time, of typed and of flat operators and machines.
namespace constants {

using operators::extents;

// Forms in which an operator or a machine is asked.
struct typed {
    constexpr auto operator()(const auto& x) const { return x; }
};
struct flat {
    constexpr any_operator operator()(const operator_like auto& op) const { return op; }
    constexpr any_machine operator()(const machine_like auto& m) const { return m; }
};
struct flat_operator : typed {
    using typed::operator();
    constexpr any_operator operator()(const operator_like auto& op) const { return op; }
};
struct flat_machine : typed {
    using typed::operator();
    constexpr any_machine operator()(const machine_like auto& m) const { return m; }
};

inline constexpr extents given = {17, 96, 61, 131};

/// The answers of Ask{}(extents, one), `one` being what all rates are multiplied by. Ask has no state.
template<class Ask>
inline constexpr answers as_constant = Ask{}(given, 1.0);

/// One row. What it is compared with is its own constant, or that of another form.
template<class Ask>
void compare(tally& all, const char* name, Ask, const answers& constant = as_constant<Ask>) {
    const extents same = {hidden(given[0]), hidden(given[1]), hidden(given[2]), hidden(given[3])};
    ++all.rows;
    all.compare(name, "as a constant, at run time", constant, Ask{}(same, hidden(1.0)));
    if (&constant != &as_constant<Ask>) all.compare(name, "as a constant, in another form", constant, as_constant<Ask>);
}

/// Ask{}(form, extents, one) in one form.
template<class Ask, class Form>
struct in_form {
    constexpr answers operator()(const extents& e, double one) const { return Ask{}(Form{}, e, one); }
};
/// A row for each form: all give what the constant of the first does.
template<class First, class... Rest, class Ask>
void compare_forms(tally& all, const char* name, Ask) {
    compare(all, name, in_form<Ask, First>{});
    (compare(all, name, in_form<Ask, Rest>{}, as_constant<in_form<Ask, First>>), ...);
}

}  // namespace constants
