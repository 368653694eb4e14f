// SPDX-License-Identifier: BSL-1.0
// expect-error: this line of a chart is in another unit
// expect: a level is a slope in byte/s; the value given is in FLOP/s

#include <roofline/chart/plot.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

chart::plot p() {
    chart::plot p("RTX 4090");
#ifndef POSITIVE_CONTROL
    p.level("fp16", 165_TFLOPS);
#else
    p.ceiling("fp16", 165_TFLOPS);
#endif
    return p;
}
