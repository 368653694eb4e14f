// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/machine.hpp>

/// The sentences about ceilings that a machine does not have: what is missing, and what there is.
namespace roofline::inline ROOFLINE_ABI::detail {

/// Of another accumulator or sparsity than the usual one.
constexpr bool is_variant(const resource& r) { return r.member().find(',') != std::string_view::npos; }

/// "MI250X publishes no ceiling for matrix_math<fp8>; it publishes matrix_math: fp64 fp32 fp16 bf16 i8". Variants with
/// another accumulator or sparsity are listed, by their full names, where a variant is asked for or nothing else is there.
/// Of a machine with nothing of the kind the kinds that it has are listed.
constexpr sentence missing_ceiling(std::string_view machine, const resource& asked, const resource* published, int count) {
    sentence text("{} publishes no ceiling for {}; it publishes ", {machine, asked.name});
    bool usual = false;
    bool family = false;
    for (int i = 0; i < count; ++i) {
        family = family || published[i].family() == asked.family();
        usual = usual || (published[i].family() == asked.family() && !is_variant(published[i]));
    }
    const bool variants = is_variant(asked) || !usual;
    if (count == 0) return text.add("nothing");
    if (!family) text.add("no {} at all, but:", {asked.family()});
    if (family && !variants) text.add("{}:", {asked.family()});
    bool first = true;
    for (int i = 0; i < count; ++i) {
        const resource& r = published[i];
        if (!family) {
            bool named = false;
            for (int j = 0; j < i; ++j) named = named || published[j].family() == r.family();
            if (!named) text.add(" {}", {r.family()});
        } else if (r.family() == asked.family() && (variants || !is_variant(r))) {
            text.add("{}{}", {(!variants ? " " : first ? "" : ", "), (variants || r.member().empty() ? r.name : r.member())});
            first = false;
        }
    }
    return text;
}

constexpr sentence unknown_rate(std::string_view machine, std::string_view asked) {
    return sentence("{} has {}, but its rate is unpublished", {machine, asked});
}

/// The names of the resources follow.
constexpr sentence all_unpublished(std::string_view machine) {
    return sentence("all that the operator demands is unpublished on {}:", {machine});
}

constexpr sentence missing_capacity(std::string_view machine, std::string_view level, std::string_view asker) {
    return sentence("{} states no capacity of {}, which {} needs", {machine, level, asker});
}

template<class Entry>
struct published_entry {
    static constexpr void add(resource*&) {}
};
template<class R, class Engine>
struct published_entry<ceiling_entry<R, Engine>> {
    static constexpr void add(resource*& next) { *next++ = {R::name, hashed(R::name), hashed(Engine::name), R::kind}; }
};

/// The published resources of a machine type, in the order of its entries.
template<std::size_t Size>
struct published_list {
    resource resources[Size + 1]{};
    int count = 0;
};
template<class... Entries>
consteval published_list<sizeof...(Entries)> published_by(const machine_entries<Entries...>*) {
    published_list<sizeof...(Entries)> list;
    resource* next = list.resources;
    (published_entry<Entries>::add(next), ...);
    list.count = static_cast<int>(next - list.resources);
    return list;
}

template<class Machine, class R>
struct no_ceiling {
    static constexpr auto published = published_by(static_cast<const Machine*>(nullptr));
    static constexpr sentence value = missing_ceiling(Machine::name, resource_of<R>, published.resources, published.count);
};

}  // namespace roofline::detail
