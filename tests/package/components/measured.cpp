// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/read_measured.hpp>

/// Not called: it links.
roofline::report::measurements measured_in(const char* file) { return roofline::report::read_measured(file); }
