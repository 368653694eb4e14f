#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# How many analyses of a whole model a second, against the same formulas written by hand, with g++ and clang++-19 at -O2.
#
#   model_rate.sh <folder for built programs> <include folder> [<compiler flag> ...]
#
# Environment: COMPILERS (default "g++ clang++-19").
set -eu
export LC_ALL=C

if [ $# -lt 2 ]; then
    sed -n '3,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
folder=$1 include=$2
shift 2
here=$(dirname "$0")
mkdir -p "$folder"

for compiler in ${COMPILERS:-g++ clang++-19}; do
    command -v "$compiler" > /dev/null || continue
    "$compiler" -std=c++20 -O2 -I"$include" "$@" "$here/model_rate.cpp" -o "$folder/model_rate.$compiler"
    "$compiler" --version | head -n 1
    "$folder/model_rate.$compiler" | sed 's/^/  /'
done
