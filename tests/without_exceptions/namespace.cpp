// SPDX-License-Identifier: BSL-1.0
#include <roofline/version.hpp>

#include <string_view>

#define ROOFLINE_TEXT_OF(name) #name
#define ROOFLINE_TEXT(name) ROOFLINE_TEXT_OF(name)
static_assert(std::string_view(ROOFLINE_TEXT(ROOFLINE_ABI)).ends_with("_without_exceptions"));
