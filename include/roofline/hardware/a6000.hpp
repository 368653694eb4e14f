// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <roofline/hardware/detail/cuda_guide.hpp>
#include <roofline/machine/compute.hpp>
#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/units/literals.hpp>

/// NVIDIA RTX A6000 (Ampere GA102, all 84 SM at 1800 MHz). Not the RTX 6000 Ada, and not the L40, whose 181 TFLOPS are
/// sometimes paired with this card's 768 GB/s; 309.6 TFLOPS is its 2:4 rate. Unlike on GeForce cards, fp16 runs at one
/// rate with either accumulator. NVLink joins two cards over a bridge. No fp8.
namespace roofline::inline ROOFLINE_ABI::hw {

namespace source {
inline constexpr provenance a6000_whitepaper = datasheet(
    "NVIDIA RTX Blackwell PRO GPU Architecture whitepaper v1.1, Appendix A Table 4 (pp. 46-48), column RTX A6000; "
    "agrees with NVIDIA Ampere GA102 GPU Architecture whitepaper v2, Table 3");
inline constexpr provenance a6000_int4 = secondary(
    "attributed to the NVIDIA Ampere GA102 documents in comparisons of Ampere accelerators; 84 SM x 4096 op/clk x "
    "1800 MHz gives the same");
inline constexpr provenance a6000_fp64 =
    derived("84 SM x 4 FLOP/clk x 1800 MHz: 1/64 of the fp32 rate, as everywhere on GA102; no document read prints it");
inline constexpr provenance a6000_special = derived(
    "84 SM x 16 op/clk x 1800 MHz; 16 is the CUDA C++ Programming Guide, table of arithmetic instruction throughput, "
    "compute capability 8.6, as quoted on forums.developer.nvidia.com (Parallelism in SFUs, 170635)");
inline constexpr provenance a6000_nvlink = quoted(
    "NVIDIA RTX A6000 datasheet, as quoted by ServeTheHome (October 2020): 112.5 GB/s for both directions, half of it "
    "here; a bridge joins two cards");
inline constexpr provenance a6000_pcie = derived(
    "PCIe Gen4 (RTX Blackwell PRO whitepaper v1.1, Appendix A Table 4): 16 lanes x 16 Gbit/s are 32 GB/s a direction");
}  // namespace source

// clang-format off
inline constexpr auto a6000 = machine<"RTX A6000">(
    ceiling<matrix_math<fp16>>(154.8_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<fp16, fp16>>(154.8_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<bf16>>(154.8_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<tf32>>(77.4_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<i8>>(309.7_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<i4>>(619.3_TFLOPS, source::a6000_int4),
    ceiling<matrix_math<fp16, fp32, sparse_2_4>>(309.6_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<fp16, fp16, sparse_2_4>>(309.6_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<bf16, fp32, sparse_2_4>>(309.6_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<tf32, fp32, sparse_2_4>>(154.8_TFLOPS, source::a6000_whitepaper),
    ceiling<matrix_math<i8, i32, sparse_2_4>>(619.4_TFLOPS, source::a6000_whitepaper),
    ceiling<vector_math<fp16>>(38.7_TFLOPS, source::a6000_whitepaper),
    ceiling<vector_math<bf16>>(38.7_TFLOPS, source::a6000_whitepaper),
    ceiling<vector_math<fp32>>(38.7_TFLOPS, source::a6000_whitepaper),
    ceiling<vector_math<fp64>>(604'800_MFLOPS, source::a6000_fp64),
    unpublished<vector_math<i32>>(),
    ceiling<special_math<special::exp2>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<special_math<special::log2>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<special_math<special::rsqrt>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<special_math<special::reciprocal>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<special_math<special::tanh>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<special_math<special::sin>>(2'419'200_MFLOPS, source::a6000_special),
    ceiling<memory<dram>>(768_GBps, source::a6000_whitepaper),  // its table prints 19.5 Gbit/s a pin; 768 GB/s is 16
    unpublished<memory<llc>>(),
    unpublished<memory<shared>>(),
    capacity<memory<dram>>(48_GB, source::a6000_whitepaper),
    capacity<memory<llc>>(6144_KiB, source::a6000_whitepaper),
    capacity<memory<shared>>(100_KiB, source::cuda_guide),
    ceiling<interconnect<scale_up>>(56.25_GBps, source::a6000_nvlink),
    domain<interconnect<scale_up>>(2, source::a6000_nvlink),
    ceiling<interconnect<host>>(32_GBps, source::a6000_pcie),
    ceiling<board_power>(300_W, source::a6000_whitepaper),
    compute_units(84, source::a6000_whitepaper));
// clang-format on

}  // namespace roofline::hw
