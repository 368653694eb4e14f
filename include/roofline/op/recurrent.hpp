// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Operators with a state: one token, or a prompt in chunks.
#include <roofline/version.hpp>

#include <roofline/op/recurrent/conv1d.hpp>
#include <roofline/op/recurrent/gated_delta.hpp>
#include <roofline/op/recurrent/kernel.hpp>
#include <roofline/op/recurrent/linear_attention.hpp>
#include <roofline/op/recurrent/ssd.hpp>
