# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Translations that translations.cmake must refuse, and some that it must not.
set(CHECK translations)
include(${CMAKE_CURRENT_LIST_DIR}/cases.cmake)

# A file with one sentence; `translation` is the whole element.
function(ts source translation result)
    set(numerus "")
    if(translation MATCHES "numerusform")
        set(numerus " numerus=\"yes\"")
    endif()
    string(CONCAT text "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\" language=\"de_DE\">\n"
        "<context><name>A</name>\n<message${numerus}><source>${source}</source>${translation}</message>\n"
        "</context></TS>\n")
    set(${result} "${text}" PARENT_SCOPE)
endfunction()

refuses(translations/a_de.ts "<?xml version=\"1.0\"?>\n<TS version=\"2.1\"><context>" "lrelease refuses it")
ts("%1 of %2" "<translation>%1 von %1</translation>" text)
refuses(translations/a_de.ts "${text}" "has the places '%1'")
ts("%1 pods" "<translation>Pods</translation>" text)
refuses(translations/a_de.ts "${text}" "has the places ''")
ts("%n pods in %1" "<translation><numerusform>ein Pod in %1</numerusform><numerusform>%n Pods</numerusform></translation>" text)
refuses(translations/a_de.ts "${text}" "has the places '%n', not '%1 %n'")
ts("%1 of %2&#59; [a]" "<translation>Von %2&#59; %1 [a]</translation>" text)
accepts(translations/a_de.ts "${text}")
ts("%n pods" "<translation><numerusform>ein Pod</numerusform><numerusform>%n Pods</numerusform></translation>" text)
accepts(translations/a_de.ts "${text}")
ts("%1 pods" "<translation type=\"unfinished\"></translation>" text)
accepts(translations/a_de.ts "${text}")

refuses(app/a.cpp "struct Options { QString text{tr(\"Hello\")}; };\n" "tr() in a class that lupdate does not know")
refuses(app/a.cpp "QString a() { return tr(\"Hello\"); }\n" "tr() in a class that lupdate does not know")
accepts(app/a.cpp "struct Options { Q_DECLARE_TR_FUNCTIONS(A)\n QString text{tr(\"Hello\")}; };\n")
accepts(app/a.cpp "QString a() { return QCoreApplication::translate(\"A\", \"Hello\"); }\n")

report_cases()
