# SPDX-License-Identifier: BSL-1.0
# Compiles one offence and holds the compiler to what the file says about it.
#
#   cmake -DCASE=<file.cpp> -DCOMPILER=<path> -DFAMILY=<gcc|clang|nvcc> -DSETTINGS=<settings.cmake> [-DPRECOMPILED=<folder>]
#         -P compile_fail.cmake
#
# In the file, one to a line:
#
#   // expect-error: TEXT   the first error line holds TEXT (as it stands, or else as a regex); a second such line must
#                           be met by some error line
#   // expect: TEXT         TEXT occurs, as it stands, anywhere in the output
#   // forbid: REGEX        the regex matches nowhere in the output
#   // errors: N            exactly N errors, or `N to M` by the version of the compiler; 1 unless said
#   // soup: BYTES          at most so much output; 8000 unless said
#
# `expect(clang): TEXT` and the like hold for that family only, and take the place of a plain `errors` or `soup`.
# A plain `expect` or `soup` says nothing of nvcc, which prints no computed sentence and long names of types.
# The offence stands in `#ifndef POSITIVE_CONTROL`, what is right instead in its `#else`. The control must compile:
# else a misspelt include would pass for the error that is meant.
cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/../support/lines.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/command.cmake)

cmake_path(GET CASE FILENAME case_name)
file(READ ${CASE} source)

# reject(<what is wrong> [<output of the compiler>])
function(reject complaint)
    message("${case_name}: ${complaint}") # FATAL_ERROR would wrap it
    if(ARGC GREATER 1)
        message("---- came from ${COMPILER}:\n${ARGV1}----")
    endif()
    message(FATAL_ERROR "rejected ${CASE}")
endfunction()

# What the file expects ---------------------------------------------------------------------------------------------

set(errors 1)
set(soup 8000)
if(FAMILY STREQUAL "nvcc")
    set(soup 16000)
endif()
set(error_texts "")
set(texts "")
set(forbidden "")
foreach(selector "" "(${FAMILY})")
    lines_of("${source}" lines)
    foreach(line IN LISTS lines)
        if(NOT line MATCHES "^ *// (expect-error|expect|forbid|errors|soup)(\\([a-z]+\\))?: *(.*[^ ]) *$")
            continue()
        endif()
        # Kept, as each match sets them anew. In a condition with one they would still be those of the line before.
        set(directive "${CMAKE_MATCH_1}")
        set(value "${CMAKE_MATCH_3}")
        if(NOT "${CMAKE_MATCH_2}" STREQUAL "${selector}")
            continue()
        endif()
        if(FAMILY STREQUAL "nvcc" AND selector STREQUAL "" AND directive MATCHES "^(expect|soup)$")
            continue()
        endif()
        if(directive STREQUAL "expect-error")
            list(APPEND error_texts "${value}")
        elseif(directive STREQUAL "expect")
            list(APPEND texts "${value}")
        elseif(directive STREQUAL "forbid")
            list(APPEND forbidden "${value}")
        else()
            set(${directive} "${value}")
        endif()
    endforeach()
endforeach()
if(error_texts STREQUAL "")
    reject("names no expect-error")
endif()
if(NOT source MATCHES "\n#(ifdef|ifndef) POSITIVE_CONTROL\n")
    reject("has no positive control")
endif()

# What comes --------------------------------------------------------------------------------------------------------

list(APPEND command ${syntax_only})
if(PRECOMPILED AND source MATCHES "\n#include <roofline/roofline.hpp>\n")
    if(NOT EXISTS ${precompiled_header}.gch)
        reject("roofline.hpp is not precompiled")
    endif()
    list(APPEND command ${with_precompiled})
endif()

execute_process(COMMAND ${command} -DPOSITIVE_CONTROL ${CASE}
    RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT exit_code EQUAL 0)
    reject("the positive control does not compile" "${output}")
endif()

execute_process(COMMAND ${command} ${CASE}
    RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(exit_code EQUAL 0)
    reject("compiled, and must not" "${output}")
endif()
string(LENGTH "${output}" bytes)
# Names are compared without the inline namespace of the version.
string(REGEX REPLACE "(roofline::)v[0-9]+_[0-9]+_[0-9]+::" "\\1" output "${output}")

# An error line carries a place, of nvcc `file(12)`; so an `error:` in an echoed line of source is none.
lines_of("${output}" lines)
list(FILTER lines INCLUDE REGEX "^[^ ].*(:[0-9]+|[(][0-9]+[)]): (fatal |catastrophic )?error( #[0-9]+(-D)?)?: ")
list(LENGTH lines error_count)

set(position "the first")
foreach(expected IN LISTS error_texts)
    plain("${expected}" expected)
    set(met FALSE)
    foreach(line IN LISTS lines)
        plain("${line}" line)
        string(FIND "${line}" "${expected}" place)
        if(NOT place EQUAL -1)
            set(met TRUE)
        elseif(line MATCHES "${expected}")
            set(met TRUE)
        endif()
        if(position STREQUAL "the first")
            break()
        endif()
    endforeach()
    if(NOT met)
        reject("expected on ${position} error line: ${expected}" "${output}")
    endif()
    set(position "some")
endforeach()
foreach(expected IN LISTS texts)
    plain("${expected}" expected)
    string(FIND "${output}" "${expected}" place)
    if(place EQUAL -1)
        reject("expected in the output: ${expected}" "${output}")
    endif()
endforeach()
foreach(pattern IN LISTS forbidden)
    plain("${pattern}" pattern)
    if(output MATCHES "${pattern}")
        reject("forbidden in the output: ${pattern}" "${output}")
    endif()
endforeach()
string(REGEX MATCH "^([0-9]+)( to ([0-9]+))?$" errors "${errors}")
set(most_errors ${CMAKE_MATCH_1})
if(CMAKE_MATCH_3)
    set(most_errors ${CMAKE_MATCH_3})
endif()
if(error_count LESS CMAKE_MATCH_1 OR error_count GREATER most_errors OR errors STREQUAL "")
    reject("expected ${errors} error(s), came ${error_count}" "${output}")
endif()
if(bytes GREATER soup)
    reject("expected at most ${soup} bytes of output, came ${bytes}" "${output}")
endif()
