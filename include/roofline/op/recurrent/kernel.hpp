// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/count.hpp>
#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/passing.hpp>
#include <roofline/op/product/math.hpp>
#include <roofline/units/rounded.hpp>

#include <utility>

namespace roofline::inline ROOFLINE_ABI {

struct chunk_length {
    static constexpr std::string_view name = "chunk"sv;
    static constexpr std::int64_t least = 1;
};
/// How many tokens of a prompt a recurrent operator takes at once: chunk<64>, chunk<dyn>(l).
template<std::int64_t N>
inline constexpr count<chunk_length, N> chunk{};

}  // namespace roofline

/// What the recurrent operators have in common. A kernel states its operands with a letter for each axis, the state first,
/// the letters of its result, and its operations for given extents. h heads are a multiple of g groups; w weights go with v
/// = w - 1 kept inputs. Each operand is read once, state and result are written.
namespace roofline::inline ROOFLINE_ABI::detail::recurrent {

struct operand {
    std::string_view name;
    std::string_view axes;
};

/// The extents by their letters; 0 where a letter has not occurred.
struct extents {
    std::int64_t of[26]{};
    constexpr std::int64_t& operator[](char axis) { return of[axis - 'a']; }
    constexpr double operator()(char axis) const { return static_cast<double>(of[axis - 'a']); }
};

/// Operations by engine.
struct operations {
    double matrix = 0;
    double vector = 0;
    double exp2 = 0;
};
constexpr operations operator*(double times, const operations& x) {
    return {rounded(times * x.matrix), rounded(times * x.vector), rounded(times * x.exp2)};
}
constexpr operations operator+(const operations& x, const operations& y) {
    return {x.matrix + y.matrix, x.vector + y.vector, x.exp2 + y.exp2};
}

/// Extents that fit together, or where they do not: operand `at` has a wrong rank, or another extent than `other`.
struct binding {
    enum { ok, rank, axis, heads, window } fault = ok;
    extents all{};
    int at = 0;
    int other = 0;
    char letter = 0;
};

constexpr binding bind(const operand* operands, const shape_view* shapes, int count) {
    binding bound;
    int first[26]{};
    for (int i = 0; i < count; ++i) {
        if (shapes[i].rank != static_cast<int>(operands[i].axes.size())) {
            bound.fault = binding::rank;
            bound.at = i;
            return bound;
        }
        for (int axis = 0; axis < shapes[i].rank; ++axis) {
            const char letter = operands[i].axes[static_cast<std::size_t>(axis)];
            std::int64_t& known = bound.all[letter];
            if (known == 0 || known == dyn) {
                known = shapes[i][axis];
                first[letter - 'a'] = i;
            } else if (shapes[i][axis] != dyn && shapes[i][axis] != known) {
                bound.fault = binding::axis;
                bound.at = first[letter - 'a'];
                bound.other = i;
                bound.letter = letter;
                return bound;
            }
        }
    }
    const std::int64_t heads = bound.all['h'], groups = bound.all['g'];
    if (heads > 0 && groups > 0 && heads % groups != 0) bound.fault = binding::heads;
    const std::int64_t kept = bound.all['v'], width = bound.all['w'];
    if (kept > 0 && width > 0 && kept + 1 != width) bound.fault = binding::window;
    return bound;
}

constexpr void put_axes(sentence& text, std::string_view axes) {
    text.add("(");
    for (std::size_t i = 0; i < axes.size(); ++i) text.add("{}{}", {(i > 0 ? "," : ""), axes.substr(i, 1)});
    text.add(")");
}
constexpr sentence explain(std::string_view name, const operand* operands, const shape_view* shapes, binding bound) {
    sentence text("{}: ", {name});
    if (bound.fault == binding::heads)
        return text.add("{} heads are not a multiple of {} groups", {bound.all['h'], bound.all['g']});
    if (bound.fault == binding::window)
        return text.add("the state keeps {} inputs, and a weight of {} needs one less than it is long",
                        {bound.all['v'], bound.all['w']});
    const int at = bound.at, other = bound.other;
    text.add("{} ", {operands[at].name});
    put_axes(text, operands[at].axes);
    text.add(" is {}", {shapes[at]});
    if (bound.fault == binding::rank) return text.add(", of another rank");
    text.add(" and {} ", {operands[other].name});
    put_axes(text, operands[other].axes);
    return text.add(" is {}; {} must be equal", {shapes[other], std::string_view(&bound.letter, 1)});
}
[[noreturn]] inline void the_operands_of_a_recurrent_operator_must_agree(const sentence& why) { throw_shape_error(why); }

template<class Tensor>
struct format_of;
template<class T, std::int64_t... E>
struct format_of<tensor<T, E...>> {
    using type = T;
};

/// The operands' types against the kernel's letters.
template<class Kernel, class... X>
struct typed {
    static constexpr shape_view shapes[sizeof...(X)] = {extents_of_type<X>::value...};
    static constexpr binding bound = bind(Kernel::operands, shapes, sizeof...(X));
};
template<class Kernel, class... X>
struct static_fault {
    static constexpr sentence value =
        explain(Kernel::name, Kernel::operands, typed<Kernel, X...>::shapes, typed<Kernel, X...>::bound);
};
template<class Kernel, class... X>
struct integer_fault {
    static constexpr sentence value = [] {
        sentence text;
        int i = 0;
        ((text.size() == 0 && !real_dtype<typename format_of<X>::type>
              ? void(text.add("{}: {} is {}, an integer; give a floating-point or scaled format",
                              {Kernel::name, Kernel::operands[i].name, format_of<X>::type::name}))
              : void(++i)),
         ...);
        return text;
    }();
};

template<class Kernel, class Out, const binding& Bound, class Axes>
struct result_of;
template<class Kernel, class Out, const binding& Bound, std::size_t... At>
struct result_of<Kernel, Out, Bound, std::index_sequence<At...>> {
    using type = tensor<Out, Bound.all.of[Kernel::result[At] - 'a']...>;
};

template<class Compute, bool Matrix, bool Exp2>
struct list_of_engines {
    using type = demands<step<Compute, memory<dram>>>;
};
template<class Compute>
struct list_of_engines<Compute, false, true> {
    using type = demands<step<Compute, special_math<special::exp2>, memory<dram>>>;
};
template<class Compute>
struct list_of_engines<Compute, true, false> {
    using type = demands<step<Compute, vector_math<fp32>, memory<dram>>>;
};
template<class Compute>
struct list_of_engines<Compute, true, true> {
    using type = demands<step<Compute, vector_math<fp32>, special_math<special::exp2>, memory<dram>>>;
};
template<class Kernel, class List>
constexpr List filled(const operations& all, amount moved) {
    if constexpr (Kernel::chunked && Kernel::decays)
        return {{{{all.matrix, 0}, {all.vector, 0}, {all.exp2, 0}, moved}}};
    else if constexpr (Kernel::chunked)
        return {{{{all.matrix, 0}, {all.vector, 0}, moved}}};
    else if constexpr (Kernel::decays)
        return {{{{all.vector, 0}, {all.exp2, 0}, moved}}};
    else
        return {{{{all.vector, 0}, moved}}};
}

/// The engine: of a chunked kernel for its products, in the common math of its values and keys unless the options say
/// otherwise; else for everything.
template<class Kernel, class Value, class Key, class... Options>
struct engine {
    using type = elementwise_engine<Options...>;
};
template<class Kernel, class Value, class Key, class... Options>
    requires(Kernel::chunked)
struct engine<Kernel, Value, Key, Options...>
    : engine_or<typename matrix_math_on<typename common_math<Value, Key>::type, false>::type, matrix_math, Options...> {};

template<class Kernel>
struct unknown_option {
    static constexpr sentence value =
        sentence(Kernel::chunked ? "{} takes the options chunk<>, out<>, math<>, on<>" : "{} takes the options out<>, math<>, on<>",
                 {Kernel::name});
};
template<class Kernel, class Option>
inline constexpr bool knows = is_option<Option> || (Kernel::chunked && counts<chunk_length, Option>);

template<class... Options>
struct given {};

/// The N-th type.
template<int N, class First, class... Rest>
struct nth : nth<N - 1, Rest...> {};
template<class First, class... Rest>
struct nth<0, First, Rest...> {
    using type = First;
};

/// The operands as an operator lists them: the first, its state, is also written.
template<class State>
constexpr tensors<also_written<State>> listed(const State& state) {
    return {{state}, {}};
}
template<class State, class First, class... Rest>
constexpr auto listed(const State& state, const First& first, const Rest&... rest) {
    return prepended(first, listed(state, rest...));
}

/// The operator. `Value` and `Key` are the positions of the operands whose formats choose the math; the result has Value's.
template<class Kernel, int Value, int Key, class... Options, class... X>
constexpr auto make(given<Options...>, std::int64_t length, const X&... operands) {
    using types = typed<Kernel, X...>;
    using value = typename format_of<typename nth<Value, X...>::type>::type;
    using key = typename format_of<typename nth<Key, X...>::type>::type;
    using compute = typename engine<Kernel, value, key, Options...>::type;
    if constexpr (types::bound.fault != binding::ok) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_fault<Kernel, X...>>>,
                      "the operands of a recurrent operator must agree");
        return poison{};
    } else if constexpr (!(real_dtype<typename format_of<X>::type> && ...)) {
        static_assert(diagnostic::accepted<diagnostic::refused<integer_fault<Kernel, X...>>>,
                      "a recurrent operator cannot take this number format");
        return poison{};
    } else if constexpr (std::is_void_v<compute>) {
        static_assert(diagnostic::accepted<diagnostic::refused<no_common_math<value, key>>>,
                      "the operands of a recurrent operator have no common math; say which with math<>");
        return poison{};
    } else {
        using list = typename list_of_engines<compute, Kernel::chunked, Kernel::decays>::type;
        using result = typename result_of<Kernel, typename out_or<value, Options...>::type, types::bound,
                                          std::make_index_sequence<Kernel::result.size()>>::type;
        const shape_view shapes[] = {shape_of(operands)...};
        binding bound = bind(Kernel::operands, shapes, sizeof...(X));
        if (bound.fault != binding::ok)
            the_operands_of_a_recurrent_operator_must_agree(explain(Kernel::name, Kernel::operands, shapes, bound));
        std::int64_t of_result[Kernel::result.size()]{};
        for (std::size_t i = 0; i < Kernel::result.size(); ++i) of_result[i] = bound.all[Kernel::result[i]];
        const auto y = tensor_with<result>({of_result, static_cast<int>(Kernel::result.size())});
        const std::int64_t each[] = {bits_of(operands)...};
        const amount traffic = moved((bits_of(operands) + ...), each[0] + bits_of(y));
        const auto state = [](const auto& first, const auto&...) { return first; }(operands...);
        return make_operation(filled<Kernel, list>(Kernel::cost(bound.all, length), traffic), y, listed(state, operands...));
    }
}

