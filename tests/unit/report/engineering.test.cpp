// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/engineering.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <clocale>
#include <iomanip>
#include <limits>
#include <sstream>
#include <string>

using namespace roofline;
using namespace roofline::literals;
using report::binary;
using report::engineering;
using report::significant;
using report::to_text;

TEST_CASE("a quantity is written with its engineering prefix") {
    CHECK(to_text(engineering(9663676416_FLOP)) == "9.664 GFLOP");
    CHECK(to_text(engineering(3024.7_TFLOPS)) == "3.025 PFLOP/s");
    CHECK(to_text(engineering(126.8_TFLOPS)) == "126.8 TFLOP/s");
    CHECK(to_text(engineering(25559040_B)) == "25.56 MB");
    CHECK(to_text(engineering(1935_GBps)) == "1.935 TB/s");
    CHECK(to_text(engineering(3.19488_us)) == "3.195 us");
    CHECK(to_text(engineering(378.0923_FLOPpB)) == "378.1 FLOP/B");
    CHECK(to_text(engineering(1200_W)) == "1.2 kW");
    CHECK(to_text(engineering(1e-12 * 1_J)) == "1 pJ");
}

TEST_CASE("zeros at the end are significant: none where the number is exact") {
    CHECK(to_text(engineering(8_TBps)) == "8 TB/s");
    CHECK(to_text(engineering(9.66_GFLOP)) == "9.66 GFLOP");
    CHECK(to_text(engineering(7.99996_TBps)) == "8.000 TB/s");
    CHECK(to_text(engineering(281.25_FLOPpB)) == "281.2 FLOP/B");  // a tie goes to the even digit, as IEEE 754 has it
    CHECK(to_text(engineering(281.25_FLOPpB, 5)) == "281.25 FLOP/B");
    CHECK(to_text(engineering(0.1_s + 0.2_s)) == "300.0 ms");  // not the double nearest to 0.3
}

TEST_CASE("rounding carries into the next prefix") {
    CHECK(to_text(engineering(999.94_kFLOP)) == "999.9 kFLOP");
    CHECK(to_text(engineering(999.96_kFLOP)) == "1.000 MFLOP");
    CHECK(to_text(engineering(1_MFLOP)) == "1 MFLOP");
    CHECK(to_text(engineering(999.9996_ms)) == "1.000 s");
    CHECK(to_text(engineering(999999_B)) == "1.000 MB");
    CHECK(to_text(engineering(999999_B, 6)) == "999.999 kB");
}

TEST_CASE("small whole numbers stand as they are") {
    CHECK(to_text(engineering(0_FLOP)) == "0 FLOP");
    CHECK(to_text(engineering(-0.0 * 1_s)) == "0 s");
    CHECK(to_text(engineering(3_FLOP)) == "3 FLOP");
    CHECK(to_text(engineering(500_B)) == "500 B");
    CHECK(to_text(engineering(999_FLOP)) == "999 FLOP");
    CHECK(to_text(engineering(1000_FLOP)) == "1 kFLOP");
}

TEST_CASE("units take no prefix that nobody says") {
    CHECK(to_text(engineering(0.5_FLOP)) == "0.5 FLOP");
    CHECK(to_text(engineering(4.5 * 1_bit)) == "0.5625 B");
    CHECK(to_text(engineering(86400.4_s)) == "86400 s");
    CHECK(to_text(engineering(12345.6_FLOPpB)) == "12346 FLOP/B");
    CHECK(to_text(engineering(0.00012345_FLOPpB)) == "1.234e-04 FLOP/B");
    CHECK(to_text(engineering(0.25e-12 * 1_s)) == "0.25 ps");
}

TEST_CASE("what no prefix reaches has an exponent") {
    CHECK(to_text(engineering(1e-20 * 1_s)) == "1e-20 s");
    CHECK(to_text(engineering(1.23456e30 * 1_FLOP)) == "1.235e+30 FLOP");
    CHECK(to_text(engineering(999e24 * 1_FLOP)) == "999 YFLOP");
    CHECK(to_text(engineering(std::numeric_limits<double>::denorm_min() * 1_s)) == "5e-324 s");
    CHECK(to_text(engineering(std::numeric_limits<double>::max() * 1_B)) == "1.798e+308 B");
}

