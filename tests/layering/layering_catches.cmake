# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One file for each rule of layering.cmake that breaks it, and files that come close and do not.
set(CHECK layering)
include(${CMAKE_CURRENT_LIST_DIR}/cases.cmake)

# Upwards.
refuses(backends/core/a.cpp "#include \"models/common/format.h\"\n" "backends must not look up to models")
refuses(backends/core/a.cpp "#include \"views/window/window.h\"\n" "backends must not look up to views")
refuses(backends/core/a.cpp "#include \"app/main.h\"\n" "backends must not look up to app")
refuses(models/fleet/a.h "#include \"views/window/window.h\"\n" "models must not look up to views")
refuses(models/fleet/a.cpp "  #  include \"app/main.h\"\n" "models must not look up to app")
refuses(views/window/a.cpp "#include \"app/main.h\"\n" "views must not look up to app")

# Past the next floor.
refuses(views/window/a.cpp "#include \"backends/core/clock.h\"\n" "views must not know backends")
refuses(models/fleet/a.h "#include \"backends/core/clock.h\"\n" "headers of models must not include backends")
accepts(models/fleet/a.cpp "#include \"backends/core/clock.h\"\n#include \"backends/kubernetes/records.h\"\n")
accepts(models/fleet/a.h "class Clock;\n#include \"models/common/format.h\"\n")
accepts(views/window/a.cpp "#include \"models/common/format.h\"\n#include \"views/common/theme.h\"\n")
accepts(app/a.cpp "#include \"backends/http/endpoint.h\"\n#include \"models/a.h\"\n#include \"views/a.h\"\n#include <QJsonObject>\n")

# Between the subjects of backends.
refuses(backends/core/a.cpp "#include \"backends/http/endpoint.h\"\n" "backends/core must know no other subject")
refuses(backends/http/a.cpp "#include \"backends/kubernetes/records.h\"\n" "backends/http may know backends/core only")
refuses(backends/http/a.cpp "#include \"backends/login/gate.h\"\n" "backends/http may know backends/core only")
refuses(backends/login/a.cpp "#include \"backends/oauth/client.h\"\n" "backends/core and backends/http only")
refuses(backends/prometheus/a.cpp "#include \"backends/kubernetes/records.h\"\n" "must not know its neighbour")
accepts(backends/http/a.cpp "#include \"backends/core/clock.h\"\n#include \"backends/http/endpoint.h\"\n")
refuses(backends/yaml/a.cpp "#include \"backends/http/endpoint.h\"\n" "backends/yaml may know backends/core only")
refuses(backends/http/a.cpp "#include \"backends/yaml/yamldocument.h\"\n" "backends/http may know backends/core only")
refuses(backends/slo/a.cpp "#include \"backends/http/endpoint.h\"\n" "backends/slo may know backends/core and backends/yaml")
accepts(backends/prometheus/a.h "#include \"backends/slo/definition.h\"\n")
accepts(backends/policy/a.cpp "#include \"backends/yaml/yamlreading.h\"\n")
accepts(backends/login/a.cpp "#include \"backends/http/credentials.h\"\n#include \"backends/login/gate.h\"\n")
accepts(backends/kubernetes/a.cpp "#include \"backends/http/endpoint.h\"\n#include \"backends/login/gate.h\"\n")

