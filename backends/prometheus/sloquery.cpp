// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/sloquery.h"

#include "backends/prometheus/decode.h"
#include "backends/prometheus/slocatalog.h"

#include <QStringList>

namespace Prometheus::SloQuery {

namespace {

QString named(const QString &regex, const QString &matchers)
{
    return u"{__name__=~\"" + regex + u'"' + matchers + u'}';
}

const QLatin1String ofPyrra(",slo!=\"\"");

} // namespace

QString slothRatios(const QString &matchers)
{
    return named(QStringLiteral("slo:sli_error:ratio_rate.+"), matchers);
}

QString slothRatio(const QString &window, const QString &matchers)
{
    return u"slo:sli_error:ratio_rate" + window + u"{sloth_id=~\".*\"" + matchers + u'}';
}

QStringList usualWindows()
{
    return {QStringLiteral("5m"), QStringLiteral("30m"), QStringLiteral("1h"), QStringLiteral("2h"),
        QStringLiteral("6h"), QStringLiteral("1d"), QStringLiteral("3d"), QStringLiteral("30d")};
}

QString pyrraRatios(const QString &matchers)
{
    return named(QStringLiteral(".+:burnrate[0-9]+[smhdwy].*"), ofPyrra + matchers);
}

QStringList metaNames()
{
    return {QStringLiteral("slo:objective:ratio"), QStringLiteral("slo:time_period:days"),
        QStringLiteral("slo:period_error_budget_remaining:ratio"), QStringLiteral("pyrra_objective"),
        QStringLiteral("pyrra_window"), QStringLiteral("pyrra_requests:rate5m")};
}

QString metas(const QString &matchers)
{
    return named(metaNames().join(u'|'), matchers);
}

QString ratios(QStringView tool, const QString &window, const QString &matchers)
{
    return tool == QLatin1String("pyrra") ? named(u".+:burnrate" + window, ofPyrra + matchers)
                                          : slothRatio(window, matchers);
}

QString ages(QStringView tool, const QString &window, const QString &matchers)
{
    return u"timestamp(" + ratios(tool, window, matchers) + u')';
}

QString course(QStringView tool, const QString &matchers)
{
    return tool == QLatin1String("pyrra")
        ? pyrraRatios(matchers)
        : named(QStringLiteral("slo:sli_error:ratio_rate.+|slo:period_error_budget_remaining:ratio"), matchers);
}

QString marked(const QString &query, const QString &question, const QString &window)
{
    const auto label = [](const QString &inner, const char *name, QString text) {
        text.replace(u'$', QLatin1String("$$")); // a dollar stands for a group there
        return QString(
            u"label_replace(" + inner + u",\"" + QLatin1String(name) + u"\"," + quoted(text) + u",\"\",\"\")");
    };
    return label(label(query, SloCatalog::questionLabel, question), SloCatalog::windowLabel, window);
}

QString windowName(std::chrono::seconds window)
{
    struct Unit
    {
        qint64 seconds;
        char letter;
    };
    static constexpr Unit units[] = {{86400, 'd'}, {3600, 'h'}, {60, 'm'}};
    for (const Unit &unit : units) {
        if (window.count() > 0 && window.count() % unit.seconds == 0)
            return QString::number(window.count() / unit.seconds) + QLatin1Char(unit.letter);
    }
    return QString::number(window.count()) + u's';
}

} // namespace Prometheus::SloQuery
