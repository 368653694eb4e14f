// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;

// Every literal in its integer and its floating form, against the number it stands for.
#define CHECK_LITERAL(suffix, quantity, base, factor)                                                                  \
    STATIC_CHECK(3_##suffix == quantity::from_value((factor) * 3.0));                                                  \
    STATIC_CHECK(0.5_##suffix == quantity::from_value((factor) * 0.5));                                                \
    STATIC_CHECK(1_##suffix == (factor) * (base))

TEST_CASE("FLOP literals go from none to exa") {
    using units::flop;
    CHECK_LITERAL(FLOP, units::work, flop, 1.0);
    CHECK_LITERAL(kFLOP, units::work, flop, 1e3);
    CHECK_LITERAL(MFLOP, units::work, flop, 1e6);
    CHECK_LITERAL(GFLOP, units::work, flop, 1e9);
    CHECK_LITERAL(TFLOP, units::work, flop, 1e12);
    CHECK_LITERAL(PFLOP, units::work, flop, 1e15);
    CHECK_LITERAL(EFLOP, units::work, flop, 1e18);
}

TEST_CASE("FLOPS literals go from none to exa") {
    constexpr auto per_second = units::flop / units::second;
    CHECK_LITERAL(FLOPS, units::performance, per_second, 1.0);
    CHECK_LITERAL(kFLOPS, units::performance, per_second, 1e3);
    CHECK_LITERAL(MFLOPS, units::performance, per_second, 1e6);
    CHECK_LITERAL(GFLOPS, units::performance, per_second, 1e9);
    CHECK_LITERAL(TFLOPS, units::performance, per_second, 1e12);
    CHECK_LITERAL(PFLOPS, units::performance, per_second, 1e15);
    CHECK_LITERAL(EFLOPS, units::performance, per_second, 1e18);
}

TEST_CASE("byte literals have powers of ten and powers of 1024, and bits") {
    using units::byte;
    CHECK_LITERAL(bit, units::traffic, byte, 0.125);
    CHECK_LITERAL(B, units::traffic, byte, 1.0);
    CHECK_LITERAL(kB, units::traffic, byte, 1e3);
    CHECK_LITERAL(MB, units::traffic, byte, 1e6);
    CHECK_LITERAL(GB, units::traffic, byte, 1e9);
    CHECK_LITERAL(TB, units::traffic, byte, 1e12);
    CHECK_LITERAL(PB, units::traffic, byte, 1e15);
    CHECK_LITERAL(KiB, units::traffic, byte, 1024.0);
    CHECK_LITERAL(MiB, units::traffic, byte, 1024.0 * 1024.0);
    CHECK_LITERAL(GiB, units::traffic, byte, 1024.0 * 1024.0 * 1024.0);
    CHECK_LITERAL(TiB, units::traffic, byte, 1024.0 * 1024.0 * 1024.0 * 1024.0);
}

TEST_CASE("bandwidth literals") {
    constexpr auto per_second = units::byte / units::second;
    CHECK_LITERAL(Bps, units::bandwidth, per_second, 1.0);
    CHECK_LITERAL(kBps, units::bandwidth, per_second, 1e3);
    CHECK_LITERAL(MBps, units::bandwidth, per_second, 1e6);
    CHECK_LITERAL(GBps, units::bandwidth, per_second, 1e9);
    CHECK_LITERAL(TBps, units::bandwidth, per_second, 1e12);
    CHECK_LITERAL(PBps, units::bandwidth, per_second, 1e15);
    CHECK_LITERAL(GiBps, units::bandwidth, per_second, 1073741824.0);
    CHECK_LITERAL(TiBps, units::bandwidth, per_second, 1099511627776.0);
}

TEST_CASE("intensity, energy and power literals") {
    constexpr auto per_byte = units::flop / units::byte;
    constexpr auto watt = units::joule / units::second;
    CHECK_LITERAL(FLOPpB, units::intensity, per_byte, 1.0);
    CHECK_LITERAL(J, units::energy, units::joule, 1.0);
    CHECK_LITERAL(kJ, units::energy, units::joule, 1e3);
    CHECK_LITERAL(W, units::power, watt, 1.0);
    CHECK_LITERAL(kW, units::power, watt, 1e3);
}

TEST_CASE("a duration literal is the double nearest to what it says, below a second too") {
    STATIC_CHECK(3_s == 3.0 * units::second);
    STATIC_CHECK(3_ms == 3e-3 * units::second);
    STATIC_CHECK(3_us == 3e-6 * units::second);
    STATIC_CHECK(3_ns == 3e-9 * units::second);
    STATIC_CHECK(4.5_us == 4.5e-6 * units::second);
    STATIC_CHECK(2.6_us == 2.6e-6 * units::second);  // 2.6 * 1e-6 in double is another number
}

TEST_CASE("a literal with a prefix is the double nearest to what it says") {
    STATIC_CHECK(9.66_GFLOP == 9.66e9 * units::flop);
    STATIC_CHECK(25.6_MB == 25.6e6 * units::byte);
    STATIC_CHECK(989.4_TFLOPS == 989.4e12 * (units::flop / units::second));
    STATIC_CHECK(3.35_TBps == 3.35e12 * (units::byte / units::second));
    STATIC_CHECK(1.1_GB == 1.1e9 * units::byte);
}

TEST_CASE("an integer literal is exact up to 2^53") {
    STATIC_CHECK(9007199254740992_FLOP - 9007199254740991_FLOP == 1_FLOP);
    STATIC_CHECK(9663676416_FLOP == 2.0 * 128 * 1536 * 24576 * units::flop);
}

TEST_CASE("SI and binary prefixes are different units") {
    STATIC_CHECK(1_GiB == 1073741824_B);
    STATIC_CHECK(1_GB == 1000000000_B);
    STATIC_CHECK(1_GiB > 1_GB);
    STATIC_CHECK(1_TiB / 1_GiB == 1024.0);
    STATIC_CHECK(1_PB / 1_TB == 1000.0);
    STATIC_CHECK(8_bit == 1_B);
    STATIC_CHECK(1_bit == 0.125_B);
}
