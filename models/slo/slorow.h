// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/slo.h"
#include "models/slo/slodetail.h"

namespace Prometheus {
struct SloReading;
}
namespace SloSpec {
struct Definition;
}

//! From what servers say to what a row says: pure functions.
namespace SloRow {

//! What else is known of an answer that a reading is part of.
struct Answer
{
    bool partial = false;
    Freshness freshness; //!< of the reading
};

//! Everything but key, tenant, servers and standings. What looks fine is unknown where the answer is partial or stale.
[[nodiscard]] Slo of(const Prometheus::SloReading &reading, const Answer &answer);
//! A row that says what is wrong with a definition.
[[nodiscard]] Slo of(const SloSpec::Definition &definition);
//! The tiers that decide about \a slo, with what they show now.
[[nodiscard]] QList<SloTier> tiers(const Slo &slo);
//! The namespace that the labels of a row name; empty when none does.
[[nodiscard]] QString namespaceOf(const QList<QPair<QString, QString>> &labels);
//! The workload that the labels of a row name, else its service.
[[nodiscard]] QString workloadOf(const Slo &slo);
//! Likewise, of labels and what the SLO calls its service.
[[nodiscard]] QString workloadOf(const QList<QPair<QString, QString>> &labels, const QString &service);
[[nodiscard]] QString labelOf(const QList<QPair<QString, QString>> &labels, QLatin1String name);

} // namespace SloRow

//! What people read about SLOs.
namespace SloTexts {

//! A state by its id, without its rank: page, ticket, fine, low-traffic, no-data, unknown, faulty.
[[nodiscard]] Condition condition(const QString &id);
//! "5 min", "1 h", "3 d".
[[nodiscard]] QString window(std::chrono::seconds window);
//! A ratio as a percentage with as many digits as it needs: "99.95 %", "0.012 %".
[[nodiscard]] QString ratio(double ratio);
//! "14.4", "0.03": how many times too fast.
[[nodiscard]] QString burn(double burn);
//! "2 d 3 h", "spent", "never".
[[nodiscard]] QString exhaustion(double seconds);
//! Blocks of eight heights; a space is a gap.
[[nodiscard]] QString sparkline(const QList<float> &trend);
//! Why a definition is faulty that counts by a bucket which \a histogram lacks; \a known: the bounds that it has.
[[nodiscard]] QString missingBound(const QString &histogram, const QString &bound, const QStringList &known);
//! Why one is that cannot be asked of one cluster alone; \a place: "12: foo(".
[[nodiscard]] QString unselected(const QString &place);
//! What the state is and why, what limits it, and what to do next.
[[nodiscard]] QStringList sentences(const Slo &slo);

} // namespace SloTexts
