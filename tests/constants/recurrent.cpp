// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/recurrent.hpp"

int main() {
    constants::tally all;
    operators::for_each_recurrent(constants::compare_operators{all});
    return all.report("recurrent");
}
