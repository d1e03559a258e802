// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/usagechart.h"

#include "models/common/format.h"
#include "models/tenants/tenant.h"
#include "views/charts/trendchart.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QString latest(const QList<UsageHistory::Point> &points, CellKind kind)
{
    return points.isEmpty() ? Format::unknown() : Format::amount(points.constLast().value, kind);
}

QString limitText(std::optional<double> limit, CellKind kind)
{
    return limit ? UsageChart::tr("limit %1").arg(Format::amount(*limit, kind)) : UsageChart::tr("no limit");
}

TrendChart::Trend trend(
    const UsageHistory &history, const QList<UsageHistory::Point> &points, std::optional<double> limit)
{
    return {.points = points, .limit = limit, .step = history.step, .from = history.from, .to = history.to};
}
} // namespace

UsageChart::UsageChart(QWidget *parent)
    : QWidget(parent), m_charts(new QWidget(this)),
      m_cpuFigure(PlainText::create({}, Typography::headline(), QPalette::Text, m_charts)),
      m_memoryFigure(PlainText::create({}, Typography::headline(), QPalette::Text, m_charts)),
      m_problem(PlainText::create({}, Typography::body(), QPalette::PlaceholderText, this)),
      m_cpu(new TrendChart(CellKind::Cores, m_charts)), m_memory(new TrendChart(CellKind::Bytes, m_charts))
{
    setObjectName(u"usageChart"_s);
    setAccessibleName(tr("CPU and memory over the last 15 minutes"));
    m_cpu->setObjectName(u"cpuChart"_s);
    m_cpu->setAccessibleName(tr("CPU over the last 15 minutes"));
    m_memory->setObjectName(u"memoryChart"_s);
    m_memory->setAccessibleName(tr("Memory over the last 15 minutes"));
    m_problem->setObjectName(u"chartProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *charts = new QVBoxLayout(m_charts);
    charts->setContentsMargins(0, 0, 0, 0);
    charts->setSpacing(4);
    const auto add = [this, charts](QLabel *figure, const QString &title, TrendChart *chart) {
        auto *heading = new QWidget(m_charts);
        auto *words = new QHBoxLayout(heading);
        words->setContentsMargins(0, 0, 0, 0);
        words->setSpacing(8);
        words->addWidget(figure, 0, Qt::AlignBaseline);
        words->addWidget(PlainText::create(title, Typography::secondary(), QPalette::PlaceholderText, heading), 1,
            Qt::AlignBaseline);
        charts->addWidget(heading);
        charts->addWidget(chart, 1);
    };
    add(m_cpuFigure, tr("cores of CPU really used"), m_cpu);
    add(m_memoryFigure, tr("of memory really used"), m_memory);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_problem);
    layout->addWidget(m_charts, 1);
}

void UsageChart::setHistory(const UsageHistory &history)
{
    const bool nothing = history.cpu.isEmpty() && history.memory.isEmpty();
    const bool waiting = nothing && history.problem.isEmpty();
    m_problem->setText(waiting ? tr("Reading the last 15 minutes of usage.") : history.problem);
    m_problem->setAccessibleName(m_problem->text());
    m_problem->setVisible(nothing || !history.problem.isEmpty());
    m_charts->setVisible(!nothing);
    if (!nothing) {
        m_cpu->setTrend(trend(history, history.cpu, history.cpuLimit));
        m_memory->setTrend(trend(history, history.memory, history.memoryLimit));
    }
    const QString cpu = latest(history.cpu, CellKind::Cores);
    const QString memory = latest(history.memory, CellKind::Bytes);
    m_cpuFigure->setText(cpu);
    m_memoryFigure->setText(memory);
    const QString cpuSummary
        = tr("CPU: %1 cores used last, %2.").arg(cpu, limitText(history.cpuLimit, CellKind::Cores));
    const QString memorySummary
        = tr("Memory: %1 used last, %2.").arg(memory, limitText(history.memoryLimit, CellKind::Bytes));
    m_cpu->setAccessibleDescription(cpuSummary);
    m_memory->setAccessibleDescription(memorySummary);
    setAccessibleDescription(nothing ? m_problem->text() : QString(cpuSummary + u' ' + memorySummary));
}
