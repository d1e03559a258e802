// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/alerts/silenceedit.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>

namespace SilenceEdits {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilencePreview)
};

//! They say how bad an alert is, or which of several equal watchers saw it, not which alert it is.
bool saysWhich(const QString &label)
{
    static const QSet<QString> others{QStringLiteral("severity"), QStringLiteral("sloth_severity"),
        QStringLiteral("priority"), QStringLiteral("prometheus"), QStringLiteral("prometheus_replica"),
        QStringLiteral("replica"), QStringLiteral("monitor"), QStringLiteral("le"), QStringLiteral("quantile"),
        QStringLiteral("long"), QStringLiteral("short"), QStringLiteral("sloth_window")};
    return !others.contains(label);
}

//! What people look at first comes first.
int placeOfLabel(const QString &label)
{
    static const std::array order{QLatin1String("alertname"), QLatin1String("cluster"), QLatin1String("tenant"),
        QLatin1String("namespace"), QLatin1String("service"), QLatin1String("app"), QLatin1String("deployment"),
        QLatin1String("slo"), QLatin1String("sloth_id"), QLatin1String("pod"), QLatin1String("instance")};
    const auto found = std::find(order.begin(), order.end(), label);
    return int(found - order.begin());
}

void sortMatchers(QList<SilenceMatcher> &matchers)
{
    std::stable_sort(matchers.begin(), matchers.end(), [](const SilenceMatcher &one, const SilenceMatcher &other) {
        return std::pair(placeOfLabel(one.name), one.name) < std::pair(placeOfLabel(other.name), other.name);
    });
}

QString regexQuoted(const QString &text)
{
    const QLatin1String special("\\.+*?()|[]{}^$");
    QString quoted;
    for (const QChar c : text) {
        if (special.contains(c))
            quoted += u'\\';
        quoted += c;
    }
    return quoted;
}

//! One of the values that \a alerts have of \a label; nothing when one of them has none, or they are many.
std::optional<SilenceMatcher> anyOf(const QList<Alert> &alerts, const QString &label)
{
    constexpr qsizetype most = 50;
    QStringList values;
    for (const Alert &alert : alerts) {
        const QString value = alert.label(label);
        if (value.isEmpty())
            return {};
        if (!values.contains(value))
            values.append(value);
        if (values.size() > most)
            return {};
    }
    values.sort();
    QStringList patterns;
    for (const QString &value : std::as_const(values))
        patterns.append(regexQuoted(value));
    return values.size() == 1 ? SilenceMatcher{label, values.first()}
                              : SilenceMatcher{label, patterns.join(u'|'), true, true};
}

QString sentenceOf(const SilencePreview &preview)
{
    const QLocale locale;
    const QString before = preview.lastDay == 0
        ? Words::tr("In the last day it would have hidden nothing else that is known here.")
        : Words::tr("In the last day it would have hidden %1 different alerts.").arg(locale.toString(preview.lastDay));
    if (preview.now == 0)
        return Words::tr("It hides nothing at present.") + u' ' + before;
    const auto tenants = std::count_if(preview.tenants.begin(), preview.tenants.end(),
        [](const SilencePreview::Line &line) { return line.now > 0 && !line.tenant.isEmpty(); });
    QString now = Words::tr("It hides %1 alerts of %2 tenants now.")
                      .arg(locale.toString(preview.now), locale.toString(qlonglong(tenants)));
    if (preview.critical > 0)
        now += u' '
            + Words::tr("%1 of them are critical: make sure that somebody looks after these.")
                  .arg(locale.toString(preview.critical));
    return now + u' ' + before;
}

} // namespace

QList<SilenceMatcher> proposedMatchers(const QList<Alert> &alerts)
{
    QList<SilenceMatcher> matchers;
    if (alerts.isEmpty())
        return matchers;
    for (const auto &[name, value] : alerts.first().labels) {
        const bool shared = std::all_of(alerts.begin(), alerts.end(),
            [name = name, value = value](const Alert &alert) { return alert.label(name) == value; });
        if (shared && saysWhich(name))
            matchers.append({name, value});
    }
    // What they do not share narrows as well, as long as it can be listed: a silence of two alerts is to hide these
    // two.
    for (const char *label : {"alertname", "namespace"}) {
        const QString name = QString::fromLatin1(label);
        const bool there = std::any_of(
            matchers.begin(), matchers.end(), [&name](const SilenceMatcher &matcher) { return matcher.name == name; });
        const auto any = there ? std::nullopt : anyOf(alerts, name);
        if (any)
            matchers.append(*any);
    }
    if (matchers.isEmpty() && !alerts.first().labels.isEmpty()) {
        const auto &label = alerts.first().labels.first();
        matchers.append({label.first, label.second});
    }
    sortMatchers(matchers);
    return matchers;
}

QString proposedServer(const AlertStore &store, const QList<Alert> &alerts)
{
    QString best;
    std::pair<bool, qsizetype> bestWorth{false, -1};
    for (const AlertServer &server : store.servers()) {
        if (server.kind != AlertServer::Kind::Alertmanager)
            continue;
        const auto has = std::count_if(alerts.begin(), alerts.end(),
            [&server](const Alert &alert) { return alert.sourceIds.contains(server.id); });
        const bool answers = server.freshness.state == Freshness::State::Live;
        const std::pair<bool, qsizetype> worth{answers, has};
        if (worth > bestWorth) {
            bestWorth = worth;
            best = server.id;
        }
    }
    return best;
}

SilencePreview preview(const AlertStore &store, const QList<SilenceMatcher> &matchers, const QDateTime &now)
{
    SilencePreview preview;
    QHash<QString, SilencePreview::Line> lines;
    QSet<QString> names;
    QSet<QString> counted;
    for (const Alert &alert : store.table()->rows()) {
        if (alert.key.startsWith(QLatin1String("console:")) || !SilenceText::matches(matchers, alert.labels))
            continue;
        counted.insert(alert.key);
        SilencePreview::Line &line = lines[alert.tenant];
        ++line.lastDay;
        if (alert.state.id == QLatin1String("silenced") || alert.state.id == QLatin1String("pending"))
            continue;
        ++line.now;
        names.insert(alert.name);
        if (AlertText::rank(alert.severity) >= 3)
            ++preview.critical;
    }
    const QDateTime dayAgo = now.addDays(-1);
    for (const EndedAlert &ended : store.history()) {
        if (ended.ended < dayAgo || counted.contains(ended.alert.key)
            || !SilenceText::matches(matchers, ended.alert.labels))
            continue;
        counted.insert(ended.alert.key);
        ++lines[ended.alert.tenant].lastDay;
    }
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        line->tenant = line.key();
        preview.now += line->now;
        preview.lastDay += line->lastDay;
        preview.tenants.append(*line);
    }
    std::sort(preview.tenants.begin(), preview.tenants.end(), [](const auto &one, const auto &other) {
        return std::tuple(other.now, other.lastDay, one.tenant) < std::tuple(one.now, one.lastDay, other.tenant);
    });
    preview.alertnames = QStringList(names.begin(), names.end());
    preview.alertnames.sort();
    preview.knownSince = std::max(dayAgo, store.historySince().isValid() ? store.historySince() : now);
    preview.sentence = sentenceOf(preview);
    return preview;
}

} // namespace SilenceEdits
