// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slostore.h"

#include "backends/core/clock.h"
#include "backends/prometheus/slosample.h"
#include "backends/slo/definition.h"
#include "models/slo/slorow.h"
#include "models/slo/slotablemodel.h"
#include "models/slo/usualobjectives.h"

#include <QDeadlineTimer>
#include <QMap>
#include <QSet>
#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds sliceTime{6};
//! Rows of a slice are shown together: each costs the table something.
constexpr qsizetype mostInSlice = 250;

//! Whether two readings differ in anything but how old they are.
bool sameFigures(const Prometheus::SloReading &left, Prometheus::SloReading right)
{
    right.confirmed = left.confirmed;
    return left == right;
}

} // namespace

struct SloStore::Private
{
    struct Source
    {
        Server server;
        bool answered = false;
        FreshnessPolicy policy{4s, 12s};
        bool partial = false;
        QString warning;
        std::chrono::milliseconds asked{0};
        std::optional<std::chrono::seconds> retention;
        QHash<QString, Prometheus::SloReading> readings; //!< by key of the row
    };

    const Clock &clock;
    SloTableModel table;
    QMap<QString, Source> sources; //!< by id of the server
    QMap<QString, QList<Slo>> faulty; //!< by place
    UsualObjectives usual;
    TenantOf tenantOf;
    QStringList queue;
    QSet<QString> queued;
    qsizetype next = 0;
    QTimer slice;

    explicit Private(const Clock &time) : clock(time) { }

    [[nodiscard]] QString rowKey(const Source &source, const Prometheus::SloReading &reading) const
    {
        const bool told = !SloRow::labelOf(reading.labels, QLatin1String("cluster")).isEmpty();
        return told || source.server.cluster.isEmpty() ? reading.key
                                                       : QString(reading.key + u"\n@" + source.server.cluster);
    }
    [[nodiscard]] static Freshness freshnessOf(const Source &source, const Prometheus::SloReading &reading,
        std::chrono::milliseconds now, const QDateTime &wall)
    {
        const auto confirmed = reading.confirmed.value_or(source.asked);
        FreshnessPolicy policy = source.policy;
        if (!reading.recorded) { // it costs the server more, and is asked for less often
            constexpr std::chrono::milliseconds pace = 15s;
            policy = {std::max(policy.delayedAfter, 2 * pace), std::max(policy.staleAfter, 4 * pace)};
        }
        return policy.assess(confirmed, wall.addMSecs((confirmed - now).count()), now);
    }
    [[nodiscard]] QString problemOf(const Source &source) const
    {
        if (!source.server.problem.isEmpty() || !source.partial)
            return source.server.problem;
        return source.warning.isEmpty()
            ? SloStore::tr("%1 answered with parts missing, so what looks fine there may not be.")
                  .arg(source.server.name)
            : SloStore::tr("%1 answered with parts missing, so what looks fine there may not be: %2")
                  .arg(source.server.name, source.warning);
    }
    void insert(Source &source, const QString &key, const Prometheus::SloReading &reading)
    {
        const auto known = source.readings.constFind(key);
        const bool other
            = known != source.readings.cend() && (known->recorded != reading.recorded || known->usual != reading.usual);
        if (other)
            remove(source, key);
        if (!source.readings.contains(key))
            addAll(usual.add(source.server.id, key, reading, source.server.cluster));
        source.readings.insert(key, reading);
    }
    void remove(Source &source, const QString &key)
    {
        const Prometheus::SloReading reading = source.readings.take(key);
        add(key);
        addAll(usual.remove(source.server.id, key, reading, source.server.cluster));
    }
    void removeAll(Source &source)
    {
        for (const QString &key : source.readings.keys())
            remove(source, key);
    }
    void addAll(const QStringList &keys)
    {
        for (const QString &key : keys)
            add(key);
    }
    void add(const QString &key)
    {
        if (queued.contains(key))
            return;
        queued.insert(key);
        queue.append(key);
    }
    //! The sources of a row, the one to show first.
    struct Candidate
    {
        const Source *source = nullptr;
        const Prometheus::SloReading *reading = nullptr;
        Freshness freshness;
    };
    [[nodiscard]] QList<Candidate> candidates(const QString &key) const;
    [[nodiscard]] std::optional<Slo> build(const QString &key) const;
    [[nodiscard]] std::optional<Slo> buildFaulty(const QString &key) const;
};

