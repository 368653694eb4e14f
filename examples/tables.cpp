// SPDX-License-Identifier: BSL-1.0
// One table, written for people and for programs. With a file's name as its argument it writes the CSV there.

#include "common/run.hpp"

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <cstdint>
#include <iostream>

using namespace roofline;

// [table]
template<class Machine>
report::table batches(const Machine& machine) {
    using report::align;
    report::table t({{"rows", align::right}, {"limit"}, {"time", align::right}, {"attainable", align::right}});
    for (const std::int64_t rows : {1, 64, 1024}) {
        const auto y = matmul(tensor<bf16, dyn, 4096>{rows}, tensor<bf16, 4096, 4096>{});  // (rows,4096) x (4096,4096)
        const auto p = place(y, machine);
        t.row({rows, p.limit.name, p.time, p.attainable()});
    }
    return t;
}
// [/table]

int main(int count, char** values) {
    return example::run("tables", [&] {
        const report::table t = batches(hw::h100_sxm);
        if (count > 1) return report::write_file(values[1], report::csv(t));
        // [forms]
        std::cout << report::terminal(t) << "\n" << report::markdown(t) << "\n" << report::csv(t) << "\n" << report::json(t);
        // [/forms]
    });
}
