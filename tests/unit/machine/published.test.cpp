// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

#include <string_view>
#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr auto mi250x = machine<"MI250X">(
    ceiling<matrix_math<fp64>>(95.7_TFLOPS, datasheet("x")), ceiling<matrix_math<fp32>>(95.7_TFLOPS, datasheet("x")),
    ceiling<matrix_math<fp16>>(383_TFLOPS, datasheet("x")), ceiling<matrix_math<bf16>>(383_TFLOPS, datasheet("x")),
    ceiling<matrix_math<i8>>(383_TFLOPS, datasheet("x")),
    ceiling<matrix_math<fp16, fp16>>(383_TFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(47.9_TFLOPS, datasheet("x")),
    unpublished<memory<llc>>(), ceiling<memory<dram>>(3.2_TBps, datasheet("x")));

constexpr auto variants_only = machine<"Variant">(ceiling<matrix_math<fp16, fp16>>(1_TFLOPS, datasheet("x")),
                                                  ceiling<memory<dram>>(1_TBps, datasheet("x")));
constexpr auto silent = machine<"Silent">(unpublished<memory<llc>>());

/// The sentence that a failed static check prints, if it is the one that the flat machine composes.
template<class R, class M>
constexpr std::string_view missing(const M& m) {
    if (any_machine(m).missing(resource_of<R>).view() != detail::no_ceiling<M, R>::value.view()) return "static and dynamic differ";
    return detail::no_ceiling<M, R>::value.view();
}

}  // namespace

TEST_CASE("the sentence about a missing ceiling says what there is") {
    STATIC_CHECK(missing<matrix_math<fp8>>(mi250x) ==
                 "MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8");
    STATIC_CHECK(missing<vector_math<fp16>>(mi250x) ==
                 "MI250X publishes no ceiling for vector_math<fp16>; it publishes vector_math: fp32");
    STATIC_CHECK(missing<memory<shared>>(mi250x) ==
                 "MI250X publishes no ceiling for memory<shared>; it publishes memory: dram");
}

TEST_CASE("who asks for a variant is told of all variants by their full names") {
    STATIC_CHECK(missing<matrix_math<fp16, fp32, sparse_2_4>>(mi250x) ==
                 "MI250X publishes no ceiling for matrix_math<fp16, fp32, sparse_2_4>; it publishes matrix_math<fp64>, "
                 "matrix_math<fp32>, matrix_math<fp16>, matrix_math<bf16>, matrix_math<i8>, matrix_math<fp16, fp16>");
}

TEST_CASE("a machine with nothing of the kind says what kinds it has instead") {
    STATIC_CHECK(missing<interconnect<scale_up>>(mi250x) ==
                 "MI250X publishes no ceiling for interconnect<scale_up>; it publishes no interconnect at all, but: "
                 "matrix_math vector_math memory");
}

TEST_CASE("a machine that has only variants does not say that it has no matrix math") {
    STATIC_CHECK(missing<matrix_math<fp16>>(variants_only).find("matrix_math<fp16, fp16>") != std::string_view::npos);
    STATIC_CHECK(missing<matrix_math<fp16>>(variants_only).find("no matrix_math at all") == std::string_view::npos);
}

TEST_CASE("the sentence about a machine that publishes nothing is a whole sentence") {
    STATIC_CHECK(!missing<memory<dram>>(silent).ends_with(":"));
}

TEST_CASE("the sentences about rates and capacities that are not given") {
    STATIC_CHECK(detail::unknown_rate("GB200", "memory<llc>").view() ==
                 "GB200 has memory<llc>, but its rate is unpublished");
    STATIC_CHECK(detail::missing_capacity("A", "memory<llc>", "any_cache").view() ==
                 "A states no capacity of memory<llc>, which any_cache needs");
}
