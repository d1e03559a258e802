// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>
#include <memory>

class Alarm;
class Clock;
class QProcess;
class QTemporaryFile;

//! Asks promtool, which comes with Prometheus, what it thinks of rules. Runs beside the event loop of its thread, which
//! never waits for it.
class Promtool final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds patience{20};
    static constexpr qsizetype longestOutput = 4000; //!< characters

    enum class Verdict {
        Good,
        Bad, //!< `said` is why
        Missing, //!< there is no promtool here
        Failed, //!< it could not be started, or took too long; `said` is why
    };

    //! \a program: its name or path; \a clock must outlive this.
    Promtool(const Clock &clock, const QString &program, QObject *parent = nullptr);
    ~Promtool() override;

    //! Whether it is there; looks anew.
    [[nodiscard]] bool present() const;
    //! `promtool check rules` over \a yaml. One at a time: what is being checked is given up without an answer.
    void check(const QByteArray &yaml);

Q_SIGNALS:
    //! \a said: plain text, lines kept.
    void checked(Promtool::Verdict verdict, const QString &said);

private:
    const Clock &m_clock;
    QString m_program;
    std::unique_ptr<QTemporaryFile> m_file;
    QProcess *m_process = nullptr; // ours; leaves by itself
    std::unique_ptr<Alarm> m_deadline;

    void abandon();
    void finish(Verdict verdict, const QString &said);
    void takeEnd(int exitCode, bool crashed);
};
