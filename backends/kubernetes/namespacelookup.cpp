// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/namespacelookup.h"

namespace Kubernetes {

NamespaceLookup::NamespaceLookup(Http::Transport &transport, const Clock &clock, DecodeContext &context,
    PendingBatch<NamespaceRecord> &pending, std::function<void()> changed)
    : m_transport(transport), m_clock(clock), m_context(context), m_pending(pending), m_changed(std::move(changed))
{
}

NamespaceLookup::~NamespaceLookup() = default;

void NamespaceLookup::start(const QStringList &names)
{
    m_entries.clear();
    for (const QString &name : names) {
        m_entries.emplace_back();
        m_entries.back().name = name;
    }
    ask();
}

void NamespaceLookup::stop()
{
    m_alarm.reset();
    m_entries.clear();
}

void NamespaceLookup::retryNow()
{
    if (!m_entries.empty())
        ask();
}

void NamespaceLookup::ask()
{
    const auto now = m_clock.elapsed();
    for (Entry &entry : m_entries) {
        const bool refused = entry.answer == Answer::Refused && now - entry.askedAt < refusedPeriod;
        if (!entry.call && !refused)
            askAbout(entry);
    }
    const auto wait = std::max(period, periodOfEach * static_cast<int>(m_entries.size()));
    m_alarm = m_clock.after(wait, [this] { ask(); });
}

void NamespaceLookup::askAbout(Entry &entry)
{
    Http::Request request;
    request.path = QStringLiteral("/api/v1/namespaces/") + entry.name;
    entry.askedAt = m_clock.elapsed();
    entry.call
        = m_transport.send(request, [this, &entry](Result<Http::Response> answer) { take(entry, std::move(answer)); });
}

std::optional<std::chrono::milliseconds> NamespaceLookup::proven(std::chrono::milliseconds now) const
{
    auto oldest = now;
    for (const Entry &entry : m_entries) {
        if (entry.answer == Answer::Refused)
            continue;
        if (!entry.provenAt)
            return {};
        oldest = std::min(oldest, *entry.provenAt);
    }
    return oldest;
}

void NamespaceLookup::take(Entry &entry, Result<Http::Response> answer)
{
    const auto finished = std::move(entry.call);
    entry.error.reset();
    const bool missing = !answer && answer.error().kind == Error::Kind::NotFound;
    if (answer || missing)
        entry.provenAt = entry.askedAt;
    auto record
        = answer ? decodeObject<NamespaceRecord>(answer->body, m_context) : Result<NamespaceRecord>(answer.error());
    if (record) {
        entry.answer = Answer::Found;
        entry.assumed = false;
        if (std::exchange(entry.resourceVersion, record->resourceVersion) != record->resourceVersion)
            m_pending.change(std::move(*record));
    } else if (record.error().kind == Error::Kind::Forbidden) {
        entry.answer = Answer::Refused;
        entry.error = record.error();
    } else if (record.error().kind == Error::Kind::NotFound) {
        entry.answer = Answer::Missing;
        entry.resourceVersion = {};
        m_pending.remove({{}, entry.name});
    } else { // what was known of it stays
        entry.error = record.error();
        entry.provenAt = answer ? std::nullopt : entry.provenAt;
    }
    m_changed();
}

KindStatus NamespaceLookup::status() const
{
    KindStatus status;
    status.synced = status.current = status.limited = true;
    for (const Entry &entry : m_entries) {
        const bool transient = entry.error && entry.error->kind != Error::Kind::Forbidden;
        status.synced = status.synced && entry.answer != Answer::None;
        status.current = status.current && entry.answer != Answer::None && !transient;
        if (entry.error && (!status.error || transient))
            status.error = entry.error;
    }
    return status;
}

QStringList NamespaceLookup::withAnswer(Answer answer) const
{
    QStringList names;
    for (const Entry &entry : m_entries) {
        if (entry.answer == answer)
            names.append(entry.name);
    }
    return names;
}

QStringList NamespaceLookup::missing() const
{
    return withAnswer(Answer::Missing);
}

QStringList NamespaceLookup::refused() const
{
    return withAnswer(Answer::Refused);
}

void NamespaceLookup::assume(const QString &name, bool exists)
{
    for (Entry &entry : m_entries) {
        if (entry.name != name || entry.assumed == exists)
            continue;
        entry.assumed = exists;
        if (!exists) {
            m_pending.remove({{}, name});
            continue;
        }
        NamespaceRecord record;
        record.key.name = name;
        record.tenant = name;
        m_pending.change(std::move(record));
    }
}

} // namespace Kubernetes
