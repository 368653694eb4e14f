# SPDX-License-Identifier: BSL-1.0
# As much of vcpkg as the port of this repository needs, where there is no vcpkg. Included after consumer.cmake.
set(PORT roofline)
set(CURRENT_PACKAGES_DIR ${SCRATCH}/package)

function(vcpkg_cmake_configure)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" SOURCE_PATH OPTIONS)
    run(${configure} -S ${arg_SOURCE_PATH} -B ${SCRATCH}/build -DCMAKE_BUILD_TYPE=Release ${arg_OPTIONS})
endfunction()

function(vcpkg_cmake_install)
    run(${CMAKE} --install ${SCRATCH}/build --prefix ${CURRENT_PACKAGES_DIR})
endfunction()

# Moves the configuration to share/<port>, and makes it one folder less from there to the prefix.
function(vcpkg_cmake_config_fixup)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" CONFIG_PATH "")
    file(RENAME ${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH} ${CURRENT_PACKAGES_DIR}/share/${PORT})
    file(GLOB files ${CURRENT_PACKAGES_DIR}/share/${PORT}/*.cmake)
    set(up "get_filename_component(_IMPORT_PREFIX \"\${_IMPORT_PREFIX}\" PATH)\n")
    foreach(file IN LISTS files)
        file(READ ${file} text)
        string(REPLACE "${up}${up}${up}" "${up}${up}" text "${text}")
        file(WRITE ${file} "${text}")
    endforeach()
endfunction()

function(vcpkg_fixup_pkgconfig)
endfunction()

function(vcpkg_install_copyright)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" FILE_LIST)
    file(COPY_FILE ${arg_FILE_LIST} ${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright)
endfunction()

# run_portfile(<port>): leaves the package in SCRATCH/package
function(run_portfile port)
    include(${port}/portfile.cmake)
    foreach(file copyright usage ${PORT}-config.cmake ${PORT}-config-version.cmake)
        if(NOT EXISTS ${CURRENT_PACKAGES_DIR}/share/${PORT}/${file})
            message(FATAL_ERROR "the port leaves no share/${PORT}/${file}")
        endif()
    endforeach()
    file(GLOB folders RELATIVE ${CURRENT_PACKAGES_DIR} ${CURRENT_PACKAGES_DIR}/* ${CURRENT_PACKAGES_DIR}/share/*)
    if(NOT folders STREQUAL "include;share;share/pkgconfig;share/${PORT}")
        message(FATAL_ERROR "the port leaves ${folders}")
    endif()
endfunction()
