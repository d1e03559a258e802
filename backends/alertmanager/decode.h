// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/alertmanager/alert.h"
#include "backends/alertmanager/silence.h"
#include "backends/core/result.h"

#include <QByteArrayView>

#include <optional>

//! From an Alertmanager's bytes to values (API v2): pure functions, fuzzed. Whatever is more than we keep is counted as
//! left out; an entry that is not of its form makes the whole answer Error::Malformed.
namespace Alertmanager {

inline constexpr qsizetype mostAlerts = 100'000; //!< of one answer
inline constexpr qsizetype mostSilences = 20'000;

//! GET /alerts. `confirmed` stays 0.
[[nodiscard]] Result<AlertSample> decodeAlerts(QByteArrayView body);
//! GET /silences.
[[nodiscard]] Result<SilenceSample> decodeSilences(QByteArrayView body);
//! GET /silence/ID.
[[nodiscard]] Result<Silence> decodeSilence(QByteArrayView body);
//! GET /status.
[[nodiscard]] Result<ServerStatus> decodeStatus(QByteArrayView body);
//! What POST /silences answers: the id.
[[nodiscard]] Result<QString> decodeSilenceId(QByteArrayView body);

//! What an answer with a failing \a httpStatus means. Handlers say why as a JSON text, the validation before them as an
//! object with code and message; proxies in front of them as plain text.
[[nodiscard]] Error decodeFailure(int httpStatus, QByteArrayView body);

//! \a comment with the marks at its end taken off, and these marks: "… [pilothouse:UUID] [pilothouse:UUID]".
struct MarkedComment
{
    QString comment;
    QStringList marks; //!< UUIDs without braces, lower case

    bool operator==(const MarkedComment &) const = default;
};
[[nodiscard]] MarkedComment unmarked(const QString &comment);
//! The reverse; of more than two marks the first and the last one.
[[nodiscard]] QString marked(const MarkedComment &comment);

} // namespace Alertmanager
