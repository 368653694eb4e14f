// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../common/words.hpp"

#include <roofline/report.hpp>

namespace deepseek_r1 {

namespace report = roofline::report;

using example::words;
using report::document;

}  // namespace deepseek_r1
