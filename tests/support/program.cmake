# SPDX-License-Identifier: BSL-1.0
# Runs a program and compares what it does with what is expected of it.
#
#   cmake -DPROGRAM=<path> -DSCRATCH=<file to write> [-DARGUMENTS=<as in a shell>] [-DEXIT_CODE=<n>]
#         [-DSTDOUT=<file>] [-DSTDERR=<regex>] -P program.cmake
#
# EXIT_CODE is 0 unless given, and a refusal (any other) prints nothing on stdout. STDOUT is compared byte for byte;
# with ROOFLINE_UPDATE=1 in the environment it is rewritten instead.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED EXIT_CODE)
    set(EXIT_CODE 0)
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
if(DEFINED STDOUT)
    if("$ENV{ROOFLINE_UPDATE}")
        file(COPY_FILE ${SCRATCH} ${STDOUT})
    elseif(NOT EXISTS ${STDOUT})
        message(FATAL_ERROR "there is no ${STDOUT}; run this test with ROOFLINE_UPDATE=1 to write it. The output:\n${stdout}")
    endif()
    file(SHA256 ${SCRATCH} came)
    file(SHA256 ${STDOUT} expected)
    if(NOT came STREQUAL expected)
        execute_process(COMMAND diff -u ${STDOUT} ${SCRATCH})
        message(FATAL_ERROR
            "the output is not that of ${STDOUT}; when the new one is right, run this test with ROOFLINE_UPDATE=1")
    endif()
endif()
