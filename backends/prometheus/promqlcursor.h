// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

//! The words, numbers and strings of PromQL. Only for promql.cpp.
namespace Prometheus::PromQl {

[[nodiscard]] bool isLetter(QChar c);
[[nodiscard]] bool isDigit(QChar c);
[[nodiscard]] bool isQuote(QChar c);
//! What a string in its quotes says.
[[nodiscard]] QString unquoted(QStringView literal);

//! A place in a query. What is taken moves it on; what is false leaves it anywhere.
class PromQlCursor
{
public:
    //! \a text must outlive this.
    explicit PromQlCursor(const QString &text) : m_text(text) { }

protected:
    const QString &m_text;
    qsizetype m_at = 0;

    [[nodiscard]] bool over() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype further = 0) const
    {
        return m_at + further < m_text.size() ? m_text.at(m_at + further) : QChar();
    }
    //! Comments, too.
    void blanks();
    [[nodiscard]] bool take(QLatin1String what);
    //! Empty where there is none.
    [[nodiscard]] QString word();
    //! The one that comes after blanks, if any; stays where it is.
    [[nodiscard]] QString nextWord();
    [[nodiscard]] bool literal();
    //! Decimal, hexadecimal, or a duration, which later versions read as a number.
    [[nodiscard]] bool number();
    [[nodiscard]] bool duration();
    //! "(a, b)".
    [[nodiscard]] bool labels(QStringList &names);
};

} // namespace Prometheus::PromQl
