// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI::detail {

[[noreturn]] void a_composed_name_is_longer_than_a_label_holds();  // declared only: reached in constant expressions alone

/// A name composed at compile time, such as "matrix_math<fp8>". Kept as a static member it can be viewed for ever.
struct label {
    static constexpr std::size_t capacity = 96;

    char data[capacity]{};
    std::size_t size = 0;

    consteval label(std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts)
            for (const char c : part) {
                if (size == capacity) a_composed_name_is_longer_than_a_label_holds();
                data[size++] = c;
            }
    }
    constexpr std::string_view view() const { return {data, size}; }
};

}  // namespace roofline::detail
