// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/op/count.hpp>
#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/product/math.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// One number for all axes of a convolution, or one each: stride<2>, stride<2, 1>, stride<dyn>(s), stride<dyn, dyn>(h, w).
template<class What, std::int64_t... N>
    requires(sizeof...(N) == 1 || sizeof...(N) == 2)
struct count_by_axis {
    std::int64_t values[sizeof...(N)] = {N...};

    /// Those that are dyn, in order.
    template<class... Integers>
    constexpr count_by_axis operator()(Integers... given) const {
        static_assert(sizeof...(Integers) == (std::size_t{N == dyn} + ...),
                      "convolution: give one integer for each dyn of the option");
        const std::int64_t numbers[] = {static_cast<std::int64_t>(given)..., 0};
        count_by_axis result;
        int next = 0;
        for (std::int64_t& value : result.values)
            if (value == dyn) value = numbers[next++];
        return result;
    }
};

struct stride_length {
    static constexpr std::string_view name = "stride"sv;
    static constexpr std::int64_t least = 1;
};
struct dilation_length {
    static constexpr std::string_view name = "dilation"sv;
    static constexpr std::int64_t least = 1;
};
struct padding_length {
    static constexpr std::string_view name = "padding"sv;
    static constexpr std::int64_t least = 0;
};
struct group_count {
    static constexpr std::string_view name = "groups"sv;
    static constexpr std::int64_t least = 1;
};
/// How far the window moves. Default: 1.
template<std::int64_t... N>
inline constexpr count_by_axis<stride_length, N...> stride{};
/// How far apart the elements are that a window takes. Default: 1.
template<std::int64_t... N>
inline constexpr count_by_axis<dilation_length, N...> dilation{};
/// Zeros before and behind. Default: 0.
template<std::int64_t... N>
inline constexpr count_by_axis<padding_length, N...> padding{};
/// Groups of channels that do not see each other; as many as channels: depthwise. Default: 1.
template<std::int64_t N>
inline constexpr count<group_count, N> groups{};

template<class What, std::int64_t... N>
struct detail::what_is_said<count_by_axis<What, N...>> {
    using type = What;
};

