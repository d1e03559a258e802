// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalimage.h"

#include "backends/records/journal/pageseal.h"

#include <QFile>
#include <qendian.h>

#include <map>
#include <memory>
#include <sqlite3.h>

namespace Records {

namespace {

using Kind = JournalFinding::Kind;

constexpr qsizetype headerSize = 32; // of the log; https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr qsizetype frameHeaderSize = 24;
constexpr qsizetype frameSize = frameHeaderSize + PageSeal::pageSize;
constexpr int pageCountAt = 28; // in a database's header
constexpr int maxFindings = 100;

Error unreadable(const QString &file, const QString &why)
{
    return {Error::Kind::Configuration, 0, plainDetail(why), file, {}};
}

quint32 wordAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

//! The log: its frames are taken in until the first that is not as it was written.
class Log
{
public:
    explicit Log(QByteArrayView bytes) : m_bytes(bytes) { }

    void read(JournalImage &image)
    {
        if (m_bytes.isEmpty())
            return;
        if (m_bytes.size() < headerSize) {
            image.unfinishedLog = true;
            return;
        }
        if (!readHeader()) {
            image.findings.append({Kind::LogChanged, 0, 0});
            return;
        }
        qsizetype at = headerSize;
        while (m_bytes.size() - at >= frameSize && readFrame(at, image))
            at += frameSize;
        // What is left when all went well: the beginning of a frame, or frames without a commit.
        if (!m_pending.empty() || (image.findings.isEmpty() && m_bytes.size() - at > 0 && !m_stale))
            image.unfinishedLog = true;
    }

    [[nodiscard]] const std::map<quint32, QByteArrayView> &pages() const { return m_pages; }
    [[nodiscard]] quint32 pageCount() const { return m_pageCount; } //!< 0: the log holds no commit

private:
    QByteArrayView m_bytes;
    bool m_bigEndian = false;
    bool m_stale = false;
    quint32 m_sums[2] = {0, 0};
    quint32 m_pageCount = 0;
    std::map<quint32, QByteArrayView> m_pages;
    std::map<quint32, QByteArrayView> m_pending;

    void add(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            m_sums[0] += word(bytes, i) + m_sums[1];
            m_sums[1] += word(bytes, i + 4) + m_sums[0];
        }
    }

    [[nodiscard]] quint32 word(QByteArrayView bytes, qsizetype at) const
    {
        return m_bigEndian ? wordAt(bytes, at) : qFromLittleEndian<quint32>(bytes.data() + at);
    }

    bool readHeader()
    {
        const quint32 magic = wordAt(m_bytes, 0);
        m_bigEndian = (magic & 1) != 0;
        add(m_bytes.first(24));
        return (magic & ~quint32(1)) == 0x377f0682 && wordAt(m_bytes, 4) == 3007000
            && wordAt(m_bytes, 8) == quint32(PageSeal::pageSize) && wordAt(m_bytes, 24) == m_sums[0]
            && wordAt(m_bytes, 28) == m_sums[1];
    }

