// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report/display_width.hpp>
#include <roofline/report/markdown.hpp>
#include <roofline/report/table.hpp>
#include <roofline/report/terminal.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace roofline::inline ROOFLINE_ABI::report {

/// Headings, paragraphs and tables, to be written to a terminal or as Markdown.
class document {
public:
    struct title_block {
        std::string text;
    };
    struct heading_block {
        std::string text;
    };
    struct paragraph_block {
        std::string text;
    };
    using block = std::variant<title_block, heading_block, paragraph_block, report::table>;

    document& title(std::string text) { return add(title_block{std::move(text)}); }
    document& heading(std::string text) { return add(heading_block{std::move(text)}); }
    document& paragraph(std::string text) { return add(paragraph_block{std::move(text)}); }
    document& table(report::table t) { return add(std::move(t)); }

    const std::vector<block>& blocks() const { return blocks_; }

private:
    document& add(block b) {
        blocks_.push_back(std::move(b));
        return *this;
    }
    std::vector<block> blocks_;
};

namespace detail {

inline std::string underlined(const std::string& text, char line) {
    return text + "\n" + std::string(static_cast<std::size_t>(display_width(text)), line) + "\n";
}

struct terminal_block {
    int width;
    std::string operator()(const document::title_block& b) const { return underlined(b.text, '='); }
    std::string operator()(const document::heading_block& b) const { return "\n\n" + underlined(b.text, '-'); }
    std::string operator()(const document::paragraph_block& b) const { return "\n" + report::paragraph(b.text, width); }
    std::string operator()(const table& t) const { return "\n" + terminal(t, width); }
};

struct markdown_block {
    std::string operator()(const document::title_block& b) const { return "# " + markdown_escaped(b.text) + "\n"; }
    std::string operator()(const document::heading_block& b) const { return "\n## " + markdown_escaped(b.text) + "\n"; }
    std::string operator()(const document::paragraph_block& b) const { return "\n" + markdown_escaped(b.text) + "\n"; }
    std::string operator()(const table& t) const { return "\n" + markdown(t); }
};

}  // namespace detail

inline std::string terminal(const document& d, int width = 120) {
    std::string result;
    for (const document::block& b : d.blocks()) result += std::visit(detail::terminal_block{width}, b);
    return result;
}

inline std::string markdown(const document& d) {
    std::string result;
    for (const document::block& b : d.blocks()) result += std::visit(detail::markdown_block{}, b);
    return result;
}

}  // namespace roofline::report
