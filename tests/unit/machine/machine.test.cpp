// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine.hpp>
#include <roofline/units/literals.hpp>

#include <type_traits>

using namespace roofline;
using namespace roofline::literals;

namespace {

// A machine of one's own: its name, its numbers, and where they are from.
constexpr auto npu = machine<"Acme NPU 2">(
    ceiling<matrix_math<bf16>>(400_TFLOPS, datasheet("Acme NPU 2 brief, table 3")),
    ceiling<vector_math<fp32>>(12_TFLOPS, measured("stress kernel, 2026-05")),
    ceiling<memory<dram>>(1.2_TBps, quoted("Acme NPU 2 brief, table 4, after a review")),
    unpublished<memory<llc>>(),
    capacity<memory<dram>>(64_GB, datasheet("Acme NPU 2 brief, table 4")),
    compute_units(48, derived("table 2: 6 clusters of 8")),
    domain<interconnect<scale_up>>(8, secondary("a wiki")));

using npu_type = std::remove_const_t<decltype(npu)>;

// A resource of one's own, on an engine of its own.
struct dma {
    static constexpr std::string_view name = "dma";
    static constexpr roofline::resource_kind kind = roofline::resource_kind::memory;
    using demand_type = roofline::units::traffic;
    using rate_type = roofline::units::bandwidth;
};
// And one that shares the time of the first.
struct indexed_copy {
    static constexpr std::string_view name = "indexed_copy";
    static constexpr roofline::resource_kind kind = roofline::resource_kind::other;
    using demand_type = roofline::units::traffic;
    using rate_type = roofline::units::bandwidth;
    using engine = dma;
};
struct no_rate {
    [[maybe_unused]] static constexpr std::string_view name = "no_rate";
    static constexpr roofline::resource_kind kind = roofline::resource_kind::other;
    using demand_type = roofline::units::traffic;
};

template<class M, class R>
concept has_rate_of = requires(const M& m) { rate<R>(m); };
template<class M, class R>
concept has_capacity_of = requires(const M& m) { capacity<R>(m); };
template<class M, class R>
concept has_domain_of = requires(const M& m) { domain<R>(m); };
template<class M>
concept has_compute_units = requires(const M& m) { compute_units(m); };

}  // namespace

TEST_CASE("a machine answers with the rates it was given") {
    STATIC_CHECK(npu.name == "Acme NPU 2");
    STATIC_CHECK(rate<matrix_math<bf16>>(npu) == 400_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp32>>(npu) == 12_TFLOPS);
    STATIC_CHECK(rate<memory<dram>>(npu) == 1.2_TBps);
    STATIC_CHECK(capacity<memory<dram>>(npu) == 64_GB);
    STATIC_CHECK(compute_units(npu) == 48);
    STATIC_CHECK(domain<interconnect<scale_up>>(npu) == 8);
}

TEST_CASE("every number of a machine carries its source") {
    STATIC_CHECK(source<matrix_math<bf16>>(npu).source() == "Acme NPU 2 brief, table 3");
    STATIC_CHECK(source<matrix_math<bf16>>(npu).kind == evidence::datasheet);
    STATIC_CHECK(source<vector_math<fp32>>(npu).kind == evidence::measured);
    STATIC_CHECK(source<vector_math<fp32>>(npu).source() == "stress kernel, 2026-05");
    STATIC_CHECK(source<memory<dram>>(npu).kind == evidence::quoted);
}

TEST_CASE("a resource is published, unpublished or absent") {
    STATIC_CHECK(publishes<matrix_math<bf16>, npu_type>);
    STATIC_CHECK(!publishes<memory<llc>, npu_type>);
    STATIC_CHECK(!publishes<matrix_math<fp8>, npu_type>);
    STATIC_CHECK(detail::publication_of<matrix_math<bf16>, npu_type> == detail::publication::published);
    STATIC_CHECK(detail::publication_of<memory<llc>, npu_type> == detail::publication::unpublished);
    STATIC_CHECK(detail::publication_of<matrix_math<fp8>, npu_type> == detail::publication::absent);
}

TEST_CASE("what a machine does not state cannot be asked of it") {
    STATIC_CHECK(has_rate_of<npu_type, matrix_math<bf16>>);
    STATIC_CHECK(!has_rate_of<npu_type, matrix_math<fp8>>);
    STATIC_CHECK(!has_rate_of<npu_type, memory<llc>>);
    STATIC_CHECK(has_capacity_of<npu_type, memory<dram>>);
    STATIC_CHECK(!has_capacity_of<npu_type, memory<llc>>);
    STATIC_CHECK(has_domain_of<npu_type, interconnect<scale_up>>);
    STATIC_CHECK(!has_domain_of<npu_type, interconnect<scale_out>>);
    constexpr auto plain = machine<"plain">(ceiling<memory<dram>>(1_TBps, datasheet("x")));
    STATIC_CHECK(has_compute_units<npu_type>);
    STATIC_CHECK(!has_compute_units<decltype(plain)>);
}

TEST_CASE("accumulator and sparsity make resources of their own") {
    constexpr auto geforce = machine<"a GeForce">(
        ceiling<matrix_math<fp16>>(165.2_TFLOPS, datasheet("with fp32 accumulation")),
        ceiling<matrix_math<fp16, fp16>>(330.3_TFLOPS, datasheet("with fp16 accumulation")),
        ceiling<matrix_math<fp16, fp32, sparse_2_4>>(330.4_TFLOPS, datasheet("2:4")));
    STATIC_CHECK(rate<matrix_math<fp16>>(geforce) == 165.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp32>>(geforce) == 165.2_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp16>>(geforce) == 330.3_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp16, fp32, sparse_2_4>>(geforce) == 330.4_TFLOPS);
}

TEST_CASE("a resource of a user's own has a ceiling like any other") {
    constexpr auto with_dma = machine<"with dma">(ceiling<dma>(50_GBps, measured("copy kernel")));
    STATIC_CHECK(rate<dma>(with_dma) == 50_GBps);
    STATIC_CHECK(resource_type<dma>);
    STATIC_CHECK(resource_type<indexed_copy>);
    STATIC_CHECK(!resource_type<no_rate>);
    STATIC_CHECK(!resource_type<int>);
    STATIC_CHECK(resource_of<dma>.name == "dma");
    STATIC_CHECK(resource_of<indexed_copy>.engine == resource_of<dma>.engine);
    STATIC_CHECK(!(resource_of<indexed_copy> == resource_of<dma>));
}

TEST_CASE("machines of one shape and two names are two types") {
    constexpr auto a = machine<"a">(ceiling<memory<dram>>(1_TBps, datasheet("x")));
    constexpr auto b = machine<"b">(ceiling<memory<dram>>(1_TBps, datasheet("x")));
    STATIC_CHECK(!std::is_same_v<decltype(a), decltype(b)>);
    STATIC_CHECK(machine_like<std::remove_const_t<decltype(a)>>);
    STATIC_CHECK(!machine_like<int>);
}

TEST_CASE("a machine can be made of numbers read at run time") {
    double read = 1.5e12;
    const auto m = machine<"measured today">(
        ceiling<memory<dram>>(units::bandwidth::from_value(read), measured("stream, this morning")));
    CHECK(rate<memory<dram>>(m) == 1.5_TBps);
}
