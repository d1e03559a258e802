// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alertmatching.h"

#include "backends/alertmanager/silence.h"
#include "backends/core/labels.h"

#include <QSet>

#include <algorithm>

namespace AlertMatching {

namespace {

bool anyHas(const Sources &sources, quint64 fingerprint)
{
    return std::any_of(sources.begin(), sources.end(),
        [fingerprint](const auto &source) { return source->isAlertmanager() && source->alerts.contains(fingerprint); });
}

LabelList without(const LabelList &labels, const QStringList &names)
{
    LabelList left;
    for (const auto &label : labels) {
        if (!names.contains(label.first))
            left.append(label);
    }
    return left;
}

//! Alerts of Alertmanagers by their fingerprints without some labels.
class Index
{
public:
    Index(const Sources &sources, QStringList names) : m_names(std::move(names))
    {
        for (const auto &source : sources) {
            if (!source->isAlertmanager())
                continue;
            for (auto kept = source->alerts.cbegin(); kept != source->alerts.cend(); ++kept) {
                auto &same = m_alerts[Labels::fingerprint(without(kept->alert.labels, m_names))];
                if (!same.contains(kept.key()))
                    same.insert(kept.key(), &kept->alert.labels);
            }
        }
    }

    //! 0 when there is none. \a external: what the alert has to say of these names, if anything.
    [[nodiscard]] quint64 find(const LabelList &labels, const LabelList &external) const
    {
        const auto found = m_alerts.constFind(Labels::fingerprint(without(labels, m_names)));
        if (found == m_alerts.cend())
            return 0;
        quint64 best = 0;
        for (auto candidate = found->cbegin(); candidate != found->cend(); ++candidate) {
            const bool fits = std::all_of(external.begin(), external.end(), [&](const auto &label) {
                const QString value = Labels::value(*candidate.value(), label.first);
                return value.isEmpty() || value == label.second;
            });
            if (fits && (best == 0 || candidate.key() < best))
                best = candidate.key();
        }
        return best;
    }

private:
    QStringList m_names;
    QHash<quint64, QHash<quint64, const LabelList *>> m_alerts;
};

bool holdsAll(const LabelList &larger, const LabelList &smaller)
{
    return std::all_of(smaller.begin(), smaller.end(), [&larger](const auto &label) { return larger.contains(label); });
}

//! Which labels the alerts of \a source get on the way, from the first that can be paired.
QStringList learn(const Sources &sources, const AlertSource &source, const QList<quint64> &strays)
{
    constexpr qsizetype mostStrays = 20;
    constexpr qsizetype mostCandidates = 500; // each
    for (const quint64 stray : strays.mid(0, mostStrays)) {
        const LabelList &labels = source.alerts[stray].alert.labels;
        const QString name = Labels::value(labels, QLatin1String("alertname"));
        qsizetype looked = 0;
        for (const auto &manager : sources) {
            if (!manager->isAlertmanager())
                continue;
            for (auto kept = manager->alerts.cbegin(); kept != manager->alerts.cend(); ++kept) {
                const LabelList &theirs = kept->alert.labels;
                if (Labels::value(theirs, QLatin1String("alertname")) != name)
                    continue;
                if (++looked > mostCandidates)
                    break;
                if (theirs.size() <= labels.size() || !holdsAll(theirs, labels))
                    continue;
                QStringList added;
                for (const auto &label : theirs) {
                    if (Labels::value(labels, label.first).isEmpty())
                        added.append(label.first);
                }
                return added;
            }
        }
    }
    return {};
}

void move(AlertSource &source, quint64 from, quint64 to, QList<quint64> &touched)
{
    if (from == to || source.alerts.contains(to))
        return;
    const AlertSource::Kept kept = source.alerts.take(from);
    source.alerts.insert(to, kept);
    if (to == kept.own)
        source.moved.remove(kept.own);
    else
        source.moved.insert(kept.own, to);
    touched.append(from);
    touched.append(to);
}

void settleOne(const Sources &sources, AlertSource &source, QList<quint64> &touched)
{
    QList<quint64> strays;
    QList<quint64> back;
    for (auto kept = source.alerts.cbegin(); kept != source.alerts.cend(); ++kept) {
        if (anyHas(sources, kept.key()))
            continue;
        if (kept.key() != kept->own)
            back.append(kept.key()); // the one that it was matched with is gone
        else
            strays.append(kept.key());
    }
    for (const quint64 fingerprint : std::as_const(back)) {
        const quint64 own = source.alerts[fingerprint].own;
        move(source, fingerprint, own, touched);
        strays.append(own);
    }
    const bool anyAlerts = std::any_of(sources.begin(), sources.end(),
        [](const auto &one) { return one->isAlertmanager() && !one->alerts.isEmpty(); });
    if (strays.isEmpty() || !anyAlerts)
        return;
    std::sort(strays.begin(), strays.end());
    const LabelList external = source.externalLabels.value_or(LabelList());
    QStringList names = source.learnedLabels;
    for (const auto &label : external)
        names.append(label.first);
    if (names.isEmpty() && !source.externalLabels)
        names = source.learnedLabels = learn(sources, source, strays);
    if (names.isEmpty())
        return;
    const Index index(sources, names);
    for (const quint64 stray : std::as_const(strays)) {
        if (const quint64 match = index.find(source.alerts[stray].alert.labels, external))
            move(source, stray, match, touched);
    }
}

} // namespace

QList<quint64> settle(const Sources &sources)
{
    QList<quint64> touched;
    for (const auto &source : sources) {
        if (!source->isAlertmanager())
            settleOne(sources, *source, touched);
    }
    return touched;
}

} // namespace AlertMatching
