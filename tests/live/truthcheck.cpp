// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/truthcheck.h"

#include "models/pods/podstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <algorithm>

using namespace std::chrono_literals;

TruthCheck::TruthCheck(Console &console, const ServerHistory &history, const TruthClock &clock)
    : m_console(console), m_history(history), m_clock(clock)
{
    connect(&console, &Console::changed, this, &TruthCheck::look);
    connect(&console.tenants(), &TenantStore::tenantsChanged, this, &TruthCheck::look);
    connect(&history, &ServerHistory::changed, this, &TruthCheck::settleDoubts);
    connect(&m_tick, &QTimer::timeout, this, &TruthCheck::look);
    m_tick.start(50);
}

const Tenant *TruthCheck::row(const QString &namespaceName) const
{
    const auto &rows = m_console.tenants().table()->rows();
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&](const Tenant &row) { return row.name == namespaceName; });
    return found == rows.end() ? nullptr : &*found;
}

ServerHistory::Figures TruthCheck::shown(const Tenant &row) const
{
    QStringList quotas;
    for (const QuotaLine &line : m_console.tenants().quotas(row.key))
        quotas.append(
            ServerHistory::quotaText(line.quota, line.resource, line.used.value_or(-1), line.hard.value_or(-1)));
    QStringList pods;
    // A tenant of this world is one namespace of its name.
    const PodStore &store = *m_console.tenants().pods();
    if (const PodStore::Space *space = store.findSpace(row.clusterId, row.name)) {
        for (const quint32 number : space->pods) {
            const Pod pod = store.pod(number, 0);
            pods.append(ServerHistory::podText(
                pod.name, PodText::phase(pod.phase), pod.ready, pod.containers, pod.restarts, pod.node));
        }
    }
    quotas.sort();
    pods.sort();
    return {ServerHistory::labelText(row.owner, row.tier, row.isolation), quotas.join(u'\n'), pods.join(u'\n')};
}

void TruthCheck::look()
{
    const auto &clusters = m_console.clusters().items();
    if (clusters.isEmpty())
        return;
    lookAtAge();
    for (const QString &name : m_history.namespaces()) {
        const Tenant *its = row(name);
        const Freshness &freshness = its ? its->freshness : clusters.constFirst().freshness;
        if (freshness.state != Freshness::State::Live)
            continue;
        const auto claimed = m_clock.at(freshness.confirmedAt);
        if (!its) {
            judge(name, Kind::Namespaces, ServerHistory::absent(), claimed);
            continue;
        }
        const auto figures = shown(*its);
        for (const Kind kind : {Kind::Namespaces, Kind::Quotas, Kind::Pods})
            judge(name, kind, figures[static_cast<size_t>(kind)], claimed);
    }
}

//! "Live" itself has a limit. The console looks at its clock every 500 ms of the wall clock.
void TruthCheck::lookAtAge()
{
    const Freshness &freshness = m_console.clusters().items().constFirst().freshness;
    if (freshness.state != Freshness::State::Live)
        return;
    const auto age = m_clock.elapsed() - m_clock.at(freshness.confirmedAt);
    if (age < clusterFreshness.delayedAfter + 1000ms * m_clock.factor() || m_reported.contains(QStringLiteral("age")))
        return;
    m_reported.insert(QStringLiteral("age"));
    m_violations.append(QStringLiteral("still called live %1 ms after the last confirmation").arg(age.count()));
}

void TruthCheck::judge(const QString &namespaceName, Kind kind, const QString &shown, std::chrono::milliseconds claimed)
{
    ++m_claims;
    const auto &values = m_history.values(namespaceName, kind);
    for (qsizetype i = values.size() - 1; i >= 0; --i) {
        if (values[i].text != shown)
            continue;
        if (i == values.size() - 1)
            return;
        const auto shortfall = claimed - values[i + 1].from;
        if (shortfall > std::chrono::milliseconds(slack) * m_clock.factor())
            break;
        m_shortfall = std::max(m_shortfall, shortfall);
        return;
    }
    const bool known = std::any_of(m_doubts.begin(), m_doubts.end(), [&](const Doubt &doubt) {
        return doubt.namespaceName == namespaceName && doubt.kind == kind && doubt.text == shown;
    });
    if (!known)
        m_doubts.append({namespaceName, kind, shown, claimed, m_clock.elapsed()});
    settleDoubts();
}

void TruthCheck::settleDoubts()
{
    const auto patience = 1000ms * m_clock.factor();
    m_doubts.removeIf([&](const Doubt &doubt) {
        const auto &values = m_history.values(doubt.namespaceName, doubt.kind);
        const bool confirmed = std::any_of(values.rbegin(), values.rend(),
            [&](const ServerHistory::Value &value) { return value.from >= doubt.since && value.text == doubt.text; });
        if (!confirmed && m_clock.elapsed() - doubt.since < patience)
            return false;
        if (!confirmed)
            report(doubt);
        return true;
    });
}

void TruthCheck::report(const Doubt &doubt)
{
    const QString figure = doubt.namespaceName + QString::number(static_cast<int>(doubt.kind));
    if (m_reported.contains(figure))
        return;
    m_reported.insert(figure);
    const auto &values = m_history.values(doubt.namespaceName, doubt.kind);
    QString sentence = QStringLiteral("%1 of %2, live as of %3 ms, showed at %4 ms:\n    %5\n  but the server said:")
                           .arg(ServerHistory::path(doubt.kind).section(u'/', -1), doubt.namespaceName)
                           .arg(doubt.claimed.count())
                           .arg(doubt.since.count())
                           .arg(QString(doubt.text).replace(u'\n', QLatin1String("\n    ")));
    for (qsizetype i = std::max<qsizetype>(0, values.size() - 6); i < values.size(); ++i) {
        sentence += QStringLiteral("\n  from %1 ms:%2\n    %3")
                        .arg(values[i].from.count())
                        .arg(values[i].text == doubt.text ? QStringLiteral(" (shown)") : QString(),
                            QString(values[i].text).replace(u'\n', QLatin1String("\n    ")));
    }
    m_violations.append(sentence);
}

QStringList TruthCheck::differences(const QMap<QString, ServerHistory::Figures> &truth) const
{
    QStringList differences;
    for (auto it = truth.begin(); it != truth.end(); ++it) {
        const Tenant *its = row(it.key());
        if (!its) {
            differences.append(it.key() + QStringLiteral(" has no row"));
            continue;
        }
        const auto figures = shown(*its);
        for (size_t kind = 0; kind < figures.size(); ++kind) {
            if (figures[kind] != it.value()[kind])
                differences.append(
                    QStringLiteral("%1 shows\n%2\nnot\n%3").arg(it.key(), figures[kind], it.value()[kind]));
        }
        const auto running = its->podsRunning;
        if (running != it.value()[2].count(QLatin1String(" Running ")))
            differences.append(QStringLiteral("%1 counts %2 pods that run").arg(it.key()).arg(running.value_or(-1)));
    }
    for (const Tenant &each : m_console.tenants().table()->rows()) {
        if (!truth.contains(each.name))
            differences.append(each.name + QStringLiteral(" has a row that it should not have"));
    }
    return differences;
}
