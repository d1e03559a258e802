// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/canonicaljson.h"
#include "backends/records/journal/journaldatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

// What is asked of a journal's file; writing it is in journaldatabase.cpp.
namespace Records {

namespace {

QString escaped(const QString &text)
{
    QString pattern = QString::fromUtf8(canonicalString(text)); // as it stands in the entry
    pattern = pattern.mid(1, pattern.size() - 2);
    for (const QChar special : {u'\\', u'%', u'_'})
        pattern.replace(special, QString(u'\\' + QString(special)));
    return QString(u'%' + pattern + u'%');
}

struct Condition
{
    QString sql;
    QVariant value;
};

//! Of columns that all entries of one object of a change share, and of `before` and the times.
QList<Condition> conditionsOf(const JournalFilter &filter)
{
    QList<Condition> conditions;
    for (const auto &[column, value] : {std::pair("user", &filter.user), std::pair("tenant", &filter.tenant),
             std::pair("cluster", &filter.cluster), std::pair("kind", &filter.kind)}) {
        if (!value->isEmpty())
            conditions.append({QLatin1String(column) + QLatin1String(" = ?"), *value});
    }
    if (filter.from)
        conditions.append({QStringLiteral("time >= ?"), *filter.from});
    if (filter.to)
        conditions.append({QStringLiteral("time < ?"), *filter.to});
    if (filter.before)
        conditions.append({QStringLiteral("sequence < ?"), *filter.before});
    return conditions;
}

constexpr char matches[] = "canonical LIKE ? ESCAPE '\\'";

QString where(const QList<Condition> &conditions)
{
    QString sql;
    for (qsizetype i = 0; i < conditions.size(); ++i)
        sql += QLatin1String(i == 0 ? " WHERE " : " AND ") + conditions.at(i).sql;
    return sql;
}

void bind(QSqlQuery &query, const QList<Condition> &conditions)
{
    for (const Condition &condition : conditions)
        query.addBindValue(condition.value);
}

} // namespace

Result<QList<JournalEntry>> JournalDatabase::entries(QSqlQuery &query, qsizetype maxBytes)
{
    if (!query.exec())
        return failure(query);
    QList<JournalEntry> entries;
    qsizetype bytes = 0;
    while (bytes < maxBytes && query.next()) {
        const QByteArray canonical = query.value(0).toString().toUtf8();
        bytes += canonical.size();
        const auto entry = JournalEntry::read(canonical);
        if (!entry)
            return Error{entry.error().kind, 0, entry.error().detail, m_file, {}};
        entries.append(*entry);
    }
    if (query.lastError().isValid())
        return failure(query);
    return entries;
}

Result<JournalPage> JournalDatabase::page(const JournalFilter &filter)
{
    const int limit = qBound(1, filter.limit, JournalFilter::maxPage);
    QList<Condition> conditions = conditionsOf(filter);
    if (!filter.text.isEmpty())
        conditions.append({QLatin1String(matches), escaped(filter.text)});
    const QString sql = QStringLiteral("SELECT canonical FROM entries") + where(conditions)
        + QStringLiteral(" ORDER BY sequence DESC LIMIT %1").arg(limit + 1);
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(sql);
    bind(query, conditions);
    auto found = entries(query, JournalPage::maxBytes);
    if (!found)
        return found.error();
    JournalPage page{std::move(found).value(), false};
    page.more = page.entries.size() > limit || query.isValid(); // the first one too many, or stopped at the bound
    if (page.entries.size() > limit)
        page.entries.removeLast();
    return page;
}

Result<JournalRowPage> JournalDatabase::rows(const JournalFilter &filter)
{
    const int limit = qBound(1, filter.limit, JournalFilter::maxPage);
    // The index has the entries of one object of one change beside each other; there are a handful.
    const QString same
        = QStringLiteral("FROM entries AS e WHERE e.change = entries.change AND e.target = entries.target");
    QList<Condition> conditions = conditionsOf(filter);
    conditions.append({QStringLiteral("?"), 1}); // so that there is one
    QString sql = QStringLiteral("SELECT canonical, (SELECT e.canonical ") + same
        + QStringLiteral(" ORDER BY e.sequence DESC LIMIT 1) FROM entries") + where(conditions)
        + QStringLiteral(" AND sequence = (SELECT min(e.sequence) ") + same + u')';
    if (!filter.text.isEmpty()) {
        sql += QStringLiteral(" AND EXISTS (SELECT 1 ") + same + QStringLiteral(" AND e.") + QLatin1String(matches)
            + u')';
        conditions.append({{}, escaped(filter.text)});
    }
    sql += QStringLiteral(" ORDER BY sequence DESC LIMIT %1").arg(limit + 1);
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(sql);
    bind(query, conditions);
    return rowPage(query, limit);
}

Result<JournalRowPage> JournalDatabase::rowPage(QSqlQuery &query, int limit)
{
    if (!query.exec())
        return failure(query);
    JournalRowPage page;
    qsizetype bytes = 0;
    while (query.next()) {
        page.more = page.rows.size() == limit || bytes >= JournalPage::maxBytes;
        if (page.more)
            break;
        JournalRow row;
        for (const auto &[column, entry] : {std::pair(0, &row.first), std::pair(1, &row.last)}) {
            const QByteArray canonical = query.value(column).toString().toUtf8();
            bytes += canonical.size();
            const auto read = JournalEntry::read(canonical);
            if (!read)
                return Error{read.error().kind, 0, read.error().detail, m_file, {}};
            *entry = *read;
        }
        page.rows.append(row);
    }
    return query.lastError().isValid() ? Result<JournalRowPage>(failure(query)) : Result<JournalRowPage>(page);
}

Result<QList<JournalEntry>> JournalDatabase::change(const QUuid &id)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT canonical FROM entries WHERE change = ? ORDER BY sequence"));
    query.addBindValue(id.toString(QUuid::WithoutBraces));
    return entries(query);
}

Result<QList<JournalEntry>> JournalDatabase::unfinished()
{
    QSqlQuery query(m_database);
    // SQLite takes the other columns from the row that has the maximum. Only the index is read, but for what is found.
    query.prepare(QStringLiteral(
        "SELECT canonical FROM entries WHERE sequence IN (SELECT last FROM (SELECT max(sequence) AS last, stage "
        "FROM entries GROUP BY change, target) WHERE stage IN (?, ?)) ORDER BY sequence LIMIT %1")
                      .arg(maxUnfinished));
    query.addBindValue(stageName(JournalStage::Intended));
    query.addBindValue(stageName(JournalStage::Answered));
    return entries(query);
}

Result<std::optional<TreeHead>> JournalDatabase::lastHead()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT size, time, console, root, public_key, signature FROM heads "
                                   "ORDER BY size DESC, console LIMIT 1")))
        return failure(query);
    if (!query.next())
        return query.lastError().isValid() ? Result<std::optional<TreeHead>>(failure(query))
                                           : std::optional<TreeHead>();
    return std::optional(TreeHead{query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
        query.value(3).toByteArray(), query.value(4).toByteArray(), query.value(5).toByteArray()});
}

} // namespace Records
