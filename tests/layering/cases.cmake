# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a check of this folder on small trees made for it, so that a check that no longer checks is noticed.
# Expects CHECK (the check's name), WORK (a folder to write into) and what the check itself expects.
cmake_minimum_required(VERSION 3.25)

set(notice "// SPDX-FileCopyrightText: 2026 The Pilothouse authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n")
set(failures "")
set(cases 0)

function(run_check result output)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${WORK} -DWORK=${WORK} -DQT_HEADERS=${QT_HEADERS} -DLUPDATE=${LUPDATE}
            -DLRELEASE=${LRELEASE} -P ${CMAKE_CURRENT_LIST_DIR}/${CHECK}.cmake
        RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
    set(${result} "${status}" PARENT_SCOPE)
    set(${output} "${out}${err}" PARENT_SCOPE)
endfunction()

# A tree that holds `file` alone.
function(make_tree file text)
    file(REMOVE_RECURSE ${WORK})
    file(WRITE ${WORK}/CMakeLists.txt "# SPDX-License-Identifier: GPL-3.0-or-later\n")
    file(WRITE ${WORK}/${file} "${text}")
endfunction()

macro(note_failure text)
    list(APPEND failures "${text}")
    set(failures "${failures}" PARENT_SCOPE)
endmacro()

# The check must refuse `file` with this text for exactly one reason, which begins with the file's name and holds `reason`.
function(refuses file text reason)
    math(EXPR cases "${cases} + 1")
    set(cases ${cases} PARENT_SCOPE)
    make_tree(${file} "${text}")
    run_check(status output)
    if(status EQUAL 0)
        note_failure("${file} passes, but should not: ${reason}")
    elseif(NOT output MATCHES "violations: 1[^0-9]")
        note_failure("${file} is refused for more than one reason, or none: ${output}")
    else()
        string(FIND "${output}" "  ${file}:" named)
        string(FIND "${output}" "${reason}" reasoned)
        if(named EQUAL -1 OR reasoned EQUAL -1)
            note_failure("${file} is refused, but not because '${reason}': ${output}")
        endif()
    endif()
endfunction()

# The check must have nothing against it.
function(accepts file text)
    math(EXPR cases "${cases} + 1")
    set(cases ${cases} PARENT_SCOPE)
    make_tree(${file} "${text}")
    run_check(status output)
    if(NOT status EQUAL 0)
        note_failure("${file} is refused, but should pass: ${output}")
    endif()
endfunction()

function(report_cases)
    file(REMOVE_RECURSE ${WORK})
    if(failures)
        list(JOIN failures "\n  " text)
        message(NOTICE "  ${text}")
        message(FATAL_ERROR "${CHECK}: the check itself is wrong")
    endif()
    message(STATUS "${CHECK}: ${cases} cases, each judged as it should be")
endfunction()
