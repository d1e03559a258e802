// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/cluster.h"

#include "backends/http/transport.h"
#include "backends/kubernetes/clusterfeeds.h"
#include "backends/kubernetes/decodepodtable.h"
#include "backends/kubernetes/firstrows.h"

#include <QThread>

#include <utility>

//! What a Cluster reads when: what is needed, first rows, and the whole again after it was refused; and what of that is
//! proven.
namespace Kubernetes {

void Cluster::setNeeds(Needs needs)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_needs = needs;
    if (!m_feeds)
        return;
    startNeeded();
    const bool idle = (m_feeds->quotas.running() && !needs.quotas) || (m_feeds->pods.running() && !needs.pods)
        || (m_feeds->capacity.running() && !needs.capacity);
    if (!idle)
        m_stop.reset();
    else if (!m_stop)
        m_stop = m_clock.after(stopAfter, [this] { stopUnneeded(); });
}

void Cluster::startNeeded()
{
    const auto start = [this](auto &feed, bool needed) {
        if (!needed || (feed.started() && feed.running()))
            return;
        const bool again = feed.started();
        if (again) {
            feed.restart();
            m_status.confirmed.reset(); // its rows are as old as its last proof, which is gone
            m_status.confirmedAt = {};
        } else {
            feed.watchCluster();
        }
        scheduleReview();
    };
    start(m_feeds->quotas, m_needs.quotas);
    if (m_needs.capacity && !m_feeds->capacity.running()) {
        m_status.capacityConfirmed.reset();
        m_status.capacityConfirmedAt = {};
        m_feeds->capacity.start();
        scheduleReview();
    }
    if (m_needs.pods && !m_feeds->previewed)
        askForPreview();
    else if (!m_feeds->pods.expecting())
        start(m_feeds->pods, m_needs.pods);
}

void Cluster::stopUnneeded()
{
    m_stop.reset();
    if (!m_needs.quotas)
        m_feeds->quotas.stop();
    if (!m_needs.pods) {
        m_feeds->pods.stop();
        m_feeds->preview.reset();
        settleFirstRows();
    }
    if (!m_needs.capacity) {
        m_feeds->capacity.stop();
        std::fill(m_feeds->announced.begin() + 3, m_feeds->announced.end(), std::nullopt);
        m_status.capacityConfirmed.reset();
        m_status.capacityConfirmedAt = {};
    }
    m_feeds->announced[1] = m_needs.quotas ? m_feeds->announced[1] : std::nullopt;
    m_feeds->announced[2] = m_needs.pods ? m_feeds->announced[2] : std::nullopt;
    scheduleReview();
}

void Cluster::askForPreview()
{
    m_feeds->previewed = true;
    m_feeds->pods.expectCluster();
    const bool alone = m_settings.firstRows && m_settings.firstRows->comeAlone();
    m_awaitsFirstRows = alone;
    if (alone)
        m_settings.firstRows->expect();
    scheduleReview();
    Http::Request request;
    request.path = QStringLiteral("/api/v1/pods");
    // From the server's memory: perhaps old, but at once. Nothing that comes of it is ever confirmed.
    request.query.addQueryItem(QStringLiteral("resourceVersion"), QStringLiteral("0"));
    request.query.addQueryItem(QStringLiteral("includeObject"), QStringLiteral("None"));
    request.accept = QByteArrayLiteral("application/json;as=Table;v=v1;g=meta.k8s.io");
    request.repeat = Http::Repeat::Never;
    m_feeds->preview
        = m_transport->send(request, [this](const Result<Http::Response> &answer) { takePreview(answer); });
    if (alone)
        m_impatience = m_clock.after(previewPatience, [this] { loseFirstRows(); });
    else
        listPods();
}

void Cluster::loseFirstRows()
{
    settleFirstRows();
    listPods();
}

void Cluster::settleFirstRows()
{
    if (std::exchange(m_awaitsFirstRows, false) && m_settings.firstRows)
        m_settings.firstRows->settle();
}

void Cluster::listPods()
{
    if (m_awaitsFirstRows || !m_feeds->pods.expecting())
        return;
    m_impatience.reset();
    m_feeds->pods.watchCluster();
    scheduleReview();
}

void Cluster::takePreview(const Result<Http::Response> &answer)
{
    const auto finished = std::move(m_feeds->preview);
    const auto &pods = m_feeds->pods;
    settleFirstRows();
    // Asked for before the first rows are decoded: the server is at work meanwhile.
    if (m_settings.firstRows && m_settings.firstRows->awaited())
        m_impatience = m_clock.after(fleetPatience, [this] { listPods(); });
    else
        listPods();
    if (!answer || pods.limited() || pods.status().synced)
        return;
    // A server that knows no tables answers something else, and the list comes anyway.
    const auto list = decodePodTable(answer->body, m_context, m_clock.now().toSecsSinceEpoch());
    if (list && !list->rows.isEmpty())
        Q_EMIT podsPreviewed(*list);
}

