// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include "oracle/convolution.hpp"
#include "oracle/formats.hpp"

#include <roofline/dtype.hpp>
#include <roofline/op/any_operator.hpp>
#include <roofline/op/convolution.hpp>
#include <roofline/op/totals.hpp>

#include <cstdint>

// Convolutions against their loops.

using namespace roofline;

namespace {

template<class Op>
void check(const Op& op, const oracle::observed& seen) {
    CHECK(work(op).value() == static_cast<double>(seen.operations.plain()));
    CHECK(traffic(op).value() == seen.bytes_read() + seen.bytes_written());
    for (const auto& entry : any_operator(op))
        if (*entry.what == resource_of<memory<dram>>) CHECK(entry.amount.written() == seen.bytes_written());
}

struct line {
    std::int64_t batch, channels, length, outputs, kernel, groups;
};
constexpr line lines[] = {{1, 1, 1, 1, 1, 1},  {2, 3, 17, 5, 3, 1}, {1, 4, 16, 6, 5, 2},
                          {3, 6, 11, 6, 4, 6}, {1, 2, 31, 2, 2, 1}, {1, 1, 7, 1, 7, 1}};
constexpr oracle::window windows[] = {{},        {1, 1, 1},  {2, 1, 0}, {3, 1, 2}, {5, 1, 0}, {7, 1, 3},
                                      {1, 2, 1}, {2, 2, 2},  {3, 2, 1}, {4, 2, 5}, {2, 3, 4}, {6, 4, 3},
                                      {4, 6, 9}, {1, 5, 11}, {9, 3, 8}, {1, 1, 9}};

template<class X, class W, class Y, class... Options>
void sweep_lines(bool with_gaps, const Options&... options) {
    for (const auto [n, c, l, co, k, g] : lines)
        for (const oracle::window how : windows) {
            if ((k - 1) * how.dilation + 1 > l + 2 * how.padding || (!with_gaps && how.stride > 1)) continue;
            if (!with_gaps && (how.dilation > 1 || how.places(l, k) + k <= l)) continue;
            CAPTURE(l);
            CAPTURE(k);
            CAPTURE(how.stride);
            CAPTURE(how.dilation);
            CAPTURE(how.padding);
            using oracle::format_of;
            check(convolution(tensor<X, dyn, dyn, dyn>{n, c, l}, tensor<W, dyn, dyn, dyn>{co, c / g, k},
                              stride<dyn>(how.stride), dilation<dyn>(how.dilation), padding<dyn>(how.padding),
                              groups<dyn>(g), options...),
                  oracle::convolution(format_of<X>, format_of<W>, format_of<Y>, n, c, 1, l, co, 1, k, g, {}, how));
        }
}

}  // namespace

TEST_CASE("a convolution along a line costs what its loops do") {
    sweep_lines<bf16, bf16, bf16>(true);
    sweep_lines<i8, i8, i32>(true, out<i32>);
    sweep_lines<bf16, int4_g128, fp32>(true, out<fp32>);
    sweep_lines<bf16, nvfp4, nvfp4>(true, out<nvfp4>);
    sweep_lines<nvfp4, nvfp4, bf16>(false, out<bf16>);
}

TEST_CASE("a convolution of planes costs what its loops do") {
    for (const oracle::window down : windows)
        for (const oracle::window across : windows)
            for (const std::int64_t kernel : {1, 2, 3}) {
                const std::int64_t height = 9, width = 13;
                if ((kernel - 1) * down.dilation + 1 > height + 2 * down.padding ||
                    2 * across.dilation + 1 > width + 2 * across.padding)
                    continue;
                CAPTURE(kernel);
                using oracle::format_of;
                check(convolution(tensor<bf16, dyn, 4, 9, 13>{2}, tensor<fp8_e4m3, 2, 2, dyn, 3>{kernel}, groups<2>,
                                  stride<dyn, dyn>(down.stride, across.stride),
                                  dilation<dyn, dyn>(down.dilation, across.dilation),
                                  padding<dyn, dyn>(down.padding, across.padding)),
                      oracle::convolution(format_of<bf16>, format_of<fp8_e4m3>, format_of<bf16>, 2, 4, height, width, 2,
                                          kernel, 3, 2, down, across));
            }
}

TEST_CASE("a convolution of static extents costs what its loops do") {
    using oracle::format_of;
    check(convolution(tensor<bf16, 2, 3, 11, 9>{}, tensor<bf16, 4, 3, 3, 2>{}, stride<2>, padding<1, 0>),
          oracle::convolution(format_of<bf16>, format_of<bf16>, format_of<bf16>, 2, 3, 11, 9, 4, 3, 2, 1, {2, 1, 1},
                              {2, 1, 0}));
    check(convolution(tensor<bf16, 1, 6, 5, 5>{}, tensor<bf16, 6, 1, 3, 3>{}, groups<6>, dilation<2>,
                      on<vector_math<fp32>>),
          oracle::convolution(format_of<bf16>, format_of<bf16>, format_of<bf16>, 1, 6, 5, 5, 6, 3, 3, 6, {1, 2, 0},
                              {1, 2, 0}));
    check(convolution(tensor<fp8_e4m3, 1, 8, 40>{}, tensor<fp8_e4m3, 8, 8, 1>{}, stride<4>, out<bf16>),
          oracle::convolution(format_of<fp8_e4m3>, format_of<fp8_e4m3>, format_of<bf16>, 1, 8, 1, 40, 8, 1, 1, 1, {},
                              {4, 1, 0}));
}
