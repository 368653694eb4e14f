// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Matrix products.
#include <roofline/op/product/batched_matmul.hpp>
#include <roofline/op/product/epilogue.hpp>
#include <roofline/op/product/in_waves.hpp>
#include <roofline/op/product/math.hpp>
#include <roofline/op/product/matmul.hpp>
#include <roofline/op/product/tiled.hpp>
