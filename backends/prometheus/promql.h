// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

//! Which series a query of PromQL reads, and the same query over fewer of them. Reads what Prometheus' own lexer and
//! grammar read (promql/parser), as far as that has to be known to find the selectors: what is not understood for
//! certain is refused, never guessed. Pure, bounded, fuzzed.
namespace Prometheus::PromQl {

constexpr qsizetype longestQuery = 64 * 1024; //!< characters
constexpr qsizetype mostSelectors = 1000;
constexpr qsizetype deepest = 100; //!< brackets within each other

//! One condition between the braces of a selector.
struct Matcher
{
    QString name;
    QString relation; //!< = != =~ !~
    QString value; //!< without its quotes
    QString text; //!< as it is written
};

//! A selector: a metric, matchers in braces, or both.
struct Selector
{
    QString metric; //!< also where a matcher for __name__ says it; empty where nothing does
    QList<Matcher> matchers;
    qsizetype begin = 0; //!< of all of it, in characters
    qsizetype end = 0; //!< after it, and before what stands in brackets behind it
    //! The labels that the outermost aggregation over it keeps, none where it keeps none; nothing where there is no
    //! aggregation, or it says which labels it leaves out.
    std::optional<QStringList> grouping;
    qsizetype place = 0; //!< where a further matcher is to be written
    QString before; //!< what has to stand before that, and behind it
    QString after;
};

//! In the order in which they are written. Error::Unsupported where \a query is not understood or beyond the bounds;
//! its detail has the place and what stands there: "12: foo(".
[[nodiscard]] Result<QList<Selector>> selectors(const QString &query);

//! \a query with \a matchers, each after a comma, added to each of its selectors; errors as selectors() has them.
//! Without matchers the query as it is, unread.
[[nodiscard]] Result<QString> narrowed(const QString &query, const QString &matchers);

} // namespace Prometheus::PromQl