    //! False when the log ends here, for whatever reason.
    bool readFrame(qsizetype at, JournalImage &image)
    {
        const QByteArrayView frame = m_bytes.sliced(at, frameSize);
        const quint32 salts[2] = {wordAt(frame, 8), wordAt(frame, 12)};
        // Both differ: from before SQLite began the log anew, so all of it is in the file already. One alone: changed.
        if (salts[0] != wordAt(m_bytes, 16) && salts[1] != wordAt(m_bytes, 20)) {
            m_stale = true;
            return false;
        }
        add(frame.first(8));
        add(frame.sliced(frameHeaderSize));
        if (salts[0] != wordAt(m_bytes, 16) || salts[1] != wordAt(m_bytes, 20) || wordAt(frame, 16) != m_sums[0]
            || wordAt(frame, 20) != m_sums[1]) {
            image.findings.append({Kind::LogChanged, 0, at});
            m_pending.clear();
            return false;
        }
        m_pending[wordAt(frame, 0)] = frame.sliced(frameHeaderSize);
        if (const quint32 count = wordAt(frame, 4); count != 0) {
            m_pageCount = count;
            for (const auto &[number, page] : m_pending)
                m_pages[number] = page;
            m_pending.clear();
        }
        return true;
    }
};

void checkPages(const QByteArray &file, JournalImage &image)
{
    const qsizetype pages = file.size() / PageSeal::pageSize;
    for (qsizetype i = 0; i < pages && image.findings.size() < maxFindings; ++i) {
        const QByteArrayView page = QByteArrayView(file).sliced(i * PageSeal::pageSize, PageSeal::pageSize);
        const bool intact
            = i + 1 == PageSeal::lockPage ? page.count('\0') == page.size() : PageSeal::intact(page, i + 1);
        if (!intact)
            image.findings.append({Kind::PageChanged, 0, i + 1});
    }
}

//! Both as one database, which as such has no log.
JournalImage assemble(const QByteArray &file, const QByteArray &logBytes)
{
    JournalImage image;
    checkPages(file, image);
    Log log(logBytes);
    log.read(image);
    QByteArray &database = image.database;
    database = file;
    for (const auto &[number, page] : log.pages()) {
        const qsizetype at = (qsizetype(number) - 1) * PageSeal::pageSize;
        if (at < 0 || number > log.pageCount())
            continue;
        if (database.size() < at + PageSeal::pageSize)
            database.append(at + PageSeal::pageSize - database.size(), '\0');
        std::copy(page.begin(), page.end(), database.begin() + at);
    }
    const bool whole = database.size() >= PageSeal::pageSize;
    const qint64 count = log.pageCount() != 0 ? log.pageCount() : whole ? wordAt(database, pageCountAt) : 0;
    if (!whole || database.size() != count * PageSeal::pageSize)
        image.findings.append({Kind::SizeWrong, 0, file.size()});
    if (!whole)
        database.clear();
    else
        database[18] = database[19] = '\1'; // 2 asks for a log
    return image;
}

Result<QByteArray> readLog(const QString &file, qint64 maxBytes)
{
    QFile log(file + QLatin1String("-wal"));
    if (!log.exists())
        return QByteArray();
    if (!log.open(QIODevice::ReadOnly))
        return unreadable(log.fileName(), log.errorString());
    const qint64 size = log.size();
    if (size > maxBytes)
        return Error{Error::Kind::TooLarge, 0, {}, log.fileName(), {}};
    return log.read(size); // which takes as much memory as it is allowed to read, however little there is
}

} // namespace

Result<QByteArray> readDatabaseFile(const QString &file, qint64 maxBytes)
{
    if (!QFile::exists(file))
        return Error{Error::Kind::NotFound, 0, {}, file, {}};
    sqlite3_vfs *system = sqlite3_initialize() == SQLITE_OK ? sqlite3_vfs_find(nullptr) : nullptr;
    if (!system)
        return unreadable(file, QStringLiteral("SQLite cannot be used"));
    const QByteArray name = QFile::encodeName(file) + QByteArray(4, '\0'); // where parameters of a URI would follow
    const auto memory = std::make_unique<std::max_align_t[]>(size_t(system->szOsFile) / sizeof(std::max_align_t) + 1);
    auto *handle = reinterpret_cast<sqlite3_file *>(memory.get());
    const int opened
        = system->xOpen(system, name.constData(), handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
    if (opened != SQLITE_OK)
        return unreadable(file, QString::fromUtf8(sqlite3_errstr(opened)));
    const auto closing = qScopeGuard([handle] { handle->pMethods->xClose(handle); });
    sqlite3_int64 size = 0;
    if (handle->pMethods->xFileSize(handle, &size) != SQLITE_OK || size > maxBytes)
        return Error{Error::Kind::TooLarge, 0, QStringLiteral("%1 bytes").arg(size), file, {}};
    QByteArray bytes(size, '\0');
    constexpr qint64 chunk = 1 << 20;
    for (qint64 at = 0; at < size; at += chunk) {
        const int part = static_cast<int>(qMin(chunk, size - at));
        if (handle->pMethods->xRead(handle, bytes.data() + at, part, at) != SQLITE_OK)
            return unreadable(file, QStringLiteral("it cannot be read from byte %1 on").arg(at));
    }
    return bytes;
}

Result<JournalImage> JournalImage::read(const QString &file)
{
    // Pages come to the file from the log alone: the same log before and after, and the same file twice, are one
    // moment.
    constexpr int attempts = 50;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto logBefore = readLog(file, maxBytes);
        const auto first = readDatabaseFile(file, maxBytes);
        const auto logAfter = readLog(file, maxBytes);
        const auto second = readDatabaseFile(file, maxBytes);
        for (const auto *part : {&logBefore, &first, &logAfter, &second}) {
            if (!*part)
                return part->error();
        }
        if (*logBefore == *logAfter && *first == *second)
            return assemble(*first, *logBefore);
    }
    return Error{Error::Kind::Conflict, 0, {}, file, {}};
}

} // namespace Records
