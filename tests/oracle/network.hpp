// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/scalar.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Ranks with memories of their own, and links that count what passes over them, from each to each.
namespace oracle {

class network {
public:
    using values = std::vector<double>;

    /// `elements` a rank, different ones everywhere. One more port is the switch.
    network(int ranks, std::int64_t elements)
        : ranks_(ranks),
          sent_(static_cast<std::size_t>((ranks + 1) * (ranks + 1))),
          added_(static_cast<std::size_t>(ranks + 1)) {
        for (int r = 0; r <= ranks; ++r) {
            memory.emplace_back();
            for (std::int64_t i = 0; i < elements; ++i)
                memory.back().push_back(r < ranks ? static_cast<double>(1 + r * 1000 + i) : 0);
        }
    }
    int ranks() const { return ranks_; }
    int the_switch() const { return ranks_; }

    double pass(int from, int to, double value) {
        if (from != to) ++sent_[static_cast<std::size_t>(from * (ranks_ + 1) + to)];
        return value;
    }
    double add(int at, double a, double b) {
        ++added_[static_cast<std::size_t>(at)];
        return a + b;
    }

    /// Elements that the busiest rank sends, receives, sends to a single other one; and its additions.
    std::int64_t most_sent() const { return busiest(true); }
    std::int64_t most_received() const { return busiest(false); }
    std::int64_t most_over_a_link() const {
        std::int64_t most = 0;
        for (const std::int64_t s : sent_) most = s > most ? s : most;
        return most;
    }
    std::int64_t most_added() const {
        std::int64_t most = 0;
        for (int r = 0; r < ranks_; ++r)
            most = added_[static_cast<std::size_t>(r)] > most ? added_[static_cast<std::size_t>(r)] : most;
        return most;
    }

