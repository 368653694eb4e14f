// SPDX-License-Identifier: BSL-1.0
// Every product and every elementwise operator in one function template. (nvcc gives g++ the types of operators as it met
// them first, which may be in another template.)
#include "operators/elementwise.hpp"
#include "operators/product.hpp"

#include <roofline/roofline.hpp>

#include <vector>

using namespace roofline;

struct compose {
    double& flop;

    template<class Make>
    void operator()(const char*, int, Make make) const {
        const operators::extents e = {17, 96, 61, 131};
        const auto op = make(e);
        const std::vector<any_operator> all{op, repeat(op, 2), sequence(op, op)};
        for (const any_operator& each : all) flop += work(each).value();
        if constexpr (requires { elements(op.result()); }) flop += work(add(op.result(), op.result())).value();
    }
};

double flop_of_every_operator() {
    double flop = 0;
    operators::for_each_product(compose{flop});
    operators::for_each_elementwise(compose{flop});
    return flop;
}
