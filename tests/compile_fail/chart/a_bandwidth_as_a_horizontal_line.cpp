// SPDX-License-Identifier: BSL-1.0
// expect-error: this line of a chart is in another unit
// expect: a ceiling is a horizontal line in FLOP/s; the value given is in byte/s

#include <roofline/chart/plot.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

chart::plot p() {
    chart::plot p("RTX 4090");
#ifndef POSITIVE_CONTROL
    p.ceiling("dram", 768_GBps);
#else
    p.level("dram", 768_GBps);
#endif
    return p;
}
