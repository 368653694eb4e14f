// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Models: from a configuration to the operators of a phase of inference, and what is asked of a phase.
#include <roofline/version.hpp>

#include <roofline/model/check.hpp>
#include <roofline/model/feed_forward.hpp>
#include <roofline/model/grouped_query_attention.hpp>
#include <roofline/model/latent_attention.hpp>
#include <roofline/model/memory.hpp>
#include <roofline/model/mixture_of_experts.hpp>
#include <roofline/model/norm.hpp>
#include <roofline/model/operator_list.hpp>
#include <roofline/model/pass.hpp>
#include <roofline/model/phase.hpp>
#include <roofline/model/phase_placement.hpp>
#include <roofline/model/precision.hpp>
#include <roofline/model/projection.hpp>
#include <roofline/model/serving.hpp>
#include <roofline/model/totals.hpp>
#include <roofline/model/transformer.hpp>
#include <roofline/model/weights.hpp>