/// Checks that need no extents, so that one mistake makes one error.
template<class Kernel, int Value, int Key, class... Options, class... X>
constexpr auto checked(given<Options...> options, std::int64_t length, const X&... operands) {
    if constexpr ((is_poison<X> || ...)) {
        return poison{};
    } else if constexpr (!(is_tensor<X> && ...)) {
        static_assert((is_tensor<X> && ...), "a recurrent operator takes tensors");
        return poison{};
    } else if constexpr (!(knows<Kernel, Options> && ...)) {
        static_assert(diagnostic::accepted<diagnostic::refused<unknown_option<Kernel>>>,
                      "a recurrent operator does not know this option");
        return poison{};
    } else if constexpr (!given_once<Options...>) {
        return refuse_repeated<given_once<Options...>>();
    } else if constexpr ((refused_count<Options> || ...)) {
        (static_cast<void>(refuse_count<Options>{}), ...);
        return poison{};
    } else {
        return make<Kernel, Value, Key>(options, length, operands...);
    }
}
/// The length of a chunk; what is refused in the type is not asked for its value.
template<class... Options>
constexpr std::int64_t chunk_of(std::int64_t otherwise, const Options&... options) {
    if constexpr ((refused_count<Options> || ...))
        return otherwise;
    else
        return count_among<chunk_length>(otherwise, options...);
}

/// f(l) over all chunks of s tokens: whole ones and the rest.
template<class F>
constexpr operations over_chunks(double s, std::int64_t length, F f) {
    const double l = static_cast<double>(length);
    const double whole = static_cast<double>(static_cast<std::int64_t>(s) / length);
    const double rest = s - whole * l;
    return rest > 0 ? whole * f(l) + f(rest) : whole * f(l);
}
/// Pairs j <= i of l tokens, and pairs j < i.
constexpr double pairs(double l) { return l * (l + 1) / 2; }
constexpr double strict_pairs(double l) { return l * (l - 1) / 2; }

}  // namespace roofline::detail::recurrent
