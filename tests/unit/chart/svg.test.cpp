// SPDX-License-Identifier: BSL-1.0
#include "samples.hpp"
#include "xml_checker.hpp"

#include <roofline/chart/svg.hpp>

#include <doctest/doctest.h>

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace roofline;
using chart::plot, chart::spot, chart::svg;

namespace {

/// The coordinates of "M1 2L3 4", and of "translate(1 2)".
std::vector<spot> spots(std::string text) {
    for (char& c : text)
        if ((c < '0' || c > '9') && c != '.' && c != '-') c = ' ';
    std::istringstream in(text);
    std::vector<spot> result;
    for (spot s; in >> s.x >> s.y;) result.push_back(s);
    return result;
}

struct drawn_dot {
    spot at;
    std::string tooltip;
};
std::vector<drawn_dot> dots(const xml::element& root) {
    std::vector<drawn_dot> result;
    for (const xml::element* g : xml::all(root, "g"))
        if ((g->is("bound") || g->is("measured")) && g->child("title") != nullptr)
            result.push_back({spots((*g)["transform"]).at(0), g->child("title")->text});
    return result;
}

struct drawn_roof {
    spot from, to;
    bool dashed;
    std::string tooltip;
};
std::vector<drawn_roof> roofs(const xml::element& root) {
    std::vector<drawn_roof> result;
    for (const xml::element* g : xml::all(root, "g"))
        if (const xml::element* path = g->child("path"); path != nullptr && path->is("roof")) {
            const auto ends = spots((*path)["d"]);
            result.push_back({ends.at(0), ends.at(1), path->is("dashed"), g->child("title")->text});
        }
    return result;
}

double distance(const drawn_roof& r, spot s) {
    const double dx = r.to.x - r.from.x, dy = r.to.y - r.from.y;
    return std::abs((s.x - r.from.x) * dy - (s.y - r.from.y) * dx) / std::hypot(dx, dy);
}

}  // namespace

TEST_CASE("charts are well-formed and say what they are") {
    for (const plot& p : samples::all()) {
        const xml::element root = xml::parsed(svg(p));
        CHECK(root.name == "svg");
        CHECK(root["xmlns"] == "http://www.w3.org/2000/svg");
        CHECK(root["role"] == "img");
        REQUIRE(root.children.size() > 2);
        const xml::element &title = root.children[0], &description = root.children[1];
        CHECK(title.name == "title");
        CHECK(title.text == (p.title().empty() ? "Roofline chart" : p.title()));
        CHECK(description.name == "desc");
        CHECK(root["aria-labelledby"] == title["id"] + " " + description["id"]);
        CHECK(root["viewBox"] == "0 0 " + root["width"] + " " + root["height"]);
        std::set<std::string> ids;
        for (const char* name : {"svg", "title", "desc", "g", "path", "text"})
            for (const xml::element* e : xml::all(root, name))
                if (e->attributes.count("id") != 0) CHECK(ids.insert((*e)["id"]).second);
    }
    const std::string two = xml::parsed(svg(samples::two_ceilings())).children[1].text;
    CHECK(two == "Roofline chart: performance over arithmetic intensity, both axes logarithmic. Roofs: fp16, fp32 "
                 "accumulate 165.2 TFLOP/s; fp16, fp16 accumulate 330.3 TFLOP/s; dram 1.008 TB/s. Series: baseline, 1 "
                 "point, measured; staged, 1 point, measured.");
}

TEST_CASE("every point has a tooltip with its name, shape, intensity and performance") {
    std::vector<std::string> tooltips;
    for (const drawn_dot& d : dots(xml::parsed(svg(samples::two_ceilings())))) tooltips.push_back(d.tooltip);
    CHECK(tooltips == std::vector<std::string>{"baseline: baseline\nbatch 1\n1 FLOP/B, 200 GFLOP/s, measured",
                                               "staged: staged\n40 FLOP/B, 700 GFLOP/s, measured"});
    const plot many = samples::many_points(9);
    const auto drawn = dots(xml::parsed(svg(many)));
    REQUIRE(drawn.size() == 9 * 49);
    std::size_t i = 0;
    for (const auto& s : many.all_series())
        for (const auto& q : s.points) {
            const std::string& tooltip = drawn[i++].tooltip;
            CHECK(tooltip.starts_with(s.name + "\n" + q.shape + "\n"));
            CHECK(tooltip.ends_with(s.kind == chart::standing::bound ? ", bound" : ", measured"));
        }
}

TEST_CASE("what is drawn stands where its values are") {
    const plot p = samples::many_points(9);
    const xml::element root = xml::parsed(svg(p));
    const chart::layout l = arranged(p);
    const auto lines = roofs(root);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].tooltip.starts_with("bf16 312 TFLOP/s\nA100 80GB PCIe\n"));
    CHECK(lines[1].tooltip.starts_with("dram 1.935 TB/s\nA100 80GB PCIe\n"));
    std::size_t i = 0;
    const auto drawn = dots(root);
    for (const auto& s : p.all_series())
        for (const auto& q : s.points) {
            const spot at = drawn[i++].at;
            CHECK(at.x == doctest::Approx(l.x(q.intensity.value())).epsilon(1e-4));
            CHECK(at.y == doctest::Approx(l.y(q.performance.value())).epsilon(1e-4));
            if (s.kind == chart::standing::bound)
                CHECK(std::min(distance(lines[0], at), distance(lines[1], at)) < 0.02);
            else
                CHECK(std::min(distance(lines[0], at), distance(lines[1], at)) > 1);
        }
}

