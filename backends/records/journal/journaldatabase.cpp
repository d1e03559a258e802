// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journaldatabase.h"

#include "backends/records/journal/consolekeys.h"
#include "backends/records/journal/pageseal.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Records {

namespace {

constexpr int applicationId = 0x50484a4c; // "PHJL", in the file's header

Error trouble(Error::Kind kind, const QString &file, const QString &why)
{
    return {kind, 0, plainDetail(why), file, {}};
}

Error systemTrouble(const QString &file)
{
    return trouble(Error::Kind::Configuration, file, QString::fromLocal8Bit(std::strerror(errno)));
}

Error sqlTrouble(const QSqlError &error, const QString &file)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return trouble(Error::Kind::Timeout, file, error.databaseText());
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return trouble(Error::Kind::Malformed, file, error.databaseText());
    case SQLITE_IOERR:
        if (error.nativeErrorCode().toInt() == SQLITE_IOERR_DATA) // see PageSeal
            return trouble(Error::Kind::Malformed, file, QStringLiteral("a page has been changed"));
        break;
    default:
        break;
    }
    return trouble(Error::Kind::Configuration, file, error.databaseText());
}

//! A folder's list of names is on the disk when this returns.
void syncFolderOf(const QString &file)
{
    const int folder
        = ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

Result<void> run(QSqlDatabase &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        QSqlQuery query(database);
        if (!query.exec(statement))
            return sqlTrouble(query.lastError(), {});
    }
    return {};
}

int pragma(QSqlDatabase &database, const QString &name)
{
    QSqlQuery query(database);
    return query.exec(QString(u"PRAGMA " + name)) && query.next() ? query.value(0).toInt() : -1;
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

//! Asks again every two milliseconds. SQLite's own way of waiting asks ten times a second after a while, and misses the
//! short moments that a busy neighbour leaves; with two that write without a pause one was kept out for seconds.
void yieldToNeighbours(QSqlDatabase &database)
{
    constexpr int pause = 2; // ms
    sqlite3_busy_handler(
        handleOf(database),
        [](void *, int asked) {
            sqlite3_sleep(pause);
            return asked < JournalDatabase::busyTimeout / pause ? 1 : 0;
        },
        nullptr);
}

//! Room for seals at the end of each page; only a file without pages can still have it made.
bool reserveSeals(QSqlDatabase &database)
{
    int reserved = PageSeal::sealSize;
    return sqlite3_file_control(handleOf(database), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved) == SQLITE_OK;
}

QString connectOptions()
{
    return QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(JournalDatabase::busyTimeout);
}

//! QtSql makes NULL of a text that was never set.
QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

} // namespace

const QStringList &JournalDatabase::schema()
{
    static const QStringList statements{
        QStringLiteral(
            "CREATE TABLE entries(sequence INTEGER PRIMARY KEY, canonical TEXT NOT NULL, hash BLOB NOT NULL, "
            "change TEXT NOT NULL, target TEXT NOT NULL, stage TEXT NOT NULL, time INTEGER NOT NULL, "
            "user TEXT NOT NULL, tenant TEXT NOT NULL, cluster TEXT NOT NULL, kind TEXT NOT NULL) STRICT"),
        QStringLiteral("CREATE TABLE heads(size INTEGER NOT NULL, time INTEGER NOT NULL, console TEXT NOT NULL, "
                       "root BLOB NOT NULL, public_key BLOB NOT NULL, signature BLOB NOT NULL, "
                       "PRIMARY KEY(size, console)) STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX entries_change ON entries(change, target, sequence, stage)"),
        QStringLiteral("CREATE TRIGGER entries_stay BEFORE UPDATE ON entries "
                       "BEGIN SELECT RAISE(ABORT, 'entries stay as they are'); END"),
        QStringLiteral("CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries "
                       "BEGIN SELECT RAISE(ABORT, 'entries stay'); END")};
    return statements;
}

Result<QSqlDatabase> JournalDatabase::connectTo(const QString &databaseName, const QString &options)
{
    QSqlDatabase database
        = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString(QUuid::WithoutBraces));
    database.setDatabaseName(databaseName);
    database.setConnectOptions(options);
    if (!PageSeal::vfsName() || !database.open()) {
        const Error error = sqlTrouble(database.lastError(), databaseName);
        disconnectFrom(database);
        return error;
    }
    return database;
}

