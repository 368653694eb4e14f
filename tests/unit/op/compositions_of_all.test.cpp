// SPDX-License-Identifier: BSL-1.0
#include "compose_all.hpp"
#include "operators/all.hpp"
#include "static_check.hpp"

using namespace roofline;
using composing::compose_all;
using composing::npu;

TEST_CASE("every composition of an operator with extents of the run time") {
    const any_machine any = npu;
    operators::for_each([&any](std::string_view name, int, auto make) {
        for (const operators::extents& e : operators::shapes) composing::report(name, make(e), any);
    });
}

TEST_CASE("compositions of products in tiles are constants") {
    constexpr auto product = matmul(tensor<bf16, dyn, 12>{20}, tensor<bf16, 12, 28>{}, tiled<tile<16, 8, 4>>);
    STATIC_CHECK(compose_all(product, npu) == "");
    STATIC_CHECK(traffic<memory<llc>>(repeat(product, 3)) == 3 * traffic<memory<llc>>(product));
}
