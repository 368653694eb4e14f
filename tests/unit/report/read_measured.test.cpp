// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/read_measured.hpp>

#include <roofline/hardware/a100_sxm_80gb.hpp>
#include <roofline/hardware/h100_sxm.hpp>
#include <roofline/hardware/rtx_4090.hpp>
#include <roofline/units/literals.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <system_error>

using namespace roofline;
using namespace roofline::literals;
using namespace roofline::report;

namespace {

measurements read(const std::string& text) {
    std::istringstream in(text);
    return read_measured(in);
}

/// The complaints about rows of matmuls, one a line.
std::string complaints(const std::string& text, unsigned good_rows) {
    const measurements m = read(text);
    CHECK(m.rows.size() == good_rows);
    std::string all;
    for (const csv_complaint& c : m.complaints) all.append(to_text(c, "x.csv")).append("\n");
    return all;
}

std::filesystem::path data(const char* name) {
    return std::filesystem::path(__FILE__).parent_path() / ".." / ".." / "data" / name;
}

long how_many(const placed_measurements& all, verdict v) {
    return std::count_if(all.rows.begin(), all.rows.end(), [&](const placed_measurement& p) { return p.says == v; });
}

void same(const any_operator& a, const any_operator& b) {
    REQUIRE(a.size() == b.size());
    for (int i = 0; i < a.size(); ++i) {
        CHECK(a.begin()[i].what->name == b.begin()[i].what->name);
        CHECK(a.begin()[i].amount.total == b.begin()[i].amount.total);
        CHECK(a.begin()[i].amount.part == b.begin()[i].amount.part);
    }
}

}  // namespace

TEST_CASE("a row is an operator of the library and a time") {
    const measurements m = read("kernel,m,n,k,a,b,out,time_us,source\n"
                                "matmul,128,24576,1536,nvfp4,nvfp4,bf16,4.5,notebook\n");
    CHECK(m.complaints.empty());
    REQUIRE(m.rows.size() == 1);
    CHECK(m.rows[0].name == "matmul (128,1536) x (1536,24576), nvfp4 -> bf16");
    CHECK(m.rows[0].time == 4.5_us);
    CHECK(m.rows[0].source == "notebook");
    same(m.rows[0].cost, matmul(tensor<nvfp4, 128, 1536>{}, tensor<nvfp4, 1536, 24576>{}, out<bf16>));
}

TEST_CASE("a product costs what matmul() and batched_matmul() say, in any formats and in incomplete blocks") {
    const measurements m = read("kernel,batch,m,n,k,a,b,out,time_s\n"
                                "matmul,,7,13,129,bf16,int4_g128,,1\n"
                                "matmul,,7,13,129,fp8_per_row,fp8_e5m2,fp32,1\n"
                                "matmul,1,7,13,129,i8,,i32,1\n"
                                "matmul,3,7,13,129,mxfp4,nvfp4,mxfp8_e4m3,1\n"
                                "matmul,5,1,1,1,fp64,,,1\n");
    CHECK(m.complaints.empty());
    REQUIRE(m.rows.size() == 5);
    CHECK(m.rows[0].name == "matmul (7,129) x (129,13), bf16 x int4_g128 -> bf16");
    CHECK(m.rows[3].name == "matmul 3 x (7,129) x (129,13), mxfp4 x nvfp4 -> mxfp8_e4m3");
    same(m.rows[0].cost, matmul(tensor<bf16, 7, 129>{}, tensor<int4_g128, 129, 13>{}));
    same(m.rows[1].cost, matmul(tensor<fp8_per_row, 7, 129>{}, tensor<fp8_e5m2, 129, 13>{}, out<fp32>));
    same(m.rows[2].cost, matmul(tensor<i8, 7, 129>{}, tensor<i8, 129, 13>{}, out<i32>));
    same(m.rows[3].cost, batched_matmul(tensor<mxfp4, 3, 7, 129>{}, tensor<nvfp4, 3, 129, 13>{}, out<mxfp8_e4m3>));
    same(m.rows[4].cost, batched_matmul(tensor<fp64, 5, 1, 1>{}, tensor<fp64, 5, 1, 1>{}));
}