void JournalDatabase::disconnectFrom(QSqlDatabase &database)
{
    const QString name = database.connectionName();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> JournalDatabase::create(const QString &file)
{
    if (const auto made = makePrivateFolder(QFileInfo(file).absolutePath()); !made)
        return made.error();
    // Made beside its place and moved there when it is complete: nobody ever sees half a journal.
    const QByteArray name = QFile::encodeName(file);
    QByteArray temporary = name + "." + QByteArray(6, 'X'); // for mkostemp() to fill in
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // 0600
    if (descriptor < 0)
        return systemTrouble(file);
    ::close(descriptor);
    const auto removing = qScopeGuard([&temporary] { ::unlink(temporary.constData()); });
    auto opened = connectTo(PageSeal::uriOf(QFile::decodeName(temporary)), connectOptions());
    if (!opened)
        return opened.error();
    QSqlDatabase database = *opened;
    opened = Error{};
    const bool reserved = reserveSeals(database);
    const QStringList statements
        = QStringList{QStringLiteral("PRAGMA page_size = %1").arg(PageSeal::pageSize),
              QStringLiteral("PRAGMA synchronous = FULL"), QStringLiteral("PRAGMA journal_mode = WAL"),
              QStringLiteral("BEGIN IMMEDIATE"), QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
              QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion)}
        + schema() + QStringList{QStringLiteral("COMMIT"), QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")};
    const auto filled = run(database, statements);
    disconnectFrom(database); // takes its log along
    if (!reserved)
        return trouble(Error::Kind::Unsupported, file, QStringLiteral("this SQLite cannot seal pages"));
    if (!filled)
        return filled.error();
    if (::link(temporary.constData(), name.constData()) != 0 && errno != EEXIST)
        return systemTrouble(file);
    syncFolderOf(file);
    return {};
}

Result<std::unique_ptr<JournalDatabase>> JournalDatabase::open(const QString &file)
{
    if (!QFile::exists(file)) {
        if (const auto created = create(file); !created)
            return created.error();
    }
    if (::chmod(QFile::encodeName(file).constData(), 0600) != 0)
        return systemTrouble(file);
    auto connected = connectTo(PageSeal::uriOf(file), connectOptions());
    if (!connected)
        return trouble(connected.error().kind, file, connected.error().detail);
    std::unique_ptr<JournalDatabase> own(new JournalDatabase(*connected, file));
    connected = Error{};
    yieldToNeighbours(own->m_database);
    if (const auto checked = own->checkSchema(); !checked)
        return checked.error();
    return own;
}

JournalDatabase::JournalDatabase(QSqlDatabase database, QString file)
    : m_database(std::move(database)), m_file(std::move(file))
{
}

JournalDatabase::~JournalDatabase()
{
    disconnectFrom(m_database);
}

Result<void> JournalDatabase::checkSchema()
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA application_id")) || !query.next())
        return failure(query);
    if (query.value(0).toInt() != applicationId)
        return trouble(Error::Kind::Malformed, m_file, QStringLiteral("it is a database, but no journal"));
    query.finish();
    const int version = pragma(m_database, QStringLiteral("user_version"));
    if (version > schemaVersion)
        return trouble(Error::Kind::Unsupported, m_file,
            QStringLiteral("its schema is version %1, and this console knows up to %2")
                .arg(version)
                .arg(schemaVersion));
    if (const auto set = run(m_database,
            {QStringLiteral("PRAGMA synchronous = FULL"), QStringLiteral("PRAGMA journal_size_limit = 0"),
                QStringLiteral("PRAGMA trusted_schema = OFF"), QStringLiteral("PRAGMA cell_size_check = ON")});
        !set)
        return trouble(set.error().kind, m_file, set.error().detail);
    return migrate(m_database, version, {});
}

Result<void> JournalDatabase::migrate(QSqlDatabase &database, int from, const QList<QStringList> &steps)
{
    if (steps.isEmpty())
        return {};
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    for (const QStringList &step : steps)
        statements += step;
    statements += QStringLiteral("PRAGMA user_version = %1").arg(from + steps.size());
    statements += QStringLiteral("COMMIT");
    const auto done = run(database, statements);
    if (!done)
        (void)run(database, {QStringLiteral("ROLLBACK")});
    return done;
}

Error JournalDatabase::failure(const QSqlQuery &query) const
{
    return sqlTrouble(query.lastError(), m_file);
}

Result<void> JournalDatabase::transact(const std::function<Result<void>()> &action)
{
    // IMMEDIATE: whoever reads the last entry is the only one who may write the next.
    QSqlQuery begin(m_database);
    if (!begin.exec(QStringLiteral("BEGIN IMMEDIATE")))
        return failure(begin);
    auto outcome = action();
    QSqlQuery end(m_database);
    if (outcome && !end.exec(QStringLiteral("COMMIT")))
        outcome = failure(end);
    if (!outcome)
        end.exec(QStringLiteral("ROLLBACK"));
    return outcome;
}

