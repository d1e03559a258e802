// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertmerge.h"

#include "backends/alertmanager/silence.h"
#include "backends/core/labels.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace AlertMerge {

namespace {

using State = SeenAlert::State;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

QString first(const LabelList &labels, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        QString value = Labels::value(labels, QLatin1String(name));
        if (!value.isEmpty())
            return value;
    }
    return {};
}

bool isHash(QStringView part, qsizetype least, qsizetype most)
{
    // Kubernetes makes these of consonants and digits, so that no words come about (util/rand).
    return part.size() >= least && part.size() <= most && std::all_of(part.begin(), part.end(), [](QChar c) {
        return QStringView(u"bcdfghjklmnpqrstvwxz0123456789").contains(c);
    });
}

//! web of web-5d8f7c9b6d-x2x4z, db of db-0: as Deployments, StatefulSets and DaemonSets name their pods.
QString workloadOf(const QString &pod)
{
    QStringList parts = pod.split(u'-');
    if (parts.size() < 2)
        return pod;
    const QString last = parts.takeLast();
    bool number = false;
    (void)last.toUInt(&number);
    if (!isHash(last, 5, 5))
        return number ? parts.join(u'-') : pod;
    if (parts.size() > 1 && isHash(parts.last(), 6, 10))
        parts.removeLast();
    return parts.join(u'-');
}

bool isAlertmanagers(const View &view)
{
    return view.source->isAlertmanager();
}

//! What counts: those that answer, of each kind, or all of it when none does. Prometheus knows nothing of silences, so
//! that its word does not replace that of an Alertmanager that is gone.
std::vector<View> counting(const std::vector<View> &views)
{
    std::vector<View> counts;
    for (const bool managers : {true, false}) {
        const auto isOne = [managers](const View &view) { return isAlertmanagers(view) == managers; };
        const bool answers = std::any_of(
            views.begin(), views.end(), [&](const View &view) { return isOne(view) && view.source->answers(); });
        std::copy_if(views.begin(), views.end(), std::back_inserter(counts),
            [&](const View &view) { return isOne(view) && (!answers || view.source->answers()); });
    }
    return counts;
}

bool all(const std::vector<View> &views, bool (*holds)(const View &))
{
    return std::all_of(views.begin(), views.end(), holds);
}

QString stateOf(const std::vector<View> &views, bool claimed)
{
    std::vector<View> managers;
    std::copy_if(views.begin(), views.end(), std::back_inserter(managers), isAlertmanagers);
    const auto any = [&views](State state) {
        return std::any_of(
            views.begin(), views.end(), [state](const View &view) { return view.alert->state == state; });
    };
    if (!managers.empty()) {
        // Suppressed only when all agree: else one of them tells people.
        if (all(managers, [](const View &view) { return view.alert->state == State::Suppressed; }))
            return all(managers, [](const View &view) { return !view.alert->silencedBy.isEmpty(); })
                ? QStringLiteral("silenced")
                : QStringLiteral("inhibited");
        if (claimed)
            return QStringLiteral("claimed");
        if (any(State::Clearing))
            return QStringLiteral("clearing");
        if (all(managers, [](const View &view) { return view.alert->state == State::Unprocessed; }))
            return QStringLiteral("unprocessed");
        return QStringLiteral("firing");
    }
    if (claimed)
        return QStringLiteral("claimed");
    if (any(State::Firing))
        return QStringLiteral("firing");
    return any(State::Clearing) ? QStringLiteral("clearing") : QStringLiteral("pending");
}

void takeTimes(Alert &alert, const std::vector<View> &views)
{
    qint64 since = 0;
    qint64 updated = 0;
    for (const View &view : views) {
        // Prometheus says since when it is pending, Alertmanager since when it fires.
        const bool better = since == 0 || (isAlertmanagers(view) && view.alert->since < since);
        if (view.alert->since > 0 && better)
            since = view.alert->since;
        updated = std::max(updated, view.alert->updated);
    }
    if (since > 0)
        alert.since = QDateTime::fromMSecsSinceEpoch(since, Qt::UTC);
    if (updated > 0)
        alert.updated = QDateTime::fromMSecsSinceEpoch(updated, Qt::UTC);
}

template <typename Read>
QStringList together(const std::vector<View> &views, Read &&read)
{
    QStringList all;
    for (const View &view : views) {
        for (const QString &one : read(view)) {
            if (!all.contains(one))
                all.append(one);
        }
    }
    return all;
}

void takeSources(Alert &alert, const std::vector<View> &views)
{
    for (const View &view : views) {
        const QString &name = view.source->server.name; // a cluster's servers are called as it is
        alert.sources.append(alert.sources.contains(name)
                ? Words::tr("%1 (%2)", "a server, and what it is")
                      .arg(name, isAlertmanagers(view) ? QStringLiteral("Alertmanager") : QStringLiteral("Prometheus"))
                : name);
        alert.sourceIds.append(view.source->server.id);
        if (isAlertmanagers(view))
            alert.alertmanagers.append(view.source->server.name);
        const Freshness &its = view.source->server.freshness;
        if (alert.sources.size() == 1 || worse(its, alert.freshness) == alert.freshness)
            alert.freshness = its;
    }
}

