// SPDX-License-Identifier: BSL-1.0
// A course page on the roofline of a GPU: the A100's ceilings, operators of Llama-2-7B, four drills. What it says, and
// what is true.
#include "printed.hpp"

#include <roofline/hardware.hpp>
#include <roofline/hardware/a100_sxm_40gb.hpp>
#include <roofline/model.hpp>
#include <roofline/models.hpp>
#include <roofline/op/collective.hpp>
#include <roofline/roofline.hpp>

#include <published_machines.hpp>
#include <static_check.hpp>

#include <cstdint>

using namespace roofline;
using published::a100;

namespace {

// Llama-2-7B
constexpr std::int64_t d = 4096;
constexpr std::int64_t heads = 32;
constexpr std::int64_t head = 128;
constexpr std::int64_t P = 2048;  // prompt
constexpr std::int64_t S = 4096;  // keys in the cache

// Prefill: (1,P,32,128), (1,P,32,128), (1,P,32,128) -> (1,P,32,128).
constexpr tensor<fp16, 1, P, heads, head> prompt;
constexpr auto unfused = attention(prompt, prompt, prompt, materialized);
constexpr auto flash = attention(prompt, prompt, prompt);
constexpr auto causal_flash = attention(prompt, prompt, prompt, causal);

/// Decode: one query a head against S keys stored as T.
template<class T>
constexpr auto decode_attention() {
    constexpr tensor<T, 1, S, heads, head> kv;
    return attention(tensor<fp16, 1, 1, heads, head>{}, kv, kv);
}

template<std::int64_t N>
constexpr auto ffn = [](std::int64_t rows) { return matmul(tensor<fp16, dyn, d>{rows}, tensor<fp16, d, N>{}); };

/// The peaks of the page's drills.
constexpr auto h100 = machine<"H100 as published">(
    ceiling<matrix_math<fp16>>(989_TFLOPS, as_published("GPU Roofline, a course page: drill 1")),
    unpublished<vector_math<fp32>>(), unpublished<special_math<special::exp2>>(),
    unpublished<special_math<special::reciprocal>>(),
    ceiling<memory<dram>>(3.35_TBps, as_published("GPU Roofline, a course page: drill 1")));

}  // namespace

TEST_CASE("A100 peaks: four cells are wrong") {
    STATIC_CHECK(rate<matrix_math<fp16>>(hw::a100_sxm_80gb) == rate<matrix_math<fp16>>(a100));
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::a100_sxm_80gb) == 156_TFLOPS);
    STATIC_CHECK(rate<matrix_math<fp64>>(hw::a100_sxm_80gb) == 19.5_TFLOPS);
    STATIC_CHECK(rate<vector_math<fp64>>(hw::a100_sxm_80gb) == 9.7_TFLOPS);
    STATIC_CHECK(rate<matrix_math<i8>>(hw::a100_sxm_80gb) == 624_TFLOPS);
    // bf16 on CUDA cores: 39, not 78; fp16 has the 78.
    STATIC_CHECK(rate<vector_math<fp16>>(hw::a100_sxm_80gb) == 78_TFLOPS);
    STATIC_CHECK(rate<vector_math<bf16>>(hw::a100_sxm_80gb) == 39_TFLOPS);
    STATIC_CHECK(rate<vector_math<bf16>>(a100) == 78_TFLOPS);
    // int8 on CUDA cores: no vendor prints one.
    STATIC_CHECK(!publishes<vector_math<i8>, decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(rate<vector_math<i8>>(a100) == 312_TFLOPS);
    // TF32 is 8 times fp32, not 16 times.
    STATIC_CHECK(rate<matrix_math<tf32>>(hw::a100_sxm_80gb) == 8.0 * rate<vector_math<fp32>>(hw::a100_sxm_80gb));
    // int4 is not new with Hopper: Hopper has lost it.
    STATIC_CHECK(publishes<matrix_math<i4>, decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(!publishes<matrix_math<i4>, decltype(hw::h100_sxm)>);
}

TEST_CASE("no A100 moves 2 TB/s") {
    STATIC_CHECK(rate<memory<dram>>(hw::a100_sxm_40gb) == 1555_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::a100_pcie_80gb) == 1935_GBps);
    STATIC_CHECK(rate<memory<dram>>(hw::a100_sxm_80gb) == 2039_GBps);
    STATIC_CHECK(rate<memory<dram>>(a100) == 2_TBps);
}

