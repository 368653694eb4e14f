// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Sentences: how the library says no, at compile time and at run time, in the same words.
#include <roofline/version.hpp>

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/error.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/diagnostic/raise.hpp>
#include <roofline/diagnostic/label.hpp>
#include <roofline/diagnostic/name.hpp>
#include <roofline/diagnostic/part.hpp>
#include <roofline/diagnostic/same_value.hpp>
#include <roofline/diagnostic/sentence.hpp>
#include <roofline/diagnostic/text.hpp>
