// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (512,4096) x (11008,4096): the inner extents are 4096 and 11008 and must be equal
// expect(nvcc): MayAgree=false, T=roofline::bf16, X=<512L, 4096L>, U=roofline::bf16, W=<11008L, 4096L>]" at line
// expect(nvcc): instantiation of "auto roofline::matmul(const roofline::tensor<T, Rows, K> &, const roofline::tensor<U, L, N> &, const Options &...) [with T=roofline::bf16, Rows=512L, K=4096L, U=roofline::bf16, L=11008L, N=4096L, Options=<>]" at line
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
// [broken]
constexpr auto y = matmul(tensor<bf16, 512, 4096>{}, tensor<bf16, 11008, 4096>{});  // the weight is (N,K)
// [/broken]
#else
constexpr auto y = matmul(tensor<bf16, 512, 4096>{}, tensor<bf16, 4096, 11008>{});
#endif