TEST_CASE("the ridge points at 2 TB/s are right, but 312 is that of int8") {
    STATIC_CHECK(ridge<matrix_math<i8>>(a100) == 312_FLOPpB);
    STATIC_CHECK(ridge<matrix_math<fp16>>(a100) == 156_FLOPpB);
    STATIC_CHECK(ridge<vector_math<fp32>>(a100) == 9.75_FLOPpB);
    STATIC_CHECK(prints_as(ridge<vector_math<fp64>>(a100), 4.85_FLOPpB, 0.01));
    // The A100 has no fp8: asking for it does not compile.
    using fp8_matmul = decltype(matmul(tensor<fp8, 128, 128>{}, tensor<fp8, 128, 128>{}));
    STATIC_CHECK(!placeable<fp8_matmul, decltype(a100)>);
    STATIC_CHECK(!placeable<fp8_matmul, decltype(hw::a100_sxm_80gb)>);
    STATIC_CHECK(placeable<fp8_matmul, decltype(hw::h100_sxm)>);
}

TEST_CASE("one kernel, two regimes: 20 FLOP/B is left of the fp16 ridge and right of fp32's") {
    STATIC_CHECK(memory_bound(op(demand<matrix_math<fp16>>(20_GFLOP), demand<memory<dram>>(1_GB)), a100));
    STATIC_CHECK(compute_bound(op(demand<vector_math<fp32>>(20_GFLOP), demand<memory<dram>>(1_GB)), a100));
}

TEST_CASE("prefill attention is 4 P^2 d a layer, or half of that and a diagonal where it is causal") {
    STATIC_CHECK(work(unfused) == 4.0 * P * P * d * units::flop);
    STATIC_CHECK(work(unfused) == 68719476736_FLOP);  // the page's 7e10, though its 2 P^2 d is half of it
    STATIC_CHECK(work(causal_flash) == 2.0 * P * (P + 1) * d * units::flop);
    STATIC_CHECK(prints_as(work(causal_flash), 34.38_GFLOP, 0.01e9));
}

TEST_CASE("unfused prefill attention is memory-bound: every head writes and reads its scores") {
    STATIC_CHECK(traffic(unfused) == (4.0 * heads * P * P + 4.0 * P * d) * 2_B);
    STATIC_CHECK(prints_as(intensity(unfused), 60.2_FLOPpB, 0.1));  // the page: about 2048
    STATIC_CHECK(memory_bound(unfused, a100));
    STATIC_CHECK(memory_bound(unfused, hw::a100_sxm_80gb));
}

TEST_CASE("fused prefill attention is compute-bound") {
    STATIC_CHECK(work(flash) == work(unfused));
    STATIC_CHECK(intensity(flash) == 1024_FLOPpB);
    STATIC_CHECK(compute_bound(flash, a100));
    // Causal: half of the products and the diagonal, the same tensors.
    STATIC_CHECK(intensity(causal_flash) == 512.25_FLOPpB);
    STATIC_CHECK(compute_bound(causal_flash, a100));
    STATIC_CHECK(speedup(unfused, flash, a100) > 2.5);
    // Composed of two products and a softmax it is the same work and the same traffic, fused or not.
    constexpr auto qk = batched_matmul(tensor<fp16, heads, P, head>{}, tensor<fp16, heads, head, P>{});
    constexpr auto pv = batched_matmul(qk.result(), tensor<fp16, heads, P, head>{});
    constexpr double scores = 1.0 * heads * P * P;
    constexpr auto softmax_of_scores =
        op(demand<memory<dram>>(scores * 2_B, scores * 2_B), takes(qk.result()), gives(qk.result()));
    STATIC_CHECK(work(sequence(qk, softmax_of_scores, pv)) == work(unfused));
    STATIC_CHECK(traffic(sequence(qk, softmax_of_scores, pv)) == traffic(unfused));
    STATIC_CHECK(traffic(fuse(qk, softmax_of_scores, pv)) == traffic(flash));
}

