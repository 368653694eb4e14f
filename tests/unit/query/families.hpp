// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "operators/all.hpp"

#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <string_view>

// Every operator as a flat value, and a machine for all of them. The rates are powers of two, so that no law
// of equal times needs a tolerance beyond the order of a sum.
namespace families {

using namespace roofline;
using operators::extents;
using operators::shapes;
using operators::t1;
using operators::t2;
using operators::t3;
using operators::t4;

constexpr double gi = 1024.0 * 1024.0 * 1024.0;
constexpr auto flops(double x) { return units::performance::from_value(x * gi); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x * gi); }

/// A machine with one ceiling, of this number, raised twofold.
inline any_machine npu(int raised = -1) {
    const auto by = [raised](int i) { return i == raised ? 2.0 : 1.0; };
    return machine<"npu">(ceiling<matrix_math<bf16>>(flops(256 * by(0)), datasheet("x")),
                          ceiling<vector_math<fp32>>(flops(16 * by(1)), datasheet("x")),
                          ceiling<special_math<special::exp2>>(flops(4 * by(2)), datasheet("x")),
                          ceiling<special_math<special::log2>>(flops(4 * by(3)), datasheet("x")),
                          ceiling<special_math<special::reciprocal>>(flops(4 * by(4)), datasheet("x")),
                          ceiling<special_math<special::rsqrt>>(flops(4 * by(5)), datasheet("x")),
                          ceiling<special_math<special::tanh>>(flops(4 * by(6)), datasheet("x")),
                          ceiling<memory<dram>>(bps(4 * by(7)), datasheet("x")),
                          ceiling<interconnect<scale_up>>(bps(by(8)), datasheet("x")),
                          ceiling<matrix_math<bf16, fp32, sparse_2_4>>(flops(512 * by(9)), datasheet("x")),
                          ceiling<memory<llc>>(bps(16 * by(10)), datasheet("x")),
                          ceiling<memory<shared>>(bps(64 * by(11)), datasheet("x")),
                          capacity<memory<llc>>(units::traffic::from_value(65536), datasheet("x")));
}
constexpr int ceilings = 12;

/// An operator whose type is forgotten.
struct family {
    std::string_view name;
    int extents_used;
    any_operator (*make)(const extents&);
};
struct family_list {
    static constexpr int capacity = 160;
    family list[capacity];
    int count;

    constexpr const family* begin() const { return list; }
    constexpr const family* end() const { return list + count; }
    constexpr const family& operator[](int i) const { return list[i % count]; }
};
inline constexpr family_list every_family = [] {
    family_list result{};
    operators::for_each([&result](std::string_view name, int extents_used, auto make) {
        result.list[result.count++] = {name, extents_used,
                                       [](const extents& e) -> any_operator { return decltype(make){}(e); }};
    });
    return result;
}();

}  // namespace families
