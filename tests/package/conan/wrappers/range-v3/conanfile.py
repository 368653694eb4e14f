# SPDX-License-Identifier: BSL-1.0
from conan import ConanFile


class RangesOfTheSystem(ConanFile):
    name = "range-v3"
    version = "0.12.0"
    user = "roofline"
    channel = "test"
    package_type = "header-library"

    def package_info(self):
        self.cpp_info.includedirs = self.cpp_info.libdirs = self.cpp_info.bindirs = []
        self.cpp_info.defines = ["RANGES_ARE_WIRED"]
        self.cpp_info.set_property("cmake_target_name", "range-v3::range-v3")
        self.cpp_info.set_property("cmake_file_name", "range-v3")
