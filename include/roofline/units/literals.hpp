// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/units/system.hpp>

/// Literals. SI prefixes are powers of ten everywhere; KiB, MiB, GiB, TiB are powers of 1024 and nothing else is.
/// An integer literal below 2^53 is scaled with one rounding; a decimal one in long double, so that 9.66_GFLOP is the
/// double nearest to 9.66e9.
namespace roofline::inline ROOFLINE_ABI::inline literals {

// Each line of the tables below defines one suffix, for integers and for decimals.
#define ROOFLINE_LITERAL(suffix, quantity, op, factor)                        \
    constexpr quantity operator""_##suffix(unsigned long long value) {        \
        return quantity::from_value(static_cast<double>(value) op factor);    \
    }                                                                         \
    constexpr quantity operator""_##suffix(long double value) {               \
        return quantity::from_value(static_cast<double>(value op factor##L)); \
    }

ROOFLINE_LITERAL(FLOP, units::work, *, 1.0)
ROOFLINE_LITERAL(kFLOP, units::work, *, 1e3)
ROOFLINE_LITERAL(MFLOP, units::work, *, 1e6)
ROOFLINE_LITERAL(GFLOP, units::work, *, 1e9)
ROOFLINE_LITERAL(TFLOP, units::work, *, 1e12)
ROOFLINE_LITERAL(PFLOP, units::work, *, 1e15)
ROOFLINE_LITERAL(EFLOP, units::work, *, 1e18)

ROOFLINE_LITERAL(FLOPS, units::performance, *, 1.0)
ROOFLINE_LITERAL(kFLOPS, units::performance, *, 1e3)
ROOFLINE_LITERAL(MFLOPS, units::performance, *, 1e6)
ROOFLINE_LITERAL(GFLOPS, units::performance, *, 1e9)
ROOFLINE_LITERAL(TFLOPS, units::performance, *, 1e12)
ROOFLINE_LITERAL(PFLOPS, units::performance, *, 1e15)
ROOFLINE_LITERAL(EFLOPS, units::performance, *, 1e18)

ROOFLINE_LITERAL(bit, units::traffic, /, 8.0)
ROOFLINE_LITERAL(B, units::traffic, *, 1.0)
ROOFLINE_LITERAL(kB, units::traffic, *, 1e3)
ROOFLINE_LITERAL(MB, units::traffic, *, 1e6)
ROOFLINE_LITERAL(GB, units::traffic, *, 1e9)
ROOFLINE_LITERAL(TB, units::traffic, *, 1e12)
ROOFLINE_LITERAL(PB, units::traffic, *, 1e15)
ROOFLINE_LITERAL(KiB, units::traffic, *, 1024.0)
ROOFLINE_LITERAL(MiB, units::traffic, *, 1048576.0)
ROOFLINE_LITERAL(GiB, units::traffic, *, 1073741824.0)
ROOFLINE_LITERAL(TiB, units::traffic, *, 1099511627776.0)

ROOFLINE_LITERAL(Bps, units::bandwidth, *, 1.0)
ROOFLINE_LITERAL(kBps, units::bandwidth, *, 1e3)
ROOFLINE_LITERAL(MBps, units::bandwidth, *, 1e6)
ROOFLINE_LITERAL(GBps, units::bandwidth, *, 1e9)
ROOFLINE_LITERAL(TBps, units::bandwidth, *, 1e12)
ROOFLINE_LITERAL(PBps, units::bandwidth, *, 1e15)
ROOFLINE_LITERAL(GiBps, units::bandwidth, *, 1073741824.0)
ROOFLINE_LITERAL(TiBps, units::bandwidth, *, 1099511627776.0)

ROOFLINE_LITERAL(FLOPpB, units::intensity, *, 1.0)

ROOFLINE_LITERAL(s, units::duration, *, 1.0)
ROOFLINE_LITERAL(ms, units::duration, /, 1e3)
ROOFLINE_LITERAL(us, units::duration, /, 1e6)
ROOFLINE_LITERAL(ns, units::duration, /, 1e9)

ROOFLINE_LITERAL(J, units::energy, *, 1.0)
ROOFLINE_LITERAL(kJ, units::energy, *, 1e3)
ROOFLINE_LITERAL(W, units::power, *, 1.0)
ROOFLINE_LITERAL(kW, units::power, *, 1e3)

#undef ROOFLINE_LITERAL

/// KB means 1000 bytes to some and 1024 to others, so it does not compile.
template<char... Digits>
constexpr units::traffic operator""_KB() {
    static_assert(sizeof...(Digits) == 0, "KB is ambiguous: write kB for 1000 byte or KiB for 1024 byte");
    return {};
}

}  // namespace roofline::inline literals
