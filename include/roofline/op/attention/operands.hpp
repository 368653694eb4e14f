// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/attention/problem.hpp>
#include <roofline/op/passing.hpp>

/// The operands of the family by their shapes: what may be wrong with them, and the extents that they give.
namespace roofline::inline ROOFLINE_ABI::detail::attending {

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

    constexpr bool weighs() const { return form == attention_form::indexer; }  // v are weights of the heads
};

constexpr complaint complaint_of(const attention_operands& x) {
    const shape_view q = x.shapes[0], k = x.shapes[1], v = x.shapes[x.count - 1];
    for (int i = 1; i < x.count; ++i) {
        if (differ(q[0], x.shapes[i][0])) return {"the batches are {} and {} and must be equal", q[0], x.shapes[i][0]};
        if (!x.weighs() && differ(k[1], x.shapes[i][1]))
            return {i + 1 == x.count ? "there are {} keys and {} values, which must be as many"
                                     : "there are {} keys and {} rope keys, which must be as many",
                    k[1], x.shapes[i][1]};
    }
    switch (x.form) {
    case attention_form::latent:
    case attention_form::indexer:
        if (differ(q[3], k[2])) return {"a query has {} elements and a key {}, and they must be equal", q[3], k[2]};
        if (x.weighs()) {
            if (differ(q[1], v[1])) return {"there are {} queries and weights for {}, which must be as many", q[1], v[1]};
            if (differ(q[2], v[2]))
                return {"there are {} query heads and weights for {}, which must be as many", q[2], v[2]};
        }
        return {};
    case attention_form::expanded: {
        if (differ(k[2], v[2])) return {"there are {} key heads and {} value heads, which must be as many", k[2], v[2]};
        if (differ(q[2], k[2])) return {"there are {} query heads and {} key heads, which must be as many", q[2], k[2]};
        const std::int64_t d = q[3], nope = k[3], rope = x.shapes[2][2];
        if (d != dyn && nope != dyn && rope != dyn && d != nope + rope)
            return {"a query head has {} elements and a key head with its rope {}, and they must be equal", d, nope + rope};
        return {};
    }
    case attention_form::grouped:
        if (differ(k[2], v[2])) return {"there are {} key heads and {} value heads, which must be as many", k[2], v[2]};
        if (differ(q[3], k[3])) return {"the heads of q and k have {} and {} elements and must be equal", q[3], k[3]};
        if (q[2] != dyn && k[2] != dyn && q[2] % k[2] != 0)
            return {"{} query heads are not a multiple of {} key heads", q[2], k[2]};
    }
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
    switch (x.form) {
    case attention_form::latent:
    case attention_form::indexer:
        p.d = known(p.d, k[2]);
        if (!x.weighs()) p.e = with.latent;
        p.k = {x.formats[1], 0, p.d};
        break;
    case attention_form::expanded: p.rope = {x.formats[2], 0, x.shapes[2][2]}; [[fallthrough]];
    case attention_form::grouped:
        p.groups = known(k[2], v[2]);
        p.e = v[3];
        p.k = {x.formats[1], p.groups, k[3]};
        p.v = {x.formats[x.count - 1], p.groups, p.e};
    }
    return p;
}

constexpr complaint complaint_of(const attention_operands& x, attention_policy with) {
    const complaint shapes = complaint_of(x);
    if (x.weighs()) with.scores_counted = true;
    return shapes ? shapes : complaint_of(problem_of(x, with), with);
}

constexpr sentence attention_sentence(const attention_operands& x, const attention_policy& with) {
    sentence text("{} of ", {x.name});
    for (int i = 0; i < x.count; ++i) text.add("{}{}", {(i > 0 ? ", " : ""), x.shapes[i]});
    return text.add(": {}", {complaint_of(x, with).said()});
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
