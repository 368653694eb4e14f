// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/report/decimal.hpp>
#include <roofline/report/measured.hpp>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

/// From a row of a table of measured kernels to an operator of the library.
namespace roofline::inline ROOFLINE_ABI::report {

inline constexpr std::array<std::string_view, 21> measured_columns = {
    "kernel",   "name",     "source",  "a",      "b",         "out",  "batch",  "m",       "n",       "k",      "heads",
    "kv_heads", "head_dim", "context", "read_B", "written_B", "FLOP", "time_s", "time_ms", "time_us", "time_ns"};

/// A field that is not what it should be.
class bad_field : public std::invalid_argument {
public:
    bad_field(std::string_view at, const std::string& sentence) : std::invalid_argument(sentence), column(at) {}
    std::string column;
};

/// A row of such a table. Fields are asked for by the name of their column; what is absent is an empty text.
class measured_row {
public:
    /// One pointer for each of measured_columns, null where the file has no such column.
    explicit measured_row(const char* const* cells) : cells_(cells) {}

    std::string_view text(std::string_view column) const {
        for (std::size_t i = 0; i < measured_columns.size(); ++i)
            if (measured_columns[i] == column) return cells_[i] == nullptr ? std::string_view{} : cells_[i];
        throw std::invalid_argument("no table of measured kernels has a column " + std::string(column));
    }
    /// Error: what is no whole number from 1 on throws bad_field.
    std::int64_t count(std::string_view column) const {
        const std::string_view found = text(column);
        std::int64_t value = 0;
        const auto end = std::from_chars(found.data(), found.data() + found.size(), value);
        if (end.ec != std::errc() || end.ptr != found.data() + found.size() || value < 1)
            expected(column, "a whole number from 1 on");
        return value;
    }
    std::int64_t count_or(std::string_view column, std::int64_t absent) const {
        return text(column).empty() ? absent : count(column);
    }
    /// Error: what is negative or no finite number throws bad_field.
    double amount(std::string_view column) const {
        const std::optional<double> value = nearest_double(text(column));
        if (!value || *value < 0) expected(column, "a number from 0 on");
        return *value;
    }
    [[noreturn]] void expected(std::string_view column, const std::string& what) const {
        const std::string_view found = text(column);
        throw bad_field(column, "expected " + what + ", found " +
                                    (found.empty() ? "nothing" : "\"" + std::string(found) + "\""));
    }

private:
    const char* const* cells_;
};

/// A kind of kernel: what the column kernel calls it, what it costs, and its name in reports.
struct kernel_kind {
    std::string kernel;
    std::function<any_operator(const measured_row&)> cost;
    std::function<std::string(const measured_row&)> describe = {};
};

/// Number formats that a table may name.
template<dtype... T>
struct formats {};

using usual_formats = formats<fp64, fp32, tf32, bf16, fp16, fp8, fp8_e4m3, fp8_e5m2, fp8_per_tensor, fp8_per_row, i8,
                              i32, fp4, nvfp4, mxfp4, mxfp8_e4m3, int4_g128>;
/// Of queries, keys and values.
using attention_formats = formats<fp32, bf16, fp16, fp8>;

namespace detail {

struct time_column {
    std::string_view name;
    double in_a_second;
};
inline constexpr time_column time_columns[] = {{"time_s", 1}, {"time_ms", 1e3}, {"time_us", 1e6}, {"time_ns", 1e9}};

/// Calls f.operator()<T>() with the format that the column names.
template<dtype... T, class F>
auto with_format(formats<T...>, const measured_row& row, std::string_view column, std::string_view named, F&& f) {
    using result = std::common_type_t<decltype(f.template operator()<T>())...>;
    std::optional<result> made;
    const bool known = ((T::name == named && (made.emplace(f.template operator()<T>()), true)) || ...);
    if (!known) {
        std::string names;
        (names.append(" ").append(T::name), ...);
        row.expected(column, "one of" + names);
    }
    return *std::move(made);
}

inline std::string_view format_or(const measured_row& row, std::string_view column, std::string_view absent) {
    const std::string_view given = row.text(column);
    return given.empty() ? absent : given;
}

[[noreturn]] inline void no_math_in_common(const measured_row& row, std::string_view column, std::string_view a) {
    row.expected(column, "a format that multiplies with " + std::string(a));
}

template<class Engine>
any_operator product_on(double flops, units::traffic read, units::traffic written) {
    return op(demand<Engine>(units::work::from_value(flops)), demand<memory<dram>>(read, written));
}
using product_maker = any_operator (*)(double, units::traffic, units::traffic);

/// The engine that multiplies A by B; null where they have no math in common.
template<class A, class B>
product_maker engine_for() {
    using types = roofline::detail::product_types<A, B>;
    if constexpr (types::multiplies && types::has_math)
        return &product_on<typename types::compute>;
    else
        return nullptr;
}

/// What matmul() and batched_matmul() cost, from formats known at run time. (Calling them with every pair of formats
/// and every format of a result would be thousands of instantiations; a test compares.)
template<class Formats>
any_operator product_cost(const measured_row& row) {
    const std::int64_t batch = row.count_or("batch", 1), m = row.count("m"), n = row.count("n"), k = row.count("k");
    const std::string_view a = row.text("a"), b = format_or(row, "b", a), out = format_or(row, "out", a);
    const auto x = with_format(Formats(), row, "a", a, [&]<class T>() {
        return footprint(tensor<T, dyn, dyn, dyn>{batch, m, k});
    });
    const auto w = with_format(Formats(), row, "b", b, [&]<class T>() {
        return weight_footprint(tensor<T, dyn, dyn, dyn>{batch, k, n});
    });
    const auto y = with_format(Formats(), row, "out", out, [&]<class T>() {
        return footprint(tensor<T, dyn, dyn, dyn>{batch, m, n});
    });
    const product_maker make = with_format(Formats(), row, "a", a, [&]<class A>() {
        return with_format(Formats(), row, "b", b, [&]<class B>() { return engine_for<A, B>(); });
    });
    if (make == nullptr) no_math_in_common(row, row.text("b").empty() ? "a" : "b", a);
    return make(2.0 * (static_cast<double>(batch * m * n) * static_cast<double>(k)), x + w, y);
}

inline std::string described_product(const measured_row& row) {
    const std::string_view a = row.text("a"), b = format_or(row, "b", a), out = format_or(row, "out", a);
    const std::string_view batch = row.text("batch");
    std::string text = "matmul ";
    if (!batch.empty() && batch != "1") text.append(batch).append(" x ");
    text.append("(").append(row.text("m")).append(",").append(row.text("k")).append(") x (");
    text.append(row.text("k")).append(",").append(row.text("n")).append("), ");
    text.append(a);
    if (b != a) text.append(" x ").append(b);
    if (b != a || out != a) text.append(" -> ").append(out);
    return text;
}

template<class Formats>
any_operator decode_cost(const measured_row& row) {
    const std::int64_t b = row.count("batch"), n = row.count("heads"), g = row.count_or("kv_heads", n);
    const std::int64_t d = row.count("head_dim"), s = row.count("context");
    const std::string_view a = row.text("a");
    return with_format(Formats(), row, "a", a, [&]<class Q>() {
        return with_format(Formats(), row, "b", format_or(row, "b", a), [&]<class K>() -> any_operator {
            if constexpr (std::is_void_v<typename roofline::detail::common_math<Q, K>::type>) {
                no_math_in_common(row, "b", a);
            } else {
                const tensor<Q, dyn, 1, dyn, dyn> q{b, n, d};
                const tensor<K, dyn, dyn, dyn, dyn> kv{b, s, g, d};
                return attention(q, kv, kv);  // (b,1,n,d), (b,S,g,d), (b,S,g,d) -> (b,1,n,d)
            }
        });
    });
}

inline std::string described_decode(const measured_row& row) {
    std::string text = "decode attention, batch ";
    text.append(row.text("batch")).append(", heads ").append(row.text("heads")).append("/");
    text.append(format_or(row, "kv_heads", row.text("heads"))).append(" of ").append(row.text("head_dim"));
    return text.append(", context ").append(row.text("context")).append(", ").append(row.text("a"));
}

inline any_operator elementwise_cost(const measured_row& row) {
    const double read = row.amount("read_B"), written = row.amount("written_B");
    const double flops = row.text("FLOP").empty() ? 0 : row.amount("FLOP");
    if (!(read + written > 0)) throw bad_field("read_B", "expected that a kernel reads or writes, found 0 B of both");
    return product_on<vector_math<fp32>>(flops, units::traffic::from_value(read), units::traffic::from_value(written));
}

inline std::string described_elementwise(const measured_row& row) {
    std::string text = "elementwise, ";
    return text.append(row.text("read_B")).append(" B read, ").append(row.text("written_B")).append(" B written");
}

inline units::duration measured_time(const measured_row& row) {
    for (const time_column& unit : time_columns) {
        if (row.text(unit.name).empty()) continue;
        const double value = row.amount(unit.name);
        if (!(value > 0)) row.expected(unit.name, "a time above 0");
        return units::duration::from_value(value / unit.in_a_second);
    }
    throw bad_field("time_s", "expected a time, found nothing");
}

inline measurement measured_as(const measured_row& row, const std::vector<kernel_kind>& kinds) {
    const std::string_view kernel = row.text("kernel");
    std::string known;
    for (const kernel_kind& kind : kinds) {
        known.append(" ").append(kind.kernel);
        if (kind.kernel != kernel) continue;
        any_operator cost = kind.cost(row);
        std::string name(row.text("name"));
        if (name.empty()) name = kind.describe ? kind.describe(row) : kind.kernel;
        return {std::move(name), cost, measured_time(row), std::string(row.text("source"))};
    }
    row.expected("kernel", "one of the kernels known here:" + known);
}

}  // namespace detail

/// The kinds of kernels that are known without being told: matmul, decode_attention, elementwise. Append your own.
template<class Formats = usual_formats>
std::vector<kernel_kind> usual_kernels() {
    return {{"matmul", detail::product_cost<Formats>, detail::described_product},
            {"decode_attention", detail::decode_cost<attention_formats>, detail::described_decode},
            {"elementwise", detail::elementwise_cost, detail::described_elementwise}};
}

}  // namespace roofline::report
