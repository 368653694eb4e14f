// SPDX-License-Identifier: BSL-1.0
#include <roofline/roofline.hpp>

using namespace roofline;
using namespace roofline::literals;

constexpr auto q_b = matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>);
static_assert(memory_bound(q_b, hw::gb200));

int main() { return work(q_b) == 9663676416_FLOP ? 0 : 1; }
