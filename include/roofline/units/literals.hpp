// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/units/system.hpp>

/// Literals. SI prefixes are powers of ten everywhere; KiB, MiB, GiB, TiB are powers of 1024 and nothing else is.
/// The arithmetic is done in long double, so that 9.66_GFLOP is the double nearest to 9.66e9.
namespace roofline::inline literals {

// Each line of the tables below defines one suffix for integer and for floating literals.
#define ROOFLINE_LITERAL(suffix, quantity, times, per)                                       \
    constexpr quantity operator""_##suffix(unsigned long long value) {                       \
        return quantity::from_value(static_cast<double>(static_cast<long double>(value) * times / per)); \
    }                                                                                        \
    constexpr quantity operator""_##suffix(long double value) {                              \
        return quantity::from_value(static_cast<double>(value * times / per));               \
    }

ROOFLINE_LITERAL(FLOP, units::work, 1.0L, 1.0L)
ROOFLINE_LITERAL(kFLOP, units::work, 1e3L, 1.0L)
ROOFLINE_LITERAL(MFLOP, units::work, 1e6L, 1.0L)
ROOFLINE_LITERAL(GFLOP, units::work, 1e9L, 1.0L)
ROOFLINE_LITERAL(TFLOP, units::work, 1e12L, 1.0L)
ROOFLINE_LITERAL(PFLOP, units::work, 1e15L, 1.0L)
ROOFLINE_LITERAL(EFLOP, units::work, 1e18L, 1.0L)

ROOFLINE_LITERAL(FLOPS, units::performance, 1.0L, 1.0L)
ROOFLINE_LITERAL(kFLOPS, units::performance, 1e3L, 1.0L)
ROOFLINE_LITERAL(MFLOPS, units::performance, 1e6L, 1.0L)
ROOFLINE_LITERAL(GFLOPS, units::performance, 1e9L, 1.0L)
ROOFLINE_LITERAL(TFLOPS, units::performance, 1e12L, 1.0L)
ROOFLINE_LITERAL(PFLOPS, units::performance, 1e15L, 1.0L)
ROOFLINE_LITERAL(EFLOPS, units::performance, 1e18L, 1.0L)

ROOFLINE_LITERAL(bit, units::traffic, 1.0L, 8.0L)
ROOFLINE_LITERAL(B, units::traffic, 1.0L, 1.0L)
ROOFLINE_LITERAL(kB, units::traffic, 1e3L, 1.0L)
ROOFLINE_LITERAL(MB, units::traffic, 1e6L, 1.0L)
ROOFLINE_LITERAL(GB, units::traffic, 1e9L, 1.0L)
ROOFLINE_LITERAL(TB, units::traffic, 1e12L, 1.0L)
ROOFLINE_LITERAL(PB, units::traffic, 1e15L, 1.0L)
ROOFLINE_LITERAL(KiB, units::traffic, 1024.0L, 1.0L)
ROOFLINE_LITERAL(MiB, units::traffic, 1048576.0L, 1.0L)
ROOFLINE_LITERAL(GiB, units::traffic, 1073741824.0L, 1.0L)
ROOFLINE_LITERAL(TiB, units::traffic, 1099511627776.0L, 1.0L)

ROOFLINE_LITERAL(Bps, units::bandwidth, 1.0L, 1.0L)
ROOFLINE_LITERAL(kBps, units::bandwidth, 1e3L, 1.0L)
ROOFLINE_LITERAL(MBps, units::bandwidth, 1e6L, 1.0L)
ROOFLINE_LITERAL(GBps, units::bandwidth, 1e9L, 1.0L)
ROOFLINE_LITERAL(TBps, units::bandwidth, 1e12L, 1.0L)
ROOFLINE_LITERAL(PBps, units::bandwidth, 1e15L, 1.0L)
ROOFLINE_LITERAL(GiBps, units::bandwidth, 1073741824.0L, 1.0L)
ROOFLINE_LITERAL(TiBps, units::bandwidth, 1099511627776.0L, 1.0L)

ROOFLINE_LITERAL(FLOPpB, units::intensity, 1.0L, 1.0L)

ROOFLINE_LITERAL(s, units::duration, 1.0L, 1.0L)
ROOFLINE_LITERAL(ms, units::duration, 1.0L, 1e3L)
ROOFLINE_LITERAL(us, units::duration, 1.0L, 1e6L)
ROOFLINE_LITERAL(ns, units::duration, 1.0L, 1e9L)

ROOFLINE_LITERAL(J, units::energy, 1.0L, 1.0L)
ROOFLINE_LITERAL(kJ, units::energy, 1e3L, 1.0L)
ROOFLINE_LITERAL(W, units::power, 1.0L, 1.0L)
ROOFLINE_LITERAL(kW, units::power, 1e3L, 1.0L)

#undef ROOFLINE_LITERAL

/// KB means 1000 bytes to some and 1024 to others, so it does not compile.
template<char... Digits>
constexpr units::traffic operator""_KB() {
    static_assert(sizeof...(Digits) == 0, "KB is ambiguous: write kB for 1000 byte or KiB for 1024 byte");
    return {};
}

}  // namespace roofline::inline literals
