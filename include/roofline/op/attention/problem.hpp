// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/policy.hpp>
#include <roofline/tensor/footprint.hpp>

/// The extents of an attention as numbers, and what may be wrong with them.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

/// A tensor with a matrix of `rows` x `columns` elements for each key, or, where rows is 0, with one row.
struct kept_per_key {
    const storage* format = nullptr;
    std::int64_t rows = 0;
    std::int64_t columns = 0;

    /// Of so many keys in all, of which each of b sequences has as many.
    ROOFLINE_ALWAYS_INLINE
    constexpr std::int64_t bits(std::int64_t b, std::int64_t tokens) const {
        if (format == nullptr) return 0;
        if (rows > 0) return stored_bits(*format, tokens, rows, columns);
        return tokens % b == 0 ? stored_bits(*format, b, tokens / b, columns) : stored_bits(*format, 1, tokens, columns);
    }
};

/// b sequences of s queries and `keys` keys, n heads in `groups` groups that share keys and values; d elements of a query
/// meet d of a key, a value has e. An extent yet to come is dyn.
struct attention_problem {
    std::int64_t b = 1, s = 1, keys = 1, n = 1, groups = 1, d = 1, e = 1;
    const storage* q_format = nullptr;
    kept_per_key k, rope, v;  // not all need be there: a latent is k and v in one
    std::int64_t q_bits = 0, o_bits = 0;
};

/// What is wrong, to be made a sentence of where it is: a form with places for two numbers, or with none.
struct complaint {
    const char* form = nullptr;
    std::int64_t a = 0, b = 0;

    constexpr explicit operator bool() const { return form != nullptr; }
    constexpr sentence said() const {
        return std::string_view(form).find('{') == std::string_view::npos ? sentence(form) : sentence(form, {a, b});
    }
};

constexpr bool differ(std::int64_t a, std::int64_t b) { return a != b && a != dyn && b != dyn; }
/// a > b, where both are known.
constexpr bool exceeds(std::int64_t a, std::int64_t b) { return a > b && a != dyn && b != dyn; }
constexpr std::int64_t known(std::int64_t a, std::int64_t b) { return a == dyn ? b : a; }

/// What no attention can be, whatever its operands.
constexpr complaint complaint_of(const attention_problem& p, const attention_policy& with) {
    const std::int64_t s = p.s, keys = p.keys;
    if (!with.mask.is_full() && exceeds(s, keys))
        return {"the keys include those of the {} queries, and there are {} keys", s, keys};
    if (with.mask.kind == mask_kind::tree && differ(with.mask.number, s))
        return {"the tree has {} candidates and q has {} queries a sequence", with.mask.number, s};
    if (with.splits > 1 && exceeds(with.splits, keys))
        return {"split_kv is {} and there are {} keys", with.splits, keys};
    if (with.prefix > 0 && keys != dyn && s != dyn) {
        const bool all = with.mask.is_full();
        const std::int64_t most = all ? keys : keys - s;
        if (with.prefix > most)
            return {all ? "shared_prefix is {} and there are {} keys"
                        : "shared_prefix is {} and there are {} keys before those of the queries",
                    with.prefix, most};
    }
    if (with.additive != nullptr && differ(with.additive[0], s))
        return {"the additive mask has {} rows and q has {} queries a sequence", with.additive[0], s};
    if (with.additive != nullptr && differ(with.additive[1], keys))
        return {"the additive mask has {} columns and there are {} keys", with.additive[1], keys};
    if (with.latent != 0 && exceeds(with.latent, p.d))
        return {"latent is {} and a token of the cache has {} elements", with.latent, p.d};
    if (exceeds(with.page, std::int64_t{1} << 30)) return {"a page has more than 2^30 tokens"};
    if (exceeds(with.rows, 65536) || exceeds(with.columns, 65536)) return {"a block has more than 65536 rows or keys"};
    const std::int64_t result[] = {p.b, p.s, p.n, p.e};
    if (!countable({result, 4})) return {"the result has more than 2^53 elements"};
    const std::int64_t scores[] = {p.b, p.n, p.s, p.keys};
    if (with.scores_counted && !countable({scores, 4})) return {"the scores have more than 2^53 elements"};
    if (with.page != 0) {
        const std::int64_t pages[] = {p.b, p.keys, with.page, p.groups, larger(p.d, p.e)};
        if (!countable({pages, 5})) return {"the pages may have more than 2^53 elements"};
    }
    return {};
}

}  // namespace roofline::detail::attending
