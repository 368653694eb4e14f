// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/report.hpp>

#include <sstream>
#include <string>

namespace deepseek_r1 {

namespace report = roofline::report;

using report::document;

/// Everything printed, one after the other.
template<class... Parts>
std::string words(const Parts&... parts) {
    std::ostringstream text;
    (text << ... << parts);
    return text.str();
}

}  // namespace deepseek_r1
