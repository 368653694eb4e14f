// SPDX-License-Identifier: BSL-1.0
#include "static_check.hpp"

#include <roofline/machine.hpp>

#include <cmath>  // its names must not get in the way of special::exp2 and the like

using namespace roofline;

TEST_CASE("every resource has the name that sentences print") {
    STATIC_CHECK(resource_of<matrix_math<bf16>>.name == "matrix_math<bf16>");
    STATIC_CHECK(resource_of<matrix_math<bf16, fp32>>.name == "matrix_math<bf16>");
    STATIC_CHECK(resource_of<matrix_math<fp16, fp16>>.name == "matrix_math<fp16, fp16>");
    STATIC_CHECK(resource_of<matrix_math<fp16, fp32, sparse_2_4>>.name == "matrix_math<fp16, fp32, sparse_2_4>");
    STATIC_CHECK(resource_of<matrix_math<i8>>.name == "matrix_math<i8>");
    STATIC_CHECK(resource_of<vector_math<fp32>>.name == "vector_math<fp32>");
    STATIC_CHECK(resource_of<special_math<special::exp2>>.name == "special_math<exp2>");
    STATIC_CHECK(resource_of<special_math<special::log2>>.name == "special_math<log2>");
    STATIC_CHECK(resource_of<special_math<special::rsqrt>>.name == "special_math<rsqrt>");
    STATIC_CHECK(resource_of<special_math<special::reciprocal>>.name == "special_math<reciprocal>");
    STATIC_CHECK(resource_of<special_math<special::tanh>>.name == "special_math<tanh>");
    STATIC_CHECK(resource_of<special_math<special::sin>>.name == "special_math<sin>");
    STATIC_CHECK(resource_of<memory<dram>>.name == "memory<dram>");
    STATIC_CHECK(resource_of<memory<llc>>.name == "memory<llc>");
    STATIC_CHECK(resource_of<memory<shared>>.name == "memory<shared>");
    STATIC_CHECK(resource_of<interconnect<scale_up>>.name == "interconnect<scale_up>");
    STATIC_CHECK(resource_of<interconnect<scale_out>>.name == "interconnect<scale_out>");
    STATIC_CHECK(resource_of<interconnect<host>>.name == "interconnect<host>");
    STATIC_CHECK(resource_of<board_power>.name == "board_power");
}

TEST_CASE("resources are equal when they are the same resource") {
    STATIC_CHECK(resource_of<memory<dram>> == resource_of<memory<dram>>);
    STATIC_CHECK(resource_of<memory<dram>> != resource_of<memory<llc>>);
    STATIC_CHECK(resource_of<matrix_math<fp16>> != resource_of<matrix_math<fp16, fp16>>);
    STATIC_CHECK(resource_of<matrix_math<fp16>> != resource_of<vector_math<fp16>>);
}

TEST_CASE("all matrix math shares one engine, all vector math another; memory levels and links have engines of their own") {
    STATIC_CHECK(resource_of<matrix_math<bf16>>.engine == resource_of<matrix_math<fp8>>.engine);
    STATIC_CHECK(resource_of<matrix_math<bf16>>.engine == resource_of<matrix_math<fp16, fp16>>.engine);
    STATIC_CHECK(resource_of<vector_math<fp32>>.engine == resource_of<vector_math<fp16>>.engine);
    STATIC_CHECK(resource_of<special_math<special::exp2>>.engine == resource_of<special_math<special::rsqrt>>.engine);
    STATIC_CHECK(resource_of<matrix_math<fp32>>.engine != resource_of<vector_math<fp32>>.engine);
    STATIC_CHECK(resource_of<vector_math<fp32>>.engine != resource_of<special_math<special::exp2>>.engine);
    STATIC_CHECK(resource_of<memory<dram>>.engine != resource_of<memory<llc>>.engine);
    STATIC_CHECK(resource_of<interconnect<scale_up>>.engine != resource_of<interconnect<scale_out>>.engine);
    STATIC_CHECK(resource_of<interconnect<scale_up>>.engine != resource_of<memory<dram>>.engine);
}

TEST_CASE("matrix, vector and special math are compute; memory levels are memory; links are neither") {
    STATIC_CHECK(resource_of<matrix_math<bf16>>.is_compute());
    STATIC_CHECK(resource_of<vector_math<fp32>>.is_compute());
    STATIC_CHECK(resource_of<special_math<special::exp2>>.is_compute());
    STATIC_CHECK(!resource_of<memory<dram>>.is_compute());
    STATIC_CHECK(resource_of<memory<dram>>.is_memory());
    STATIC_CHECK(resource_of<memory<shared>>.is_memory());
    STATIC_CHECK(!resource_of<matrix_math<bf16>>.is_memory());
    STATIC_CHECK(!resource_of<interconnect<scale_up>>.is_memory());
    STATIC_CHECK(!resource_of<interconnect<scale_up>>.is_compute());
    STATIC_CHECK(!resource_of<board_power>.is_compute());
    STATIC_CHECK(!resource_of<board_power>.is_memory());
}
