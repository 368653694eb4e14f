// SPDX-License-Identifier: BSL-1.0
// expect-error(gcc): a_search_range_must_not_be_empty
// expect-error(clang): must be initialized by a constant expression
// expect-error(nvcc): must have a constant value
// expect: a_search_range_must_not_be_empty
// expect(nvcc): a_search_range_must_not_be_empty

#include <roofline/roofline.hpp>

using namespace roofline;

constexpr auto mi250x = machine<"MI250X">(
    ceiling<matrix_math<fp64>>(95.7_TFLOPS, datasheet("x")), ceiling<matrix_math<fp32>>(95.7_TFLOPS, datasheet("x")),
    ceiling<matrix_math<fp16>>(383_TFLOPS, datasheet("x")), ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
    ceiling<matrix_math<i8>>(383_TFLOPS, datasheet("x")), unpublished<memory<llc>>(),
    ceiling<memory<dram>>(3.2_TBps, datasheet("x")));

constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 4, 8>{}, tensor<fp8_e4m3, 8, 3>{});
constexpr auto in_bf16 = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 3>{});
constexpr auto cached_only = op(demand<memory<llc>>(1_kB));

#ifndef POSITIVE_CONTROL
constexpr auto make = [](std::int64_t b) { return matmul(tensor<bf16, dyn, 8>{b}, tensor<bf16, 8, 3>{}); };
constexpr auto first = first_compute_bound(make, mi250x, 100, 1);
#else
constexpr auto make = [](std::int64_t b) { return matmul(tensor<bf16, dyn, 8>{b}, tensor<bf16, 8, 3>{}); };
constexpr auto first = first_compute_bound(make, mi250x, 1, 100);
#endif
