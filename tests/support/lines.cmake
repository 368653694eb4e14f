# SPDX-License-Identifier: BSL-1.0
# Text as a list of lines. `;`, `[`, `]` and `\` mean something in a CMake list, so they travel as control characters
# and come back with `plain`.

string(ASCII 1 lines_semicolon)
string(ASCII 2 lines_open)
string(ASCII 3 lines_close)
string(ASCII 4 lines_backslash)

# lines_of(<text> <variable>): the lines of the text, coded, as a list; empty lines are kept.
# A final newline ends the last line and begins none.
function(lines_of text result)
    string(REPLACE ";" "${lines_semicolon}" text "${text}")
    string(REPLACE "[" "${lines_open}" text "${text}")
    string(REPLACE "]" "${lines_close}" text "${text}")
    string(REPLACE "\\" "${lines_backslash}" text "${text}")
    string(REGEX REPLACE "\n$" "" text "${text}")
    string(REPLACE "\n" ";" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# plain(<coded text> <variable>): the text as it was.
function(plain text result)
    string(REPLACE "${lines_semicolon}" ";" text "${text}")
    string(REPLACE "${lines_open}" "[" text "${text}")
    string(REPLACE "${lines_close}" "]" text "${text}")
    string(REPLACE "${lines_backslash}" "\\" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()
