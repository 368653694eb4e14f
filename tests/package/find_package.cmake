# SPDX-License-Identifier: BSL-1.0
# Installed, moved elsewhere, found there, built against and run; also through pkg-config where there is one.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/installed --component Development)
file(RENAME ${SCRATCH}/installed ${SCRATCH}/moved)

file(GLOB_RECURSE installed RELATIVE ${SCRATCH}/moved/include ${SCRATCH}/moved/include/*)
file(GLOB_RECURSE written RELATIVE ${SOURCE}/include ${SOURCE}/include/*)
if(NOT installed STREQUAL written)
    message(FATAL_ERROR "expected to be installed:\n${written}\ncame:\n${installed}")
endif()

build_and_run_consumer(find_package -DCMAKE_PREFIX_PATH=${SCRATCH}/moved -DROOFLINE_VERSION=${VERSION})

find_program(pkg_config pkg-config)
if(pkg_config)
    set(ENV{PKG_CONFIG_PATH} ${SCRATCH}/moved/share/pkgconfig)
    execute_process(COMMAND ${pkg_config} --cflags roofline
        OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    separate_arguments(flags UNIX_COMMAND "${flags}")
    run(${COMPILER} -std=c++20 -fsyntax-only ${flags} ${CMAKE_CURRENT_LIST_DIR}/find_package/main.cpp)
endif()
