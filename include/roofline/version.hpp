// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The one place where the version stands; CMake, Conan and vcpkg read it from here.
#define ROOFLINE_VERSION_MAJOR 0
#define ROOFLINE_VERSION_MINOR 1
#define ROOFLINE_VERSION_PATCH 0
