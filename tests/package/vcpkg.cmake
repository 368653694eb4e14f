# SPDX-License-Identifier: BSL-1.0
# The port, run by a shim or, if VCPKG_ROOT names one in the environment, by vcpkg itself, in classic and in manifest
# mode. Boost is the system's, so that nothing is fetched.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)

# What the manifests repeat is what the library says.
foreach(manifest ${SOURCE}/vcpkg.json ${CMAKE_CURRENT_LIST_DIR}/vcpkg/ports/roofline/vcpkg.json)
    file(READ ${manifest} text)
    string(JSON version GET "${text}" version-semver)
    string(JSON dependencies GET "${text}" dependencies)
    string(FIND "${dependencies}" "\"range-v3\"" listed)
    if(NOT version STREQUAL VERSION)
        message(FATAL_ERROR "${manifest} is of ${version}, and the library of ${VERSION}")
    endif()
    if((EXISTS ${SOURCE}/include/roofline/sweep.hpp AND listed EQUAL -1)
       OR (NOT EXISTS ${SOURCE}/include/roofline/sweep.hpp AND NOT listed EQUAL -1))
        message(FATAL_ERROR "${manifest} is to list range-v3 if there is a sweep.hpp, and only then")
    endif()
endforeach()
file(READ ${CMAKE_CURRENT_LIST_DIR}/vcpkg/versions/baseline.json text)
string(JSON baseline GET "${text}" default roofline baseline)
file(READ ${CMAKE_CURRENT_LIST_DIR}/vcpkg/versions/r-/roofline.json text)
string(JSON newest GET "${text}" versions 0 version-semver)
if(NOT "${baseline} ${newest}" STREQUAL "${VERSION} ${VERSION}")
    message(FATAL_ERROR "versions/ is of ${baseline} and ${newest}, and the library of ${VERSION}")
endif()

if("$ENV{VCPKG_ROOT}" STREQUAL "")
    include(${CMAKE_CURRENT_LIST_DIR}/vcpkg/shim.cmake)
    run_portfile(${CMAKE_CURRENT_LIST_DIR}/vcpkg/ports/roofline)
    build_and_run_kernel(find_package -DCMAKE_PREFIX_PATH=${SCRATCH}/package)
    return()
endif()

include(${CMAKE_CURRENT_LIST_DIR}/vcpkg/offline.cmake)
set(ENV{CXX} ${COMPILER})
set(vcpkg $ENV{VCPKG_ROOT}/vcpkg)
set(toolchain -DCMAKE_TOOLCHAIN_FILE=$ENV{VCPKG_ROOT}/scripts/buildsystems/vcpkg.cmake)
set(here ${CMAKE_CURRENT_LIST_DIR}/vcpkg)

run(${vcpkg} install roofline --classic --x-install-root=${SCRATCH}/classic --enforce-port-checks
    --overlay-ports=${here}/ports --overlay-ports=${here}/system)
build_and_run_kernel(find_package ${toolchain} -DVCPKG_MANIFEST_MODE=OFF -DVCPKG_INSTALLED_DIR=${SCRATCH}/classic)

# The folder of the port as a registry, in manifest mode; docs/getting-started.md goes the way of an overlay. vcpkg
# wants a baseline for the ports that it brings itself.
set(project ${SCRATCH}/registry)
file(COPY ${here}/consumer/vcpkg.json ${here}/../kernel.cpp ${here}/../find_package/CMakeLists.txt
    DESTINATION ${project})
execute_process(COMMAND git -C $ENV{VCPKG_ROOT} rev-parse HEAD
    OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
file(CONFIGURE OUTPUT ${project}/vcpkg-configuration.json @ONLY CONTENT [[
{
  "default-registry": { "kind": "builtin", "baseline": "@head@" },
  "registries": [
    { "kind": "filesystem", "path": "@here@", "baseline": "default", "packages": [ "roofline" ] }
  ],
  "overlay-ports": [ "@here@/system" ]
}
]])
run(${configure} -S ${project} -B ${project}/build ${toolchain})
run(${CMAKE} --build ${project}/build)
run(${project}/build/kernel)
