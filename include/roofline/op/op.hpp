// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/operation.hpp>

/// A user's own operator, stated by its demands.
namespace roofline::inline ROOFLINE_ABI {

namespace detail {

template<class... T>
struct takes_argument {
    tensors<T...> values;
};
template<class T>
struct gives_argument {
    T value;
};

template<class T>
inline constexpr bool is_takes = false;
template<class... T>
inline constexpr bool is_takes<takes_argument<T...>> = true;
template<class T>
inline constexpr bool is_gives = false;
template<class T>
inline constexpr bool is_gives<gives_argument<T>> = true;
template<class T>
inline constexpr bool is_demand = false;
template<class R>
inline constexpr bool is_demand<demand_entry<R>> = true;

template<class... T>
constexpr tensors<T...> pack_tensors(const T&... values) {
    if constexpr (sizeof...(T) == 0)
        return {};
    else
        return [](const auto& first, const auto&... rest) { return tensors<T...>{first, pack_tensors(rest...)}; }(values...);
}

/// The demand_entry arguments in order, as one step.
template<class Found>
struct step_of_demands;
template<class... R>
struct step_of_demands<resource_set<R...>> {
    template<class Argument>
    static constexpr void put(step<R...>& s, const Argument& argument) {
        if constexpr (is_demand<Argument>)
            s.amounts[resource_set<R...>::template index_of<typename Argument::resource_type>()] = argument.amount;
    }
    template<class... Arguments>
    static constexpr step<R...> make(const Arguments&... arguments) {
        step<R...> s{};
        (put(s, arguments), ...);
        return s;
    }
};
template<class Set, class... Arguments>
struct demanded_set {
    using type = Set;
};
template<class... S, class R, class... Rest>
struct demanded_set<resource_set<S...>, demand_entry<R>, Rest...> : demanded_set<resource_set<S..., R>, Rest...> {};
template<class... S, class Other, class... Rest>
struct demanded_set<resource_set<S...>, Other, Rest...> : demanded_set<resource_set<S...>, Rest...> {};

template<class Set>
inline constexpr bool all_different = false;
template<class... R>
inline constexpr bool all_different<resource_set<R...>> = [] {
    int at = 0;
    return ((resource_set<R...>::template index_of<R>() == at++) && ...);
}();

constexpr tensors<> taken() { return {}; }
template<class First, class... Rest>
constexpr auto taken(const First& first, const Rest&... rest) {
    if constexpr (is_takes<First>)
        return first.values;
    else
        return taken(rest...);
}
constexpr no_result given() { return {}; }
template<class First, class... Rest>
constexpr auto given(const First& first, const Rest&... rest) {
    if constexpr (is_gives<First>)
        return first.value;
    else
        return given(rest...);
}

}  // namespace detail

/// The tensors that an operator reads, so that fuse() can check that it takes a producer's result.
template<class... T>
    requires(detail::is_tensor<T> && ...)
constexpr detail::takes_argument<T...> takes(const T&... inputs) {
    return {detail::pack_tensors(inputs...)};
}

/// The tensor that it writes.
template<class T>
    requires detail::is_tensor<T>
constexpr detail::gives_argument<T> gives(const T& output) {
    return {output};
}

/// An operator that is its demands:
///
///     op(demand<matrix_math<fp16>>(2_TFLOP), demand<memory<dram>>(3_GB), takes(x), gives(y))
///
/// takes() and gives() may be left out; then nothing can be chained to it. Each resource is stated once.
template<class... Arguments>
constexpr auto op(const Arguments&... arguments) {
    using set = typename detail::demanded_set<detail::resource_set<>, Arguments...>::type;
    if constexpr ((detail::is_poison<Arguments> || ...)) {
        return poison{};
    } else if constexpr (!((detail::is_demand<Arguments> || detail::is_takes<Arguments> || detail::is_gives<Arguments>) && ...) ||
                         std::is_same_v<set, detail::resource_set<>>) {
        static_assert(sizeof...(Arguments) == ~std::size_t{0},
                      "op: takes at least one demand<resource>(amount), and takes(...) and gives(...)");
        return poison{};
    } else if constexpr (!detail::all_different<set>) {
        static_assert(sizeof...(Arguments) == ~std::size_t{0}, "op: each resource is demanded once");
        return poison{};
    } else {
        using step = typename set::bag;
        return detail::make_operation(demands<step>{detail::step_of_demands<set>::make(arguments...)},
                                      detail::given(arguments...), detail::taken(arguments...));
    }
}

}  // namespace roofline
