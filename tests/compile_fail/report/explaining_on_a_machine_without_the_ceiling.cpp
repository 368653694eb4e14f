// SPDX-License-Identifier: BSL-1.0
// expect-error: place: the machine has no ceiling for a resource that the operator demands
// expect: npu publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: bf16

#include <roofline/report.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto npu = machine<"npu">(ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("x")),
                                    ceiling<memory<dram>>(1_TBps, datasheet("x")));
constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 4, 8>{}, tensor<fp8_e4m3, 8, 3>{});
constexpr auto in_bf16 = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});

#ifndef POSITIVE_CONTROL
const report::document derivation = report::explain(in_fp8, npu);
#else
const report::document derivation = report::explain(in_bf16, npu);
#endif
