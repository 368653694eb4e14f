// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/version.hpp>

#include <cstdlib>

namespace roofline::inline ROOFLINE_ABI {

#if !defined(__cpp_exceptions)
/// What a program that is compiled without exceptions does about a refusal. It gets the sentence that would be thrown and
/// need not return: where it does, or where there is none, the program aborts.
using refusal_handler = void (*)(const char* sentence);

namespace detail {
inline refusal_handler on_refusal = nullptr;
}

/// Sets the handler of the program, and gives the one before. (Before threads are started: it is not synchronised.)
inline refusal_handler set_refusal_handler(refusal_handler handler) noexcept {
    const refusal_handler before = detail::on_refusal;
    detail::on_refusal = handler;
    return before;
}
#endif

namespace detail {
/// Throws; without exceptions calls the handler and aborts. It is no constant: a compiler that meets it in a constant expression
/// names the function that called it. (And a throw expression takes a compiler three times as long as a call.)
template<class Error>
[[noreturn]] inline void raise(const Error& error) {
#if defined(__cpp_exceptions)
    throw error;
#else
    if (on_refusal != nullptr) on_refusal(error.what());
    std::abort();
#endif
}
}  // namespace detail

}  // namespace roofline
