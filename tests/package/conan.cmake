# SPDX-License-Identifier: BSL-1.0
# conan create with its test package, and a project that requires the package; nothing is fetched.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/conan/home.cmake)

# A copy, because conan builds beside the test package. A layer that needs range-v3, or a stand-in, is tested, too.
file(COPY ${SOURCE}/conanfile.py ${SOURCE}/LICENSE ${SOURCE}/include DESTINATION ${SCRATCH}/source)
file(COPY ${SOURCE}/tests/package/conan ${SOURCE}/tests/package/kernel.cpp DESTINATION ${SCRATCH}/source/tests/package)
set(create ${CONAN} create ${SCRATCH}/source --no-remote --build=missing)

run(${create} -pr:a ${CONAN_PROFILES}/platform.profile)
refused("roofline needs C++20: add -s compiler.cppstd=20; the profile says 17."
    ${create} -pr:a ${CONAN_PROFILES}/platform.profile -s:a compiler.cppstd=17)
refused("roofline needs g++ 12 or clang 16, or later; the profile says clang 15."
    ${create} -pr:a ${CONAN_PROFILES}/platform.profile -s:a compiler=clang -s:a compiler.version=15)

if(NOT EXISTS ${SOURCE}/include/roofline/sweep.hpp)
    file(WRITE ${SCRATCH}/source/include/roofline/sweep.hpp "#include <range/v3/view/iota.hpp>\n")
endif()
foreach(wrapper boost range-v3 fast-cpp-csv-parser)
    run(${CONAN} export ${CMAKE_CURRENT_LIST_DIR}/conan/wrappers/${wrapper})
endforeach()
set(wired -pr:a ${CONAN_PROFILES}/replace.profile -o roofline/*:measured=True)
run(${create} ${wired})

# A project, with what the recipe is wired to; docs/getting-started.md goes the way without.
set(project ${SCRATCH}/components)
file(COPY ${SOURCE}/tests/package/components/ ${SOURCE}/tests/package/conan/consumer/conanfile.txt
    DESTINATION ${project})
run(${CONAN} install ${project} -of ${project}/build --no-remote --build=missing ${wired})
run(${configure} -S ${project} -B ${project}/build -DCMAKE_TOOLCHAIN_FILE=conan_toolchain.cmake
    -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE} --build ${project}/build --verbose)
foreach(definition BOOST_IS_WIRED RANGES_ARE_WIRED PARSER_IS_WIRED)
    if(NOT output MATCHES "${definition}")
        message(FATAL_ERROR "${definition} is not in\n${output}")
    endif()
endforeach()
run(${project}/build/kernel)
