# SPDX-License-Identifier: BSL-1.0
# What needs more than Boost is a component: a layer that needs range-v3, for which a stand-in stands where there is
# none, and the reader of CSV.
include(${CMAKE_CURRENT_LIST_DIR}/consumer.cmake)
file(COPY ${SOURCE}/CMakeLists.txt ${SOURCE}/LICENSE ${SOURCE}/include DESTINATION ${SCRATCH}/source)
if(NOT EXISTS ${SOURCE}/include/roofline/sweep.hpp)
    file(WRITE ${SCRATCH}/source/include/roofline/sweep.hpp "#include <range/v3/view/iota.hpp>\n")
endif()
install_library(${SCRATCH}/source)
build_and_run_kernel(components -DCMAKE_PREFIX_PATH=${SCRATCH}/moved)

file(COPY ${CMAKE_CURRENT_LIST_DIR}/ask DESTINATION ${SCRATCH})
set(ask ${configure} -DCMAKE_PREFIX_PATH=${SCRATCH}/moved -S ${SCRATCH}/ask -B)
set(no_ranges -DCMAKE_DISABLE_FIND_PACKAGE_range-v3=ON)
refused("roofline::sweep needs range-v3: sudo apt-get install -y librange-v3-dev"
    ${ask} ${SCRATCH}/ask/no_ranges -DCOMPONENTS=sweep ${no_ranges})
run(${ask} ${SCRATCH}/ask/core ${no_ranges})
run(${configure} ${no_tests} -S ${SCRATCH}/source -B ${SCRATCH}/core ${no_ranges})
if(NOT output MATCHES "roofline::sweep needs range-v3: sudo apt-get install -y librange-v3-dev")
    message(FATAL_ERROR "it is not said why there is no roofline::sweep:\n${output}")
endif()

refused("roofline::measured needs fast-cpp-csv-parser: sudo apt-get install -y libfccp-dev"
    ${ask} ${SCRATCH}/ask/no_parser -DCOMPONENTS=measured -DROOFLINE_CSV_PARSER=ROOFLINE_CSV_PARSER-NOTFOUND
    -DCMAKE_FIND_USE_CMAKE_SYSTEM_PATH=OFF -DBoost_DIR=${BOOST_DIR})
