// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Questions: what binds an operator on a machine, and how long it takes at least.
#include <roofline/version.hpp>

#include <roofline/query/any_placement.hpp>
#include <roofline/query/assumption.hpp>
#include <roofline/query/first_compute_bound.hpp>
#include <roofline/query/meeting.hpp>
#include <roofline/query/place.hpp>
#include <roofline/query/placement.hpp>
#include <roofline/query/questions.hpp>
#include <roofline/query/refusal.hpp>
#include <roofline/query/resident.hpp>
#include <roofline/query/ridge.hpp>
#include <roofline/query/timing.hpp>