TEST_CASE("what is no number is said to be none") {
    CHECK(to_text(engineering(std::numeric_limits<double>::infinity() * 1_s)) == "inf s");
    CHECK(to_text(engineering(-std::numeric_limits<double>::infinity() * 1_s)) == "-inf s");
    CHECK(to_text(engineering(std::numeric_limits<double>::quiet_NaN() * 1_s)) == "nan s");
}

TEST_CASE("differences may be negative") {
    CHECK(to_text(engineering(1_GFLOP - 3_GFLOP)) == "-2 GFLOP");
    CHECK(to_text(engineering(-999.96_kFLOP)) == "-1.000 MFLOP");
    CHECK(to_text(engineering(-3.5_us)) == "-3.5 us");
}

TEST_CASE("the number of digits is kept between what a prefix needs and what a double has") {
    CHECK(to_text(engineering(123456789_FLOP, 6)) == "123.457 MFLOP");
    CHECK(to_text(engineering(123456789_FLOP, 1)) == "123 MFLOP");
    CHECK(to_text(engineering(123456789_FLOP, -7)) == "123 MFLOP");
    CHECK(to_text(engineering(1_s / 3.0, 99)) == "333.3333333333333 ms");
}

TEST_CASE("bytes take prefixes of 1024 where asked") {
    CHECK(to_text(binary(12_GiB)) == "12 GiB");
    CHECK(to_text(binary(25559040_B)) == "24.38 MiB");
    CHECK(to_text(binary(1023_KiB)) == "1023 KiB");
    CHECK(to_text(binary(1023.4_KiB)) == "1023 KiB");
    CHECK(to_text(binary(1023.6_KiB)) == "0.9996 MiB");
    CHECK(to_text(binary(1023.6_KiB, 5)) == "1023.6 KiB");
    CHECK(to_text(binary(1_KiB)) == "1 KiB");
    CHECK(to_text(binary(0_B)) == "0 B");
    CHECK(to_text(binary(-2_MiB)) == "-2 MiB");
    CHECK(to_text(binary(1e40 * 1_B)) == "1e+40 B");
    CHECK(to_text(binary(1e-40 * 1_B)) == "1e-40 B");
}

TEST_CASE("a column whose header names the unit shows the prefix alone") {
    CHECK(to_text(engineering(9663676416_FLOP).bare()) == "9.664 G");
    CHECK(to_text(engineering(3_FLOP).bare()) == "3");
    CHECK(to_text(engineering(378.09_FLOPpB).bare()) == "378.1");
}

TEST_CASE("bare numbers") {
    CHECK(to_text(significant(3024.7_TFLOPS / 1_TFLOPS)) == "3025");
    CHECK(to_text(significant(0.336)) == "0.336");
    CHECK(to_text(significant(2.0 / 3.0)) == "0.6667");
    CHECK(to_text(significant(1e15)) == "1e+15");
    CHECK(to_text(significant(12345678901234.0)) == "12345678901234");
}

TEST_CASE("streams take it, and their width with it") {
    std::ostringstream out;
    out << std::setw(12) << std::right << engineering(8_TBps) << '|' << engineering(3_FLOP);
    CHECK(out.str() == "      8 TB/s|3 FLOP");
}

TEST_CASE("the decimal point does not depend on the locale") {
    const char* before = std::setlocale(LC_ALL, nullptr);
    const std::string saved = before == nullptr ? "C" : before;
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"}) std::setlocale(LC_ALL, name);
    CHECK(to_text(engineering(9663676416_FLOP)) == "9.664 GFLOP");
    std::setlocale(LC_ALL, saved.c_str());
}

TEST_CASE("only quantities of this library are printed, and no bare number passes for one") {
    static_assert(report::printable_quantity<units::work>);
    static_assert(!report::printable_quantity<double>);
    static_assert(!report::printable_quantity<std::string>);
}
