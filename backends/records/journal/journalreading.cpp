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
    if (!filter.text.isEmpty())
        conditions.append({QStringLiteral("canonical LIKE ? ESCAPE '\\'"), escaped(filter.text)});
    return conditions;
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
    const QList<Condition> conditions = conditionsOf(filter);
    QString sql = QStringLiteral("SELECT canonical FROM entries");
    for (qsizetype i = 0; i < conditions.size(); ++i)
        sql += QLatin1String(i == 0 ? " WHERE " : " AND ") + conditions.at(i).sql;
    sql += QStringLiteral(" ORDER BY sequence DESC LIMIT %1").arg(limit + 1);
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    query.prepare(sql);
    for (const Condition &condition : conditions)
        query.addBindValue(condition.value);
    auto found = entries(query, JournalPage::maxBytes);
    if (!found)
        return found.error();
    JournalPage page{std::move(found).value(), false};
    page.more = page.entries.size() > limit || query.isValid(); // the first one too many, or stopped at the bound
    if (page.entries.size() > limit)
        page.entries.removeLast();
    return page;
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

} // namespace Records
