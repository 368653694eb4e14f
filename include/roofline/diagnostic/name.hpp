// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <string_view>

namespace roofline::inline ROOFLINE_ABI {

// Names are written "fp16"sv: the lexer counts their letters. A constructor that counts them at compile time takes a
// compiler longer than the rest of a small type.
using std::string_view_literals::operator""sv;

}  // namespace roofline
