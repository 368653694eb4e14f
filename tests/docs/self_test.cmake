# SPDX-License-Identifier: BSL-1.0
# The test of the test: all that is wrong in the fixture is named and nothing else is, and an update mends what it can.
cmake_minimum_required(VERSION 3.25)
unset(ENV{ROOFLINE_UPDATE})
file(REMOVE_RECURSE ${SCRATCH}/fixture)
file(COPY ${CMAKE_CURRENT_LIST_DIR}/fixture DESTINATION ${SCRATCH})

# expect(<file below fixture/> <arguments>): the complaints are those of the file
function(expect file)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}/fixture ${ARGN} -P ${CMAKE_CURRENT_LIST_DIR}/code_blocks.cmake
        RESULT_VARIABLE exit_code ERROR_VARIABLE complaints)
    string(REGEX REPLACE "\nCMake Error.*$" "" complaints "${complaints}")
    file(READ ${CMAKE_CURRENT_LIST_DIR}/fixture/${file} expected)
    if(exit_code EQUAL 0 OR NOT complaints STREQUAL expected)
        message(FATAL_ERROR "expected a failure with\n${expected}\ncame exit code ${exit_code} with\n${complaints}")
    endif()
endfunction()

expect(expected.txt)
expect(expected.txt -DUPDATE=ON)
expect(expected_after_update.txt)
