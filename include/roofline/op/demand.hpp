// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/machine/ceiling.hpp>
#include <roofline/machine/resource.hpp>
#include <roofline/units/rounded.hpp>

#include <type_traits>

namespace roofline::inline ROOFLINE_ABI {

/// How much of a resource is needed, in the base unit of its demand. A part of it is told apart: of the bytes of a memory
/// those written, because a cache can absorb loads and stores apart; of the operations of an engine the padding of
/// incomplete tiles, which takes its time and is no work.
/// (No default member initialisers: with them g++ 13 to 16 lose `a[i] = a[i] + more` in a constant expression, a[] being
/// value-initialised. What adds up amounts says `+=`, which those compilers keep either way.)
struct amount {
    double total;
    double part;

    constexpr double written() const { return part; }
    constexpr double read() const { return detail::rounded(total) - detail::rounded(part); }
    constexpr double useful() const { return read(); }

    constexpr amount& operator+=(const amount& more) {
        total = detail::rounded(total) + detail::rounded(more.total);
        part = detail::rounded(part) + detail::rounded(more.part);
        return *this;
    }
    friend constexpr amount operator+(amount a, const amount& b) { return a += b; }
    friend constexpr amount operator*(double times, const amount& a) { return {times * a.total, times * a.part}; }
};

/// A demand on resource R, as demand<R>() makes it.
template<class R>
struct demand_entry {
    using resource_type = R;
    roofline::amount amount;
};

namespace detail {
/// The first of the types that is not Unit.
template<class Unit, class First, class... Rest>
struct first_other {
    using type = First;
};
template<class Unit, class... Rest>
    requires(sizeof...(Rest) > 0)
struct first_other<Unit, Unit, Rest...> : first_other<Unit, Rest...> {};

template<class R, class Given>
struct wrong_demand_unit {
    static constexpr sentence value = sentence("a demand on {} is in {}; the value given is {}",
                                               {R::name, units::unit_name<typename R::demand_type>, units::in_unit<Given>()});
};

[[noreturn]] inline void a_demand_must_not_be_negative_or_nan(std::string_view resource) {
    throw_unsupported(sentence("a demand on {} is negative, infinite or not a number", {resource}));
}
}  // namespace detail

/// How much of resource R an operator needs: demand<matrix_math<fp16>>(2_TFLOP), demand<memory<dram>>(3_GB).
///
/// Bytes given in one number count as half read, half written: the split with the lowest floor under a cache. Give two,
/// demand<memory<dram>>(read_bytes, written_bytes), where they are known apart. Of an engine the second number is padding.
/// Errors: another unit does not compile; a negative amount or NaN throws unsupported. Zero is a demand.
template<resource_type R, class Quantity, class... Part>
constexpr auto demand(Quantity quantity, Part... part) {
    using unit = typename R::demand_type;
    static_assert(sizeof...(Part) <= 1, "demand: give one amount, or the bytes read and the bytes written");
    if constexpr (!std::is_same_v<Quantity, unit> || !(std::is_same_v<Part, unit> && ...)) {
        using given = typename detail::first_other<unit, Quantity, Part...>::type;
        static_assert(diagnostic::accepted<diagnostic::refused<detail::wrong_demand_unit<R, given>>>,
                      "demand: the amount is in the wrong unit");
        return poison{};
    } else {
        const double first = detail::rounded(quantity.value());
        const double second = detail::rounded((part.value() + ... + 0.0));
        const double total = first + second;
        if (!(first >= 0 && second >= 0 && total <= (std::numeric_limits<double>::max)()))
            detail::a_demand_must_not_be_negative_or_nan(R::name);
        constexpr double unsaid = R::kind == resource_kind::memory || R::kind == resource_kind::link ? 0.5 : 0;
        return demand_entry<R>{{total, sizeof...(Part) == 1 ? second : unsaid * total}};
    }
}

}  // namespace roofline