namespace detail::conv {

/// How a window moves along one axis.
struct axis {
    std::int64_t stride = 1, dilation = 1, padding = 0;
};
/// All that a convolution is told beside its tensors. What a type does not know is dyn.
struct setting {
    axis axes[2];
    std::int64_t groups = 1;
    int numbers = 1;  // the most that an option gives
};

template<class Option>
inline constexpr bool known = is_option<Option> || counts<group_count, Option>;
template<class What, std::int64_t... N>
inline constexpr bool known<count_by_axis<What, N...>> = true;

template<class Option>
constexpr void tell(setting&, const Option&) {}
template<std::int64_t N>
constexpr void tell(setting& told, const count<group_count, N>& given) {
    told.groups = given.value;
}
template<class What, std::int64_t... N>
constexpr void tell(setting& told, const count_by_axis<What, N...>& given) {
    constexpr int count = sizeof...(N);
    if (count > told.numbers) told.numbers = count;
    for (int i = 0; i < 2; ++i) {
        const std::int64_t value = given.values[count == 1 ? 0 : i];
        if constexpr (std::is_same_v<What, stride_length>) told.axes[i].stride = value;
        if constexpr (std::is_same_v<What, dilation_length>) told.axes[i].dilation = value;
        if constexpr (std::is_same_v<What, padding_length>) told.axes[i].padding = value;
    }
}
template<class... Options>
constexpr setting setting_of(const Options&... options) {
    setting told;
    (tell(told, options), ...);
    return told;
}
template<class What, class Option>
inline constexpr bool counts_dyn = std::is_same_v<Option, count<What, dyn>>;
/// With what the types know of the options.
template<class... Options>
inline constexpr setting static_setting = [] {
    setting told;
    (tell(told, Options{}), ...);
    if ((counts_dyn<group_count, Options> || ...)) told.groups = dyn;
    return told;
}();

/// What the window spans, and in how many places it fits; dyn where that is not yet known.
constexpr std::int64_t span(std::int64_t kernel, const axis& a) {
    return kernel == dyn || a.dilation == dyn ? dyn : (kernel - 1) * a.dilation + 1;
}
constexpr std::int64_t places(std::int64_t extent, std::int64_t kernel, const axis& a) {
    const std::int64_t spanned = span(kernel, a);
    if (extent == dyn || spanned == dyn || a.padding == dyn || a.stride == dyn) return dyn;
    const std::int64_t padded = extent + 2 * a.padding;
    return spanned > padded ? 0 : (padded - spanned) / a.stride + 1;
}

/// How many of the elements along an axis some window takes.
constexpr std::int64_t touched(std::int64_t extent, std::int64_t kernel, const axis& a) {
    const std::int64_t outputs = places(extent, kernel, a);
    std::int64_t x = a.stride, y = a.dilation;  // greatest common divisor
    while (y != 0) {
        const std::int64_t rest = x % y;
        x = y;
        y = rest;
    }
    // Output o takes element o stride + k dilation - padding for its k-th. Where stride / x can be taken off k and
    // dilation / x added to o it is the same element, counted there.
    const std::int64_t turns = a.stride / x, later = a.dilation / x;
    std::int64_t count = 0;
    for (std::int64_t k = 0; k < kernel; ++k) {
        const std::int64_t offset = k * a.dilation - a.padding;
        std::int64_t first = k < turns || outputs < later ? 0 : outputs - later;
        std::int64_t last = outputs - 1;
        if (offset < 0 && (-offset - 1) / a.stride + 1 > first) first = (-offset - 1) / a.stride + 1;
        if (offset >= extent) continue;
        if ((extent - 1 - offset) / a.stride < last) last = (extent - 1 - offset) / a.stride;
        if (last >= first) count += last - first + 1;
    }
    return count;
}

/// A convolution as numbers: of rank 1 it has one row.
struct problem {
    std::int64_t batch, channels, outputs, channels_each;  // N, C, Co, C/groups
    std::int64_t extent[2], kernel[2];
    setting how;
};
constexpr problem problem_of(shape_view x, shape_view w, setting how) {
    problem p{x[0], x[1], w[0], w[1], {1, x[x.rank - 1]}, {1, w[w.rank - 1]}, how};
    if (x.rank == 4) {
        p.extent[0] = x[2];
        p.kernel[0] = w[2];
    } else {
        p.how.axes[0] = {};
    }
    return p;
}

/// What no type gave and no call is as wrong as any negative number; what a type did not give may come.
constexpr bool fits(std::int64_t value, std::int64_t least, bool in_type) {
    return (in_type && value == dyn) || (value >= least && value <= max_elements);
}

/// What is wrong, as far as it is known; empty where nothing is.
constexpr sentence fault(shape_view x, shape_view w, const setting& told, bool in_type) {
    const problem p = problem_of(x, w, told);
    const bool plane = x.rank == 4;
    if (told.numbers > x.rank - 2)
        return sentence("convolution of {} has one axis, but an option gives two numbers", {x});
    for (const axis& a : told.axes) {
        if (!fits(a.stride, 1, in_type)) return count_fault("stride", a.stride, 1);
        if (!fits(a.dilation, 1, in_type)) return count_fault("dilation", a.dilation, 1);
        if (!fits(a.padding, 0, in_type)) return count_fault("padding", a.padding, 0);
    }
    if (!fits(told.groups, 1, in_type)) return count_fault("groups", told.groups, 1);
    const std::int64_t g = told.groups;
    if (g != dyn && p.channels != dyn && p.channels_each != dyn &&
        (p.channels % g != 0 || p.channels / g != p.channels_each))
        return sentence("convolution of {} with {} in {}{}: the weight has {} channels a group; the input has {} in all",
                        {x, w, g, (g == 1 ? " group" : " groups"), p.channels_each, p.channels});
    if (g != dyn && p.outputs != dyn && p.outputs % g != 0)
        return sentence("convolution of {} with {}: the {} channels of the result do not part into {} groups",
                        {x, w, p.outputs, g});
    double elements = 1;
    for (int i = plane ? 0 : 1; i < 2; ++i) {
        if (p.kernel[i] == dyn || p.extent[i] == dyn || p.how.axes[i].dilation == dyn || p.how.axes[i].padding == dyn)
            continue;
        const double spanned = static_cast<double>(p.kernel[i] - 1) * static_cast<double>(p.how.axes[i].dilation) + 1;
        const double padded = static_cast<double>(p.extent[i]) + 2 * static_cast<double>(p.how.axes[i].padding);
        if (spanned > padded)
            return sentence("convolution of {} with {}: along axis {} the window spans {} and the padded input has {}",
                            {x, w, (plane ? 2 + i : 2), static_cast<std::int64_t>(spanned < 9e18 ? spanned : 9e18),
                             static_cast<std::int64_t>(padded)});
        const std::int64_t along = places(p.extent[i], p.kernel[i], p.how.axes[i]);
        if (along != dyn) elements *= static_cast<double>(along);
    }
    if (p.batch != dyn) elements *= static_cast<double>(p.batch);
    if (p.outputs != dyn) elements *= static_cast<double>(p.outputs);
    if (elements > static_cast<double>(max_elements))
        return sentence("convolution of {} with {}: the result has more than 2^53 elements", {x, w});
    return {};
}
template<class X, class W, class... Options>
struct static_fault {
    static constexpr sentence value =
        fault(extents_of_type<X>::value, extents_of_type<W>::value, static_setting<Options...>, true);
};
[[noreturn]] inline void a_convolution_must_fit_its_input(const sentence& why) { throw_shape_error(why); }

/// The extents of the result along both axes, as far as types tell.
struct pair {
    std::int64_t values[2];
    constexpr std::int64_t operator[](int i) const { return values[i]; }
};
constexpr pair places_of(const problem& p) {
    return {{places(p.extent[0], p.kernel[0], p.how.axes[0]), places(p.extent[1], p.kernel[1], p.how.axes[1])}};
}
template<class X, class W, class... Options>
inline constexpr pair static_places =
    places_of(problem_of(extents_of_type<X>::value, extents_of_type<W>::value, static_setting<Options...>));

/// No blocks: what is not touched can be left out.
constexpr bool is_plain(const storage& format) { return format.block_bits == 0 && format.columns == 1; }

/// Bits of the input that some window takes. Where blocks share scales all of it counts.
constexpr std::int64_t input_bits(const storage& format, shape_view x, const problem& p) {
    if (!is_plain(format)) return stored_bits(format, x);
    return stored_bits(format, p.batch * p.channels, touched(p.extent[0], p.kernel[0], p.how.axes[0]),
                       touched(p.extent[1], p.kernel[1], p.how.axes[1]));
}
/// The blocks of a weight run along all that an element of the result sums over.
constexpr std::int64_t weight_bits(const storage& format, const problem& p) {
    return stored_bits(format, 1, p.outputs, p.channels_each * p.kernel[0] * p.kernel[1]);
}

template<class Types>
constexpr typename Types::list demands_of(const problem& p, double values, std::int64_t read, std::int64_t written) {
    const double each = static_cast<double>(p.channels_each) * static_cast<double>(p.kernel[0] * p.kernel[1]);
    return {{{{2 * (values * each), 0}, moved(read, written)}}};
}

template<class X, class W, class... Options>
struct types : matmul_types<X, W, Options...> {
    using base = matmul_types<X, W, Options...>;
    static constexpr bool ok = base::once && base::multiplies && base::has_math;
};
template<class X, class W>
struct not_convolved {
    static constexpr sentence value =
        sentence("the operands are {} and {}; i32 and i64 are indices, which no convolution takes", {X::name, W::name});
};

/// The convolution, both of rank 3 or 4.
template<class Y, class T, std::int64_t... X, class U, std::int64_t... W, class... Options>
constexpr auto made(const tensor<T, X...>& x, const tensor<U, W...>& w, const Options&... options) {
    using types = conv::types<T, U, Options...>;
    const shape_view xs = shape_of(x), ws = shape_of(w);
    const setting told = setting_of(options...);
    const sentence wrong = fault(xs, ws, told, false);
    if (wrong.size() != 0) a_convolution_must_fit_its_input(wrong);
    const problem p = problem_of(xs, ws, told);
    const pair along = places_of(p);
    const std::int64_t all[] = {p.batch, p.outputs, along[0], along[1]};
    const std::int64_t row[] = {p.batch, p.outputs, along[1]};
    const auto y = tensor_with<Y>(xs.rank == 4 ? shape_view{all, 4} : shape_view{row, 3});
    const std::int64_t read = input_bits(T::storage, xs, p), weight = weight_bits(U::storage, p);
    const auto list = demands_of<types>(p, static_cast<double>(elements(y)), read + weight, bits_of(y));
    // A stride may leave out some of x, and blocks of w lie otherwise than those of any other tensor: the bytes are stated.
    return make_operation(list, y, tensors<partly<tensor<T, X...>>, partly<tensor<U, W...>>>{
                                       {x, bytes(read)}, {{w, bytes(weight)}, {}}});
}

/// Refuses what the types can tell.
template<class X, class W, class T, class U, class... Options>
constexpr bool accepted_types() {
    if constexpr (!(known<Options> && ...)) {
        static_assert((known<Options> && ...),
                      "convolution: after the operands come stride<>, dilation<>, padding<>, groups<>, "
                      "out<>, math<> or on<>");
        return false;
    } else if constexpr (!types<T, U, Options...>::ok) {
        using found = types<T, U, Options...>;
        if constexpr (!found::once)
            refuse_repeated<found::once>();
        else if constexpr (!found::multiplies)
            static_assert(diagnostic::accepted<diagnostic::refused<not_convolved<T, U>>>,
                          "convolution: cannot take this number format");
        else
            static_assert(diagnostic::accepted<diagnostic::refused<no_common_math<T, U>>>,
                          "convolution: the operands have no common math; say which with math<>");
        return false;
    } else if constexpr (static_fault<X, W, Options...>::value.size() != 0) {
        static_assert(diagnostic::accepted<diagnostic::refused<static_fault<X, W, Options...>>>,
                      "convolution: the tensors and options do not fit each other");
        return false;
    } else {
        return true;
    }
}

}  // namespace detail::conv

