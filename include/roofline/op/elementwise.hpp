// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Operators that treat elements, or rows, one by one.
#include <roofline/op/elementwise/activation.hpp>
#include <roofline/op/elementwise/add.hpp>
#include <roofline/op/elementwise/engine.hpp>
#include <roofline/op/elementwise/gated.hpp>
#include <roofline/op/elementwise/gather.hpp>
#include <roofline/op/elementwise/layer_norm.hpp>
#include <roofline/op/elementwise/movement.hpp>
#include <roofline/op/elementwise/quantize.hpp>
#include <roofline/op/elementwise/reduction.hpp>
#include <roofline/op/elementwise/rms_norm.hpp>
#include <roofline/op/elementwise/rope.hpp>
#include <roofline/op/elementwise/softmax.hpp>
