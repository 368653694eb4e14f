// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/tensor/extent.hpp>

#include <cstddef>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {

/// Of the rows of each group what a cost depends on.
struct grouped_rows {
    std::int64_t groups = 0;
    std::int64_t occupied = 0;  // groups with at least one row
    std::int64_t rows = 0;
};

[[noreturn]] inline void a_group_size_must_not_be_negative(std::int64_t group, std::int64_t size) {
    throw_shape_error(sentence("group_sizes: group {} has {} rows; a size is at least 0, and all add up to at most 2^53",
                               {group, size}));
}
constexpr void add_group(grouped_rows& all, std::int64_t size) {
    if (size < 0 || size > max_elements - all.rows) a_group_size_must_not_be_negative(all.groups, size);
    ++all.groups;
    all.occupied += size > 0;
    all.rows += size;
}

}  // namespace detail

/// The rows of each group of a grouped_matmul, in order: group_sizes(3, 0, 5), group_sizes(array),
/// group_sizes(pointer, count).
/// Error: a negative size throws shape_error.
template<std::integral... Sizes>
    requires(sizeof...(Sizes) > 0)
constexpr detail::grouped_rows group_sizes(Sizes... sizes) {
    detail::grouped_rows all;
    (detail::add_group(all, static_cast<std::int64_t>(sizes)), ...);
    return all;
}
template<std::integral Size>
constexpr detail::grouped_rows group_sizes(const Size* sizes, std::size_t count) {
    detail::grouped_rows all;
    for (std::size_t i = 0; i < count; ++i) detail::add_group(all, static_cast<std::int64_t>(sizes[i]));
    return all;
}
template<class Sizes>
    requires requires(const Sizes& sizes) { group_sizes(sizes.data(), sizes.size()); }
constexpr detail::grouped_rows group_sizes(const Sizes& sizes) {
    return group_sizes(sizes.data(), sizes.size());
}
template<std::integral Size, std::size_t Count>
constexpr detail::grouped_rows group_sizes(const Size (&sizes)[Count]) {
    return group_sizes(sizes, Count);
}

}  // namespace roofline
