// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QProcess>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QIODevice;

namespace Sandbox {

//! Writes what the metrics would have been before the start into the storage of a running Prometheus, which reads new
//! blocks once a minute. A day at a time, the newest first, so that charts fill from the right; whole days are kept in
//! a cache and need not be made again. Text is made in a thread of its own, blocks by promtool. Belongs to one thread.
class HistoryImport final : public QObject
{
    Q_OBJECT

public:
    //! Writes the samples of [from, to), both UTC and on a whole minute, as OpenMetrics text without the final "# EOF".
    //! Called in another thread; must not use what belongs to this one.
    using Source = std::function<void(QIODevice &into, const QDateTime &from, const QDateTime &to)>;

    struct Settings
    {
        QString promtool; //!< an absolute path
        QString cacheFolder; //!< exists
        QString key; //!< names the past: another one has other blocks
        QString storage; //!< Prometheus' folder, on the same file system as the cache
        Source source;
        int days = 30;
    };

    //! \a clock must outlive this.
    HistoryImport(Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~HistoryImport() override;

    void start();

Q_SIGNALS:
    //! Today and what was cached are in the storage, or will never be.
    void recentReady();
    //! One more day is in the storage.
    void progressed(int done, int total);
    void finished();
    //! Not translated, for a log.
    void failed(const QString &why);

private:
    struct Day
    {
        QDateTime from;
        QDateTime to;
        bool whole = true; //!< false for today, which is not kept
    };

    Settings m_settings;
    const Clock &m_clock;
    std::vector<Day> m_days; //!< the next one last
    int m_total = 0;
    bool m_recent = false;
    QFutureWatcher<QString> m_writing; //!< what went wrong, empty for nothing
    std::unique_ptr<QProcess> m_promtool;

    void showCached();
    void next();
    void writeText();
    void written();
    void makeBlocks();
    void made(int status);
    void keepAndShow();
    [[nodiscard]] QString show(const QString &folder) const;
    void fail(const QString &why);
    [[nodiscard]] QString cached(const Day &day) const;
    [[nodiscard]] QString scratch() const;
    void forgetOthers() const;
};

} // namespace Sandbox
