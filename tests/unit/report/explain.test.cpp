// SPDX-License-Identifier: BSL-1.0
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/report/explain.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

namespace {

constexpr auto npu = machine<"NPU">(
    ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("table 1")),
    ceiling<matrix_math<fp8>>(200_TFLOPS, measured("stress kernel")),
    ceiling<vector_math<fp32>>(10_TFLOPS, datasheet("table 2")), unpublished<special_math<special::exp2>>(),
    ceiling<memory<dram>>(1_TBps, datasheet("table 3")), capacity<memory<llc>>(10_MB, datasheet("table 3")));

constexpr auto mixed = op(demand<matrix_math<bf16>>(1_GFLOP), demand<matrix_math<fp8>>(4_GFLOP, 2_GFLOP),
                          demand<special_math<special::exp2>>(1_MFLOP), demand<memory<dram>>(12_MB, 3_MB));
constexpr auto norm = op(demand<vector_math<fp32>>(10_MFLOP), demand<memory<dram>>(5_MB, 5_MB));

struct widgets {
    static constexpr std::string_view name = "widgets";
    static constexpr resource_kind kind = resource_kind::other;
    using demand_type = units::work;
    using rate_type = units::performance;
};

bool holds(const document& d, std::string_view text) { return terminal(d, 1000).find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the derivation of one kernel: an engine shared, padding, a resource without a rate") {
    CHECK(terminal(explain(mixed, npu, cold, "mixed")) ==
          R"(mixed on NPU
============

Each demand is divided by its ceiling. Resources of one engine add their times; engines run side by side, so that the
longest time is a lower bound.

Assumed of the caches: cold, that is, nothing is in cache at the start, and every result reaches dram.

resource             demand  of which                    / ceiling  = time  FLOP/B  ridge
─────────────────────────────────────────────────────────────────────────────────────────
matrix_math<bf16>   1 GFLOP                            100 TFLOP/s   10 us   66.67    100
matrix_math<fp8>    6 GFLOP  2 GFLOP of it padding     200 TFLOP/s   30 us     400    200
special_math<exp2>  1 MFLOP                            unpublished
memory<dram>          15 MB  12 MB read, 3 MB written       1 TB/s   15 us

matrix_math<bf16> and matrix_math<fp8> share an engine, so their times add up: 10 us + 30 us = 40 us. The longest of
them names the bound.

The bound is the longest time: matrix_math<bf16> and matrix_math<fp8>, 40 us.

Ridge point of matrix_math<fp8> over memory<dram>: 200 TFLOP/s / 1 TB/s = 200 FLOP/B. This step has 6 GFLOP / 15 MB =
400 FLOP/B: above the ridge, and the operations take longer.


The answer
----------

Time at least 40 us; matrix_math<fp8> binds. Attainable: 5 GFLOP / 40 us = 125.0 TFLOP/s, which keeps the compute engine
100 % busy. Intensity: 5 GFLOP / 15 MB = 333.3 FLOP/B.

Unpublished on NPU, so that it limits nothing here: special_math<exp2>. The true bound may be higher.


Where the ceilings are from
---------------------------

ceiling                   rate  known from  source
─────────────────────────────────────────────────────────
matrix_math<bf16>  100 TFLOP/s  datasheet   table 1
matrix_math<fp8>   200 TFLOP/s  measured    stress kernel
memory<dram>            1 TB/s  datasheet   table 3
)");
}

