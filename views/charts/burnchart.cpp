// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/burnchart.h"

#include "models/slo/slorow.h"
#include "views/charts/burnplot.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

BurnChart::BurnChart(QWidget *parent)
    : QWidget(parent), m_budget(new BurnPlot(this)), m_burn(new BurnPlot(this)),
      m_caption(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this))
{
    setObjectName(u"burnChart"_s);
    setAccessibleName(tr("Budget and burn rates over time"));
    setFocusPolicy(Qt::StrongFocus);
    m_budget->setObjectName(u"budgetPlot"_s);
    m_budget->setAccessibleName(tr("What is left of the budget"));
    m_burn->setObjectName(u"burnPlot"_s);
    m_burn->setAccessibleName(tr("Burn rates"));
    m_caption->setObjectName(u"burnCaption"_s);
    m_caption->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    layout->addWidget(m_budget, 2);
    layout->addWidget(m_burn, 3);
    layout->addWidget(m_caption);
    for (BurnPlot *plot : {m_budget, m_burn})
        connect(plot, &BurnPlot::markerHovered, this, [this, plot](int marker) { hover(plot, marker); });
    setCourse({}, {});
}

void BurnChart::setCourse(const SloCourse &course, const QList<SloTier> &tiers)
{
    m_course = course;
    BurnPlot::Plot budget;
    budget.title = course.budgetEstimated ? tr("Budget left, as spent since the left edge") : tr("Budget left");
    budget.lines = {{{}, course.budget}};
    budget.from = course.from;
    budget.to = course.to;
    budget.step = course.step;
    budget.text = SloTexts::ratio;
    m_budget->setVisible(!course.budget.isEmpty());
    m_budget->setPlot(budget);
    BurnPlot::Plot burn;
    burn.title = tr("Burn rate");
    for (const SloCourse::Line &line : course.burn)
        burn.lines.append({SloTexts::window(line.window), line.points});
    for (const SloTier &tier : tiers) {
        burn.thresholds.append({tier.factor,
            tr("%1 over %2 and %3", "burn rate and two windows")
                .arg(
                    SloTexts::burn(tier.factor), SloTexts::window(tier.longWindow), SloTexts::window(tier.shortWindow)),
            tier.page ? Token::Critical : Token::Warning});
        burn.most = std::max(burn.most, tier.factor * 1.1);
    }
    burn.from = course.from;
    burn.to = course.to;
    burn.step = course.step;
    burn.text = SloTexts::burn;
    m_burn->setPlot(burn);
    refreshCaption();
}

QString BurnChart::summary(const SloCourse &course)
{
    if (course.burn.isEmpty())
        return course.problem.isEmpty() ? tr("There is nothing to draw yet.") : course.problem;
    QStringList parts;
    for (const SloCourse::Line &line : course.burn) {
        if (line.points.isEmpty())
            continue;
        const auto worst = std::ranges::max_element(line.points, {}, &SloCourse::Point::value);
        parts.append(tr("Over %1 it burns at %2 now; the highest was %3 at %4.")
                         .arg(SloTexts::window(line.window), SloTexts::burn(line.points.constLast().value),
                             SloTexts::burn(worst->value),
                             QLocale().toString(QDateTime::fromMSecsSinceEpoch(worst->time), QLocale::ShortFormat)));
    }
    if (!course.budget.isEmpty())
        parts.append(tr("%1 of the budget is left.").arg(SloTexts::ratio(course.budget.constLast().value)));
    if (!course.problem.isEmpty())
        parts.append(course.problem);
    return parts.join(u' ');
}

void BurnChart::setMarkers(const QList<ChartMarker> &markers)
{
    // What is being read stays chosen, wherever it stands now.
    const qsizetype kept = m_current < 0 ? -1 : markers.indexOf(m_markers.at(m_current));
    m_markers = markers;
    m_budget->setMarkers(markers);
    m_burn->setMarkers(markers);
    choose(static_cast<int>(kept));
}

QString BurnChart::summary(const QList<ChartMarker> &markers)
{
    if (markers.isEmpty())
        return {};
    const auto number = [&markers](const QString &kind) {
        return QLocale().toString(std::ranges::count(markers, kind, &ChartMarker::kind));
    };
    return tr("Marks: changes %1, new revisions %2, alerts %3. Left and Right go through them.")
        .arg(number(u"change"_s), number(u"revision"_s), number(u"alert"_s));
}

void BurnChart::choose(int marker)
{
    m_current = marker;
    m_budget->setCurrent(marker);
    m_burn->setCurrent(marker);
    refreshCaption();
}

void BurnChart::hover(BurnPlot *plot, int marker)
{
    if (marker == m_current)
        return;
    choose(marker);
    if (marker < 0) {
        QToolTip::hideText();
        return;
    }
    const QPoint place = plot->viewport()->mapToGlobal(plot->placeOf(marker).toPoint());
    QToolTip::showText(place, PlainText::tooltip(m_markers.at(marker).sentence), plot->viewport());
}

void BurnChart::refreshCaption()
{
    const QString words = summary(m_course);
    setAccessibleDescription(QStringList{words, summary(m_markers)}.join(u' ').trimmed());
    if (m_current >= 0 && m_current < m_markers.size()) {
        m_caption->setText(m_markers.at(m_current).sentence);
        setAccessibleDescription(m_markers.at(m_current).sentence);
    } else if (!m_course.problem.isEmpty()) {
        m_caption->setText(m_course.problem);
    } else if (m_course.burn.isEmpty()) {
        m_caption->setText(words);
    } else {
        m_caption->setText(m_markers.isEmpty()
                ? QString()
                : tr("Marks show what changed and which alerts began: point at one, or press Left and Right to go "
                     "through them."));
    }
}

void BurnChart::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_markers.size()) - 1;
    if (last >= 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const bool left = event->key() == Qt::Key_Left;
        const int from = m_current < 0 ? (left ? last + 1 : -1) : m_current;
        choose(std::clamp(left ? from - 1 : from + 1, 0, last));
        return;
    }
    QWidget::keyPressEvent(event);
}

void BurnChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void BurnChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(-1);
    update();
}

void BurnChart::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(Theme::of(palette()).accent);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}
