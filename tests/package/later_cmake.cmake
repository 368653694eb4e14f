# SPDX-License-Identifier: BSL-1.0
# Configured, installed and used with another CMake than that of this build, without a warning.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
install_library(${SOURCE})
build_and_run_kernel(find_package -DCMAKE_PREFIX_PATH=${SCRATCH}/moved)
build_and_run_kernel(add_subdirectory -DROOFLINE_SOURCE=${SOURCE})
