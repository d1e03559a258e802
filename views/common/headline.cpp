// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/headline.h"

#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

#include <QAbstractItemModel>
#include <QHBoxLayout>

Headline::Headline(
    const QString &name, const QAbstractItemModel *model, std::chrono::milliseconds pace, QWidget *parent)
    : QFrame(parent), m_layout(new QHBoxLayout(this))
{
    setObjectName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(24);
    m_due.setSingleShot(true);
    m_due.setInterval(pace);
    connect(&m_due, &QTimer::timeout, this, &Headline::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &Headline::countSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &Headline::countSoon);
    connect(model, &QAbstractItemModel::modelReset, this, &Headline::countSoon);
}

HeadlineFigure *Headline::addFigure(const QString &name, const QString &caption)
{
    auto *figure = new HeadlineFigure(name, caption, this);
    m_layout->addWidget(figure);
    return figure;
}

void Headline::begin()
{
    m_layout->addStretch();
    refresh();
}

void Headline::setFigure(HeadlineFigure *figure, int value, const Sign &signWhenAny)
{
    figure->setValue(value, m_known, signWhenAny);
}

void Headline::setKnown(bool known)
{
    if (m_known == known)
        return;
    m_known = known;
    refresh();
}

void Headline::countSoon()
{
    if (m_due.interval() == 0)
        refresh();
    else if (!m_due.isActive())
        m_due.start();
}

void Headline::refresh()
{
    recount();
    Q_EMIT figuresChanged();
}
