// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <string_view>

/// Colours and shapes of series. A series is told by both, so that a chart can be read in grey.
namespace roofline::inline ROOFLINE_ABI::chart {

struct colour {
    std::string_view on_light;
    std::string_view on_dark;
};

/// Chosen by search: under normal vision, protanopia, deuteranopia and tritanopia (simulated after Machado, Oliveira and
/// Fernandes 2009) any two are at least 13 apart in CIELAB, and each has a contrast of at least 3 to 1 with the paper.
inline constexpr colour series_colours[] = {{"#0069b4", "#58a6ff"}, {"#d55e00", "#f0883e"}, {"#789669", "#96d2a5"},
                                            {"#7800ff", "#695aff"}, {"#f01e4b", "#e12d78"}, {"#692d0f", "#a5694b"},
                                            {"#c378a5", "#c33cb4"}, {"#2d2db4", "#2dd2f0"}, {"#9669ff", "#b4c378"},
                                            {"#780078", "#ffb400"}};
inline constexpr int colour_count = 10;

inline constexpr colour paper{"#ffffff", "#0d1117"};
inline constexpr colour ink{"#1f2328", "#e6edf3"};        // titles, roofs
inline constexpr colour faded_ink{"#57606a", "#9da7b1"};  // ticks, labels of axes
inline constexpr colour grid{"#d0d7de", "#3d444d"};
inline constexpr colour faint_grid{"#eef1f4", "#1c222b"};

/// A closed outline in units of the radius, as in the `points` of an SVG polygon; empty for the circle.
struct marker_shape {
    std::string_view name;
    double outline[24];
    int coordinates;
};

/// Of about the same area.
inline constexpr marker_shape series_shapes[] = {
    {"circle", {}, 0},
    {"square", {-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9}, 8},
    {"triangle", {0, -1.3, 1.15, 0.75, -1.15, 0.75}, 6},
    {"diamond", {0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0}, 8},
    {"triangle down", {0, 1.3, 1.15, -0.75, -1.15, -0.75}, 6},
    {"plus",
     {-0.42, -1.2, 0.42, -1.2, 0.42, -0.42, 1.2, -0.42, 1.2, 0.42, 0.42, 0.42, 0.42, 1.2, -0.42, 1.2, -0.42, 0.42, -1.2,
      0.42, -1.2, -0.42, -0.42, -0.42},
     24},
    {"star",
     {0, -1.4, 0.36, -0.5, 1.33, -0.43, 0.58, 0.19, 0.82, 1.13, 0, 0.61, -0.82, 1.13, -0.58, 0.19, -1.33, -0.43, -0.36,
      -0.5},
     20},
    {"cross",
     {-0.55, -1.15, 0, -0.6, 0.55, -1.15, 1.15, -0.55, 0.6, 0, 1.15, 0.55, 0.55, 1.15, 0, 0.6, -0.55, 1.15, -1.15, 0.55,
      -0.6, 0, -1.15, -0.55},
     24},
    {"pentagon", {0, -1.15, 1.09, -0.36, 0.68, 0.93, -0.68, 0.93, -1.09, -0.36}, 10},
    {"bar", {-1.35, -0.5, 1.35, -0.5, 1.35, 0.5, -1.35, 0.5}, 8}};

inline constexpr int shape_count = 10;

/// The colours return after ten series, each with another shape.
constexpr int colour_of(int series) { return series % colour_count; }
constexpr int shape_of(int series) { return (series + series / colour_count) % shape_count; }

}  // namespace roofline::chart
