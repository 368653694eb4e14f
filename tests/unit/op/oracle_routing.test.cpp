// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/experts.hpp"
#include "oracle/formats.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/op/experts.hpp>

#include <bit>
#include <cstdint>
#include <set>
#include <vector>

// Routers, grouped products, permutations and combines against loop nests that count what they do.

using namespace roofline;
using oracle::format_of;

namespace {

template<class Op>
amount dram_of(const Op& op) {
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<memory<dram>>) return entry.amount;
    return {};
}
template<class Op>
void check_traffic(const Op& op, const oracle::observed& seen) {
    CHECK(dram_of(op).read() == seen.bytes_read());
    CHECK(dram_of(op).written() == seen.bytes_written());
}
template<class Op>
void check_router(const Op& op, const oracle::observed& seen) {
    CHECK(demand_on<vector_math<fp32>>(op).value() == static_cast<double>(seen.operations.plain()));
    CHECK(demand_on<special_math<special::exp2>>(op).value() == static_cast<double>(seen.operations.exp2));
    CHECK(demand_on<special_math<special::reciprocal>>(op).value() == static_cast<double>(seen.operations.reciprocal));
    check_traffic(op, seen);
}

struct extents {
    std::int64_t e, k, n;
};
constexpr extents weights[] = {{1, 1, 1}, {2, 7, 1}, {3, 16, 5}, {5, 33, 16}, {3, 129, 130}, {7, 32, 2}, {2, 128, 3}};

/// Rows 0, 1, 2, ... of the groups in a repeating pattern in which some are empty.
std::vector<std::int64_t> sizes_of(std::int64_t e, std::int64_t seed) {
    std::vector<std::int64_t> sizes;
    for (std::int64_t g = 0; g < e; ++g) sizes.push_back((g * 5 + seed) % 4);
    if (seed % 4 == 0) sizes.front() = 3;
    return sizes;
}

template<class X, class W, class Y, class Math, class... Options>
void by_sizes(const Options&... options) {
    for (const auto [e, k, n] : weights)
        for (std::int64_t seed = 0; seed < 4; ++seed) {
            const auto sizes = sizes_of(e, seed);
            std::vector<std::int64_t> rows;
            for (std::int64_t g = 0; g < e; ++g)
                for (std::int64_t i = 0; i < sizes[static_cast<std::size_t>(g)]; ++i) rows.push_back(g);
            if (rows.empty()) continue;
            CAPTURE(e);
            CAPTURE(k);
            CAPTURE(n);
            CAPTURE(seed);
            const auto seen = oracle::grouped_matmul(format_of<X>, format_of<W>, format_of<Y>, rows, e, k, n);
            const auto op = grouped_matmul(tensor<X, dyn, dyn>{rows.size(), k}, tensor<W, dyn, dyn, dyn>{e, k, n},
                                           group_sizes(sizes), options...);
            CHECK(demand_on<matrix_math<Math>>(op).value() == static_cast<double>(seen.operations.plain()));
            CHECK(work(op).value() == static_cast<double>(seen.operations.plain()));
            check_traffic(op, seen);
        }
}

/// Token t goes to k experts: the same ones for all (stride 0), or the next ones.
std::vector<std::int64_t> route(std::int64_t tokens, std::int64_t e, std::int64_t k, std::int64_t stride) {
    std::vector<std::int64_t> rows;
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t j = 0; j < k; ++j) rows.push_back((t * stride + j) % e);
    return rows;
}

