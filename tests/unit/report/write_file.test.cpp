// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/write_file.hpp>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

using roofline::report::write_file;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone after the test.
struct scratch {
    fs::path path = fs::temp_directory_path() / ("roofline-" + std::to_string(std::random_device{}()));
    scratch() { fs::create_directory(path); }
    ~scratch() { fs::remove_all(path); }
    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;

    int files() const {
        return static_cast<int>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file is written whole, again and again") {
    const scratch s;
    const fs::path file = s.path / "a chart.svg";
    write_file(file, "first\n");
    CHECK(content(file) == "first\n");
    write_file(file, std::string("\0\r\n\xFF", 4));
    CHECK(content(file) == std::string("\0\r\n\xFF", 4));
    write_file(file, "");
    CHECK(content(file).empty());
    const std::string large(3'000'000, 'x');
    write_file(file, large);
    CHECK(content(file) == large);
    CHECK(s.files() == 1);
}

TEST_CASE("a path that cannot be written is named, and nothing is left behind") {
    const scratch s;
    const std::string missing = (s.path / "no folder" / "a.svg").string(), folder = s.path.string();
    CHECK_THROWS_WITH_AS(write_file(missing, "x"), ("cannot write " + missing + ": No such file or directory").c_str(),
                         std::system_error);
    CHECK_THROWS_WITH_AS(write_file(folder, "x"), ("cannot write " + folder + ": Is a directory").c_str(),
                         std::system_error);
    CHECK_THROWS_AS(write_file("", "x"), std::system_error);
    write_file(s.path / "file", "kept");
    CHECK_THROWS_AS(write_file(s.path / "file" / "below", "x"), std::system_error);
    CHECK(content(s.path / "file") == "kept");
    CHECK(s.files() == 1);
}

TEST_CASE("a link stays a link, and permissions stay") {
    const scratch s;
    write_file(s.path / "target", "old");
    fs::permissions(s.path / "target", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("target", s.path / "link");
    write_file(s.path / "link", "new");
    CHECK(fs::is_symlink(s.path / "link"));
    CHECK(content(s.path / "target") == "new");
    CHECK(fs::status(s.path / "target").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(s.files() == 2);
}

TEST_CASE("what is no regular file is written in place") {
    if (!fs::exists("/dev/null")) return;
    write_file("/dev/null", "x");
    CHECK(fs::is_character_file("/dev/null"));
    if (!fs::exists("/dev/full")) return;
    CHECK_THROWS_WITH_AS(write_file("/dev/full", std::string(100'000, 'x')),
                         "cannot write /dev/full: No space left on device", std::system_error);
}
