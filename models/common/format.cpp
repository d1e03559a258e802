// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/format.h"

#include "models/common/condition.h"
#include "models/common/usage.h"
#include "models/freshness/freshness.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Format)
};

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

//! How many decimals leave three significant digits; whole numbers keep all of theirs.
int decimalsFor(double value)
{
    if (value == 0 || !std::isfinite(value))
        return 0;
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 0, 9);
}

QString figure(double value, int decimals)
{
    if (!std::isfinite(value))
        return value > 0 ? QStringLiteral("∞") : Format::unknown();
    const double shown = rounded(value, decimals);
    return QLocale().toString(shown == 0 ? 0.0 : shown, 'f', QLocale::FloatingPointShortest);
}

QString usage(const Usage &usage, CellKind kind)
{
    if (!usage.limit) {
        const auto amount = usage.reserved ? usage.reserved : usage.used;
        if (!amount)
            return usage.unlimited ? Words::tr("no limit") : Format::unknown();
        const QString shown = Format::amount(*amount, kind);
        return usage.unlimited ? Words::tr("%1, no limit").arg(shown) : Words::tr("%1, limit unknown").arg(shown);
    }
    const QString limit = Format::amount(*usage.limit, kind);
    if (!usage.reserved)
        return Words::tr("unknown, limit %1").arg(limit);
    const QString reserved = Format::amount(*usage.reserved, kind);
    if (const auto percent = usage.percent())
        return Words::tr("%1 of %2 (%3)").arg(reserved, limit, Format::percent(*percent));
    return Words::tr("%1 of %2").arg(reserved, limit);
}

QString age(const QDateTime &moment)
{
    if (!moment.isValid())
        return Format::unknown();
    return FreshnessText::duration(std::chrono::milliseconds(moment.msecsTo(QDateTime::currentDateTimeUtc())));
}

QString timeLeft(const QDateTime &moment)
{
    if (!moment.isValid())
        return Format::unknown();
    const std::chrono::milliseconds left(QDateTime::currentDateTimeUtc().msecsTo(moment));
    return left.count() > 0 ? Words::tr("in %1").arg(FreshnessText::duration(left))
                            : Words::tr("%1 ago").arg(FreshnessText::duration(-left));
}

} // namespace

QString Format::count(qlonglong value)
{
    return QLocale().toString(value);
}

QString Format::cores(double cores)
{
    return figure(cores, decimalsFor(cores));
}

QString Format::bytes(double bytes)
{
    static constexpr std::array units{QT_TRANSLATE_NOOP("Format", "%1 B"), QT_TRANSLATE_NOOP("Format", "%1 KiB"),
        QT_TRANSLATE_NOOP("Format", "%1 MiB"), QT_TRANSLATE_NOOP("Format", "%1 GiB"),
        QT_TRANSLATE_NOOP("Format", "%1 TiB"), QT_TRANSLATE_NOOP("Format", "%1 PiB"),
        QT_TRANSLATE_NOOP("Format", "%1 EiB")};
    size_t unit = 0;
    // Compared as shown: 1023.9 MiB would read "1,024 MiB".
    while (std::isfinite(bytes) && unit + 1 < units.size() && std::abs(rounded(bytes, decimalsFor(bytes))) >= 1024) {
        bytes /= 1024;
        ++unit;
    }
    return Words::tr(units[unit]).arg(figure(bytes, unit == 0 ? 0 : decimalsFor(bytes)));
}

QString Format::percent(double percent)
{
    return Words::tr("%1 %").arg(figure(percent, std::abs(percent) < 10 ? 1 : 0));
}

QString Format::span(double seconds)
{
    if (seconds < 1)
        return Words::tr("%1 ms").arg(figure(seconds * 1000, decimalsFor(seconds * 1000)));
    return Words::tr("%1 s").arg(figure(seconds, decimalsFor(seconds)));
}

QString Format::amount(double value, CellKind kind)
{
    switch (kind) {
    case CellKind::Cores:
    case CellKind::UsageCores:
        return cores(value);
    case CellKind::Bytes:
    case CellKind::UsageBytes:
        return bytes(value);
    case CellKind::Percent:
        return percent(value);
    case CellKind::Duration:
        return span(value);
    case CellKind::Rate:
        return Words::tr("%1 /s").arg(figure(value, value < 10 ? 1 : 0));
    case CellKind::Text:
    case CellKind::Count:
    case CellKind::UsageCount:
    case CellKind::Freshness:
    case CellKind::Condition:
    case CellKind::Time:
    case CellKind::Deadline:
        break;
    }
    return figure(value, value == std::floor(value) ? 0 : decimalsFor(value));
}

QString Format::unknown()
{
    return Words::tr("unknown");
}

QString Format::none()
{
    return Words::tr("none");
}

QString Format::value(const QVariant &value, CellKind kind)
{
    if (!value.isValid())
        return unknown();
    if (value.typeId() == QMetaType::Nullptr)
        return none();
    switch (kind) {
    case CellKind::Text:
        return value.toString().isEmpty() ? none() : value.toString();
    case CellKind::Count:
        return value.typeId() == QMetaType::Double ? amount(value.toDouble(), kind) : count(value.toLongLong());
    case CellKind::Cores:
    case CellKind::Bytes:
    case CellKind::Percent:
    case CellKind::Duration:
    case CellKind::Rate:
        return amount(value.toDouble(), kind);
    case CellKind::UsageCores:
    case CellKind::UsageBytes:
    case CellKind::UsageCount:
        return usage(value.value<Usage>(), kind);
    case CellKind::Freshness:
        return FreshnessText::brief(value.value<Freshness>());
    case CellKind::Time:
        return age(value.toDateTime());
    case CellKind::Deadline:
        return timeLeft(value.toDateTime());
    case CellKind::Condition:
        return value.value<Condition>().word;
    }
    return {};
}
