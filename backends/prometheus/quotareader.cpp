// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/prometheus/quotareader.h"

#include "backends/prometheus/decode.h"
#include "backends/prometheus/queryrequest.h"

#include <algorithm>

namespace Prometheus {

namespace {

//! Queries over weeks take Prometheus its time, and nobody sits and waits.
constexpr std::chrono::seconds patience{120};

Http::Request inBackground(Http::Request request)
{
    request.priority = Http::Priority::Background;
    request.silence = request.deadline = std::chrono::milliseconds(patience);
    return request;
}

//! Which resources go together, by how many series each has; the first to ask for comes last.
std::vector<std::pair<QStringList, std::chrono::seconds>> groupsOf(
    const QList<Series> &counts, std::chrono::seconds step)
{
    std::vector<std::pair<double, QString>> sizes;
    for (const Series &series : counts) {
        if (!series.label.isEmpty() && !series.points.isEmpty())
            sizes.emplace_back(series.points.first().value, series.label);
    }
    std::sort(sizes.begin(), sizes.end(), [](const auto &a, const auto &b) { return b < a; });
    if (sizes.size() > QuotaReader::mostResources)
        sizes.resize(QuotaReader::mostResources);
    std::vector<std::pair<QStringList, std::chrono::seconds>> groups;
    double room = 0;
    for (const auto &[size, resource] : sizes) {
        if (groups.empty() || size > room) {
            const auto longer = std::clamp<qint64>(qint64(size) / QuotaReader::seriesAtOnce + 1, 1, 8);
            groups.emplace_back(QStringList(), step * longer);
            room = QuotaReader::seriesAtOnce;
        }
        groups.back().first.append(resource);
        room -= size;
    }
    std::reverse(groups.begin(), groups.end());
    return groups;
}

//! One series of an answer whose label is namespace/resource.
QuotaSeries splitLabel(const Series &series)
{
    const qsizetype at = series.label.indexOf(u'/'); // no name of a namespace has one
    return {series.label.left(at), series.label.mid(at + 1), series.points};
}

} // namespace

QuotaReader::QuotaReader(
    Http::Transport &transport, const QString &matchers, std::function<void(const QuotaHistory &)> read)
    : m_transport(transport), m_matchers(matchers), m_read(std::move(read))
{
}

QuotaReader::~QuotaReader() = default;

QString QuotaReader::selector(const Question &question, const QStringList &resources) const
{
    QString matchers = QStringLiteral(R"(type="used")") + m_matchers;
    if (!question.namespaces.isEmpty())
        matchers += QStringLiteral(",namespace=~") + literalsRegex(question.namespaces);
    if (!resources.isEmpty())
        matchers += QStringLiteral(",resource=~") + literalsRegex(resources);
    return QStringLiteral("max by (namespace, resource) (kube_resourcequota{%1})").arg(matchers);
}

void QuotaReader::read(const Question &question)
{
    if (question.step.count() <= 0 || question.to < question.from)
        return;
    Open &open = m_open[question.id];
    open = {question, {}, {}};
    const QString query = QStringLiteral("count by (resource) (%1)").arg(selector(question, {}));
    const auto request = queryRequest(QStringLiteral("/api/v1/query"), {{QStringLiteral("query"), query}});
    open.call = m_transport.send(inBackground(request),
        [this, id = question.id](const Result<Http::Response> &answer) { takeCounts(id, answer); });
}

void QuotaReader::takeCounts(const QString &id, const Result<Http::Response> &answer)
{
    const auto counts = answer ? decodeSeries(answer->body, "resource") : Result<QList<Series>>(answer.error());
    if (!counts) {
        fail(id, counts.error());
        return;
    }
    Open &open = m_open[id];
    open.groups = groupsOf(*counts, open.question.step);
    if (open.groups.empty()) {
        const auto finished = m_open.extract(id); // we are called from within its call
        m_read({id, {}, true, false, {}});
        return;
    }
    next(id);
}

void QuotaReader::next(const QString &id)
{
    Open &open = m_open[id];
    const auto [resources, step] = open.groups.back();
    open.groups.pop_back();
    const qint64 seconds = step.count();
    const QString query = QStringLiteral(R"(label_join(%1, "series", "/", "namespace", "resource"))")
                              .arg(selector(open.question, resources));
    const auto request
        = rangeRequest(query, open.question.from / seconds * seconds, open.question.to / seconds * seconds, step);
    const auto finished = std::move(open.call); // we may be called from within it
    open.call = m_transport.send(
        inBackground(request), [this, id](const Result<Http::Response> &taken) { takeSeries(id, taken); });
}

void QuotaReader::takeSeries(const QString &id, const Result<Http::Response> &answer)
{
    const auto series = answer ? decodeSeries(answer->body, "series") : Result<QList<Series>>(answer.error());
    if (!series) {
        fail(id, series.error());
        return;
    }
    QuotaHistory history;
    history.id = id;
    history.known = true;
    for (const Series &each : *series) {
        if (!each.points.isEmpty())
            history.series.append(splitLabel(each));
    }
    history.last = m_open[id].groups.empty();
    if (!history.last) {
        next(id);
        m_read(history);
        return;
    }
    const auto finished = m_open.extract(id);
    m_read(history);
}

void QuotaReader::fail(const QString &id, const Error &error)
{
    const auto finished = m_open.extract(id);
    m_read({id, {}, true, false, error});
}

} // namespace Prometheus
