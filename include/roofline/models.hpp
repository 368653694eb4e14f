// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Configurations of models, each from its published source.
#include <roofline/version.hpp>

#include <roofline/models/deepseek_r1.hpp>
#include <roofline/models/gpt2_large.hpp>
#include <roofline/models/llama_2_7b.hpp>
#include <roofline/models/llama_33b.hpp>
