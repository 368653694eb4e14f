// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/attention.hpp"

int main() {
    constants::tally all;
    operators::for_each_attention(constants::compare_operators{all});
    return all.report("attention");
}