/// Convolution of direct form (as neural networks mean it: the window is not turned round), in one or two dimensions:
/// (N,C,L), (Co,C/g,K) -> (N,Co,Lo), or (N,C,H,W), (Co,C/g,Kh,Kw) -> (N,Co,Ho,Wo).
/// Along each axis Lo = floor((L + 2 padding - dilation (K-1) - 1) / stride) + 1.
///
/// FLOP     2 N Ho Wo Co (C/g) Kh Kw in the math of the operands, as a matmul; the zeros of the padding are multiplied, too.
/// Traffic  of the input what some window takes, the weight, the result, each once. A stride beyond the window leaves some
///          of the input out, except in formats with blocks, where all of it counts. Blocks of the weight run along
///          C/g Kh Kw.
/// Options  stride<>, dilation<>, padding<> (one number or one an axis), groups<g>; out<T>, math<In, Accumulate, Sparsity>,
///          on<R> (a depthwise convolution runs on the vector engine: groups<C>, on<vector_math<fp32>>).
/// Errors   channels that do not part into the groups, a window larger than the padded input, numbers below their least,
///          other ranks, formats as for matmul: do not compile when static, else throw shape_error.
template<class T, std::int64_t N, std::int64_t C, std::int64_t L, class U, std::int64_t Co, std::int64_t Ci, std::int64_t K,
         class... Options>