QString noteOfUntold(const Alert &alert, const Surroundings &with)
{
    const QString sources = alert.sources.join(QLatin1String(", "));
    if (!with.anyAlertmanager)
        return Words::tr("It comes from %1 alone; the console knows no Alertmanager.").arg(sources);
    if (!with.silentAlertmanagers.isEmpty())
        return Words::tr(
            "It comes from %1; whether an Alertmanager tells anybody is not known, because %2 does not answer.")
            .arg(sources, with.silentAlertmanagers.join(QLatin1String(", ")));
    return Words::tr(
        "No Alertmanager has this alert yet, so nobody is told of it. If this stays, look whether %1 reaches "
        "its Alertmanagers.")
        .arg(sources);
}

//! Only of what is worth a sentence.
QString noteOf(
    const Alert &alert, const std::vector<View> &views, const std::vector<View> &live, const Surroundings &with)
{
    const bool fires = alert.state.id == QLatin1String("firing");
    if (alert.alertmanagers.isEmpty() && fires)
        return noteOfUntold(alert, with);
    const auto answers = [](const View &view) { return view.source->answers(); };
    if (std::none_of(live.begin(), live.end(), answers))
        return Words::tr("No server that has this alert answers any more; this is what they said last.");
    if (!fires && !alert.alertmanagers.isEmpty() && !answers(live.front()))
        return Words::tr("%1 does not answer: whether it is still so is not known.").arg(alert.alertmanagers.first());
    const auto suppressing = std::count_if(
        views.begin(), views.end(), [](const View &view) { return view.alert->state == SeenAlert::State::Suppressed; });
    if (suppressing > 0 && fires)
        return Words::tr(
            "%1 of its Alertmanagers suppress it, and the others do not. Look whether they reach each other.")
            .arg(QLocale().toString(qlonglong(suppressing)));
    return {};
}

QString safeUrl(const QString &url)
{
    constexpr qsizetype longest = 4096;
    if (url.size() > longest)
        return {};
    const bool web = url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    return web && QUrl(url, QUrl::StrictMode).isValid() ? url : QString();
}

} // namespace

const QString &SafeUrls::of(const QString &url)
{
    auto known = m_known.constFind(url);
    if (known == m_known.cend()) {
        if (m_known.size() >= most)
            m_known.clear();
        known = m_known.insert(url, safeUrl(url));
    }
    return *known;
}

void describe(Alert &alert, const LabelList &labels, const Surroundings &with, const QString &serversCluster)
{
    alert.labels = labels;
    alert.name = Labels::value(labels, QLatin1String("alertname"));
    alert.severity = first(labels, {"severity", "sloth_severity", "priority"});
    alert.namespaceName = first(labels, {"namespace", "exported_namespace", "kubernetes_namespace"});
    alert.slo = first(labels, {"sloth_id", "sloth_slo", "slo"});
    alert.rollout = first(labels, {"rollout", "deployment", "statefulset", "daemonset", "workload"});
    if (alert.rollout.isEmpty())
        alert.rollout = workloadOf(Labels::value(labels, QLatin1String("pod")));
    QString cluster = Labels::value(labels, QLatin1String("cluster"));
    if (cluster.isEmpty())
        cluster = serversCluster;
    const AlertPlace place = with.placeOf ? with.placeOf(cluster, alert.namespaceName) : AlertPlace();
    alert.clusterId = place.clusterId;
    alert.cluster = place.cluster.isEmpty() ? cluster : place.cluster;
    alert.tenant = place.tenant.isEmpty() ? Labels::value(labels, QLatin1String("tenant")) : place.tenant;
    alert.tenantKey = place.tenantKey;
    alert.owner = first(labels, {"owner", "team"});
    if (alert.owner.isEmpty())
        alert.owner = alert.tenant;
}

Alert merged(
    quint64 fingerprint, const std::vector<View> &views, const Surroundings &with, const Claim *claim, SafeUrls &urls)
{
    const std::vector<View> live = counting(views);
    const SeenAlert &main = *live.front().alert;
    Alert alert;
    alert.key = Labels::fingerprintText(fingerprint);
    QString cluster;
    for (const View &view : views) {
        if (cluster.isEmpty())
            cluster = view.source->server.clusterName;
    }
    describe(alert, main.labels, with, cluster);
    alert.summary = first(main.annotations, {"summary", "message", "description"});
    alert.description = first(main.annotations, {"description", "message"});
    if (alert.summary.isEmpty())
        alert.summary = alert.name;
    alert.runbook = urls.of(first(main.annotations, {"runbook_url", "runbook"}));
    alert.generator = urls.of(main.generator);
    takeTimes(alert, live);
    takeSources(alert, views);
    alert.receivers = together(views, [](const View &view) { return view.alert->receivers; });
    alert.silencedBy = together(live, [](const View &view) { return view.alert->silencedBy; });
    alert.inhibitedBy = together(live, [](const View &view) { return view.alert->inhibitedBy; });
    if (claim) {
        alert.claimedBy = claim->by;
        alert.claimNote = claim->note;
        alert.claimSilence = claim->silence;
    }
    alert.state = AlertText::state(stateOf(live, claim != nullptr), alert.severity, alert.since);
    alert.note = noteOf(alert, views, live, with);
    return alert;
}

} // namespace AlertMerge