void Cluster::tryWholeAgain()
{
    const auto &limits = m_feeds->capacity.limitRanges();
    const bool limited = m_feeds->lookingUp || m_feeds->quotas.limited() || m_feeds->pods.limited() || limits.limited();
    if (!limited)
        return;
    if (m_feeds->lookingUp)
        tryWhole(QStringLiteral("namespaces"));
    if (m_feeds->quotas.limited() && m_feeds->quotas.running())
        tryWhole(QStringLiteral("resourcequotas"));
    if (m_feeds->pods.limited() && m_feeds->pods.running())
        tryWhole(QStringLiteral("pods"));
    if (limits.limited() && limits.running())
        tryWhole(QStringLiteral("limitranges"));
    m_whole = m_clock.after(wholeAgain, [this] { tryWholeAgain(); });
}

void Cluster::tryWhole(const QString &resource)
{
    Http::Request request;
    request.path = u"/api/v1/" + resource;
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    request.priority = Http::Priority::Background;
    request.repeat = Http::Repeat::Never;
    m_feeds->wholeAgain[resource] = m_transport->send(request, [this, resource](const Result<Http::Response> &answer) {
        const auto finished = std::move(m_feeds->wholeAgain[resource]);
        if (!answer)
            return;
        if (resource == QLatin1String("namespaces")) {
            m_feeds->lookingUp = false;
            m_feeds->lookup.stop();
            m_feeds->namespaces.watchCluster();
        } else if (resource == QLatin1String("pods")) {
            m_feeds->pods.watchCluster();
        } else if (resource == QLatin1String("limitranges")) {
            m_feeds->capacity.limitRanges().watchCluster();
        } else {
            m_feeds->quotas.watchCluster();
        }
        scheduleReview();
    });
}

std::optional<std::chrono::milliseconds> Cluster::proven() const
{
    std::optional<std::chrono::milliseconds> oldest;
    bool all = true;
    const auto add = [&](std::optional<std::chrono::milliseconds> at) {
        all = all && at;
        if (at)
            oldest = oldest ? std::min(*oldest, *at) : *at;
    };
    if (m_feeds->lookingUp)
        add(m_feeds->lookup.proven(m_clock.elapsed()));
    else
        add(m_feeds->namespaces.proven(m_feeds->storage));
    const auto addFeed = [&](const auto &feed) {
        if (feed.running() && !feed.status().refused())
            add(feed.proven(m_feeds->storage));
    };
    addFeed(m_feeds->quotas);
    addFeed(m_feeds->pods);
    return all ? oldest : std::nullopt;
}

void Cluster::confirm()
{
    if (!m_status.complete())
        return;
    const auto before = m_status.confirmed;
    if (const auto at = proven())
        setConfirmed(*at);
    if (m_status.confirmed != before)
        publish();
}

void Cluster::confirmCapacity()
{
    if (!m_feeds->capacity.running() || !m_status.capacityComplete())
        return;
    const auto at = m_feeds->capacity.proven(m_feeds->storage);
    if (!at || (m_status.capacityConfirmed && *m_status.capacityConfirmed >= *at))
        return;
    flush(); // what is confirmed has been handed on
    m_status.capacityConfirmed = at;
    m_status.capacityConfirmedAt = m_clock.now().addMSecs((*at - m_clock.elapsed()).count());
    publish();
}

bool Cluster::reviewCapacity()
{
    CapacityFeeds &capacity = m_feeds->capacity;
    const bool fell = capacity.review(m_settings.namespaces);
    m_status.nodes = capacity.nodes().status();
    m_status.limitRanges = capacity.limitRanges().status();
    m_status.capsuleTenants = capacity.capsuleTenants().status();
    m_status.hasCapsule = capacity.hasCapsule();
    if (!capacity.running())
        return false;
    if (!capacity.proven(m_feeds->storage)) { // nothing of it may be read any more, or not all has been yet
        m_status.capacityConfirmed.reset();
        m_status.capacityConfirmedAt = {};
    }
    scheduleFlush(); // a kind without objects is synced without a change
    confirmCapacity();
    return fell;
}

void Cluster::setConfirmed(std::chrono::milliseconds at)
{
    if (!m_status.namespaces.synced || nothingMayBeRead() || (m_status.confirmed && *m_status.confirmed >= at))
        return;
    flush(); // what is confirmed has been handed on
    m_status.confirmed = at;
    m_status.confirmedAt = m_clock.now().addMSecs((at - m_clock.elapsed()).count());
}

} // namespace Kubernetes
