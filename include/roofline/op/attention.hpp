// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Attention: softmax(q k^T) v and its kin.
#include <roofline/op/attention/attention.hpp>
#include <roofline/op/attention/lightning_indexer.hpp>
#include <roofline/op/attention/mask.hpp>
#include <roofline/op/attention/mla.hpp>
#include <roofline/op/attention/option.hpp>
#include <roofline/op/attention/verify.hpp>
