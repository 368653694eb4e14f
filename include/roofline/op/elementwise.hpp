// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Operators that do a few operations for each element, on the vector engine.
#include <roofline/op/elementwise/add.hpp>
#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/elementwise/rms_norm.hpp>
#include <roofline/op/elementwise/silu_and_mul.hpp>
