// SPDX-License-Identifier: BSL-1.0
#pragma once

/// A mixture of experts: which token goes where, and the products of the groups that come of it.
#include <roofline/version.hpp>

#include <roofline/op/experts/group_sizes.hpp>
#include <roofline/op/experts/grouped_matmul.hpp>
#include <roofline/op/experts/permute.hpp>
#include <roofline/op/experts/router.hpp>
#include <roofline/op/experts/routing.hpp>
#include <roofline/op/experts/top_k.hpp>
