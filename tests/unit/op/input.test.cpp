// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr tensor<bf16, 16, 32> x;
constexpr tensor<bf16, 32, 64> w;
constexpr auto producer = matmul(x, w);  // -> (16,64), 2048 bytes
using y = tensor<bf16, 16, 64>;

/// Reads `bytes` of an intermediate and writes 10.
template<class Entry>
constexpr auto reads_part(const Entry& entry, double bytes) {
    return detail::make_operation(demands<step<memory<dram>>>{{{{bytes + 10, 10}}}}, tensor<i8, 10>{},
                                  detail::tensors<detail::partly<Entry>>{{entry, bytes}, {}});
}

}  // namespace

TEST_CASE("an operand that is read in part is fused at the bytes that were counted") {
    constexpr auto consumer = reads_part(y{}, 300);
    STATIC_CHECK(fusible<decltype(producer), decltype(consumer)>);
    STATIC_CHECK(traffic(fuse(producer, consumer)) == traffic(producer) - 2048_B + 10_B);
    constexpr auto as_weight = reads_part(detail::as_weight<y>{}, 300);
    STATIC_CHECK(fusible<decltype(producer), decltype(as_weight)>);
    STATIC_CHECK(traffic(fuse(producer, as_weight)) == traffic(producer) - 2048_B + 10_B);
}

TEST_CASE("a tensor that is written beside the result is not taken") {
    constexpr auto list = demands<step<memory<dram>>>{{{{20, 10}}}};
    constexpr auto writes = detail::make_operation(list, tensor<i8, 10>{}, detail::tensors<detail::also_written<y>>{});
    STATIC_CHECK(!fusible<decltype(producer), decltype(writes)>);
    STATIC_CHECK(sizeof(writes) == sizeof(list));
}
