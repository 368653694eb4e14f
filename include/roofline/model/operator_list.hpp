// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <roofline/op/any_operator.hpp>

#include <iterator>

namespace roofline::inline ROOFLINE_ABI {

/// An operator of a phase as a flat value.
struct named_operator {
    std::string_view name;
    std::int64_t layers = 0;  // how often it runs
    any_operator op;
};

namespace detail {
[[noreturn]] inline void a_phase_has_no_operator_of_this_index(std::int64_t index, std::int64_t size) {
    throw_unsupported(sentence("the phase has no operator {}; it has {}", {index, size}));
}
[[noreturn]] inline void the_phase_has_no_kernel_of_this_name(std::string_view asked, const sentence& names) {
    throw_unsupported(sentence("the phase has no kernel named {}; it has:{}", {asked, names}));
}
}  // namespace detail

/// The operators of a phase in the order of execution: p.operators()[3], p.operators()["o_proj"], for (const auto& o :
/// p.operators()).
///
/// Nothing is stored but the phase: an any_operator takes 6 kB and a phase has up to some fifty, so that each is made when
/// it is asked for, by going through the phase once. For a report that is no time; in a hot loop use for_each.
/// Errors: an index or a name that there is not throws unsupported.
template<class Phase>
class operator_list {
public:
    constexpr explicit operator_list(const Phase& phase) : phase_(phase) {
        phase_.for_each([this](std::string_view, const auto&, std::int64_t) { ++size_; });
    }

    constexpr int size() const { return size_; }

    constexpr named_operator operator[](int index) const {
        if (index < 0 || index >= size_) detail::a_phase_has_no_operator_of_this_index(index, size_);
        return found([&](int i, std::string_view) { return i == index; });
    }
    /// The first of this name.
    constexpr named_operator operator[](std::string_view name) const {
        bool there = false;
        diagnostic::sentence names;
        phase_.for_each([&](std::string_view each, const auto&, std::int64_t) {
            there = there || each == name;
            names.add(" {}", {each});
        });
        if (!there) detail::the_phase_has_no_kernel_of_this_name(name, names);
        return found([&](int, std::string_view each) { return each == name; });
    }
    constexpr named_operator operator[](const char* name) const { return (*this)[std::string_view(name)]; }

    /// Makes an operator at each dereference.
    class iterator {
    public:
        using value_type = named_operator;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;
        using iterator_category = std::input_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(const operator_list* list, int index) : list_(list), index_(index) {}
        constexpr named_operator operator*() const { return (*list_)[index_]; }
        constexpr iterator& operator++() {
            ++index_;
            return *this;
        }
        constexpr iterator operator++(int) {
            const iterator before = *this;
            ++index_;
            return before;
        }
        constexpr bool operator==(const iterator&) const = default;

    private:
        const operator_list* list_ = nullptr;
        int index_ = 0;
    };
    constexpr iterator begin() const { return {this, 0}; }
    constexpr iterator end() const { return {this, size_}; }

private:
    template<class Is>
    constexpr named_operator found(const Is& is) const {
        named_operator result{};
        int i = 0;
        bool searching = true;
        phase_.for_each([&](std::string_view name, const auto& op, std::int64_t layers) {
            if (searching && is(i++, name)) {
                if constexpr (!std::derived_from<std::remove_cvref_t<decltype(op)>, poison>) result = {name, layers, op};
                searching = false;
            }
        });
        return result;
    }

    Phase phase_;
    int size_ = 0;
};

}  // namespace roofline
