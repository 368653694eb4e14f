# SPDX-License-Identifier: BSL-1.0
from conan import ConanFile


class BoostOfTheSystem(ConanFile):
    name = "boost"
    version = "1.74.0"
    user = "roofline"
    channel = "test"
    package_type = "header-library"

    def package_info(self):
        # No include directory: -isystem /usr/include would hide what g++ looks for there next.
        headers = self.cpp_info.components["headers"]
        headers.includedirs = headers.libdirs = headers.bindirs = []
        headers.defines = ["BOOST_IS_WIRED"]
        headers.set_property("cmake_target_name", "Boost::headers")
        self.cpp_info.set_property("cmake_file_name", "Boost")
