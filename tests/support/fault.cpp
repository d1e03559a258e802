// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault.h"

QString Fault::name(Kind kind)
{
    static constexpr std::array<const char *, kinds> names{"delay", "stall", "swallow", "reset", "finish", "truncate",
        "corrupt", "drip", "answer", "answer later", "watch error", "silent watch", "ended watch", "cut body",
        "broken frame"};
    return QLatin1String(names.at(static_cast<size_t>(kind)));
}

QString Fault::text() const
{
    static constexpr std::array<const char *, 4> places{"everything", "lists", "watches", "probes"};
    return QStringLiteral("%1(%2) on %3, one in %4, from %5 ms for %6 ms")
        .arg(name(kind))
        .arg(amount)
        .arg(QLatin1String(places.at(static_cast<size_t>(where))))
        .arg(oneIn)
        .arg(from.count())
        .arg(lasting.count());
}

void FaultBoard::start(const QList<Fault> &faults)
{
    m_faults = faults;
    m_started.start();
}

const Fault *FaultBoard::on(Fault::Where what, int ordinal) const
{
    const auto now = std::chrono::milliseconds(m_faults.isEmpty() ? 0 : m_started.elapsed());
    for (const Fault &fault : m_faults) {
        const bool watchOnly = fault.kind == Fault::Kind::WatchError || fault.kind == Fault::Kind::SilentWatch
            || fault.kind == Fault::Kind::EndedWatch;
        if (now < fault.from || now >= fault.from + fault.lasting || ordinal % fault.oneIn != 0)
            continue;
        if ((fault.where == Fault::Where::Everything || fault.where == what)
            && (!watchOnly || what == Fault::Where::Watches))
            return &fault;
    }
    return nullptr;
}
