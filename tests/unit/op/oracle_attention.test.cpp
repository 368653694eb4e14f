// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/attention.hpp"
#include "oracle/formats.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/op/attention.hpp>

#include <cstdint>
#include <vector>

// The library's formulas against loop nests that count what they do. Nothing may differ, not by a bit.

using namespace roofline;

namespace {

using oracle::format_of;
using oracle::heads;

double number(std::int64_t n) { return static_cast<double>(n); }

/// Read and written bytes over all steps.
template<class Op>
amount amount_of(const Op& op, const resource& what) {
    amount sum;
    for (const auto& entry : any_operator(op))
        if (*entry.what == what) sum = sum + entry.amount;
    return sum;
}

template<class Math, class Op>
void check(const Op& op, const oracle::attention_seen& seen) {
    CHECK(demand_on<matrix_math<Math>>(op).value() == number(seen.products.plain()));
    CHECK(work(op) == demand_on<matrix_math<Math>>(op));
    CHECK(seen.products.multiplications == seen.products.additions);
    CHECK(demand_on<vector_math<fp32>>(op).value() == number(seen.softmax.plain()));
    CHECK(demand_on<special_math<special::exp2>>(op).value() == number(seen.softmax.exp2));
    CHECK(demand_on<special_math<special::reciprocal>>(op).value() == number(seen.softmax.reciprocal));
    const amount moved = amount_of(op, resource_of<memory<dram>>);
    CHECK(moved.read() * 8 == number(seen.read));
    CHECK(moved.written() * 8 == number(seen.written));
}

// Ones, primes, grouped heads, values of another size, more keys than queries and as many.
constexpr heads cases[] = {{1, 1, 1, 1, 1, 1, 1},  {1, 1, 7, 1, 1, 3, 2},  {2, 1, 5, 4, 2, 16, 8}, {1, 5, 5, 2, 2, 3, 3},
                           {1, 3, 8, 6, 2, 5, 17}, {3, 2, 3, 3, 1, 2, 33}, {1, 7, 11, 4, 4, 4, 1}, {2, 4, 4, 2, 1, 17, 32}};

template<class T, class U = T, class V = U>
struct operands {
    tensor<T, dyn, dyn, dyn, dyn> q;
    tensor<U, dyn, dyn, dyn, dyn> k;
    tensor<V, dyn, dyn, dyn, dyn> v;
    explicit operands(const heads& x) : q{x.b, x.s, x.n, x.d}, k{x.b, x.S, x.g, x.d}, v{x.b, x.S, x.g, x.e} {}
};

template<class T, class U, class V, class O, class Math, class... Options>
void sweep(const Options&... options) {
    const oracle::formats f{format_of<T>, format_of<U>, format_of<V>, format_of<O>};
    for (const heads& x : cases) {
        CAPTURE(x.b);
        CAPTURE(x.s);
        CAPTURE(x.S);
        CAPTURE(x.n);
        CAPTURE(x.e);
        const operands<T, U, V> in(x);
        check<Math>(attention(in.q, in.k, in.v, options...), oracle::attention(f, x, oracle::all_keys()));
        check<Math>(attention(in.q, in.k, in.v, causal, options...), oracle::attention(f, x, oracle::earlier_keys(x)));
        for (const std::int64_t w : {1, 2, 4, 6, 100})
            check<Math>(attention(in.q, in.k, in.v, window<dyn>(w), options...),
                        oracle::attention(f, x, oracle::recent_keys(x, w)));
    }
}

/// All trees of up to four candidates, and some of more.
std::vector<std::vector<std::int64_t>> trees() {
    std::vector<std::vector<std::int64_t>> all{{}};
    std::vector<std::vector<std::int64_t>> found;
    for (std::int64_t size = 1; size <= 4; ++size) {
        std::vector<std::vector<std::int64_t>> larger;
        for (const auto& tree : all)
            for (std::int64_t parent = -1; parent < size - 1; ++parent) {
                larger.push_back(tree);
                larger.back().push_back(parent);
            }
        found.insert(found.end(), larger.begin(), larger.end());
        all = larger;
    }
    found.push_back({-1, 0, 1, 2, 3, 4, 5});
    found.push_back({-1, -1, 0, 0, 1, 1, 2, 2, 5});
    return found;
}

}  // namespace

TEST_CASE("attention costs what its loops do, in plain formats") {
    sweep<bf16, bf16, bf16, bf16, bf16>();
    sweep<bf16, fp8_e4m3, fp8_e4m3, bf16, bf16>();
    sweep<fp16, i8, i4, fp32, fp16>(out<fp32>);
}

