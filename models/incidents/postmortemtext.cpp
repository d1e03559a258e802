// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/incidents/postmortemtext.h"

#include "models/incidents/credentialwords.h"
#include "models/incidents/incident.h"
#include "models/incidents/markdowntext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PostMortem)
};

constexpr auto dateFormat = QLatin1String("yyyy-MM-dd");
constexpr auto clockFormat = QLatin1String("HH:mm:ss");

} // namespace

QString PostMortemText::clean(const QString &text)
{
    return MarkdownText::escaped(CredentialWords::takenOut(text));
}

QString PostMortemText::day(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toUTC(), QString(dateFormat));
}

QString PostMortemText::clock(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toUTC(), QString(clockFormat));
}

QString PostMortemText::moment(const QDateTime &utc)
{
    return utc.isValid() ? QString(day(utc) + u' ' + clock(utc)) : QString();
}

QString PostMortemText::percent(double share, int digits)
{
    return QString(QLocale().toString(share * 100, 'f', digits) + u" %"_s);
}

QString PostMortemText::share(double value)
{
    const double size = std::abs(value * 100);
    return percent(value, size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
}

QString PostMortemText::burn(double rate)
{
    return QLocale().toString(rate, 'f', rate < 10 ? 1 : 0);
}

QString PostMortemText::list(const QStringList &texts)
{
    if (texts.size() < 2)
        return texts.value(0);
    return Words::tr("%1 and %2", "the last two of several")
        .arg(texts.mid(0, texts.size() - 1).join(u", "_s), texts.last());
}

QString PostMortemText::shortened(const QStringList &texts)
{
    if (texts.size() <= mostNamed)
        return list(texts);
    QStringList named = texts.mid(0, mostNamed);
    named.append(Words::tr("%1 more").arg(QLocale().toString(texts.size() - mostNamed)));
    return list(named);
}

QString PostMortemText::agent(const QString &who, bool person)
{
    if (who.isEmpty())
        return {};
    return person ? Words::tr("by %1").arg(clean(who)) : Words::tr("with %1", "a program").arg(clean(who));
}

bool PostMortemText::namesPerson(const TimelineEntry &entry)
{
    return entry.lane != TimelineEntry::Lane::Rollout || !entry.subject.isEmpty();
}
