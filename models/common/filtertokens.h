// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

//! The words of the filter language, before anybody asks which columns there are.
struct FilterToken
{
    bool negated = false;
    QString column; //!< as typed; empty for a plain word
    QString sign; //!< ":", "=", "<", "<=", ">" or ">="; empty for a plain word
    QString text; //!< without its quotes

    bool operator==(const FilterToken &) const = default;
};

//! Total: any text has tokens. A quote that is not closed reaches to the end.
[[nodiscard]] QList<FilterToken> filterTokens(const QString &text);

//! A figure with its unit: "80%", "500m", "2Gi", "1.5G".
struct FilterFigure
{
    enum class Unit { None, Percent, Amount };

    double value = 0; //!< in base units, or in percent
    Unit unit = Unit::None;
};

//! Empty when \a text is not a figure.
[[nodiscard]] std::optional<FilterFigure> filterFigure(const QString &text);
