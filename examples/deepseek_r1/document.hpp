// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report.hpp>

#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

namespace deepseek_r1 {

/// Headings, paragraphs and tables, as terminal text or as Markdown.
class document {
public:
    document(std::ostream& out, bool markdown) : out_(out), markdown_(markdown) {}

    void title(std::string_view text) {
        if (markdown_) {
            out_ << "# " << roofline::report::markdown_escaped(text) << "\n";
        } else {
            out_ << text << "\n" << std::string(text.size(), '=') << "\n";
        }
    }
    void heading(std::string_view text) {
        if (markdown_)
            out_ << "\n## " << roofline::report::markdown_escaped(text) << "\n";
        else
            out_ << "\n\n" << text << "\n" << std::string(text.size(), '-') << "\n";
    }
    void paragraph(std::string_view text) {
        if (markdown_)
            out_ << "\n" << roofline::report::markdown_escaped(text) << "\n";
        else
            out_ << "\n" << roofline::report::paragraph(text);
    }
    void table(const roofline::report::table& t) {
        out_ << "\n" << (markdown_ ? roofline::report::markdown(t) : roofline::report::terminal(t));
    }

private:
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
