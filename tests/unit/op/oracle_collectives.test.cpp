// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/network.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/op/totals.hpp>
#include <roofline/units/literals.hpp>

#include <cstdint>

// Collectives against ranks that really exchange their elements. What the busiest rank sends is what the library counts,
// and the sums are right.

using namespace roofline;
using namespace roofline::literals;

namespace {

double bytes_of_bf16(std::int64_t values) { return 2 * static_cast<double>(values); }

/// Whether every rank holds the sum over ranks in these parts.
bool holds_sums(const oracle::network& n, const oracle::network& before, bool only_own_part) {
    for (int r = 0; r < n.ranks(); ++r) {
        const oracle::part p = only_own_part ? oracle::part_of(n, r, n.ranks()) : oracle::part{0, n.memory[0].size()};
        for (std::size_t i = p.first; i < p.last; ++i) {
            double sum = 0;
            for (int other = 0; other < n.ranks(); ++other) sum += before.memory[static_cast<std::size_t>(other)][i];
            if (n.memory[static_cast<std::size_t>(r)][i] != sum) return false;
        }
    }
    return true;
}

template<class... Algorithm>
void check_all_reduce(void (*run)(oracle::network&), Algorithm... algorithm) {
    for (int ranks = 1; ranks <= 17; ++ranks) {
        CAPTURE(ranks);
        const std::int64_t elements = 6 * ranks;
        oracle::network n(ranks, elements);
        const oracle::network before = n;
        run(n);
        CHECK(holds_sums(n, before, false));
        const auto op = all_reduce<scale_up>(tensor<bf16, dyn>{elements}, roofline::ranks<dyn>(ranks), algorithm...);
        CHECK(n.most_sent() == n.most_received());
        CHECK(demand_on<interconnect<scale_up>>(op).value() == bytes_of_bf16(n.most_sent()));
        CHECK(work(op).value() == static_cast<double>(n.most_added()));
        CHECK(demand_on<interconnect<scale_up>>(all_reduce<scale_up>(
                  tensor<bf16, dyn>{elements}, roofline::ranks<dyn>(ranks))) <= demand_on<interconnect<scale_up>>(op));
    }
}

}  // namespace

TEST_CASE("an all_reduce sends and adds what its algorithm does") {
    check_all_reduce(oracle::ring_all_reduce, ring);
    check_all_reduce(oracle::one_shot_all_reduce, one_shot);
    check_all_reduce(oracle::tree_all_reduce, tree);
    check_all_reduce(oracle::in_switch_all_reduce, in_switch);
}

TEST_CASE("the ring has one link busy, the one shot all of them evenly") {
    oracle::network around(8, 48);
    oracle::ring_all_reduce(around);
    CHECK(around.most_over_a_link() == around.most_sent());
    oracle::network direct(8, 48);
    oracle::one_shot_all_reduce(direct);
    CHECK(7 * direct.most_over_a_link() == direct.most_sent());
}

TEST_CASE("all_gather, reduce_scatter, all_to_all and broadcast send what ranks do") {
    for (int n = 1; n <= 9; ++n) {
        CAPTURE(n);
        const std::int64_t elements = 4 * n;
        const oracle::network before(n, elements);
        {
            oracle::network net = before;
            oracle::ring_all_gather(net);
            for (int r = 0; r < n; ++r)
                for (int p = 0; p < n; ++p) {
                    const auto at = oracle::part_of(net, p, n).first;
                    CHECK(net.memory[static_cast<std::size_t>(r)][at] == before.memory[static_cast<std::size_t>(p)][at]);
                }
            const auto op = all_gather<scale_up>(tensor<bf16, dyn, 4>{1}, ranks<dyn>(n));
            CHECK(demand_on<interconnect<scale_up>>(op).value() == bytes_of_bf16(net.most_sent()));
            CHECK(net.most_received() == net.most_sent());
        }
        {
            oracle::network net = before;
            oracle::ring_reduce_scatter(net);
            CHECK(holds_sums(net, before, true));
            const auto op = reduce_scatter<scale_up>(tensor<bf16, dyn, 4>{n}, ranks<dyn>(n));
            CHECK(demand_on<interconnect<scale_up>>(op).value() == bytes_of_bf16(net.most_sent()));
            CHECK(work(op).value() == static_cast<double>(net.most_added()));
        }
        {
            oracle::network net = before;
            oracle::all_to_all(net);
            for (int r = 0; r < n; ++r)
                for (int p = 0; p < n; ++p)
                    CHECK(net.memory[static_cast<std::size_t>(r)][oracle::part_of(net, p, n).first] ==
                          before.memory[static_cast<std::size_t>(p)][oracle::part_of(net, r, n).first]);
            const auto op = all_to_all<scale_up>(tensor<bf16, dyn, 4>{n}, ranks<dyn>(n));
            CHECK(demand_on<interconnect<scale_up>>(op).value() == bytes_of_bf16(net.most_sent()));
        }
        {
            oracle::network net = before;
            oracle::chain_broadcast(net);
            for (int r = 0; r < n; ++r) CHECK(net.memory[static_cast<std::size_t>(r)] == before.memory[0]);
            const auto op = broadcast<scale_up>(tensor<bf16, dyn>{elements}, ranks<dyn>(n));
            CHECK(demand_on<interconnect<scale_up>>(op).value() == bytes_of_bf16(net.most_sent()));
        }
    }
}
