# SPDX-License-Identifier: BSL-1.0
import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, load
from conan.tools.layout import basic_layout
from conan.tools.scm import Version

required_conan_version = ">=2.1"


class RooflineConan(ConanFile):
    name = "roofline"
    description = "Roofline questions answered while your program compiles"
    license = "BSL-1.0"
    topics = ("roofline", "performance", "constexpr", "gpu", "header-only")
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"measured": [True, False]}
    default_options = {"measured": False}
    options_description = {"measured": "What reads measured kernels from CSV files"}
    exports = "include/roofline/version.hpp", "include/roofline/sweep.hpp"
    exports_sources = "include/*", "LICENSE"
    no_copy_source = True
    test_package_folder = "tests/package/conan"

    def set_version(self):
        # The version has one home, the header.
        header = load(self, os.path.join(self.recipe_folder, "include", "roofline", "version.hpp"))
        parts = [re.search(rf"#define ROOFLINE_VERSION_{part} (\d+)", header) for part in ("MAJOR", "MINOR", "PATCH")]
        self.version = ".".join(part.group(1) for part in parts)

    def layout(self):
        basic_layout(self, src_folder=".")

    @property
    def _sweeps(self):
        # The one layer that needs range-v3.
        return os.path.exists(os.path.join(self.recipe_folder, "include", "roofline", "sweep.hpp"))

    def requirements(self):
        self.requires("boost/[>=1.74 <2]", transitive_headers=True)
        if self._sweeps:
            self.requires("range-v3/[>=0.12 <1]", transitive_headers=True)
        if self.options.measured:
            self.requires("fast-cpp-csv-parser/cci.20211104", transitive_headers=True)

    def package_id(self):
        self.info.clear()

    def validate(self):
        compiler, version = str(self.settings.compiler), Version(self.settings.compiler.version)
        least = {"gcc": "12", "clang": "16", "apple-clang": "0"}.get(compiler)
        if least is None or version < least:
            raise ConanInvalidConfiguration(
                f"roofline needs g++ 12 or clang 16, or later; the profile says {compiler} {version}.")
        try:
            check_min_cppstd(self, 20)
        except ConanInvalidConfiguration:
            now = self.settings.get_safe("compiler.cppstd") or "nothing"
            raise ConanInvalidConfiguration(
                f"roofline needs C++20: add -s compiler.cppstd=20; the profile says {now}.")

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        copy(self, "*.hpp", os.path.join(self.source_folder, "include"), os.path.join(self.package_folder, "include"))

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "roofline")
        self.cpp_info.set_property("cmake_target_name", "roofline::roofline")
        self.cpp_info.set_property("pkg_config_name", "roofline")
        self.cpp_info.requires = ["boost::headers"]
        components = []
        if self._sweeps:
            self.cpp_info.requires.append("range-v3::range-v3")
            components.append("sweep")
        if self.options.measured:
            self.cpp_info.requires.append("fast-cpp-csv-parser::fast-cpp-csv-parser")
            components.append("measured")
        self.cpp_info.set_property("cmake_target_aliases", [f"roofline::{component}" for component in components])
        self.cpp_info.set_property("cmake_components", components)
