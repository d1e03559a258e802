// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/aboutdialog.h"

#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setAccessibleName(tr("About Pilothouse"));
    setWindowTitle(tr("About Pilothouse"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *icon = new QLabel(this);
    icon->setPixmap(Icon::application().pixmap(64, 64));
    QLabel *title = PlainText::create(
        tr("Pilothouse %1").arg(QLatin1String(PILOTHOUSE_VERSION)), Typography::headline(), QPalette::WindowText, this);
    QLabel *what = PlainText::create(
        tr("Operations console for multi-tenant Kubernetes."), Typography::body(), QPalette::WindowText, this);
    QLabel *licence = PlainText::create(
        tr("Copyright 2026 The Pilothouse authors.\n\nThis program is free software under the GNU General Public "
           "License, "
           "version 3 or any later one. It comes without any warranty. Its text is in the file LICENSE.\n\nIt uses Qt, "
           "Qt Charts, simdjson and yaml-cpp."),
        Typography::body(), QPalette::PlaceholderText, this);
    licence->setObjectName(u"licence"_s);
    licence->setWordWrap(true);
    licence->setFixedWidth(400);
    auto *right = new QWidget(this);
    auto *words = new QVBoxLayout(right);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(8);
    words->addWidget(title);
    words->addWidget(what);
    words->addWidget(licence);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(24);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(right);
}
