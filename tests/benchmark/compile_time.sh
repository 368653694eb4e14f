#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# What including the library costs, and 1000 static_assert queries after that, with every compiler found.
#
#   compile_time.sh <folder for generated files> <cpu_time program> <include folder> [<compiler flag> ...]
#
# Environment: RUNS (default 11), COMPILERS (default "g++ clang++-19 clang++-16"), QUERIES (default 1000),
# CASES (a regex of the names below; default all), MEASURE (time, the default, or instructions).
#
# Time is user and system time of -fsyntax-only. On a shared machine runs only ever get slower, so that a low quantile, the
# mean of the second and third fastest run, is what repeats; all files are compiled in turn, so that a slow minute hits
# all of them. `noise` is how far the median lies above that.
set -eu
export LC_ALL=C

if [ $# -lt 3 ]; then
    sed -n '3,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
folder=$1 cpu_time=$2 include=$3
shift 3
runs=${RUNS:-11}
queries=${QUERIES:-1000}
unit=ms
if [ "${MEASURE:-time}" = instructions ]; then
    command -v valgrind > /dev/null || { echo "instructions are counted by valgrind" >&2; exit 1; }
    unit='M ' runs=1
fi
compilers=${COMPILERS:-g++ clang++-19 clang++-16}
mkdir -p "$folder"

# query <name> <awk format with m k n>: a thousand queries, each with shapes of its own, all of them true.
query() {
    awk -v queries="$queries" -v line="$2" 'BEGIN {
        print "#include <roofline/hardware/gb200.hpp>\n#include <roofline/roofline.hpp>\nusing namespace roofline;"
        for (i = 0; i < queries; ++i) {
            text = line
            # 97 and 31 have no common factor: no pair repeats
            gsub(/@M/, 1 + i % 97, text); gsub(/@K/, 128 + 64 * (i % 31), text); gsub(/@N/, 256 + i, text); gsub(/@I/, 1 + i, text)
            print "static_assert(memory_bound(matmul(" text "), hw::gb200));"
        }
    }' > "$folder/$1.cpp"
}
query static_bf16 'tensor<bf16, @M, @K>{}, tensor<bf16, @K, @N>{}'
query static_nvfp4 'tensor<nvfp4, @M, @K>{}, tensor<nvfp4, @K, @N>{}, out<bf16>'
query dyn_bf16 'tensor<bf16, dyn, dyn>{@M, @K}, tensor<bf16, dyn, dyn>{@K, @N}'
query dyn_nvfp4 'tensor<nvfp4, dyn, 1536>{@I}, tensor<nvfp4, 1536, 24576>{}, out<bf16>'

echo '#include <boost/units/quantity.hpp>' > "$folder/bare.cpp"
printf '#include <roofline/hardware/gb200.hpp>\n#include <roofline/roofline.hpp>\n' > "$folder/with_machine.cpp"
layers=
for layer in diagnostic units dtype tensor machine op query hardware roofline; do
    [ -f "$include/roofline/$layer.hpp" ] || continue
    layers="$layers $layer"
    echo "#include <roofline/$layer.hpp>" > "$folder/$layer.cpp"
done

cases=
for name in bare $layers with_machine static_bf16 static_nvfp4 dyn_bf16 dyn_nvfp4; do
    case $name in
    bare | roofline | with_machine) cases="$cases $name" ;;
    *) if echo "$name" | grep -Eq "${CASES:-.}"; then cases="$cases $name"; fi ;;
    esac
done

# measure <file for times> <name> <command>...
measure() {
    if [ "$unit" = ms ]; then
        "$cpu_time" "$@"
    else
        into=$1 name=$2
        shift 2
        valgrind --tool=callgrind --callgrind-out-file=/dev/null --trace-children=yes "$@" 2>&1 \
            | awk -v name="$name" '/Collected/ { sum += $NF } END { print name, sum / 1e6 }' >> "$into"
    fi
}

for compiler in $compilers; do
    command -v "$compiler" > /dev/null || continue
    times=$folder/times.$compiler
    : > "$times"
    for name in $cases; do  # fills the file cache
        "$compiler" -std=c++20 -fsyntax-only -I"$include" "$@" "$folder/$name.cpp"
    done
    run=0
    while [ $run -lt "$runs" ]; do
        for name in $cases; do
            measure "$times" "$name" "$compiler" -std=c++20 -fsyntax-only -I"$include" "$@" "$folder/$name.cpp"
        done
        run=$((run + 1))
    done
    echo "$("$compiler" --version | head -n 1), $runs runs, $queries queries"
    sort -k1,1 -k2,2n "$times" | awk -v order="$cases" -v unit="$unit" '
        { count[$1]++; time[$1, count[$1]] = $2 }
        function low(name) { return count[name] < 3 ? time[name, 1] : (time[name, 2] + time[name, 3]) / 2 }
        function row(what, name, ratio, budget) {
            printf "  %-34s %8.1f %s", what, low(name), unit
            if (ratio == "") printf "%24s", ""
            else printf "%7.2fx%s", ratio, budget == "" ? sprintf("%16s", "") \
                : sprintf("  of %3.1fx  %-4s", budget, ratio > budget ? "MISS" : "ok")
            printf "  noise %3.0f %%\n", 100 * (time[name, int((count[name] + 1) / 2)] / low(name) - 1)
        }
        END {
            size = split(order, names, " ")
            bare = low("bare"); all = low("with_machine")
            for (i = 1; i <= size; ++i) {
                name = names[i]
                if (name == "bare") row("boost/units/quantity.hpp", name, "", "")
                else if (name == "roofline") row("roofline/roofline.hpp", name, low(name) / bare, 1.3)
                else if (name == "with_machine") row("the same with hardware/gb200.hpp", name, all / bare, "")
                else if (name ~ /^static_/) row("queries " name, name, (low(name) - all) / all, 1.0)
                else if (name ~ /^dyn_/) row("queries " name, name, (low(name) - all) / all, 0.5)
                else row("roofline/" name ".hpp", name, low(name) / bare, "")
            }
        }'
done
echo "Headers are multiples of bare Boost.Units, queries what they add as multiples of the headers that they include."
