# SPDX-License-Identifier: BSL-1.0
# A vcpkg that fetches nothing and keeps nothing.
set(ENV{VCPKG_DISABLE_METRICS} 1)
set(ENV{VCPKG_FORCE_SYSTEM_BINARIES} 1)
set(ENV{VCPKG_BINARY_SOURCES} clear) # vcpkg does not see that a header changed
find_program(patchelf patchelf)
if(patchelf) # else vcpkg fetches that one
    set(ENV{X_VCPKG_ASSET_SOURCES} "clear;x-block-origin")
endif()
