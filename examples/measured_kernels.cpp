// SPDX-License-Identifier: BSL-1.0
// Measured kernels beside their bounds: a CSV file of kernels, shapes, formats and times is read and placed on a
// machine. Bad rows are named and passed over. Needs fast-cpp-csv-parser (Debian: libfccp-dev).

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/report/read_measured.hpp>
#include <roofline/roofline.hpp>

#include <iostream>
#include <sstream>

using namespace roofline;

// [rows]
// A file, for a start: report::read_measured("h100.csv")
std::istringstream file(R"(kernel,m,n,k,a,b,out,time_us,source
matmul,4353,65536,10240,bf16,bf16,bf16,8027.59,aiconfigurator
matmul,2049,4096,12288,fp8,fp8,bf16,208.859,aiconfigurator
matmul,49,16384,7168,bf16,bf16,bf16,85.44,aiconfigurator
matmul,49,16384,7168,bf16,bf16,bf16,60,a guess
matmul,2817,3584,5120,bf16,bf16,bf16,0.131587,ms for us
matmul,2817,3584,5120,bf16,bf17,bf16,131.587,a slip
conv2d,1,1,1,bf16,bf16,bf16,1,no operator here
)");
// [/rows]

int main() {
    // [placed]
    const auto read = report::read_measured(file);
    const auto placed = report::place_measured(read.rows, hw::h100_sxm);
    std::cout << report::terminal(report::measured_table(placed.rows), 160);
    for (const auto& complaint : read.complaints) std::cout << report::to_text(complaint, "h100.csv") << "\n";
    for (const auto& refusal : placed.refused) std::cout << refusal << "\n";
    // [/placed]
}
