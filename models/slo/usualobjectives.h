// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Prometheus {
struct SloReading;
} // namespace Prometheus

//! The objectives that the console asks of every workload by itself, held against those that rules record: where a rule
//! records the one of that name for that workload, the console's own would only say the same thing twice. Pure.
class UsualObjectives
{
public:
    //! What one server says: \a key of its row, and the \a cluster of the server. Returns keys of rows that come or go
    //! by it.
    [[nodiscard]] QStringList add(
        const QString &server, const QString &key, const Prometheus::SloReading &reading, const QString &cluster);
    [[nodiscard]] QStringList remove(
        const QString &server, const QString &key, const Prometheus::SloReading &reading, const QString &cluster);
    //! It is the console's own, and a rule records the same.
    [[nodiscard]] bool covered(const Prometheus::SloReading &reading, const QString &cluster) const;

private:
    struct Objective
    {
        QSet<QString> recorded; // server and key of the rows that rules record
        QHash<QString, QString> usual; // keys of the rows that the console asks for, by server and key
    };
    QHash<QString, Objective> m_objectives; // by cluster, namespace, workload and name
};
