# SPDX-License-Identifier: BSL-1.0
# What keeps the library from being configured, or from being compiled without CMake, is said in one sentence.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)

set(boost_missing "roofline needs the headers of Boost 1.74 or later: sudo apt-get install -y libboost-dev")
refused("${boost_missing}" ${configure} -S ${SOURCE} -B ${SCRATCH}/no_boost ${no_tests}
    -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)

# CMake believes what it is told of a compiler when it is told that it need not look.
set(unexamined -DCMAKE_CXX_COMPILER_ID_RUN=ON -DCMAKE_CXX_COMPILER_FORCED=ON)
set(ids GNU Clang)
set(versions 11.4.0 15.0.7)
foreach(id version IN ZIP_LISTS ids versions)
    refused("roofline needs g++ 12 or clang 16, or later; ${COMPILER} is ${id} ${version}."
        ${configure} -S ${SOURCE} -B ${SCRATCH}/old_${id} ${no_tests}
        ${unexamined} -DCMAKE_CXX_COMPILER_ID=${id} -DCMAKE_CXX_COMPILER_VERSION=${version})
endforeach()

# uncompilable(<sentence> <flags ...>): it is the first error, and the second is that the compiler stops there
function(uncompilable sentence)
    set(ENV{LC_ALL} C)
    set(command ${COMPILER} -std=c++20 -I${SOURCE}/include ${ARGN} -fsyntax-only
        ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/kernel.cpp)
    refused("${sentence}" ${command})
    string(REGEX MATCHALL "error: [^\n]*" errors "${output}")
    list(LENGTH errors count)
    list(GET errors 0 first)
    string(FIND "${first}" "${sentence}" place)
    if(place EQUAL -1 OR count GREATER 2)
        message(FATAL_ERROR "expected one sentence: ${sentence}\ncame\n${output}")
    endif()
endfunction()

set(old_compiler -U__GNUC__ -D__GNUC__=11)
if(COMPILER_ID MATCHES "Clang")
    set(old_compiler -U__clang_major__ -D__clang_major__=15)
endif()
uncompilable("roofline needs C++20: compile with -std=c++20 or later" -std=c++17)
uncompilable("roofline needs g++ 12 or clang 16, or later" ${old_compiler})
uncompilable("${boost_missing}" -nostdinc -nostdinc++)
