// SPDX-License-Identifier: BSL-1.0
// HGX B200 and GB200.
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

TEST_CASE("HGX B200: 9 / 4.5 / 2.25 PFLOPS and 7.7 TB/s") {
    STATIC_CHECK(rate<matrix_math<fp4>>(hw::b200) == 9_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp6>>(hw::b200) == 4.5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::b200) == 4.5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::b200) == 4.5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::b200) == 2.25_PFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::b200) == 1125_TFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32, fp32, sparse_2_4>>(hw::b200) == 2250_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp64>>(hw::b200) == 37_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp32>>(hw::b200) == 75_TFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::b200) == 7.7_TBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::b200) == 180_GB);
    STATIC_CHECK(rate<board_power>(hw::b200) == 1_kW);
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::b200) == 8);
    STATIC_CHECK(near(ridge<matrix_math<fp4>>(hw::b200), 1168.8_FLOPpB, 1e-4));
}

TEST_CASE("GB200: 10 / 5 / 2.5 PFLOPS and 8 TB/s") {
    STATIC_CHECK(rate<matrix_math<fp4>>(hw::gb200) == 10_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp6>>(hw::gb200) == 5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::gb200) == 5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::gb200) == 5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<bf16>>(hw::gb200) == 2.5_PFLOPS);
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::gb200) == 1.25_PFLOPS);
    STATIC_CHECK(rate<matrix_math<fp4, fp32, sparse_2_4>>(hw::gb200) == 20_PFLOPS);
    STATIC_CHECK(rate<memory<dram>>(hw::gb200) == 8_TBps);
    STATIC_CHECK(capacity<memory<dram>>(hw::gb200) == 186_GB);
    STATIC_CHECK(rate<board_power>(hw::gb200) == 1.2_kW);
    STATIC_CHECK(domain<interconnect<scale_up>>(hw::gb200) == 72);
    STATIC_CHECK(compute_units(hw::gb200) == 152);
    STATIC_CHECK(ridge<matrix_math<fp4>>(hw::gb200) == 1250_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp8>>(hw::gb200) == 625_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>>(hw::gb200) == 312.5_FLOPpB);
}

TEST_CASE("Blackwell: 2:4 is twice dense in every format") {
    const auto doubled = [](const auto& m) {
        return rate<matrix_math<fp4, fp32, sparse_2_4>>(m) == 2.0 * rate<matrix_math<fp4>>(m) &&
               rate<matrix_math<fp6, fp32, sparse_2_4>>(m) == 2.0 * rate<matrix_math<fp6>>(m) &&
               rate<matrix_math<fp8, fp32, sparse_2_4>>(m) == 2.0 * rate<matrix_math<fp8>>(m);
    };
    STATIC_CHECK(doubled(hw::b200));
    STATIC_CHECK(doubled(hw::gb200));
}

TEST_CASE("Blackwell: units x rate x clock") {
    // Devices report clocks up to 2062 MHz on GB200; its matrix rates are of 2008.
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::gb200, 8192, 2008));
    STATIC_CHECK(clocks_agree<matrix_math<fp4>>(hw::gb200, 32768, 2008));
    STATIC_CHECK(near(rate<vector_math<fp32>>(hw::gb200), peak(152, 256, 2062), 0.0035));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::gb200) == peak(152, 16, 2062));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::gb200) > 4.943_TFLOPS);  // what NVIDIA measured
    STATIC_CHECK(clocks_agree<matrix_math<bf16>>(hw::b200, 8192, 1856));
    STATIC_CHECK(rate<special_math<special::exp2>>(hw::b200) == peak(148, 16, 1965));
}

TEST_CASE("Blackwell: links per direction") {
    STATIC_CHECK(rate<interconnect<scale_up>>(hw::b200) == 900_GBps);
    STATIC_CHECK(rate<interconnect<scale_up>>(hw::gb200) == 900_GBps);
    STATIC_CHECK(rate<interconnect<host>>(hw::gb200) == 64_GBps);
    STATIC_CHECK(rate<interconnect<hw::nvlink_c2c>>(hw::gb200) == 450_GBps);
    STATIC_CHECK(!publishes<interconnect<hw::nvlink_c2c>, decltype(hw::b200)>);
    CHECK(interconnect<hw::nvlink_c2c>::name == "interconnect<nvlink_c2c>");
}

TEST_CASE("Blackwell: the capacity of the L2 is in MiB, its bandwidth is unpublished") {
    STATIC_CHECK(capacity<memory<llc>>(hw::b200) == 126_MiB);
    STATIC_CHECK(capacity<memory<llc>>(hw::gb200) == 126_MiB);
    STATIC_CHECK(!publishes<memory<llc>, decltype(hw::b200)>);
    STATIC_CHECK(!publishes<memory<llc>, decltype(hw::gb200)>);
}