TEST_CASE("a measured roof is dashed and says so") {
    const auto lines = roofs(xml::parsed(svg(samples::many_ceilings())));
    int dashed = 0;
    for (const auto& r : lines) {
        CHECK(r.dashed == r.tooltip.ends_with(", measured"));
        dashed += r.dashed;
    }
    CHECK(dashed == 1);
}

TEST_CASE("nothing is drawn outside the view") {
    for (const plot& p : samples::all()) {
        const xml::element root = xml::parsed(svg(p));
        const double width = std::atof(root["width"].c_str()), height = std::atof(root["height"].c_str());
        const auto check = [&](spot s, double reach) {
            CHECK(s.x >= reach);
            CHECK(s.y >= reach);
            CHECK(s.x <= width - reach);
            CHECK(s.y <= height - reach);
        };
        for (const xml::element* path : xml::all(root, "path"))
            if (!path->is("frame"))
                for (const spot s : spots((*path)["d"])) check(s, 0);
        for (const xml::element* text : xml::all(root, "text"))
            check({std::atof((*text)["x"].c_str()), std::atof((*text)["y"].c_str())}, 0);
        for (const xml::element* g : xml::all(root, "g"))
            if (g->attributes.count("transform") != 0) check(spots((*g)["transform"]).at(0), 5);
    }
}

TEST_CASE("texts are escaped wherever they stand") {
    const std::string nasty = "<b>&amp;\"'</b>]]> -- \x01 \xFF \xEF\xBF\xBF";
    const std::string shown = "<b>&amp;\"'</b>]]> -- \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD";
    plot p(nasty, nasty);
    p.ceiling(nasty, 1_TFLOPS, nasty).level(nasty, 1_TBps, nasty).marked(nasty, 1_FLOPpB);
    p.bounds(nasty, {{nasty, 0.5_FLOPpB, 0.5_TFLOPS, nasty}});
    const xml::element root = xml::parsed(svg(p));
    CHECK(root.children[0].text == shown);
    CHECK(dots(root).at(0).tooltip == shown + ": " + shown + "\n" + shown + "\n0.5 FLOP/B, 500 GFLOP/s, bound");
    CHECK(roofs(root).at(0).tooltip == shown + " 1 TFLOP/s\n" + shown);
}

TEST_CASE("each series has a colour and a shape of its own") {
    const xml::element root = xml::parsed(svg(samples::many_points(10)));
    std::set<std::string> looks;
    for (const xml::element* g : xml::all(root, "g")) {
        if (g->child("title") != nullptr || g->is("key")) continue;  // the samples of the legend
        const xml::element& shape = g->children.at(0);
        const std::string outline = shape.name == "circle" ? "circle" : shape["points"];
        CHECK(looks.insert(outline).second);
        CHECK(looks.insert((*g)["class"].substr(0, 2)).second);
    }
    CHECK(looks.size() == 20);
}

TEST_CASE("light and dark have the same rules, all bound to the id") {
    const xml::element root = xml::parsed(svg(samples::many_points(3)));
    const std::string style = root.child("style")->text, media = "@media (prefers-color-scheme:dark){\n";
    const std::size_t dark = style.find(media);
    REQUIRE(dark != style.npos);
    const auto colours = [&](std::string rules) {
        std::set<std::string> selectors;
        std::istringstream in(rules);
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line == "}") continue;
            CHECK(line.starts_with("#" + root["id"]));
            if (line.find(":#") != line.npos)  // a colour
                selectors.insert(line.substr(0, line.find('{')));
        }
        return selectors;
    };
    const auto on_light = colours(style.substr(0, dark)), on_dark = colours(style.substr(dark + media.size()));
    CHECK(on_light == on_dark);
    CHECK(on_light.size() > 10);
}

TEST_CASE("the same plot gives the same text, in any locale; another plot has another id") {
    const std::string before = svg(samples::many_ceilings());
    for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", ""})
        if (std::setlocale(LC_ALL, name) != nullptr) CHECK(svg(samples::many_ceilings()) == before);
    std::setlocale(LC_ALL, "C");
    std::set<std::string> ids;
    for (const plot& p : samples::all()) CHECK(ids.insert(xml::parsed(svg(p))["id"]).second);
}

TEST_CASE("coordinates are written to a hundredth") {
    CHECK(chart::coordinate(12) == "12");
    CHECK(chart::coordinate(12.5) == "12.5");
    CHECK(chart::coordinate(-0.25) == "-0.25");
    CHECK(chart::coordinate(-0.001) == "0");
    CHECK(chart::coordinate(0.005) == "0.01");
    CHECK(chart::coordinate(100) == "100");
    CHECK(chart::coordinate(1e4) == "10000");
}

TEST_CASE("the checker itself refuses what is not well-formed") {
    for (const char* bad : {"", "<a>", "<a></b>", "<a b=1/>", "<a b=\"1\" b=\"2\"/>", "<a>&x;</a>", "<a>&</a>", "<a/>x",
                            "<a b=\"<\"/>", "<a b=\"1\"c=\"2\"/>", "<a>\x01</a>", "<a><b></a></b>"})
        CHECK_THROWS_AS((void)xml::parsed(bad), std::runtime_error);
    CHECK(xml::parsed("<a b=\"&lt;\">x<c/>y</a>\n").children.size() == 1);
}
