// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/error.hpp>
#include <roofline/diagnostic/name.hpp>

#include <string_view>

namespace roofline::inline ROOFLINE_ABI {

/// How a number of a machine is known, best first.
enum class evidence {
    datasheet,   // a vendor's document, read
    quoted,      // a vendor's document as somebody else quotes it, with page or table
    secondary,   // transcriptions, databases, operators' statements
    derived,     // units x rate x clock; the source says which
    measured,    // read off a device or a benchmark
    as_published // what an analysis under study says, right or wrong
};

constexpr std::string_view name_of(evidence kind) {
    constexpr std::string_view names[] = {"datasheet"sv, "quoted"sv,   "secondary"sv,
                                          "derived"sv,   "measured"sv, "as published"sv};
    return names[static_cast<int>(kind)];
}

/// Where a number comes from. Made by the functions below, which refuse an empty source.
/// (It holds a plain pointer: a hundred texts are measured by the compiler only when somebody reads them.)
struct provenance {
    evidence kind = evidence::datasheet;
    const char* text = "";

    constexpr std::string_view source() const { return text; }
};

namespace detail {
[[noreturn]] inline void a_number_of_a_machine_must_name_its_source() {
    throw_unsupported("a number of a machine must name its source: the text is empty");
}
constexpr provenance sourced(evidence kind, const char* source) {
    if (source == nullptr || source[0] == '\0') a_number_of_a_machine_must_name_its_source();
    return {kind, source};
}
}  // namespace detail

constexpr provenance datasheet(const char* source) { return detail::sourced(evidence::datasheet, source); }
constexpr provenance quoted(const char* source) { return detail::sourced(evidence::quoted, source); }
constexpr provenance secondary(const char* source) { return detail::sourced(evidence::secondary, source); }
constexpr provenance derived(const char* source) { return detail::sourced(evidence::derived, source); }
constexpr provenance measured(const char* source) { return detail::sourced(evidence::measured, source); }
constexpr provenance as_published(const char* source) { return detail::sourced(evidence::as_published, source); }

}  // namespace roofline
