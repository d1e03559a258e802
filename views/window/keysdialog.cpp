// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/window/keysdialog.h"

#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

KeysDialog::KeysDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setAccessibleName(tr("Keys"));
    setWindowTitle(tr("Keys of the tables"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QList<std::pair<QString, QString>> keys{{tr("/"), tr("go to the filter")},
        {tr("Escape"), tr("empty the filter and go back to the table; close the details")},
        {tr("Enter"), tr("open the details of the row")}, {tr("Space"), tr("select the row")},
        {tr("Menu key"), tr("show what can be done with the row")}, {tr("Ctrl+C"), tr("copy the selected rows")},
        {tr("Ctrl+Shift+C"), tr("copy the selected rows with their headers")},
        {tr("Tab"), tr("go to the next part of the window")},
        {tr("Ctrl+1, Ctrl+2, …"), tr("show another subject of the rail")}, {tr("F10"), tr("go to the menus")},
        {tr("Ctrl+Z"), tr("show what undoing the last change would do")},
        {tr("N, P"), tr("in a preview: go to the next difference, to the previous one")},
        {tr("?"), tr("show these keys")}};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    int row = 0;
    for (const auto &[key, meaning] : keys) {
        grid->addWidget(PlainText::create(key, Typography::body(), QPalette::WindowText, this), row, 0);
        grid->addWidget(PlainText::create(meaning, Typography::body(), QPalette::PlaceholderText, this), row, 1);
        ++row;
    }
}
