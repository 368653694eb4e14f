// SPDX-License-Identifier: BSL-1.0
#include <roofline/chart/palette.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

using namespace roofline::chart;

namespace {

struct linear_rgb {
    double channel[3];
};
linear_rgb parsed(std::string_view hex) {
    linear_rgb result{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double c = std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
        result.channel[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    }
    return result;
}

/// WCAG 2.
double contrast(std::string_view a, std::string_view b) {
    const auto luminance = [](const linear_rgb& c) {
        return 0.2126 * c.channel[0] + 0.7152 * c.channel[1] + 0.0722 * c.channel[2];
    };
    const double x = luminance(parsed(a)), y = luminance(parsed(b));
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// Machado, Oliveira and Fernandes 2009, severity 1.
constexpr double visions[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

linear_rgb seen(const linear_rgb& c, const double (&by)[3][3]) {
    linear_rgb result{};
    for (int i = 0; i < 3; ++i) {
        double sum = 0;
        for (int j = 0; j < 3; ++j) sum += by[i][j] * c.channel[j];
        result.channel[i] = std::clamp(sum, 0.0, 1.0);
    }
    return result;
}

/// CIELAB under D65, and its distance of 1976.
double difference(const linear_rgb& a, const linear_rgb& b) {
    constexpr double xyz[3][3] = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}};
    constexpr double white[3] = {0.95047, 1, 1.08883};
    double sum = 0, f[2][3];
    for (int which = 0; which < 2; ++which)
        for (int i = 0; i < 3; ++i) {
            double t = 0;
            for (int j = 0; j < 3; ++j) t += xyz[i][j] * (which == 0 ? a : b).channel[j] / white[i];
            f[which][i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
        }
    const auto lab = [](const double (&g)[3], int i) {
        return i == 0 ? 116 * g[1] : i == 1 ? 500 * (g[0] - g[1]) : 200 * (g[1] - g[2]);
    };
    for (int i = 0; i < 3; ++i) sum += std::pow(lab(f[0], i) - lab(f[1], i), 2);
    return std::sqrt(sum);
}

}  // namespace

TEST_CASE("what is drawn stands out from the paper") {
    for (const colour& c : series_colours) {
        CHECK(contrast(c.on_light, paper.on_light) >= 3);  // WCAG 2.2, 1.4.11
        CHECK(contrast(c.on_dark, paper.on_dark) >= 3);
    }
    for (const colour& c : {ink, faded_ink}) {
        CHECK(contrast(c.on_light, paper.on_light) >= 4.5);  // text: 1.4.3
        CHECK(contrast(c.on_dark, paper.on_dark) >= 4.5);
    }
}

TEST_CASE("any two colours differ, also to who sees fewer") {
    for (const auto& vision : visions)
        for (int i = 0; i < colour_count; ++i)
            for (int j = 0; j < i; ++j) {
                const colour &a = series_colours[i], &b = series_colours[j];
                CAPTURE(a.on_light);
                CAPTURE(b.on_light);
                CHECK(difference(seen(parsed(a.on_light), vision), seen(parsed(b.on_light), vision)) > 13);
                CHECK(difference(seen(parsed(a.on_dark), vision), seen(parsed(b.on_dark), vision)) > 13);
            }
}

TEST_CASE("a hundred series have a look of their own") {
    std::set<std::pair<int, int>> looks;
    for (int i = 0; i < 100; ++i) looks.insert({colour_of(i), shape_of(i)});
    CHECK(looks.size() == 100);
    for (int i = 0; i < 10; ++i) CHECK(shape_of(i) == i);
}

TEST_CASE("shapes keep to their size") {
    for (const marker_shape& s : series_shapes) {
        CHECK(s.coordinates % 2 == 0);
        for (int i = 0; i < s.coordinates; ++i) CHECK(std::abs(s.outline[i]) <= 1.4);
    }
}
