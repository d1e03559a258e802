// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/filtertokens.h"

#include <QRegularExpression>

#include <array>
#include <cmath>
#include <utility>

namespace {

bool isColumnCharacter(QChar c)
{
    return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
}

//! Reads one token after another.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) { }

    bool skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    FilterToken token()
    {
        FilterToken token;
        if (m_text.at(m_at) == u'-') {
            token.negated = true;
            ++m_at;
        }
        qsizetype end = m_at;
        while (end < m_text.size() && isColumnCharacter(m_text.at(end)))
            ++end;
        if (end > m_at && end < m_text.size() && QStringView(u":=<>").contains(m_text.at(end))) {
            token.column = m_text.mid(m_at, end - m_at);
            m_at = end;
            token.sign = sign();
        }
        token.text = word();
        return token;
    }

private:
    const QString &m_text;
    qsizetype m_at = 0;

    QString sign()
    {
        const QChar first = m_text.at(m_at++);
        if ((first == u'<' || first == u'>') && m_at < m_text.size() && m_text.at(m_at) == u'=') {
            ++m_at;
            return QString(first + QLatin1String("="));
        }
        return first;
    }

    //! Up to the next space outside quotes.
    QString word()
    {
        QString word;
        bool quoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"')
                quoted = !quoted;
            else if (!quoted && c.isSpace())
                break;
            else
                word += c;
        }
        return word;
    }
};

} // namespace

QList<FilterToken> filterTokens(const QString &text)
{
    QList<FilterToken> tokens;
    Reader reader(text);
    while (reader.skipSpace())
        tokens.append(reader.token());
    return tokens;
}

std::optional<FilterFigure> filterFigure(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(%|[numkMGTPE]|[KMGTPE]i)?$"));
    static const std::array<std::pair<QLatin1String, double>, 15> factors{{{QLatin1String("n"), 1e-9},
        {QLatin1String("u"), 1e-6}, {QLatin1String("m"), 1e-3}, {QLatin1String("k"), 1e3}, {QLatin1String("M"), 1e6},
        {QLatin1String("G"), 1e9}, {QLatin1String("T"), 1e12}, {QLatin1String("P"), 1e15}, {QLatin1String("E"), 1e18},
        {QLatin1String("Ki"), 0x1p10}, {QLatin1String("Mi"), 0x1p20}, {QLatin1String("Gi"), 0x1p30},
        {QLatin1String("Ti"), 0x1p40}, {QLatin1String("Pi"), 0x1p50}, {QLatin1String("Ei"), 0x1p60}}};
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    FilterFigure figure;
    figure.value = match.captured(1).toDouble(&ok);
    if (!ok || !std::isfinite(figure.value))
        return std::nullopt;
    const QString unit = match.captured(2);
    if (unit == QLatin1String("%"))
        figure.unit = FilterFigure::Unit::Percent;
    for (const auto &[suffix, factor] : factors) {
        if (unit == suffix) {
            figure.unit = FilterFigure::Unit::Amount;
            figure.value *= factor;
        }
    }
    return figure;
}
