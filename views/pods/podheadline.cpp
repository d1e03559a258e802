// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/podheadline.h"

#include "models/pods/podtablemodel.h"
#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

using namespace Qt::StringLiterals;

PodHeadline::PodHeadline(const PodTableModel *pods, QWidget *parent)
    : Headline(u"podHeadline"_s, pods, pace, parent), m_pods(pods)
{
    m_podsFigure = addFigure(u"podCount"_s, tr("pods"));
    m_failedFigure = addFigure(u"failedCount"_s, tr("failed"));
    m_notStartingFigure = addFigure(u"notStartingCount"_s, tr("crash looping or not starting"));
    m_pendingFigure = addFigure(u"pendingLongCount"_s, tr("pending for long"));
    m_notReadyFigure = addFigure(u"notReadyCount"_s, tr("not ready"));
    begin();
}

void PodHeadline::recount()
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
    setFigure(m_podsFigure, figures.pods, {});
    setFigure(m_failedFigure, figures.failed, {::Shape::Diamond, Token::Critical});
    setFigure(m_notStartingFigure, figures.notStarting, {::Shape::Diamond, Token::Critical});
    setFigure(m_pendingFigure, figures.pendingLong, {::Shape::Triangle, Token::Warning});
    setFigure(m_notReadyFigure, figures.notReady, {::Shape::Triangle, Token::Warning});
}
