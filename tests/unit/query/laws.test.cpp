// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>

#include <cstdint>

// What holds for all operators and machines, over a set of shapes. The rates are powers of two, so that every quotient is
// exact and no law needs a tolerance.

using namespace roofline;

namespace {

constexpr double gi = 1024.0 * 1024.0 * 1024.0;
constexpr auto flops(double x) { return units::performance::from_value(x); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x); }

/// A machine whose matrix engine and memory are so many times faster.
constexpr auto npu(double matrix, double vector, double memory_rate) {
    return machine<"npu">(
        ceiling<matrix_math<bf16>>(flops(matrix * 256 * gi), datasheet("x")),
        ceiling<vector_math<fp32>>(flops(vector * 16 * gi), datasheet("x")),
        ceiling<special_math<special::exp2>>(flops(vector * 4 * gi), datasheet("x")),
        ceiling<special_math<special::reciprocal>>(flops(vector * 4 * gi), datasheet("x")),
        ceiling<special_math<special::rsqrt>>(flops(vector * 4 * gi), datasheet("x")),
        ceiling<memory<dram>>(bps(memory_rate * 4 * gi), datasheet("x")),
        capacity<memory<llc>>(units::traffic::from_value(65536), datasheet("x")));
}
constexpr auto base = npu(1, 1, 1);

struct shape {
    std::int64_t m, k, n;
};
constexpr shape shapes[] = {{1, 1, 1},      {1, 7168, 4096},   {128, 7168, 4096}, {129, 7, 33},
                            {4096, 64, 64}, {1024, 1024, 1024}, {3, 5, 7},         {65536, 128, 2}};

constexpr auto gate_up(shape s) { return matmul(tensor<bf16, dyn, dyn>{s.m, s.k}, tensor<bf16, dyn, dyn>{s.k, 2 * s.n}); }
constexpr auto act(shape s) { return silu_and_mul(gate_up(s).result()); }
constexpr auto norm(shape s) { return rms_norm(act(s).result(), tensor<bf16, dyn>{s.n}); }
constexpr auto twice(shape s) { return add(norm(s).result(), norm(s).result()); }

/// Calls law(typed operators..., assumption) for every shape, and the same with flat ones.
template<class Law>
void over_shapes(Law law) {
    for (const shape s : shapes) {
        CAPTURE(s.m);
        CAPTURE(s.k);
        CAPTURE(s.n);
        law(gate_up(s), act(s), norm(s), cold);
        law(gate_up(s), act(s), norm(s), any_cache);
        law(any_operator(gate_up(s)), any_operator(act(s)), any_operator(norm(s)), cold);
        law(any_operator(gate_up(s)), any_operator(act(s)), any_operator(norm(s)), any_cache);
    }
}

}  // namespace

TEST_CASE("sequence is associative") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto assume) {
        const auto time = min_time(sequence(a, b, c), base, assume);
        CHECK(min_time(sequence(sequence(a, b), c), base, assume) == time);
        CHECK(min_time(sequence(a, sequence(b, c)), base, assume) == time);
        CHECK(place(sequence(sequence(a, b), c), base, assume).limit == place(sequence(a, sequence(b, c)), base, assume).limit);
    });
}

TEST_CASE("a sequence takes the sum of the times of its kernels") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto assume) {
        CHECK(min_time(sequence(a, b, c), base, assume) ==
              min_time(a, base, assume) + min_time(b, base, assume) + min_time(c, base, assume));
    });
}

TEST_CASE("overlap is associative and commutative") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto assume) {
        const auto time = min_time(overlap(a, b, c), base, assume);
        CHECK(min_time(overlap(overlap(a, b), c), base, assume) == time);
        CHECK(min_time(overlap(a, overlap(b, c)), base, assume) == time);
        CHECK(min_time(overlap(c, a, b), base, assume) == time);
        CHECK(place(overlap(c, b, a), base, assume).limit == place(overlap(a, b, c), base, assume).limit);
    });
}

TEST_CASE("an overlap is never slower than the sequence, nor faster than its slowest part when nothing is cached") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto) {
        CHECK(min_time(overlap(a, b, c), base) <= min_time(sequence(a, b, c), base));
        CHECK(min_time(overlap(a, b, c), base) >= min_time(a, base));
        CHECK(min_time(overlap(a, b, c), base) >= min_time(b, base));
        CHECK(min_time(overlap(a, b, c), base) >= min_time(c, base));
        CHECK(traffic(overlap(a, b, c)) == traffic(sequence(a, b, c)));
    });
}

TEST_CASE("a fused kernel never moves more than the sequence and never takes longer") {
    for (const shape s : shapes) {
        CAPTURE(s.m);
        CAPTURE(s.k);
        CAPTURE(s.n);
        const auto fused = fuse(gate_up(s), act(s), norm(s));
        const auto apart = sequence(gate_up(s), act(s), norm(s));
        CHECK(traffic(fused) < traffic(apart));
        CHECK(min_time(fused, base) <= min_time(apart, base));
        CHECK(work(fused) == work(apart));
        CHECK(intensity(fused) > intensity(apart));
        CHECK(traffic(fused) == traffic(fuse(gate_up(s), fuse(act(s), norm(s)))));
        CHECK(traffic(fused) == traffic(fuse(fuse(gate_up(s), act(s)), norm(s))));
    }
}

