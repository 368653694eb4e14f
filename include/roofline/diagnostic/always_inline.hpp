// SPDX-License-Identifier: BSL-1.0
#pragma once

/// For the thin functions between a call of the library and its arithmetic. An operator is a record of its demands, its
/// tensors and its result, of which a query reads little: what is inlined is never stored, and compilers judge a template
/// by its size before they see that most of it falls away.
/// Only where the compiler optimises: elsewhere it would copy all of it and simplify nothing.
#if defined(__OPTIMIZE__)
#define ROOFLINE_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define ROOFLINE_ALWAYS_INLINE
#endif

/// For what is called where something is wrong, or may be: apart from the code that runs.
#if defined(__GNUC__)
#define ROOFLINE_COLD [[gnu::cold, gnu::noinline]]
#else
#define ROOFLINE_COLD
#endif
