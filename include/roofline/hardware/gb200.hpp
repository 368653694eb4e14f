// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/blackwell.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

#include <string_view>

/// NVIDIA GB200, one of the two GPUs of a superchip, in an NVL72 rack, at 1200 W. Analyses often give it the 9 / 4.5 /
/// 2.25 PFLOPS of the HGX B200; it has 10 / 5 / 2.5. 13.4 TB is the capacity of a rack, not a bandwidth. Host memory
/// hangs on the Grace CPU: what is moved there goes over interconnect<hw::nvlink_c2c>, not over PCIe, which is
/// interconnect<host> as everywhere.
namespace roofline::inline ROOFLINE_ABI::hw {

/// The link between the GPUs of a superchip and their Grace CPU.
struct nvlink_c2c {
    static constexpr std::string_view name = "nvlink_c2c"sv;
};

namespace source {
inline constexpr provenance gb200_special = derived(
    "152 SM x 16 op/clk x 2062 MHz, the highest clock that devices report; NVIDIA's table of the Blackwell Ultra "
    "architecture rounds to 5 T exp2/s; 16 is FlashAttention-4 (arXiv 2603.05451)");
inline constexpr provenance gb200_c2c = datasheet(
    "NVIDIA Blackwell datasheet 4204213 (October 2025), technical specifications, p. 8: half of the total of both "
    "directions; the two GPUs of a superchip share it, 225 GB/s each when both use it");
inline constexpr provenance gb200_units = derived(
    "the printed 80 TFLOPS of fp32 / (256 FLOP/clk x 2062 MHz, the highest clock that devices report), the next even "
    "number; the printed 5 T exp2/s give the same");
}  // namespace source

// clang-format off
inline constexpr auto gb200 = machine<"GB200">(
    ceiling<matrix_math<fp4>>(10000_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp6>>(5000_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp8>>(5000_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp16>>(2500_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<bf16>>(2500_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<tf32>>(1250_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp64>>(40_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<i8>>(5000_TFLOPS, source::blackwell_dense),
    ceiling<matrix_math<fp4, fp32, sparse_2_4>>(20000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp6, fp32, sparse_2_4>>(10000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp8, fp32, sparse_2_4>>(10000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(5000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(5000_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(2500_TFLOPS, source::blackwell_datasheet),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(10000_TFLOPS, source::blackwell_datasheet),
    unpublished<vector_math<fp16>>(),
    unpublished<vector_math<bf16>>(),
    ceiling<vector_math<fp32>>(80_TFLOPS, source::blackwell_datasheet),
    ceiling<vector_math<fp64>>(40_TFLOPS, source::blackwell_datasheet),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<special_math<special::log2>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<special_math<special::rsqrt>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<special_math<special::reciprocal>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<special_math<special::tanh>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<special_math<special::sin>>(5'014'784_MFLOPS, source::gb200_special),
    ceiling<memory<dram>>(8_TBps, source::blackwell_datasheet),
    unpublished<memory<llc>>(),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(186_GB, source::blackwell_datasheet),
    capacity<memory<llc>>(126_MiB, source::blackwell_l2),
    capacity<memory<shared>>(228_KiB, source::blackwell_tuning_guide),
    ceiling<interconnect<scale_up>>(900_GBps, source::blackwell_link),
    domain<interconnect<scale_up>>(72, source::blackwell_datasheet),
    ceiling<interconnect<nvlink_c2c>>(450_GBps, source::gb200_c2c),
    ceiling<interconnect<host>>(64_GBps, source::blackwell_link),
    ceiling<board_power>(1200_W, source::blackwell_datasheet),
    compute_units(152, source::gb200_units));
// clang-format on

}  // namespace roofline::hw