TEST_CASE("attention costs what its loops do, in block-scaled formats") {
    sweep<bf16, nvfp4, nvfp4, bf16, bf16>();
    sweep<fp8_tile128, fp8_tile128, mxfp4, bf16, fp8>(out<bf16>);
    sweep<fp8_per_row, fp8_per_row, int4_g128, fp8_tile128, fp8>(out<fp8_tile128>, math<fp8>);
}

TEST_CASE("three kernels cost what their loops do") {
    const oracle::formats f{format_of<bf16>, format_of<bf16>, format_of<bf16>, format_of<bf16>};
    for (const heads& x : cases) {
        CAPTURE(x.s);
        CAPTURE(x.S);
        const operands<bf16> in(x);
        check<bf16>(attention(in.q, in.k, in.v, materialized),
                    oracle::materialized_attention(f, format_of<bf16>, x, oracle::all_keys()));
        check<bf16>(attention(in.q, in.k, in.v, causal, materialized, score_format<fp32>),
                    oracle::materialized_attention(f, format_of<fp32>, x, oracle::earlier_keys(x)));
        check<bf16>(attention(in.q, in.k, in.v, window<2>, materialized, score_format<mxfp4>),
                    oracle::materialized_attention(f, format_of<mxfp4>, x, oracle::recent_keys(x, 2)));
    }
}

TEST_CASE("keys split among workers cost what their loops do, the combination included") {
    const oracle::formats f{format_of<bf16>, format_of<fp8_e4m3>, format_of<fp8_e4m3>, format_of<bf16>};
    for (const heads& x : cases)
        for (std::int64_t splits = 2; splits <= x.S; ++splits) {
            CAPTURE(x.S);
            CAPTURE(splits);
            const operands<bf16, fp8_e4m3> in(x);
            const auto op = attention(in.q, in.k, in.v, split_kv<dyn>(splits));
            const auto seen = oracle::split_attention(f, x, splits);
            check<bf16>(op, seen);
            CHECK(demand_on<special_math<special::log2>>(op).value() == number(seen.softmax.log2));
        }
}

TEST_CASE("a mask that is added costs one addition a pair and its own bytes") {
    const oracle::formats f{format_of<bf16>, format_of<bf16>, format_of<bf16>, format_of<bf16>};
    for (const heads& x : cases) {
        const operands<bf16> in(x);
        auto seen = oracle::attention(f, x, oracle::earlier_keys(x), true);
        seen.read += x.s * x.S * 32;
        check<bf16>(attention(in.q, in.k, in.v, additive_mask(tensor<fp32, dyn, dyn>{x.s, x.S}), causal), seen);
    }
}

TEST_CASE("keys that all sequences share are read once") {
    const oracle::formats f{format_of<bf16>, format_of<bf16>, format_of<nvfp4>, format_of<bf16>};
    for (const heads& x : cases)
        for (std::int64_t prefix = 0; prefix <= x.S; ++prefix) {
            CAPTURE(prefix);
            const operands<bf16, bf16, nvfp4> in(x);
            check<bf16>(attention(in.q, in.k, in.v, shared_prefix<dyn>(prefix)),
                        oracle::attention(f, x, oracle::all_keys(), false, prefix));
            if (prefix > x.S - x.s) continue;
            check<bf16>(attention(in.q, in.k, in.v, causal, shared_prefix<dyn>(prefix)),
                        oracle::attention(f, x, oracle::earlier_keys(x), false, prefix));
            for (const std::int64_t w : {1, 3})
                check<bf16>(attention(in.q, in.k, in.v, window<dyn>(w), shared_prefix<dyn>(prefix)),
                            oracle::attention(f, x, oracle::recent_keys(x, w), false, prefix));
        }
}

TEST_CASE("a paged cache is read page by page") {
    for (const heads& x : cases)
        for (const std::int64_t page : {1, 2, 3, 8})
            for (const std::int64_t prefix : {0, 2, 4})
                for (const std::int64_t w : {1, 3, 100}) {
                    if (prefix > x.S - x.s) continue;
                    const auto sees = oracle::recent_keys(x, w);
                    // Which page of which sequence is touched; a page that lies in the prefix belongs to sequence 0.
                    std::vector<bool> touched(static_cast<std::size_t>(x.b * x.S));
                    std::int64_t entries = 0;
                    for (std::int64_t b = 0; b < x.b; ++b) {
                        std::vector<bool> looked_up(static_cast<std::size_t>(x.S));
                        for (std::int64_t i = 0; i < x.s; ++i)
                            for (std::int64_t j = 0; j < x.S; ++j)
                                if (sees(i, j)) {
                                    const bool shared = (j / page + 1) * page <= prefix;
                                    touched[static_cast<std::size_t>((shared ? 0 : b * x.S) + j / page)] = true;
                                    looked_up[static_cast<std::size_t>(j / page)] = true;
                                }
                        for (const bool one : looked_up) entries += one;
                    }
                    std::int64_t pages = 0;
                    for (const bool one : touched) pages += one;
                    const operands<bf16> in(x);
                    const auto op =
                        attention(in.q, in.k, in.v, window<dyn>(w), paged<dyn>(page), shared_prefix<dyn>(prefix));
                    const double q_and_o = number(x.b * x.s * x.n * (x.d + x.e) * 2);
                    CHECK(traffic(op).value() == q_and_o + number(pages * page * x.g * (x.d + x.e) * 2 + entries * 4));
                }
}