TEST_CASE("decode attention has 1 FLOP/B and 0.6 % of the peak") {
    constexpr auto decode = decode_attention<fp16>();
    STATIC_CHECK(work(decode) == 4.0 * S * d * units::flop);
    STATIC_CHECK(traffic(decode) == (2.0 * S * d + 2.0 * d) * 2_B);
    STATIC_CHECK(prints_as(intensity(decode), 0.99976_FLOPpB, 0.00001));
    STATIC_CHECK(memory_bound(decode, a100));
    STATIC_CHECK(prints_as(attainable(decode, a100), 2_TFLOPS, 0.01e12));
    STATIC_CHECK(prints_as(attainable(decode, a100) / rate<matrix_math<fp16>>(a100), 0.006, 0.001));
}

TEST_CASE("24 d^2 is a layer's whole linear work in decode; Llama-2-7B's gated MLP makes it 24.125 d^2") {
    constexpr tensor<fp16, 1, d> x;
    constexpr auto square = matmul(x, tensor<fp16, d, d>{});
    constexpr auto up = matmul(x, tensor<fp16, d, 4 * d>{});
    constexpr auto down = matmul(up.result(), tensor<fp16, 4 * d, d>{});
    STATIC_CHECK(work(repeat(square, 4)) == 8.0 * d * d * units::flop);
    STATIC_CHECK(work(sequence(up, down)) == 16.0 * d * d * units::flop);  // the page gives it all 24
    STATIC_CHECK(work(sequence(repeat(square, 4), up, down)) == 24.0 * d * d * units::flop);

    constexpr auto gate = matmul(x, tensor<fp16, d, 11008>{});
    constexpr auto gated = sequence(repeat(square, 4), gate, gate, matmul(gate.result(), tensor<fp16, 11008, d>{}));
    STATIC_CHECK(work(gated) == 24.125 * d * d * units::flop);
}

TEST_CASE("a token reads 12 GiB of weights, not 13") {
    constexpr auto weights = footprint(tensor<fp16, 32, 12 * d, d>{});
    STATIC_CHECK(weights == 12_GiB);
    STATIC_CHECK(prints_as(weights, 12.885_GB, 0.001e9));
    STATIC_CHECK(weights < 13_GiB && weights < 13_GB);
    constexpr auto step = [](units::traffic read) {
        return op(demand<matrix_math<fp16>>(24.0 * d * d * 32 * units::flop), demand<memory<dram>>(read, 0_B));
    };
    STATIC_CHECK(prints_as(min_time(step(weights), a100), 6.44_ms, 0.01e-3));
    STATIC_CHECK(prints_as(min_time(step(13_GiB), a100), 6.98_ms, 0.01e-3));
    STATIC_CHECK(!prints_as(min_time(step(13_GiB), a100), 6.5_ms, 0.1e-3));
}

