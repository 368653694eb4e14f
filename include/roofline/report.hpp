// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Text for people: quantities with engineering prefixes, tables for terminals and Markdown; and for programs: the same
/// tables as CSV and JSON. Derivations of bounds, measured kernels beside them. Not part of roofline.hpp.
#include <roofline/version.hpp>

#include <roofline/report/csv.hpp>
#include <roofline/report/document.hpp>
#include <roofline/report/engineering.hpp>
#include <roofline/report/explain.hpp>
#include <roofline/report/json.hpp>
#include <roofline/report/markdown.hpp>
#include <roofline/report/measured.hpp>
#include <roofline/report/table.hpp>
#include <roofline/report/terminal.hpp>
#include <roofline/report/write_file.hpp>
