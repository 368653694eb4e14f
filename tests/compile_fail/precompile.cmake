# SPDX-License-Identifier: BSL-1.0
# Precompiles roofline.hpp and hardware.hpp for the offences, of which nearly all include them: ten times faster.
#
#   cmake -DCOMPILER=<path> -DFAMILY=<gcc|clang> -DSETTINGS=<settings.cmake> -DPRECOMPILED=<folder> -P precompile.cmake
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/command.cmake)

file(REMOVE_RECURSE ${PRECOMPILED})
file(WRITE ${precompiled_header} "#include <roofline/roofline.hpp>\n#include <roofline/hardware.hpp>\n")
execute_process(COMMAND ${command} -x c++-header ${precompiled_header} -o ${precompiled_header}.gch
    COMMAND_ERROR_IS_FATAL ANY)
