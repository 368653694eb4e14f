// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Roofline charts: what they show, as a value, and how that is drawn. Not part of roofline.hpp.
#include <roofline/version.hpp>

#include <roofline/chart/layout.hpp>
#include <roofline/chart/plot.hpp>
#include <roofline/chart/svg.hpp>
#include <roofline/chart/terminal.hpp>
