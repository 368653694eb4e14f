// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/diagnostic/poison.hpp>
#include <roofline/op/totals.hpp>
#include <roofline/query/timing.hpp>

namespace roofline::inline ROOFLINE_ABI {

/// Some resources, to loop over: what a placement lists as unpublished. Views storage that outlives it.
struct resource_list {
    const resource* first;
    int count;

    constexpr const resource* begin() const { return first; }
    constexpr const resource* end() const { return first + count; }
    constexpr int size() const { return count; }
    constexpr bool empty() const { return count == 0; }
    constexpr const resource& operator[](int i) const { return first[i]; }
};

namespace detail {

/// Seconds of the compute that work() counts: of the matrix engine where there is matrix work, else of the busier of
/// the vector engine and the special function unit.
struct compute_seconds {
    bool has_matrix = false;
    double matrix = 0;
    double vector = 0;
    double special = 0;

    constexpr void add(resource_kind kind, double seconds) {
        switch (kind) {
        case resource_kind::matrix:
            has_matrix = true;
            matrix += seconds;
            break;
        case resource_kind::vector: vector += seconds; break;
        case resource_kind::special: special += seconds; break;
        default: break;
        }
    }
    constexpr double busiest() const { return has_matrix ? matrix : vector > special ? vector : special; }
};

[[noreturn]] inline void an_operator_without_demands_takes_no_time() {
    throw_unsupported("every demand of this operator is zero, so it takes no time and nothing binds it");
}
constexpr double share(double part, double time) {
    if (!(time > 0)) an_operator_without_demands_takes_no_time();
    return part / time;
}

/// Work by time. Where one resource set the time it is work / amount x rate, which gives back the ceiling itself to the
/// last bit, or intensity x bandwidth, where work / (amount / rate) would round twice.
constexpr double attainable(double work, double time, const binding& by) {
    return by.amount > 0 ? work / by.amount * by.rate : share(work, time);
}

}  // namespace detail

namespace detail {
/// A copy, member by member: of these a caller wants one or two.
ROOFLINE_ALWAYS_INLINE
constexpr resource in_parts(const resource& r) {
    return {{r.name.data(), r.name.size()}, r.id, r.engine, r.kind};
}
}  // namespace detail

/// An operator on a machine. `time` and `limit` are known; the rest is computed when asked.
template<class List, class Machine, class Assumption>
class placement {
    using set = typename detail::resources_of_list<List>::type;

public:
    /// Lower bound on the run time, under `assumption`.
    units::duration time;
    /// The resource that binds.
    resource limit;
    /// Demanded resources whose rate the machine's vendor does not give: they did not limit.
    static constexpr resource_list unpublished{detail::meeting<set, Machine>::table.unpublished,
                                               detail::meeting<set, Machine>::table.unpublished_count};
    /// What was taken for granted about caches: "cold", "any_cache", "resident".
    static constexpr std::string_view assumption = Assumption::name;

    ROOFLINE_ALWAYS_INLINE
    constexpr placement(const List& op, const detail::timing<set::size>& timing, const detail::binding& binding)
        : time(units::duration::from_value(timing.time)), limit(detail::in_parts(set::list[timing.limit])), op_(op),
          timing_(timing), binding_(binding) {}

    constexpr units::work work() const { return roofline::work(op_); }
    template<resource_type Level = memory<dram>>
    constexpr auto traffic() const {
        return roofline::traffic<Level>(op_);
    }
    /// Work by traffic through a level. The operator's own, whatever the assumption about caches.
    template<resource_type Level = memory<dram>>
    constexpr auto intensity() const {
        return roofline::intensity<Level>(op_);
    }
    /// The performance that the bound allows: work by time.
    constexpr units::performance attainable() const {
        return units::performance::from_value(detail::attainable(work().value(), time.value(), binding_));
    }
    /// The share of the time that the compute engine at its ceiling would need: 1 when compute binds.
    constexpr double peak_fraction() const {
        detail::compute_seconds sums;
        for (int i = 0; i < set::size; ++i) sums.add(set::list[i].kind, timing_.seconds[i]);
        return detail::share(sums.busiest(), time.value());
    }
    /// The share of the time that a resource is busy.
    template<resource_type R>
    constexpr auto utilization() const {
        if constexpr (!set::template has<R>) {
            static_assert(diagnostic::accepted<diagnostic::refused<detail::no_demand<List, R>>>,
                          "utilization: the operator states no demand on this resource");
            return poison{};
        } else {
            return detail::share(timing_.seconds[set::template index_of<R>()], time.value());
        }
    }

    constexpr bool memory_bound() const { return limit.is_memory(); }
    constexpr bool compute_bound() const { return limit.is_compute(); }
    /// Whether this resource binds: p.bound_by<memory<dram>>().
    template<resource_type R>
    constexpr bool bound_by() const {
        return limit == resource_of<R>;
    }

private:
    List op_;
    detail::timing<set::size> timing_;
    detail::binding binding_;
};

/// The limit of a refused operator.
struct poison_limit : poison {
    constexpr poison is_memory() const { return {}; }
    constexpr poison is_compute() const { return {}; }
    poison name;
};

/// The placement of a refused operator: every answer is poison.
struct poisoned_placement {
    poison time;
    poison_limit limit;
    poison unpublished, assumption;
    constexpr poison work() const { return {}; }
    template<class = void>
    constexpr poison traffic() const {
        return {};
    }
    template<class = void>
    constexpr poison intensity() const {
        return {};
    }
    constexpr poison attainable() const { return {}; }
    constexpr poison peak_fraction() const { return {}; }
    template<class = void>
    constexpr poison utilization() const {
        return {};
    }
    constexpr poison memory_bound() const { return {}; }
    constexpr poison compute_bound() const { return {}; }
    template<class = void>
    constexpr poison bound_by() const {
        return {};
    }
};

}  // namespace roofline
