# SPDX-License-Identifier: BSL-1.0
# A home of Conan, empty but for profiles for the compiler of this build: CONAN_PROFILES/{platform,replace}.profile.
set(ENV{CONAN_HOME} ${SCRATCH}/home)
set(CONAN_PROFILES ${SCRATCH}/profiles)
file(GLOB profiles ${CMAKE_CURRENT_LIST_DIR}/*.profile)
file(COPY ${profiles} DESTINATION ${CONAN_PROFILES})

string(REGEX MATCH "^[0-9]+" major ${COMPILER_VERSION})
set(compiler gcc)
if(COMPILER_ID STREQUAL "Clang")
    set(compiler clang)
endif()
file(WRITE ${CONAN_PROFILES}/system.profile "
[settings]
os={{ detect_api.detect_os() }}
arch={{ detect_api.detect_arch() }}
build_type=Release
compiler=${compiler}
compiler.version=${major}
compiler.libcxx=libstdc++11
compiler.cppstd=20
[conf]
tools.build:compiler_executables={'cpp': '${COMPILER}'}
tools.cmake.cmaketoolchain:generator=${GENERATOR}
")
