// SPDX-License-Identifier: BSL-1.0
// expect-error: matmul: the extents do not agree
// expect: matmul of (4,7) x (8,6): the inner extents are 7 and 8 and must be equal

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/roofline.hpp>

using namespace roofline;

#ifndef POSITIVE_CONTROL
constexpr auto up = matmul(tensor<bf16, 4, 7>{}, tensor<bf16, 8, 6>{});
constexpr auto act = silu_and_mul(up.result());
constexpr auto down = matmul(act.result(), tensor<bf16, 3, 5>{});
constexpr auto layer = sequence(fuse(up, act), add(down.result(), down.result()), rms_norm(act.result(), tensor<bf16, 3>{}));
static_assert(memory_bound(repeat(overlap(layer, down), 2), hw::a100_sxm_80gb));
static_assert(place(layer, hw::a100_sxm_80gb).limit == resource_of<memory<dram>>);
static_assert(work(layer) > 1_FLOP && traffic(layer) > 1_B && intensity(layer) > 0.1_FLOPpB);
static_assert(speedup(layer, down, hw::a100_sxm_80gb) > 1);
#else
constexpr auto up = matmul(tensor<bf16, 4, 8>{}, tensor<bf16, 8, 6>{});
constexpr auto act = silu_and_mul(up.result());
constexpr auto down = matmul(act.result(), tensor<bf16, 3, 5>{});
constexpr auto layer = sequence(fuse(up, act), add(down.result(), down.result()), rms_norm(act.result(), tensor<bf16, 3>{}));
static_assert(work(layer) > 1_FLOP && traffic(layer) > 1_B && intensity(layer) > 0.1_FLOPpB);
#endif
