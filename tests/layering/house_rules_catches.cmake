# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One file for each rule of house_rules.cmake that breaks it, and files that come close and do not.
set(CHECK house_rules)
include(${CMAKE_CURRENT_LIST_DIR}/cases.cmake)

# Licence notice.
refuses(models/a.cpp "int a;\n" "lacks the line 'SPDX")
refuses(models/a.h "// SPDX-License-Identifier: GPL-3.0-or-later\n" "SPDX-FileCopyrightText")
refuses(tests/models/a.cpp "int a;\n" "lacks the line")
refuses(views/CMakeLists.txt "add_library(a)\n" "lacks the line")
refuses(packaging/run "#!/usr/bin/env bash\n" "lacks the line")
refuses(.ci/run "#!/usr/bin/env bash\n" "lacks the line")
accepts(packaging/run "#!/usr/bin/env bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n")
accepts(packaging/a.desktop "[Desktop Entry]\n")

# What code must not do.
refuses(models/a.cpp "${notice}QEventLoop loop;\n" "nested event loop")
refuses(views/a.cpp "${notice}qApp->processEvents();\n" "nested event loop")
refuses(backends/http/a.cpp "${notice}reply->waitForReadyRead(100);\n" "blocks in waitForReadyRead()")
refuses(backends/http/a.cpp "${notice}future.waitForFinished ();\n" "blocks in waitForFinished()")
refuses(app/a.cpp "${notice}QCoreApplication::instance()->quit();\n" "singleton")
refuses(models/a.cpp "${notice}delete m_model;\n" "deletes by hand")
refuses(models/a.cpp "${notice}delete[] bytes;\n" "deletes by hand")
refuses(models/a.cpp "${notice}auto *a = new QTimer;\n" "new without a parent")
refuses(models/a.cpp "${notice}m_list.append(new QTimer());\n" "new without a parent")
refuses(models/a.cpp "${notice}// TO${}DO: later\n" "write an issue instead")
refuses(models/a.cpp "${notice}// FIX${}ME\n" "write an issue instead")
refuses(models/a.cpp "${notice}int a;\n\nint list[] = {1}; delete b;\n" "models/a.cpp:5")
accepts(models/a.cpp "${notice}A(const A &) = delete;\nint deleted = 1; // delete it, new one; or waitForIt()\n")
accepts(models/a.cpp "${notice}auto text = tr(\"Press \\\"delete\\\" or delete the line; QEventLoop::instance()\");\n")
accepts(models/a.cpp "${notice}auto *t = new QTimer(this);\nQEventLoopLocker locker;\nint instances(int);\n")
accepts(tests/a.cpp "${notice}QEventLoop loop;\n// TO${}DO\n")

# Connects.
refuses(views/a.cpp "${notice}connect(m_timer, &QTimer::timeout, [this] { tick(); });\n" "takes a context object")
refuses(views/a.cpp "${notice}connect(a(1, 2), &B::c,\n    [=] {});\n" "takes a context object")
accepts(views/a.cpp "${notice}connect(a(1, 2), &B::c, this, [this] { d(e, f); });\nconnect(a, &B::c, d, &D::e);\n")

# Names and sizes.
refuses(models/TenantStore.h "${notice}" "file names are lower case")
refuses(models/tenant_store.h "${notice}" "file names are lower case")
string(REPEAT "int a;\n" 598 lines)
accepts(models/a.cpp "${notice}${lines}")
string(REPEAT "int a;\n" 599 lines)
refuses(models/a.cpp "${notice}${lines}" "has 601 lines")

# Paths of the machine it was written on. Put together here, or this file would hold them itself.
set(s "/")
refuses(tests/a.cpp "${notice}auto a = \"${s}tmp${s}data\";\n" "names a path of one machine")
refuses(README.md "Look at ${s}root${s}pilothouse.\n" "names a path of one machine")
refuses(translations/a.ts "${s}home${s}user\n" "names a path of one machine")
accepts(README.md "Kept in ~/.config and $TMPDIR${s}a, asked of https:${s}${s}host${s}root${s}a and a${s}work${s}b.\n")

report_cases()
