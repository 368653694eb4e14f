// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cstddef>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI::diagnostic {

/// A string that can be a template argument: machine<"Acme NPU 2">, or the sentence that a failed check prints.
template<std::size_t Size>
struct text {
    char data[Size + 1]{};

    constexpr text() = default;
    constexpr text(const char (&literal)[Size + 1]) {
        for (std::size_t i = 0; i < Size; ++i) data[i] = literal[i];
    }
    constexpr std::string_view view() const { return {data, Size}; }
};

template<std::size_t Length>
text(const char (&)[Length]) -> text<Length - 1>;

}  // namespace roofline::diagnostic