constexpr auto convolution(const tensor<T, N, C, L>& x, const tensor<U, Co, Ci, K>& w, const Options&... options) {
    using xs = tensor<T, N, C, L>;
    using ws = tensor<U, Co, Ci, K>;
    if constexpr (constexpr bool right = detail::conv::accepted_types<xs, ws, T, U, Options...>(); !right) {
        return poison{};
    } else {
        constexpr const auto& places = detail::conv::static_places<xs, ws, Options...>;
        return detail::conv::made<tensor<typename detail::out_or<T, Options...>::type, N, Co, places[1]>>(x, w, options...);
    }
}
template<class T, std::int64_t N, std::int64_t C, std::int64_t H, std::int64_t W, class U, std::int64_t Co, std::int64_t Ci,
         std::int64_t Kh, std::int64_t Kw, class... Options>
constexpr auto convolution(const tensor<T, N, C, H, W>& x, const tensor<U, Co, Ci, Kh, Kw>& w, const Options&... options) {
    using xs = tensor<T, N, C, H, W>;
    using ws = tensor<U, Co, Ci, Kh, Kw>;
    if constexpr (constexpr bool right = detail::conv::accepted_types<xs, ws, T, U, Options...>(); !right) {
        return poison{};
    } else {
        constexpr const auto& places = detail::conv::static_places<xs, ws, Options...>;
        return detail::conv::made<tensor<typename detail::out_or<T, Options...>::type, N, Co, places[0], places[1]>>(
            x, w, options...);
    }
}

/// Anything but two tensors of rank 3, or of rank 4.
template<class X, class W, class... Options>
    requires detail::ours<X, W>
constexpr poison convolution(const X&, const W&, const Options&...) {
    static_assert(detail::is_poison<X> || detail::is_poison<W>,
                  "convolution: takes two tensors of rank 3, (N,C,L) and (Co,C/g,K), or of rank 4");
    return {};
}

}  // namespace roofline
