# SPDX-License-Identifier: BSL-1.0
# The test of the test: all that is wrong in the fixture is named, and nothing else is.
cmake_minimum_required(VERSION 3.25)
execute_process(
    COMMAND ${CMAKE_COMMAND} -DINCLUDE_DIRECTORY=${CMAKE_CURRENT_LIST_DIR}/fixture
        -P ${CMAKE_CURRENT_LIST_DIR}/include_direction.cmake
    RESULT_VARIABLE exit_code ERROR_VARIABLE complaints)
string(REGEX REPLACE "\nCMake Error.*$" "" complaints "${complaints}")
file(READ ${CMAKE_CURRENT_LIST_DIR}/fixture/expected.txt expected)
if(exit_code EQUAL 0 OR NOT complaints STREQUAL expected)
    message(FATAL_ERROR "expected a failure with\n${expected}\ncame exit code ${exit_code} with\n${complaints}")
endif()
