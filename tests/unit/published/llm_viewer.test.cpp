// SPDX-License-Identifier: BSL-1.0
// LLM-Viewer (commit 472f71f) on Llama-2-7B in 16 bit: where we agree, and by how much we do not.
#include "llm_viewer_rows.hpp"

#include <roofline/roofline.hpp>

#include <static_check.hpp>

#include <cstdint>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr bool agrees(const llm_viewer::linear& row) {
    const auto same = [&](const auto& op) {
        return work(op).value() == row.flop && traffic(op).value() == row.weight_bytes + row.read_bytes + row.written_bytes;
    };
    const tensor<fp16, dyn, dyn> x{row.rows, row.in};
    return row.weight_bits == 16 ? same(matmul(x, tensor<fp16, dyn, dyn>{row.in, row.out}))
                                 : same(matmul(x, tensor<i4, dyn, dyn>{row.in, row.out}));
}

// One sequence of 2048 tokens; prefill, or one token more.
constexpr std::int64_t tokens = 2048, heads = 32, size = 128, hidden = heads * size, inner = 11008, vocabulary = 32000;

}  // namespace

TEST_CASE("the linear layers are the same, 4-bit weights without scales included") {
    for (const llm_viewer::linear& row : llm_viewer::linears) {
        CAPTURE(row.in);
        CAPTURE(row.out);
        CAPTURE(row.rows);
        CAPTURE(row.weight_bits);
        CHECK(agrees(row));
    }
    STATIC_CHECK(agrees(llm_viewer::linears[0]));
}

TEST_CASE("scores and values as products of a head each are the same") {
    constexpr auto qk = batched_matmul(tensor<fp16, heads, tokens, size>{}, tensor<fp16, heads, size, tokens>{});
    STATIC_CHECK(work(qk) == 34359738368_FLOP && traffic(qk) == 301989888_B);  // theirs: 34359738368 and 301989888
    constexpr auto sv = batched_matmul(tensor<fp16, heads, tokens, tokens>{}, tensor<fp16, heads, tokens, size>{});
    STATIC_CHECK(work(sv) == 34359738368_FLOP && traffic(sv) == 301989888_B);
    constexpr auto decode = batched_matmul(tensor<fp16, heads, 1, size>{}, tensor<fp16, heads, size, tokens>{});
    STATIC_CHECK(work(decode) == 16777216_FLOP && traffic(decode) == 16916480_B);
}

TEST_CASE("a norm is given 7 FLOP an element for our 4 and a root a row, and no weight") {
    constexpr auto norm = rms_norm(tensor<fp16, 1, hidden>{}, tensor<fp16, hidden>{});
    STATIC_CHECK(work(norm) == 16385_FLOP);    // theirs: 28672
    STATIC_CHECK(traffic(norm) == 24576_B);    // theirs: 16384, without the weight
}

TEST_CASE("a residual is read once and not twice") {
    constexpr auto sum = add(tensor<fp16, 1, hidden>{}, tensor<fp16, 1, hidden>{});
    STATIC_CHECK(work(sum) == 4096_FLOP);      // theirs: 4096
    STATIC_CHECK(traffic(sum) == 24576_B);     // theirs: 16384
}

TEST_CASE("the gated activation has the width of the hidden layer and not its own") {
    constexpr auto act = silu_and_mul(tensor<fp16, 1, 2 * inner>{});
    STATIC_CHECK(work(act) == 5 * 11008_FLOP);    // theirs: 8192, two for each of 4096
    STATIC_CHECK(traffic(act) == 3 * 22016_B);    // theirs: 24576
}

TEST_CASE("the last layer has a multiply-add for one FLOP, and one row of activations whatever the batch") {
    constexpr auto head = matmul(tensor<fp16, 1, hidden>{}, tensor<fp16, hidden, vocabulary>{});
    STATIC_CHECK(work(head) == 262144000_FLOP);      // theirs: 131072000
    STATIC_CHECK(traffic(head) == 262216192_B);      // theirs: 262216192
    constexpr auto batch = matmul(tensor<fp16, 16, hidden>{}, tensor<fp16, hidden, vocabulary>{});
    STATIC_CHECK(work(batch) == 4194304000_FLOP);    // theirs: 2097152000
    STATIC_CHECK(traffic(batch) == 263299072_B);     // theirs: 262216192
}

TEST_CASE("a softmax is 5 an element; ours has a division a row on top") {
    constexpr auto rows = softmax(tensor<fp16, heads, 1, tokens>{});
    STATIC_CHECK(work(rows) == 327680_FLOP + 32_FLOP);  // theirs: 327680
    STATIC_CHECK(traffic(rows) == 262144_B);            // theirs: 262144
}

TEST_CASE("fused attention writes its result, and not the scores in its place") {
    constexpr auto one = footprint(tensor<fp16, tokens, hidden>{});
    constexpr tensor<fp16, 1, tokens, heads, size> q;
    STATIC_CHECK(traffic(attention(q, q, q)) == 4 * one);
    STATIC_CHECK(work(attention(q, q, q)) == 68719476736_FLOP);  // theirs: 69390565376, with the softmax
    // theirs: the result as tokens x tokens for each head, twice; k and v once more for every block of 128 queries
    STATIC_CHECK(one + 2 * footprint(tensor<fp16, heads, tokens, tokens>{}) + tokens / 128 * (2 * one) == 1090519040_B);
}
