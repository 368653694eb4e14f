// SPDX-License-Identifier: BSL-1.0
#include <roofline/roofline.hpp>

double flop_of_a_softmax_in_the_other_version(std::int64_t rows) {
    return roofline::demand_on<roofline::vector_math<roofline::fp32>>(
               roofline::softmax(roofline::tensor<roofline::bf16, roofline::dyn, 4>{rows}))
        .value();
}
