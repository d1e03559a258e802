// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/sloalertmarks.h"

#include "backends/core/clock.h"
#include "models/alerts/alertscope.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/changes/plainline.h"
#include "models/slo/slodetail.h"

#include <QLocale>

#include <algorithm>

namespace {

QString timeText(const QDateTime &utc, const QDateTime &now)
{
    const QDateTime local = utc.toLocalTime();
    return local.date() == now.toLocalTime().date() ? QLocale::c().toString(local, QStringLiteral("HH:mm:ss"))
                                                    : QLocale().toString(local, QLocale::ShortFormat);
}

//! "“SloBurn” (critical)".
QString nameOf(const Alert &alert)
{
    const QString name = plainLine(alert.name, 200);
    const QString severity = plainLine(alert.severity, 40);
    return severity.isEmpty() ? SloAlertMarks::tr("“%1”").arg(name)
                              : SloAlertMarks::tr("“%1” (%2)").arg(name, severity);
}

QString withSummary(const QString &sentence, const Alert &alert)
{
    const QString summary = plainLine(alert.summary, 240).simplified();
    return summary.isEmpty() || summary == alert.name ? sentence : QString(sentence + u' ' + summary);
}

ChartMarker markOf(const Alert &alert, const QDateTime &ended, const QDateTime &now)
{
    const QString since = timeText(alert.since, now);
    const QString sentence = ended.isValid()
        ? SloAlertMarks::tr("The alert %1 fired from %2 to %3.").arg(nameOf(alert), since, timeText(ended, now))
        : SloAlertMarks::tr("The alert %1 fires since %2.").arg(nameOf(alert), since);
    return {alert.since, QStringLiteral("alert"), withSummary(sentence, alert)};
}

} // namespace

SloAlertMarks::SloAlertMarks(SloDetail &detail, AlertStore &alerts, const Clock &clock, QObject *parent)
    : QObject(parent), m_detail(detail), m_alerts(alerts), m_clock(clock)
{
    connect(&m_detail, &SloDetail::sloChanged, this, &SloAlertMarks::choose);
    const AlertTableModel *table = m_alerts.table();
    connect(table, &TableModel::rowsChanged, this, &SloAlertMarks::later);
    connect(table, &QAbstractItemModel::rowsInserted, this, &SloAlertMarks::later);
    connect(table, &QAbstractItemModel::rowsRemoved, this, &SloAlertMarks::later);
    connect(&m_alerts, &AlertStore::changed, this, &SloAlertMarks::later); // what Prometheus remembers, too
    choose();
}

SloAlertMarks::~SloAlertMarks() = default;

QList<ChartMarker> SloAlertMarks::marks(
    const Slo &slo, const QList<Alert> &present, const QList<EndedAlert> &ended, const QDateTime &now)
{
    QList<ChartMarker> marks;
    for (const Alert &alert : present) {
        if (alert.state.id != QLatin1String("pending") && alert.since.isValid() && AlertScope::about(alert, slo))
            marks.append(markOf(alert, {}, now));
    }
    for (const EndedAlert &each : ended) {
        if (each.alert.since.isValid() && AlertScope::about(each.alert, slo))
            marks.append(markOf(each.alert, each.ended, now));
    }
    std::ranges::stable_sort(marks, {}, &ChartMarker::time);
    if (marks.size() > most)
        marks.remove(0, marks.size() - most);
    return marks;
}

void SloAlertMarks::choose()
{
    const Slo &slo = m_detail.slo();
    if (slo.key == m_key)
        return;
    m_key = slo.key;
    m_next.reset();
    if (m_key.isEmpty())
        return;
    recall();
    look();
}

//! The chart begins before this console did.
void SloAlertMarks::recall()
{
    const Slo &slo = m_detail.slo();
    if (!slo.namespaceName.isEmpty())
        m_alerts.recallHistory({{QStringLiteral("namespace"), slo.namespaceName}});
    else if (slo.source == QLatin1String("pyrra") && !slo.id.isEmpty())
        m_alerts.recallHistory({{QStringLiteral("slo"), slo.id}});
    else if (!slo.id.isEmpty())
        m_alerts.recallHistory({{QStringLiteral("sloth_id"), slo.id}});
}

void SloAlertMarks::later()
{
    if (!m_key.isEmpty() && !m_next)
        m_next = m_clock.after(pace, [this] { look(); });
}

void SloAlertMarks::look()
{
    m_next.reset();
    m_detail.setAlertMarkers(marks(m_detail.slo(), m_alerts.table()->rows(), m_alerts.history(), m_clock.now()));
}
