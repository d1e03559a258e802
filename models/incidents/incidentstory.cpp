// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/incidentstory.h"

#include "models/incidents/postmortemtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace PostMortemText;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PostMortem)
};

using Lane = TimelineEntry::Lane;
using IncidentSummary::duration;
using IncidentSummary::Loss;
using IncidentSummary::Stretch;

//! What comes all at once is one thing, as when everything of a namespace is applied.
QList<IncidentStory::Cause> causesOf(const QList<Suspect> &suspects)
{
    QList<IncidentStory::Cause> causes;
    for (const Suspect &suspect : suspects) {
        const auto alike = std::ranges::find_if(causes, [&suspect](const IncidentStory::Cause &cause) {
            const Suspect &known = cause.suspect;
            return known.kind == suspect.kind && known.who == suspect.who && !known.who.isEmpty()
                && known.time.toSecsSinceEpoch() == suspect.time.toSecsSinceEpoch();
        });
        if (alike == causes.end())
            causes.append({suspect, 0});
        else
            ++alike->alike;
    }
    return causes;
}

bool namesPerson(const Suspect &suspect)
{
    return suspect.kind != u"rollout" || !suspect.change.isNull();
}

QString placeText(const IncidentPlace &place)
{
    QStringList parts;
    if (!place.service.isEmpty())
        parts.append(Words::tr("service %1").arg(clean(place.service)));
    if (!place.namespaceName.isEmpty())
        parts.append(Words::tr("namespace %1").arg(clean(place.namespaceName)));
    if (!place.cluster.isEmpty())
        parts.append(Words::tr("cluster %1").arg(clean(place.cluster)));
    return parts.join(u", "_s);
}

QString lossName(const Loss &loss)
{
    return clean(IncidentStory::nameOf(loss));
}

QString leadText(const Suspect &suspect)
{
    const qint64 lead = suspect.lead.count();
    if (lead >= 1000)
        return Words::tr("%1 before it began").arg(duration(lead));
    return lead <= -1000 ? Words::tr("%1 after it was first seen").arg(duration(-lead)) : Words::tr("just as it began");
}

} // namespace

IncidentStory::IncidentStory(const IncidentRecord &record)
    : m_record(record), m_incident(record.incident), m_until(IncidentSummary::until(record)),
      m_causes(causesOf(IncidentSuspects::of(record))), m_alerts(IncidentSummary::stretches(record, Lane::Alert)),
      m_silences(IncidentSummary::stretches(record, Lane::Silence)), m_losses(IncidentSummary::losses(record))
{
}

QString IncidentStory::tenants() const
{
    QStringList names;
    for (const QString &tenant : m_incident.tenants())
        names.append(clean(tenant));
    return list(names);
}

