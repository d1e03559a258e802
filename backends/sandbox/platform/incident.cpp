// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/platform/incident.h"

#include "backends/sandbox/platform/platform.h"

#include <QThread>

#include <algorithm>

namespace Sandbox {

namespace {

using Moment = Debriefing::Moment;
using std::chrono::milliseconds;

constexpr milliseconds lookInterval{1'000};
constexpr size_t maxActs = 500;
constexpr size_t maxSpent = 20;
constexpr double leastSpent = 0.001;

std::string text(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate).toStdString();
}

//! Programs of the cluster write too, and asking what one may do is no act.
bool isAct(const AuditEntry &entry)
{
    return entry.type && entry.type->group != "authorization.k8s.io" && !entry.user.empty()
        && !entry.user.starts_with("system:");
}

Moment momentOf(const AuditEntry &entry, const std::string &cluster, const QDateTime &start)
{
    Moment moment;
    moment.kind = Moment::Kind::Did;
    moment.time = entry.time;
    const auto when = QDateTime::fromString(QString::fromStdString(entry.time), Qt::ISODate);
    // Audit entries know whole seconds.
    moment.at = milliseconds(when.isValid() ? std::max<qint64>(0, start.msecsTo(when)) : 0);
    moment.user = entry.user;
    moment.verb = entry.verb;
    moment.resource = entry.type->plural;
    if (!entry.subresource.empty())
        moment.resource += "/" + entry.subresource;
    moment.target = {cluster, entry.key.space, entry.key.name};
    moment.status = entry.status;
    moment.dryRun = entry.dryRun;
    return moment;
}

bool changedSomething(const Moment &moment)
{
    return moment.kind == Moment::Kind::Did && !moment.dryRun && moment.status >= 200 && moment.status < 300;
}

} // namespace

Incident::Incident(IncidentSpec spec, Platform &platform, const Clock &clock, QObject *parent)
    : QObject(parent), m_spec(std::move(spec)), m_platform(platform), m_clock(clock)
{
    m_told.incident = m_spec.name;
    m_told.title = m_spec.title;
    m_told.lesson = m_spec.lesson;
}

Incident::~Incident()
{
    if (!m_running)
        return;
    m_platform.calm();
    m_platform.putBack();
}

milliseconds Incident::since() const
{
    return m_clock.elapsed() - m_startedAt;
}

void Incident::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    Q_ASSERT(!m_running && m_told.started.empty());
    m_running = true;
    m_startedAt = m_clock.elapsed();
    m_startedOn = m_clock.now();
    m_told.started = text(m_startedOn);
    m_spentBefore = m_platform.spent();
    for (const Platform::Cluster &cluster : m_platform.clusters()) {
        const auto audit = cluster.api->audit();
        m_lastAct.push_back(audit.empty() ? std::string() : audit.back().id);
    }
    note("started");
    m_lookAlarm = m_clock.after(lookInterval, [this] { look(); });
    nextStep();
}

void Incident::note(const std::string &what)
{
    Moment moment;
    moment.kind = Moment::Kind::Noted;
    moment.time = text(m_clock.now());
    moment.at = since();
    moment.note = what;
    m_told.moments.push_back(std::move(moment));
}

void Incident::nextStep()
{
    while (m_next < m_spec.timeline.size() && m_spec.timeline[m_next].at <= since()) {
        const IncidentStep &step = m_spec.timeline[m_next++];
        m_platform.apply(step);
        if (step.says.byLanguage.empty())
            continue;
        Moment moment;
        moment.time = text(m_clock.now());
        moment.at = since();
        moment.says = step.says;
        moment.target = step.target;
        m_told.moments.push_back(std::move(moment));
        Q_EMIT changed();
    }
    if (m_next < m_spec.timeline.size())
        m_stepAlarm = m_clock.after(m_spec.timeline[m_next].at - since(), [this] { nextStep(); });
}

void Incident::look()
{
    m_lookAlarm = m_clock.after(lookInterval, [this] { look(); });
    const bool sound = m_next > 0
        && std::ranges::all_of(m_spec.resolved, [this](const auto &condition) { return m_platform.holds(condition); });
    if (!sound) {
        m_soundSince.reset();
        // Before the first step nothing can be the incident's doing.
        if (m_next > 0 && !m_brokenAt) {
            m_brokenAt = since();
            note("broken");
            Q_EMIT changed();
        }
    } else if (m_brokenAt && !m_soundSince) {
        m_soundSince = since();
    }
    if (m_soundSince && since() - *m_soundSince >= m_spec.steady) {
        m_told.mended = *m_soundSince - *m_brokenAt;
        Debriefing told = m_told;
        addActs(told);
        const bool acted = std::ranges::any_of(told.moments, changedSomething);
        finish(acted ? Debriefing::Outcome::Resolved : Debriefing::Outcome::Faded);
    } else if (since() >= m_spec.runsFor) {
        finish(Debriefing::Outcome::RanOut);
    }
}

void Incident::end()
{
    if (m_running)
        finish(Debriefing::Outcome::Ended);
}

void Incident::finish(Debriefing::Outcome outcome)
{
    m_told.outcome = outcome;
    m_told.lasted = since();
    const bool mended = outcome == Debriefing::Outcome::Resolved || outcome == Debriefing::Outcome::Faded;
    note(outcome == Debriefing::Outcome::Resolved    ? "resolved"
            : outcome == Debriefing::Outcome::Faded  ? "faded"
            : outcome == Debriefing::Outcome::RanOut ? "ran-out"
                                                     : "ended");
    m_final = debriefing(); // what comes after is no part of it
    m_running = false;
    m_stepAlarm.reset();
    m_lookAlarm.reset();
    m_platform.calm();
    if (mended)
        m_platform.leaveAsIs();
    else
        m_platform.putBack();
    Q_EMIT changed();
    Q_EMIT finished();
}

void Incident::addActs(Debriefing &into) const
{
    const auto &clusters = m_platform.clusters();
    for (size_t i = 0; i < clusters.size() && i < m_lastAct.size(); ++i) {
        const auto audit = clusters[i].api->audit();
        auto entry = std::ranges::find(audit, m_lastAct[i], &AuditEntry::id);
        entry = entry == audit.end() ? audit.begin() : entry + 1;
        for (; entry != audit.end() && into.moments.size() < maxActs; ++entry) {
            if (isAct(*entry))
                into.moments.push_back(momentOf(*entry, clusters[i].name, m_startedOn));
        }
    }
    std::ranges::stable_sort(into.moments, {}, &Moment::at);
    const auto first = std::ranges::find_if(into.moments, changedSomething);
    if (m_brokenAt && first != into.moments.end())
        into.firstAct = std::max(milliseconds(0), first->at - *m_brokenAt);
}

void Incident::addSpent(Debriefing &into) const
{
    const auto now = m_platform.spent();
    for (size_t i = 0; i < now.size() && i < m_spentBefore.size(); ++i) {
        Debriefing::Spent spent = now[i];
        spent.share -= m_spentBefore[i].share;
        if (spent.share >= leastSpent)
            into.spent.push_back(std::move(spent));
    }
    std::ranges::stable_sort(into.spent, std::ranges::greater(), &Debriefing::Spent::share);
    if (into.spent.size() > maxSpent)
        into.spent.resize(maxSpent);
}

Debriefing Incident::debriefing() const
{
    if (!m_running)
        return m_told.started.empty() ? m_told : m_final;
    Debriefing told = m_told;
    told.lasted = since();
    addActs(told);
    addSpent(told);
    return told;
}

} // namespace Sandbox
