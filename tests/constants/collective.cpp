// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/collective.hpp"

int main() {
    constants::tally all;
    operators::for_each_collective(constants::compare_operators{all});
    return all.report("collective");
}
