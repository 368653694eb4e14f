// SPDX-License-Identifier: BSL-1.0
// `using namespace roofline` beside the usual system headers: no name of the library is one of theirs.
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <roofline/roofline.hpp>

#include <doctest/doctest.h>
#include <static_check.hpp>

using namespace roofline;
using namespace roofline::literals;

namespace {

constexpr tensor<nvfp4, 4, 32> x;
constexpr tensor<nvfp4, 32, 16> w;
constexpr auto mine = machine<"mine">(
    ceiling<matrix_math<fp4, fp32, dense>>(1_PFLOPS, datasheet("a")), ceiling<vector_math<fp32>>(1_TFLOPS, measured("b")),
    ceiling<special_math<special::exp2>>(1_TFLOPS, derived("c"), runs_on<vector_engine>),
    ceiling<special_math<special::reciprocal>>(1_TFLOPS, quoted("c")), ceiling<memory<dram>>(1_TBps, secondary("d")),
    ceiling<interconnect<scale_out>>(50_GBps, as_published("e")), ceiling<interconnect<host>>(64_GBps, datasheet("f")),
    ceiling<board_power>(500_W, datasheet("g")), unpublished<memory<llc>>(), unpublished<memory<shared>>(),
    capacity<memory<llc>>(1_KiB, datasheet("h")), compute_units(8, datasheet("i")), domain<interconnect<scale_up>>(2, datasheet("j")));
constexpr auto product = matmul(x, w, out<bf16>, math<fp4>);
constexpr auto gate = silu_and_mul(product.result());
constexpr auto both = fuse(product, gate);
constexpr auto all = sequence(repeat(both, 2), overlap(product, gate), op(demand<memory<dram>>(1_B), takes(x), gives(w)));

}  // namespace

TEST_CASE("every name is the library's own beside the system headers") {
    STATIC_CHECK(work(product) == 4096_FLOP);
    STATIC_CHECK(traffic(product) == footprint(x) + weight_footprint(w) + footprint(product.result()));
    STATIC_CHECK(intensity(product) > 0_FLOPpB);
    STATIC_CHECK(min_time(all, mine) > 0_s);
    STATIC_CHECK(min_time(all, mine, any_cache) <= min_time(all, mine, cold));
    STATIC_CHECK(attainable(product, mine) <= rate<matrix_math<fp4>>(mine));
    STATIC_CHECK(memory_bound(product, mine) != compute_bound(product, mine));
    STATIC_CHECK(bound_by<memory<dram>>(product, mine));
    STATIC_CHECK(speedup(sequence(product, gate), both, mine) > 1);
    STATIC_CHECK(ridge<matrix_math<fp4>>(mine) == 1000_FLOPpB);
    STATIC_CHECK(capacity<memory<llc>>(mine) == 1_KiB);
    STATIC_CHECK(compute_units(mine) == 8);
    STATIC_CHECK(domain<interconnect<scale_up>>(mine) == 2);
    STATIC_CHECK(source<memory<dram>>(mine).source() == "d");
    STATIC_CHECK(elements(x) == 128);
    STATIC_CHECK(peak_fraction(product, mine) < 1);
    STATIC_CHECK(utilization<memory<dram>>(product, mine) == 1);
    STATIC_CHECK(place(product, mine).limit == resource_of<memory<dram>>);
}