auto SloStore::Private::candidates(const QString &key) const -> QList<Candidate>
{
    QList<Candidate> found;
    const auto now = clock.elapsed();
    const QDateTime wall = clock.now();
    for (const Source &source : sources) {
        const auto reading = source.readings.constFind(key);
        if (reading != source.readings.cend() && !usual.covered(*reading, source.server.cluster))
            found.append({&source, &*reading, freshnessOf(source, *reading, now, wall)});
    }
    // Whole answers before partial ones, fresh before old; else the order stays, so that figures do not jump.
    std::ranges::stable_sort(found, [](const Candidate &a, const Candidate &b) {
        if (a.freshness.state != b.freshness.state)
            return a.freshness.state < b.freshness.state;
        return !a.source->partial && b.source->partial;
    });
    return found;
}

std::optional<Slo> SloStore::Private::buildFaulty(const QString &key) const
{
    for (const QList<Slo> &slos : faulty) {
        for (const Slo &slo : slos) {
            if (slo.key == key)
                return slo;
        }
    }
    return std::nullopt;
}

std::optional<Slo> SloStore::Private::build(const QString &key) const
{
    const QList<Candidate> found = candidates(key);
    if (found.isEmpty())
        return buildFaulty(key);
    const Candidate &best = found.constFirst();
    Slo slo = SloRow::of(*best.reading, {best.source->partial, best.freshness});
    slo.key = key;
    const QString told = SloRow::labelOf(slo.labels, QLatin1String("cluster"));
    slo.cluster = told.isEmpty() ? best.source->server.cluster : told;
    for (const Candidate &each : found) {
        const Server &server = each.source->server;
        slo.servers.append(server.name);
        slo.standings.append({server.id, server.name, each.freshness, problemOf(*each.source), each.source->retention});
    }
    if (tenantOf && !slo.namespaceName.isEmpty()) {
        const TenantName tenant = tenantOf(slo.cluster, slo.namespaceName);
        slo.tenant = tenant.name;
        slo.tenantKey = tenant.key;
    }
    if (slo.tenant.isEmpty())
        slo.tenant = SloRow::labelOf(slo.labels, QLatin1String("tenant"));
    return slo;
}

SloStore::SloStore(const Clock &clock, QObject *parent) : QObject(parent), d(std::make_unique<Private>(clock))
{
    d->slice.setInterval(0ms);
    connect(&d->slice, &QTimer::timeout, this, [this] { work(QDeadlineTimer(sliceTime)); });
}

SloStore::~SloStore() = default;

SloTableModel *SloStore::table() const
{
    return &d->table;
}

const Slo *SloStore::find(const QString &key) const
{
    const int row = d->table.rowOf(key);
    return row < 0 ? nullptr : &d->table.at(row);
}

QList<SloStore::Server> SloStore::servers() const
{
    QList<Server> servers;
    for (const Private::Source &source : std::as_const(d->sources))
        servers.append(source.server);
    return servers;
}

bool SloStore::answered(const QString &serverId) const
{
    const auto known = d->sources.constFind(serverId);
    return known != d->sources.cend() && known->answered;
}

bool SloStore::unsettled() const
{
    return d->next < d->queue.size();
}

void SloStore::settle()
{
    while (unsettled())
        work(QDeadlineTimer(QDeadlineTimer::Forever));
}

void SloStore::begin()
{
    if (unsettled() && !d->slice.isActive())
        d->slice.start();
}

void SloStore::work(const QDeadlineTimer &deadline)
{
    QList<Slo> rows;
    QStringList gone;
    QStringList changed;
    QList<Slo> began;
    QList<Slo> ended;
    const qsizetype first = d->next;
    while (d->next < d->queue.size() && d->next - first < mostInSlice && !deadline.hasExpired()) {
        const QString key = d->queue.at(d->next++);
        d->queued.remove(key);
        const Slo *before = find(key);
        auto now = d->build(key);
        const bool was = before && before->burning();
        if (now && now->burning() && (!was || before->state.id != now->state.id))
            began.append(*now);
        else if (was && !(now && now->burning()))
            ended.append(now.value_or(*before));
        if (!now && before)
            gone.append(key);
        if (!now || (before && *before == *now))
            continue;
        rows.append(*std::move(now));
        changed.append(key);
    }
    if (!unsettled()) {
        d->queue.clear();
        d->next = 0;
        d->slice.stop();
    }
    d->table.remove(gone);
    d->table.update(rows);
    if (!changed.isEmpty() || !gone.isEmpty())
        Q_EMIT slosChanged(changed + gone);
    for (const Slo &slo : std::as_const(began))
        Q_EMIT burnBegan(slo);
    for (const Slo &slo : std::as_const(ended))
        Q_EMIT burnEnded(slo);
}

