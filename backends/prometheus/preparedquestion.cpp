// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/preparedquestion.h"

#include "backends/prometheus/promql.h"

#include <algorithm>

namespace Prometheus {

namespace {

constexpr qsizetype mostBounds = 8; // of one definition
const QLatin1String le("le");

//! Everything has to be spelt so that it can be written into a query again.
bool plainNames(const QStringList &names)
{
    return std::ranges::all_of(names, [](const QString &name) {
        return !name.isEmpty() && !name.at(0).isDigit() && std::ranges::all_of(name, [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
        });
    });
}

//! \a selector with another condition for le; none where \a condition is empty.
QString withLe(const PromQl::Selector &selector, const QString &condition)
{
    QStringList conditions;
    bool named = false;
    for (const PromQl::Matcher &matcher : selector.matchers) {
        named = named || matcher.name == QLatin1String("__name__");
        if (matcher.name != le)
            conditions.append(matcher.text);
    }
    if (!condition.isEmpty())
        conditions.append(condition);
    return (named ? QString() : selector.metric) + u'{' + conditions.join(u',') + u'}';
}

QString counted(const QStringList &grouping, const QString &selector)
{
    return u"count by (" + grouping.join(u',') + u") (" + selector + u')';
}

//! Every histogram has the bucket without a bound; what has that and not the one that is meant lacks it.
SloQuestion::Bound boundOf(const PromQl::Selector &selector, const PromQl::Matcher &matcher)
{
    QStringList grouping = selector.grouping.value_or(QStringList());
    grouping.removeAll(QString(le));
    if (!plainNames(grouping))
        grouping.clear();
    SloQuestion::Bound bound;
    bound.histogram = selector.metric.chopped(QLatin1String("_bucket").size());
    bound.bound = matcher.value;
    bound.lacking = counted(grouping, withLe(selector, QStringLiteral("le=\"+Inf\""))) + u" unless "
        + counted(grouping, withLe(selector, matcher.text));
    bound.known = counted(QStringList(grouping) << le, withLe(selector, {})) + u" and on (" + grouping.join(u',')
        + u") (" + bound.lacking + u')';
    return bound;
}

QList<SloQuestion::Bound> boundsOf(const QString &query)
{
    QList<SloQuestion::Bound> bounds;
    const auto selectors = PromQl::selectors(query);
    if (!selectors)
        return bounds;
    for (const PromQl::Selector &selector : *selectors) {
        if (!selector.metric.endsWith(QLatin1String("_bucket")))
            continue;
        for (const PromQl::Matcher &matcher : selector.matchers) {
            const bool meant = matcher.name == le && !matcher.value.isEmpty() && matcher.value != QLatin1String("+Inf")
                && (matcher.relation == QLatin1String("=") || matcher.relation == QLatin1String("=~"));
            if (!meant)
                continue;
            const SloQuestion::Bound bound = boundOf(selector, matcher);
            if (!bounds.contains(bound) && bounds.size() < mostBounds)
                bounds.append(bound);
        }
    }
    return bounds;
}

} // namespace

SloQuestion preparedQuestion(const SloQuestion &question, const QString &matchers)
{
    SloQuestion prepared = question;
    prepared.bounds.clear();
    prepared.unselected.clear();
    const auto narrow = [&](QString &query) {
        const auto narrowed = PromQl::narrowed(query, matchers);
        if (narrowed)
            query = *narrowed;
        else if (prepared.unselected.isEmpty())
            prepared.unselected = narrowed.error().detail;
    };
    for (SloQuestion::Ratio &ratio : prepared.ratios)
        narrow(ratio.query);
    for (QString *query : {&prepared.events, &prepared.since}) {
        if (!query->isEmpty())
            narrow(*query);
    }
    if (!prepared.unselected.isEmpty()) {
        prepared.ratios.clear();
        prepared.events.clear();
        prepared.since.clear();
    } else if (!prepared.ratios.isEmpty()) {
        prepared.bounds = boundsOf(prepared.ratios.constFirst().query);
    }
    return prepared;
}

} // namespace Prometheus
