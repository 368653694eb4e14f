// SPDX-License-Identifier: BSL-1.0
#include <roofline/report/document.hpp>

#include <doctest/doctest.h>

using namespace roofline::report;

TEST_CASE("one document, for a terminal and as Markdown") {
    table t({{"resource"}});
    t.row({"memory<dram>"});
    document d;
    d.title("Decode").paragraph("One two three four.").heading("At B = 1").table(t);
    CHECK(terminal(d, 9) == "Decode\n======\n"
                            "\nOne two\nthree\nfour.\n"
                            "\n\nAt B = 1\n--------\n"
                            "\nresource\n────────────\nmemory<dram>\n");
    CHECK(markdown(d) == "# Decode\n"
                         "\nOne two three four.\n"
                         "\n## At B = 1\n"
                         "\n| resource       |\n| -------------- |\n| memory\\<dram\\> |\n");
}

TEST_CASE("nothing is written of an empty document") {
    CHECK(terminal(document()) == "");
    CHECK(markdown(document()) == "");
}
