# SPDX-License-Identifier: BSL-1.0
# conan create with its test package, and a project that requires the package; nothing is fetched.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
set(ENV{CONAN_HOME} ${SCRATCH}/home)

string(REGEX MATCH "^[0-9]+" major ${COMPILER_VERSION})
set(compiler gcc)
if(COMPILER_ID STREQUAL "Clang")
    set(compiler clang)
endif()
set(profiles ${SCRATCH}/source/tests/package/conan)

# A copy, because conan builds beside the test package. A layer that needs range-v3, or a stand-in, is tested, too.
file(COPY ${SOURCE}/conanfile.py ${SOURCE}/LICENSE ${SOURCE}/include DESTINATION ${SCRATCH}/source)
file(COPY ${SOURCE}/tests/package/conan ${SOURCE}/tests/package/kernel.cpp DESTINATION ${SCRATCH}/source/tests/package)
file(WRITE ${profiles}/system.profile "
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
set(create ${CONAN} create ${SCRATCH}/source --no-remote --build=missing)

run(${create} -pr:a ${profiles}/platform.profile)
refused("roofline needs C++20: add -s compiler.cppstd=20; the profile says 17."
    ${create} -pr:a ${profiles}/platform.profile -s:a compiler.cppstd=17)
refused("roofline needs g++ 12 or clang 16, or later; the profile says clang 15."
    ${create} -pr:a ${profiles}/platform.profile -s:a compiler=clang -s:a compiler.version=15)

if(NOT EXISTS ${SOURCE}/include/roofline/sweep.hpp)
    file(WRITE ${SCRATCH}/source/include/roofline/sweep.hpp "#include <range/v3/view/iota.hpp>\n")
endif()
foreach(wrapper boost range-v3)
    run(${CONAN} export ${profiles}/wrappers/${wrapper})
endforeach()
run(${create} -pr:a ${profiles}/replace.profile)

# kernel(<folder beside this file>): with what the recipe is wired to
function(kernel folder)
    file(COPY ${SOURCE}/tests/package/kernel.cpp ${SOURCE}/tests/package/${folder}/
        ${SOURCE}/tests/package/conan_consumer/conanfile.txt DESTINATION ${SCRATCH}/${folder})
    run(${CONAN} install ${SCRATCH}/${folder} -of ${SCRATCH}/${folder}/build --no-remote --build=missing
        -pr:a ${profiles}/replace.profile)
    run(${configure} -S ${SCRATCH}/${folder} -B ${SCRATCH}/${folder}/build
        -DCMAKE_TOOLCHAIN_FILE=conan_toolchain.cmake -DCMAKE_BUILD_TYPE=Release)
    run(${CMAKE} --build ${SCRATCH}/${folder}/build --verbose)
    foreach(wired BOOST_IS_WIRED RANGES_ARE_WIRED)
        if(NOT output MATCHES "${wired}")
            message(FATAL_ERROR "${wired} is not in\n${output}")
        endif()
    endforeach()
    run(${SCRATCH}/${folder}/build/kernel)
endfunction()
kernel(find_package)
kernel(components)
