// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "oracle/scalar.hpp"

#include <cstdint>
#include <vector>

/// A memory that finds out what a loop nest moves by being read and written. It knows no formula: it marks what was
/// touched. An element counts when it is touched first. A block counts its scale, and the elements that only pad it,
/// when any of its elements is touched first; a tensor counts its own scale when anything in it is.
namespace oracle {

/// How a format is stored, stated again from the documents that define it and not taken from the library.
struct format {
    int bits;                    // an element
    std::int64_t across = 1;     // of a block, across the blocked axis
    std::int64_t along = 1;      // of a block, along it; 0: the whole row
    int block_bits = 0;          // scales of a block
    int tensor_bits = 0;         // scales of a tensor
    bool flat = false;           // blocks run on from row to row
};

enum class blocked {
    along_columns,  // an activation (M,K), a result (M,N)
    along_rows      // a weight (K,N), which is summed over K
};

/// A stack of matrices in memory.
class matrices {
public:
    matrices(const format& how, std::int64_t count, std::int64_t rows, std::int64_t columns,
             blocked axis = blocked::along_columns)
        : how_(how), count_(count), rows_(rows), columns_(columns), axis_(axis),
          element_seen_(static_cast<std::size_t>(count * rows * columns)),
          block_seen_(static_cast<std::size_t>(count * rows * columns)) {}

    /// As a matmul's weight: blocked along the rows.
    static matrices weight(const format& how, std::int64_t count, std::int64_t rows, std::int64_t columns) {
        return {how, count, rows, columns, blocked::along_rows};
    }

    scalar read(std::int64_t matrix, std::int64_t row, std::int64_t column) {
        touch(matrix, row, column);
        return scalar(1);
    }
    void write(std::int64_t matrix, std::int64_t row, std::int64_t column, scalar) { touch(matrix, row, column); }

    /// Moved so far.
    std::int64_t bits() const { return bits_; }

private:
    void touch(std::int64_t matrix, std::int64_t row, std::int64_t column) {
        const auto element = static_cast<std::size_t>((matrix * rows_ + row) * columns_ + column);
        if (element_seen_[element]) return;
        element_seen_[element] = true;
        if (bits_ == 0) bits_ += how_.tensor_bits;
        bits_ += how_.bits;

        // The first element of the block stands for the block.
        std::int64_t block_rows = axis_ == blocked::along_columns ? how_.across : how_.along;
        std::int64_t block_columns = axis_ == blocked::along_columns ? how_.along : how_.across;
        if (how_.flat) {
            const auto first = element - element % static_cast<std::size_t>(how_.along);
            if (block_seen_[first]) return;
            block_seen_[first] = true;
            std::int64_t padding = 0;
            for (std::int64_t i = 0; i < how_.along; ++i) padding += static_cast<std::int64_t>(first) + i >= count_ * rows_ * columns_;
            bits_ += how_.block_bits + padding * how_.bits;
            return;
        }
        if (block_rows == 0) block_rows = rows_;
        if (block_columns == 0) block_columns = columns_;
        const std::int64_t top = row - row % block_rows;
        const std::int64_t left = column - column % block_columns;
        const auto first = static_cast<std::size_t>((matrix * rows_ + top) * columns_ + left);
        if (block_seen_[first]) return;
        block_seen_[first] = true;
        std::int64_t padding = 0;
        for (std::int64_t i = top; i < top + block_rows; ++i)
            for (std::int64_t j = left; j < left + block_columns; ++j) padding += i >= rows_ || j >= columns_;
        bits_ += how_.block_bits + padding * how_.bits;
    }

    format how_;
    std::int64_t count_, rows_, columns_;
    blocked axis_;
    std::vector<bool> element_seen_, block_seen_;
    std::int64_t bits_ = 0;
};

}  // namespace oracle
