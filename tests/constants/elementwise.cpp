// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/elementwise.hpp"

int main() {
    constants::tally all;
    operators::for_each_elementwise(constants::compare_operators{all});
    return all.report("elementwise");
}
