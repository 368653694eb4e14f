// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The catalogue: one header a machine, every number with its source. Rates are dense and for one device unless their
/// type says otherwise, links are for one direction, "GB" is the vendor's.
/// Here are the machines that most people ask about. The others are included by name: each costs a compiler some
/// milliseconds.
#include <roofline/version.hpp>

#include <roofline/hardware/a100_pcie_80gb.hpp>
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/hardware/a6000.hpp>
#include <roofline/hardware/b200.hpp>
#include <roofline/hardware/gb200.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/hardware/h200_sxm.hpp>
#include <roofline/hardware/mi300x.hpp>
#include <roofline/hardware/rtx_4090.hpp>
