// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/machine/machine.hpp>
#include <roofline/machine/memory.hpp>
#include <roofline/machine/published.hpp>

#include <stdexcept>

namespace roofline::inline ROOFLINE_ABI {

namespace detail {
[[noreturn]] inline void an_any_machine_holds_at_most_64_resources() {
    raise(std::length_error("an any_machine holds at most 64 resources"));
}
}  // namespace detail

/// Any machine as a flat value without allocation, for tables and collections of different machines. A typed machine
/// converts to it; what would not compile typed throws `unsupported` with the same sentence.
class any_machine : public detail::machine_base {
public:
    static constexpr int capacity_of_ceilings = 64;

    struct ceiling {
        resource what;        // `what.engine` is the engine on this machine
        double rate = 0;      // in base units a second; 0: unpublished
        provenance source;
    };

    constexpr any_machine() = default;

    template<machine_like Machine>
        requires(!std::is_same_v<Machine, any_machine>)
    constexpr any_machine(const Machine& m) : name_(Machine::name) {
        add_entries(m);
    }

    constexpr std::string_view name() const { return name_; }
    constexpr int size() const { return size_; }
    constexpr const ceiling* begin() const { return ceilings_; }
    constexpr const ceiling* end() const { return ceilings_ + size_; }
    /// Bytes of the last-level cache; 0 where the machine does not state it.
    constexpr double cache_bytes() const { return cache_bytes_; }
    /// Bytes of memory; 0 where the machine does not state it.
    constexpr double memory_bytes() const { return memory_bytes_; }
    /// Compute units; 0 where the machine does not state how many.
    constexpr std::int64_t unit_count() const { return unit_count_; }

    /// The entry for a resource, or null.
    constexpr const ceiling* find(std::uint64_t id) const {
        const int at = index_of(id);
        return at < 0 ? nullptr : ceilings_ + at;
    }
    /// Its place among all, or -1. One probe of a table, as a rule.
    constexpr int index_of(std::uint64_t id) const {
        for (std::uint64_t at = id % slots; place_[at] != 0; at = (at + 1) % slots)
            if (ceilings_[place_[at] - 1].what.id == id) return place_[at] - 1;
        return -1;
    }
    /// The number of the engine of an entry: from 0 on, less than the capacity.
    constexpr int engine_of(int index) const { return engine_[index]; }

    /// The sentence about a ceiling that this machine does not have.
    constexpr diagnostic::sentence missing(const resource& asked) const {
        resource published[capacity_of_ceilings]{};
        int count = 0;
        for (const ceiling& c : *this)
            if (c.rate > 0) published[count++] = c.what;
        return detail::missing_ceiling(name_, asked, published, count);
    }

private:
    template<class... Entries>
    constexpr void add_entries(const detail::machine_entries<Entries...>& m) {
        (add(static_cast<const Entries&>(m)), ...);
    }

    constexpr void add(const ceiling& entry) {
        if (size_ == capacity_of_ceilings) detail::an_any_machine_holds_at_most_64_resources();
        std::uint64_t at = entry.what.id % slots;
        while (place_[at] != 0) at = (at + 1) % slots;
        int engine = engines_;
        for (int i = 0; i < size_; ++i)
            if (ceilings_[i].what.engine == entry.what.engine) engine = engine_[i];
        if (engine == engines_) ++engines_;
        engine_[size_] = static_cast<std::uint8_t>(engine);
        ceilings_[size_++] = entry;
        place_[at] = static_cast<std::uint8_t>(size_);
    }
    template<class R, class Engine>
    constexpr void add(const ceiling_entry<R, Engine>& entry) {
        add(ceiling{{R::name, detail::hashed(R::name), detail::hashed(Engine::name), R::kind}, entry.rate, entry.source});
    }
    template<class R>
    constexpr void add(const unpublished_entry<R>&) {
        add(ceiling{resource_of<R>, 0.0, {}});
    }
    constexpr void add(const capacity_entry<memory<llc>>& entry) { cache_bytes_ = entry.bytes; }
    constexpr void add(const capacity_entry<memory<dram>>& entry) { memory_bytes_ = entry.bytes; }
    constexpr void add(const compute_units_entry& entry) { unit_count_ = entry.count; }
    template<class Other>
    constexpr void add(const Other&) {}

    static constexpr std::uint64_t slots = 128;

    std::string_view name_;
    ceiling ceilings_[capacity_of_ceilings]{};
    std::uint8_t place_[slots]{};  // of an entry in ceilings_, from 1 on: at its hash or behind
    std::uint8_t engine_[capacity_of_ceilings]{};
    int size_ = 0;
    int engines_ = 0;
    double cache_bytes_ = 0;
    double memory_bytes_ = 0;
    std::int64_t unit_count_ = 0;
};

}  // namespace roofline
