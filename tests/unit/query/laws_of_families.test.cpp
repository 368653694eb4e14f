// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/op/recurrent.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <cstdint>
#include <string_view>

// What holds for composites of operators of all families. The rates are powers of two, so that no law of equal times needs a
// tolerance beyond the order of a sum.

using namespace roofline;

namespace {

constexpr double gi = 1024.0 * 1024.0 * 1024.0;
constexpr auto flops(double x) { return units::performance::from_value(x * gi); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x * gi); }

/// A machine with one ceiling, of this number, raised twofold.
any_machine npu(int raised = -1) {
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
                          capacity<memory<llc>>(units::traffic::from_value(65536), datasheet("x")));
}
constexpr int ceilings = 9;

/// Four numbers of which an operator makes its extents.
using extents = std::int64_t[4];
struct family {
    std::string_view name;
    any_operator (*make)(const extents&);
    int extents_used;
};
using t1 = tensor<bf16, dyn>;
using t2 = tensor<bf16, dyn, dyn>;
using t3 = tensor<bf16, dyn, dyn, dyn>;
using t4 = tensor<bf16, dyn, dyn, dyn, dyn>;

constexpr family families[] = {
    {"matmul",
     [](const extents& e) -> any_operator {
         return matmul(t2{e[0], e[1]}, t2{e[1], e[2]});
     },
     3},
    {"batched_matmul",
     [](const extents& e) -> any_operator {
         return batched_matmul(t3{e[0], e[1], e[2]}, t3{e[0], e[2], e[3]});
     },
     4},
    {"rms_norm",
     [](const extents& e) -> any_operator {
         return rms_norm(t2{e[0], e[1]}, t1{e[1]});
     },
     2},
    {"silu_and_mul",
     [](const extents& e) -> any_operator {
         return silu_and_mul(t2{e[0], 2 * e[1]});
     },
     2},
    {"softmax",
     [](const extents& e) -> any_operator {
         return softmax(t2{e[0], e[1]});
     },
     2},
    {"gelu",
     [](const extents& e) -> any_operator {
         return gelu(t2{e[0], e[1]});
     },
     2},
    {"copy",
     [](const extents& e) -> any_operator {
         return copy(t2{e[0], e[1]});
     },
     2},
    {"attention",
     [](const extents& e) -> any_operator {
         return attention(t4{e[0], 1, 2 * e[1], e[2]}, t4{e[0], e[3], e[1], e[2]}, t4{e[0], e[3], e[1], e[2]});
     },
     4},
    {"embedding",
     [](const extents& e) -> any_operator {
         return embedding(tensor<i32, dyn>{e[0]}, t2{100, e[1]});
     },
     2},
    {"permute",
     [](const extents& e) -> any_operator {
         return permute(t2{e[0], e[1]}, top_k<dyn>(e[2]));
     },
     3},
    {"combine",
     [](const extents& e) -> any_operator {
         return combine(t2{e[0] * e[2], e[1]}, t2{e[0], e[2]});
     },
     3},
    {"all_reduce",
     [](const extents& e) -> any_operator {
         return all_reduce<scale_up>(t2{4 * e[0], e[1]}, ranks<4>);
     },
     2},
    {"all_gather",
     [](const extents& e) -> any_operator {
         return all_gather<scale_up>(t2{e[0], e[1]}, ranks<dyn>(e[2] + 1));
     },
     3},
    {"ssd_update",
     [](const extents& e) -> any_operator {
         return ssd_update(t4{e[0], e[1], e[2], e[3]}, t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t1{e[1]}, t3{e[0], 1, e[3]},
                           t3{e[0], 1, e[3]});
     },
     4},
    {"gated_delta",
     [](const extents& e) -> any_operator {
         const t4 keys{1, e[0], e[1], e[2]};
         const t3 gate{1, e[0], 2 * e[1]};
         return gated_delta(t4{1, 2 * e[1], e[3], e[2]}, keys, keys, t4{1, e[0], 2 * e[1], e[3]}, gate, gate, chunk<4>);
     },
     4},
    {"linear_attention",
     [](const extents& e) -> any_operator {
         const t4 keys{1, e[0], e[1], e[2]};
         return linear_attention(t4{1, e[1], e[3], e[2]}, keys, keys, t4{1, e[0], e[1], e[3]}, chunk<4>);
     },
     4},
    {"conv1d_update",
     [](const extents& e) -> any_operator {
         return conv1d_update(t3{e[0], e[1], e[2]}, t2{e[0], e[1]}, t2{e[1], e[2] + 1});
     },
     3},
};
constexpr extents shapes[] = {{1, 1, 1, 1}, {3, 4, 5, 7}, {16, 8, 32, 64}, {64, 128, 16, 3}};

