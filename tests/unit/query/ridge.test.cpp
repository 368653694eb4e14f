// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/machine.hpp>
#include <roofline/query.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {
constexpr auto npu = machine<"npu">(
    ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("x")), ceiling<vector_math<fp32>>(10_TFLOPS, datasheet("x")),
    ceiling<memory<dram>>(2_TBps, datasheet("x")), ceiling<interconnect<scale_up>>(100_GBps, datasheet("x")),
    unpublished<memory<llc>>(), unpublished<special_math<special::exp2>>());
using npu_type = std::remove_const_t<decltype(npu)>;
}  // namespace

TEST_CASE("a ridge is a compute ceiling by a bandwidth, DRAM's unless said") {
    STATIC_CHECK(ridge<matrix_math<bf16>>(npu) == 200_FLOPpB);
    STATIC_CHECK(ridge<vector_math<fp32>>(npu) == 5_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>, memory<dram>>(npu) == 200_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>, interconnect<scale_up>>(npu) == 4000_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>>(any_machine(npu)) == 200_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<bf16>, interconnect<scale_up>>(any_machine(npu)) == 4000_FLOPpB);
}

TEST_CASE("a ridge on a level that the machine does not have, or does not publish, throws flat what it says typed") {
    STATIC_CHECK(detail::unpublished_ceiling<npu_type, memory<llc>>::value.view() ==
                 "npu has memory<llc>, but its rate is unpublished");
    CHECK_THROWS_WITH_AS((ridge<matrix_math<bf16>, memory<llc>>(any_machine(npu))),
                         "npu has memory<llc>, but its rate is unpublished", unsupported);
    CHECK_THROWS_WITH_AS(ridge<special_math<special::exp2>>(any_machine(npu)),
                         "npu has special_math<exp2>, but its rate is unpublished", unsupported);
    CHECK_THROWS_WITH_AS(ridge<matrix_math<fp8>>(any_machine(npu)),
                         "npu publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: bf16", unsupported);
    CHECK_THROWS_WITH_AS((ridge<matrix_math<bf16>, memory<shared>>(any_machine(npu))),
                         "npu publishes no ceiling for memory<shared>; it publishes memory: dram", unsupported);
}