TEST_CASE("a composite is explained step by step, and the steps add up") {
    const document d = explain(sequence(mixed, repeat(norm, 4)), npu);
    CHECK(terminal(d).starts_with("The operator on NPU\n===================\n"));
    CHECK(holds(d, "\nStep 1 of 2\n"));
    CHECK(holds(d, "\nStep 2 of 2, launched 4 times\n"));
    CHECK(holds(d, R"(
step  bound by                                one launch  launches   time  share
────────────────────────────────────────────────────────────────────────────────
   1  matrix_math<bf16> and matrix_math<fp8>       40 us         1  40 us   50 %
   2  memory<dram>                                 10 us         4  40 us   50 %
)"));
    CHECK(holds(d, "Time at least 80 us; matrix_math<fp8> binds the largest share of it."));
    CHECK(holds(d, "below the ridge, and the bytes take longer."));
}

TEST_CASE("under any_cache what is left of the bytes is shown beside the demand") {
    const document d = explain(mixed, npu, any_cache);
    CHECK(holds(d, "Assumed of the caches: any_cache, that is, "));
    CHECK(holds(d, "The last-level cache holds 10 MB."));
    CHECK(holds(d, "memory<dram>          15 MB  12 MB read, 3 MB written             2 MB       1 TB/s    2 us"));
    CHECK(holds(d, "This step has 6 GFLOP / 2 MB = 3000 FLOP/B"));
    CHECK(holds(d, "Intensity: 5 GFLOP / 15 MB = 333.3 FLOP/B."));
}

TEST_CASE("what is resident is shown beside the demand, typed and flat") {
    constexpr tensor<bf16, 1000, 1000> w;
    constexpr auto y = matmul(tensor<bf16, 500, 1000>{}, w);  // (500,1000) x (1000,1000) -> (500,1000)
    const document d = explain(y, npu, resident(w));
    CHECK(holds(d, "Assumed of the caches: resident, that is, "));
    CHECK(holds(d, "memory<dram>          4 MB  3 MB read, 1 MB written            2 MB       1 TB/s    2 us"));
    CHECK(terminal(explain(y, any_machine(npu), resident(w))) == terminal(d));
}

TEST_CASE("at the ridge both take equally long, and compute binds") {
    constexpr auto balanced = op(demand<matrix_math<bf16>>(100_MFLOP), demand<memory<dram>>(1_MB));
    const document d = explain(balanced, npu);
    CHECK(holds(d, "The bound is the longest time: matrix_math<bf16>, 1 us."));
    CHECK(holds(d, "at the ridge, where both take equally long."));
    CHECK(holds(d, "Time at least 1 us; matrix_math<bf16> binds."));
    CHECK(holds(d, "Every resource that is demanded has a published ceiling."));
}

TEST_CASE("an operator without compute, or without demands, has no ridge and no intensity") {
    const document copy = explain(op(demand<memory<dram>>(1_MB)), npu);
    CHECK(holds(copy, "Time at least 1 us; memory<dram> binds.\n"));
    CHECK(!holds(copy, "Ridge"));
    const document nothing = explain(op(demand<vector_math<fp32>>(0_FLOP), demand<memory<dram>>(0_B)), npu);
    CHECK(holds(nothing, "Time at least 0 s; vector_math<fp32> binds.\n"));
}

TEST_CASE("what is known at run time only is explained in the same words") {
    const std::string expected = terminal(explain(mixed, npu, any_cache));
    CHECK(terminal(explain(any_operator(mixed), npu, any_cache)) == expected);
    CHECK(terminal(explain(mixed, any_machine(npu), any_cache)) == expected);
    const auto y = matmul(tensor<bf16, dyn, 512>{64}, tensor<bf16, 512, 256>{}, out<bf16>);
    const auto z = matmul(tensor<bf16, 64, 512>{}, tensor<bf16, 512, 256>{}, out<bf16>);
    CHECK(terminal(explain(y, npu)) == terminal(explain(z, npu)));
}

TEST_CASE("what place() refuses is refused in its words") {
    constexpr auto absent = op(demand<matrix_math<fp4>>(1_GFLOP), demand<memory<dram>>(1_MB));
    CHECK_THROWS_WITH_AS(explain(any_operator(absent), npu),
                         "NPU publishes no ceiling for matrix_math<fp4>; it publishes matrix_math: bf16 fp8",
                         unsupported);
}

TEST_CASE("links, power and a resource of one's own have their units, or none") {
    constexpr auto node = machine<"node">(ceiling<interconnect<scale_up>>(100_GBps, datasheet("a")),
                                          ceiling<board_power>(700_W, datasheet("b")),
                                          ceiling<widgets>(units::performance::from_value(4), datasheet("c")));
    const document d =
        explain(op(demand<interconnect<scale_up>>(1_MB), demand<board_power>(7_J), demand<widgets>(8_FLOP)), node);
    CHECK(holds(d, "interconnect<scale_up>    1 MB             100 GB/s   10 us"));
    CHECK(holds(d, "board_power                7 J                700 W   10 ms"));
    CHECK(holds(d, "widgets                      8                    4     2 s"));
}

TEST_CASE("the same as Markdown") {
    const std::string text = markdown(explain(mixed, npu, cold, "mixed"));
    CHECK(text.starts_with("# mixed on NPU\n\nEach demand is divided by its ceiling."));
    CHECK(text.find("\n## The answer\n\nTime at least 40 us; matrix_math\\<fp8\\> binds.") != std::string::npos);
    CHECK(text.find("\n| memory\\<dram\\>       |   15 MB | 12 MB read, 3 MB written") != std::string::npos);
}
