// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/slocatalog.h"

#include <algorithm>

//! Which buckets histograms lack that definitions count by.
namespace Prometheus {

namespace {
const QLatin1String le("le");
}

QString SloCatalog::groupOf(const Labels &labels)
{
    return keyOf({}, labels);
}

int SloCatalog::learnBound(int question, const QString &mark, const Labels &labels)
{
    const bool lacking = mark.startsWith(lackingMark);
    bool good = false;
    const int bound = QStringView(mark).sliced((lacking ? lackingMark : knownMark).size()).toInt(&good);
    if (!good || bound < 0 || bound >= m_questions.at(question).bounds.size())
        return SeriesBook::ignored;
    Labels group = rowLabels(labels);
    QString text;
    group.removeIf([&text](const auto &label) {
        if (label.first == le)
            text = label.second;
        return label.first == le;
    });
    m_bounds.push_back({{question, bound}, groupOf(group), text});
    return add({lacking ? Role::Lacking : Role::Known, static_cast<int>(m_bounds.size()) - 1, {}});
}

void SloCatalog::takeBound(Role role, const BoundSeries &series)
{
    constexpr qsizetype mostKnown = 60;
    if (role == Role::Lacking) {
        m_lacking[series.of].insert(series.group);
        return;
    }
    QStringList &known = m_known[series.of][series.group];
    if (known.size() < mostKnown && series.le != QLatin1String("+Inf") && !known.contains(series.le))
        known.append(series.le);
}

void SloCatalog::forgetBounds(const std::set<std::pair<int, int>> &checked, const std::set<std::pair<int, int>> &listed)
{
    for (const BoundOf &bound : checked)
        m_lacking.remove(bound);
    for (const BoundOf &bound : listed)
        m_known.remove(bound);
}

//! The first bound that the row's group lacks; or any group, where the answer has no groups, or there is no row of any.
std::optional<MissingBound> SloCatalog::missingOf(const Row &row, int question) const
{
    const QList<SloQuestion::Bound> &bounds = m_questions.at(question).bounds;
    for (int i = 0; i < bounds.size(); ++i) {
        const auto lacking = m_lacking.constFind({question, i});
        if (lacking == m_lacking.cend() || lacking->isEmpty())
            continue;
        QString group = groupOf(row.reading.labels);
        if (row.fromMeta)
            group = *std::min_element(lacking->cbegin(), lacking->cend());
        else if (!lacking->contains(group))
            group = groupOf({});
        if (!lacking->contains(group))
            continue;
        QStringList known = m_known.value({question, i}).value(group);
        std::ranges::sort(known, {}, [](const QString &le) { return le.toDouble(); });
        return MissingBound{bounds.at(i).histogram, bounds.at(i).bound, known};
    }
    return {};
}

} // namespace Prometheus
