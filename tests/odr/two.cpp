// SPDX-License-Identifier: BSL-1.0
#include <roofline/hardware/gb200.hpp>
#include <roofline/roofline.hpp>

roofline::units::duration time_in_two() {
    using namespace roofline;
    constexpr auto q_b = matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>);
    return place(q_b, hw::gb200).time;
}

const void* machine_in_two() { return &roofline::hw::gb200; }
