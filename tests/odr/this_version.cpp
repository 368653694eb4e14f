// SPDX-License-Identifier: BSL-1.0
// Two versions of the library in one program: each translation unit computes with its own, in whatever order they are linked.
#include <roofline/roofline.hpp>

#include <cstdio>

double flop_of_a_softmax_in_the_other_version(std::int64_t rows);

int main() {
    volatile int rows = 10;  // else the compiler does all of it
    const double here = roofline::demand_on<roofline::vector_math<roofline::fp32>>(
                            roofline::softmax(roofline::tensor<roofline::bf16, roofline::dyn, 4>{rows}))
                            .value();
    const double there = flop_of_a_softmax_in_the_other_version(rows);
    std::printf("%g FLOP here, %g in the other version\n", here, there);
    return here == 4 * 40 && there == 40 * 40 ? 0 : 1;
}
