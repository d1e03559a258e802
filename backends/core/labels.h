// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
#include <QString>

//! Names and values of what a monitoring server tells its alerts and series apart by. Sorted by name, as sortLabels()
//! sorts, wherever nothing else is said; no name twice.
using LabelList = QList<QPair<QString, QString>>;

namespace Labels {

//! Of one alert, one rule, one series: more are no labels that anybody made.
inline constexpr qsizetype most = 128;

//! By the bytes of the names in UTF-8, as Prometheus sorts.
void sort(LabelList &labels);
//! The value of \a name; empty when there is none, which is the same to Prometheus.
[[nodiscard]] QString value(const LabelList &labels, QLatin1String name);
[[nodiscard]] QString value(const LabelList &labels, const QString &name);
//! FNV-1a of 64 bits over the sorted labels, each name and each value followed by the byte 0xFF: what Alertmanager
//! calls the fingerprint of an alert (common/model of Prometheus, LabelSet.Fingerprint). Any thread.
[[nodiscard]] quint64 fingerprint(const LabelList &sorted);
//! 16 digits, as Alertmanager prints them.
[[nodiscard]] QString fingerprintText(quint64 fingerprint);

} // namespace Labels
