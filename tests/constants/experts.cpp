// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/experts.hpp"

int main() {
    constants::tally all;
    operators::for_each_experts(constants::compare_operators{all});
    return all.report("experts");
}
