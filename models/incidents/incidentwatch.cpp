// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentwatch.h"

#include "backends/core/clock.h"
#include "models/alerts/alertscope.h"
#include "models/alerts/alertstore.h"
#include "models/alerts/silence.h"
#include "models/incidents/incidententries.h"
#include "models/incidents/incidentstore.h"
#include "models/slo/burnstart.h"
#include "models/slo/slo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

using Phase = TimelineEntry::Phase;

namespace {

bool isBurning(const QString &state)
{
    return state == u"page" || state == u"ticket";
}

//! An SLO as alerts name it and as it names itself: by its id, or by its name, which those of other services have, too.
QString aboutOf(const QString &slo, const QString &service, const IncidentPlace &place)
{
    return QString(slo + u'\n' + service + u'\n' + place.cluster + u'\n' + place.namespaceName);
}

} // namespace

IncidentWatch::IncidentWatch(
    IncidentStore &store, const Clock &clock, QString id, QDateTime since, Put put, Covered covered)
    : m_store(store), m_clock(clock), m_id(std::move(id)), m_since(std::move(since)), m_put(std::move(put)),
      m_covered(std::move(covered))
{
    if (const IncidentRecord *known = record())
        m_origins = known->incident.alerts;
}

const IncidentRecord *IncidentWatch::record() const
{
    return m_ended ? nullptr : m_store.record(m_id);
}

bool IncidentWatch::belongs(const IncidentPlace &place) const
{
    const IncidentRecord *known = record();
    if (!known || place.namespaceName.isEmpty())
        return false;
    return std::ranges::any_of(known->incident.places, [&place](const IncidentPlace &of) {
        return AlertScope::sameNamespace({of.cluster, of.namespaceName}, {place.cluster, place.namespaceName});
    });
}

void IncidentWatch::know(const Alert &alert, const QString &state)
{
    m_alerts.insert(alert.key, state);
    m_labels.insert(alert.key, alert.labels);
    if (!m_origins.contains(alert.key) || alert.slo.isEmpty())
        return;
    const IncidentPlace place = IncidentEntries::place(alert);
    m_originSlos.insert(aboutOf(alert.slo, {}, place));
    m_originSlos.insert(aboutOf(alert.slo, place.service, place));
}

void IncidentWatch::look(const Alert &alert)
{
    const IncidentRecord *known = record();
    if (!known || alert.state.id == u"pending")
        return;
    const QString before = m_alerts.value(alert.key);
    if (before == alert.state.id)
        return;
    if (before.isEmpty()) {
        if (!known->incident.alerts.contains(alert.key) && !belongs(IncidentEntries::place(alert)))
            return;
        m_put(IncidentEntries::alertBegan(alert));
        know(alert, alert.state.id);
        m_store.widen(m_id, {alert.key}, {});
        if (alert.state.id != u"firing" && alert.state.id != u"unprocessed")
            m_put(IncidentEntries::alertState(alert, m_clock.now()));
    } else if (before == u"ended") {
        m_put(IncidentEntries::alertBegan(alert)); // again
    } else {
        m_put(IncidentEntries::alertState(alert, m_clock.now()));
    }
    know(alert, alert.state.id);
    if (const auto claimed = IncidentEntries::alertClaimed(alert, m_clock.now()))
        m_put(*claimed);
}

void IncidentWatch::takeEnd(const EndedAlert &ended)
{
    const Alert &alert = ended.alert;
    const IncidentRecord *known = record();
    if (!known || ended.ended < m_since)
        return;
    if (!m_alerts.contains(alert.key)) {
        if (!known->incident.alerts.contains(alert.key) && !belongs(IncidentEntries::place(alert)))
            return;
        m_put(IncidentEntries::alertBegan(alert));
    }
    m_put(IncidentEntries::alertEnded(alert, ended.ended));
    know(alert, u"ended"_s);
}

void IncidentWatch::look(const Slo &slo)
{
    const IncidentRecord *known = record();
    if (!known)
        return;
    const bool burns = isBurning(slo.state.id);
    const bool met = m_slos.contains(slo.key);
    if (!met && !isAbout(slo) && (!burns || m_slos.size() >= mostSlos || !belongs(IncidentEntries::place(slo))))
        return;
    if (!met && !known->incident.slos.contains(slo.key) && m_covered(slo))
        return; // the same story twice
    const QDateTime now = m_clock.now();
    const QString before = m_slos.value(slo.key);
    // Who does not know whether it burns does not know that it does not.
    const bool knows = burns || slo.state.id == u"fine" || slo.state.id == u"low-traffic";
    if (knows) {
        if (burns && !isBurning(before))
            m_put(IncidentEntries::burn(slo, Phase::Begin, now));
        else if (burns && before != slo.state.id)
            m_put(IncidentEntries::burn(slo, Phase::State, now));
        else if (!burns && isBurning(before))
            m_put(IncidentEntries::burn(slo, Phase::End, now));
        if (!met)
            m_courses.insert(slo.key, 0);
        m_slos.insert(slo.key, slo.state.id);
    }
    m_store.addFigure(m_id, IncidentEntries::figure(slo, now));
}

//! Whether the incident was begun from it, or from an alert of it.
bool IncidentWatch::isAbout(const Slo &slo) const
{
    const IncidentRecord *known = record();
    if (known && known->incident.slos.contains(slo.key))
        return true;
    const IncidentPlace place = IncidentEntries::place(slo);
    return (!slo.id.isEmpty() && m_originSlos.contains(aboutOf(slo.id, {}, place)))
        || (!place.service.isEmpty() && m_originSlos.contains(aboutOf(slo.name, place.service, place)));
}

QStringList IncidentWatch::wantCourses()
{
    constexpr int mostTimes = 4;
    QStringList wanted;
    for (auto course = m_courses.begin(); course != m_courses.end(); ++course) {
        if (!m_ended && course.value()++ < mostTimes)
            wanted.append(course.key());
    }
    return wanted;
}

void IncidentWatch::take(const Slo &slo, const SloCourse &course)
{
    if (!record() || course.burn.isEmpty() || m_courses.remove(slo.key) == 0)
        return;
    m_store.addFigures(m_id, IncidentEntries::figures(slo, course));
    if (!slo.burning())
        return;
    const auto began = IncidentEntries::burnBegan(slo, course);
    if (!began || began->time < m_since)
        return;
    m_put(*began);
    if (isAbout(slo))
        m_store.beganBefore(m_id, began->time);
}

void IncidentWatch::look(const Silence &silence)
{
    if (m_ended || !silence.claimOf.isEmpty() || m_silences.value(silence.id) == silence.state.id)
        return;
    const bool hides
        = std::ranges::any_of(m_labels, [&silence](const auto &labels) { return silence.matches(labels); });
    const bool known = m_silences.contains(silence.id);
    if ((!hides && !known) || silence.endsAt < m_since)
        return;
    if (!known)
        m_put(IncidentEntries::silenceBegan(silence));
    if (silence.state.id == u"expired")
        m_put(IncidentEntries::silenceEnded(silence));
    m_silences.insert(silence.id, silence.state.id);
}
