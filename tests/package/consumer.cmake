# SPDX-License-Identifier: BSL-1.0
# Steps that the package tests share.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
if(NOT DEFINED CMAKE)
    set(CMAKE ${CMAKE_COMMAND})
endif()

# run(<command ...>): it must succeed, and CMake must not warn; its output is shown if not, and is `output` afterwards
function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT exit_code EQUAL 0 OR output MATCHES "CMake (Deprecation )?Warning (\\(dev\\) )?(at|in) ")
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}\nfailed with ${exit_code}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

# refused(<sentence> <command ...>): it must fail, saying so; its output is `output` afterwards
function(refused sentence)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string(REGEX REPLACE "[ \n]+" " " unwrapped "${output}") # CMake wraps its messages
    string(FIND "${unwrapped}" "${sentence}" first)
    if(exit_code EQUAL 0 OR first EQUAL -1)
        message(FATAL_ERROR "expected a failure with: ${sentence}\ncame exit code ${exit_code} with:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

set(configure ${CMAKE} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER})
set(no_tests -DROOFLINE_BUILD_TESTS=OFF -DROOFLINE_BUILD_EXAMPLES=OFF)

# install_library(<source>): to SCRATCH/moved, and not where it was to be
function(install_library source)
    run(${configure} -S ${source} -B ${SCRATCH}/library ${no_tests})
    run(${CMAKE} --install ${SCRATCH}/library --prefix ${SCRATCH}/installed)
    file(RENAME ${SCRATCH}/installed ${SCRATCH}/moved)
endfunction()

# build_and_run_kernel(<folder beside this file> <arguments of cmake ...>): the project is kernel.cpp and the folder
function(build_and_run_kernel folder)
    file(COPY ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/kernel.cpp ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${folder}/
        DESTINATION ${SCRATCH}/${folder})
    run(${configure} -S ${SCRATCH}/${folder} -B ${SCRATCH}/${folder}/build ${ARGN})
    run(${CMAKE} --build ${SCRATCH}/${folder}/build)
    run(${SCRATCH}/${folder}/build/kernel)
endfunction()
