// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/records/incidents/incidentline.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>

namespace Records {

//! What the folder holds.
struct IncidentListing
{
    QList<IncidentHead> heads; //!< the newest first, by when they were started
    QStringList damaged; //!< ids of files that hold something that cannot be read; the rest of them is shown
    qsizetype leftOut = 0; //!< files beyond IncidentFiles::mostFiles, the oldest
};

//! What the file of one incident holds.
struct IncidentReading
{
    IncidentHead head;
    QList<IncidentEntry> entries; //!< in the order in which they were written; of one key the last one only
    QList<IncidentPoint> points; //!< as written
    qsizetype damagedLines = 0; //!< that could not be read, such as the last one after a loss of power
    bool truncated = false; //!< the file is longer than maxFile; what is beyond was not read
};

//! Incidents as they are kept: a folder with a file for each, ID.jsonl, to which whole lines are added and nothing is
//! ever replaced, so that whatever ends the console leaves at most one line that is not whole. Files and folder are for
//! this user alone (0600, 0700).
//!
//! Lives in the thread that makes it, which is where callbacks are called, each from the event loop and while its
//! context lives; functions return at once. Files are touched in a thread of its own, one thing after the other in the
//! order asked. What append() was told is on the disk (fdatasync) before its callback is called.
//!
//! Errors: NotFound, Forbidden or Configuration as the file system says, TooLarge when a file would grow beyond
//! maxFile, Malformed for an id that is no UUID or a file without a head.
class IncidentFiles final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxFile = 32 * 1024 * 1024; //!< bytes
    static constexpr qsizetype mostFiles = 500;

    template <typename Value>
    using Callback = std::function<void(const Result<Value> &)>;

    //! \a folder is made with the first append.
    explicit IncidentFiles(QString folder, QObject *parent = nullptr);
    //! Writes what was asked for; waits for that, a few seconds at most. Callbacks are not called any more.
    ~IncidentFiles() override;

    //! In the folder for this user's data, $XDG_DATA_HOME/pilothouse/incidents.
    [[nodiscard]] static QString usualFolder();
    [[nodiscard]] const QString &folder() const { return m_folder; }

    void list(QObject *context, Callback<IncidentListing> callback);
    void read(const QString &id, QObject *context, Callback<IncidentReading> callback);
    void append(const QString &id, const QList<IncidentLine> &lines, QObject *context, Callback<qsizetype> callback);

private:
    static constexpr int farewell = 5000; //!< ms

    QString m_folder;
    QThread m_thread;
    QObject *m_worker; // lives and dies in m_thread

    template <typename Value>
    void ask(QObject *context, Callback<Value> callback, std::function<Result<Value>()> question);
};

//! What the thread of IncidentFiles does. Blocking; any thread.
namespace IncidentFolder {
[[nodiscard]] Result<IncidentListing> list(const QString &folder);
[[nodiscard]] Result<IncidentReading> read(const QString &folder, const QString &id);
//! Pure: what the bytes of a file say, as far as they can be read. Without a head where there is none.
[[nodiscard]] IncidentReading readingOf(const QByteArray &bytes);
//! Gives how many bytes the file has now.
[[nodiscard]] Result<qsizetype> append(const QString &folder, const QString &id, const QList<IncidentLine> &lines);
} // namespace IncidentFolder

} // namespace Records
