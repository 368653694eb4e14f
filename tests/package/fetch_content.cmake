# SPDX-License-Identifier: BSL-1.0
# From an archive, as a download would be.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
file(COPY ${SOURCE}/CMakeLists.txt ${SOURCE}/include DESTINATION ${SCRATCH}/roofline-${VERSION})
execute_process(COMMAND ${CMAKE} -E tar czf roofline.tar.gz roofline-${VERSION}
    WORKING_DIRECTORY ${SCRATCH} COMMAND_ERROR_IS_FATAL ANY)
build_and_run_kernel(fetch_content -Dwhere_your_archive_of_roofline_is=${SCRATCH}/roofline.tar.gz)
