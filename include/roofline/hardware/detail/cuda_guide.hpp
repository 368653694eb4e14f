// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/provenance.hpp>

namespace roofline::inline ROOFLINE_ABI::hw::source {

/// What NVIDIA says of a compute capability rather than of a product.
inline constexpr provenance cuda_guide =
    datasheet("NVIDIA CUDA Programming Guide, appendix Compute Capabilities: shared memory of an SM "
              "(docs.nvidia.com/cuda/cuda-programming-guide/05-appendices/compute-capabilities.html)");

}  // namespace roofline::hw::source
