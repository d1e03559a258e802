// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/policy/policydocument.h"
#include "models/changes/changepolicy.h"
#include "models/changes/guard.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace Guard {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Guard)
};

constexpr int minutesOfDay = 24 * 60;
constexpr int minutesOfWeek = 7 * minutesOfDay;

bool anyFits(const QStringList &globs, const QString &name)
{
    return std::any_of(globs.begin(), globs.end(), [&name](const QString &glob) { return fitsGlob(glob, name); });
}

//! A change that touches several tenants is held by what holds for one of them. One that touches no tenant is the whole
//! cluster's: what holds for some of its tenants does not hold for it.
bool holdsFor(const Policy::Scope &scope, const Change &change)
{
    if (!scope.clusters.isEmpty() && !anyFits(scope.clusters, change.clusterName))
        return false;
    return scope.tenants.isEmpty()
        || std::any_of(change.tenants.begin(), change.tenants.end(),
            [&scope](const QString &tenant) { return anyFits(scope.tenants, tenant); });
}

int minuteOfWeek(int day, const QTime &time)
{
    // The end of a day, 23:59:59.999, is the next one's beginning.
    return (day - 1) * minutesOfDay + (time.msecsSinceStartOfDay() + 1) / 60000;
}

QDateTime localTime(const QDateTime &utc, const QByteArray &zone)
{
    return utc.toTimeZone(QTimeZone(zone));
}

//! Until when \a freeze holds at \a now; invalid when it does not.
QDateTime heldUntil(const Policy::Freeze &freeze, const QDateTime &now)
{
    if (!freeze.weekly)
        return freeze.from <= now && now < freeze.to ? localTime(freeze.to, freeze.timeZone) : QDateTime();
    const QDateTime local = localTime(now, freeze.timeZone);
    const int from = minuteOfWeek(freeze.weekly->fromDay, freeze.weekly->fromTime) % minutesOfWeek;
    const int to = minuteOfWeek(freeze.weekly->toDay, freeze.weekly->toTime);
    const int length = (to - from + minutesOfWeek - 1) % minutesOfWeek + 1; // the same minute: a whole week
    const int clock = (local.date().dayOfWeek() - 1) * minutesOfDay + local.time().msecsSinceStartOfDay() / 60000;
    const int since = (clock - from + minutesOfWeek) % minutesOfWeek;
    if (since >= length)
        return {};
    // By the calendar and the clock, not by hours, which a change to summer time would shift.
    const int end = local.time().msecsSinceStartOfDay() / 60000 + length - since;
    return QDateTime(
        local.date().addDays(end / minutesOfDay), QTime(0, 0).addSecs(end % minutesOfDay * 60), local.timeZone());
}

bool isOpen(const Policy::BusinessHours &hours, const QDateTime &now)
{
    const QDateTime local = localTime(now, hours.timeZone);
    return hours.days.contains(local.date().dayOfWeek()) && hours.from <= local.time() && local.time() < hours.to;
}

QString spoken(const QDateTime &local)
{
    return QLocale().toString(local, QLocale::ShortFormat) + u' ' + QString::fromUtf8(local.timeZone().id());
}

QString spoken(const Policy::BusinessHours &hours)
{
    QList<int> days = hours.days;
    std::sort(days.begin(), days.end());
    QStringList names;
    for (const int day : std::as_const(days))
        names.append(QLocale().dayName(day, QLocale::ShortFormat));
    return Words::tr("%1 from %2 to %3, %4")
        .arg(QLocale().createSeparatedList(names), QLocale().toString(hours.from, QLocale::ShortFormat),
            QLocale().toString(hours.to, QLocale::ShortFormat), QString::fromUtf8(hours.timeZone));
}

void tighten(std::optional<int> &limit, const std::optional<int> &other)
{
    if (other)
        limit = std::min(limit.value_or(*other), *other);
}

bool fits(const QString &text, const Policy::TextRule &rule)
{
    return rule.pattern.isEmpty()
        || QRegularExpression(QRegularExpression::anchoredPattern(rule.pattern)).match(text).hasMatch();
}

Finding refusal(Kind kind, const QString &sentence)
{
    return {kind, Finding::Verdict::Refuses, sentence};
}

//! Words may still be typed when everything else has been looked at.
Finding wordsAsked(const QString &sentence)
{
    return {Kind::Words, Finding::Verdict::Asks, sentence};
}

QString withExample(const QString &sentence, const Policy::TextRule &rule)
{
    return rule.example.isEmpty() ? sentence
                                  : QString(sentence + u' ' + Words::tr("For example: %1").arg(rule.example));
}

} // namespace

