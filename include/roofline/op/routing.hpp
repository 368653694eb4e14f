// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Which token goes where: the operators around the products of a mixture of experts.
#include <roofline/op/routing/experts.hpp>
#include <roofline/op/routing/gather.hpp>
#include <roofline/op/routing/permute.hpp>
#include <roofline/op/routing/router.hpp>
#include <roofline/op/routing/top_k.hpp>