    std::vector<values> memory;

private:
    std::int64_t busiest(bool sending) const {
        std::int64_t most = 0;
        for (int r = 0; r < ranks_; ++r) {
            std::int64_t sum = 0;
            for (int other = 0; other <= ranks_; ++other)
                sum += sent_[static_cast<std::size_t>(sending ? r * (ranks_ + 1) + other : other * (ranks_ + 1) + r)];
            most = sum > most ? sum : most;
        }
        return most;
    }
    int ranks_;
    std::vector<std::int64_t> sent_, added_;
};

struct part {
    std::size_t first, last;
};
inline part part_of(const network& n, int which, int parts) {
    const std::size_t size = n.memory[0].size() / static_cast<std::size_t>(parts);
    return {static_cast<std::size_t>(which) * size, static_cast<std::size_t>(which + 1) * size};
}
inline void add_from(network& n, int from, int to, part p) {
    for (std::size_t i = p.first; i < p.last; ++i)
        n.memory[static_cast<std::size_t>(to)][i] =
            n.add(to, n.memory[static_cast<std::size_t>(to)][i],
                  n.pass(from, to, n.memory[static_cast<std::size_t>(from)][i]));
}
inline void copy_from(network& n, int from, int to, part p) {
    for (std::size_t i = p.first; i < p.last; ++i)
        n.memory[static_cast<std::size_t>(to)][i] = n.pass(from, to, n.memory[static_cast<std::size_t>(from)][i]);
}

/// Rank r ends with the sum of part r.
inline void ring_reduce_scatter(network& n) {
    const int ranks = n.ranks();
    for (int step = 1; step < ranks; ++step)
        for (int r = 0; r < ranks; ++r)  // part r goes around and stops at r
            add_from(n, (r + step) % ranks, (r + step + 1) % ranks, part_of(n, r, ranks));
}
/// Part r of rank r goes to all.
inline void ring_all_gather(network& n) {
    const int ranks = n.ranks();
    for (int step = 0; step + 1 < ranks; ++step)
        for (int r = 0; r < ranks; ++r) copy_from(n, (r + step) % ranks, (r + step + 1) % ranks, part_of(n, r, ranks));
}
inline void ring_all_reduce(network& n) {
    ring_reduce_scatter(n);
    ring_all_gather(n);
}

inline void one_shot_all_reduce(network& n) {
    const auto before = n.memory;
    for (int r = 0; r < n.ranks(); ++r)
        for (int other = 0; other < n.ranks(); ++other) {
            if (other == r) continue;
            for (std::size_t i = 0; i < before[0].size(); ++i) {
                double& own = n.memory[static_cast<std::size_t>(r)][i];
                own = n.add(r, own, n.pass(other, r, before[static_cast<std::size_t>(other)][i]));
            }
        }
}

/// Parents in the tree over the places first ... last: the root is the place that most powers of two divide, below it the
/// trees of both sides; so odd places are leaves.
inline void plant(std::vector<int>& parent, int first, int last, int above) {
    if (first > last) return;
    int root = first;
    for (int i = first; i <= last; ++i)
        if ((i & -i) > (root & -root)) root = i;
    parent[static_cast<std::size_t>(root)] = above;
    plant(parent, first, root - 1, root);
    plant(parent, root + 1, last, root);
}
/// Place 0 is above all; in the second tree ranks change places, so that who was inside is a leaf.
inline void tree_all_reduce(network& n) {
    const int ranks = n.ranks();
    std::vector<int> parent(static_cast<std::size_t>(ranks), -1);
    plant(parent, 1, ranks - 1, 0);
    std::vector<int> order{0};  // parents before children
    for (std::size_t at = 0; at < order.size(); ++at)
        for (int i = 0; i < ranks; ++i)
            if (parent[static_cast<std::size_t>(i)] == order[at]) order.push_back(i);
    for (int half = 0; half < 2 && ranks > 1; ++half) {
        const auto rank_at = [&](int place) {
            if (half == 0) return place;
            return ranks % 2 == 0 ? ranks - 1 - place : (place + 1) % ranks;
        };
        const part p = part_of(n, half, 2);
        for (std::size_t at = order.size(); at-- > 1;)
            add_from(n, rank_at(order[at]), rank_at(parent[static_cast<std::size_t>(order[at])]), p);
        for (std::size_t at = 1; at < order.size(); ++at)
            copy_from(n, rank_at(parent[static_cast<std::size_t>(order[at])]), rank_at(order[at]), p);
    }
}

/// Rank r asks the switch for the sum of part r, which takes it from everybody, and gives the sum to the switch, which
/// gives it to everybody.
inline void in_switch_all_reduce(network& n) {
    const int ranks = n.ranks(), hub = n.the_switch();
    for (int r = 0; r < ranks && ranks > 1; ++r) {
        for (int other = 0; other < ranks; ++other) add_from(n, other, hub, part_of(n, r, ranks));
        copy_from(n, hub, r, part_of(n, r, ranks));
    }
    for (int r = 0; r < ranks && ranks > 1; ++r) {
        copy_from(n, r, hub, part_of(n, r, ranks));
        for (int other = 0; other < ranks; ++other) copy_from(n, hub, other, part_of(n, r, ranks));
    }
}

inline void all_to_all(network& n) {
    const auto before = n.memory;
    for (int from = 0; from < n.ranks(); ++from)
        for (int to = 0; to < n.ranks(); ++to) {
            const part source = part_of(n, to, n.ranks()), target = part_of(n, from, n.ranks());
            for (std::size_t i = 0; i < source.last - source.first; ++i)
                n.memory[static_cast<std::size_t>(to)][target.first + i] =
                    n.pass(from, to, before[static_cast<std::size_t>(from)][source.first + i]);
        }
}

/// From rank 0 along a chain.
inline void chain_broadcast(network& n) {
    for (int r = 1; r < n.ranks(); ++r) copy_from(n, r - 1, r, {0, n.memory[0].size()});
}

}  // namespace oracle
