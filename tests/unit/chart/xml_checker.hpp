// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A strict reader of the XML that charts are: elements, attributes in double quotes, text and the five entities. It
/// throws at the first thing that is not well-formed.
namespace xml {

struct element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;  // its own, in one piece
    std::vector<element> children;

    const std::string& operator[](const std::string& attribute) const {
        const auto found = attributes.find(attribute);
        if (found == attributes.end()) throw std::out_of_range(name + " has no " + attribute);
        return found->second;
    }
    bool is(std::string_view word) const {  // of its class
        const auto found = attributes.find("class");
        return found != attributes.end() &&
               (" " + found->second + " ").find(" " + std::string(word) + " ") != std::string::npos;
    }
    const element* child(std::string_view wanted) const {
        for (const element& e : children)
            if (e.name == wanted) return &e;
        return nullptr;
    }
};

class reader {
public:
    explicit reader(std::string_view text) : rest_(text) {}

    element document() {
        element root = read();
        skip_space();
        if (!rest_.empty()) fail("text after the root element");
        return root;
    }

private:
    [[noreturn]] static void fail(const std::string& why) { throw std::runtime_error("not well-formed: " + why); }

    char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    void need(std::string_view token) {
        if (!take(token)) fail("expected " + std::string(token) + " at " + std::string(rest_.substr(0, 20)));
    }
    bool skip_space() {
        bool skipped = false;
        for (; next() == ' ' || next() == '\n' || next() == '\t'; skipped = true) rest_.remove_prefix(1);
        return skipped;
    }
    std::string name() {
        std::size_t size = 0;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const auto continues = [](char c) { return c == '-' || (c >= '0' && c <= '9'); };
        while (size < rest_.size() && (is_letter(rest_[size]) || (size > 0 && continues(rest_[size])))) ++size;
        if (size == 0) fail("no name");
        const std::string result(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return result;
    }
    /// Text up to a delimiter, entities read.
    std::string text_until(char delimiter) {
        std::string result;
        while (next() != delimiter) {
            if (rest_.empty()) fail("the text ends early");
            const char c = next();
            if (c == '<') fail("a bare <");
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') fail("a control character");
            if (c == '&') {
                static const std::pair<std::string_view, char> entities[] = {
                    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
                bool known = false;
                for (const auto& [entity, meaning] : entities)
                    if (!known && take(entity)) {
                        result.push_back(meaning);
                        known = true;
                    }
                if (!known) fail("an unknown entity");
                continue;
            }
            result.push_back(c);
            rest_.remove_prefix(1);
        }
        return result;
    }
    element read() {
        need("<");
        element e;
        e.name = name();
        while (true) {
            const bool space = skip_space();
            if (take("/>")) return e;
            if (take(">")) break;
            if (!space) fail("no space before an attribute");
            const std::string attribute = name();
            need("=\"");
            if (!e.attributes.emplace(attribute, text_until('"')).second) fail(attribute + " stands twice");
            need("\"");
        }
        while (true) {
            e.text += text_until('<');
            if (take("</")) break;
            e.children.push_back(read());
        }
        if (name() != e.name) fail(e.name + " is not closed");
        need(">");
        return e;
    }

    std::string_view rest_;
};

inline element parsed(std::string_view text) { return reader(text).document(); }

/// All elements of a name, at any depth.
inline void collect(const element& e, std::string_view name, std::vector<const element*>& into) {
    if (e.name == name) into.push_back(&e);
    for (const element& child : e.children) collect(child, name, into);
}
inline std::vector<const element*> all(const element& e, std::string_view name) {
    std::vector<const element*> result;
    collect(e, name, result);
    return result;
}

}  // namespace xml
