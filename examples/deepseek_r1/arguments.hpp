// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// The command line of the example.
namespace deepseek_r1 {

inline constexpr std::int64_t greatest = 1'000'000;  // a batch or a context beyond this is a slip of the finger

inline constexpr std::string_view usage =
    "usage: deepseek_r1_gb200 [--markdown] [BATCH [CONTEXT]]\n"
    "\n"
    "Recomputes the kernel placement of DeepSeek-R1 on GB200 from shapes, and what a published report of it got "
    "wrong.\n"
    "\n"
    "  BATCH       sequences in a decode step, 1 to 1000000; without it two steps are shown, with 1 and with 128\n"
    "  CONTEXT     tokens of the one prompt that is prefilled, 1 to 1000000; 1024 if not given\n"
    "  --markdown  writes Markdown\n"
    "  --help      shows this\n";

struct arguments {
    bool help = false;
    bool markdown = false;
    std::optional<std::int64_t> batch;
    std::optional<std::int64_t> context;
};

inline std::int64_t positive_number(std::string_view name, std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error != std::errc::invalid_argument && end == text.data() + text.size();
    if (is_number && error == std::errc{} && value >= 1 && value <= greatest) return value;
    std::string sentence(name);
    sentence.append(" must be a whole number from 1 to ").append(std::to_string(greatest));
    throw std::invalid_argument(sentence.append(", not \"").append(roofline::report::one_line(text)).append("\""));
}

/// Throws std::invalid_argument with a sentence for the user.
inline arguments parsed(int count, const char* const* values) {
    arguments result;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = values[i];
        const bool is_option = word.starts_with('-') && (word.size() == 1 || word[1] < '0' || word[1] > '9');
        if (word == "--help")
            result.help = true;
        else if (word == "--markdown")
            result.markdown = true;
        else if (is_option)
            throw std::invalid_argument("there is no option \"" + roofline::report::one_line(word) + "\"; see --help");
        else if (!result.batch)
            result.batch = positive_number("BATCH", word);
        else if (!result.context)
            result.context = positive_number("CONTEXT", word);
        else
            throw std::invalid_argument("at most two numbers are taken, BATCH and CONTEXT; see --help");
    }
    return result;
}

}  // namespace deepseek_r1
