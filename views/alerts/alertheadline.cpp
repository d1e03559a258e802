// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertheadline.h"

#include "models/alerts/alertgrouptablemodel.h"
#include "views/common/headlinefigure.h"
#include "views/common/sign.h"

#include <QLayout>

using namespace Qt::StringLiterals;

AlertHeadline::AlertHeadline(const AlertGroupTableModel *groups, QWidget *parent)
    : Headline(u"alertFigures"_s, groups, std::chrono::milliseconds(200), parent), m_groups(groups)
{
    m_openFigure = addFigure(u"openCount"_s, tr("fire unclaimed"));
    m_claimedFigure = addFigure(u"claimedCount"_s, tr("claimed"));
    m_hiddenFigure = addFigure(u"hiddenCount"_s, tr("silenced or inhibited"));
    m_pendingFigure = addFigure(u"pendingCount"_s, tr("pending"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a narrow window does without
    begin();
}

void AlertHeadline::resizeEvent(QResizeEvent *event)
{
    Headline::resizeEvent(event);
    showWhatFits();
}

void AlertHeadline::showWhatFits()
{
    int left = contentsRect().width();
    for (HeadlineFigure *figure : {m_openFigure, m_claimedFigure, m_hiddenFigure, m_pendingFigure}) {
        left -= figure->sizeHint().width();
        figure->setVisible(left >= 0);
        left -= layout()->spacing();
    }
}

AlertHeadline::Figures AlertHeadline::count(const AlertGroupTableModel &groups)
{
    Figures figures;
    for (const AlertGroup &group : groups.rows()) {
        figures.open += group.open;
        figures.claimed += group.claimed;
        figures.hidden += group.silenced + group.inhibited;
        figures.pending += group.pending;
    }
    return figures;
}

void AlertHeadline::recount()
{
    m_figures = count(*m_groups);
    setFigure(m_openFigure, static_cast<int>(m_figures.open), {::Shape::Diamond, Token::Critical});
    setFigure(m_claimedFigure, static_cast<int>(m_figures.claimed), {});
    setFigure(m_hiddenFigure, static_cast<int>(m_figures.hidden), {});
    setFigure(m_pendingFigure, static_cast<int>(m_figures.pending), {});
    showWhatFits();
}
