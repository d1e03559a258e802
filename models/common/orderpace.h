// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <vector>

//! When a TableViewModel looks at rows and puts them in order, and which rows wait for that. Knows rows by their slots.
//! Lives on the window's thread.
class OrderPace final : public QObject
{
    Q_OBJECT

public:
    //! How the order follows the values.
    enum class Pace {
        AtOnce, //!< whenever a call or a signal ends, all is in order
        Gentle, //!< for somebody who looks: long work is done in slices, and a table that changes all the time is put
                //!< in order about once a second. Values are always shown at once, and so are rows that come or go,
                //!< unless hundreds come: these wait for up to a tenth of a second for more.
    };

    explicit OrderPace(QObject *parent);

    [[nodiscard]] Pace pace() const { return m_pace; }
    void setPace(Pace pace);

    //! So many rows are more than one turn of the event loop is good for.
    [[nodiscard]] bool inSlices(size_t rows) const;
    //! So many new rows may be shown together with those that come soon after them.
    [[nodiscard]] bool mayPour(size_t rows) const;
    //! Somebody has just seen all in order: what wants another place may wait for it.
    [[nodiscard]] bool breathing() const { return m_breath.isActive(); }
    //! Rows were put in order a moment ago: more are likely to come.
    [[nodiscard]] bool pausing() const { return m_pause.isActive(); }

    void beginSlices() { m_slice.start(); }
    void endSlices() { m_slice.stop(); }
    //! All is in order.
    void settled();

    //! These wait, none of them twice; there are \a capacity slots.
    void defer(const std::vector<int> &slots, int capacity);
    //! Some of what waits is not shown yet.
    void deferNewcomers() { m_newcomers = true; }
    [[nodiscard]] bool newcomersWait() const { return m_newcomers; }
    [[nodiscard]] bool waits(int slot) const;
    [[nodiscard]] const std::vector<int> &waiting() const { return m_waiting; }
    //! Nothing waits any more.
    [[nodiscard]] std::vector<int> takeWaiting();

Q_SIGNALS:
    //! Time for so many milliseconds of work.
    void sliceDue(qint64 milliseconds);
    void breathOver();
    void pauseOver();

private:
    Pace m_pace = Pace::AtOnce;
    QTimer m_slice;
    QTimer m_pause;
    QTimer m_breath;
    std::vector<int> m_waiting;
    std::vector<bool> m_waits; //!< by slot
    bool m_newcomers = false;
};
