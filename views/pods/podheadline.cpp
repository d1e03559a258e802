// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/podheadline.h"

#include "models/pods/podtablemodel.h"
#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

PodHeadline::PodHeadline(const PodTableModel *pods, QWidget *parent) : QFrame(parent), m_pods(pods)
{
    setObjectName(u"podHeadline"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    const auto add = [this, layout](const QString &name, const QString &caption) {
        auto *figure = new HeadlineFigure(name, caption, this);
        layout->addWidget(figure);
        return figure;
    };
    m_podsFigure = add(u"podCount"_s, tr("pods"));
    m_failedFigure = add(u"failedCount"_s, tr("failed"));
    m_notStartingFigure = add(u"notStartingCount"_s, tr("crash looping or not starting"));
    m_pendingFigure = add(u"pendingLongCount"_s, tr("pending for long"));
    m_notReadyFigure = add(u"notReadyCount"_s, tr("not ready"));
    layout->addStretch();
    m_due.setSingleShot(true);
    m_due.setInterval(pace);
    connect(&m_due, &QTimer::timeout, this, &PodHeadline::refresh);
    const auto later = [this] {
        if (!m_due.isActive())
            m_due.start();
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(pods, signal, this, later);
    connect(pods, &QAbstractItemModel::dataChanged, this, later);
    refresh();
}

void PodHeadline::setKnown(bool known)
{
    if (m_known == known)
        return;
    m_known = known;
    refresh();
}

void PodHeadline::refresh()
{
    Figures figures;
    figures.pods = m_pods->rowCount();
    for (int row = 0; row < figures.pods; ++row) {
        switch (m_pods->trouble(row)) {
        case PodTrouble::Failed:
            ++figures.failed;
            break;
        case PodTrouble::CrashLooping:
        case PodTrouble::NotStarting:
            ++figures.notStarting;
            break;
        case PodTrouble::PendingLong:
            ++figures.pendingLong;
            break;
        case PodTrouble::NotReady:
            ++figures.notReady;
            break;
        case PodTrouble::None:
        case PodTrouble::Waiting:
        case PodTrouble::Unknown:
            break;
        }
    }
    m_figures = figures;
    m_podsFigure->setValue(figures.pods, m_known, {});
    m_failedFigure->setValue(figures.failed, m_known, {::Shape::Diamond, Token::Critical});
    m_notStartingFigure->setValue(figures.notStarting, m_known, {::Shape::Diamond, Token::Critical});
    m_pendingFigure->setValue(figures.pendingLong, m_known, {::Shape::Triangle, Token::Warning});
    m_notReadyFigure->setValue(figures.notReady, m_known, {::Shape::Triangle, Token::Warning});
    Q_EMIT figuresChanged();
}
