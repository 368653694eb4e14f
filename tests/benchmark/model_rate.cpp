// SPDX-License-Identifier: BSL-1.0
// How many analyses of a whole model a second, on one thread: prefill and decode of Llama-2-7B in fp16 on an A100, time and
// limit of every operator, extents at run time. Beside the library the same formulas by hand: doubles, an enum for the
// limit. All ways must agree; each rate is the best of five runs in one process.
#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/roofline.hpp>

#include <chrono>
#include <cstdint>
#include <cstdio>

namespace {

using namespace roofline;

constexpr auto gpu = hw::a100_sxm_80gb;

struct answer {
    double seconds = 0;
    int memory = 0;  // operators that DRAM binds
};

answer typed(std::int64_t batch, std::int64_t context) {
    answer sum;
    const auto ask = [&](std::string_view, const auto& op, std::int64_t layers) {
        const auto placed = place(op, gpu);
        sum.seconds += static_cast<double>(layers) * placed.time.value();
        sum.memory += placed.limit.is_memory();
    };
    prefill(models::llama_2_7b, batch, context, uniform<fp16>).for_each(ask);
    decode(models::llama_2_7b, batch, context, uniform<fp16>).for_each(ask);
    return sum;
}

answer tables(std::int64_t batch, std::int64_t context) {
    answer sum;
    const auto ask = [&](const phase_placement& placed) {
        sum.seconds += placed.time.value();
        for (const kernel_placement& k : placed) sum.memory += k.limit.is_memory();
    };
    ask(place(prefill(models::llama_2_7b, batch, context, uniform<fp16>), gpu));
    ask(place(decode(models::llama_2_7b, batch, context, uniform<fp16>), gpu));
    return sum;
}

// By hand.
constexpr double tensor_rate = rate<matrix_math<fp16>>(gpu).value();
constexpr double vector_rate = rate<vector_math<fp32>>(gpu).value();
constexpr double special_rate = rate<special_math<special::exp2>>(gpu).value();
constexpr double memory_rate = rate<memory<dram>>(gpu).value();

enum class limit { matrix, vector, special, memory };

inline void one(answer& sum, double layers, double matrix, double vector, double transcendental, double bytes) {
    limit by = limit::matrix;
    double time = matrix / tensor_rate;
    if (const double t = vector / vector_rate; t > time) time = t, by = limit::vector;
    if (const double t = transcendental / special_rate; t > time) time = t, by = limit::special;
    if (const double t = bytes / memory_rate; t > time) time = t, by = limit::memory;
    sum.seconds += layers * time;
    sum.memory += by == limit::memory;
}
inline void product(answer& sum, double layers, double m, double k, double n) {
    one(sum, layers, 2 * m * k * n, 0, 0, 2 * (m * k + k * n + m * n));
}
inline void pass_by_hand(answer& sum, double b, double s, double context) {
    constexpr double h = 4096, n = 32, d = 128, i = 11008, v = 32000, l = 32;
    const double t = b * s;
    one(sum, 1, 0, 0, 0, 4 * t + 2 * h + 2 * t * h);  // ids, one row that all may share, the rows written
    one(sum, 1, 0, 4 * t * h, t, 2 * (2 * t * h + h));
    one(sum, l - 1, 0, 5 * t * h, t, 2 * (4 * t * h + h));
    product(sum, l, t, h, 3 * h);
    one(sum, l, 0, 3 * 2 * t * h, 0, 2 * 4 * t * h + 4 * t * d);
    one(sum, l, 0, 0, 0, 2 * 4 * t * h);
    const double pairs = b * n * (s * (context - s) + s * (s + 1) / 2);
    one(sum, l, 4 * d * pairs, 3 * pairs + t * h, pairs + t * n, 2 * (2 * t * h + 2 * b * context * h));
    product(sum, l, t, h, h);
    one(sum, l, 0, 5 * t * h, t, 2 * (4 * t * h + h));
    product(sum, l, t, h, 2 * i);
    one(sum, l, 0, 3 * t * i, 2 * t * i, 2 * 3 * t * i);
    product(sum, l, t, i, h);
    one(sum, 1, 0, 5 * t * h, t, 2 * (4 * t * h + h));
    product(sum, 1, b, h, v);
}
answer by_hand(std::int64_t batch, std::int64_t context) {
    answer sum;
    const auto b = static_cast<double>(batch), s = static_cast<double>(context);
    pass_by_hand(sum, b, s, s);
    pass_by_hand(sum, b, 1, s);
    return sum;
}

template<class F>
double rate_of(F&& f, answer& all) {
    double best = 0;
    for (int run = 0; run < 5; ++run) {
        all = {};
        std::int64_t count = 0;
        const auto start = std::chrono::steady_clock::now();
        for (int pass = 0; pass < 20; ++pass)
            for (std::int64_t batch = 1; batch <= 64; ++batch)
                for (std::int64_t context = 32; context <= 4096; context += 32) {
                    const answer a = f(batch, context);
                    all.seconds += a.seconds;
                    all.memory += a.memory;
                    ++count;
                }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        const double rate = static_cast<double>(count) / took.count();
        best = rate > best ? rate : best;
    }
    return best;
}

}  // namespace

int main() {
    answer hand, each, table;
    const double hand_rate = rate_of(by_hand, hand), each_rate = rate_of(typed, each), table_rate = rate_of(tables, table);
    const double difference = each.seconds / hand.seconds - 1;
    std::printf("by hand               %10.0f analyses a second\n", hand_rate);
    std::printf("time and limit of all %10.0f, %.2f times the time by hand\n", each_rate, hand_rate / each_rate);
    std::printf("with all answers      %10.0f, %.2f times\n", table_rate, hand_rate / table_rate);
    if (!(difference < 1e-12 && difference > -1e-12) || hand.memory != each.memory || table.memory != each.memory) {
        std::fprintf(stderr, "the ways differ: %.17g and %.17g s, %d, %d and %d memory-bound\n", hand.seconds, each.seconds,
                     hand.memory, each.memory, table.memory);
        return 1;
    }
}