/// Demands in any order, added up.
double total(const any_operator& op, const resource& of, bool part) {
    double sum = 0;
    for (const auto& e : op)
        if (*e.what == of) sum += e.times * (part ? e.amount.part : e.amount.total);
    return sum;
}
void check_same(const any_operator& a, const any_operator& b) {
    for (const auto& e : a)
        for (const bool part : {false, true}) CHECK(total(a, *e.what, part) == total(b, *e.what, part));
    for (const auto& e : b) CHECK(total(a, *e.what, false) == total(b, *e.what, false));
    CHECK(work(a) == work(b));
    CHECK(traffic(a) == traffic(b));
    CHECK(a.steps() == b.steps());
    CHECK(min_time(a, npu()).value() == doctest::Approx(min_time(b, npu()).value()).epsilon(1e-15));
}

template<class Law>
void over_families(Law law) {
    for (const family& f : families)
        for (const extents& e : shapes) {
            CAPTURE(f.name);
            CAPTURE(e[0]);
            law(f, e);
        }
}
/// Each family with its two neighbours in the list, so that all kinds of engines meet.
template<class Law>
void over_triples(Law law) {
    constexpr int count = static_cast<int>(sizeof(families) / sizeof(family));
    for (int i = 0; i < count; ++i)
        for (const int apart : {1, 4, 7})
            for (const extents& e : shapes) {
                CAPTURE(families[i].name);
                CAPTURE(apart);
                law(families[i].make(e), families[(i + apart) % count].make(e), families[(i + 2 * apart) % count].make(e));
            }
}

}  // namespace

TEST_CASE("sequences of all families are associative") {
    over_triples([](const auto& a, const auto& b, const auto& c) {
        check_same(sequence(sequence(a, b), c), sequence(a, b, c));
        check_same(sequence(a, sequence(b, c)), sequence(a, b, c));
        CHECK(min_time(sequence(a, b, c), npu()).value() ==
              doctest::Approx((min_time(a, npu()) + min_time(b, npu()) + min_time(c, npu())).value()).epsilon(1e-15));
    });
}

TEST_CASE("overlaps of all families are associative and commutative, and never slower than the sequence") {
    over_triples([](const auto& a, const auto& b, const auto& c) {
        const any_operator all = overlap(a, b, c);
        check_same(overlap(overlap(a, b), c), all);
        check_same(overlap(a, overlap(b, c)), all);
        check_same(overlap(c, b, a), all);
        CHECK(min_time(all, npu()).value() <= min_time(sequence(a, b, c), npu()).value() * (1 + 1e-15));
        for (const any_operator& part : {a, b, c}) CHECK(min_time(all, npu()) >= min_time(part, npu()));
    });
}

TEST_CASE("an operator repeated takes as many times as long") {
    over_families([](const family& f, const extents& e) {
        const any_operator op = f.make(e);
        for (const int n : {1, 2, 8}) {
            CHECK(min_time(repeat(op, n), npu()) == n * min_time(op, npu()));
            CHECK(traffic(repeat(op, n)) == n * traffic(op));
            CHECK(work(repeat(op, n)) == n * work(op));
        }
        check_same(repeat(repeat(op, 2), 3), repeat(op, 6));
    });
}

TEST_CASE("no operator takes less time with a larger extent") {
    over_families([](const family& f, const extents& e) {
        for (int i = 0; i < f.extents_used; ++i) {
            extents larger = {e[0], e[1], e[2], e[3]};
            for (int by = 0; by < 6; ++by) {
                const auto before = min_time(f.make(larger), npu());
                const auto cached = min_time(f.make(larger), npu(), any_cache);
                ++larger[i];
                CAPTURE(i);
                CAPTURE(larger[i]);
                CHECK(min_time(f.make(larger), npu()) >= before);
                CHECK(min_time(f.make(larger), npu(), any_cache) >= cached);
            }
        }
    });
}

