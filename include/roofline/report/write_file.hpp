// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace roofline::inline ROOFLINE_ABI::report {

namespace detail {

[[noreturn]] inline void the_file_cannot_be_written(const std::filesystem::path& path, std::error_code why) {
    throw std::system_error(why, "cannot write " + path.string());
}
inline std::error_code last_error() { return {errno != 0 ? errno : EIO, std::generic_category()}; }

/// `mode` is that of std::fopen.
inline void write_all(const std::filesystem::path& path, std::string_view text, const char* mode,
                      const std::filesystem::path& named) {
    errno = 0;
    std::FILE* file = std::fopen(path.string().c_str(), mode);
    if (file == nullptr) the_file_cannot_be_written(named, last_error());
    const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    std::error_code why = written ? std::error_code() : last_error();
    if (std::fclose(file) != 0 && !why) why = last_error();  // what was buffered may fail as late as here
    if (why) the_file_cannot_be_written(named, why);
}

}  // namespace detail

/// Writes a file whole or not at all: beside its place, and then renamed into it. A file that is there already keeps its
/// permissions, a link to it remains; what is no regular file, such as /dev/stdout, is written in place.
/// Error: std::system_error, "cannot write out/a.svg: No such file or directory".
inline void write_file(const std::filesystem::path& path, std::string_view text) {
    namespace fs = std::filesystem;
    std::error_code ignored, why;
    const fs::file_status there = fs::status(path, ignored);
    if (fs::is_directory(there)) detail::the_file_cannot_be_written(path, make_error_code(std::errc::is_a_directory));
    if (fs::exists(there) && !fs::is_regular_file(there)) return detail::write_all(path, text, "wb", path);

    const fs::path target = fs::exists(there) ? fs::canonical(path, why) : path;
    if (why) detail::the_file_cannot_be_written(path, why);
    std::random_device random;
    fs::path beside = target;
    beside += "." + std::to_string(random()) + ".part";
    try {
        detail::write_all(beside, text, "wbx", path);
        if (fs::exists(there)) fs::permissions(beside, there.permissions(), why);
        if (!why) fs::rename(beside, target, why);
        if (why) detail::the_file_cannot_be_written(path, why);
    } catch (...) {
        fs::remove(beside, ignored);
        throw;
    }
}

}  // namespace roofline::report
