// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/same_value.hpp>
#include <roofline/op/count.hpp>
#include <roofline/op/elementwise/engine.hpp>

/// What an elementwise operator is: a kernel states its name, its options, what it costs and what it refuses.
namespace roofline::inline ROOFLINE_ABI::detail::elementwise {

template<class X>
struct format_of_operand;
template<class T, std::int64_t... E>
struct format_of_operand<tensor<T, E...>> {
    using type = T;
};

/// Operations of an element or of a row: on the engine, and calls of the special functions in the order of `calls`.
struct cost {
    double flops = 0;
    double first = 0;
    double second = 0;
};

template<special... Function>
struct functions {};

/// Options that a kernel knows: out<>, math<> and on<>, policies by their type, counts by what they count.
template<class... Kinds>
struct known {};
struct any_out {
    static constexpr std::string_view name = "out<>"sv;
};
struct any_engine {
    static constexpr std::string_view name = "math<>, on<>"sv;
};
template<class Kind, class Option>
inline constexpr bool is_kind = std::is_same_v<Kind, Option> || counts<Kind, Option>;
template<class T>
inline constexpr bool is_kind<any_out, out_option<T>> = true;
template<class In, class Accumulate, class Sparsity>
inline constexpr bool is_kind<any_engine, math_option<In, Accumulate, Sparsity>> = true;
template<class R>
inline constexpr bool is_kind<any_engine, on_option<R>> = true;

/// The count of What among the options as far as their types tell, or Otherwise.
template<class What, std::int64_t Otherwise, class... Options>
inline constexpr std::int64_t static_count = Otherwise;
template<class What, std::int64_t Otherwise, std::int64_t N, class... Rest>
inline constexpr std::int64_t static_count<What, Otherwise, count<What, N>, Rest...> = N;
template<class What, std::int64_t Otherwise, class First, class... Rest>
inline constexpr std::int64_t static_count<What, Otherwise, First, Rest...> = static_count<What, Otherwise, Rest...>;

/// Whether the options hold this policy.
template<class Policy, class... Options>
inline constexpr bool has_option = (std::is_same_v<Policy, Options> || ...);
/// One of two kernels, by a policy.
template<class Policy, class Then, class Otherwise, class... Options>
using kernel_by = std::conditional_t<has_option<Policy, Options...>, Then, Otherwise>;

/// The result has the shape of the operand.
struct same_extents_rule {};

/// Every kernel derives from this and states a name, what an element costs, and where it differs from here.
struct kernel {
    using options = known<any_out, any_engine>;
    using calls = functions<>;
    using shape = same_extents_rule;
    template<class T>
    using result = T;                        // the format, unless out<> says otherwise
    static constexpr bool integers = false;  // whether it takes them
    static constexpr int rank = 1;           // the least
    static constexpr int reads = 1;          // how often it reads its operand
    static constexpr int given_bits = 0;     // of the result that are known beforehand: read and not written
    static constexpr cost row(std::int64_t) { return {}; }  // on top, once a row of so many
};
/// A kernel that only moves: no engine, any format, any rank.
struct moving_kernel : kernel {
    using options = known<>;
    using calls = void;
    static constexpr cost element{};
    static constexpr bool integers = true;
    static constexpr int rank = 0;
};

/// The steps of a kernel, and how they are filled.
template<class Engine, class Calls>
struct kernel_list;
template<class Engine, special... Function>
struct kernel_list<Engine, functions<Function...>> {
    using type = demands<step<Engine, special_math<Function>..., memory<dram>>>;
};
template<class Engine>
struct kernel_list<Engine, void> {
    using type = demands<step<memory<dram>>>;
};

/// count x each + rows x row, of which most factors are known to be 0.
ROOFLINE_ALWAYS_INLINE
constexpr double summed(double count, double each, double rows, double row) {
    if (row == 0) return each == 0 ? 0 : count * each;
    return each == 0 ? rows * row : count * each + rows * row;
}

/// So much per element and row of `over`, so many bits moved.
template<class Kernel, class Step, int Rank>
ROOFLINE_ALWAYS_INLINE
constexpr demands<Step> kernel_demands(const std::int64_t* over, const amount& moved) {
    constexpr int last = static_cast<int>(Step::size) - 1;
    if constexpr (last == 0) {
        return {{{{moved.total, moved.part}}}};
    } else {
        constexpr cost element = Kernel::element;
        const std::int64_t length = Rank > 0 ? over[Rank - 1] : 1;
        const double rows = static_cast<double>(product_of<Rank - 1>(over));
        const double count = rows * static_cast<double>(length);  // exact
        cost row;
        if constexpr (&Kernel::row != &kernel::row) row = Kernel::row(length);
        const double flops = summed(count, element.flops, rows, row.flops);
        const double first = summed(count, element.first, rows, row.first);
        const double second = summed(count, element.second, rows, row.second);
        // All at once: what is written piece by piece compilers keep in memory.
        if constexpr (last == 1)
            return {{{{flops, 0}, {moved.total, moved.part}}}};
        else if constexpr (last == 2)
            return {{{{flops, 0}, {first, 0}, {moved.total, moved.part}}}};
        else
            return {{{{flops, 0}, {first, 0}, {second, 0}, {moved.total, moved.part}}}};
    }
}

// What is refused ------------------------------------------------------------------------------------------------------

enum class fault { none, option, repeated, count, format, rank };

template<class Known, class Option>
inline constexpr bool knows = false;
template<class... Kinds, class Option>
inline constexpr bool knows<known<Kinds...>, Option> = (is_kind<Kinds, Option> || ...);

template<class Kernel, class T, int Rank, class... Options>
inline constexpr fault fault_of = !(knows<typename Kernel::options, Options> && ...) ? fault::option
                                  : !given_once<Options...>                          ? fault::repeated
                                  : (refused_count<Options> || ...)                  ? fault::count
                                  : !Kernel::integers && is_integer<T>               ? fault::format
                                  : Rank < Kernel::rank                              ? fault::rank
                                                                                     : fault::none;

template<class Kernel, class Known>
struct unknown_option;
template<class Kernel, class... Kinds>
struct unknown_option<Kernel, known<Kinds...>> {
    static constexpr sentence value = [] {
        sentence text("{} takes ", {Kernel::name});
        if constexpr (sizeof...(Kinds) == 0) {
            text.add("no options");
        } else {
            bool first = true;
            ((text.add("{}{}", {(first ? "the options " : ", "), Kinds::name}), first = false), ...);
        }
        return text;
    }();
};
template<class Kernel, class T>
struct refused_format {
    static constexpr sentence value = sentence("{}: {}", {Kernel::name, not_real<T>::value.view()});
};
template<class Kernel, int Rank>
struct refused_rank {
    static constexpr sentence value = sentence("{} takes a tensor of at least rank {}, not {}",
                                               {Kernel::name, Kernel::rank, Rank});
};
template<class Kernel>
struct no_tensor {
    static constexpr sentence value = sentence("{} was given what is no tensor", {Kernel::name});
};

/// Says what fault_of found.
template<class Kernel, class T, int Rank, class... Options>
constexpr poison refuse_kernel() {
    constexpr fault found = fault_of<Kernel, T, Rank, Options...>;
    if constexpr (same_value<found, fault::option>)
        static_assert(diagnostic::accepted<diagnostic::refused<unknown_option<Kernel, typename Kernel::options>>>,
                      "an elementwise operator does not know this option");
    else if constexpr (same_value<found, fault::repeated>)
        refuse_repeated<!same_value<found, fault::repeated>>();
    else if constexpr (same_value<found, fault::count>)
        (static_cast<void>(refuse_count<Options>{}), ...);
    else if constexpr (same_value<found, fault::format>)
        static_assert(diagnostic::accepted<diagnostic::refused<refused_format<Kernel, T>>>,
                      "an elementwise operator cannot take this number format");
    else if constexpr (same_value<found, fault::rank>)
        static_assert(diagnostic::accepted<diagnostic::refused<refused_rank<Kernel, Rank>>>,
                      "an elementwise operator was given a tensor of too low a rank");
    return {};
}
/// Anything but tensors.
template<class Kernel, class... X>
constexpr poison refuse_operands() {
    if constexpr (!(is_poison<X> || ...))
        static_assert(diagnostic::accepted<diagnostic::refused<no_tensor<Kernel>>>, "an elementwise operator takes tensors");
    return {};
}

}  // namespace roofline::detail::elementwise
