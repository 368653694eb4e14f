# SPDX-License-Identifier: BSL-1.0
# What keeps the library from being configured is said in one sentence.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)

# refused(<name> <sentence> <arguments of cmake ...>)
function(refused name sentence)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -S ${SOURCE} -B ${SCRATCH}/${name} -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
            -DROOFLINE_BUILD_TESTS=OFF -DROOFLINE_BUILD_EXAMPLES=OFF ${ARGN}
        RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
    string(REGEX REPLACE "[ \n]+" " " output "${output}") # CMake wraps its messages
    string(FIND "${output}" "${sentence}" place)
    if(exit_code EQUAL 0 OR place EQUAL -1)
        message(FATAL_ERROR "expected a failure with: ${sentence}\ncame exit code ${exit_code} with:\n${output}")
    endif()
endfunction()

refused(no_boost
    "roofline needs the headers of Boost 1.74 or later: sudo apt-get install -y libboost-dev"
    -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)

# CMake believes what it is told of a compiler when it is told that it need not look.
set(unexamined -DCMAKE_CXX_COMPILER_ID_RUN=ON -DCMAKE_CXX_COMPILER_FORCED=ON)
foreach(old GNU=11.4.0 Clang=15.0.7)
    string(REGEX MATCH "^(.*)=(.*)$" all ${old})
    refused(old_${CMAKE_MATCH_1}
        "roofline needs g++ 12 or clang 16, or later; ${COMPILER} is ${CMAKE_MATCH_1} ${CMAKE_MATCH_2}."
        ${unexamined} -DCMAKE_CXX_COMPILER_ID=${CMAKE_MATCH_1} -DCMAKE_CXX_COMPILER_VERSION=${CMAKE_MATCH_2})
endforeach()
