// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/model/pass.hpp>
#include <roofline/op.hpp>

/// The norm in front of every block.
namespace roofline::inline ROOFLINE_ABI {

struct rms_normed {
    static constexpr std::int64_t parameters(std::int64_t hidden) { return hidden; }
    template<class T>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(std::int64_t t, std::int64_t h) {
        return rms_norm(detail::tensor_of<T>(t, h), detail::tensor_of<T>(h));
    }
    template<class T>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on_sum(std::int64_t t, std::int64_t h) {
        return rms_norm(detail::tensor_of<T>(t, h), detail::tensor_of<T>(h), residual(detail::tensor_of<T>(t, h)));
    }
};

/// With a weight and a bias.
struct layer_normed {
    static constexpr std::int64_t parameters(std::int64_t hidden) { return 2 * hidden; }
    template<class T>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on(std::int64_t t, std::int64_t h) {
        return layer_norm(detail::tensor_of<T>(t, h), detail::tensor_of<T>(h), detail::tensor_of<T>(h));
    }
    template<class T>
    ROOFLINE_ALWAYS_INLINE
    static constexpr auto on_sum(std::int64_t t, std::int64_t h) {
        return layer_norm(detail::tensor_of<T>(t, h), detail::tensor_of<T>(h), detail::tensor_of<T>(h),
                          residual(detail::tensor_of<T>(t, h)));
    }
};

}  // namespace roofline
