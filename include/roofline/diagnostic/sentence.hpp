// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/part.hpp>
#include <roofline/diagnostic/raise.hpp>

#include <cstddef>
#include <initializer_list>
#include <stdexcept>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI::diagnostic {

/// A sentence built the same way by the compiler and at run time: what a failed static check prints is what the
/// exception of its dynamic twin says. Text beyond the capacity ends in "...".
///
///     sentence("axis {} of {} has extent {}", {axis, "bf16", 0})
///
/// A form and a list of parts, and no chain of operators <<: for each link of one a compiler tries every << there is.
class sentence {
public:
    static constexpr std::size_t capacity = 1000;

    constexpr sentence() = default;
    constexpr sentence(const char* text) { add(text); }
    constexpr sentence(const char* form, std::initializer_list<part> parts) { add(form, parts); }

    constexpr sentence& add(const char* text) { return add(text, {}); }
    /// Error: another number of places {} than of parts throws std::logic_error.
    constexpr sentence& add(const char* form, std::initializer_list<part> parts) {
        const part* next = parts.begin();
        for (; *form != 0; ++form) {
            if (form[0] != '{' || form[1] != '}') {
                push(*form);
                continue;
            }
            if (next == parts.end()) a_sentence_has_a_part_for_each_place();
            put(*next++);
            ++form;
        }
        if (next != parts.end()) a_sentence_has_a_part_for_each_place();
        return *this;
    }

    constexpr std::string_view view() const { return {text_, size_}; }
    constexpr const char* c_str() const { return text_; }
    constexpr std::size_t size() const { return size_; }
    /// A part of another sentence, which it does not outlive.
    constexpr operator part() const { return view(); }

private:
    [[noreturn]] static void a_sentence_has_a_part_for_each_place() {
        roofline::detail::raise(std::logic_error("a sentence has a part for each place {}, and a place for each part"));
    }
    constexpr void push(char c) {
        if (size_ < capacity) {
            text_[size_++] = c;
        } else {
            for (std::size_t i = capacity - 3; i < capacity; ++i) text_[i] = '.';
        }
    }
    constexpr void put_text(std::string_view text) {
        for (const char c : text) push(c);
    }
    constexpr void put_number(std::int64_t number) {
        char digits[20]{};
        std::size_t count = 0;
        // Digits of the negated value: the most negative number has no positive counterpart.
        for (std::int64_t rest = number < 0 ? number : -number; count == 0 || rest != 0; rest /= 10)
            digits[count++] = static_cast<char>('0' - rest % 10);
        if (number < 0) push('-');
        while (count > 0) push(digits[--count]);
    }
    constexpr void put(const part& p) {
        put_text(p.text);
        if (p.is_number) put_number(p.number);
        if (p.extents == nullptr) return;
        push('(');
        for (int axis = 0; axis < p.rank; ++axis) {
            if (axis > 0) push(',');
            if (p.extents[axis] == unknown)
                put_text("dyn");
            else
                put_number(p.extents[axis]);
        }
        push(')');
    }

    char text_[capacity + 1]{};
    std::size_t size_ = 0;
};

}  // namespace roofline::diagnostic

// Users write `using namespace roofline`: words as common as these stay out of it.
namespace roofline::inline ROOFLINE_ABI::detail {
using namespace diagnostic;
}
