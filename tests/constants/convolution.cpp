// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/convolution.hpp"

int main() {
    constants::tally all;
    operators::for_each_convolution(constants::compare_operators{all});
    return all.report("convolution");
}