void SloStore::setServer(const Server &server)
{
    Private::Source &source = d->sources[server.id];
    if (source.server == server)
        return;
    const bool moved = source.server.cluster != server.cluster && !source.readings.isEmpty();
    if (moved) // rows of another cluster are other rows
        d->removeAll(source);
    source.server = server;
    for (auto reading = source.readings.cbegin(); reading != source.readings.cend(); ++reading)
        d->add(reading.key());
    begin();
    Q_EMIT serversChanged();
}

void SloStore::setSample(const QString &serverId, const Prometheus::SloSample &sample)
{
    Private::Source &source = d->sources[serverId];
    source.server.id = serverId;
    const bool first = !std::exchange(source.answered, true);
    const bool other
        = source.partial != sample.partial || source.warning != sample.warning || source.retention != sample.retention;
    source.partial = sample.partial;
    source.warning = sample.warning;
    source.retention = sample.retention;
    source.asked = sample.asked;
    constexpr std::chrono::milliseconds soonest = 4s;
    source.policy.delayedAfter = std::max(soonest, 2 * sample.pace) + sample.lag;
    source.policy.staleAfter = std::max(3 * soonest, 4 * sample.pace) + sample.lag;
    QSet<QString> gone(source.readings.keyBegin(), source.readings.keyEnd());
    for (const Prometheus::SloReading &reading : sample.slos) {
        const QString key = d->rowKey(source, reading);
        gone.remove(key);
        const auto known = source.readings.constFind(key);
        if (other || known == source.readings.cend() || !sameFigures(*known, reading))
            d->add(key);
        d->insert(source, key, reading);
    }
    for (const QString &key : std::as_const(gone))
        d->remove(source, key);
    refreshFreshness();
    if (first)
        Q_EMIT serversChanged();
}

void SloStore::removeServer(const QString &serverId)
{
    Private::Source source = d->sources.take(serverId);
    d->removeAll(source);
    begin();
    Q_EMIT serversChanged();
}

void SloStore::setFaulty(const QString &place, const QList<SloSpec::Definition> &definitions)
{
    for (const Slo &slo : d->faulty.take(place))
        d->add(slo.key);
    QList<Slo> slos;
    for (const SloSpec::Definition &definition : definitions) {
        if (definition.problem.isEmpty())
            continue;
        slos.append(SloRow::of(definition));
        d->add(slos.constLast().key);
    }
    if (!slos.isEmpty())
        d->faulty.insert(place, slos);
    begin();
}

void SloStore::setTenantOf(const TenantOf &tenantOf)
{
    d->tenantOf = tenantOf;
    refreshTenants();
}

void SloStore::refreshTenants()
{
    for (const Slo &slo : d->table.rows())
        d->add(slo.key);
    begin();
}

void SloStore::refreshFreshness()
{
    const auto now = d->clock.elapsed();
    const QDateTime wall = d->clock.now();
    d->table.amendQuietly([&](Slo &slo) {
        for (SloServer &standing : slo.standings) {
            const auto source = d->sources.constFind(standing.id);
            if (source == d->sources.cend())
                continue;
            const auto reading = source->readings.constFind(slo.key);
            if (reading == source->readings.cend())
                continue;
            const Freshness fresh = Private::freshnessOf(*source, *reading, now, wall);
            if (fresh.state == Freshness::State::Live && standing.freshness.state == Freshness::State::Live)
                standing.freshness = fresh; // seen only by who asks
            else if (fresh.state != standing.freshness.state
                || FreshnessText::brief(standing.freshness) != FreshnessText::brief(fresh))
                d->add(slo.key);
        }
        if (!slo.standings.isEmpty() && slo.standings.constFirst().freshness.state == Freshness::State::Live)
            slo.freshness = slo.standings.constFirst().freshness;
    });
    begin();
}

QPair<QString, QString> SloStore::courseSource(const QString &key) const
{
    const auto found = d->candidates(key);
    if (found.isEmpty())
        return {};
    return {found.constFirst().source->server.id, found.constFirst().reading->key};
}
