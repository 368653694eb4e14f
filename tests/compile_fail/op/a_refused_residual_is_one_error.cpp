// SPDX-License-Identifier: BSL-1.0
// expect-error: an elementwise operator takes tensors of one shape
// expect: add of (4,2,8) and (4,2,9): the shapes must be equal

#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto sum = add(tensor<bf16, 4, 2, 8>{}, tensor<bf16, 4, 2, 9>{});
#else
constexpr auto sum = add(tensor<bf16, 4, 2, 8>{}, tensor<bf16, 4, 2, 8>{});
#endif
constexpr auto y = rms_norm(tensor<bf16, 4, 2, 8>{}, tensor<bf16, 8>{}, residual(sum.result()));
constexpr auto z = layer_norm(y.result(), tensor<bf16, 8>{}, tensor<bf16, 8>{});
constexpr auto turned = rope(softmax(z.result()).result(), cast<fp16>(y.result()).result());
constexpr auto traffic_of_all = traffic(sequence(y, z, turned, quantize<nvfp4>(turned.result())));
