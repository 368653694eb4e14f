// SPDX-License-Identifier: BSL-1.0
// expect-error: the tensor cores wait for DRAM

#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto gpu = hw::h100_sxm;

template<std::int64_t tokens>
constexpr auto projection = matmul(tensor<bf16, tokens, 4096>{}, tensor<bf16, 4096, 14336>{});

#ifndef POSITIVE_CONTROL
// [broken]
static_assert(compute_bound(projection<64>, gpu), "the tensor cores wait for DRAM");
// [/broken]
#else
static_assert(compute_bound(projection<512>, gpu), "the tensor cores wait for DRAM");
#endif
