// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Formats with extents: what an operator reads and writes.
#include <roofline/version.hpp>

#include <roofline/tensor/extent.hpp>
#include <roofline/tensor/footprint.hpp>
#include <roofline/tensor/tensor.hpp>
