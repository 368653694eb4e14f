// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/machine.hpp>

/// The sentences about ceilings that a machine does not have: what is missing, and what there is.
namespace roofline::detail {

/// "matrix_math<fp8>" -> "matrix_math"
constexpr std::string_view family_of(std::string_view name) { return name.substr(0, name.find('<')); }

/// "matrix_math<fp8>" -> "fp8"; a name without arguments gives nothing.
constexpr std::string_view member_of(std::string_view name) {
    const std::size_t open = name.find('<');
    return open == std::string_view::npos ? std::string_view{} : name.substr(open + 1, name.size() - open - 2);
}

constexpr bool is_variant(std::string_view name) { return member_of(name).find(',') != std::string_view::npos; }

/// "MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8". Variants with
/// another accumulator or sparsity are listed, by their full names, only where a variant is asked for.
constexpr sentence missing_ceiling(std::string_view machine, std::string_view asked, const resource* published, int count) {
    sentence text;
    text << machine << " publishes no ceiling for " << asked << "; it publishes ";
    const std::string_view family = family_of(asked);
    const bool variants = is_variant(asked);
    bool any = false;
    for (int i = 0; i < count; ++i) {
        const std::string_view name = published[i].name;
        if (family_of(name) != family || (is_variant(name) && !variants)) continue;
        if (!any && !variants) text << family << ":";
        text << (any && variants ? ", " : variants ? "" : " ") << (variants ? name : member_of(name));
        any = true;
    }
    if (any) return text;
    text << "no " << family << " at all, but:";
    for (int i = 0; i < count; ++i)
        if (!is_variant(published[i].name)) text << " " << published[i].name;
    return text;
}

constexpr sentence unknown_rate(std::string_view machine, std::string_view asked) {
    return sentence() << machine << " has " << asked << ", but its rate is unpublished";
}


constexpr sentence missing_capacity(std::string_view machine, std::string_view level, std::string_view asker) {
    return sentence() << machine << " states no capacity of " << level << ", which " << asker << " needs";
}

/// The published resources of a machine type, in the order of its entries.
template<class M>
struct published_by;

template<class Entry>
struct published_entry {
    static constexpr int count = 0;
    static constexpr void add(resource*&) {}
};
template<class R, class Engine>
struct published_entry<ceiling_entry<R, Engine>> {
    static constexpr int count = 1;
    static constexpr void add(resource*& next) { *next++ = {R::name, hashed(R::name), hashed(Engine::name), R::kind}; }
};

template<text Name, class... Entries>
struct published_by<machine_type<Name, Entries...>> {
    static constexpr int count = (published_entry<Entries>::count + ... + 0);
    struct list {
        resource resources[count + 1]{};
        constexpr list() {
            resource* next = resources;
            (published_entry<Entries>::add(next), ...);
        }
    };
    static constexpr list value{};
};

template<class M, class R>
struct no_ceiling {
    static constexpr sentence value =
        missing_ceiling(M::name, R::name, published_by<M>::value.resources, published_by<M>::count);
};

}  // namespace roofline::detail
