// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/name.hpp>
#include <roofline/diagnostic/sentence.hpp>
#include <roofline/units/system.hpp>

#include <string_view>
#include <type_traits>

namespace roofline::inline ROOFLINE_ABI::units {

/// The unit in which a quantity of this library counts, as sentences and tables print it: "FLOP/s", "byte".
template<class T>
inline constexpr std::string_view unit_name = "no unit of this library"sv;

template<>
inline constexpr std::string_view unit_name<work> = "FLOP"sv;
template<>
inline constexpr std::string_view unit_name<traffic> = "byte"sv;
template<>
inline constexpr std::string_view unit_name<duration> = "s"sv;
template<>
inline constexpr std::string_view unit_name<energy> = "J"sv;
template<>
inline constexpr std::string_view unit_name<performance> = "FLOP/s"sv;
template<>
inline constexpr std::string_view unit_name<bandwidth> = "byte/s"sv;
template<>
inline constexpr std::string_view unit_name<intensity> = "FLOP/byte"sv;
template<>
inline constexpr std::string_view unit_name<power> = "W"sv;
/// "in byte/s", or "a bare number": what a value given in the wrong unit was.
template<class Given>
constexpr diagnostic::sentence in_unit() {
    if constexpr (std::is_arithmetic_v<Given>)
        return "a bare number";
    else
        return diagnostic::sentence("in {}", {unit_name<Given>});
}

}  // namespace roofline::units
