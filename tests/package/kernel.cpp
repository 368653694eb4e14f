// SPDX-License-Identifier: BSL-1.0
// The project of every package test: what docs/getting-started.md arrives at.
// [kernel]
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>

using namespace roofline;

constexpr auto gpu = hw::h100_sxm;

/// The first projection of a feed-forward block: 4096 numbers of each token times a weight.
template<std::int64_t tokens>
constexpr auto projection = matmul(tensor<bf16, tokens, 4096>{}, tensor<bf16, 4096, 14336>{});

// [/kernel]
// [claim]
static_assert(compute_bound(projection<512>, gpu), "the tensor cores wait for DRAM");
// [/claim]

// [main]
int main() {
    const auto p = place(projection<512>, gpu);
    std::cout << "512 tokens take at least " << report::engineering(p.time) << ", limited by " << p.limit.name << '\n';
}
// [/main]
