// SPDX-License-Identifier: BSL-1.0
// What holds of every machine of the catalogue.
#include <static_check.hpp>

#include "catalogue.hpp"

#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

namespace {

template<class R>
constexpr bool lists(const auto& m) {
    return detail::publication_of<R, std::remove_cvref_t<decltype(m)>> != detail::publication::absent;
}

// A machine with one number that does not say where it is from. The functions of provenance refuse to make one.
constexpr provenance nowhere{evidence::datasheet, ""};
constexpr machine_type<"unsourced ceiling", unpublished_entry<memory<llc>>, ceiling_entry<memory<dram>, memory<dram>>>
    unsourced_ceiling{{{}, {}, {1e12, nowhere}}};
constexpr machine_type<"unsourced capacity", ceiling_entry<memory<dram>, memory<dram>>, capacity_entry<memory<dram>>>
    unsourced_capacity{{{}, {1e12, {evidence::datasheet, "sheet"}}, {8e9, nowhere}}};
constexpr machine_type<"unsourced count", compute_units_entry> unsourced_count{{{}, {1, {evidence::datasheet, nullptr}}}};

}  // namespace

TEST_CASE("every number says where it is from") {
    STATIC_CHECK(all([](const auto& m) { return every_number_sourced(m); }));
    STATIC_CHECK(all([](const auto& m) { return every_ceiling_sourced(m); }));
}

TEST_CASE("a number that does not say where it is from is found") {
    STATIC_CHECK(!every_number_sourced(unsourced_ceiling));
    STATIC_CHECK(!every_ceiling_sourced(unsourced_ceiling));
    STATIC_CHECK(!every_number_sourced(unsourced_capacity));
    STATIC_CHECK(!every_number_sourced(unsourced_count));
}

TEST_CASE("nothing in the catalogue is what an analysis says") {
    STATIC_CHECK(all([](const auto& m) {
        return each_entry(m, [](const auto& entry) {
            if constexpr (requires { entry.source; })
                return entry.source.kind != evidence::as_published;
            else
                return true;
        });
    }));
}

TEST_CASE("every machine lists what elementwise operators and caches need, as a rate or as unpublished") {
    STATIC_CHECK(all([](const auto& m) {
        return lists<vector_math<fp32>>(m) && lists<special_math<special::exp2>>(m) &&
               lists<special_math<special::log2>>(m) && lists<special_math<special::rsqrt>>(m) &&
               lists<special_math<special::reciprocal>>(m) && lists<special_math<special::tanh>>(m) &&
               lists<special_math<special::sin>>(m) && lists<memory<llc>>(m) && lists<memory<shared>>(m);
    }));
}

TEST_CASE("every machine has the rates, capacities and counts that any analysis needs") {
    STATIC_CHECK(all([](const auto& m) {
        using M = std::remove_cvref_t<decltype(m)>;
        return publishes<matrix_math<bf16>, M> && publishes<matrix_math<fp16>, M> && publishes<matrix_math<i8>, M> &&
               publishes<memory<dram>, M> && publishes<interconnect<host>, M> && publishes<board_power, M> &&
               capacity<memory<dram>>(m) >= 24_GB && capacity<memory<llc>>(m) >= 6_MiB &&
               capacity<memory<shared>>(m) >= 64_KiB && compute_units(m) >= 84;
    }));
}

TEST_CASE("bf16 and fp16 run at one rate, i8 at twice that or more, and 2:4 at twice dense") {
    STATIC_CHECK(all([](const auto& m) {
        return rate<matrix_math<fp16>>(m) == rate<matrix_math<bf16>>(m) &&
               rate<matrix_math<i8>>(m).value() >= 1.99 * rate<matrix_math<bf16>>(m).value() &&
               near(rate<matrix_math<bf16, fp32, sparse_2_4>>(m), 2.0 * rate<matrix_math<bf16>>(m), 1e-4) &&
               near(rate<matrix_math<fp16, fp32, sparse_2_4>>(m), 2.0 * rate<matrix_math<fp16>>(m), 1e-4) &&
               near(rate<matrix_math<tf32, fp32, sparse_2_4>>(m), 2.0 * rate<matrix_math<tf32>>(m), 1e-4) &&
               near(rate<matrix_math<i8, i32, sparse_2_4>>(m), 2.0 * rate<matrix_math<i8>>(m), 1e-4);
    }));
}

TEST_CASE("ridge points lie where a card or module of these generations has them") {
    STATIC_CHECK(all([](const auto& m) {
        const units::intensity bf16_ridge = ridge<matrix_math<bf16>>(m);
        const units::intensity fp32_ridge = ridge<vector_math<fp32>>(m);
        return bf16_ridge > 150_FLOPpB && bf16_ridge < 320_FLOPpB && fp32_ridge > 9_FLOPpB && fp32_ridge < 85_FLOPpB;
    }));
}

TEST_CASE("a machine that states how many devices its network joins states the rate, and the reverse") {
    STATIC_CHECK(all([](const auto& m) {
        using M = std::remove_cvref_t<decltype(m)>;
        return publishes<interconnect<scale_up>, M> == std::derived_from<M, domain_entry<interconnect<scale_up>>>;
    }));
}

TEST_CASE("every machine converts to any_machine, and fits") {
    STATIC_CHECK(all([](const any_machine& m) { return m.size() >= 20 && m.cache_bytes() > 0 && !m.name().empty(); }));
}