TEST_CASE("a step of decoding, and an elementwise kernel") {
    const measurements m = read("kernel,name,batch,heads,kv_heads,head_dim,context,a,b,read_B,written_B,FLOP,time_ns\n"
                                "decode_attention,,4,32,8,128,1000,bf16,fp8,,,,100000\n"
                                "decode_attention,,4,32,,128,1000,fp16,,,,,100000\n"
                                "elementwise,\"norm, fused\",,,,,,,,4096,2048,1e4,1500\n"
                                "elementwise,,,,,,,,,4096,0,,1500\n");
    CHECK(m.complaints.empty());
    REQUIRE(m.rows.size() == 4);
    CHECK(m.rows[0].name == "decode attention, batch 4, heads 32/8 of 128, context 1000, bf16");
    same(m.rows[0].cost,
         attention(tensor<bf16, 4, 1, 32, 128>{}, tensor<fp8, 4, 1000, 8, 128>{}, tensor<fp8, 4, 1000, 8, 128>{}));
    same(m.rows[1].cost,
         attention(tensor<fp16, 4, 1, 32, 128>{}, tensor<fp16, 4, 1000, 32, 128>{}, tensor<fp16, 4, 1000, 32, 128>{}));
    CHECK(m.rows[2].name == "norm, fused");
    same(m.rows[2].cost, op(demand<vector_math<fp32>>(10000_FLOP), demand<memory<dram>>(4096_B, 2048_B)));
    CHECK(m.rows[3].name == "elementwise, 4096 B read, 0 B written");
}

TEST_CASE("columns stand in any order; others, comments and empty lines are passed over; lines may end in CR LF") {
    const measurements m = read("# timed on a Tuesday\r\n"
                                "weekday, k ,n,m,time_ms,kernel,a\r\n"
                                "\r\n"
                                "Tuesday,3, 2 ,1,0.5,matmul,bf16\r\n"
                                "# the end\r\n");
    CHECK(m.complaints.empty());
    REQUIRE(m.rows.size() == 1);
    CHECK(m.rows[0].name == "matmul (1,3) x (3,2), bf16");
    CHECK(m.rows[0].time.value() == doctest::Approx(5e-4));
}

TEST_CASE("a bad row says its line, its column and what was expected; the good rows are kept") {
    CHECK(complaints("kernel,m,n,k,a,time_s\n"
                     "matmul,many,2,3,bf16,1\n"
                     "matmul,1,0,3,bf16,1\n"
                     "matmul,1,2,,bf16,1\n"
                     "matmul,1,2,3.5,bf16,1\n"
                     "matmul,1,2,3,bf16,1\n"
                     "matmul,1,2,99999999999999999999,bf16,1\n"
                     "matmul,1,2,3,bf16,fast\n"
                     "matmul,1,2,3,bf16,0\n"
                     "matmul,1,2,3,bf16,-1\n"
                     "matmul,1,2,3,bf16,nan\n"
                     "matmul,1,2,3,bf16,\n"
                     "matmul,1,2,3,bf16\n"
                     "matmul,1,2,3,bf16,1,2\n"
                     "matmul,1,2,3,\"bf16,1\n"
                     "matmul,1,2,3,bf16,2\n",
                     2) == "x.csv:2: m: expected a whole number from 1 on, found \"many\"\n"
                           "x.csv:3: n: expected a whole number from 1 on, found \"0\"\n"
                           "x.csv:4: k: expected a whole number from 1 on, found nothing\n"
                           "x.csv:5: k: expected a whole number from 1 on, found \"3.5\"\n"
                           "x.csv:7: k: expected a whole number from 1 on, found \"99999999999999999999\"\n"
                           "x.csv:8: time_s: expected a number from 0 on, found \"fast\"\n"
                           "x.csv:9: time_s: expected a time above 0, found \"0\"\n"
                           "x.csv:10: time_s: expected a number from 0 on, found \"-1\"\n"
                           "x.csv:11: time_s: expected a number from 0 on, found \"nan\"\n"
                           "x.csv:12: time_s: expected a time, found nothing\n"
                           "x.csv:13: expected as many fields as there are column names, found fewer\n"
                           "x.csv:14: expected as many fields as there are column names, found more\n"
                           "x.csv:15: a quotation mark is not closed on its line\n");
}

TEST_CASE("formats that are unknown, or do not multiply") {
    CHECK(complaints("kernel,m,n,k,a,b,time_s\nmatmul,1,2,3,bf17,,1\n", 0)
              .starts_with("x.csv:2: a: expected one of fp64 fp32 tf32 bf16 fp16 fp8 "));
    CHECK(complaints("kernel,m,n,k,a,b,time_s\nmatmul,1,2,3,bf16,fp16,1\nmatmul,1,2,3,i32,,1\n", 0) ==
          "x.csv:2: b: expected a format that multiplies with bf16, found \"fp16\"\n"
          "x.csv:3: a: expected a format that multiplies with i32, found \"i32\"\n");
    CHECK(complaints("kernel,batch,heads,kv_heads,head_dim,context,a,b,time_s\ndecode_attention,1,6,4,8,9,bf16,,1\n", 0)
              .find("6 query heads are not a multiple of 4 key heads") != std::string::npos);
}

