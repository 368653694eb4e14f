// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report.hpp>

#include <cstddef>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

namespace deepseek_r1 {

namespace report = roofline::report;

/// Headings, paragraphs and tables, as terminal text or as Markdown.
class document {
public:
    document(std::ostream& out, bool markdown) : out_(out), markdown_(markdown) {}

    void title(std::string_view text) {
        if (markdown_) {
            out_ << "# " << report::markdown_escaped(text) << "\n";
        } else {
            out_ << text << "\n" << underline(text, '=') << "\n";
        }
    }
    void heading(std::string_view text) {
        if (markdown_)
            out_ << "\n## " << report::markdown_escaped(text) << "\n";
        else
            out_ << "\n\n" << text << "\n" << underline(text, '-') << "\n";
    }
    void paragraph(std::string_view text) {
        if (markdown_)
            out_ << "\n" << report::markdown_escaped(text) << "\n";
        else
            out_ << "\n" << report::paragraph(text);
    }
    void table(const report::table& t) { out_ << "\n" << (markdown_ ? report::markdown(t) : report::terminal(t)); }

private:
    static std::string underline(std::string_view text, char line) {
        return std::string(static_cast<std::size_t>(report::display_width(text)), line);
    }

    std::ostream& out_;
    bool markdown_;
};

/// Everything printed, one after the other.
template<class... Parts>
std::string words(const Parts&... parts) {
    std::ostringstream text;
    (text << ... << parts);
    return text.str();
}

}  // namespace deepseek_r1
