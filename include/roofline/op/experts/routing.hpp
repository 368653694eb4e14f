// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/name.hpp>
#include <roofline/op/count.hpp>
#include <roofline/units/rounded.hpp>

/// How the tokens of a mixture of experts are routed, as far as costs depend on it.
namespace roofline::inline ROOFLINE_ABI {

struct top_k_count {
    static constexpr std::string_view name = "k"sv;
    static constexpr std::int64_t least = 1;
};
/// The experts that each token is sent to: top_k<8>, top_k<dyn>(k).
template<std::int64_t N>
inline constexpr count<top_k_count, N> top_k{};

namespace detail {

/// base^exponent by squaring.
constexpr double power(double base, std::int64_t exponent) {
    double result = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        if (exponent % 2 == 1) result = rounded(result * base);
    return result;
}

struct given_count {
    static constexpr std::string_view name = "the number of distinct experts"sv;
    static constexpr std::int64_t least = 1;
};
struct fewest_experts {
    constexpr double operator()(std::int64_t, std::int64_t k, std::int64_t) const { return static_cast<double>(k); }
};
struct expected_experts {
    constexpr double operator()(std::int64_t experts, std::int64_t k, std::int64_t tokens) const {
        const double all = static_cast<double>(experts);
        return all * (1 - power(1 - static_cast<double>(k) / all, tokens));
    }
};
struct most_experts {
    constexpr double operator()(std::int64_t experts, std::int64_t k, std::int64_t tokens) const {
        return static_cast<double>(tokens < ceil_of(experts, k) ? tokens * k : experts);
    }

private:
    static constexpr std::int64_t ceil_of(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }
};

}  // namespace detail

/// How many of E experts T tokens read that go to k each. It depends on the router, so there is no default. The policies
/// can be called: distinct_experts::most(E, k, T).
namespace distinct_experts {

/// So many, as counted from a trace or a placement: given<97>, given<dyn>(n).
template<std::int64_t N>
inline constexpr count<detail::given_count, N> given{};

/// k: all tokens agree. The only sure bound.
inline constexpr detail::fewest_experts fewest{};

/// E (1 - (1 - k / E)^T), what a uniform router touches in the mean: an estimate and no bound, the largest expectation of
/// all routers that send each token independently of the others.
inline constexpr detail::expected_experts expected_uniform{};

/// min(E, T k): no two tokens agree before all experts are taken.
inline constexpr detail::most_experts most{};

}  // namespace distinct_experts

namespace detail {

template<class Option>
inline constexpr bool is_distinct_experts = counts<given_count, Option>;
template<>
inline constexpr bool is_distinct_experts<fewest_experts> = true;
template<>
inline constexpr bool is_distinct_experts<expected_experts> = true;
template<>
inline constexpr bool is_distinct_experts<most_experts> = true;

/// Of counts the value, dyn where only the run time knows it, 0 where there is none.
template<class What, class... Options>
inline constexpr std::int64_t static_count = 0;
template<class What, class First, class... Rest>
inline constexpr std::int64_t static_count<What, First, Rest...> = static_count<What, Rest...>;
template<class What, std::int64_t N, class... Rest>
inline constexpr std::int64_t static_count<What, count<What, N>, Rest...> = N;

}  // namespace detail
}  // namespace roofline