Result<QByteArray> JournalDatabase::lastHash(qint64 &sequence)
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("SELECT sequence, canonical, hash FROM entries ORDER BY sequence DESC LIMIT 1")))
        return failure(query);
    sequence = 0;
    if (!query.next())
        return query.lastError().isValid() ? Result<QByteArray>(failure(query)) : QByteArray(32, '\0');
    sequence = query.value(0).toLongLong();
    const QByteArray hash = query.value(2).toByteArray();
    if (sha256(query.value(1).toString().toUtf8()) != hash)
        return trouble(
            Error::Kind::Malformed, m_file, QStringLiteral("its last entry, %1, has been changed").arg(sequence));
    return hash;
}

Result<void> JournalDatabase::insert(const JournalEntry &entry, const QByteArray &canonical)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const QVariant &value : {QVariant(entry.sequence), QVariant(QString::fromUtf8(canonical)),
             QVariant(entry.hash), QVariant(entry.change.toString(QUuid::WithoutBraces)), QVariant(entry.target.key()),
             QVariant(stageName(entry.stage)), QVariant(entry.time), bound(entry.user), bound(entry.tenant),
             bound(entry.cluster.name), bound(entry.kind)})
        query.addBindValue(value);
    return query.exec() ? Result<void>() : failure(query);
}

Result<TreeHead> JournalDatabase::insertHead(Merkle::Growing &tree, const ConsoleKeys &keys, qint64 time)
{
    QSqlQuery query(m_database);
    query.prepare(QStringLiteral("SELECT hash FROM entries WHERE sequence > ? ORDER BY sequence"));
    query.addBindValue(tree.size());
    if (!query.exec())
        return failure(query);
    while (query.next())
        tree.append(query.value(0).toByteArray());
    if (query.lastError().isValid())
        return failure(query);
    const TreeHead head = TreeHead::signedBy(keys, tree.size(), tree.root(), time);
    query.prepare(QStringLiteral("INSERT OR IGNORE INTO heads VALUES (?, ?, ?, ?, ?, ?)"));
    for (const QVariant &value : {QVariant(head.size), QVariant(head.time), QVariant(head.console), QVariant(head.root),
             QVariant(head.publicKey), QVariant(head.signature)})
        query.addBindValue(value);
    return query.exec() ? Result<TreeHead>(head) : failure(query);
}

Result<JournalEntry> JournalDatabase::append(JournalEntry entry, const ConsoleKeys &keys, int headEvery)
{
    Merkle::Growing tree = m_tree;
    const auto done = transact([&]() -> Result<void> {
        const auto previous = lastHash(entry.sequence);
        if (!previous)
            return previous.error();
        ++entry.sequence;
        entry.previous = *previous;
        const QByteArray canonical = entry.canonical();
        entry.hash = sha256(canonical);
        if (const auto inserted = insert(entry, canonical); !inserted)
            return inserted.error();
        if (headEvery < 1 || entry.sequence % headEvery != 0)
            return {};
        const auto head = insertHead(tree, keys, entry.time);
        return head ? Result<void>() : head.error();
    });
    if (!done)
        return done.error();
    m_tree = tree;
    return entry;
}

Result<std::optional<TreeHead>> JournalDatabase::writeHead(const ConsoleKeys &keys, qint64 time)
{
    Merkle::Growing tree = m_tree;
    std::optional<TreeHead> written;
    const auto done = transact([&]() -> Result<void> {
        QSqlQuery query(m_database);
        if (!query.exec(QStringLiteral("SELECT (SELECT max(sequence) FROM entries), (SELECT max(size) FROM heads)"))
            || !query.next())
            return failure(query);
        const bool needed = query.value(0).toLongLong() > query.value(1).toLongLong();
        query.finish();
        if (!needed)
            return {};
        const auto head = insertHead(tree, keys, time);
        if (!head)
            return head.error();
        written = *head;
        return {};
    });
    if (!done)
        return done.error();
    m_tree = tree;
    return written;
}

void JournalDatabase::settle()
{
    // Nobody waits for this: what does not go now goes with the next entry.
    sqlite3_busy_handler(handleOf(m_database), nullptr, nullptr);
    (void)run(m_database, {QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")});
    yieldToNeighbours(m_database);
}

} // namespace Records