TEST_CASE("extents beyond counting are refused in the words of the library") {
    CHECK(complaints("kernel,m,n,k,a,time_s\nmatmul,4000000000,4000000000,4000000000,bf16,1\n", 0).find("2^53") !=
          std::string::npos);
}

TEST_CASE("an unknown kernel is named, with those that are known") {
    CHECK(complaints("kernel,m,n,k,a,time_s\nconv2d,1,2,3,bf16,1\nmatmul,1,2,3,bf16,1\n,1,2,3,bf16,1\n", 1) ==
          "x.csv:2: kernel: expected one of the kernels known here: matmul decode_attention elementwise, found "
          "\"conv2d\"\n"
          "x.csv:4: kernel: expected one of the kernels known here: matmul decode_attention elementwise, found "
          "nothing\n");
}

TEST_CASE("a kind of one's own") {
    auto kinds = usual_kernels();
    kinds.push_back(
        {"copy", [](const measured_row& row) -> any_operator {
             const double bytes = row.amount("read_B");
             return op(demand<memory<dram>>(units::traffic::from_value(bytes), units::traffic::from_value(bytes)));
         }});
    std::istringstream in("kernel,read_B,time_s\ncopy,1000,1\n");
    const measurements m = read_measured(in, kinds);
    REQUIRE(m.rows.size() == 1);
    CHECK(m.rows[0].name == "copy");
    CHECK(traffic(m.rows[0].cost) == 2000_B);
}

TEST_CASE("a table without names, or without what it must have, is one complaint") {
    CHECK(complaints("", 0) == "x.csv:1: expected a line of column names, found nothing\n");
    CHECK(complaints("# nothing but this\n", 0) == "x.csv:1: expected a line of column names, found nothing\n");
    CHECK(complaints("m,n,k,time_s\n1,2,3,4\n", 0) == "x.csv:1: expected a column kernel, which says what was timed\n");
    CHECK(complaints("kernel,m,m,time_s\n", 0) == "x.csv:1: the column m stands twice\n");
    CHECK(complaints("kernel,time\nmatmul,1\n", 0) ==
          "x.csv:1: expected one column of times: time_s, time_ms, time_us or time_ns\n");
    CHECK(complaints("kernel,time_s,time_us\n", 0) ==
          "x.csv:1: expected one column of times: time_s, time_ms, time_us or time_ns\n");
    CHECK(complaints("kernel,time_s\n", 0) == "");
}

TEST_CASE("a file that cannot be read") {
    CHECK_THROWS_WITH_AS(read_measured(std::filesystem::path("no/such.csv")),
                         "cannot read no/such.csv: No such file or directory", std::system_error);
    CHECK_THROWS_WITH_AS(read_measured(std::filesystem::path(".")), "cannot read .: Is a directory", std::system_error);
}

TEST_CASE("kernels timed on an H100: none beats its bound there, and many do on an A100") {
    const measurements m = read_measured(data("h100_sxm.csv"));
    CHECK(m.complaints.empty());
    REQUIRE(m.rows.size() == 30);

    const placed_measurements h100 = place_measured(m.rows, hw::h100_sxm);
    CHECK(h100.refused.empty());
    CHECK(how_many(h100, verdict::impossible) == 0);
    CHECK(how_many(h100, verdict::in_cache) == 0);
    CHECK(how_many(h100, verdict::has_room) == 7);
    for (const placed_measurement& p : h100.rows) {
        CHECK(p.source.starts_with("aic/"));
        CHECK((p.says == verdict::has_room) == (p.bound.compute_bound() && p.of_peak < 0.7));
    }

    const placed_measurements a100 = place_measured(m.rows, hw::a100_sxm_80gb);
    CHECK(how_many(a100, verdict::impossible) == 13);
    REQUIRE(a100.refused.size() == 12);
    CHECK(a100.refused[0].find("A100 80GB SXM4 publishes no ceiling for matrix_math<fp8>") != std::string::npos);
}

TEST_CASE("elementwise kernels that find their data in the cache of an RTX 4090") {
    const measurements m = read_measured(data("rtx_4090.csv"));
    CHECK(m.complaints.empty());
    const placed_measurements all = place_measured(m.rows, hw::rtx_4090);
    REQUIRE(all.rows.size() == 6);
    CHECK(how_many(all, verdict::in_cache) == 3);
    CHECK(all.rows[0].name == "rmsnorm_residual (704,8192)");
    CHECK(all.rows[0].why.starts_with("2.81 times faster than the cold bound"));
}
