// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/poison.hpp>
#include <roofline/op/count.hpp>
#include <roofline/op/option.hpp>

/// Of options that say the same thing an operator takes one.
namespace roofline::inline ROOFLINE_ABI::detail {

struct says_format;
struct says_engine;

/// What an option says: by its type, unless it is one of many that say the same.
template<class Option>
struct what_is_said {
    using type = Option;
};
template<class What, std::int64_t N>
struct what_is_said<count<What, N>> {
    using type = What;
};
template<class T>
struct what_is_said<out_option<T>> {
    using type = says_format;
};
template<class In, class Accumulate, class Sparsity>
struct what_is_said<math_option<In, Accumulate, Sparsity>> {
    using type = says_engine;
};
template<class R>
struct what_is_said<on_option<R>> {
    using type = says_engine;
};

template<class A, class B>
inline constexpr bool say_the_same = std::is_same_v<typename what_is_said<A>::type, typename what_is_said<B>::type>;

/// Whether no two of the options say the same.
template<class... Options>
inline constexpr bool given_once = true;
template<class First, class Second, class... Rest>
inline constexpr bool given_once<First, Second, Rest...> =
    !say_the_same<First, Second> && !(say_the_same<First, Rest> || ...) && given_once<Second, Rest...>;

/// The sentence, where two do.
template<bool Once>
constexpr poison refuse_repeated() {
    static_assert(Once, "an option is given twice, or with another that says the same, as math<> and on<> do");
    return {};
}

}  // namespace roofline::detail