# What a floor may use of Qt, and of others.
refuses(backends/http/a.cpp "#include <QColor>\n" "backends must not use QtGui")
refuses(backends/http/a.cpp "#include <QWidget>\n" "backends must not use QtWidgets")
refuses(backends/http/a.cpp "#include <qwidget.h>\n" "backends must not use QtWidgets")
refuses(backends/http/a.cpp "#include <QtCharts/QChart>\n" "backends must not use QtCharts")
refuses(models/fleet/a.h "#include <QIcon>\n" "models must not use QtGui")
refuses(models/fleet/a.cpp "#include <QAction>\n" "models must not use QtGui")
refuses(models/fleet/a.cpp "#include <QMessageBox>\n" "models must not use QtWidgets")
refuses(models/fleet/a.cpp "#include <QUrlQuery>\n#include <QNetworkReply>\n" "models must not use QtNetwork")
refuses(models/fleet/a.cpp "#include <QtSql>\n" "models must not use QtSql")
refuses(models/fleet/a.cpp "#include <QJsonDocument>\n" "JSON stays in backends")
refuses(models/fleet/a.cpp "#include \"backends/core/json.h\"\n" "models must not read JSON")
refuses(models/fleet/a.cpp "#include <yaml-cpp/yaml.h>\n" "parsing stays in backends")
refuses(views/window/a.cpp "#include <QNetworkAccessManager>\n" "views must not use QtNetwork")
refuses(views/window/a.cpp "#include <QSqlQuery>\n" "views must not use QtSql")
refuses(views/window/a.cpp "#include <QtCore/QJsonObject>\n" "JSON stays in backends")
refuses(views/window/a.h "class QNetworkReply;\n" "uses QNetworkReply")
accepts(views/window/a.h "// A QNetworkReply has no place here.\n#include <QChart>\n#include <QWidget>\n#include <memory>\n")
accepts(backends/http/a.cpp "#include <QNetworkReply>\n#include <QSqlQuery>\n#include <simdjson.h>\n")

# Written from the root.
refuses(models/fleet/a.cpp "#include \"a.h\"\n" "includes are written from the root")
refuses(models/fleet/a.cpp "#include \"../common/format.h\"\n" "includes are written from the root")
refuses(models/fleet/a.cpp "#include \"models/../views/a.h\"\n" "includes are written from the root")
refuses(models/fleet/a.cpp "#include <models/common/format.h>\n" "included with quotes")
refuses(tests/models/a.cpp "#include \"strict.h\"\n" "includes are written from the root")
refuses(app/a.cpp "#include \"tests/support/strict.h\"\n" "the product must not include tests")
accepts(tests/models/a.cpp "#include \"backends/core/clock.h\"\n#include \"tst_a.moc\"\n#include <QWidget>\n")

# What is linked.
refuses(views/CMakeLists.txt "pilothouse_library(pilothouse_views LINK pilothouse_core)\n" "links pilothouse_core")
refuses(views/CMakeLists.txt "pilothouse_library(pilothouse_views LINK Qt6::Network)\n" "must not use QtNetwork")
refuses(models/CMakeLists.txt "pilothouse_library(pilothouse_models LINK pilothouse_views)\n" "must not link upwards")
refuses(models/CMakeLists.txt "pilothouse_library(pilothouse_models LINK Qt6::Gui)\n" "must not use QtGui")
refuses(backends/core/CMakeLists.txt "pilothouse_library(pilothouse_core LINK pilothouse_http)\n" "lies above")
refuses(backends/http/CMakeLists.txt "pilothouse_library(pilothouse_http LINK pilothouse_records)\n" "core, http, login, yaml and slo at most")
refuses(backends/http/CMakeLists.txt "pilothouse_library(pilothouse_http LINK pilothouse_login)\n" "lies above")
refuses(backends/http/CMakeLists.txt "pilothouse_library(pilothouse_http LINK Qt6::Widgets)\n" "must not use QtWidgets")
refuses(models/CMakeLists.txt
    "pilothouse_library(pilothouse_models)\ntarget_link_libraries(pilothouse_models PUBLIC Qt6::Core)\n" "links are private")
accepts(backends/http/CMakeLists.txt "pilothouse_library(pilothouse_http LINK pilothouse_core Qt6::Network)\n")
accepts(backends/login/CMakeLists.txt "pilothouse_library(pilothouse_login LINK pilothouse_core pilothouse_http)\n")
accepts(backends/oauth/CMakeLists.txt "pilothouse_library(pilothouse_oauth LINK pilothouse_http pilothouse_login)\n")
accepts(models/CMakeLists.txt "# not Qt6::Gui\npilothouse_library(pilothouse_models LINK pilothouse_http Qt6::Core)\n")
accepts(app/CMakeLists.txt "target_link_libraries(pilothouse PRIVATE pilothouse_views pilothouse_core Qt6::Network)\n")

report_cases()
