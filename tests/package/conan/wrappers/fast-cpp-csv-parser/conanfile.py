# SPDX-License-Identifier: BSL-1.0
from conan import ConanFile


class ParserOfTheSystem(ConanFile):
    name = "fast-cpp-csv-parser"
    version = "1.0"
    user = "roofline"
    channel = "test"
    package_type = "header-library"

    def package_info(self):
        self.cpp_info.includedirs = self.cpp_info.libdirs = self.cpp_info.bindirs = []
        self.cpp_info.defines = ["PARSER_IS_WIRED"]
        self.cpp_info.set_property("cmake_target_name", "fast-cpp-csv-parser::fast-cpp-csv-parser")
        self.cpp_info.set_property("cmake_file_name", "fast-cpp-csv-parser")
