# SPDX-License-Identifier: BSL-1.0
# How an offence is compiled: `command`, with `syntax_only` where nothing is wanted of it, and where roofline.hpp lies
# precompiled: `precompiled_header`.
# Of COMPILER, FAMILY, SETTINGS and PRECOMPILED.

include(${SETTINGS}) # flags, include_directories, implicit_include_directories
set(ENV{LC_ALL} C)   # g++ would quote with other marks elsewhere

# What an offence declares need not be used.
if(FAMILY STREQUAL "nvcc")
    # Through one front end, that of the device: half the time of -c, and the same errors.
    set(command ${COMPILER} -std=c++20 -x cu -diag-suppress 177)
    set(syntax_only -ptx -o /dev/null)
else()
    set(command ${COMPILER} -std=c++20 ${flags} -Wno-unused)
    set(syntax_only -fsyntax-only)
endif()
foreach(directory IN LISTS include_directories)
    if(directory MATCHES "^${project_source_directory}/")
        list(APPEND command -I${directory})
    elseif(NOT directory IN_LIST implicit_include_directories)
        # Not for /usr/include: there -isystem hides <stdlib.h> from libstdc++.
        list(APPEND command -isystem ${directory})
    endif()
endforeach()

# g++ takes it in place of the header beside it.
set(precompiled_header ${PRECOMPILED}/precompiled.hpp)
if(FAMILY STREQUAL "gcc")
    set(with_precompiled -include ${precompiled_header})
else()
    set(with_precompiled -include-pch ${precompiled_header}.gch)
endif()
