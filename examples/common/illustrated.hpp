// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "arguments.hpp"
#include "run.hpp"

#include <roofline/chart.hpp>
#include <roofline/report.hpp>

#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A report with charts in it.
namespace example {

struct figure {
    std::string name;  // of its file, without .svg
    roofline::chart::plot plot;
    roofline::report::document text;  // below it
};

struct illustrated {
    std::string name;  // of the program, and of the report's file without .md
    roofline::report::document opening;
    std::vector<figure> figures;
};

/// Charts are drawn in characters.
inline std::string terminal(const illustrated& r) {
    std::string text = roofline::report::terminal(r.opening);
    for (const figure& f : r.figures)
        text.append("\n\n").append(roofline::chart::terminal(f.plot, 100, 20)).append(roofline::report::terminal(f.text));
    return text;
}

/// Charts are links to files beside the report.
inline std::string markdown(const illustrated& r) {
    std::string text = roofline::report::markdown(r.opening);
    for (const figure& f : r.figures) {
        const std::string title = roofline::report::markdown_escaped(f.plot.title());
        text.append("\n## ").append(title).append("\n\n![").append(title).append("](").append(f.name).append(".svg)\n");
        text.append(roofline::report::markdown(f.text));
    }
    return text;
}

/// The charts first, so that a report never names one that is not there.
inline std::vector<file> files(const illustrated& r) {
    std::vector<file> all;
    for (const figure& f : r.figures)
        all.push_back({f.name + ".svg", roofline::chart::svg(f.plot, {.width = 720, .plot_height = 400})});
    all.push_back({r.name + ".md", markdown(r)});
    return all;
}

/// The whole of a program that takes [--markdown] [--write FOLDER] and no numbers: prints the report, or writes its files.
/// `about` says in a sentence what is recomputed.
template<class Make>
int run_illustrated(std::string_view program, std::string_view about, Make make, int count, char** values) {
    return run(program, [&] {
        const arguments a = parsed(count, values);
        if (!a.numbers.empty()) throw std::invalid_argument("no numbers are taken; see --help");
        if (a.help) {
            std::cout
                << "usage: " << program << " [--markdown] [--write FOLDER]\n\n"
                << about
                << "\n\n"
                   "  --markdown      prints Markdown\n"
                   "  --write FOLDER  writes the report as Markdown and its charts as SVG into a folder that is there\n"
                   "  --help          shows this\n";
            return;
        }
        const illustrated r = make();
        if (a.folder)
            write(*a.folder, files(r));
        else
            std::cout << (a.markdown ? markdown(r) : terminal(r));
    });
}

}  // namespace example