Findings checkFreezes(const Change &change, const ChangePolicy &policy, const Situation &situation)
{
    Findings findings;
    for (const Policy::Freeze &freeze : policy.document().freezes) {
        if (!holdsFor(freeze.scope, change) || freeze.allow.contains(situation.user))
            continue;
        const QDateTime until = heldUntil(freeze, situation.now);
        if (until.isValid())
            findings.append(refusal(Kind::Freeze,
                Words::tr("The freeze “%1” holds for %2 until %3. Try again after it.")
                    .arg(freeze.name, change.clusterName, spoken(until))));
    }
    return findings;
}

Findings checkBusinessHours(const Change &change, const ChangePolicy &policy, const QDateTime &now)
{
    QStringList closed;
    for (const Policy::BusinessHours &hours : policy.document().businessHours) {
        if (!holdsFor(hours.scope, change))
            continue;
        if (isOpen(hours, now))
            return {};
        closed.append(spoken(hours));
    }
    if (closed.isEmpty())
        return {};
    return {refusal(Kind::BusinessHours,
        Words::tr("%1 is changed in business hours only: %2. Try again then.")
            .arg(change.clusterName, closed.join(QStringLiteral("; "))))};
}

Findings checkBlastRadius(const Change &change, const ChangePolicy &policy)
{
    Policy::BlastRadius least;
    for (const Policy::BlastRadius &radius : policy.document().blastRadius) {
        if (!holdsFor(radius.scope, change))
            continue;
        tighten(least.objects, radius.objects);
        tighten(least.pods, radius.pods);
        tighten(least.tenants, radius.tenants);
    }
    Findings findings;
    const QLocale locale;
    const auto check = [&](const std::optional<int> &limit, qint64 touched, const QString &sentence) {
        if (limit && touched > *limit)
            findings.append(
                refusal(Kind::BlastRadius, sentence.arg(locale.toString(touched), locale.toString(*limit))));
    };
    check(least.objects, change.edits.size(),
        Words::tr("The change touches %1 objects at once, and the policy allows %2. Split it."));
    check(
        least.pods, change.pods, Words::tr("The change touches %1 pods at once, and the policy allows %2. Split it."));
    check(least.tenants, change.tenants.size(),
        Words::tr("The change touches %1 tenants at once, and the policy allows %2. Split it."));
    return findings;
}

Findings checkProduction(const Change &change, const ChangePolicy &policy)
{
    if (!policy.isProduction(change.clusterName))
        return {};
    return {{Kind::Production, Finding::Verdict::Asks,
        Words::tr("%1 is a production cluster. Type its name to confirm.").arg(change.clusterName)}};
}

Findings checkSecondPerson(const Change &change, const ChangePolicy &policy)
{
    const QString kind = ChangeText::id(change.kind);
    const auto &rules = policy.document().secondPerson;
    const bool asked = std::any_of(rules.begin(), rules.end(), [&](const Policy::SecondPerson &rule) {
        return holdsFor(rule.scope, change) && (rule.kinds.isEmpty() || rule.kinds.contains(kind));
    });
    if (!asked)
        return {};
    return {{Kind::SecondPerson, Finding::Verdict::Asks,
        Words::tr("A change of this kind to %1 needs a second person. Ask somebody else to approve it.")
            .arg(change.clusterName)}};
}

Findings checkWords(const Change &change, const ChangePolicy &policy)
{
    Findings findings;
    const Policy::TextRule &reason = policy.document().reason;
    const Policy::TextRule &ticket = policy.document().ticket;
    if (reason.required && change.reason.trimmed().isEmpty())
        findings.append(
            wordsAsked(withExample(Words::tr("The policy asks for a reason. Write why you change this."), reason)));
    else if (!change.reason.isEmpty() && !fits(change.reason, reason))
        findings.append(wordsAsked(withExample(
            Words::tr("The reason is not of the form that the policy asks for: %1.").arg(reason.pattern), reason)));
    if (ticket.required && change.ticket.trimmed().isEmpty())
        findings.append(wordsAsked(withExample(Words::tr("The policy asks for a ticket. Name one."), ticket)));
    else if (!change.ticket.isEmpty() && !fits(change.ticket, ticket))
        findings.append(wordsAsked(withExample(
            Words::tr("The ticket is not of the form that the policy asks for: %1.").arg(ticket.pattern), ticket)));
    return findings;
}

} // namespace Guard