template<class X, class W, class Y, class... Options>
void by_route(const Options&... options) {
    constexpr std::int64_t k = 17, n = 6;
    for (const std::int64_t e : {1, 2, 5, 8})
        for (const std::int64_t top : {1, 2, 5})
            for (const std::int64_t tokens : {1, 2, 3, 7}) {
                if (top > e) continue;
                CAPTURE(e);
                CAPTURE(top);
                CAPTURE(tokens);
                const tensor<X, dyn, k> x{tokens * top};
                const tensor<W, dyn, k, n> w{e};
                for (const std::int64_t stride : {std::int64_t{0}, std::int64_t{1}, top}) {
                    const auto rows = route(tokens, e, top, stride);
                    const auto distinct = std::set<std::int64_t>(rows.begin(), rows.end()).size();
                    const auto seen = oracle::grouped_matmul(format_of<X>, format_of<W>, format_of<Y>, rows, e, k, n);
                    check_traffic(grouped_matmul(x, w, top_k<dyn>(top),
                                                 distinct_experts::given<dyn>(static_cast<std::int64_t>(distinct)),
                                                 options...),
                                  seen);
                    if (stride == 0)
                        check_traffic(grouped_matmul(x, w, top_k<dyn>(top), distinct_experts::fewest, options...),
                                      seen);
                    if (stride == top)
                        check_traffic(grouped_matmul(x, w, top_k<dyn>(top), distinct_experts::most, options...), seen);
                }
            }
}

/// The mean number of distinct experts over all ways in which the tokens can choose.
double mean_distinct(std::int64_t e, std::int64_t k, std::int64_t tokens) {
    std::vector<unsigned> choices;
    for (unsigned set = 0; set < (1U << e); ++set)
        if (std::popcount(set) == k) choices.push_back(set);
    double sum = 0, count = 0;
    const auto walk = [&](const auto& self, std::int64_t left, unsigned seen) -> void {
        if (left == 0) {
            sum += std::popcount(seen);
            count += 1;
            return;
        }
        for (const unsigned choice : choices) self(self, left - 1, seen | choice);
    };
    walk(walk, tokens, 0);
    return sum / count;
}

}  // namespace

TEST_CASE("a grouped matmul of given group sizes costs what its loops do") {
    by_sizes<bf16, bf16, bf16, bf16>();
    by_sizes<bf16, bf16, fp32, bf16>(out<fp32>);
    by_sizes<fp8_tile128, fp8_block128, bf16, fp8>(out<bf16>);
    by_sizes<nvfp4, nvfp4, bf16, fp4>(out<bf16>);
    by_sizes<bf16, int4_g128, bf16, bf16>();
    by_sizes<mxfp4, mxfp4, mxfp4, fp4>();
    by_sizes<fp8_per_row, fp8_per_row, bf16, fp8>(out<bf16>);
}

TEST_CASE("a routed grouped matmul costs what its loops do") {
    by_route<bf16, bf16, bf16>();
    by_route<nvfp4, nvfp4, bf16>(out<bf16>);
    by_route<fp8_tile128, fp8_block128, bf16>(out<bf16>);
    by_route<bf16, int4_g128, bf16>();
}

TEST_CASE("the expected number of distinct experts is the mean over all choices") {
    for (const std::int64_t e : {1, 2, 3, 4, 5})
        for (std::int64_t k = 1; k <= e; ++k)
            for (const std::int64_t tokens : {1, 2, 3, 4}) {
                CAPTURE(e);
                CAPTURE(k);
                CAPTURE(tokens);
                CHECK(distinct_experts::expected_uniform(e, k, tokens) ==
                      doctest::Approx(mean_distinct(e, k, tokens)).epsilon(1e-12));
            }
}

