// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What devices send each other: bytes of one rank over its network, in one direction.
#include <roofline/version.hpp>

#include <roofline/op/collective/all_gather.hpp>
#include <roofline/op/collective/all_reduce.hpp>
#include <roofline/op/collective/all_to_all.hpp>
#include <roofline/op/collective/exchange.hpp>
#include <roofline/op/collective/send.hpp>
