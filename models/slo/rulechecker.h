// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/condition.h"

#include <QMetaType>
#include <QObject>

class Clock;
class Promtool;

//! What a tool of Prometheus says to rules, in sentences.
struct RuleVerdict
{
    Condition::Severity severity = Condition::Severity::Info; //!< Fine, Critical; Info: not checked
    QString sentence;
    QString details; //!< what the tool said; lines

    bool operator==(const RuleVerdict &) const = default;
};

//! Has rules checked by promtool where there is one; never waits for it. Lives in the window's thread.
class RuleChecker final : public QObject
{
    Q_OBJECT

public:
    //! \a clock must outlive this. \a program: the name or path of promtool.
    explicit RuleChecker(
        const Clock &clock, const QString &program = QStringLiteral("promtool"), QObject *parent = nullptr);

    //! \a yaml: a file for Prometheus. What is being checked is given up.
    void check(const QByteArray &yaml);

Q_SIGNALS:
    //! About the last rules that were told.
    void checked(const RuleVerdict &verdict);

private:
    Promtool *m_promtool;
};

Q_DECLARE_METATYPE(RuleVerdict)
