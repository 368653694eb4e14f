// SPDX-License-Identifier: BSL-1.0
#include <roofline/sweep.hpp>

#include <range/v3/version.hpp>

int main() { return RANGE_V3_MAJOR < 0; }
