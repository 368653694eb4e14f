// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/problem.hpp>
#include <roofline/op/passing.hpp>

/// The operands of the family by their shapes: what may be wrong with them, and the extents that they give.
namespace roofline::detail::attending {

enum class attention_form {
    grouped,   // q (b,s,n,d), k (b,S,g,d), v (b,S,g,e)
    latent,    // q (b,s,n,c), cache (b,S,c)
    expanded,  // q (b,s,n,d+p), k (b,S,n,d), rope (b,S,p), v (b,S,n,e)
    indexer,   // q (b,s,n,d), keys (b,S,d), weights (b,s,n)
};

struct attention_operands {
    std::string_view name;
    attention_form form;
    int count;
    shape_view shapes[4];
    const storage* formats[4];
};

constexpr complaint complaint_of(const attention_operands& x) {
    const shape_view q = x.shapes[0], k = x.shapes[1], v = x.shapes[x.count - 1];
    for (int i = 1; i < x.count; ++i) {
        if (differ(q[0], x.shapes[i][0])) return {"the batches are ", q[0], " and ", x.shapes[i][0], " and must be equal"};
        if (x.form != attention_form::indexer && differ(k[1], x.shapes[i][1]))
            return {"there are ", k[1], " keys and ", x.shapes[i][1],
                    i + 1 == x.count ? " values, which must be as many" : " rope keys, which must be as many"};
    }
    if (x.form == attention_form::latent || x.form == attention_form::indexer) {
        if (differ(q[3], k[2])) return {"a query has ", q[3], " elements and a key ", k[2], ", and they must be equal"};
        if (x.form == attention_form::latent) return {};
        if (differ(q[1], v[1])) return {"there are ", q[1], " queries and weights for ", v[1], ", which must be as many"};
        if (differ(q[2], v[2]))
            return {"there are ", q[2], " query heads and weights for ", v[2], ", which must be as many"};
        return {};
    }
    if (differ(k[2], v[2])) return {"there are ", k[2], " key heads and ", v[2], " value heads, which must be as many"};
    if (x.form == attention_form::expanded) {
        if (differ(q[2], k[2])) return {"there are ", q[2], " query heads and ", k[2], " key heads, which must be as many"};
        const std::int64_t d = q[3], nope = k[3], rope = x.shapes[2][2];
        if (d != dyn && nope != dyn && rope != dyn && d != nope + rope)
            return {"a query head has ", d, " elements and a key head with its rope ", nope + rope,
                    ", and they must be equal"};
        return {};
    }
    if (differ(q[3], k[3])) return {"the heads of q and k have ", q[3], " and ", k[3], " elements and must be equal"};
    if (q[2] != dyn && k[2] != dyn && q[2] % k[2] != 0)
        return {"", q[2], " query heads are not a multiple of ", k[2], " key heads"};
    return {};
}

constexpr attention_problem problem_of(const attention_operands& x, const attention_policy& with) {
    const shape_view q = x.shapes[0], k = x.shapes[1], v = x.shapes[x.count - 1];
    attention_problem p;
    p.b = known(known(q[0], k[0]), v[0]);
    p.s = q[1];
    p.keys = known(k[1], v[1]);
    p.n = q[2];
    p.d = q[3];
    p.q_format = x.formats[0];
    if (x.form == attention_form::latent || x.form == attention_form::indexer) {
        p.d = known(p.d, k[2]);
        if (x.form == attention_form::latent) p.e = with.latent;
        p.k = {x.formats[1], 0, p.d};
        return p;
    }
    p.groups = known(k[2], v[2]);
    p.e = v[3];
    p.k = {x.formats[1], p.groups, k[3]};
    p.v = {x.formats[x.count - 1], p.groups, p.e};
    if (x.form == attention_form::expanded) p.rope = {x.formats[2], 0, x.shapes[2][2]};
    return p;
}

constexpr complaint complaint_of(const attention_operands& x, attention_policy with) {
    const complaint shapes = complaint_of(x);
    if (x.form == attention_form::indexer) with.scores_counted = true;
    return shapes ? shapes : complaint_of(problem_of(x, with), with);
}

constexpr sentence attention_sentence(const attention_operands& x, const attention_policy& with) {
    sentence text;
    text << x.name << " of ";
    for (int i = 0; i < x.count; ++i) text << (i > 0 ? ", " : "") << x.shapes[i];
    return text << ": " << complaint_of(x, with);
}
[[noreturn]] inline void the_operands_and_options_of_an_attention_must_agree(const sentence& why) { throw_shape_error(why); }

constexpr void put_shapes(attention_operands&, const tensors<>&) {}
template<class First, class... Rest>
constexpr void put_shapes(attention_operands& operands, const tensors<First, Rest...>& x) {
    operands.shapes[operands.count++] = shape_of(x.first);
    put_shapes(operands, x.rest);
}
template<class First, class... Rest>
ROOFLINE_ALWAYS_INLINE
constexpr const auto& last_in(const tensors<First, Rest...>& x) {
    if constexpr (sizeof...(Rest) == 0)
        return x.first;
    else
        return last_in(x.rest);
}

}  // namespace roofline::detail::attending
