// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

#include <stdexcept>
#include <type_traits>
#include <utility>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr auto small = machine<"small">(
    ceiling<matrix_math<bf16>>(100_TFLOPS, datasheet("sheet 1")), ceiling<vector_math<fp32>>(10_TFLOPS, measured("run 2")),
    ceiling<special_math<special::exp2>>(5_TFLOPS, datasheet("sheet 3"), runs_on<vector_engine>),
    ceiling<memory<dram>>(1_TBps, datasheet("sheet 4")), unpublished<memory<llc>>(),
    capacity<memory<dram>>(64_GB, datasheet("sheet 4")), capacity<memory<llc>>(40_MiB, datasheet("sheet 5")),
    compute_units(10, datasheet("sheet 6")));
constexpr any_machine flat = small;

constexpr auto without_cache = machine<"without cache">(ceiling<memory<dram>>(1_TBps, datasheet("x")));

// Many resources of one's own: counter<0> ... counter<64>.
template<int I>
inline constexpr char digits[] = {'c', static_cast<char>('0' + I / 10), static_cast<char>('0' + I % 10)};
template<int I>
struct counter {
    static constexpr std::string_view name{digits<I>, 3};
    static constexpr resource_kind kind = resource_kind::other;
    using demand_type = units::work;
    using rate_type = units::performance;
};
template<int... I>
constexpr auto with_counters(std::integer_sequence<int, I...>) {
    return machine<"counters">(ceiling<counter<I>>(1_TFLOPS, datasheet("x"))...);
}

}  // namespace

TEST_CASE("a flat machine holds what the typed one states") {
    STATIC_CHECK(flat.name() == "small");
    STATIC_CHECK(flat.size() == 5);
    STATIC_CHECK(flat.find(resource_of<matrix_math<bf16>>.id)->rate == 100e12);
    STATIC_CHECK(flat.find(resource_of<memory<dram>>.id)->rate == 1e12);
    STATIC_CHECK(flat.find(resource_of<memory<dram>>.id)->source.source() == "sheet 4");
    STATIC_CHECK(flat.find(resource_of<vector_math<fp32>>.id)->source.kind == evidence::measured);
    STATIC_CHECK(flat.find(resource_of<matrix_math<fp8>>.id) == nullptr);
    STATIC_CHECK(flat.cache_bytes() == 40.0 * 1024 * 1024);
    STATIC_CHECK(any_machine(without_cache).cache_bytes() == 0);
}

TEST_CASE("an unpublished resource is there without a rate") {
    STATIC_CHECK(flat.find(resource_of<memory<llc>>.id) != nullptr);
    STATIC_CHECK(flat.find(resource_of<memory<llc>>.id)->rate == 0);
}

TEST_CASE("a flat machine keeps the engine that the machine names") {
    STATIC_CHECK(flat.find(resource_of<special_math<special::exp2>>.id)->what.engine == resource_of<vector_math<fp32>>.engine);
    STATIC_CHECK(flat.find(resource_of<matrix_math<bf16>>.id)->what.engine == resource_of<matrix_math<bf16>>.engine);
}

TEST_CASE("a flat machine takes no allocation and can be copied as bytes") {
    STATIC_CHECK(std::is_trivially_copyable_v<any_machine>);
    STATIC_CHECK(std::is_trivially_destructible_v<any_machine>);
}

TEST_CASE("a flat machine holds 64 resources and no more") {
    constexpr auto fits = with_counters(std::make_integer_sequence<int, 64>{});
    STATIC_CHECK(any_machine(fits).size() == 64);
    STATIC_CHECK(any_machine(fits).find(resource_of<counter<63>>.id)->rate == 1e12);
    constexpr auto too_many = with_counters(std::make_integer_sequence<int, 65>{});
    CHECK_THROWS_WITH_AS(any_machine{too_many}, "an any_machine holds at most 64 resources", std::length_error);
}

TEST_CASE("every ceiling of a flat machine can be visited") {
    int published = 0;
    for (const any_machine::ceiling& c : flat) published += c.rate > 0;
    CHECK(published == 4);
}