QString IncidentStory::places() const
{
    QStringList texts;
    for (const IncidentPlace &place : m_incident.places) {
        const QString text = placeText(place);
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return shortened(texts);
}

QString IncidentStory::hurt() const
{
    const auto worst = std::ranges::find_if(m_losses, [](const Loss &loss) { return loss.worseFrom.isValid(); });
    if (worst == m_losses.end())
        return {};
    const QString lasted = duration(worst->worseFrom.msecsTo(worst->worseTo));
    return worst->worseAtEnd ? Words::tr("since %1, for %2 until the end, by what %3 tells")
                                   .arg(clock(worst->worseFrom), lasted, lossName(*worst))
                             : Words::tr("%1 to %2, %3, by what %4 tells")
                                   .arg(clock(worst->worseFrom), clock(worst->worseTo), lasted, lossName(*worst));
}

QString IncidentStory::nameOf(const Loss &loss)
{
    return loss.tenant.isEmpty() ? Words::tr("the SLO %1").arg(loss.name)
                                 : Words::tr("the SLO %1 of %2").arg(loss.name, loss.tenant);
}

QString IncidentStory::circumstances(const Suspect &suspect)
{
    const QString by = agent(suspect.who, namesPerson(suspect));
    return by.isEmpty() ? leadText(suspect) : QString(leadText(suspect) + u", "_s + by);
}

QStringList IncidentStory::summary() const
{
    QStringList sentences{whenSentence(), whomSentence()};
    for (const Loss &loss : m_losses.mid(0, 2))
        sentences.append(lossSentences(loss));
    sentences.append(alertSentence());
    sentences.append(causeSentence());
    sentences.append(cureSentences());
    sentences.append(endSentence());
    sentences.removeAll(QString());
    return sentences;
}

QString IncidentStory::whenSentence() const
{
    const QString lasted = duration(m_incident.begun.msecsTo(m_until));
    return m_incident.open()
        ? Words::tr("On %1 at %2 something began to hurt, and %3 later the incident is still open.")
              .arg(day(m_incident.begun), clock(m_incident.begun), lasted)
        : Words::tr("On %1 at %2 something began to hurt; the incident was over %3 later, at %4.")
              .arg(day(m_incident.begun), clock(m_incident.begun), lasted, clock(m_incident.ended));
}

QString IncidentStory::whomSentence() const
{
    const QString who = tenants();
    const QString where = places();
    if (who.isEmpty())
        return where.isEmpty() ? QString() : Words::tr("It happened in %1.").arg(where);
    return where.isEmpty() ? Words::tr("It hurt %1.").arg(who) : Words::tr("It hurt %1 (%2).").arg(who, where);
}

QString IncidentStory::alertSentence() const
{
    if (m_alerts.isEmpty())
        return Words::tr("No alert is known to have fired.");
    QStringList names;
    qsizetype still = 0;
    for (const Stretch &alert : m_alerts) {
        const QString name = u"“"_s + clean(alert.name) + u"”"_s;
        if (!names.contains(name))
            names.append(name);
        still += alert.to.isValid() ? 0 : 1;
    }
    const auto count = static_cast<int>(m_alerts.size());
    const QString fired = (count == 1 ? Words::tr("One alert fired: %1.")
            : names.size() == 1       ? Words::tr("%n alerts fired, all called %1.", nullptr, count)
                                      : Words::tr("%n alerts fired: %1.", nullptr, count))
                              .arg(shortened(names));
    return still == 0 ? fired : QString(fired + u' ' + stillSentence(static_cast<int>(still)));
}

QString IncidentStory::stillSentence(int still) const
{
    if (m_incident.open())
        return still == 1 ? Words::tr("One of them still fires.") : Words::tr("%n of them still fire.", nullptr, still);
    return still == 1 ? Words::tr("One of them still fired when the incident was ended.")
                      : Words::tr("%n of them still fired when the incident was ended.", nullptr, still);
}

QStringList IncidentStory::lossSentences(const Loss &loss) const
{
    const QString name = lossName(loss);
    if (!loss.worstBurn)
        return {Words::tr("How fast %1 burned its error budget is not known.").arg(name)};
    QStringList sentences;
    if (loss.worseFrom.isValid()) {
        const QString lasted = duration(loss.worseFrom.msecsTo(loss.worseTo));
        const QString allowed = loss.objective > 0 ? Words::tr("its objective of %1").arg(percent(loss.objective, 2))
                                                   : Words::tr("its objective");
        sentences.append(loss.worseAtEnd ? Words::tr("Since %1 and to the end, for %2, %3 did worse than %4 allows.")
                                               .arg(clock(loss.worseFrom), lasted, name, allowed)
                                         : Words::tr("From %1 to %2, for %3, %4 did worse than %5 allows.")
                                               .arg(clock(loss.worseFrom), clock(loss.worseTo), lasted, name, allowed));
    }
    const QString worst = Words::tr("At its worst, %1 burned its error budget %2 times as fast as it may")
                              .arg(sentences.isEmpty() ? name : Words::tr("it", "an SLO"), burn(*loss.worstBurn));
    if (!loss.spent)
        sentences.append(Words::tr("%1; how much of it was spent is not known.").arg(worst));
    else if (loss.estimated)
        sentences.append(Words::tr("%1, which spent about %2 of the whole budget (added up from the burn rate).")
                             .arg(worst, share(*loss.spent)));
    else
        sentences.append(Words::tr("%1, which spent %2 of the whole budget: %3 of it is left.")
                             .arg(worst, share(*loss.spent), share(loss.budgetAfter.value_or(0))));
    return sentences;
}

QString IncidentStory::causeSentence() const
{
    if (m_causes.isEmpty())
        return Words::tr("Nothing is known to have changed in the hour before.");
    const Suspect &first = m_causes.first().suspect;
    return Words::tr("The likeliest cause: %1 at %2, %3.")
        .arg(clean(first.what), clock(first.time), circumstances(first));
}

//! When nothing did worse than allowed any more; invalid: never, or not known.
QDateTime IncidentStory::goodAgain() const
{
    QDateTime last;
    for (const Loss &loss : m_losses) {
        if (loss.worseAtEnd)
            return {};
        last = std::max(last, loss.worseTo);
    }
    return last;
}

//! When the last alert ended; invalid: some still fired at the end, or there was none.
QDateTime IncidentStory::alertsOver() const
{
    QDateTime last;
    for (const Stretch &alert : m_alerts) {
        if (!alert.to.isValid())
            return {};
        last = std::max(last, alert.to);
    }
    return last;
}

//! The last change before it was over; null: none is known.
const TimelineEntry *IncidentStory::cure() const
{
    // A rollout that the cluster does not date has the time of the look that met it, which may be so much too late.
    constexpr std::chrono::seconds look{15};
    const QDateTime over = std::max(goodAgain(), alertsOver());
    const TimelineEntry *last = nullptr;
    for (const TimelineEntry &entry : m_record.timeline) {
        const bool change = entry.lane == Lane::Change || entry.lane == Lane::Rollout;
        const bool suspected = !m_causes.isEmpty() && entry.key == m_causes.first().suspect.key;
        const QDateTime latest = entry.lane == Lane::Rollout && over.isValid() ? over.addSecs(look.count()) : over;
        if (over.isValid() && change && !suspected && entry.time > m_incident.begun && entry.time <= latest)
            last = &entry;
    }
    return last;
}

QStringList IncidentStory::cureSentences() const
{
    const QDateTime good = goodAgain();
    const QDateTime over = alertsOver();
    const TimelineEntry *change = cure();
    if (!change)
        return over.isValid() ? QStringList{Words::tr("The last alert ended at %1.").arg(clock(over))} : QStringList();
    const QString by = agent(change->who, PostMortemText::namesPerson(*change));
    QStringList sentences{by.isEmpty()
            ? Words::tr("At %1: %2").arg(clock(change->time), clean(change->sentence))
            : Words::tr("At %1, %2: %3").arg(clock(change->time), by, clean(change->sentence))};
    const bool met = good.isValid() && good >= change->time;
    const bool quiet = over.isValid() && over >= change->time;
    const QString later = duration(change->time.msecsTo(met ? good : over));
    if (met && quiet)
        sentences.append(Words::tr("The objectives were met again %1 later, at %2, and the last alert ended at %3.")
                             .arg(later, clock(good), clock(over)));
    else if (met)
        sentences.append(Words::tr("The objectives were met again %1 later, at %2.").arg(later, clock(good)));
    else if (quiet)
        sentences.append(Words::tr("The last alert ended %1 after that, at %2.").arg(later, clock(over)));
    return sentences;
}

//! What was said at the end.
QString IncidentStory::endSentence() const
{
    constexpr qint64 near = 2000; // ms: it is written with the end
    if (m_incident.open())
        return {};
    for (const TimelineEntry &entry : m_record.timeline) {
        if (entry.lane == Lane::Note && entry.who == m_incident.endedBy
            && qAbs(entry.time.msecsTo(m_incident.ended)) <= near)
            return Words::tr("%1 ended the incident with the words “%2”.")
                .arg(clean(m_incident.endedBy),
                    clean(entry.sentence.endsWith(u'.') ? entry.sentence.chopped(1) : entry.sentence));
    }
    return {};
}

QStringList IncidentStory::questions() const
{
    QStringList asked = causeQuestions();
    if (m_alerts.isEmpty())
        asked.append(Words::tr("No alert fired. Which one should have?"));
    asked.append(Words::tr("The incident was started %1 after it began. Who noticed it, and who was told when?")
                     .arg(duration(m_incident.begun.msecsTo(m_incident.started))));
    asked.append(openEnds());
    asked.append(Words::tr("What will be changed so that this does not happen again, by whom, and until when?"));
    return asked;
}

QStringList IncidentStory::causeQuestions() const
{
    if (m_causes.isEmpty())
        return {Words::tr("What caused it? Nothing that this console sees changed just before: traffic, a dependency, "
                          "the infrastructure?")};
    const Suspect &first = m_causes.first().suspect;
    QStringList asked{
        Words::tr("Was this the cause: %1? What would have caught it before it went live?").arg(clean(first.what))};
    if (!namesPerson(first))
        asked.append(first.who.isEmpty()
                ? Words::tr("Who made that change? It was not made with this console; the audit log of the cluster "
                            "knows.")
                : Words::tr("Who made that change? Only the program is known, %1; the audit log of the cluster knows "
                            "more.")
                      .arg(clean(first.who)));
    if (!m_alerts.isEmpty() && m_alerts.first().from >= first.time)
        asked.append(Words::tr("The first alert fired %1 after that change. Is that soon enough?")
                         .arg(duration(first.time.msecsTo(m_alerts.first().from))));
    return asked;
}

QStringList IncidentStory::openEnds() const
{
    constexpr qsizetype mostSilences = 4;
    QStringList asked;
    for (const Stretch &silence : m_silences) {
        if (!silence.to.isValid() && asked.size() < mostSilences)
            asked.append(Words::tr("Is the silence of %1 still needed?").arg(clean(silence.name)));
    }
    for (const Loss &loss : m_losses) {
        if (loss.worseAtEnd && !m_incident.open())
            asked.append(Words::tr("When the incident was ended, %1 still did worse than allowed. Who looks after it?")
                             .arg(lossName(loss)));
    }
    if (std::ranges::any_of(m_alerts, [](const Stretch &alert) { return !alert.to.isValid(); }))
        asked.append(Words::tr("Some alerts still fired at the end. Who looks after them?"));
    if (std::ranges::any_of(m_losses, [](const Loss &loss) { return loss.budgetAfter && *loss.budgetAfter <= 0; }))
        asked.append(Words::tr("The error budget is spent. Does the policy for that apply now?"));
    return asked;
}
