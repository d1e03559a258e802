// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/common/tablefilter.h"

#include "models/common/cellorder.h"
#include "models/common/condition.h"
#include "models/common/filtertokens.h"
#include "models/common/usage.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableFilter)
};

bool isUsage(CellKind kind)
{
    return kind == CellKind::UsageCores || kind == CellKind::UsageBytes || kind == CellKind::UsageCount;
}

bool isFigure(CellKind kind)
{
    return isUsage(kind) || kind == CellKind::Count || kind == CellKind::Cores || kind == CellKind::Bytes
        || kind == CellKind::Percent || kind == CellKind::Duration || kind == CellKind::Rate;
}

bool sameText(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool near(double left, double right)
{
    if (left == right)
        return true;
    return std::abs(left - right) <= 1e-9 * std::max(std::abs(left), std::abs(right));
}

} // namespace

//! Makes terms of tokens, or the first mistake's sentence.
class TableFilter::Parser
{
public:
    explicit Parser(const TableModel &model) : m_model(model) { }

    [[nodiscard]] QString problem() const { return m_problem; }

    //! Empty for a term that asks nothing yet, and after a mistake.
    std::optional<Term> term(const FilterToken &token)
    {
        Term term;
        term.negated = token.negated;
        term.text = token.text;
        if (token.sign.isEmpty())
            return term.text.isEmpty() ? std::nullopt : std::optional(term);
        term.column = column(token.column);
        if (term.column < 0 || (token.sign == QLatin1String(":") && term.text.isEmpty()))
            return std::nullopt;
        term.op = operatorOf(token.sign);
        const CellKind kind = m_model.columns()[static_cast<size_t>(term.column)].kind;
        const bool asText = term.op == Operator::Contains || (term.op == Operator::Equal && !isFigure(kind));
        if (!asText && !readFigure(term, token, kind))
            return std::nullopt;
        return term;
    }

private:
    const TableModel &m_model;
    QString m_problem;

    static Operator operatorOf(const QString &sign)
    {
        if (sign == QLatin1String("="))
            return Operator::Equal;
        if (sign == QLatin1String("<"))
            return Operator::Less;
        if (sign == QLatin1String("<="))
            return Operator::LessOrEqual;
        if (sign == QLatin1String(">"))
            return Operator::Greater;
        return sign == QLatin1String(">=") ? Operator::GreaterOrEqual : Operator::Contains;
    }

    int column(const QString &typed)
    {
        const QString wanted = typed.toLower();
        if (const int exact = m_model.columnOf(wanted); exact >= 0)
            return exact;
        QStringList candidates;
        for (const ColumnInfo &info : m_model.columns()) {
            if (const QLatin1String id(info.id); id.startsWith(wanted))
                candidates.append(id);
        }
        if (candidates.isEmpty()) {
            m_problem
                = Words::tr("There is no column “%1”. Columns are: %2. To search for these words, put them in quotes.")
                      .arg(typed, shownColumns());
            return -1;
        }
        const QString shortest = *std::min_element(candidates.begin(), candidates.end(),
            [](const QString &left, const QString &right) { return left.size() < right.size(); });
        const bool shared = std::all_of(candidates.begin(), candidates.end(),
            [&shortest](const QString &candidate) { return candidate.startsWith(shortest); });
        if (shared)
            return m_model.columnOf(shortest);
        m_problem = Words::tr("“%1” may be any of these columns: %2. Type more of its name.")
                        .arg(typed, candidates.join(QLatin1String(", ")));
        return -1;
    }

    [[nodiscard]] QString shownColumns() const
    {
        QStringList ids;
        bool all = true;
        for (const ColumnInfo &info : m_model.columns()) {
            all = all && info.shown;
            if (info.shown)
                ids.append(QLatin1String(info.id));
        }
        if (!all)
            ids.append(QStringLiteral("…"));
        return ids.join(QLatin1String(", "));
    }

