// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/pageseal.h"

#include <QCryptographicHash>
#include <QUrl>
#include <qendian.h>

#include <array>
#include <cstring>
#include <sqlite3.h>

namespace Records::PageSeal {

namespace {

constexpr int reservedAt = 20; // in the file's header: bytes reserved at the end of each page

QByteArray sealOf(QByteArrayView page, qint64 number)
{
    std::array<char, 8> bigEndian{};
    qToBigEndian(number, bigEndian.data());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bigEndian.data(), qsizetype(bigEndian.size())));
    hash.addData(page.first(pageSize - sealSize));
    return hash.result();
}

//! What SQLite gets for a database; the system's own file lies right behind it in the same memory.
struct SealedFile
{
    sqlite3_file base;
    bool sealed; // the header says that there is room for seals
};

sqlite3_vfs *s_system = nullptr;

sqlite3_file *inner(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<SealedFile *>(file) + 1);
}

bool isPage(int size, sqlite3_int64 at)
{
    return size == pageSize && at % pageSize == 0;
}

void lookAtHeader(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
    if (at == 0 && size > reservedAt)
        reinterpret_cast<SealedFile *>(file)->sealed = static_cast<const char *>(bytes)[reservedAt] == sealSize;
}

int closeFile(sqlite3_file *file)
{
    const int result = inner(file)->pMethods ? inner(file)->pMethods->xClose(inner(file)) : SQLITE_OK;
    file->pMethods = nullptr;
    return result;
}

int readFile(sqlite3_file *file, void *into, int size, sqlite3_int64 at)
{
    const int result = inner(file)->pMethods->xRead(inner(file), into, size, at);
    if (result != SQLITE_OK)
        return result;
    lookAtHeader(file, into, size, at);
    const QByteArrayView page(static_cast<const char *>(into), size);
    if (reinterpret_cast<SealedFile *>(file)->sealed && isPage(size, at) && !intact(page, at / pageSize + 1))
        return SQLITE_IOERR_DATA;
    return SQLITE_OK;
}

int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    lookAtHeader(file, from, size, at);
    if (!reinterpret_cast<SealedFile *>(file)->sealed || !isPage(size, at))
        return inner(file)->pMethods->xWrite(inner(file), from, size, at);
    std::array<char, pageSize> page;
    std::memcpy(page.data(), from, pageSize);
    const QByteArray seal = sealOf(QByteArrayView(page.data(), pageSize), at / pageSize + 1);
    std::memcpy(page.data() + pageSize - sealSize, seal.constData(), sealSize);
    return inner(file)->pMethods->xWrite(inner(file), page.data(), pageSize, at);
}

// The rest is the system's, word for word.
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return inner(file)->pMethods->xTruncate(inner(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    return inner(file)->pMethods->xSync(inner(file), flags);
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xLock(inner(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
int isReserved(sqlite3_file *file, int *result)
{
    return inner(file)->pMethods->xCheckReservedLock(inner(file), result);
}
int control(sqlite3_file *file, int operation, void *argument)
{
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return inner(file)->pMethods->xSectorSize(inner(file));
}
int characteristics(sqlite3_file *file)
{
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}
int sharedMap(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return inner(file)->pMethods->xShmMap(inner(file), region, size, extend, memory);
}
int sharedLock(sqlite3_file *file, int offset, int count, int flags)
{
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
void sharedBarrier(sqlite3_file *file)
{
    inner(file)->pMethods->xShmBarrier(inner(file));
}
int sharedUnmap(sqlite3_file *file, int remove)
{
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

//! Version 2: without mapping the file into memory, which would get past the checks.
const sqlite3_io_methods s_methods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile,
    unlockFile, isReserved, control, sectorSize, characteristics, sharedMap, sharedLock, sharedBarrier, sharedUnmap,
    nullptr, nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) // logs and the like
        return s_system->xOpen(s_system, name, file, flags, outFlags);
    auto *own = reinterpret_cast<SealedFile *>(file);
    *own = SealedFile{};
    std::memset(own + 1, 0, static_cast<size_t>(s_system->szOsFile));
    const int result = s_system->xOpen(s_system, name, inner(file), flags, outFlags);
    if (inner(file)->pMethods) // SQLite closes what has methods, even when opening it failed
        own->base.pMethods = &s_methods;
    return result;
}

//! Once for the process: SQLite keeps the address.
sqlite3_vfs *makeKnown()
{
    static sqlite3_vfs own;
    if (sqlite3_initialize() != SQLITE_OK)
        return nullptr;
    s_system = sqlite3_vfs_find(nullptr);
    if (!s_system)
        return nullptr;
    own = *s_system; // all functions but opening work on names or on nothing
    own.pNext = nullptr;
    own.zName = "pilothouse-seal";
    own.szOsFile = static_cast<int>(sizeof(SealedFile)) + s_system->szOsFile;
    own.xOpen = openFile;
    return sqlite3_vfs_register(&own, 0) == SQLITE_OK ? &own : nullptr;
}

} // namespace

bool intact(QByteArrayView page, qint64 number)
{
    return page.size() == pageSize && page.last(sealSize) == sealOf(page, number);
}

const char *vfsName()
{
    static const sqlite3_vfs *own = makeKnown();
    return own ? own->zName : nullptr;
}

QString uriOf(const QString &file)
{
    return QLatin1String("file:") + QString::fromLatin1(QUrl::toPercentEncoding(file, "/")) + QLatin1String("?vfs=")
        + QLatin1String(vfsName());
}

} // namespace Records::PageSeal
