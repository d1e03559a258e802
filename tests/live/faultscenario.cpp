// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/faultscenario.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>

using namespace std::chrono_literals;
using Kind = Fault::Kind;

namespace {

int amountFor(Kind kind, QRandomGenerator &random)
{
    static constexpr int statuses[] = {410, 429, 500, 503, 504};
    switch (kind) {
    case Kind::Delay:
        return random.bounded(20, 400);
    case Kind::Swallow:
        return random.bounded(2);
    case Kind::Truncate:
    case Kind::CutBody:
    case Kind::BrokenFrame:
        return random.bounded(0, 60000);
    case Kind::Drip:
        return random.bounded(200, 4000);
    case Kind::Answer:
        return statuses[random.bounded(5)];
    case Kind::AnswerLater:
        return random.bounded(2) == 0 ? 429 : 503;
    case Kind::WatchError:
        return random.bounded(3) == 0 ? 500 : 410;
    case Kind::Stall:
    case Kind::Reset:
    case Kind::Finish:
    case Kind::Corrupt:
    case Kind::SilentWatch:
    case Kind::EndedWatch:
        return 0;
    }
    return 0;
}

} // namespace

FaultScenario FaultScenario::of(quint32 seed)
{
    QRandomGenerator random(seed);
    FaultScenario scenario;
    scenario.seed = seed;
    scenario.mode = random.bounded(2) == 0 ? FaultProxy::Mode::Tunnel : FaultProxy::Mode::Http;
    scenario.early = random.bounded(3) == 0;
    const int kinds = scenario.mode == FaultProxy::Mode::Tunnel ? static_cast<int>(Kind::Answer) : Fault::kinds;
    const int count = random.bounded(1, 4);
    for (int i = 0; i < count; ++i) {
        Fault fault;
        fault.kind = static_cast<Kind>(random.bounded(kinds));
        fault.where = static_cast<Fault::Where>(random.bounded(scenario.mode == FaultProxy::Mode::Tunnel ? 3 : 4));
        fault.from = std::chrono::milliseconds(random.bounded(0, 2000));
        fault.lasting = std::chrono::milliseconds(random.bounded(50, 3500));
        fault.amount = amountFor(fault.kind, random);
        fault.oneIn = random.bounded(1, 4);
        scenario.length = std::max(scenario.length, fault.from + fault.lasting);
        scenario.faults.append(fault);
    }
    scenario.length += 100ms;
    return scenario;
}

QString FaultScenario::text() const
{
    QStringList lines{QStringLiteral("seed %1, %2, %3")
                          .arg(seed)
                          .arg(mode == FaultProxy::Mode::Tunnel ? QStringLiteral("tunnel") : QStringLiteral("http"),
                              early ? QStringLiteral("from the first request on")
                                    : QStringLiteral("after everything has been read"))};
    for (const Fault &fault : faults)
        lines.append(fault.text());
    return lines.join(QLatin1String("\n  "));
}
