# SPDX-License-Identifier: BSL-1.0
# Precompiles roofline.hpp for the offences, of which nearly all include it: ten times faster.
#
#   cmake -DCOMPILER=<path> -DFAMILY=<gcc|clang> -DSETTINGS=<settings.cmake> -DPRECOMPILED=<folder> -P precompile.cmake
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/command.cmake)

file(REMOVE_RECURSE ${PRECOMPILED})
file(MAKE_DIRECTORY ${PRECOMPILED}/roofline)
list(REMOVE_ITEM command -fsyntax-only)
# Without warnings: `#pragma once` in the file that is compiled is one.
execute_process(COMMAND ${command} -w -x c++-header ${project_source_directory}/include/roofline/roofline.hpp
        -o ${precompiled_header}
    COMMAND_ERROR_IS_FATAL ANY)
