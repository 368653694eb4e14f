// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/chart/layout.hpp>
#include <roofline/chart/palette.hpp>
#include <roofline/chart/xml.hpp>

#include <cstdint>
#include <numbers>
#include <string>
#include <string_view>

namespace roofline::inline ROOFLINE_ABI::chart {

namespace detail {

/// The chart in words, for who cannot see it.
inline std::string description(const plot& p) {
    std::string text = "Roofline chart: performance over arithmetic intensity, both axes logarithmic.";
    std::string roofs;
    for (const std::string& name : roof_names(p)) roofs.append(roofs.empty() ? "" : "; ").append(name);
    if (!roofs.empty()) text.append(" Roofs: ").append(roofs).append(".");
    std::string all;
    for (const series& s : p.all_series())
        all.append(all.empty() ? "" : "; ")
            .append(s.name)
            .append(", ")
            .append(std::to_string(s.points.size()))
            .append(s.points.size() == 1 ? " point, " : " points, ")
            .append(s.kind == standing::measured ? "measured" : "bound");
    if (!all.empty()) text.append(" Series: ").append(all).append(".");
    return text;
}

class svg_writer {
public:
    svg_writer(const plot& p, const layout& l) : plot_(p), layout_(l) {}

    std::string run() {
        background();
        marks();
        roofs();
        dots();
        labels();
        legend();
        return document();
    }

private:
    // Rules are bound to the id, since the CSS of an SVG that stands inline reaches the whole page, and the id follows
    // from the content, so that two charts on a page do not paint each other. Colours stand in the rules themselves:
    // librsvg and Inkscape know no var().
    std::string style(const std::string& id) const {
        const auto colours = [&](auto pick) {
            const auto rule = [&](std::string_view selector, std::string_view property, const colour& c) {
                return "#" + id + " " + std::string(selector) + "{" + std::string(property) + ":" + std::string(pick(c)) +
                       "}\n";
            };
            std::string text = rule(".paper", "fill", paper) + rule(".grid", "stroke", grid) +
                               rule(".faint", "stroke", faint_grid) + rule(".frame", "stroke", faded_ink) +
                               rule(".roof", "stroke", ink) + rule(".mark", "stroke", faded_ink) +
                               rule(".leader", "stroke", faded_ink) + rule("text", "fill", ink) +
                               rule(".soft", "fill", faded_ink) + rule(".key", "color", faded_ink) +
                               rule(".halo", "stroke", paper) + rule(".bound", "fill", paper) +
                               rule(".measured", "stroke", paper);
            for (int i = 0; i < used_colours(); ++i)
                text.append(rule(".s" + std::to_string(i), "color", series_colours[i]));
            return text;
        };
        const std::string own = "#" + id;
        return own + "{font:11px Arial,\"Helvetica Neue\",Helvetica,\"Liberation Sans\",sans-serif}\n" +  //
               own + " .title{font-size:16px;font-weight:bold}\n" +                                       //
               own + " .subtitle{font-size:12px}\n" +                                                     //
               own + " .halo{stroke-width:3;stroke-linejoin:round;paint-order:stroke}\n" +                //
               own + " .grid," + own + " .faint," + own + " .frame{fill:none;stroke-width:1}\n" +         //
               own + " .roof{fill:none;stroke-width:2;stroke-linecap:round}\n" +                          //
               own + " .dashed{stroke-dasharray:7 5;stroke-width:1.75}\n" +                               //
               own + " .mark{fill:none;stroke-width:1;stroke-dasharray:2 3}\n" +                          //
               own + " .leader{fill:none;stroke-width:.75}\n" +                                           //
               own + " .bound{stroke:currentColor;stroke-width:1.6;stroke-linejoin:round}\n" +            //
               own + " .measured{fill:currentColor;stroke-width:.8;stroke-linejoin:round}\n" +            //
               colours([](const colour& c) { return c.on_light; }) + "@media (prefers-color-scheme:dark){\n" +
               colours([](const colour& c) { return c.on_dark; }) + "}\n";
    }

    int used_colours() const { return (std::min)(static_cast<int>(plot_.all_series().size()), colour_count); }

    std::string document() const {
        const std::string id = "roofline-" + hexadecimal(roofline::detail::hashed(plot_.title() + body_));
        const std::string size = "width=\"" + coordinate(layout_.width) + "\" height=\"" + coordinate(layout_.height) + "\"";
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"" + id + "\" " + size + " viewBox=\"0 0 " +
               coordinate(layout_.width) + " " + coordinate(layout_.height) + "\" role=\"img\" aria-labelledby=\"" + id +
               "-title " + id + "-desc\">\n<title id=\"" + id + "-title\">" +
               xml_escaped(plot_.title().empty() ? "Roofline chart" : report::one_line(plot_.title())) +
               "</title>\n<desc id=\"" + id + "-desc\">" + xml_escaped(report::one_line(description(plot_))) +
               "</desc>\n<style>\n" + style(id) + "</style>\n<rect class=\"paper\" " + size + "/>\n" + body_ + "</svg>\n";
    }

    static std::string hexadecimal(std::uint64_t number) {
        char text[16];
        const auto end = std::to_chars(text, text + sizeof text, number, 16);
        return {text, end.ptr};
    }
    static std::string at(spot s) { return coordinate(s.x) + " " + coordinate(s.y); }
    static std::string path(const segment& s) { return "M" + at(s.from) + "L" + at(s.to); }
    static std::string title(const std::string& text) { return "<title>" + xml_escaped(text) + "</title>"; }

