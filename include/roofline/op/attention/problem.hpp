// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/policy.hpp>
#include <roofline/tensor/footprint.hpp>

/// The extents of an attention as numbers, and what may be wrong with them.
namespace roofline::detail::attending {

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

/// What is wrong, to be made a sentence of where it is: words, a number, words, a number, words.
struct complaint {
    const char* before = nullptr;
    std::int64_t a = 0;
    const char* between = nullptr;  // nothing: no numbers
    std::int64_t b = 0;
    const char* after = "";

    constexpr explicit operator bool() const { return before != nullptr; }
    friend constexpr sentence& operator<<(sentence& text, const complaint& c) {
        text << c.before;
        return c.between == nullptr ? text : text << c.a << c.between << c.b << c.after;
    }
};

constexpr bool differ(std::int64_t a, std::int64_t b) { return a != b && a != dyn && b != dyn; }
/// a > b, where both are known.
constexpr bool exceeds(std::int64_t a, std::int64_t b) { return a > b && a != dyn && b != dyn; }
constexpr std::int64_t known(std::int64_t a, std::int64_t b) { return a == dyn ? b : a; }

/// What no attention can be, whatever its operands.
constexpr complaint complaint_of(const attention_problem& p, const attention_policy& with) {
    const std::int64_t s = p.s, keys = p.keys;
    if (with.mask.kind != mask_kind::full && exceeds(s, keys))
        return {"the keys include those of the ", s, " queries, and there are ", keys, " keys"};
    if (with.mask.kind == mask_kind::tree && differ(with.mask.number, s))
        return {"the tree has ", with.mask.number, " candidates and q has ", s, " queries a sequence"};
    if (with.splits > 1 && exceeds(with.splits, keys))
        return {"split_kv is ", with.splits, " and there are ", keys, " keys"};
    if (with.prefix > 0 && keys != dyn && s != dyn) {
        const bool all = with.mask.kind == mask_kind::full;
        const std::int64_t most = all ? keys : keys - s;
        if (with.prefix > most)
            return {"shared_prefix is ", with.prefix, " and there are ", most,
                    all ? " keys" : " keys before those of the queries"};
    }
    if (with.additive != nullptr && differ(with.additive[0], s))
        return {"the additive mask has ", with.additive[0], " rows and q has ", s, " queries a sequence"};
    if (with.additive != nullptr && differ(with.additive[1], keys))
        return {"the additive mask has ", with.additive[1], " columns and there are ", keys, " keys"};
    if (with.latent != 0 && exceeds(with.latent, p.d))
        return {"latent is ", with.latent, " and a token of the cache has ", p.d, " elements"};
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
