// SPDX-License-Identifier: BSL-1.0
// What ranks send each other, each as an assertion, and a table of one all_reduce by algorithm.

#include <roofline/hardware/b200.hpp>
#include <roofline/hardware/mi300x.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

#include <iostream>

using namespace roofline;

namespace sums {
// [all_reduce]
constexpr tensor<bf16, 64, 8192> x;
constexpr auto sum = all_reduce<scale_up>(x, ranks<8>);
static_assert(demand_on<interconnect<scale_up>>(sum) == footprint(x));  // what no algorithm does without
static_assert(demand_on<vector_math<fp32>>(sum) == 7.0 / 8 * 64 * 8192 * 1_FLOP);
static_assert(traffic(sum) == 2 * footprint(x));
static_assert(bound_by<interconnect<scale_up>>(sum, hw::b200));

static_assert(demand_on<interconnect<scale_up>>(all_reduce<scale_up>(x, ranks<8>, ring)) == 2 * 7.0 / 8 * footprint(x));
static_assert(demand_on<interconnect<scale_up>>(all_reduce<scale_up>(x, ranks<8>, one_shot)) == 7 * footprint(x));
static_assert(demand_on<interconnect<scale_up>>(all_reduce<scale_up>(x, ranks<8>, tree)) == 2 * footprint(x));
static_assert(demand_on<interconnect<scale_up>>(all_reduce<scale_up>(x, ranks<8>, in_switch)) == 9.0 / 8 * footprint(x));
// [/all_reduce]
}  // namespace sums

namespace shards {
// [shards]
constexpr tensor<bf16, 64, 8192> x;
constexpr auto gathered = all_gather<scale_up>(x, ranks<8>);    // (64,8192) -> (512,8192)
constexpr auto part = reduce_scatter<scale_up>(x, ranks<8>);    // (64,8192) -> (8,8192)
constexpr auto exchanged = all_to_all<scale_up>(x, ranks<8>);   // (64,8192) -> (64,8192)
static_assert(demand_on<interconnect<scale_up>>(gathered) == 7 * footprint(x));
static_assert(demand_on<interconnect<scale_up>>(part) == 7 * footprint(part.result()));
static_assert(demand_on<interconnect<scale_up>>(exchanged) == 7.0 / 8 * footprint(x));
static_assert(demand_on<interconnect<scale_out>>(broadcast<scale_out>(x, ranks<16>)) == footprint(x));

// Of seven links a pair of MI300X has one.
static_assert(min_time(send<peer<scale_up>>(x), hw::mi300x) == 7 * min_time(send<scale_up>(x), hw::mi300x));
static_assert(min_time(all_reduce<peer<scale_up>>(x, ranks<8>, ring), hw::mi300x) == 1.75 * footprint(x) / 64_GBps);
// [/shards]
}  // namespace shards

int main() {
    using report::align, report::engineering;
    report::table t(
        {{"all_reduce of 1 MiB, 8 ranks"}, {"sent", align::right}, {"HGX B200", align::right}, {"MI300X", align::right}});
    const auto row = [&](const char* name, const auto& op) {
        t.row({name, engineering(demand_on<interconnect<scale_up>>(op)), engineering(min_time(op, hw::b200)),
               engineering(min_time(op, hw::mi300x))});
    };
    row("bound", sums::sum);
    row("ring", all_reduce<scale_up>(sums::x, ranks<8>, ring));
    row("one_shot", all_reduce<scale_up>(sums::x, ranks<8>, one_shot));
    row("tree", all_reduce<scale_up>(sums::x, ranks<8>, tree));
    row("in_switch", all_reduce<scale_up>(sums::x, ranks<8>, in_switch));
    std::cout << report::terminal(t);
}
