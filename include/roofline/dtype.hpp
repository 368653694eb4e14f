// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Number formats as types: how wide an element is stored, and in what precision it is multiplied.
/// (dtype/gguf.hpp, the formats of ggml, is included by who needs it.)
#include <roofline/version.hpp>

#include <roofline/dtype/block_scaled.hpp>
#include <roofline/dtype/dtype.hpp>
#include <roofline/dtype/kv_cache.hpp>
#include <roofline/dtype/microscaling.hpp>
#include <roofline/dtype/plain.hpp>
#include <roofline/dtype/pruned.hpp>
#include <roofline/dtype/scaled_fp8.hpp>
#include <roofline/dtype/weight_only.hpp>
