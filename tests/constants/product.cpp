// SPDX-License-Identifier: BSL-1.0
#include "constants/operators.hpp"
#include "operators/product.hpp"

int main() {
    constants::tally all;
    operators::for_each_product(constants::compare_operators{all});
    return all.report("product");
}
