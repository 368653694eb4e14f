// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/poison.hpp>
#include <roofline/op/attention/mask.hpp>
#include <roofline/op/option.hpp>

/// What attention may be told after its operands, in any order, beside a mask, out<> and math<>.
namespace roofline::inline ROOFLINE_ABI {

struct materialized_option {};
/// Three kernels: scores, softmax, values. Scores and probabilities are each written and read, the whole s x S of each
/// head. (Default: one kernel that keeps them on the chip.)
inline constexpr materialized_option materialized{};

template<dtype T>
struct score_format_option {};
/// The format that materialized scores and probabilities are stored in. Default: that of q.
template<dtype T>
inline constexpr score_format_option<T> score_format{};

struct split_count {
    static constexpr std::string_view name = "split_kv"sv;
    static constexpr std::int64_t least = 1;
};
/// The keys of a sequence are split among so many workers, and a second kernel combines what they found.
template<std::int64_t N>
inline constexpr count<split_count, N> split_kv{};

struct page_length {
    static constexpr std::string_view name = "paged"sv;
    static constexpr std::int64_t least = 1;
};
/// The cache lies in pages of so many tokens: pages are read whole, and an i32 for each from a block table.
template<std::int64_t N>
inline constexpr count<page_length, N> paged{};

struct prefix_length {
    static constexpr std::string_view name = "shared_prefix"sv;
    static constexpr std::int64_t least = 0;
};
/// The first so many keys are the same for all sequences and read once. In a paged cache only whole pages are shared.
template<std::int64_t N>
inline constexpr count<prefix_length, N> shared_prefix{};

struct latent_rank {
    static constexpr std::string_view name = "latent"sv;
    static constexpr std::int64_t least = 1;
};
/// The first r elements of a token of a latent cache are its values, too: latent<512>.
template<std::int64_t R>
inline constexpr count<latent_rank, R> latent{};

struct selected_keys {
    static constexpr std::string_view name = "selected"sv;
    static constexpr std::int64_t least = 1;
};
/// Sparse attention: of the keys that a query may see it is given k by their indices, or all where there are fewer.
template<std::int64_t K>
inline constexpr count<selected_keys, K> selected{};

struct block_rows {
    static constexpr std::string_view name = "blocks: the number of query rows"sv;
    static constexpr std::int64_t least = 1;
};
struct block_columns {
    static constexpr std::string_view name = "blocks: the number of keys"sv;
    static constexpr std::int64_t least = 1;
};
template<std::int64_t Rows, std::int64_t Columns>
struct blocks_option {
    count<block_rows, Rows> rows;
    count<block_columns, Columns> columns;
    /// For blocks<dyn, dyn>.
    constexpr blocks_option operator()(std::int64_t r, std::int64_t c) const requires(Rows == dyn && Columns == dyn) {
        return {{r}, {c}};
    }
};
/// Tiles of so many query rows by so many keys: adds what passes through memory<llc> and memory<shared>, the padding of
/// incomplete tiles and the online rescaling.
template<std::int64_t Rows, std::int64_t Columns>
inline constexpr blocks_option<Rows, Columns> blocks{};

template<class Tensor>
struct additive_mask_option {
    Tensor tensor;
};
/// A mask (s,S) that is added to the scores, the same for all sequences and heads.
template<dtype T, std::int64_t Q, std::int64_t K>
constexpr additive_mask_option<tensor<T, Q, K>> additive_mask(const tensor<T, Q, K>& mask) {
    return {mask};
}
/// Anything but a tensor of rank 2.
template<class Mask>
constexpr poison additive_mask(const Mask&) {
    static_assert(detail::is_poison<Mask>, "additive_mask: takes a tensor of rank 2, (s,S)");
    return {};
}

namespace detail {
template<std::int64_t R, std::int64_t C>
inline constexpr bool refused_count<blocks_option<R, C>> =
    refused_count<count<block_rows, R>> || refused_count<count<block_columns, C>>;
template<std::int64_t R, std::int64_t C>
    requires refused_count<blocks_option<R, C>>
struct refuse_count<blocks_option<R, C>>
    : std::conditional_t<refused_count<count<block_rows, R>>, refuse_count<count<block_rows, R>>,
                         refuse_count<count<block_columns, C>>> {
};
}  // namespace detail

}  // namespace roofline
