// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/headerstate.h"

#include <QDataStream>
#include <QIODevice>

namespace {
constexpr quint32 magic = 0x50484453; // "PHDS"
constexpr quint16 version = 1;
constexpr qint32 mostSections = 1000;
} // namespace

QByteArray HeaderState::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << version << sortId << (order == Qt::DescendingOrder) << static_cast<qint32>(sections.size());
    for (const Section &section : sections)
        stream << section.id << static_cast<qint32>(section.width) << section.shown;
    return bytes;
}

HeaderState HeaderState::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    HeaderState state;
    quint32 foundMagic = 0;
    quint16 foundVersion = 0;
    bool descending = false;
    qint32 count = 0;
    stream >> foundMagic >> foundVersion;
    if (foundMagic != magic || foundVersion != version)
        return {};
    stream >> state.sortId >> descending >> count;
    if (count < 0 || count > mostSections)
        return {};
    state.order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    for (qint32 i = 0; i < count; ++i) {
        Section section;
        qint32 width = 0;
        stream >> section.id >> width >> section.shown;
        section.width = width;
        state.sections.append(section);
    }
    return stream.status() == QDataStream::Ok ? state : HeaderState();
}
