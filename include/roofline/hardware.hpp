// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/hardware/gb200.hpp>
