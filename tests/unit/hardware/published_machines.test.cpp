// SPDX-License-Identifier: BSL-1.0
// The machines as published: their documents' ridge points, and how far they are from what vendors print.
#include <static_check.hpp>

#include "catalogue.hpp"

#include <published_machines.hpp>

#include <roofline/op.hpp>
#include <roofline/query/place.hpp>
#include <roofline/units/literals.hpp>

using namespace roofline;
using namespace roofline::literals;
using namespace catalogue;

namespace {

constexpr bool all_published(auto holds) {
    return holds(published::gb200) && holds(published::a6000) && holds(published::a100_pcie) &&
           holds(published::a100) && holds(published::rtx_4090);
}

constexpr auto activation = silu_and_mul(tensor<bf16, 128, 4096>{});              // (128,4096) -> (128,2048)
constexpr auto norm = rms_norm(tensor<bf16, 128, 4096>{}, tensor<bf16, 4096>{});  // (128,4096) -> (128,4096)
constexpr auto in_fp8 = matmul(tensor<fp8_e4m3, 128, 128>{}, tensor<fp8_e4m3, 128, 128>{});

}  // namespace

TEST_CASE("every number of them says that a document says so") {
    STATIC_CHECK(all_published([](const auto& m) { return every_number_sourced(m); }));
    STATIC_CHECK(all_published([](const auto& m) {
        return each_entry(m, [](const auto& entry) {
            if constexpr (requires { entry.source; })
                return entry.source.kind == evidence::as_published;
            else
                return true;
        });
    }));
}

TEST_CASE("elementwise operators can be placed on them, bound by memory") {
    STATIC_CHECK(all_published([](const auto& m) {
        return place(activation, m).limit == resource_of<memory<dram>> &&
               place(norm, m).limit == resource_of<memory<dram>>;
    }));
    STATIC_CHECK(place(activation, published::gb200).unpublished.size() == 3);
}

TEST_CASE("GB200 report: its own ridge points, of the first B200 figures") {
    STATIC_CHECK(ridge<matrix_math<fp4>>(published::gb200) == 1125_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp8>>(published::gb200) == 562.5_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp16>>(published::gb200) == 281.25_FLOPpB);
    STATIC_CHECK(rate<matrix_math<fp4>>(published::gb200) == rate<matrix_math<fp4>>(hw::b200));
    STATIC_CHECK(rate<memory<dram>>(published::gb200) > rate<memory<dram>>(hw::b200));
    STATIC_CHECK(rate<matrix_math<fp4>>(published::gb200) < rate<matrix_math<fp4>>(hw::gb200));
}

TEST_CASE("A6000 chart: a ridge at 235.7, neither the 100 it draws nor the card's 201.6") {
    STATIC_CHECK(near(ridge<matrix_math<fp16>>(published::a6000), 235.7_FLOPpB, 1e-3));
    STATIC_CHECK(near(ridge<matrix_math<fp16>>(hw::a6000), 201.6_FLOPpB, 1e-3));
    STATIC_CHECK(near(rate<matrix_math<fp16>>(published::a6000), 1.17 * rate<matrix_math<fp16>>(hw::a6000), 1e-3));
    STATIC_CHECK(rate<memory<dram>>(published::a6000) == rate<memory<dram>>(hw::a6000));
}

TEST_CASE("A100 PCIe chart: agrees with the data sheet") {
    STATIC_CHECK(rate<matrix_math<fp16>>(published::a100_pcie) == rate<matrix_math<fp16>>(hw::a100_pcie_80gb));
    STATIC_CHECK(rate<memory<dram>>(published::a100_pcie) == rate<memory<dram>>(hw::a100_pcie_80gb));
    STATIC_CHECK(near(ridge<matrix_math<fp16>>(published::a100_pcie), 161.24_FLOPpB, 1e-4));
}

TEST_CASE("A100 course page: its ridge points at 2 TB/s, and the cells that NVIDIA prints otherwise") {
    STATIC_CHECK(ridge<matrix_math<i8>>(published::a100) == 312_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp16>>(published::a100) == 156_FLOPpB);
    STATIC_CHECK(ridge<vector_math<fp32>>(published::a100) == 9.75_FLOPpB);
    STATIC_CHECK(near(ridge<vector_math<fp64>>(published::a100), 4.85_FLOPpB, 1e-12));
    STATIC_CHECK(rate<vector_math<bf16>>(published::a100) == 2.0 * rate<vector_math<bf16>>(hw::a100_sxm_80gb));
    STATIC_CHECK(rate<matrix_math<tf32>>(published::a100) == 8.0 * rate<vector_math<fp32>>(published::a100));
    STATIC_CHECK(!publishes<vector_math<i8>, decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(!placeable<decltype(in_fp8), decltype(published::a100)>);
}

TEST_CASE("RTX 4090 chart: a knee at 200, which the card has with neither accumulator") {
    STATIC_CHECK(ridge<matrix_math<fp16>>(published::rtx_4090) == 200_FLOPpB);
    STATIC_CHECK(rate<matrix_math<fp16>>(published::rtx_4090) > rate<matrix_math<fp16>>(hw::rtx_4090));
    STATIC_CHECK(rate<matrix_math<fp16>>(published::rtx_4090) < rate<matrix_math<fp16, fp16>>(hw::rtx_4090));
}
