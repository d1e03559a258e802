// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QThread>

#include <functional>

class Clock;

//! What takes long because it goes through every byte of the journal: verifying and exporting it. One at a time, in a
//! thread of its own. Lives in the window's thread.
class JournalWork final : public QObject
{
    Q_OBJECT

public:
    //! See Records::JournalFormat.
    enum class Format { JsonLines, Csv, Bundle };

    //! \a clock must outlive this.
    JournalWork(QString file, QString keyFolder, const Clock &clock, QObject *parent = nullptr);
    //! Waits for what is being done, a few seconds at most.
    ~JournalWork() override;

    [[nodiscard]] bool isBusy() const { return m_busy; }
    //! Nothing happens while it is busy.
    void verify();
    //! The whole journal, verified on the way: what is broken is not exported. The file is written as a whole or not
    //! at all.
    void exportTo(const QString &fileName, Format format);

    [[nodiscard]] static QString extension(Format format); //!< "jsonl"

Q_SIGNALS:
    void busyChanged(bool busy);
    //! So many entries were gone through.
    void progressed(qint64 entries);
    //! \a paragraphs: what is to be said, the first one for the whole.
    void verified(bool sound, const QStringList &paragraphs);
    void exported(bool done, const QStringList &paragraphs);

private:
    static constexpr qint64 progressEvery = 64; //!< entries
    static constexpr int farewell = 5000; //!< ms

    QString m_file;
    QString m_keyFolder;
    const Clock &m_clock;
    bool m_busy = false;
    QThread m_thread;
    QObject *m_worker; // lives and dies in m_thread

    void work(std::function<std::function<void()>()> task);
    //! Tells of entries; to be called in the thread.
    [[nodiscard]] std::function<void()> counter();
};
