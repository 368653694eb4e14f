// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Quantities with units, and literals for them.
#include <roofline/version.hpp>

#include <roofline/units/literals.hpp>
#include <roofline/units/mismatch.hpp>
#include <roofline/units/name.hpp>
#include <roofline/units/scaling.hpp>
#include <roofline/units/system.hpp>
