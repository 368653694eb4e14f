// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/raise.hpp>
#include <roofline/diagnostic/sentence.hpp>

#include <stdexcept>

namespace roofline::inline ROOFLINE_ABI {

/// Extents that are not positive, do not agree, or pass 2^53 elements.
struct shape_error : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
    explicit shape_error(const diagnostic::sentence& why) : std::invalid_argument(why.c_str()) {}
};

/// Work that a machine or an operator cannot take: a missing ceiling, a format without the needed mathematics, or a
/// number that is no rate.
struct unsupported : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
    explicit unsupported(const diagnostic::sentence& why) : std::invalid_argument(why.c_str()) {}
};

namespace detail {
[[noreturn]] inline void throw_shape_error(const diagnostic::sentence& why) { raise(shape_error(why)); }
[[noreturn]] inline void throw_unsupported(const diagnostic::sentence& why) { raise(unsupported(why)); }
}  // namespace detail

}  // namespace roofline
