#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# How many templates clang instantiates for each umbrella and for two programs, against a budget. Counts are the same
# on every run, so that this one is a test: compile time grows where nobody looks.
#
#   instantiations.sh check  <folder for traces> <compiler> <root of the project> [<compiler flag> ...]
#   instantiations.sh update <folder for traces> <compiler> <root of the project> [<compiler flag> ...]
#
# `check` fails where a file has 3 % more than tests/benchmark/instantiations.txt allows, or no line there; `update`
# rewrites that file, which belongs into the commit that explains the growth. The counts depend on the compiler and on the
# headers of the standard library and of Boost, named on the first line: with others, `check` skips (exit code 77).
set -eu
export LC_ALL=C

if [ $# -lt 4 ]; then
    sed -n '3,13s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
mode=$1 folder=$2 compiler=$3 root=$4
shift 4
budget=$root/tests/benchmark/instantiations.txt
mkdir -p "$folder"

printf '%s\n' '#include <boost/version.hpp>' '#include <version>' 'boost BOOST_VERSION libstdc++ _GLIBCXX_RELEASE' > "$folder/environment.cpp"
version=$("$compiler" --version | sed -n '1s/.*version \([0-9]*\).*/\1/p')
environment="clang $version $("$compiler" -std=c++20 -E -P "$@" "$folder/environment.cpp" | tail -n 1)"

if [ "$mode" = check ] && ! grep -qxF "# $environment" "$budget"; then
    echo "The budget is for: $(sed -n '1s/^# //p' "$budget"). Here is: $environment. Not compared."
    exit 77
fi

counts=$folder/counts.txt
: > "$counts"
# count <name> <file>: appends a line. Traces need -c; nothing is optimised.
count() {
    name=$1 file=$2
    shift 2
    rm -f "$folder/trace.json"
    "$compiler" -std=c++20 -O0 -c -o "$folder/trace.o" "-ftime-trace=$folder/trace.json" -ftime-trace-granularity=0 \
        -I"$root/include" "$@" "$file"
    echo "$name $(grep -oE '"name":"Instantiate(Class|Function)"' "$folder/trace.json" | wc -l | tr -d ' ')" >> "$counts"
}

for umbrella in roofline hardware model models report chart; do
    header=roofline/$umbrella.hpp
    echo "#include <$header>" > "$folder/umbrella.cpp"
    count "$header" "$folder/umbrella.cpp" "$@"
done
for source in examples/kernel_beside.cpp examples/serving_llama.cpp; do
    count "$source" "$root/$source" "$@"
done
if grep -q ' 0$' "$counts"; then
    echo "$compiler wrote no trace that this script can read" >&2
    exit 1
fi

if [ "$mode" = update ]; then
    { echo "# $environment"; cat "$counts"; } > "$budget"
    cat "$budget"
    exit 0
fi
awk '
    FNR == NR { if (!/^#/) budget[$1] = $2; next }
    !($1 in budget) { printf "%s: %d instantiations, and no line in the budget: run instantiations.sh update\n", $1, $2; bad = 1; next }
    {
        growth = 100 * ($2 / budget[$1] - 1)
        over = $2 > 1.03 * budget[$1]
        printf "%s: %d instantiations, budget %d, %+.1f %%%s\n", $1, $2, budget[$1], growth,
            over ? ": more than the 3 % of slack. Undo it, or run instantiations.sh update and say why in the commit." \
                 : growth < -3 ? ": run instantiations.sh update to keep the gain." : ""
        bad = bad || over
    }
    END { exit bad }' "$budget" "$counts"
