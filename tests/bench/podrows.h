// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <vector>

class Console;
class PodStore;

//! The pods as the console's tables hold them: the only place of the benchmarks that knows in which panel they are.
//! Lives on the window's thread.
class PodRows final : public QObject
{
    Q_OBJECT

public:
    //! \a console must outlive this.
    explicit PodRows(Console &console);

    //! Rows of the table of pods, previews among them.
    [[nodiscard]] qlonglong count() const;
    //! Rows of which every column is known.
    [[nodiscard]] qlonglong complete() const;

Q_SIGNALS:
    void countChanged();
    //! A row shows another number of restarts.
    void restartsChanged(qlonglong restarts);

private:
    Console &m_console;
    PodStore &m_store;
    std::vector<quint32> m_restarts; // by the store's number

    void look(const QList<quint32> &pods);
};
