// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/platform.h"

#include "backends/sandbox/platform/history.h"
#include "backends/sandbox/platform/site.h"
#include "backends/sandbox/platform/slorules.h"

#include <QThread>

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::chrono::milliseconds tickInterval{1'000};

} // namespace

Platform::Platform(PlatformSpec spec, Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent), m_spec(std::move(spec)), m_seed(settings.seed.value_or(m_spec.seed)), m_settings(settings),
      m_clock(clock)
{
    for (const ClusterSpec &cluster : m_spec.clusters) {
        auto site = std::make_unique<Site>(m_spec, cluster, m_seed, m_clock, m_settings.history);
        for (const UserSpec &user : m_spec.users)
            site->issueToken(user);
        m_clusters.push_back({cluster.name, cluster.region, cluster.production, &site->api(), nullptr});
        m_sites.push_back(std::move(site));
    }
}

Platform::~Platform() = default;

void Platform::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (size_t i = 0; i < m_sites.size(); ++i) {
        m_sites[i]->fill(m_settings.pace, m_settings.authority);
        m_clusters[i].controllers = &m_sites[i]->controllers();
    }
    m_startedAt = m_lastTick = m_clock.elapsed();
    m_calendarStart = double(m_clock.now().toSecsSinceEpoch());
    for (const auto &site : m_sites)
        site->live(m_calendarStart, 1); // so that nothing reads as if nobody had ever asked
    m_alarm = m_clock.after(tickInterval, [this] { tick(); });
}

void Platform::tick()
{
    m_alarm = m_clock.after(tickInterval, [this] { tick(); });
    const auto now = m_clock.elapsed();
    const double elapsed = double((now - m_lastTick).count()) / 1000;
    m_lastTick = now;
    // The calendar of the people who send requests: a day in 24 minutes.
    const double time = m_calendarStart + double((now - m_startedAt).count()) / 1000 * Activity::compression;
    for (const auto &site : m_sites) {
        site->live(time, elapsed);
        reissueTokens(*site);
    }
}

void Platform::reissueTokens(Site &site)
{
    bool changed = false;
    for (const std::string &name : site.takeTokenRequests()) {
        const auto user = std::ranges::find(m_spec.users, name, &UserSpec::name);
        if (user == m_spec.users.end())
            continue;
        site.issueToken(*user);
        changed = true;
    }
    if (changed)
        Q_EMIT credentialsChanged();
}

Site *Platform::find(const std::string &cluster) const
{
    const auto found = std::ranges::find_if(m_sites, [&](const auto &site) { return site->spec().name == cluster; });
    return found == m_sites.end() ? nullptr : found->get();
}

std::vector<Platform::Credential> Platform::credentials() const
{
    std::vector<Credential> all;
    for (const auto &site : m_sites) {
        for (const UserSpec &user : m_spec.users)
            all.push_back({site->spec().name, user.name, site->tokens().at(user.name)});
    }
    return all;
}

bool Platform::answers(const std::string &cluster) const
{
    const Site *site = find(cluster);
    return site && site->answers;
}

bool Platform::settled() const
{
    return std::ranges::all_of(m_sites, [](const auto &site) {
        const auto &deployments = site->roster().deployments();
        return !deployments.empty()
            && std::ranges::all_of(deployments, [](const auto &entry) { return entry.second.complete; });
    });
}

std::string Platform::metricsPage(const std::string &cluster) const
{
    Site *site = find(cluster);
    return site ? site->page() : std::string();
}

std::string Platform::rules(std::chrono::seconds interval) const
{
    return SloRules::text(interval);
}

std::shared_ptr<const History> Platform::history() const
{
    return std::make_shared<const History>(m_spec, m_seed, m_clock.now().date());
}

void Platform::apply(const IncidentStep &step)
{
    Site *site = find(step.target.cluster);
    if (!site)
        return;
    const bool answered = site->answers;
    site->apply(step);
    if (site->answers != answered)
        Q_EMIT answeringChanged(QString::fromStdString(step.target.cluster), site->answers);
}

bool Platform::holds(const IncidentCondition &condition) const
{
    Site *site = find(condition.target.cluster);
    return site && site->holds(condition);
}

void Platform::calm()
{
    bool reissued = false;
    for (const auto &site : m_sites) {
        const bool answered = site->answers;
        site->calm();
        if (!answered)
            Q_EMIT answeringChanged(QString::fromStdString(site->spec().name), true);
        for (const UserSpec &user : m_spec.users) {
            if (!site->tokenWorks(user.name)) {
                site->issueToken(user);
                reissued = true;
            }
        }
    }
    if (reissued)
        Q_EMIT credentialsChanged();
}

void Platform::putBack()
{
    for (const auto &site : m_sites)
        site->putBack();
}

void Platform::leaveAsIs()
{
    for (const auto &site : m_sites)
        site->forget();
}

std::vector<Debriefing::Spent> Platform::spent() const
{
    std::vector<Debriefing::Spent> all;
    for (const auto &site : m_sites)
        site->addSpent(all);
    return all;
}

} // namespace Sandbox
