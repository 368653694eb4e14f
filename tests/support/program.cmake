# SPDX-License-Identifier: BSL-1.0
# Runs a program and compares what it does with what is expected of it.
#
#   cmake -DPROGRAM=<path> -DSCRATCH=<file to write> [-DARGUMENTS=<as in a shell>] [-DEXIT_CODE=<n>]
#         [-DSTDOUT=<file>] [-DSTDERR=<regex>] [-DWRITTEN=<folder> -DFILES=<path prefix>] -P program.cmake
#
# EXIT_CODE is 0 unless given, and a refusal (any other) prints nothing on stdout. STDOUT is compared byte for byte;
# with ROOFLINE_UPDATE=1 in the environment it is rewritten instead. WRITTEN is emptied before the program runs; what it
# writes there must be the files whose paths begin with FILES, no more, no fewer, and is compared in the same way.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED EXIT_CODE)
    set(EXIT_CODE 0)
endif()
if(DEFINED WRITTEN)
    file(REMOVE_RECURSE ${WRITTEN})
    file(MAKE_DIRECTORY ${WRITTEN})
endif()
separate_arguments(arguments UNIX_COMMAND "${ARGUMENTS}")
execute_process(COMMAND ${PROGRAM} ${arguments}
    RESULT_VARIABLE exit_code OUTPUT_FILE ${SCRATCH} ERROR_VARIABLE stderr)
file(READ ${SCRATCH} stdout)

if(NOT exit_code STREQUAL EXIT_CODE)
    message(FATAL_ERROR "expected exit code ${EXIT_CODE}, came ${exit_code}\nstdout:\n${stdout}\nstderr:\n${stderr}")
endif()
if(NOT EXIT_CODE EQUAL 0 AND NOT stdout STREQUAL "")
    message(FATAL_ERROR "expected nothing on stdout, came:\n${stdout}")
endif()
if(DEFINED STDERR AND NOT stderr MATCHES "${STDERR}")
    message(FATAL_ERROR "expected on stderr: ${STDERR}\ncame:\n${stderr}")
endif()

# expect_file(<what came> <what is expected>): the same bytes
function(expect_file came expected)
    if("$ENV{ROOFLINE_UPDATE}")
        file(COPY_FILE ${came} ${expected} ONLY_IF_DIFFERENT)
    elseif(NOT EXISTS ${expected})
        file(READ ${came} text)
        message(FATAL_ERROR "there is no ${expected}; run this test with ROOFLINE_UPDATE=1 to write it. What came:\n${text}")
    endif()
    file(SHA256 ${came} came_hash)
    file(SHA256 ${expected} expected_hash)
    if(NOT came_hash STREQUAL expected_hash)
        execute_process(COMMAND diff -u ${expected} ${came})
        message(FATAL_ERROR
            "the output is not that of ${expected}; when the new one is right, run this test with ROOFLINE_UPDATE=1")
    endif()
endfunction()

if(DEFINED STDOUT)
    expect_file(${SCRATCH} ${STDOUT})
endif()
if(DEFINED WRITTEN)
    get_filename_component(folder ${FILES} DIRECTORY)
    get_filename_component(prefix ${FILES} NAME)
    file(GLOB written RELATIVE ${WRITTEN} ${WRITTEN}/*)
    file(GLOB wanted RELATIVE ${folder} ${FILES}*)
    if(written STREQUAL "")
        message(FATAL_ERROR "nothing was written to ${WRITTEN}")
    endif()
    foreach(name IN LISTS written)
        if(NOT name MATCHES "^${prefix}")
            message(FATAL_ERROR "${name} was written, which does not begin with ${prefix}")
        endif()
        expect_file(${WRITTEN}/${name} ${folder}/${name})
    endforeach()
    foreach(name IN LISTS wanted)
        if(NOT name IN_LIST written)
            message(FATAL_ERROR "${folder}/${name} is no longer written")
        endif()
    endforeach()
endif()
