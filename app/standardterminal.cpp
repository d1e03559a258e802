// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/standardterminal.h"

#include <cerrno>
#include <cstdio>
#include <unistd.h>

ChangeVerb::Terminal StandardTerminal::terminal()
{
    return {[](const QString &text) {
                std::fputs(text.toLocal8Bit().constData(), stdout);
                std::fputc('\n', stdout);
                std::fflush(stdout);
            },
        [this](const QString &question, Answer answer) { ask(question, std::move(answer)); }};
}

void StandardTerminal::ask(const QString &question, Answer answer)
{
    std::fputs(question.toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
    m_answer = std::move(answer);
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &StandardTerminal::read);
}

void StandardTerminal::read()
{
    char buffer[512];
    const ssize_t size = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size > 0)
        m_typed.append(buffer, size);
    const qsizetype end = m_typed.indexOf('\n');
    if (end >= 0) {
        const QString line = QString::fromLocal8Bit(m_typed.left(end));
        m_typed.remove(0, end + 1);
        tell(line);
    } else if (size <= 0 || m_typed.size() > longestLine) {
        tell({});
    }
}

void StandardTerminal::tell(const std::optional<QString> &line)
{
    m_input.release()->deleteLater(); // it is what called
    std::exchange(m_answer, nullptr)(line);
}
