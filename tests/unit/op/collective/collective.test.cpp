// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/hardware/b200.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/hardware/mi300x.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/op/composition.hpp>
#include <roofline/op/product/matmul.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr tensor<bf16, 64, 8192> x;
constexpr auto size = footprint(x);

template<class Op>
constexpr units::traffic link(const Op& op) {
    return demand_on<interconnect<scale_up>>(op);
}

}  // namespace

TEST_CASE("an all_reduce is bounded by its bytes, and costs more by name") {
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<8>)) == size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<8>, ring)) == 2 * 7.0 / 8 * size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<8>, one_shot)) == 7 * size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<8>, tree)) == 2 * size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<8>, in_switch)) == 9.0 / 8 * size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<2>, tree)) == size);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<3>, tree)) == 1.5 * size);
    STATIC_CHECK(work(all_reduce<scale_up>(x, ranks<8>)) == 7.0 / 8 * 64 * 8192 * 1_FLOP);
    STATIC_CHECK(work(all_reduce<scale_up>(x, ranks<8>, one_shot)) == 7 * 64 * 8192 * 1_FLOP);
    STATIC_CHECK(demand_on<vector_math<fp32>>(all_reduce<scale_up>(x, ranks<8>, in_switch)) == 0_FLOP);
    STATIC_CHECK(demand_on<vector_math<bf16>>(all_reduce<scale_up>(x, ranks<8>, math<bf16>)) ==
                 7.0 / 8 * 64 * 8192 * 1_FLOP);
    STATIC_CHECK(traffic(all_reduce<scale_up>(x, ranks<8>)) == 2 * size);
    STATIC_CHECK(std::is_same_v<decltype(all_reduce<scale_up>(x, ranks<8>).result()), tensor<bf16, 64, 8192>>);
}

TEST_CASE("one rank moves nothing") {
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<1>)) == 0_B);
    STATIC_CHECK(link(all_reduce<scale_up>(x, ranks<1>, in_switch)) == 0_B);
    STATIC_CHECK(work(all_reduce<scale_up>(x, ranks<1>, one_shot)) == 0_FLOP);
    STATIC_CHECK(traffic(all_reduce<scale_up>(x, ranks<1>)) == 0_B);
    STATIC_CHECK(traffic(all_gather<scale_up>(x, ranks<1>)) == 0_B);
    STATIC_CHECK(traffic(reduce_scatter<scale_up>(x, ranks<1>)) == 0_B);
    STATIC_CHECK(traffic(all_to_all<scale_up>(x, ranks<1>)) == 0_B);
    STATIC_CHECK(link(broadcast<scale_up>(x, ranks<1>)) == 0_B);
}

TEST_CASE("shards: gathered, summed, exchanged") {
    constexpr auto gathered = all_gather<scale_up>(x, ranks<8>);  // (64,8192) -> (512,8192)
    STATIC_CHECK(std::is_same_v<decltype(gathered.result()), tensor<bf16, 512, 8192>>);
    STATIC_CHECK(link(gathered) == 7.0 / 8 * footprint(gathered.result()));
    STATIC_CHECK(traffic(gathered) == 9 * size);
    constexpr auto summed = reduce_scatter<scale_up>(x, ranks<8>);  // (64,8192) -> (8,8192)
    STATIC_CHECK(std::is_same_v<decltype(summed.result()), tensor<bf16, 8, 8192>>);
    STATIC_CHECK(link(summed) == 7.0 / 8 * size);
    STATIC_CHECK(work(summed) == 7.0 / 8 * 64 * 8192 * 1_FLOP);
    STATIC_CHECK(traffic(summed) == 1.125 * size);
    constexpr auto exchanged = all_to_all<scale_up>(x, ranks<8>);
    STATIC_CHECK(link(exchanged) == 7.0 / 8 * size);
    STATIC_CHECK(traffic(exchanged) == 2 * size);
    // A ring is the two one after the other.
    STATIC_CHECK(link(sequence(summed, all_gather<scale_up>(summed.result(), ranks<8>))) ==
                 link(all_reduce<scale_up>(x, ranks<8>, ring)));
}

TEST_CASE("from one to another, and to all") {
    STATIC_CHECK(demand_on<interconnect<host>>(send<host>(x)) == size);
    STATIC_CHECK(traffic(send<host>(x)) == size);
    STATIC_CHECK(demand_on<interconnect<scale_out>>(broadcast<scale_out>(x, ranks<16>)) == size);
    STATIC_CHECK(link(send<scale_up>(tensor<nvfp4, 4, 32>{})) == footprint(tensor<nvfp4, 4, 32>{}));
}