TEST_CASE("the batched FFN is compute-bound from more than 156 sequences on: x and y are moved, too") {
    STATIC_CHECK(first_compute_bound(ffn<4096>, a100, 1, 100'000) == 169);
    STATIC_CHECK(first_compute_bound(ffn<11008>, a100, 1, 100'000) == 165);
    STATIC_CHECK(first_compute_bound(ffn<16384>, a100, 1, 100'000) == 164);
    STATIC_CHECK(memory_bound(ffn<16384>(156), a100));
    STATIC_CHECK(prints_as(intensity(ffn<16384>(16)), 15.92_FLOPpB, 0.01));  // the page: 16
    STATIC_CHECK(intensity(ffn<16384>(16)) < 16_FLOPpB);
}

TEST_CASE("the KV cache of 156 sequences of 4096 tokens takes 312 GiB") {
    STATIC_CHECK(footprint(tensor<fp16, 156, 2 * 32, S, d>{}) == 312_GiB);
}

TEST_CASE("the prefill GEMM moves its three matrices once, not 12 P d^2 values") {
    constexpr auto gemm = matmul(tensor<fp16, P, d>{}, tensor<fp16, d, 4 * d>{});
    STATIC_CHECK(traffic(gemm) == (1.0 * P * d + 4.0 * d * d + 4.0 * P * d) * 2_B);
    STATIC_CHECK(traffic(gemm) < 12.0 * P * d * d * 2_B);
    STATIC_CHECK(prints_as(intensity(gemm), 1260.3_FLOPpB, 0.1));  // the page: P = 2048
    STATIC_CHECK(compute_bound(gemm, a100));
}

TEST_CASE("an H100 has 3.17 times the compute and 1.64 times the bandwidth of an A100; 6 times takes fp8") {
    STATIC_CHECK(
        prints_as(rate<matrix_math<fp16>>(hw::h100_sxm) / rate<matrix_math<fp16>>(hw::a100_sxm_80gb), 3.17, 0.01));
    STATIC_CHECK(prints_as(rate<memory<dram>>(hw::h100_sxm) / rate<memory<dram>>(hw::a100_sxm_80gb), 1.64, 0.01));
    STATIC_CHECK(rate<matrix_math<fp8>>(hw::h100_sxm) > 6.0 * rate<matrix_math<fp16>>(hw::a100_sxm_80gb));
    // Prefill is compute-bound on both, so its speed-up is that of the peaks and not 6.
    constexpr auto gemm = matmul(tensor<fp16, P, d>{}, tensor<fp16, d, 4 * d>{});
    STATIC_CHECK(min_time(gemm, hw::a100_sxm_80gb) < 3.2 * min_time(gemm, hw::h100_sxm));
}

TEST_CASE("memory-bound does not mean below 5 % of the peak") {
    constexpr auto kernel = op(demand<matrix_math<fp16>>(100_GFLOP), demand<memory<dram>>(1_GB));
    STATIC_CHECK(memory_bound(kernel, a100));
    STATIC_CHECK(prints_as(peak_fraction(kernel, a100), 0.64, 0.01));
}

// Two of 640 bf16 products on an A100 80GB SXM4, the largest and the fastest. Source of the times: aiconfigurator, collected
// data of sglang 0.5.10.
TEST_CASE("large products reach 82 % of an A100, the fastest of 640 reaches 88 %") {
    constexpr auto share = [](std::int64_t m, std::int64_t n, std::int64_t k, units::duration time) {
        const auto product = matmul(tensor<bf16, dyn, dyn>{m, k}, tensor<bf16, dyn, dyn>{k, n});
        return work(product) / time / rate<matrix_math<bf16>>(hw::a100_sxm_80gb);
    };
    STATIC_CHECK(prints_as(share(32768, 65536, 16384, 275.759_ms), 0.818, 0.001));  // the page: 0.8
    STATIC_CHECK(prints_as(share(3328, 1024, 10240, 254.755_us), 0.878, 0.001));    // the page: 0.7 to 0.9
}

TEST_CASE("a speed-up is the change of intensity as far as memory binds before and after") {
    constexpr auto faster = [](const auto& before, const auto& after) {
        return speedup(before, after, a100) / (intensity(after) / intensity(before));
    };
    // Quantisation.
    constexpr auto int4 = [](std::int64_t rows) {
        return matmul(tensor<fp16, dyn, d>{rows}, tensor<int4_g128, d, 4 * d>{});
    };
    STATIC_CHECK(prints_as(faster(decode_attention<fp16>(), decode_attention<i8>()), 1.0, 1e-12));
    STATIC_CHECK(prints_as(faster(ffn<4 * d>(1), int4(1)), 1.0, 1e-12));
    STATIC_CHECK(speedup(ffn<4 * d>(P), int4(P), a100) == 1.0);  // compute-bound before and after
    // Batching, against one sequence after the other.
    STATIC_CHECK(prints_as(faster(repeat(ffn<4 * d>(1), 16), ffn<4 * d>(16)), 1.0, 1e-12));
    STATIC_CHECK(prints_as(speedup(repeat(ffn<4 * d>(1), 16), ffn<4 * d>(16), a100), 15.9, 0.1));
    // Past the ridge it is the way to the ridge: of fusion's factor of 17, 2.6.
    STATIC_CHECK(prints_as(speedup(unfused, flash, a100), ridge<matrix_math<fp16>>(a100) / intensity(unfused), 1e-12));
    STATIC_CHECK(speedup(repeat(ffn<4 * d>(1), 256), ffn<4 * d>(256), a100) < 157.0);
}

TEST_CASE("what the page leaves out: 2:4 sparsity, NVLink, the power limit") {
    constexpr auto& sold = hw::a100_sxm_80gb;
    STATIC_CHECK(rate<matrix_math<fp16, fp32, sparse_2_4>>(sold) == 2.0 * rate<matrix_math<fp16>>(sold));
    constexpr auto pruned = [](std::int64_t rows) {
        return matmul(tensor<fp16, dyn, d>{rows}, tensor<pruned_2_4<fp16>, d, 4 * d>{});
    };
    STATIC_CHECK(speedup(ffn<4 * d>(P), pruned(P), sold) == 2.0);
    STATIC_CHECK(prints_as(speedup(ffn<4 * d>(1), pruned(1), sold), 16.0 / 9, 0.001));  // 9 bit a weight, with its index

    // The FFN of a prompt on 8 GPUs.
    STATIC_CHECK(ridge<matrix_math<fp16>, interconnect<scale_up>>(sold) == 1040_FLOPpB);
    constexpr auto up = matmul(tensor<fp16, P, d>{}, tensor<fp16, d, 4 * d / 8>{});
    constexpr auto down = matmul(up.result(), tensor<fp16, 4 * d / 8, d>{});
    constexpr auto at_once = overlap(up, down, all_reduce<scale_up>(down.result(), ranks<8>));
    STATIC_CHECK(intensity<interconnect<scale_up>>(at_once) == 4096_FLOPpB);
    STATIC_CHECK(compute_bound(at_once, sold));

    constexpr auto step = decode(models::llama_2_7b, 1, S, uniform<fp16>);
    STATIC_CHECK(prints_as(min_time(step, sold), 7.54_ms, 0.01e-3));
    STATIC_CHECK(prints_as(energy_at_power_limit(step, sold), 3.02_J, 0.01));
}

TEST_CASE("drill 1: the balance of an H100") {
    STATIC_CHECK(prints_as(ridge<matrix_math<fp16>>(h100), 295.2_FLOPpB, 0.1));
}

TEST_CASE("drill 2: decode attention on an H100") {
    constexpr auto decode = decode_attention<fp16>();
    STATIC_CHECK(prints_as(attainable(decode, h100), 3.35_TFLOPS, 0.01e12));
    STATIC_CHECK(prints_as(peak_fraction(decode, h100), 0.0034, 0.0001));
}

TEST_CASE("drill 3: four times the intensity is four times as fast, but the bytes of decode are compulsory") {
    constexpr auto stated = [](double flop_per_byte) {
        return op(demand<matrix_math<fp16>>(flop_per_byte * 1_GFLOP), demand<memory<dram>>(1_GB));
    };
    STATIC_CHECK(attainable(stated(4), h100) == 4.0 * attainable(stated(1), h100));
    STATIC_CHECK(memory_bound(stated(4), h100));
    // Fused already, decode moves q, the cache and o once: no kernel can move less, whatever it keeps in shared memory.
    constexpr auto cache = footprint(tensor<fp16, 2, heads, S, head>{});
    STATIC_CHECK(traffic(decode_attention<fp16>()) > cache);
    STATIC_CHECK(traffic(decode_attention<fp16>()) < 1.001 * cache);
    // What raises it: heads that share their keys and values, 8 instead of 32.
    constexpr tensor<fp16, 1, S, 8, head> grouped;
    constexpr auto sharing = attention(tensor<fp16, 1, 1, heads, head>{}, grouped, grouped);
    STATIC_CHECK(prints_as(intensity(sharing), 4_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(speedup(decode_attention<fp16>(), sharing, h100), 4.0, 0.01));
}

TEST_CASE("drill 4: a cache of 8 bit doubles the intensity") {
    constexpr auto decode = decode_attention<i8>();
    STATIC_CHECK(work(decode) == work(decode_attention<fp16>()));
    STATIC_CHECK(prints_as(intensity(decode), 2_FLOPpB, 0.01));
    STATIC_CHECK(prints_as(attainable(decode, h100), 6.7_TFLOPS, 0.1e12));
    STATIC_CHECK(prints_as(speedup(decode_attention<fp16>(), decode, h100), 2.0, 0.01));
}
