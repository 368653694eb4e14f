// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sstream>
#include <string>

namespace example {

/// Everything printed, one after the other.
template<class... Parts>
std::string words(const Parts&... parts) {
    std::ostringstream text;
    (text << ... << parts);
    return text.str();
}

}  // namespace example