TEST_CASE("a tree of candidates costs what its loops do") {
    const oracle::formats f{format_of<bf16>, format_of<bf16>, format_of<bf16>, format_of<bf16>};
    for (const auto& parents : trees())
        for (const std::int64_t cached : {0, 1, 6}) {
            const auto s = static_cast<std::int64_t>(parents.size());
            const heads x{2, s, cached + s, 4, 2, 3, 5};
            const operands<bf16> in(x);
            check<bf16>(verify(in.q, in.k, in.v, candidate_tree(parents)),
                        oracle::attention(f, x, oracle::ancestors(x, parents)));
            check<bf16>(verify(in.q, in.k, in.v), oracle::attention(f, x, oracle::earlier_keys(x)));
        }
}

TEST_CASE("latent attention costs what its loops do") {
    const auto check_latent = [](const auto& op, const oracle::attention_seen& seen) {
        CHECK(work(op).value() == number(seen.products.plain()));
        const amount moved = amount_of(op, resource_of<memory<dram>>);
        CHECK(moved.read() * 8 == number(seen.read));
        CHECK(moved.written() * 8 == number(seen.written));
    };
    for (const heads& x : cases) {
        const std::int64_t r = x.d, p = x.e;
        const auto expected = [&](const oracle::format& cache, const oracle::visible& sees) {
            return oracle::latent_attention(format_of<bf16>, cache, format_of<bf16>, x.b, x.s, x.S, x.n, r, p, sees);
        };
        const heads keys{x.b, x.s, x.S, x.n, 1, r + p, r};
        const tensor<bf16, dyn, dyn, dyn, dyn> q{x.b, x.s, x.n, r + p};
        const tensor<bf16, dyn, dyn, dyn> wide{x.b, x.S, r + p};
        check_latent(mla_decode(q, wide, latent<dyn>(r)), expected(format_of<bf16>, oracle::earlier_keys(keys)));
        check_latent(mla_decode(q, wide, latent<dyn>(r), full), expected(format_of<bf16>, oracle::all_keys()));
        check_latent(mla_decode(q, wide, latent<dyn>(r), window<3>),
                     expected(format_of<bf16>, oracle::recent_keys(keys, 3)));
        check_latent(mla_decode(q, tensor<nvfp4, dyn, dyn, dyn>{x.b, x.S, r + p}, latent<dyn>(r)),
                     expected(format_of<nvfp4>, oracle::earlier_keys(keys)));
        check_latent(mla_decode(q, tensor<fp8_block128, dyn, dyn, dyn>{x.b, x.S, r + p}, latent<dyn>(r)),
                     expected(format_of<fp8_block128>, oracle::earlier_keys(keys)));
    }
}

TEST_CASE("selected keys cost what their loops do") {
    for (const heads& x : cases)
        for (const std::int64_t k : {1, 2, 5, 100}) {
            const std::int64_t r = x.d, c = x.d + x.e;
            const tensor<bf16, dyn, dyn, dyn, dyn> q{x.b, x.s, x.n, c};
            const tensor<fp8_e4m3, dyn, dyn, dyn> cache{x.b, x.S, c};
            const auto compare = [&](const auto& op, const oracle::selection_seen& seen) {
                CHECK(work(op).value() == number(2 * seen.pairs * (c + r)));
                CHECK(demand_on<special_math<special::exp2>>(op).value() == number(seen.pairs));
                const std::int64_t indices = x.b * x.s * std::min(k, x.S);
                CHECK(traffic(op).value() == number(x.b * x.s * x.n * (c + r) * 2 + seen.tokens * c + indices * 4));
            };
            compare(mla_decode(q, cache, latent<dyn>(r), selected<dyn>(k)),
                    oracle::select_keys(x, k, oracle::earlier_keys(x)));
            compare(mla_decode(q, cache, latent<dyn>(r), full, selected<dyn>(k)),
                    oracle::select_keys(x, k, oracle::all_keys()));
        }
}

