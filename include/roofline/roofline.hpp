// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Everything that needs neither I/O nor range-v3, but no catalogue: a kernel needs one machine or two, and each costs a
/// compiler some milliseconds. <roofline/hardware/gb200.hpp> is one of them, <roofline/hardware.hpp> has the usual ones.
/// Layers, each built on those above it:
#include <roofline/version.hpp>

#include <roofline/diagnostic.hpp>
#include <roofline/units.hpp>

#include <roofline/dtype.hpp>
#include <roofline/tensor.hpp>

#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
