// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changeverb.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

//! Standard output and input, without waiting for either: lines that a person types come from the event loop.
class StandardTerminal final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! This must outlive whoever uses it.
    [[nodiscard]] ChangeVerb::Terminal terminal();

private:
    using Answer = std::function<void(const std::optional<QString> &)>;

    static constexpr qsizetype longestLine = 4096;

    std::unique_ptr<QSocketNotifier> m_input;
    QByteArray m_typed; // what has come and was not asked for yet
    Answer m_answer;

    void ask(const QString &question, Answer answer);
    void read();
    void tell(const std::optional<QString> &line);
};
