// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/tensor/extent.hpp>

#include <type_traits>

/// A number that an operator is told beside its tensors. As an extent it is known to the type or at run time:
/// window<4096>, window<dyn>(w).
namespace roofline::inline ROOFLINE_ABI {

/// `What` names it and states the least it may be:
///
///     struct window_length { static constexpr std::string_view name = "window"sv; static constexpr std::int64_t least = 1; };
template<class What, std::int64_t N>
struct count {
    static constexpr std::int64_t value = N;
};
template<class What>
struct count<What, dyn> {
    std::int64_t value = What::least;
    constexpr count operator()(std::int64_t given) const { return {given}; }
};

namespace detail {

template<class Option>
inline constexpr bool is_count = false;
template<class What, std::int64_t N>
inline constexpr bool is_count<count<What, N>> = true;
/// Whether an option is a count of What.
template<class What, class Option>
inline constexpr bool counts = false;
template<class What, std::int64_t N>
inline constexpr bool counts<What, count<What, N>> = true;

constexpr sentence count_fault(std::string_view name, std::int64_t value, std::int64_t least) {
    return sentence("{} is {} and must be at least {}", {name, value, least});
}
template<class What, std::int64_t N>
struct static_count_fault {
    static constexpr sentence value = count_fault(What::name, N, What::least);
};
[[noreturn]] inline void a_count_must_not_be_below_its_least(const sentence& why) { throw_shape_error(why); }

/// Whether the type alone refuses the count. (One that is known at run time only may be right.)
template<class Option>
inline constexpr bool refused_count = false;
template<class What, std::int64_t N>
inline constexpr bool refused_count<count<What, N>> = N != dyn && N < What::least;

/// The sentence for a count that is refused; nothing for other options.
template<class Option>
struct refuse_count {
    constexpr refuse_count() = default;
};
template<class What, std::int64_t N>
    requires refused_count<count<What, N>>
struct refuse_count<count<What, N>> {
    constexpr refuse_count() {
        static_assert(diagnostic::accepted<diagnostic::refused<static_count_fault<What, N>>>,
                      "an operator is told a number that is too small");
    }
};

/// The value; throws shape_error when it is too small.
template<class What, std::int64_t N>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t value_of(const count<What, N>& given) {
    if (given.value < What::least) a_count_must_not_be_below_its_least(count_fault(What::name, given.value, What::least));
    return given.value;
}

/// The count of What among the options, or `otherwise`.
template<class What>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t count_among(std::int64_t otherwise) {
    return otherwise;
}
template<class What, class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr std::int64_t count_among(std::int64_t otherwise, const First& first, const Rest&... rest) {
    if constexpr (counts<What, First>)
        return value_of(first);
    else
        return count_among<What>(otherwise, rest...);
}

}  // namespace detail
}  // namespace roofline
