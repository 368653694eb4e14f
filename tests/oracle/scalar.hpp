// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>

/// A number that counts what is done with it.
namespace oracle {

/// Operations carried out, by what they are.
struct tally {
    std::int64_t multiplications = 0;
    std::int64_t additions = 0;
    std::int64_t divisions = 0;
    std::int64_t comparisons = 0;
    std::int64_t roundings = 0;
    std::int64_t exp2 = 0;
    std::int64_t log2 = 0;
    std::int64_t rsqrt = 0;
    std::int64_t reciprocal = 0;
    std::int64_t tanh = 0;

    /// What vector or matrix instructions do: a multiply-add is two.
    std::int64_t plain() const { return multiplications + additions + divisions + comparisons + roundings; }
};

inline tally done;

class scalar {
public:
    explicit scalar(double value) : value_(value) {}
    double value() const { return value_; }

    friend scalar operator*(scalar a, scalar b) { return ++done.multiplications, scalar(a.value_ * b.value_); }
    friend scalar operator/(scalar a, scalar b) { return ++done.divisions, scalar(a.value_ / b.value_); }
    friend scalar operator+(scalar a, scalar b) { return ++done.additions, scalar(a.value_ + b.value_); }
    friend scalar operator-(scalar a, scalar b) { return ++done.additions, scalar(a.value_ - b.value_); }
    friend bool operator<(scalar a, scalar b) { return ++done.comparisons, a.value_ < b.value_; }
    /// A sign: an instruction takes it with its operand.
    friend scalar operator-(scalar a) { return scalar(-a.value_); }

    friend scalar rounded(scalar a) { return ++done.roundings, scalar(std::round(a.value_)); }

    friend scalar exp2(scalar a) { return ++done.exp2, scalar(std::exp2(a.value_)); }
    friend scalar log2(scalar a) { return ++done.log2, scalar(std::log2(a.value_)); }
    friend scalar rsqrt(scalar a) { return ++done.rsqrt, scalar(1 / std::sqrt(a.value_)); }
    friend scalar tanh(scalar a) { return ++done.tanh, scalar(std::tanh(a.value_)); }
    friend scalar reciprocal(scalar a) { return ++done.reciprocal, scalar(1 / a.value_); }

private:
    double value_;
};

}  // namespace oracle
