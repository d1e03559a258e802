// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace Desktop {

//! Something that a desktop shows beside everything else. A plain value; crosses threads. Texts may come from servers:
//! nothing of them is ever interpreted.
struct Notice
{
    //! As the specification of desktop notifications numbers them.
    enum class Urgency : quint8 { Low = 0, Normal = 1, Critical = 2 };

    QString key = {}; //!< ours: a later notice of the same key takes the place of the earlier one
    QString title = {}; //!< shown up to Limit::title characters
    QString text = {}; //!< likewise; lines are kept
    Urgency urgency = Urgency::Normal;
    bool sound = false; //!< whether the desktop may make its noise
    QString openLabel = {}; //!< translated: of the action that leads to what it is about; empty: there is none

    bool operator==(const Notice &) const = default;
};

namespace NoticeText {
inline constexpr qsizetype mostTitle = 200; //!< characters
inline constexpr qsizetype mostText = 1000; //!< likewise
//! One line: control characters and line ends are spaces, what is too long ends with an ellipsis. Titles are never
//! taken for markup (specification 1.2, "summary").
[[nodiscard]] QString title(const QString &text);
//! Likewise, but lines stay. \a markup: the desktop takes bodies for markup, so that what would be taken for it is
//! escaped.
[[nodiscard]] QString body(const QString &text, bool markup);
} // namespace NoticeText

} // namespace Desktop

Q_DECLARE_METATYPE(Desktop::Notice)
