# SPDX-License-Identifier: BSL-1.0
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
build_and_run_kernel(add_subdirectory -DROOFLINE_SOURCE=${SOURCE})
