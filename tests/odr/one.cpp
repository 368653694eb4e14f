// SPDX-License-Identifier: BSL-1.0
// The library included in two translation units of one program: it links, and both see the same things.
#include <roofline/hardware/gb200.hpp>
#include <roofline/roofline.hpp>

roofline::units::duration time_in_two();
const void* machine_in_two();

int main() {
    using namespace roofline;
    constexpr auto q_b = matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>);
    const bool same_answer = place(q_b, hw::gb200).time == time_in_two();
    const bool same_machine = static_cast<const void*>(&hw::gb200) == machine_in_two();
    return same_answer && same_machine ? 0 : 1;
}
