// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/sentence.hpp>
#include <roofline/diagnostic/text.hpp>

/// How an entry point refuses. In its body stands
///
///     static_assert(diagnostic::accepted<diagnostic::refused<Computed>>, "the fixed sentence");
///     return poison{};
///
/// The fixed sentence is on the first `error:` line of every compiler. `Computed` has a static member `value`, a
/// sentence with the names and numbers of this very case; being an argument of a type inside a concept, it is printed
/// whole in a note. It is built in the failing branch only, because it costs compile time.
namespace roofline::inline ROOFLINE_ABI::diagnostic {

template<text Why>
struct reason {};

template<bool Holds, class Reason>
struct verdict {
    static constexpr bool value = Holds;
};

template<class Verdict>
concept accepted = Verdict::value;

#if defined(__NVCC__) || defined(__EDG__)
/// The type that the sentence is about. nvcc prints a text as a list of letters, so no sentence is built for it; it prints the
/// types and numbers among the arguments of the functions on the way to the error.
template<class Computed, class About = Computed>
using because = About;
#else
template<class Computed>
consteval auto shrunk() {
    text<Computed::value.size()> result;
    for (std::size_t i = 0; i < Computed::value.size(); ++i) result.data[i] = Computed::value.view()[i];
    return result;
}

/// The reason that carries Computed::value. About is for nvcc.
template<class Computed, class About = Computed>
using because = reason<shrunk<Computed>()>;
#endif

/// No, because of Computed::value.
template<class Computed>
using refused = verdict<false, because<Computed>>;

}  // namespace roofline::diagnostic
