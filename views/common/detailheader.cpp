// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/detailheader.h"

#include "views/common/icon.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

DetailHeader::DetailHeader(const QString &closeName, QWidget *parent) : QFrame(parent), m_parts(new QHBoxLayout(this))
{
    setObjectName(u"detailHeader"_s);
    auto *close = new QToolButton(this);
    close->setObjectName(closeName);
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close the details (Escape)"));
    close->setIcon(Icon::tinted(u"close"_s));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &DetailHeader::closeRequested);
    m_parts->setContentsMargins(16, 8, 8, 8);
    m_parts->setSpacing(8);
    m_parts->addWidget(close);
    setFixedHeight(48);
}

void DetailHeader::addTitle(QLabel *title)
{
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_parts->insertWidget(m_parts->count() - 1, title, 1);
}

void DetailHeader::addPart(QWidget *part)
{
    m_parts->insertWidget(m_parts->count() - 1, part);
}
