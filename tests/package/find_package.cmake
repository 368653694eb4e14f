# SPDX-License-Identifier: BSL-1.0
# Installed, moved elsewhere, found there, built against and run; also through pkg-config where there is one.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
install_library(${SOURCE})

file(GLOB_RECURSE installed RELATIVE ${SCRATCH}/moved/include ${SCRATCH}/moved/include/*)
file(GLOB_RECURSE written RELATIVE ${SOURCE}/include ${SOURCE}/include/*)
if(NOT installed STREQUAL written)
    message(FATAL_ERROR "expected to be installed:\n${written}\ncame:\n${installed}")
endif()
file(GLOB_RECURSE beside LIST_DIRECTORIES true RELATIVE ${SCRATCH}/moved ${SCRATCH}/moved/*)
list(FILTER beside EXCLUDE REGEX "^(include|share)(/|$)")
if(NOT beside STREQUAL "")
    message(FATAL_ERROR "installed outside include/ and share/: ${beside}")
endif()
file(GLOB_RECURSE files ${SCRATCH}/moved/share/*)
foreach(file IN LISTS files)
    file(READ ${file} text)
    string(FIND "${text}" "${SCRATCH}" place)
    if(NOT place EQUAL -1)
        message(FATAL_ERROR "${file} names the folder that it was installed to")
    endif()
endforeach()

build_and_run_kernel(find_package -DCMAKE_PREFIX_PATH=${SCRATCH}/moved)

# The version, and what the package says of components and of Boost.
file(COPY ${CMAKE_CURRENT_LIST_DIR}/ask DESTINATION ${SCRATCH})
set(ask ${configure} -DCMAKE_PREFIX_PATH=${SCRATCH}/moved -S ${SCRATCH}/ask -B)
run(${ask} ${SCRATCH}/ask/same -DVERSION=${VERSION})
refused("roofline-config.cmake, version: ${VERSION}" ${ask} ${SCRATCH}/ask/other -DVERSION=99.0)
set(offered measured)
if(EXISTS ${SOURCE}/include/roofline/sweep.hpp)
    set(offered "sweep measured")
endif()
refused("roofline ${VERSION} has no component nonsense; it has: ${offered}"
    ${ask} ${SCRATCH}/ask/nonsense -DCOMPONENTS=nonsense)
refused("roofline needs the headers of Boost 1.74 or later: sudo apt-get install -y libboost-dev"
    ${ask} ${SCRATCH}/ask/no_boost -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)

find_program(pkg_config pkg-config)
if(pkg_config)
    set(ENV{PKG_CONFIG_PATH} ${SCRATCH}/moved/share/pkgconfig)
    run(${pkg_config} --exact-version=${VERSION} roofline)
    run(${pkg_config} --cflags roofline)
    separate_arguments(flags UNIX_COMMAND "${output}")
    run(${COMPILER} -std=c++20 ${flags} ${CMAKE_CURRENT_LIST_DIR}/kernel.cpp -o ${SCRATCH}/through_pkg_config)
    run(${SCRATCH}/through_pkg_config)
endif()
