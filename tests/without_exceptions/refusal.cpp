// SPDX-License-Identifier: BSL-1.0
// Without exceptions a refusal calls the handler of the program with the sentence that would be thrown, and then aborts.
#include <roofline/hardware/gb200.hpp>
#include <roofline/roofline.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace roofline;

int main(int count, char**) {
    // [handler]
    set_refusal_handler([](const char* sentence) { std::puts(sentence); });
    // [/handler]
    std::signal(SIGABRT, [](int) {
        std::puts("aborted");
        std::fflush(stdout);
        std::_Exit(0);
    });
    const std::int64_t inner = 4 * count;  // 4, unless somebody gives arguments
    const tensor<bf16, 8, dyn> x{inner};
    const tensor<bf16, 5, 16> weight;
    return min_time(matmul(x, weight), hw::gb200) > units::duration() ? 0 : 1;
}
