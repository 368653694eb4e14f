# SPDX-License-Identifier: BSL-1.0
# A header includes only its own layer or one above it in this list; what a program includes begins with version.hpp.
#
#   cmake -DINCLUDE_DIRECTORY=<the folder that holds roofline/> -P include_direction.cmake
cmake_minimum_required(VERSION 3.25)

set(layers diagnostic units dtype tensor machine op query model hardware models sweep report chart)

# A catalogue of machines is data: it does not know what runs on them.
set(hidden_from_hardware op query model)
# The umbrella of everything holds the layers that need neither range-v3 nor I/O.
set(hidden_from_roofline sweep report chart)

# What a program includes by name first learns what it cannot compile: the umbrellas and the entries of the catalogues.
set(entry_headers "^((hardware|models)/)?[^/]+\\.hpp$")

set(io_headers cstdio fstream iomanip iostream istream ostream print sstream stdio.h)
set(io_layers report chart)

include(${CMAKE_CURRENT_LIST_DIR}/../support/lines.cmake)

# layer_of(<path below include/roofline> <variable>): op/matmul.hpp and op.hpp are of op.
function(layer_of path result)
    string(REGEX REPLACE "[/.].*$" "" layer "${path}")
    set(${result} ${layer} PARENT_SCOPE)
endfunction()

# may_include(<layer> <other layer> <variable>)
function(may_include layer other result)
    list(FIND layers "${layer}" place)
    list(FIND layers "${other}" other_place)
    set(answer FALSE)
    if(other STREQUAL "version")
        set(answer TRUE)
    elseif(other_place EQUAL -1 OR other IN_LIST hidden_from_${layer})
    elseif(layer STREQUAL "roofline" OR other_place LESS_EQUAL place)
        set(answer TRUE)
    endif()
    set(${result} ${answer} PARENT_SCOPE)
endfunction()

set(complaints "")
file(GLOB_RECURSE headers RELATIVE ${INCLUDE_DIRECTORY}/roofline ${INCLUDE_DIRECTORY}/roofline/*)
list(SORT headers)
foreach(header IN LISTS headers)
    layer_of(${header} layer)
    if(NOT layer IN_LIST layers AND NOT header STREQUAL "roofline.hpp" AND NOT header STREQUAL "version.hpp")
        string(APPEND complaints "${header}: ${layer} is no layer\n")
        continue()
    endif()

    file(READ ${INCLUDE_DIRECTORY}/roofline/${header} text)
    lines_of("${text}" lines)
    set(number 0)
    set(first_include TRUE)
    foreach(line IN LISTS lines)
        math(EXPR number "${number} + 1")
        if(NOT line MATCHES "^[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"]+)[>\"]")
            continue()
        endif()
        set(quote "${CMAKE_MATCH_1}")
        set(included "${CMAKE_MATCH_2}")
        set(where "${header}:${number}: ")
        if(first_include AND header MATCHES "${entry_headers}" AND NOT header STREQUAL "version.hpp"
            AND NOT included STREQUAL "roofline/version.hpp")
            string(APPEND complaints "${where}roofline/version.hpp comes first where a program may begin\n")
        endif()
        set(first_include FALSE)
        if(quote STREQUAL "\"")
            string(APPEND complaints "${where}write <roofline/...>, not \"${included}\"\n")
        elseif(included MATCHES "^roofline/(.*)$")
            layer_of(${CMAKE_MATCH_1} other)
            may_include(${layer} ${other} allowed)
            if(NOT allowed)
                string(APPEND complaints "${where}${layer} may not include ${included}\n")
            endif()
        elseif(included MATCHES "^range/v3/" AND NOT layer STREQUAL "sweep")
            string(APPEND complaints "${where}only sweep includes range-v3\n")
        elseif(included IN_LIST io_headers AND NOT layer IN_LIST io_layers)
            string(APPEND complaints "${where}only report and chart do I/O, so not <${included}> here\n")
        elseif(included STREQUAL "boost/units/io.hpp")
            string(APPEND complaints "${where}nothing includes <boost/units/io.hpp>\n")
        endif()
    endforeach()
endforeach()

if(headers STREQUAL "")
    message(FATAL_ERROR "no headers in ${INCLUDE_DIRECTORY}/roofline")
elseif(NOT complaints STREQUAL "")
    # On one write, unwrapped: FATAL_ERROR breaks long lines.
    message("${complaints}")
    message(FATAL_ERROR "includes against the order of the layers")
endif()
