// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalverify.h"

#include "backends/records/journal/chaincheck.h"
#include "backends/records/journal/journaldatabase.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

namespace Records {

namespace {

using Kind = JournalFinding::Kind;

const QByteArray &magic()
{
    static const QByteArray text("SQLite format 3\0", 16);
    return text;
}

//! SQLite's view of an image. A hostile file is at most found wrong: nothing of its own schema runs before the schema
//! was compared with ours.
class ImageCheck
{
public:
    ImageCheck(JournalImage &image, ChainCheck &chain) : m_image(image), m_chain(chain) { }
    ~ImageCheck()
    {
        if (m_database.isValid())
            JournalDatabase::disconnectFrom(m_database);
    }
    Q_DISABLE_COPY_MOVE(ImageCheck)

    void run()
    {
        if (!open() || !schemaIsOurs())
            return;
        structure();
        heads();
        entries();
    }

private:
    JournalImage &m_image;
    ChainCheck &m_chain;
    QSqlDatabase m_database;

    bool open()
    {
        auto connected = JournalDatabase::connectTo(QStringLiteral(":memory:"), {});
        if (!connected) {
            m_chain.note({Kind::StructureBroken, 0, 0, connected.error().detail});
            return false;
        }
        m_database = *connected;
        const QVariant handle = m_database.driver()->handle();
        auto *bytes = reinterpret_cast<unsigned char *>(m_image.database.data());
        const int result = sqlite3_deserialize(*static_cast<sqlite3 *const *>(handle.constData()), "main", bytes,
            m_image.database.size(), m_image.database.size(), SQLITE_DESERIALIZE_READONLY);
        QSqlQuery(m_database).exec(QStringLiteral("PRAGMA trusted_schema = OFF"));
        QSqlQuery(m_database).exec(QStringLiteral("PRAGMA cell_size_check = ON"));
        if (result != SQLITE_OK)
            m_chain.note({Kind::StructureBroken, 0, 0, QString::fromUtf8(sqlite3_errstr(result))});
        return result == SQLITE_OK;
    }

    bool schemaIsOurs()
    {
        QSqlQuery query(m_database);
        if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next()) {
            m_chain.note({Kind::StructureBroken, 0, 0, query.lastError().databaseText()});
            return false;
        }
        if (const int version = query.value(0).toInt(); version > JournalDatabase::schemaVersion) {
            m_chain.note({Kind::Newer, 0, version});
            return false;
        }
        QStringList missing = JournalDatabase::schema();
        QString more;
        if (!query.exec(QStringLiteral("SELECT sql, name FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"))) {
            m_chain.note({Kind::StructureBroken, 0, 0, query.lastError().databaseText()});
            return false;
        }
        while (query.next() && more.isEmpty()) {
            if (!missing.removeOne(query.value(0).toString()))
                more = query.value(1).toString();
        }
        if (missing.isEmpty() && more.isEmpty())
            return true;
        m_chain.note({Kind::SchemaChanged, 0, 0, plainDetail(more.isEmpty() ? missing.constFirst() : more)});
        return false;
    }

    void structure()
    {
        QSqlQuery query(m_database);
        if (!query.exec(QStringLiteral("PRAGMA integrity_check(1)")) || !query.next())
            m_chain.note({Kind::StructureBroken, 0, 0, plainDetail(query.lastError().databaseText())});
        else if (query.value(0).toString() != QLatin1String("ok"))
            m_chain.note({Kind::StructureBroken, 0, 0, plainDetail(query.value(0).toString())});
    }

    void heads()
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.exec(QStringLiteral(
            "SELECT size, time, console, root, public_key, signature FROM heads ORDER BY size, console"));
        while (query.next())
            m_chain.head({query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toString(),
                query.value(3).toByteArray(), query.value(4).toByteArray(), query.value(5).toByteArray()});
        if (query.lastError().isValid())
            m_chain.note({Kind::HeadUnreadable, 0, 0, plainDetail(query.lastError().databaseText())});
    }

    void entries()
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        // As bytes: text would be repaired on its way.
        query.exec(QStringLiteral("SELECT sequence, CAST(canonical AS BLOB), hash, change, target, stage, time, user, "
                                  "tenant, cluster, kind FROM entries ORDER BY sequence"));
        qint64 last = 0;
        while (query.next()) {
            last = query.value(0).toLongLong();
            const auto entry = m_chain.entry(last, query.value(1).toByteArray(), query.value(2).toByteArray());
            if (entry)
                compareColumns(query, *entry);
        }
        if (query.lastError().isValid())
            m_chain.note({Kind::EntryUnreadable, last + 1, 0, plainDetail(query.lastError().databaseText())});
    }

    void compareColumns(const QSqlQuery &query, const JournalEntry &entry)
    {
        const std::pair<const char *, QVariant> columns[] = {{"change", entry.change.toString(QUuid::WithoutBraces)},
            {"target", entry.target.key()}, {"stage", stageName(entry.stage)}, {"time", entry.time},
            {"user", entry.user}, {"tenant", entry.tenant}, {"cluster", entry.cluster.name}, {"kind", entry.kind}};
        for (int i = 0; const auto &[name, value] : columns) {
            if (query.value(3 + i++).toString() != value.toString())
                m_chain.note({Kind::ColumnChanged, entry.sequence, 0, QString::fromLatin1(name)});
        }
    }
};

} // namespace

Result<VerifyReport> verifyJournal(const QString &file, const JournalVisitor &visitor)
{
    auto image = JournalImage::read(file);
    if (!image)
        return image.error();
    VerifyReport report;
    report.findings = image->findings;
    report.unfinishedLog = image->unfinishedLog;
    ChainCheck chain(report, visitor);
    if (!image->database.startsWith(magic())) {
        chain.note({Kind::NotAJournal});
        return report;
    }
    {
        ImageCheck check(image.value(), chain);
        check.run();
    }
    chain.finish();
    return report;
}

Result<VerifyReport> verifyFile(const QString &file)
{
    const auto bytes = readDatabaseFile(file, JournalImage::maxBytes);
    if (!bytes)
        return bytes.error();
    return bytes->startsWith("{\"console\":") ? Result<VerifyReport>(verifyBundle(*bytes)) : verifyJournal(file);
}

} // namespace Records
