// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/diagnostic/accepted.hpp>
#include <roofline/diagnostic/label.hpp>
#include <roofline/diagnostic/poison.hpp>
#include <roofline/diagnostic/text.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::diagnostic;

namespace {
struct computed {
    static constexpr sentence value = sentence("seven is not {}", {8});
};
}  // namespace

TEST_CASE("poison goes through any expression as poison") {
    constexpr poison p;
    STATIC_CHECK(std::is_same_v<decltype(p + 1), poison>);
    STATIC_CHECK(std::is_same_v<decltype(2.0 - p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p * p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p / nullptr), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p < 1), poison>);
    STATIC_CHECK(std::is_same_v<decltype(1 <= p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p > p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p >= 'c'), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p == 1), poison>);
    STATIC_CHECK(std::is_same_v<decltype(1 != p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(!p), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p.result()), poison>);
    STATIC_CHECK(std::is_same_v<decltype(p(1, 2)), poison>);
}

TEST_CASE("poison holds as a condition, so that a refused operand makes one error and not two") {
    STATIC_CHECK(static_cast<bool>(poison{}));
    STATIC_CHECK(static_cast<bool>(!poison{}));
    STATIC_CHECK(static_cast<bool>(poison{} < 1));
}

TEST_CASE("a verdict is accepted when it holds, and carries the computed sentence without padding") {
    STATIC_CHECK(accepted<verdict<true, because<computed>>>);
    STATIC_CHECK(!accepted<verdict<false, because<computed>>>);
    STATIC_CHECK(std::is_same_v<because<computed>, reason<text("seven is not 8")>>);
}

TEST_CASE("a text is equal to itself as a template argument") {
    STATIC_CHECK(std::is_same_v<reason<text("a")>, reason<text("a")>>);
    STATIC_CHECK(!std::is_same_v<reason<text("a")>, reason<text("b")>>);
    STATIC_CHECK(text("Acme NPU 2").view() == "Acme NPU 2");
}

TEST_CASE("a label joins its parts") {
    static constexpr detail::label name{"matrix_math<", "fp8", ">"};
    STATIC_CHECK(name.view() == "matrix_math<fp8>");
}
