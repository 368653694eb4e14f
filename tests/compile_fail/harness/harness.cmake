# SPDX-License-Identifier: BSL-1.0
# The test of the test: each file here says what compile_fail.cmake says of it.
#
#   // harness: TEXT     it is rejected, and TEXT is part of the complaint
#   // harness: accepted
#
# The files include nothing of the library, so they cost little.
cmake_minimum_required(VERSION 3.25)

file(READ ${CASE} source)
if(NOT source MATCHES "\n// harness: ([^\n]+)")
    message(FATAL_ERROR "${CASE} names no verdict")
endif()
set(verdict "${CMAKE_MATCH_1}")

execute_process(
    COMMAND ${CMAKE_COMMAND} -DCASE=${CASE} -DCOMPILER=${COMPILER} -DFAMILY=${FAMILY} -DSETTINGS=${SETTINGS}
        -P ${CMAKE_CURRENT_LIST_DIR}/../compile_fail.cmake
    RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
string(REGEX REPLACE "[ \n]+" " " output "${output}") # CMake wraps its messages
string(FIND "${output}" "${verdict}" place)

if(verdict STREQUAL "accepted")
    if(NOT exit_code EQUAL 0)
        message(FATAL_ERROR "expected to be accepted, came:\n${output}")
    endif()
elseif(exit_code EQUAL 0)
    message(FATAL_ERROR "expected to be rejected because: ${verdict}\nbut was accepted")
elseif(place EQUAL -1)
    message(FATAL_ERROR "expected to be rejected because: ${verdict}\ncame:\n${output}")
endif()
