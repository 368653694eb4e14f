// SPDX-License-Identifier: BSL-1.0
#include "samples.hpp"

#include <roofline/chart/terminal.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace roofline;
using chart::plot, chart::terminal;

namespace {
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}
}  // namespace

TEST_CASE("a small chart, whole") {
    plot p("K1", "invented");
    p.ceiling("bf16", 100_TFLOPS).level("dram", 1_TBps).marked("ridge", 100_FLOPpB);
    p.bounds("decode", {{"", 3_FLOPpB, 3_TFLOPS}}).measurements("prefill", {{"", 300_FLOPpB, 60_TFLOPS}});
    CHECK(terminal(p, 50, 8) == R"(K1
invented

            │                        ┊
100 TFLOP/s ┤                     ⢀⡠⠔⠊⠉⠉⠉⠉⠉■⠉⠉⠉⠉⠉⠉
            │                  ⣀⠤⠊⠁  ┊
            │              ⢀⡠⠒⠉      ┊
            │          ⢀⡠⠔⠊⠁         ┊
            │       ⣀⠤⠒⠁             ┊
            │   ⢀⡠⠔○                 ┊
  1 TFLOP/s ┤⡠⠔⠊⠁                    ┊
            └┬───────────┬───────────┬───────────┬
             1          10          100       1000
                 Arithmetic intensity (FLOP/B)

── bf16 100 TFLOP/s   ╱ dram 1 TB/s
┊ ridge 100 FLOP/B   ○ decode, bound
■ prefill, measured
)");
}

TEST_CASE("a chart has the columns and rows that were asked for") {
    for (const plot& p : samples::all())
        for (const int columns : {40, 80, 133})
            for (const int rows : {8, 24}) {
                int inside = 0;
                for (const std::string& line : lines_of(terminal(p, columns, rows))) {
                    CAPTURE(line);
                    CHECK(report::display_width(line) <= columns);
                    CHECK(!line.ends_with(' '));
                    inside += line.find("│") != line.npos || line.find("┤") != line.npos;
                }
                CHECK(inside == rows);
            }
}

TEST_CASE("everything that is drawn is named") {
    for (const plot& p : samples::all()) {
        const std::string text = terminal(p, 133, 30);
        if (p.title() == "axes that are set") continue;
        for (const std::string& name : chart::detail::roof_names(p)) {
            CAPTURE(name);
            CHECK(text.find(name) != text.npos);
        }
        for (const auto& s : p.all_series()) CHECK(text.find(s.name) != text.npos);
    }
}

TEST_CASE("series have marks of their own, hollow or filled") {
    using chart::detail::glyph, chart::standing;
    CHECK(glyph(0, standing::bound) == "○");
    CHECK(glyph(0, standing::measured) == "●");
    CHECK(glyph(4, standing::measured) == "▼");
    CHECK(glyph(5, standing::bound) == "a");
    CHECK(glyph(5, standing::measured) == "A");
    CHECK(glyph(9, standing::measured) == "E");
}

TEST_CASE("points outside the axes are counted") {
    plot p("p");
    p.intensities(1_FLOPpB, 10_FLOPpB).bounds("s", {{"", 100_FLOPpB, 1_GFLOPS}, {"", 2_FLOPpB, 1_GFLOPS}});
    CHECK(terminal(p).find("1 point lies outside the axes") != std::string::npos);
}

TEST_CASE("names cannot drive the terminal") {
    plot p("\x1B[31mred\nline");
    p.ceiling("\x1B[2J", 1_TFLOPS).bounds("\ttab", {{"", 1_FLOPpB, 1_GFLOPS}});
    const std::string text = terminal(p);
    CHECK(text.find('\x1B') == text.npos);
    CHECK(text.find('\t') == text.npos);
    CHECK(text.starts_with("\xEF\xBF\xBD[31mred line\n"));
}

TEST_CASE("a terminal without room is refused") {
    const plot p("p");
    const char* const sentence = "a terminal chart needs from 40 to 1000 columns and from 8 to 1000 rows";
    CHECK_THROWS_WITH_AS((void)terminal(p, 39, 20), sentence, unsupported);
    CHECK_THROWS_WITH_AS((void)terminal(p, 80, 7), sentence, unsupported);
    CHECK_THROWS_AS((void)terminal(p, 1001, 20), unsupported);
    CHECK_THROWS_AS((void)terminal(p, 80, 1001), unsupported);
}
