// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Machines: bags of ceilings on resources, every number with its source.
#include <roofline/version.hpp>

#include <roofline/machine/any_machine.hpp>
#include <roofline/machine/ceiling.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/machine/provenance.hpp>
#include <roofline/machine/published.hpp>
#include <roofline/machine/resource.hpp>
