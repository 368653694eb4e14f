# SPDX-License-Identifier: BSL-1.0
# A compiler that loses sums in constant expressions is refused in one sentence, with one error. Shown with the form of
# addition that g++ 13 to 16 lose, put back into a copy of the headers; other compilers take it.
#
#   cmake -DCOMPILER=<path> -DLOSES=<bool> -DINCLUDE=<folder> -DCOPY=<folder> -P lost_sums.cmake
cmake_minimum_required(VERSION 3.25)

# put_back(<header> <text> <text that was there before>)
function(put_back header now before)
    set(file ${COPY}/roofline/${header})
    file(READ ${file} text)
    string(REPLACE "${now}" "${before}" old "${text}")
    if(old STREQUAL text)
        message(FATAL_ERROR "${header} no longer says: ${now}")
    endif()
    file(WRITE ${file} "${old}")
endfunction()

file(REMOVE_RECURSE ${COPY})
file(COPY ${INCLUDE}/roofline DESTINATION ${COPY})
put_back(op/demand.hpp "    double total;\n    double part;\n" "    double total = 0;\n    double part = 0;\n")
put_back(op/demand.hpp "operator+(amount a, const amount& b) { return a += b; }"
    "operator+(const amount& a, const amount& b) { return {a.total + b.total, a.part + b.part}; }")
set(sum "sum.amounts[Set::template index_of<S>()]")
put_back(op/lists.hpp "${sum} += times" "${sum} = ${sum} + times")
file(WRITE ${COPY}/main.cpp "#include <roofline/roofline.hpp>\n")

execute_process(COMMAND ${COMPILER} -std=c++20 -I${COPY} -fsyntax-only ${COPY}/main.cpp
    RESULT_VARIABLE exit_code ERROR_VARIABLE output)
string(REGEX MATCHALL "[0-9]: error: [^\n]*" errors "${output}")
if(LOSES)
    set(sentence "[0-9]: error: static assertion failed: roofline: this compiler loses sums in constant expressions")
    if(exit_code EQUAL 0 OR NOT errors MATCHES "^${sentence}[^;]*$")
        message(FATAL_ERROR "expected one error, about lost sums; came:\n${output}")
    endif()
elseif(NOT exit_code EQUAL 0)
    message(FATAL_ERROR "expected no error; came:\n${output}")
endif()
