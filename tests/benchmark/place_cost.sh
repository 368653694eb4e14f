#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# What a placement costs at run time, in instructions and in nanoseconds, against the same formulas written by hand in
# double, with g++ and clang++-19 at -O2.
#
#   place_cost.sh <folder for built programs> <include folder> [<compiler flag> ...]
#
# Environment: COMPILERS (default "g++ clang++-19"), PLACEMENTS (default 2000).
#
# Instructions are counted by valgrind where there is one: the difference of runs with N and 2N placements, so that what
# happens once cancels; they repeat to the last one. `whole` makes tensors and operator and places it, `alone` places an
# operator that is there.
set -eu
export LC_ALL=C

if [ $# -lt 2 ]; then
    sed -n '3,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
folder=$1 include=$2
shift 2
here=$(dirname "$0")
placements=${PLACEMENTS:-2000}
mkdir -p "$folder"

# instructions <program> <way> <placements>
instructions() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 | awk '/Collected/ { print $4 }'
}

for compiler in ${COMPILERS:-g++ clang++-19}; do
    command -v "$compiler" > /dev/null || continue
    program=$folder/place_cost.$compiler
    "$compiler" -std=c++20 -O2 -I"$include" "$@" "$here/place_cost.cpp" -o "$program"
    "$program" time > "$program.txt"
    if command -v valgrind > /dev/null; then
        while read -r way nanoseconds; do
            once=$(instructions "$program" "$way" "$placements")
            twice=$(instructions "$program" "$way" $((2 * placements)))
            echo "$way $nanoseconds $(((twice - once) * 10 / placements))"
        done < "$program.txt" > "$program.counted"
        mv "$program.counted" "$program.txt"
    fi
    "$compiler" --version | head -n 1
    awk '
        { time[$1] = $2; count[$1] = $3 / 10 }
        function cell(known, ratio) { return known ? sprintf("%8.2fx", ratio) : sprintf("%9s", "") }
        function row(what, way, by,   counted, instructions) {
            counted = count[way] > 0
            instructions = counted ? sprintf("%9.1f", count[way]) : sprintf("%9s", "-")
            printf("  %-46s %s %s  %8.2f ns %s\n", what, instructions,
                   cell(counted && by != "", by != "" && counted ? count[way] / count[by] : 0), time[way],
                   cell(by != "", by != "" ? time[way] / time[by] : 0))
        }
        END {
            printf "  %-46s %9s %9s  %11s %9s\n", "per placement", "instr.", "ratio", "wall", "ratio"
            row("alone, by hand", "hand_alone", "")
            row("alone, typed / by hand", "typed_alone", "hand_alone")
            row("alone, any x any / typed", "any_alone", "typed_alone")
            row("whole, by hand", "hand_whole", "")
            row("whole, by hand with the same checks / by hand", "checked_whole", "hand_whole")
            row("whole, typed / by hand", "typed_whole", "hand_whole")
            row("whole, any x any / typed", "any_whole", "typed_whole")
        }' "$program.txt"
done
