// SPDX-License-Identifier: BSL-1.0
#pragma once

#if __has_include(<libfccp/csv.h>)
#include <libfccp/csv.h>
#elif __has_include(<fast-cpp-csv-parser/csv.h>)
#include <fast-cpp-csv-parser/csv.h>
#else
#error "roofline/report/read_measured.hpp needs fast-cpp-csv-parser: sudo apt-get install -y libfccp-dev"
#endif

#include <roofline/report/measured.hpp>
#include <roofline/report/measured_kernels.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <istream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

/// Measured kernels from a CSV file: the only header of the library that needs fast-cpp-csv-parser (BSD 3-clause;
/// Debian: libfccp-dev). That reads ahead on a thread of its own, so link with threads.
namespace roofline::inline ROOFLINE_ABI::report {

/// What is wrong with a row. Line 1 is that of the names.
struct csv_complaint {
    unsigned line = 0;
    std::string column{};  // empty: the row as a whole
    std::string sentence{};
};

/// "gemm.csv:7: m: expected a whole number from 1 on, found "many""
inline std::string to_text(const csv_complaint& c, std::string_view file) {
    return std::string(file) + ":" + std::to_string(c.line) + ": " + c.column + (c.column.empty() ? "" : ": ") +
           c.sentence;
}

/// The rows that could be read, and a complaint for each that could not.
struct measurements {
    std::vector<measurement> rows;
    std::vector<csv_complaint> complaints;
};

namespace detail {

using measured_csv =
    ::io::CSVReader<measured_columns.size(), ::io::trim_chars<' ', '\t'>, ::io::double_quote_escape<',', '"'>,
                    ::io::throw_on_overflow, ::io::single_and_empty_line_comment<'#'>>;

template<std::size_t... Column>
void read_names(measured_csv& file, std::index_sequence<Column...>) {
    file.read_header(::io::ignore_extra_column | ::io::ignore_missing_column, std::string(measured_columns[Column])...);
}
template<std::size_t... Column>
bool read_cells(measured_csv& file, std::array<char*, sizeof...(Column)>& cells, std::index_sequence<Column...>) {
    return file.read_row(cells[Column]...);
}

/// What is wrong with the line of names; empty where nothing is.
inline std::string fault_of_names(measured_csv& file) {
    try {
        read_names(file, std::make_index_sequence<measured_columns.size()>());
    } catch (const ::io::error::duplicated_column_in_header& e) {
        return std::string("the column ") + e.column_name + " stands twice";
    } catch (const ::io::error::header_missing&) {
        return "expected a line of column names, found nothing";
    } catch (const ::io::error::escaped_string_not_closed&) {
        return "a quotation mark is not closed";
    }
    if (!file.has_column("kernel")) return "expected a column kernel, which says what was timed";
    int times = 0;
    for (const time_column& unit : time_columns) times += file.has_column(std::string(unit.name));
    if (times != 1) return "expected one column of times: time_s, time_ms, time_us or time_ns";
    return "";
}

/// One row. False at the end of the file.
inline bool read_one(measured_csv& file, const std::vector<kernel_kind>& kinds, measurements& result) {
    std::array<char*, measured_columns.size()> cells{};
    const auto complain = [&](std::string column, std::string sentence) {
        result.complaints.push_back({file.get_file_line(), std::move(column), std::move(sentence)});
    };
    try {
        if (!read_cells(file, cells, std::make_index_sequence<measured_columns.size()>())) return false;
        result.rows.push_back(measured_as(measured_row(cells.data()), kinds));
    } catch (const ::io::error::too_few_columns&) {
        complain("", "expected as many fields as there are column names, found fewer");
    } catch (const ::io::error::too_many_columns&) {
        complain("", "expected as many fields as there are column names, found more");
    } catch (const ::io::error::escaped_string_not_closed&) {
        complain("", "a quotation mark is not closed on its line");
    } catch (const bad_field& e) {
        complain(e.column, e.what());
    } catch (const std::invalid_argument& e) {
        complain("", e.what());
    } catch (const std::length_error& e) {
        complain("", e.what());
    }
    return true;
}

inline measurements read_all(measured_csv& file, const std::vector<kernel_kind>& kinds) {
    measurements result;
    if (std::string fault = fault_of_names(file); !fault.empty()) {
        result.complaints.push_back({file.get_file_line() > 0 ? file.get_file_line() : 1, "", std::move(fault)});
        return result;
    }
    while (read_one(file, kinds, result)) {
    }
    return result;
}

}  // namespace detail

/// Reads measured kernels. The first line names the columns, in any order; others than these are passed over:
///
///     kernel            matmul, decode_attention, elementwise, or a kind of one's own
///     time_s            or time_ms, time_us, time_ns
///     name, source      optional
///     a, b, out         number formats by their names here: bf16, fp8, nvfp4
///     batch, m, n, k    of a matmul: (m,k) x (k,n) -> (m,n), a x b -> out
///     batch, heads, kv_heads, head_dim, context    of one step of decoding, q in a, keys and values in b
///     read_B, written_B, FLOP                      of an elementwise kernel, FLOP in fp32
///
/// Empty lines and those that begin with # are passed over. Every row that cannot be read is in the complaints.
inline measurements read_measured(std::istream& in, const std::vector<kernel_kind>& kinds = usual_kernels()) {
    detail::measured_csv file("", in);
    return detail::read_all(file, kinds);
}

/// The same from a file. Error: std::system_error, "cannot read gemm.csv: No such file or directory".
inline measurements read_measured(const std::filesystem::path& path,
                                  const std::vector<kernel_kind>& kinds = usual_kernels()) {
    const auto refuse = [&](std::error_code why) { throw std::system_error(why, "cannot read " + path.string()); };
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) refuse(make_error_code(std::errc::is_a_directory));
    try {
        detail::measured_csv file(path.string());
        return detail::read_all(file, kinds);
    } catch (const ::io::error::can_not_open_file& e) {
        refuse({e.errno_value, std::generic_category()});
    }
    return {};
}

}  // namespace roofline::report