TEST_CASE("extents and ranks known at run time cost what their static twins do") {
    constexpr tensor<bf16, dyn, 8192> y{64};
    STATIC_CHECK(link(all_reduce<scale_up>(y, ranks<dyn>(8), ring)) == link(all_reduce<scale_up>(x, ranks<8>, ring)));
    STATIC_CHECK(work(any_operator(all_reduce<scale_up>(y, ranks<8>))) == work(all_reduce<scale_up>(x, ranks<8>)));
    constexpr auto gathered = all_gather<scale_up>(x, ranks<dyn>(8));
    STATIC_CHECK(std::is_same_v<decltype(gathered.result()), tensor<bf16, dyn, 8192>>);
    STATIC_CHECK(elements(gathered.result()) == 512 * 8192);
    STATIC_CHECK(traffic(reduce_scatter<scale_up>(y, ranks<8>)) == traffic(reduce_scatter<scale_up>(x, ranks<8>)));
    STATIC_CHECK(link(all_to_all<scale_up>(y, ranks<dyn>(8))) == link(all_to_all<scale_up>(x, ranks<8>)));
    STATIC_CHECK(link(broadcast<scale_up>(y, ranks<dyn>(8))) == size);
    STATIC_CHECK(link(send<scale_up>(y)) == size);
}

TEST_CASE("the link binds, and takes bytes by its rate") {
    STATIC_CHECK(bound_by<interconnect<scale_up>>(all_reduce<scale_up>(x, ranks<8>), hw::b200));
    STATIC_CHECK(min_time(all_reduce<scale_up>(x, ranks<8>), hw::b200) == size / 900_GBps);
    STATIC_CHECK(bound_by<interconnect<host>>(send<host>(x), any_machine(hw::h100_sxm)));
    // A pair of MI300X has one link of seven; through a switch a pair has all.
    STATIC_CHECK(min_time(send<peer<scale_up>>(x), hw::mi300x) == size / 64_GBps);
    STATIC_CHECK(min_time(all_reduce<peer<scale_up>>(x, ranks<8>, ring), hw::mi300x) == 1.75 * size / 64_GBps);
    STATIC_CHECK(!placeable<decltype(send<peer<scale_up>>(x)), decltype(hw::h100_sxm)>);
    CHECK_THROWS_WITH_AS(
        min_time(send<peer<scale_up>>(x), any_machine(hw::h100_sxm)),
        "H100 SXM publishes no ceiling for interconnect<peer<scale_up>>; it publishes interconnect: scale_up host",
        unsupported);
}

TEST_CASE("a collective composes like any operator") {
    constexpr auto partial = matmul(tensor<bf16, 64, 1024>{}, tensor<bf16, 1024, 8192>{});
    constexpr auto sum = all_reduce<scale_up>(partial.result(), ranks<8>);
    STATIC_CHECK(min_time(sequence(partial, sum), hw::b200) == min_time(partial, hw::b200) + min_time(sum, hw::b200));
    STATIC_CHECK(traffic(fuse(partial, sum)) == traffic(partial) + traffic(sum) - 2 * footprint(partial.result()));
    STATIC_CHECK(min_time(overlap(partial, sum), hw::b200) <= min_time(sequence(partial, sum), hw::b200));
}

TEST_CASE("ranks that do not fit are refused in the words of the compiler") {
    CHECK_THROWS_WITH_AS(all_reduce<scale_up>(x, ranks<dyn>(0)), "ranks is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(all_gather<scale_up>(x, ranks<dyn>(-1)), "ranks is -1 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(broadcast<scale_up>(x, ranks<dyn>(0)), "ranks is 0 and must be at least 1", shape_error);
    CHECK_THROWS_WITH_AS(reduce_scatter<scale_up>(x, ranks<dyn>(7)),
                         "reduce_scatter of (64,8192) over 7 ranks: the first extent must be a multiple of the ranks",
                         shape_error);
    CHECK_THROWS_WITH_AS(all_to_all<scale_up>(tensor<bf16, dyn>{10}, ranks<4>),
                         "all_to_all of (10) over 4 ranks: the first extent must be a multiple of the ranks", shape_error);
    CHECK_THROWS_WITH_AS(all_gather<scale_up>(x, ranks<dyn>(std::int64_t{1} << 40)),
                         "all_gather of (64,8192) over 1099511627776 ranks: the result has more than 2^53 elements",
                         shape_error);
    STATIC_CHECK(detail::static_uneven_fault<"all_to_all", tensor<bf16, 10>, 4>::value.view() ==
                 "all_to_all of (10) over 4 ranks: the first extent must be a multiple of the ranks");
    STATIC_CHECK(elements(all_gather<scale_up>(tensor<fp8, 1>{}, ranks<dyn>(max_elements)).result()) == max_elements);
}
