// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/formats.hpp"
#include "oracle/recurrent.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op.hpp>
#include <roofline/op/recurrent.hpp>

// Recurrent operators against loop nests of their papers. Nothing may differ.

using namespace roofline;

namespace {

using oracle::format_of;
using oracle::recurrent_shape;

// b, s, g, h, p, n, chunk: ones, primes, whole chunks and incomplete ones, groups of heads.
constexpr recurrent_shape shapes[] = {
    {1, 1, 1, 1, 1, 1, 1},   {1, 7, 1, 1, 3, 5, 4}, {2, 8, 1, 2, 4, 3, 4},  {1, 5, 2, 4, 2, 17, 8}, {2, 9, 3, 3, 5, 2, 3},
    {1, 16, 1, 3, 1, 7, 16}, {3, 1, 2, 2, 7, 1, 2}, {1, 13, 2, 6, 3, 2, 5}, {1, 3, 1, 1, 33, 1, 1}, {1, 10, 1, 2, 2, 34, 3}};

template<class Op>
void check(const Op& op, const oracle::observed_state& seen, bool chunked) {
    double matrix = 0, vector = 0, exp2 = 0, read = 0, written = 0;
    for (const auto& entry : any_operator(op)) {
        const double total = entry.amount.total;
        if (entry.what->kind == resource_kind::matrix) matrix += total;
        if (entry.what->kind == resource_kind::vector) vector += total;
        if (entry.what->kind == resource_kind::special) exp2 += total;
        if (entry.what->kind == resource_kind::memory) read += entry.amount.read(), written += entry.amount.written();
    }
    CHECK(matrix == static_cast<double>(seen.matrix));
    CHECK((matrix > 0) == chunked);
    CHECK(vector == static_cast<double>(seen.others.plain()));
    CHECK(exp2 == static_cast<double>(seen.others.exp2));
    CHECK(read == static_cast<double>(seen.bits_read) / 8);
    CHECK(written == static_cast<double>(seen.bits_written) / 8);
}

template<class S, class T>
void sweep() {
    using t2 = tensor<T, dyn, dyn>;
    using t3 = tensor<T, dyn, dyn, dyn>;
    using t4 = tensor<T, dyn, dyn, dyn, dyn>;
    for (const recurrent_shape& z : shapes) {
        CAPTURE(z.b);
        CAPTURE(z.s);
        CAPTURE(z.h);
        CAPTURE(z.chunk);
        const tensor<S, dyn, dyn, dyn, dyn> state{z.b, z.h, z.p, z.n};
        const tensor<T, dyn> a{z.h};
        const t2 bh{z.b, z.h};
        const t3 bhp{z.b, z.h, z.p}, bgn{z.b, z.g, z.n}, bsh{z.b, z.s, z.h};
        const t4 bshp{z.b, z.s, z.h, z.p}, bsgn{z.b, z.s, z.g, z.n};
        const oracle::format s = format_of<S>, t = format_of<T>;
        check(ssd_update(state, bhp, bh, a, bgn, bgn), oracle::ssd_update(s, t, z), false);
        check(ssd(state, bshp, bsh, a, bsgn, bsgn, chunk<dyn>(z.chunk)), oracle::ssd(s, t, z), true);
        check(linear_attention_update(state, bgn, bgn, bhp), oracle::linear_update(s, t, z, false), false);
        check(linear_attention(state, bsgn, bsgn, bshp, chunk<dyn>(z.chunk)), oracle::linear(s, t, z, false), true);
        check(gated_delta_update(state, bgn, bgn, bhp, bh, bh), oracle::linear_update(s, t, z, true), false);
        check(gated_delta(state, bsgn, bsgn, bshp, bsh, bsh, chunk<dyn>(z.chunk)), oracle::linear(s, t, z, true), true);
    }
}

}  // namespace

TEST_CASE("recurrent operators cost what their loops do") {
    sweep<fp32, bf16>();
    sweep<bf16, bf16>();
    sweep<fp32, fp32>();
    sweep<bf16, mxfp4>();
    sweep<fp8_block128, nvfp4>();
}

TEST_CASE("a short convolution costs what its loops do") {
    for (const std::int64_t b : {1, 3})
        for (const std::int64_t c : {1, 17, 33})
            for (const std::int64_t w : {2, 4, 5}) {
                CAPTURE(b);
                CAPTURE(c);
                CAPTURE(w);
                check(conv1d_update(tensor<fp32, dyn, dyn, dyn>{b, c, w - 1}, tensor<bf16, dyn, dyn>{b, c},
                                    tensor<bf16, dyn, dyn>{c, w}),
                      oracle::conv1d_update(format_of<fp32>, format_of<bf16>, b, c, w), false);
                check(conv1d_update(tensor<nvfp4, dyn, dyn, dyn>{b, c, w - 1}, tensor<mxfp4, dyn, dyn>{b, c},
                                    tensor<mxfp4, dyn, dyn>{c, w}),
                      oracle::conv1d_update(format_of<nvfp4>, format_of<mxfp4>, b, c, w), false);
            }
}

TEST_CASE("recurrent operators of static extents cost what their loops do") {
    using state = tensor<fp32, 2, 4, 3, 5>;
    using x = tensor<bf16, 2, 7, 4, 3>;
    using k = tensor<bf16, 2, 7, 2, 5>;
    using dt = tensor<bf16, 2, 7, 4>;
    constexpr recurrent_shape z{2, 7, 2, 4, 3, 5, 3};
    check(ssd(state{}, x{}, dt{}, tensor<bf16, 4>{}, k{}, k{}, chunk<3>), oracle::ssd(format_of<fp32>, format_of<bf16>, z),
          true);
    check(gated_delta(state{}, k{}, k{}, x{}, dt{}, dt{}, chunk<3>),
          oracle::linear(format_of<fp32>, format_of<bf16>, z, true), true);
}
