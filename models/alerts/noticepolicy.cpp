// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/noticepolicy.h"

#include "models/alerts/alert.h"
#include "models/common/format.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Notices)
};

constexpr int daysOfAWeek = 7;

int dayBefore(int day)
{
    return day == 1 ? daysOfAWeek : day - 1;
}

QString countsByLevel(const QList<AlertNews> &news)
{
    std::array<qsizetype, 3> counts{};
    for (const AlertNews &each : news)
        ++counts.at(static_cast<size_t>(NoticePolicy::levelOf(each.severity)));
    QStringList parts;
    if (counts[2] > 0)
        parts.append(Words::tr("%1 critical").arg(Format::count(counts[2])));
    if (counts[1] > 0)
        parts.append(Words::tr("%1 warnings").arg(Format::count(counts[1])));
    if (counts[0] > 0)
        parts.append(Words::tr("%1 for information").arg(Format::count(counts[0])));
    return parts.join(u", "_s);
}

//! The names that come most often, "Burn (180), CrashLoop (20)".
QString mostFrequent(const QList<AlertNews> &news)
{
    constexpr qsizetype most = 3;
    QHash<QString, qsizetype> counts;
    for (const AlertNews &each : news)
        ++counts[each.name];
    QStringList names = counts.keys();
    std::ranges::sort(names,
        [&](const QString &a, const QString &b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a < b; });
    QStringList parts;
    for (const QString &name : std::as_const(names).first(std::min(most, names.size())))
        parts.append(Words::tr("%1 (%2)", "name and count").arg(name, Format::count(counts[name])));
    if (names.size() > most)
        parts.append(Words::tr("and %1 other names").arg(Format::count(names.size() - most)));
    return parts.join(u", "_s);
}

//! "in 3 tenants", "in tenant shop"; empty when none is known.
QString tenantsOf(const QList<AlertNews> &news)
{
    QSet<QString> tenants;
    for (const AlertNews &each : news) {
        if (!each.tenant.isEmpty())
            tenants.insert(each.tenant);
    }
    if (tenants.isEmpty())
        return {};
    if (tenants.size() == 1)
        return Words::tr("in tenant %1").arg(*tenants.cbegin());
    return Words::tr("in %1 tenants").arg(Format::count(tenants.size()));
}

AlertNotice ofMany(const QList<AlertNews> &news, const NoticeSettings &settings)
{
    AlertNotice notice{.key = {},
        .title = {},
        .text = countsByLevel(news) + u".\n"_s + mostFrequent(news),
        .sound = settings.sound,
        .openLabel = Words::tr("Show them"),
        .alertKeys = {}};
    for (const AlertNews &each : news) {
        notice.level = std::max(notice.level, NoticePolicy::levelOf(each.severity));
        if (notice.alertKeys.size() < NoticePolicy::mostKeys)
            notice.alertKeys.append(each.key);
    }
    return notice;
}
} // namespace

NoticeLevel NoticePolicy::levelOf(const QString &severity)
{
    constexpr int critical = 3;
    constexpr int warning = 2;
    const int rank = AlertText::rank(severity);
    return rank >= critical ? NoticeLevel::Critical : rank == warning ? NoticeLevel::Warning : NoticeLevel::Info;
}

AlertNews NoticePolicy::newsOf(const Alert &alert)
{
    return {.key = alert.key,
        .name = alert.name,
        .severity = alert.severity,
        .tenant = alert.tenant,
        .cluster = alert.cluster,
        .summary = alert.summary.isEmpty() ? alert.description : alert.summary,
        .wantsAPerson = alert.open()};
}

QString NoticePolicy::id(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return u"info"_s;
    case NoticeLevel::Warning:
        return u"warning"_s;
    case NoticeLevel::Critical:
        break;
    }
    return u"critical"_s;
}

NoticeLevel NoticePolicy::levelFromId(const QString &id)
{
    if (id == "info"_L1)
        return NoticeLevel::Info;
    return id == "warning"_L1 ? NoticeLevel::Warning : NoticeLevel::Critical;
}

bool NoticePolicy::isQuiet(const QuietHours &hours, const QDateTime &local)
{
    if (!hours.on || !hours.from.isValid() || !hours.to.isValid())
        return false;
    const int today = local.date().dayOfWeek();
    const QTime time = local.time();
    const bool beginsToday = hours.days.contains(today);
    if (hours.from == hours.to)
        return beginsToday;
    if (hours.from < hours.to)
        return beginsToday && time >= hours.from && time < hours.to;
    return (beginsToday && time >= hours.from) || (hours.days.contains(dayBefore(today)) && time < hours.to);
}

//! Quiet hours change at their own two times of day and at midnight only, so that no other moment has to be asked.
QDateTime NoticePolicy::quietUntil(const QuietHours &hours, const QDateTime &local)
{
    if (!isQuiet(hours, local))
        return local;
    for (int day = 0; day <= daysOfAWeek; ++day) {
        QList<QTime> times{QTime(0, 0), hours.to};
        std::ranges::sort(times);
        for (const QTime time : std::as_const(times)) {
            QDateTime moment = local;
            moment.setDate(local.date().addDays(day));
            moment.setTime(time);
            if (moment > local && !isQuiet(hours, moment))
                return moment;
        }
    }
    return {};
}

NoticePolicy::Verdict NoticePolicy::judge(const AlertNews &news, const NoticeSettings &settings, const QDateTime &local)
{
    const NoticeLevel level = levelOf(news.severity);
    if (!settings.on || !news.wantsAPerson || level < settings.least)
        return Verdict::Never;
    if (!isQuiet(settings.quiet, local))
        return Verdict::Tell;
    return level == NoticeLevel::Critical && settings.quiet.criticalBreaksThrough ? Verdict::Tell : Verdict::Hold;
}

QString NoticePolicy::keyOf(const QString &alertKey)
{
    return u"alert:"_s + alertKey;
}

AlertNotice NoticePolicy::single(const AlertNews &news, const NoticeSettings &settings)
{
    const QString name = news.severity.isEmpty()
        ? news.name
        : Words::tr("%1 (%2)", "alert and severity").arg(news.name, news.severity);
    QStringList lines;
    if (!news.summary.isEmpty())
        lines.append(news.summary);
    if (!news.cluster.isEmpty())
        lines.append(Words::tr("In cluster %1.").arg(news.cluster));
    return {.key = keyOf(news.key),
        .title = news.tenant.isEmpty() ? name : Words::tr("%1 in tenant %2").arg(name, news.tenant),
        .text = lines.join(u'\n'),
        .level = levelOf(news.severity),
        .sound = settings.sound,
        .openLabel = Words::tr("Show it"),
        .alertKeys = {news.key}};
}

AlertNotice NoticePolicy::summary(const QList<AlertNews> &news, const NoticeSettings &settings)
{
    AlertNotice notice = ofMany(news, settings);
    const QString tenants = tenantsOf(news);
    const QString count = Format::count(news.size());
    notice.key = u"summary"_s;
    notice.title = tenants.isEmpty()
        ? Words::tr("%1 alerts began").arg(count)
        : Words::tr("%1 alerts began %2", "count, and in which tenants").arg(count, tenants);
    return notice;
}

AlertNotice NoticePolicy::afterQuiet(const QList<AlertNews> &news, const NoticeSettings &settings)
{
    AlertNotice notice = ofMany(news, settings);
    notice.key = u"after-quiet"_s;
    notice.title = news.size() == 1
        ? Words::tr("1 alert began in your quiet hours and goes on")
        : Words::tr("%1 alerts began in your quiet hours and go on").arg(Format::count(news.size()));
    return notice;
}
