// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/write_file.hpp>

#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace example {

struct file {
    std::string name;
    std::string text;
};

/// Each file whole or not at all. Throws std::system_error.
inline void write(const std::filesystem::path& folder, const std::vector<file>& files) {
    for (const file& f : files) roofline::report::write_file(folder / f.name, f.text);
}

/// Does the job. Exit codes: 0 it is done; 1 a file or the output could not be written; 2 the arguments were refused.
template<class Job>
int run(std::string_view program, Job job) {
    const auto fails = [&](int code, std::string_view why) {
        std::cerr << program << ": " << why << "\n";
        return code;
    };
    try {
        job();
    } catch (const std::invalid_argument& error) {
        return fails(2, error.what());
    } catch (const std::system_error& error) {
        return fails(1, error.what());
    }
    return std::cout.flush() ? 0 : fails(1, "the output could not be written");
}

}  // namespace example