TEST_CASE("a router costs what its loops do") {
    for (const std::int64_t tokens : {1, 3})
        for (const std::int64_t e : {1, 2, 7, 16, 33})
            for (const std::int64_t k : {1, 2, 5}) {
                if (k > e) continue;
                CAPTURE(tokens);
                CAPTURE(e);
                CAPTURE(k);
                const tensor<fp32, dyn, dyn> x{tokens, e};
                const tensor<nvfp4, dyn, dyn> narrow{tokens, e};
                using namespace oracle;
                check_router(top_k_softmax(x, roofline::top_k<dyn>(k)),
                             oracle::top_k(softmax_row, format_of<fp32>, format_of<fp32>, tokens, e, k, false));
                check_router(top_k_softmax(narrow, roofline::top_k<dyn>(k), renormalized, out<bf16>),
                             oracle::top_k(softmax_row, format_of<nvfp4>, format_of<bf16>, tokens, e, k, true));
                check_router(top_k_sigmoid(x, roofline::top_k<dyn>(k)),
                             oracle::top_k(sigmoid_row, format_of<fp32>, format_of<fp32>, tokens, e, k, false));
                check_router(top_k_sigmoid(narrow, renormalized, roofline::top_k<dyn>(k)),
                             oracle::top_k(sigmoid_row, format_of<nvfp4>, format_of<fp32>, tokens, e, k, true));
            }
    check_router(top_k_softmax(tensor<bf16, 3, 33>{}, roofline::top_k<5>),
                 oracle::top_k(oracle::softmax_row, format_of<bf16>, format_of<fp32>, 3, 33, 5, false));
}

TEST_CASE("a router over groups costs what its loops do") {
    for (const std::int64_t tokens : {1, 3})
        for (const std::int64_t groups : {1, 2, 3, 8})
            for (const std::int64_t size : {2, 3, 8})
                for (const std::int64_t kept : {1, 2, 4})
                    for (const std::int64_t k : {1, 2, 5, 8}) {
                        if (kept > groups || k > kept * size) continue;
                        CAPTURE(tokens);
                        CAPTURE(groups);
                        CAPTURE(size);
                        CAPTURE(kept);
                        CAPTURE(k);
                        const std::int64_t e = groups * size;
                        check_router(grouped_top_k(tensor<bf16, dyn, dyn>{tokens, e}, tensor<fp32, dyn>{e},
                                                   top_k<dyn>(k), expert_groups<dyn>(groups), kept_groups<dyn>(kept)),
                                     oracle::grouped_top_k(format_of<bf16>, format_of<fp32>, format_of<fp32>, tokens, e,
                                                           k, groups, kept));
                    }
    check_router(grouped_top_k(tensor<fp32, 5, 256>{}, tensor<fp32, 256>{}, top_k<8>, expert_groups<8>, kept_groups<4>),
                 oracle::grouped_top_k(format_of<fp32>, format_of<fp32>, format_of<fp32>, 5, 256, 8, 8, 4));
}

TEST_CASE("permute and combine cost what their loops do") {
    for (const std::int64_t tokens : {1, 2, 7, 129})
        for (const std::int64_t k : {1, 2, 3})
            for (const std::int64_t h : {1, 17, 130}) {
                CAPTURE(tokens);
                CAPTURE(k);
                CAPTURE(h);
                const auto check = [&](const auto& op, const oracle::observed& seen) {
                    CHECK(work(op).value() == static_cast<double>(seen.operations.plain()));
                    check_traffic(op, seen);
                };
                check(permute(tensor<bf16, dyn, dyn>{tokens, h}, top_k<dyn>(k)),
                      oracle::permute(format_of<bf16>, tokens, k, h));
                check(permute(tensor<fp8_tile128, dyn, dyn>{tokens, h}, top_k<dyn>(k)),
                      oracle::permute(format_of<fp8_tile128>, tokens, k, h));
                check(permute(tensor<nvfp4, dyn, dyn>{tokens, h}, top_k<dyn>(k)),
                      oracle::permute(format_of<nvfp4>, tokens, k, h));
                check(combine(tensor<bf16, dyn, dyn>{tokens * k, h}, tensor<fp32, dyn, dyn>{tokens, k}),
                      oracle::combine(format_of<bf16>, format_of<fp32>, format_of<bf16>, tokens, k, h));
                check(combine(tensor<nvfp4, dyn, dyn>{tokens * k, h}, tensor<bf16, dyn, dyn>{tokens, k},
                              out<fp8_tile128>),
                      oracle::combine(format_of<nvfp4>, format_of<bf16>, format_of<fp8_tile128>, tokens, k, h));
            }
}
