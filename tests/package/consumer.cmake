# SPDX-License-Identifier: BSL-1.0
# Steps that the package tests share.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})

# run(<command ...>): it must succeed; its output is shown if it does not
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT exit_code EQUAL 0)
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}\nfailed with ${exit_code}:\n${output}")
    endif()
endfunction()

# build_and_run_consumer(<folder beside this file> <arguments of cmake ...>)
function(build_and_run_consumer folder)
    run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${folder} -B ${SCRATCH}/build
        -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER} ${ARGN})
    run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
    run(${SCRATCH}/build/consumer)
endfunction()