TEST_CASE("no operator takes more time with a higher ceiling") {
    over_families([](const family& f, const extents& e) {
        const any_operator op = f.make(e);
        for (int i = 0; i < ceilings; ++i) {
            CAPTURE(i);
            CHECK(min_time(op, npu(i)) <= min_time(op, npu()));
            CHECK(min_time(op, npu(i), any_cache) <= min_time(op, npu(), any_cache));
            CHECK(min_time(op, npu(i)) >= 0.5 * min_time(op, npu()));
        }
    });
}

TEST_CASE("what shares an engine adds its times, whichever operators it comes from") {
    // exp2 of a softmax, rsqrt of a norm, tanh of a gelu: one special function unit
    const auto exp = op(demand<special_math<special::exp2>>(units::work::from_value(4 * gi)));
    const auto root = op(demand<special_math<special::rsqrt>>(units::work::from_value(8 * gi)));
    const auto tangent = op(demand<special_math<special::tanh>>(units::work::from_value(2 * gi)));
    CHECK(min_time(overlap(exp, root, tangent), npu()).value() == 3.5);
    CHECK(place(overlap(exp, root, tangent), npu()).limit == resource_of<special_math<special::rsqrt>>);
    over_triples([](const auto& a, const auto& b, const auto& c) {
        const any_operator all = overlap(a, b, c);
        double special = 0;
        for (const auto& e : all)
            if (e.what->kind == resource_kind::special) special += e.amount.total / (4 * gi);
        CHECK(min_time(all, npu()).value() >= special * (1 - 1e-15));
    });
}

TEST_CASE("fusing takes the traffic of the intermediate away and nothing else, in every family") {
    const auto law = [](const auto& producer, const auto& consumer) {
        const auto fused = fuse(producer, consumer);
        const auto apart = sequence(producer, consumer);
        CHECK(traffic(fused) == traffic(apart) - 2 * footprint(producer.result()));
        CHECK(work(fused) == work(apart));
        CHECK(min_time(fused, npu()) <= min_time(apart, npu()));
        CHECK(min_time(fused, npu()) <= min_time(overlap(producer, consumer), npu()));
    };
    const t2 x{3, 32}, w{32, 64};
    law(matmul(x, w), silu_and_mul(matmul(x, w).result()));
    law(rms_norm(x, t1{32}), matmul(x, w));
    law(softmax(x), matmul(x, w));
    law(matmul(x, w), permute(t2{3, 64}, top_k<2>));
    law(permute(x, top_k<2>), matmul(t2{6, 32}, w));
    law(matmul(x, w), copy(t2{3, 64}));
    const t4 q{2, 1, 4, 8}, k{2, 9, 2, 8};
    law(attention(q, k, k), copy(q));
    const t3 v{2, 4, 8}, keys{2, 2, 8};
    law(linear_attention_update(t4{2, 4, 8, 8}, keys, keys, v), copy(v));
    law(copy(v), linear_attention_update(t4{2, 4, 8, 8}, keys, keys, v));
    law(all_reduce<scale_up>(x, ranks<3>), matmul(x, w));
}

TEST_CASE("an intermediate that stays in the cache takes off what fusing does, of the time of a composite that DRAM binds") {
    const t2 x{3, 32}, w{32, 64};
    const auto up = matmul(x, w);
    const auto act = silu_and_mul(up.result());
    const any_machine slow = machine<"slow">(
        ceiling<matrix_math<bf16>>(flops(1024), datasheet("x")), ceiling<vector_math<fp32>>(flops(1024), datasheet("x")),
        ceiling<special_math<special::exp2>>(flops(1024), datasheet("x")),
        ceiling<special_math<special::reciprocal>>(flops(1024), datasheet("x")),
        ceiling<memory<dram>>(units::bandwidth::from_value(1), datasheet("x")),
        capacity<memory<llc>>(units::traffic::from_value(65536), datasheet("x")));
    CHECK(min_time(sequence(up, act), slow, resident(up.result())) == min_time(fuse(up, act), slow));
    CHECK(min_time(sequence(up, act), slow, resident(up.result(), w)) == min_time(fuse(up, act), slow, resident(w)));
}