    void text(const label& l, std::string_view style) {
        if (l.leader) body_.append("<path class=\"leader\" d=\"").append(path(*l.leader)).append("\"/>\n");
        body_.append("<text class=\"").append(style).append("\" x=\"").append(coordinate(l.at.x)).append("\" y=\"");
        body_.append(coordinate(l.at.y)).append("\"");
        if (l.side != anchor::start)
            body_.append(l.side == anchor::middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (l.angle != 0)
            body_.append(" transform=\"rotate(")
                .append(coordinate(l.angle * 180 / std::numbers::pi))
                .append(" ")
                .append(at(l.at))
                .append(")\"");
        body_.append(">").append(xml_escaped(l.text)).append("</text>\n");
    }

    void background() {
        for (const label& l : layout_.title) text(l, "title");
        for (const label& l : layout_.subtitle) text(l, "subtitle soft");
        const box& f = layout_.frame;
        std::string major, minor;
        for (const placed_tick& t : layout_.x_ticks)
            (t.major ? major : minor).append(path({{t.at, f.top}, {t.at, f.bottom}}));
        for (const placed_tick& t : layout_.y_ticks)
            (t.major ? major : minor).append(path({{f.left, t.at}, {f.right, t.at}}));
        if (!minor.empty()) body_.append("<path class=\"faint\" d=\"").append(minor).append("\"/>\n");
        body_.append("<path class=\"grid\" d=\"").append(major).append("\"/>\n");
        body_.append("<path class=\"frame\" d=\"M")
            .append(at({f.left, f.top}))
            .append("V")
            .append(coordinate(f.bottom))
            .append("H")
            .append(coordinate(f.right))
            .append("\"/>\n");
        for (const auto* axis : {&layout_.x_ticks, &layout_.y_ticks})
            for (const placed_tick& t : *axis)
                if (t.major) text(t.label, "soft");
        text(layout_.x_title, "soft");
        text(layout_.y_title, "soft");
    }

    void marks() {
        for (const mark_line& m : layout_.marks)
            body_.append("<g>")
                .append(title(m.tooltip))
                .append("<path class=\"mark\" d=\"")
                .append(path(m.line))
                .append("\"/></g>\n");
    }
    void roofs() {
        for (const roof_line& r : layout_.roofs)
            body_.append("<g>")
                .append(title(r.tooltip))
                .append(r.kind == standing::measured ? "<path class=\"roof dashed\" d=\"" : "<path class=\"roof\" d=\"")
                .append(path(r.line))
                .append("\"/></g>\n");
    }

    static std::string shape(int series, double radius) {
        const marker_shape& s = series_shapes[shape_of(series)];
        if (s.coordinates == 0) return "<circle r=\"" + coordinate(radius) + "\"/>";
        std::string points;
        for (int i = 0; i < s.coordinates; ++i)
            points.append(i == 0 ? "" : " ").append(coordinate(s.outline[i] * radius));
        return "<polygon points=\"" + points + "\"/>";
    }
    void marker(std::string_view colour, int series, standing kind, spot where, double radius, const std::string& tooltip) {
        body_.append("<g class=\"")
            .append(colour)
            .append(kind == standing::measured ? " measured" : " bound")
            .append("\" transform=\"translate(")
            .append(at(where))
            .append(")\">")
            .append(tooltip.empty() ? "" : title(tooltip))
            .append(shape(series, radius))
            .append("</g>\n");
    }
    void dots() {
        for (const dot& d : layout_.dots)
            marker("s" + std::to_string(colour_of(d.series)), d.series, d.kind, d.at, layout_.dot_radius, d.tooltip);
    }

    void labels() {
        for (const label& l : layout_.mark_labels) text(l, "halo soft");
        for (const label& l : layout_.roof_labels) text(l, "halo");
        for (const label& l : layout_.dot_labels) text(l, "halo");
    }

    void legend() {
        for (const legend_entry& e : layout_.legend) {
            const double x = e.label.at.x - layout::sample_width, y = e.label.at.y - 4;
            const spot middle{x + 7, y};
            if (e.what == legend_entry::sample::series)
                marker("s" + std::to_string(colour_of(e.series)), e.series, e.kind, middle, 4.6, "");
            if (e.what == legend_entry::sample::standing) marker("key", 0, e.kind, middle, 4.6, "");
            if (e.what == legend_entry::sample::roof)
                body_.append(e.kind == standing::measured ? "<path class=\"roof dashed\" d=\"" : "<path class=\"roof\" d=\"")
                    .append(path({{x, y}, {x + 15, y}}))
                    .append("\"/>\n");
            text(e.label, e.what == legend_entry::sample::series ? "" : "soft");
        }
    }

    const plot& plot_;
    const layout& layout_;
    std::string body_;
};

}  // namespace detail

/// A standalone SVG document, light or dark as its reader prefers, with a tooltip on every point and line. Its text is a
/// function of the plot and the canvas alone. Error: a canvas that arranged() refuses.
inline std::string svg(const plot& p, const canvas& c = {}) {
    const layout l = arranged(p, c);
    return detail::svg_writer(p, l).run();
}

}  // namespace roofline::chart
