// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The command line of the programs that write a report: PROGRAM [--markdown] [--write FOLDER] [NUMBER...].
namespace example {

struct arguments {
    bool help = false;
    bool markdown = false;
    std::optional<std::filesystem::path> folder;  // where the report and its charts are written
    std::vector<std::string_view> numbers;
};

/// Throws std::invalid_argument with a sentence for the user, as all that follows.
inline arguments parsed(int count, const char* const* values) {
    arguments result;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = values[i];
        const bool is_option = word.starts_with('-') && (word.size() == 1 || word[1] < '0' || word[1] > '9');
        if (word == "--help")
            result.help = true;
        else if (word == "--markdown")
            result.markdown = true;
        else if (word == "--write" && (i + 1 == count || *values[i + 1] == '\0'))
            throw std::invalid_argument("--write needs a folder; see --help");
        else if (word == "--write")
            result.folder = values[++i];
        else if (is_option)
            throw std::invalid_argument("there is no option \"" + roofline::report::one_line(word) + "\"; see --help");
        else
            result.numbers.push_back(word);
    }
    return result;
}

inline std::int64_t positive_number(std::string_view name, std::string_view text, std::int64_t greatest) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error != std::errc::invalid_argument && end == text.data() + text.size();
    if (is_number && error == std::errc{} && value >= 1 && value <= greatest) return value;
    std::string sentence(name);
    sentence.append(" must be a whole number from 1 to ").append(std::to_string(greatest));
    throw std::invalid_argument(sentence.append(", not \"").append(roofline::report::one_line(text)).append("\""));
}

}  // namespace example
