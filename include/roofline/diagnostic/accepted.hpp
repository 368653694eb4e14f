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
namespace roofline::diagnostic {

template<text Why>
struct reason {};

template<bool Holds, class Reason>
struct verdict {
    static constexpr bool value = Holds;
};

template<class Verdict>
concept accepted = Verdict::value;

#if defined(__NVCC__) || defined(__EDG__)
/// The reason that is Computed. The front end of nvcc writes every text out as a list of letters and shows no argument of a
/// concept, so no sentence is built for it; what it does print are types and numbers, those of the call, in the list of
/// instantiations below the error.
template<class Computed>
struct because {};
#else
template<class Computed>
consteval auto shrunk() {
    text<Computed::value.size()> result;
    for (std::size_t i = 0; i < Computed::value.size(); ++i) result.data[i] = Computed::value.view()[i];
    return result;
}

/// The reason that carries Computed::value.
template<class Computed>
using because = reason<shrunk<Computed>()>;
#endif

/// No, because of Computed::value.
template<class Computed>
using refused = verdict<false, because<Computed>>;

}  // namespace roofline::diagnostic
