# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What the checks of this folder share: which files there are, their lines as code, and the list of what is wrong.
cmake_minimum_required(VERSION 3.25)

set(floors app views models backends)
set(violations "")

macro(violation where text)
    list(APPEND violations "${where}: ${text}")
endmacro()

# Ends the script: with the list of what is wrong if there is any.
function(report_violations what)
    list(LENGTH violations count)
    if(count EQUAL 0)
        message(STATUS "${what}: nothing to object to")
        return()
    endif()
    list(JOIN violations "\n  " text)
    # message(FATAL_ERROR) wraps its text as a paragraph and breaks file names; NOTICE keeps the lines.
    message(NOTICE "  ${text}")
    message(FATAL_ERROR "${what}: violations: ${count}")
endfunction()

# The files below ROOT's floors whose names end so, relative to ROOT.
function(floor_files result)
    set(found "")
    foreach(floor IN LISTS floors)
        foreach(pattern IN LISTS ARGN)
            file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${floor}/${pattern})
            list(APPEND found ${files})
        endforeach()
    endforeach()
    list(SORT found)
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

# The file's lines as a list. CMake's lists choke on brackets, semicolons and backslashes, so these become the characters
# 1 to 4 ([ ] ; \); patterns that look for them use ${open} and ${close}.
string(ASCII 1 open)
string(ASCII 2 close)
string(ASCII 3 semicolon)
string(ASCII 4 backslash)
function(read_lines file result)
    file(READ ${ROOT}/${file} text)
    string(REPLACE "[" "${open}" text "${text}")
    string(REPLACE "]" "${close}" text "${text}")
    string(REPLACE ";" "${semicolon}" text "${text}")
    string(REPLACE "\\" "${backslash}" text "${text}")
    string(REGEX REPLACE "\r?\n" ";" text "${text}")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

# One line of C++ without what is not code: string and character literals are emptied, comments go.
function(strip_line line result)
    if(line MATCHES "[\"'/]")
        string(REGEX REPLACE "${backslash}." "" line "${line}")
        string(REPLACE "'\"'" "''" line "${line}")
        string(REGEX REPLACE "\"[^\"]*\"" "\"\"" line "${line}")
        string(REGEX REPLACE "/\\*[^*]*\\*/" "" line "${line}")
        string(REGEX REPLACE "//.*" "" line "${line}")
    endif()
    set(${result} "${line}" PARENT_SCOPE)
endfunction()
