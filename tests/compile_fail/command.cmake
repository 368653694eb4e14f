# SPDX-License-Identifier: BSL-1.0
# How an offence is compiled: `command`, and where roofline.hpp lies precompiled: `precompiled_header`.
# Of COMPILER, FAMILY, SETTINGS and PRECOMPILED.

include(${SETTINGS}) # flags, include_directories, implicit_include_directories
set(ENV{LC_ALL} C)   # g++ would quote with other marks elsewhere

# What an offence declares need not be used.
set(command ${COMPILER} -std=c++20 ${flags} -Wno-unused)
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
