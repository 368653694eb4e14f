// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../common/arguments.hpp"

#include <roofline/models.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string_view>

/// The command line of the example.
namespace deepseek_r1 {

inline constexpr std::int64_t greatest_batch = 32768;  // more is a slip of the finger
inline constexpr std::int64_t greatest_context = roofline::models::deepseek_r1.max_position;

inline constexpr std::string_view usage =
    "usage: deepseek_r1_gb200 [--markdown] [--write FOLDER] [BATCH [CONTEXT]]\n"
    "\n"
    "Recomputes the kernel placement of DeepSeek-R1 on GB200 from shapes, and what a published report of it got "
    "wrong.\n"
    "\n"
    "  BATCH           sequences in a decode step, 1 to 32768; without it two steps are shown, with 1 and with 128\n"
    "  CONTEXT         tokens of the one prompt that is prefilled, and keys that a decode step attends to, 1 to "
    "163840;\n"
    "                  1024 if not given\n"
    "  --markdown      writes Markdown\n"
    "  --write FOLDER  writes all of it instead, every kernel and the charts: deepseek_r1_gb200*.md and *.svg\n"
    "  --help          shows this\n";

struct arguments {
    bool help = false;
    bool markdown = false;
    std::optional<std::filesystem::path> folder;
    std::optional<std::int64_t> batch;
    std::int64_t context = 1024;
};

/// Throws std::invalid_argument with a sentence for the user.
inline arguments parsed(int count, const char* const* values) {
    const example::arguments given = example::parsed(count, values);
    arguments result{given.help, given.markdown, given.folder, {}};
    if (given.numbers.size() > 2)
        throw std::invalid_argument("at most two numbers are taken, BATCH and CONTEXT; see --help");
    if (given.numbers.size() > 0) result.batch = example::positive_number("BATCH", given.numbers[0], greatest_batch);
    if (given.numbers.size() > 1)
        result.context = example::positive_number("CONTEXT", given.numbers[1], greatest_context);
    return result;
}

}  // namespace deepseek_r1
