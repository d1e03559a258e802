// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/incidents/incidentfiles.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QUuid>

#include <algorithm>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Records {

namespace {

Error errorOf(int number, const QString &where)
{
    const auto kind = number == ENOENT                           ? Error::Kind::NotFound
        : number == EACCES || number == EPERM || number == EROFS ? Error::Kind::Forbidden
                                                                 : Error::Kind::Configuration;
    Error error;
    error.kind = kind;
    error.detail = qt_error_string(number);
    error.where = where;
    return error;
}

Error tooLarge(const QString &where)
{
    Error error;
    error.kind = Error::Kind::TooLarge;
    error.detail = u"the file of the incident is full"_s;
    error.where = where;
    return error;
}

//! Only ids that we make ourselves may become names of files.
std::optional<QString> fileOf(const QString &folder, const QString &id)
{
    const QUuid uuid = QUuid::fromString(id);
    if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != id)
        return {};
    return QString(folder + u'/' + id + u".jsonl");
}

//! A file descriptor that is closed when it goes.
class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

bool writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

//! Whether what is there ends within a line, as a loss of power may leave it.
bool endsWithinLine(int file, off_t size)
{
    char last = '\n';
    return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

struct Content
{
    QByteArray bytes;
    bool truncated = false;
};

Result<Content> contentOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return errorOf(file.error() == QFileDevice::OpenError && !QFile::exists(name) ? ENOENT : EACCES, name);
    Content content;
    content.bytes = file.read(IncidentFiles::maxFile);
    content.truncated = !file.atEnd();
    return content;
}

//! Calls \a take with each line that can be read; the number of those that cannot.
template <typename Take>
qsizetype eachLine(const QByteArray &bytes, const Take &take)
{
    qsizetype damaged = 0;
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype to = end < 0 ? bytes.size() : end;
        const QByteArrayView line = QByteArrayView(bytes).sliced(from, to - from);
        from = to + 1;
        if (line.trimmed().isEmpty())
            continue;
        auto read = IncidentFormat::read(line);
        if (read)
            take(std::move(read).value());
        else
            ++damaged;
    }
    return damaged;
}

} // namespace

Result<IncidentListing> IncidentFolder::list(const QString &folder)
{
    IncidentListing listing;
    QDir dir(folder);
    if (!dir.exists())
        return listing; // nothing was kept yet
    if (!QFileInfo(folder).isReadable())
        return errorOf(EACCES, folder);
    const QFileInfoList files
        = dir.entryInfoList({u"*.jsonl"_s}, QDir::Files | QDir::NoSymLinks, QDir::Time); // the newest first
    listing.leftOut = std::max<qsizetype>(0, files.size() - IncidentFiles::mostFiles);
    for (const QFileInfo &file : files.mid(0, IncidentFiles::mostFiles)) {
        const QString id = file.completeBaseName();
        if (!fileOf(folder, id))
            continue; // somebody else's
        const auto content = contentOf(file.filePath());
        std::optional<IncidentHead> head;
        const qsizetype damaged = content ? eachLine(content->bytes,
                                      [&head](IncidentLine &&line) {
                                          if (auto *found = std::get_if<IncidentHead>(&line))
                                              head = std::move(*found);
                                      })
                                          : 1;
        if (head && head->id == id)
            listing.heads.append(*head);
        if (damaged > 0 || !head)
            listing.damaged.append(id);
    }
    std::ranges::stable_sort(listing.heads, std::greater<>(), &IncidentHead::started);
    return listing;
}

IncidentReading IncidentFolder::readingOf(const QByteArray &bytes)
{
    IncidentReading reading;
    QHash<QString, qsizetype> places; // of entries, by key
    reading.damagedLines = eachLine(bytes, [&](IncidentLine &&line) {
        if (auto *head = std::get_if<IncidentHead>(&line)) {
            reading.head = std::move(*head);
        } else if (auto *point = std::get_if<IncidentPoint>(&line)) {
            reading.points.append(std::move(*point));
        } else if (auto *entry = std::get_if<IncidentEntry>(&line)) {
            const auto place = places.constFind(entry->key);
            if (place != places.cend()) {
                reading.entries[*place] = std::move(*entry);
            } else {
                places.insert(entry->key, reading.entries.size());
                reading.entries.append(std::move(*entry));
            }
        }
    });
    return reading;
}

Result<IncidentReading> IncidentFolder::read(const QString &folder, const QString &id)
{
    const auto name = fileOf(folder, id);
    if (!name)
        return Error{Error::Kind::Malformed, 0, u"no id of an incident"_s, id.left(100), {}};
    const auto content = contentOf(*name);
    if (!content)
        return content.error();
    IncidentReading reading = readingOf(content->bytes);
    reading.truncated = content->truncated;
    if (reading.head.id != id)
        return Error{Error::Kind::Malformed, 0, u"the file does not say what incident it is"_s, *name, {}};
    return reading;
}

Result<qsizetype> IncidentFolder::append(const QString &folder, const QString &id, const QList<IncidentLine> &lines)
{
    const auto name = fileOf(folder, id);
    if (!name)
        return Error{Error::Kind::Malformed, 0, u"no id of an incident"_s, id.left(100), {}};
    QByteArray bytes;
    for (const IncidentLine &line : lines)
        bytes += IncidentFormat::written(line);
    if (!QDir().mkpath(folder))
        return errorOf(EACCES, folder);
    ::chmod(QFile::encodeName(folder).constData(), 0700);
    const QByteArray path = QFile::encodeName(*name);
    const Descriptor file(::open(path.constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.number() < 0)
        return errorOf(errno, *name);
    struct stat status = {};
    // Another console may add to the same incident: lines must not land within each other's.
    if (::flock(file.number(), LOCK_EX) != 0 || ::fstat(file.number(), &status) != 0)
        return errorOf(errno, *name);
    if (endsWithinLine(file.number(), status.st_size))
        bytes.prepend('\n');
    if (status.st_size + bytes.size() > IncidentFiles::maxFile)
        return tooLarge(*name);
    if (!writeAll(file.number(), bytes) || ::fdatasync(file.number()) != 0)
        return errorOf(errno, *name);
    return static_cast<qsizetype>(status.st_size + bytes.size());
}

} // namespace Records