TEST_CASE("the scores that select keys cost what their loops do") {
    for (const heads& x : cases) {
        const tensor<fp8_tile128, dyn, dyn, dyn, dyn> q{x.b, x.s, x.n, x.d};
        const tensor<fp8_tile128, dyn, dyn, dyn> keys{x.b, x.S, x.d};
        const tensor<fp32, dyn, dyn, dyn> weights{x.b, x.s, x.n};
        const auto compare = [&](const auto& op, const oracle::visible& sees) {
            const auto seen = oracle::lightning_indexer(format_of<fp8_tile128>, format_of<fp8_tile128>, x, sees);
            CHECK(demand_on<matrix_math<fp8>>(op).value() == number(seen.products.plain()));
            CHECK(demand_on<vector_math<fp32>>(op).value() == number(seen.softmax.plain()));
            CHECK(traffic(op).value() * 8 == number(seen.read + seen.written));
        };
        compare(lightning_indexer(q, keys, weights), oracle::earlier_keys(x));
        compare(lightning_indexer(q, keys, weights, full), oracle::all_keys());
    }
}

TEST_CASE("tiles visit what a walk over them visits") {
    for (const heads& x :
         {heads{1, 1, 1, 1, 1, 1, 1}, heads{1, 5, 5, 2, 2, 3, 3}, heads{2, 7, 23, 6, 2, 4, 2}, heads{1, 13, 13, 4, 1, 2, 3},
          heads{1, 31, 40, 3, 1, 1, 2}, heads{1, 2, 29, 8, 2, 2, 2}, heads{1, 40, 40, 1, 1, 2, 2}})
        for (const std::int64_t rows : {1, 2, 3, 4, 7, 16, 64})
            for (const std::int64_t columns : {1, 2, 3, 5, 8, 16, 64})
                for (const std::int64_t w : {-1, 0, 1, 2, 5, 12, 33}) {
                    CAPTURE(x.s);
                    CAPTURE(x.S);
                    CAPTURE(rows);
                    CAPTURE(columns);
                    CAPTURE(w);
                    const operands<bf16, fp8_e4m3, bf16> in(x);
                    const auto sees = w < 0    ? oracle::all_keys()
                                      : w == 0 ? oracle::earlier_keys(x)
                                               : oracle::recent_keys(x, w);
                    const auto seen = oracle::tiled_attention(x, rows, columns, sees);
                    const auto tile = blocks<dyn, dyn>(rows, columns);
                    const any_operator op = w < 0    ? any_operator(attention(in.q, in.k, in.v, tile))
                                            : w == 0 ? any_operator(attention(in.q, in.k, in.v, tile, causal))
                                                     : any_operator(attention(in.q, in.k, in.v, tile, window<dyn>(w)));
                    const std::int64_t packed = x.n / x.g, d = x.d, e = x.e;
                    CHECK(x.g * packed == x.n);

                    const amount matrix = amount_of(op, resource_of<matrix_math<bf16>>);
                    CHECK(matrix.total == number(2 * (d + e) * seen.pairs));
                    CHECK(matrix.useful() == number(2 * (d + e) * seen.visible_pairs));
                    const amount vector = amount_of(op, resource_of<vector_math<fp32>>);
                    CHECK(vector.total == number(3 * seen.pairs + e * seen.rows + (e + 2) * seen.rescaled));
                    CHECK(vector.useful() ==
                          number(3 * seen.visible_pairs + e * seen.real_rows + (e + 2) * seen.rescaled_real));
                    const amount exp2 = amount_of(op, resource_of<special_math<special::exp2>>);
                    CHECK(exp2.total == number(seen.pairs + seen.rescaled));
                    CHECK(exp2.useful() == number(seen.visible_pairs + seen.rescaled_real));
                    const amount reciprocal = amount_of(op, resource_of<special_math<special::reciprocal>>);
                    CHECK(reciprocal.total == number(seen.rows));
                    CHECK(reciprocal.useful() == number(seen.real_rows));
                    const amount llc_bytes = amount_of(op, resource_of<memory<llc>>);
                    CHECK(llc_bytes.read() == number(x.b * x.s * x.n * d * 2 + seen.fetched * (d + 2 * e)));
                    CHECK(llc_bytes.written() == number(x.b * x.s * x.n * e * 2));
                    const amount shared_bytes = amount_of(op, resource_of<memory<roofline::shared>>);
                    CHECK(shared_bytes.written() == number(seen.rows * d * 2 + seen.staged * (d + 2 * e)));
                    CHECK(shared_bytes.read() == shared_bytes.written());
                }
}
