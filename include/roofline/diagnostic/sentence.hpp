// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace roofline::diagnostic {

/// A sentence built the same way by the compiler and at run time: what a failed static check prints is what the
/// exception of its dynamic twin says. Text beyond the capacity ends in "...".
class sentence {
public:
    static constexpr std::size_t capacity = 1000;

    constexpr sentence() = default;
    constexpr sentence(std::string_view text) { *this << text; }
    constexpr sentence(const char* text) { *this << text; }

    constexpr sentence& operator<<(std::string_view text) {
        for (const char c : text) push(c);
        return *this;
    }
    constexpr sentence& operator<<(const char* text) { return *this << std::string_view(text); }
    constexpr sentence& operator<<(const sentence& other) { return *this << other.view(); }

    constexpr sentence& operator<<(std::int64_t number) {
        char digits[20]{};
        std::size_t count = 0;
        // Digits of the negated value: the most negative number has no positive counterpart.
        for (std::int64_t rest = number < 0 ? number : -number; count == 0 || rest != 0; rest /= 10)
            digits[count++] = static_cast<char>('0' - rest % 10);
        if (number < 0) push('-');
        while (count > 0) push(digits[--count]);
        return *this;
    }
    constexpr sentence& operator<<(int number) { return *this << static_cast<std::int64_t>(number); }

    constexpr std::string_view view() const { return {text_, size_}; }
    constexpr const char* c_str() const { return text_; }
    constexpr std::size_t size() const { return size_; }

private:
    constexpr void push(char c) {
        if (size_ < capacity) {
            text_[size_++] = c;
        } else {
            for (std::size_t i = capacity - 3; i < capacity; ++i) text_[i] = '.';
        }
    }

    char text_[capacity + 1]{};
    std::size_t size_ = 0;
};

}  // namespace roofline::diagnostic

// Users write `using namespace roofline`: words as common as these stay out of it.
namespace roofline::detail {
using namespace diagnostic;
}
