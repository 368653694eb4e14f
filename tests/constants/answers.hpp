// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine.hpp>
#include <roofline/op.hpp>
#include <roofline/query.hpp>
#include <roofline/units.hpp>

#include <bit>
#include <cstdint>
#include <cstdio>

// An answer as a constant and the same answer at run time are equal, bit for bit; so are those of typed and of flat
// operators and machines. Every program beside this header holds a part of the library to that, without a test framework:
// it is compiled by every compiler, for other processors, and with every option that may change arithmetic.
namespace constants {

using namespace roofline;

/// What some questions were answered, in order.
struct answers {
    static constexpr int capacity = 192;
    const char* question[capacity];
    double answer[capacity];
    int count;

    constexpr void add(const char* asked, double value) {
        question[count] = asked;
        answer[count++] = value;
    }
    template<class Unit>
    constexpr void add(const char* asked, const boost::units::quantity<Unit>& value) {
        add(asked, value.value());
    }
    /// By its name: both halves of the hash.
    constexpr void add(const char* asked, const resource& value) {
        add(asked, static_cast<double>(value.id >> 32));
        add(asked, static_cast<double>(value.id & 0xffffffff));
    }
};

/// The same value, of which the optimiser knows nothing.
template<class T>
T hidden(T value) {
    asm volatile("" : : "r"(&value) : "memory");
    return value;
}

/// Rows that were compared, numbers in them, and how many of those differ.
struct tally {
    int rows = 0, numbers = 0, different = 0;
    std::uint64_t constants = 0xcbf29ce484222325u;  // a hash of all constants

    /// Both are made by the compiler, or one at run time.
    void compare(const char* row, const char* what, const answers& constant, const answers& other) {
        if (constant.count != other.count) {
            ++different;
            std::printf("%s: %d answers %s %d\n", row, constant.count, what, other.count);
        }
        for (int i = 0; i < constant.count && i < other.count; ++i) {
            const auto bits = std::bit_cast<std::uint64_t>(constant.answer[i]);
            constants = (constants ^ bits) * 0x100000001b3u;
            ++numbers;
            if (bits == std::bit_cast<std::uint64_t>(other.answer[i])) continue;
            ++different;
            std::printf("%s, %s: %a %s %a\n", row, constant.question[i], constant.answer[i], what, other.answer[i]);
        }
    }
    /// What a program ends with: 0 where every number was equal, and there were some. The hash is the same with every
    /// compiler.
    int report(const char* program) const {
        std::printf("%s: constants %016llx, %d rows, %d numbers, %d differ\n", program,
                    static_cast<unsigned long long>(constants), rows, numbers, different);
        return different == 0 && rows > 0 && numbers > rows ? 0 : 1;
    }
};

// Machines -----------------------------------------------------------------------------------------------------------------

constexpr auto flops(double x) { return units::performance::from_value(x); }
constexpr auto bps(double x) { return units::bandwidth::from_value(x); }
constexpr auto source = datasheet("a test");

/// An engine for each resource, rates of which none is a power of two.
constexpr auto apart(double one) {
    return machine<"apart">(
        ceiling<matrix_math<bf16>>(flops(one * 311.9e9), source), ceiling<vector_math<fp32>>(flops(one * 19.49e9), source),
        ceiling<special_math<special::exp2>>(flops(one * 4.87e9), source),
        ceiling<special_math<special::log2>>(flops(one * 3.3e9), source),
        ceiling<special_math<special::reciprocal>>(flops(one * 4.1e9), source),
        ceiling<special_math<special::rsqrt>>(flops(one * 4.3e9), source),
        ceiling<special_math<special::tanh>>(flops(one * 2.9e9), source),
        ceiling<memory<dram>>(bps(one * 1.935e9), source), ceiling<interconnect<scale_up>>(bps(one * 0.3e9), source),
        ceiling<matrix_math<bf16, fp32, sparse_2_4>>(flops(one * 623.8e9), source),
        ceiling<memory<llc>>(bps(one * 5.7e9), source), ceiling<memory<shared>>(bps(one * 19.4e9), source),
        capacity<memory<llc>>(units::traffic::from_value(65536), source));
}
/// One engine for all that is no matrix product, and a level of which nothing is known.
constexpr auto shared_engine(double one) {
    return machine<"shared engine">(
        ceiling<matrix_math<bf16>>(flops(one * 31.19e9), source), ceiling<vector_math<fp32>>(flops(one * 1.949e9), source),
        ceiling<special_math<special::exp2>>(flops(one * 4.87e9), source, runs_on<vector_engine>),
        ceiling<special_math<special::log2>>(flops(one * 3.3e9), source, runs_on<vector_engine>),
        ceiling<special_math<special::reciprocal>>(flops(one * 4.1e9), source, runs_on<vector_engine>),
        ceiling<special_math<special::rsqrt>>(flops(one * 4.3e9), source, runs_on<vector_engine>),
        ceiling<special_math<special::tanh>>(flops(one * 2.9e9), source, runs_on<vector_engine>),
        ceiling<memory<dram>>(bps(one * 9.35e9), source), ceiling<interconnect<scale_up>>(bps(one * 3.1e9), source),
        ceiling<matrix_math<bf16, fp32, sparse_2_4>>(flops(one * 62.38e9), source), unpublished<memory<llc>>(),
        ceiling<memory<shared>>(bps(one * 194e9), source), capacity<memory<llc>>(units::traffic::from_value(1024), source));
}

// Questions about any operator on any machine --------------------------------------------------------------------------

template<class Op, class M>
constexpr void ask(answers& told, const Op& op, const M& m) {
    const auto p = place(op, m);
    told.add("time", p.time);
    told.add("limit", p.limit);
    told.add("attainable", p.attainable());
    told.add("peak_fraction", p.peak_fraction());
    told.add("unpublished", p.unpublished.size());
    told.add("bound_by", p.template bound_by<memory<dram>>());
    const auto warm = place(op, m, any_cache);
    told.add("time, any_cache", warm.time);
    told.add("limit, any_cache", warm.limit);
    told.add("min_time", min_time(op, m));
    told.add("memory_bound", memory_bound(op, m));
    told.add("compute_bound", compute_bound(op, m, any_cache));
    told.add("work", work(op));
}

}  // namespace constants
