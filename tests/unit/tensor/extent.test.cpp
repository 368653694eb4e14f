// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/tensor.hpp>

using namespace roofline;

namespace {

template<class T, std::int64_t... E>
constexpr bool fault_is(std::string_view expected) {
    return detail::static_extents_fault<T, E...>::value.view() == expected;
}

}  // namespace

// What the compiler prints for a static tensor is what the exception of its dynamic twin says: tensor.test.cpp.
TEST_CASE("the computed sentence about static extents is that of the exception") {
    STATIC_CHECK(fault_is<bf16, 0>("a tensor of bf16 has extent 0 on axis 0; every extent is at least 1"));
    STATIC_CHECK(fault_is<nvfp4, 4, 0>("a tensor of nvfp4 has extent 0 on axis 1; every extent is at least 1"));
    STATIC_CHECK(fault_is<bf16, -5, dyn>("a tensor of bf16 has extent -5 on axis 0; every extent is at least 1"));
    STATIC_CHECK(fault_is<bf16, 4294967296, 4294967296>(
        "a tensor of bf16 and extents (4294967296,4294967296) has more than 2^53 elements"));
    STATIC_CHECK(fault_is<i1, 9007199254740993>("a tensor of i1 and extents (9007199254740993) has more than 2^53 elements"));
    STATIC_CHECK(fault_is<bf16, dyn, 9007199254740993>(
        "a tensor of bf16 and extents (dyn,9007199254740993) has more than 2^53 elements"));
}

TEST_CASE("sound extents have no fault") {
    STATIC_CHECK(fault_is<bf16>(""));
    STATIC_CHECK(fault_is<bf16, 1>(""));
    STATIC_CHECK(fault_is<bf16, dyn, 7168>(""));
    STATIC_CHECK(fault_is<bf16, 9007199254740992>(""));
}

TEST_CASE("the sentence about the number of run-time extents names both numbers") {
    STATIC_CHECK(detail::extent_count<1, 2>::value.view() == "this tensor has 1 dyn extents; 2 were given");
}

TEST_CASE("at most 2^53 elements, because up to there a double counts by ones") {
    STATIC_CHECK(static_cast<double>(max_elements - 1) + 1 == static_cast<double>(max_elements));
    STATIC_CHECK(static_cast<double>(max_elements) + 1 == static_cast<double>(max_elements));
}
