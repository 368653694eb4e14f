// SPDX-License-Identifier: BSL-1.0
// The derivation of one bound, written out: q_b_proj of DeepSeek-R1 in NVFP4 on GB200.

#include <roofline/hardware/gb200.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>

using namespace roofline;

// [explain]
constexpr tensor<nvfp4, 128, 1536> x;
constexpr tensor<nvfp4, 1536, 24576> weight;
constexpr auto q_b_proj = matmul(x, weight, out<bf16>);  // (128,1536) x (1536,24576) -> (128,24576)

void derive() { std::cout << report::terminal(report::explain(q_b_proj, hw::gb200, cold, "q_b_proj")); }
// [/explain]

int main() { derive(); }