    bool readFigure(Term &term, const FilterToken &token, CellKind kind)
    {
        const QString id = QLatin1String(m_model.columns()[static_cast<size_t>(term.column)].id);
        if (!isFigure(kind)) {
            m_problem = Words::tr("“%1” holds no figures to compare. Write %1:… to search in it.").arg(id);
            return false;
        }
        if (token.text.isEmpty()) {
            m_problem = Words::tr("A number is missing behind “%1”.").arg(QString(token.column + token.sign));
            return false;
        }
        const auto figure = filterFigure(token.text);
        if (!figure) {
            m_problem = Words::tr("“%1” is not a number.").arg(token.text);
            return false;
        }
        if (figure->unit == FilterFigure::Unit::Percent && kind != CellKind::Percent && !isUsage(kind)) {
            m_problem = Words::tr("“%1” is a percentage, but %2 is an amount.").arg(token.text, id);
            return false;
        }
        if (figure->unit == FilterFigure::Unit::Amount && kind == CellKind::Percent) {
            m_problem = Words::tr("“%1” is an amount, but %2 is a percentage.").arg(token.text, id);
            return false;
        }
        term.number = figure->value;
        term.amount = figure->unit == FilterFigure::Unit::Amount;
        return true;
    }
};

TableFilter TableFilter::parse(const QString &text, const TableModel &model)
{
    TableFilter filter;
    Parser parser(model);
    for (const FilterToken &token : filterTokens(text)) {
        auto term = parser.term(token);
        if (term)
            filter.m_terms.push_back(std::move(*term));
        if (!parser.problem().isEmpty()) {
            filter.m_problem = parser.problem();
            filter.m_terms.clear();
            break;
        }
    }
    return filter;
}

bool TableFilter::accepts(const TableModel &model, int row) const
{
    return std::all_of(
        m_terms.begin(), m_terms.end(), [&](const Term &term) { return matches(term, model, row) != term.negated; });
}

bool TableFilter::matches(const Term &term, const TableModel &model, int row)
{
    if (term.column >= 0)
        return matchesColumn(term, model, row);
    const auto columns = model.columns();
    for (size_t column = 0; column < columns.size(); ++column) {
        if (columns[column].kind == CellKind::Text
            && model.value(row, static_cast<int>(column)).toString().contains(term.text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool TableFilter::matchesColumn(const Term &term, const TableModel &model, int row)
{
    const CellKind kind = model.columns()[static_cast<size_t>(term.column)].kind;
    const QVariant value = model.value(row, term.column);
    const bool contains = term.op == Operator::Contains;
    if (kind == CellKind::Freshness) {
        const auto state = value.value<Freshness>().state;
        const auto fits = [&](const QString &word) {
            return contains ? word.startsWith(term.text, Qt::CaseInsensitive) : sameText(word, term.text);
        };
        return fits(FreshnessText::id(state)) || fits(FreshnessText::word(state));
    }
    if (kind == CellKind::Condition) {
        const auto condition = value.value<Condition>();
        const auto fits = [&](const QString &word) {
            return contains ? word.contains(term.text, Qt::CaseInsensitive) : sameText(word, term.text);
        };
        return value.isValid() && (fits(condition.id) || fits(condition.word));
    }
    if (kind == CellKind::Text) {
        const QString text = value.toString();
        return value.isValid()
            && (contains ? text.contains(term.text, Qt::CaseInsensitive) : sameText(text, term.text));
    }
    if (contains)
        return model.text(row, term.column).contains(term.text, Qt::CaseInsensitive);
    if (kind == CellKind::Time || kind == CellKind::Deadline)
        return sameText(model.text(row, term.column), term.text);
    if (isUsage(kind)) {
        const auto usage = value.value<Usage>();
        const auto figure = term.amount ? usage.reserved : usage.percent();
        return figure && holds(term.op, *figure, term.number);
    }
    return CellOrder::comparable(value, kind) && holds(term.op, value.toDouble(), term.number);
}

bool TableFilter::holds(Operator op, double left, double right)
{
    switch (op) {
    case Operator::Contains:
        return false;
    case Operator::Equal:
        return near(left, right);
    case Operator::Less:
        return left < right;
    case Operator::LessOrEqual:
        return left <= right;
    case Operator::Greater:
        return left > right;
    case Operator::GreaterOrEqual:
        return left >= right;
    }
    return false;
}
