// SPDX-License-Identifier: BSL-1.0
#include "families.hpp"

#include "static_check.hpp"

// What holds for composites of operators of all families.

using namespace roofline;
using namespace families;

namespace {

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
    for (const family& f : every_family)
        for (const extents& e : shapes) {
            CAPTURE(f.name);
            CAPTURE(e[0]);
            law(f, e);
        }
}
/// Each family with its two neighbours in the list, so that all kinds of engines meet.
template<class Law>
void over_triples(Law law) {
    for (int i = 0; i < every_family.count; ++i)
        for (const int apart : {1, 4, 7})
            for (const extents& e : shapes) {
                CAPTURE(every_family[i].name);
                CAPTURE(apart);
                law(every_family[i].make(e), every_family[i + apart].make(e), every_family[i + 2 * apart].make(e));
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
    law(matmul(x, w, tiled<tile<2, 8, 8>>), relu(t2{3, 64}));
    law(matmul(x, w, split_k<4>), add(t2{3, 64}, t2{3, 64}));
    law(relu(x), matmul(x, w, with_bias(t1{64})));
    law(dequantize<bf16>(tensor<mxfp4, dyn, dyn>{3, 32}), matmul(x, w));
    law(matmul(x, w), quantize<mxfp8_e4m3>(t2{3, 64}));
    law(rope(t3{3, 2, 8}), transpose(t3{3, 2, 8}));
    law(grouped_matmul(t2{6, 32}, t3{4, 32, 64}, top_k<2>, distinct_experts::most), silu_and_mul(t2{6, 64}));
    law(permute(x, top_k<2>), grouped_matmul(t2{6, 32}, t3{4, 32, 64}, top_k<2>, distinct_experts::most));
    law(combine(t2{6, 32}, t2{3, 2}), add(x, x));
    law(copy(t2{3, 8}), top_k_sigmoid(t2{3, 8}, top_k<2>));
    law(embedding(tensor<i32, dyn>{3}, t2{100, 32}), rms_norm(x, t1{32}));
    law(attention(q, k, k, materialized), relu(q));
    law(copy(q), attention(q, k, k, split_kv<2>));
    const auto latent_heads = mla_decode(t4{2, 1, 4, 12}, t3{2, 9, 12}, latent<8>);
    law(latent_heads, copy(latent_heads.result()));
    law(lightning_indexer(q, t3{2, 9, 8}, t3{2, 1, 4}, out<bf16>), scan(t3{2, 1, 9}));
    law(reduce_scatter<scale_up>(t2{12, 32}, ranks<4>), all_gather<scale_up>(x, ranks<4>));
    law(all_to_all<scale_up>(t2{12, 32}, ranks<4>), relu(t2{12, 32}));
    law(convolution(t3{2, 4, 9}, t3{6, 4, 3}), relu(t3{2, 6, 7}));
}

TEST_CASE("a consumer that reads some of its operand, or all of it several times, is never worse off in one kernel") {
    const auto law = [](const auto& producer, const auto& consumer) {
        const auto fused = fuse(producer, consumer);
        const auto apart = sequence(producer, consumer);
        CHECK(traffic(fused) < traffic(apart));
        CHECK(work(fused) == work(apart));
        CHECK(min_time(fused, npu()) <= min_time(apart, npu()));
    };
    const t2 x{30, 32};
    law(relu(x), softmax(x, three_pass));
    law(relu(x), quantize<nvfp4>(x));
    law(relu(x), gather(x, tensor<i32, dyn>{4}));
    const t4 q{2, 1, 4, 8}, k{2, 9, 2, 8};
    law(copy(k), attention(q, k, t4{2, 9, 2, 6}, window<4>));
    const t3 heads{3, 2, 8};
    law(relu(heads), rope(heads, rotary<4>));
    law(rope(heads, rotary<4>), relu(heads));
    law(relu(t3{2, 4, 9}), convolution(t3{2, 4, 9}, t3{6, 4, 1}, stride<3>));
}

TEST_CASE("more compute units may take longer in waves: the exception, and only where the ceiling stays") {
    const auto y = matmul(t2{64, 64}, t2{64, 32}, tiled<tile<16, 16, 16>>);  // 4 x 2 tiles
    const auto time = [&](std::int64_t units, double rate) {
        const any_machine m = machine<"units">(ceiling<matrix_math<bf16>>(flops(rate), datasheet("x")),
                                               ceiling<memory<dram>>(bps(1024), datasheet("x")),
                                               ceiling<memory<llc>>(bps(1024), datasheet("x")),
                                               ceiling<memory<shared>>(bps(1024), datasheet("x")),
                                               compute_units(units, datasheet("x")));
        return min_time(in_waves(y, m), m).value();
    };
    CHECK(time(8, 1) == 2 * 64 * 64 * 32 / gi);
    CHECK(time(9, 1) == doctest::Approx(time(8, 1) * 9 / 8).epsilon(1e-15));  // one wave, of which one unit idles
    CHECK(time(12, 1) == doctest::Approx(time(8, 1) * 12 / 8).epsilon(1e-15));
    CHECK(time(4, 1) == time(8, 1));  // two full waves
    // What each unit adds raises the ceiling: then none is one too many.
    for (std::int64_t units = 1; units < 20; ++units)
        CHECK(time(units + 1, static_cast<double>(units + 1)) <= time(units, static_cast<double>(units)) * (1 + 1e-15));
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
