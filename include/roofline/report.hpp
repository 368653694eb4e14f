// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Text for people: quantities with engineering prefixes, tables for terminals and Markdown. Not part of roofline.hpp.
#include <roofline/report/engineering.hpp>
#include <roofline/report/markdown.hpp>
#include <roofline/report/table.hpp>
#include <roofline/report/terminal.hpp>
