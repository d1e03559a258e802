// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <Qt>

//! Which columns of a table are shown, where, how wide, and what sorts it. Columns go by their stable ids, so that a
//! state saved by another version still fits: unknown ids are passed over, new columns stay as they are by default.
struct HeaderState
{
    struct Section
    {
        QString id;
        int width = 0;
        bool shown = true;
        bool operator==(const Section &) const = default;
    };
    QList<Section> sections; //!< as they stand, from the left
    QString sortId; //!< empty when nothing sorts
    Qt::SortOrder order = Qt::AscendingOrder;

    bool operator==(const HeaderState &) const = default;

    [[nodiscard]] bool isEmpty() const { return sections.isEmpty(); }
    [[nodiscard]] QByteArray toBytes() const;
    //! Empty when \a bytes are none of ours.
    [[nodiscard]] static HeaderState fromBytes(const QByteArray &bytes);
};
