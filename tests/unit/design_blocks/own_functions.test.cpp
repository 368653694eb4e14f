// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <roofline/op/experts.hpp>
#include <roofline/roofline.hpp>

// A kernel file says `using namespace roofline` and has functions of its own, named as kernels are. A call means the
// library only where a tensor or an operator of it is among the arguments.

using namespace roofline;

namespace {

int calls = 0;
void add(const float*, const float*, float*, int) { ++calls; }
void multiply(const float*, const float*, float*, long) { ++calls; }
void copy(const float*, float*, long) { ++calls; }
void cast(const float*, void*, long) { ++calls; }
void transpose(const float*, float*, long, long) { ++calls; }
void softmax(const float*, float*, long, long) { ++calls; }
void relu(const float*, float*, long) { ++calls; }
void scan(const int*, int*, long) { ++calls; }
void rms_norm(const float*, const float*, float*, long, long) { ++calls; }
void matmul(const float*, const float*, float*, long, long, long) { ++calls; }
void attention(const float*, const float*, const float*, float*, long) { ++calls; }
void gather(const float*, const int*, float*, long) { ++calls; }
void permute(const float*, float*, long) { ++calls; }

}  // namespace

TEST_CASE("functions of the same names are called with what is theirs") {
    float x[4]{}, y[4]{};
    float* const p = x;  // no const: a template would match better
    float* const q = y;
    int ids[4]{};
    add(p, q, p, 4);
    multiply(p, q, p, 4);
    copy(p, q, 4);
    cast(p, q, 4);
    transpose(p, q, 2, 2);
    softmax(p, q, 2, 2);
    relu(p, q, 4);
    scan(ids, ids, 4);
    rms_norm(p, q, p, 2, 2);
    matmul(p, q, p, 2, 2, 2);
    attention(p, q, p, q, 4);
    gather(p, ids, q, 4);
    permute(p, q, 4);
    CHECK(calls == 13);
    CHECK(elements(relu(tensor<bf16, 4, 4>{}).result()) == 16);
}
