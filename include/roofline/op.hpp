// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Operators: bags of demands on resources, made of shapes and formats, or stated; and what is made of them.
/// Of the families those that nearly every kernel meets. The others are included by who needs them: op/collective.hpp,
/// op/convolution.hpp, op/experts.hpp and op/recurrent.hpp.
#include <roofline/version.hpp>

#include <roofline/op/any_operator.hpp>
#include <roofline/op/composition.hpp>
#include <roofline/op/count.hpp>
#include <roofline/op/demand.hpp>
#include <roofline/op/input.hpp>
#include <roofline/op/lists.hpp>
#include <roofline/op/op.hpp>
#include <roofline/op/operation.hpp>
#include <roofline/op/option.hpp>
#include <roofline/op/passing.hpp>
#include <roofline/op/step.hpp>
#include <roofline/op/totals.hpp>

#include <roofline/op/attention.hpp>
#include <roofline/op/elementwise.hpp>
#include <roofline/op/product.hpp>
