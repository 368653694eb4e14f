// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Everything that needs neither I/O nor range-v3. Layers, each built on those above it:
#include <roofline/version.hpp>

#include <roofline/diagnostic.hpp>
#include <roofline/units.hpp>

#include <roofline/dtype.hpp>
#include <roofline/tensor.hpp>

#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>

#include <roofline/hardware.hpp>