TEST_CASE("a repeated operator takes n times as long, with every assumption") {
    over_shapes([](const auto& a, const auto& b, const auto&, auto assume) {
        for (const int n : {1, 2, 61}) {
            CHECK(min_time(repeat(a, n), base, assume) == static_cast<double>(n) * min_time(a, base, assume));
            CHECK(traffic(repeat(a, n)) == static_cast<double>(n) * traffic(a));
            CHECK(place(repeat(a, n), base, assume).limit == place(a, base, assume).limit);
        }
        CHECK(min_time(repeat(sequence(a, b), 4), base, assume) == 4.0 * min_time(sequence(a, b), base, assume));
        CHECK(min_time(repeat(a, 2), base, assume) == min_time(sequence(a, a), base, assume));
    });
}

TEST_CASE("any_cache is never slower than cold") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto) {
        CHECK(min_time(a, base, any_cache) <= min_time(a, base));
        CHECK(min_time(b, base, any_cache) <= min_time(b, base));
        CHECK(min_time(sequence(a, b, c), base, any_cache) <= min_time(sequence(a, b, c), base));
    });
}

TEST_CASE("time does not fall when an extent grows") {
    for (const shape s : shapes) {
        CAPTURE(s.m);
        CAPTURE(s.k);
        CAPTURE(s.n);
        for (const shape larger : {shape{s.m + 1, s.k, s.n}, shape{s.m, s.k + 1, s.n}, shape{s.m, s.k, s.n + 1}}) {
            CHECK(min_time(gate_up(larger), base) >= min_time(gate_up(s), base));
            CHECK(min_time(act(larger), base) >= min_time(act(s), base));
            CHECK(min_time(norm(larger), base) >= min_time(norm(s), base));
            CHECK(min_time(twice(larger), base) >= min_time(twice(s), base));
            CHECK(min_time(gate_up(larger), base, any_cache) >= min_time(gate_up(s), base, any_cache));
        }
    }
}

TEST_CASE("intensity of a matmul does not fall when an extent grows") {
    for (const shape s : shapes) {
        CHECK(intensity(gate_up({s.m + 1, s.k, s.n})) >= intensity(gate_up(s)));
        CHECK(intensity(gate_up({s.m, s.k + 1, s.n})) >= intensity(gate_up(s)));
        CHECK(intensity(gate_up({s.m, s.k, s.n + 1})) >= intensity(gate_up(s)));
    }
}

TEST_CASE("time does not rise when a ceiling does") {
    over_shapes([](const auto& a, const auto& b, const auto& c, auto assume) {
        const auto all = sequence(a, b, c);
        const auto time = min_time(all, base, assume);
        CHECK(min_time(all, npu(2, 1, 1), assume) <= time);
        CHECK(min_time(all, npu(1, 2, 1), assume) <= time);
        CHECK(min_time(all, npu(1, 1, 2), assume) <= time);
        CHECK(min_time(all, npu(0.5, 1, 1), assume) >= time);
        CHECK(min_time(all, npu(1, 1, 0.5), assume) >= time);
        CHECK(min_time(all, npu(2, 2, 2), assume) == 0.5 * time);
    });
}

TEST_CASE("no resource is busy for longer than the kernel, and the one that binds is busy throughout when it is alone on its engine") {
    for (const shape s : shapes) {
        const auto p = place(gate_up(s), base);
        CHECK(p.template utilization<matrix_math<bf16>>() <= 1);
        CHECK(p.template utilization<memory<dram>>() <= 1);
        CHECK((p.template utilization<matrix_math<bf16>>() == 1) != (p.template utilization<memory<dram>>() == 1));
        CHECK(p.attainable() <= rate<matrix_math<bf16>>(base));
        CHECK(p.memory_bound() != p.compute_bound());
        CHECK(p.compute_bound() == (p.intensity() >= ridge<matrix_math<bf16>>(base)));
    }
}

TEST_CASE("typed and flat take the same time") {
    for (const shape s : shapes) {
        const auto typed = sequence(fuse(gate_up(s), act(s)), norm(s), repeat(twice(s), 3));
        CHECK(min_time(any_operator(typed), base) == min_time(typed, base));
        CHECK(min_time(typed, any_machine(base)) == min_time(typed, base));
        CHECK(min_time(any_operator(typed), any_machine(base)) == min_time(typed, base));
        CHECK(min_time(any_operator(typed), any_machine(base), any_cache) == min_time(typed, base, any_cache));
        CHECK(place(any_operator(typed), any_machine(base)).limit == place(typed, base).limit);
    }
}
