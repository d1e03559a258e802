// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/burnrate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace SloMath {

namespace {

using std::chrono::seconds;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloMath)
};

QString inWords(seconds time)
{
    const auto hours = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(time).count());
    if (hours >= 48)
        return Words::tr("%n day(s)", nullptr, hours / 24);
    if (hours >= 1)
        return Words::tr("%n hour(s)", nullptr, hours);
    return Words::tr(
        "%n minute(s)", nullptr, static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(time).count()));
}

QString percent(double share, int decimals)
{
    return QLocale().toString(share * 100, 'f', decimals);
}

} // namespace

bool canFire(const BurnTier &tier, double objective)
{
    return objective > 0 && objective < 1 && tier.factor * (1 - objective) < 1;
}

double lowestObjective(const BurnTier &tier)
{
    return tier.factor > 1 ? 1 - 1 / tier.factor : 0;
}

bool firesOnTrack(const BurnTier &tier)
{
    return tier.factor < 0.9;
}

QStringList tierWarnings(const QList<BurnTier> &tiers, double objective)
{
    QStringList warnings;
    for (const BurnTier &tier : tiers) {
        const QString factor = QLocale().toString(tier.factor, 'g', 4);
        if (!canFire(tier, objective))
            warnings.append(Words::tr("The alert at a burn rate of %1 over %2 can never fire: even a total outage does "
                                      "not reach it. Choose an objective above %3 %.")
                                .arg(factor, inWords(tier.longWindow), percent(lowestObjective(tier), 2)));
        else if (firesOnTrack(tier))
            warnings.append(
                Words::tr("The alert at a burn rate of %1 over %2 fires while the budget is on track. Choose "
                          "a longer window for the objective.")
                    .arg(factor, inWords(tier.longWindow)));
    }
    return warnings;
}

bool retainsLess(std::optional<seconds> retention, seconds period)
{
    return retention && *retention < period;
}

QString retentionWarning(const QString &server, std::optional<seconds> retention, seconds period)
{
    if (!retainsLess(retention, period))
        return {};
    return Words::tr(
        "%1 keeps %2 of data, but the objective is about %3: what is shown of its budget is about the last "
        "%2 alone. Let the server keep data for longer, or choose a shorter window.")
        .arg(server, inWords(*retention), inWords(period));
}

} // namespace SloMath
