// SPDX-License-Identifier: BSL-1.0
// Nothing: what is precompiled needs a file to be compiled with.
