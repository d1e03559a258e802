// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

//! Every byte of a journal's file is accounted for, those that SQLite leaves unused included: each page of 4,096 bytes
//! ends in 32 that SQLite keeps free for the purpose (its "reserved space") and that hold the SHA-256 of the page's
//! number and its other bytes. A layer below SQLite (a VFS of its own, over the system's) fills them in whenever a page
//! goes to the file and checks them whenever one is read, so that the file is whole by itself, after every commit and
//! at any moment a process may die; no other file need be kept in step with it. The write-ahead log has SQLite's own
//! checksum for each frame. Cost: 0.8 % of the file, about 20 µs for each page written or read past SQLite's cache.
//!
//! The seals have no key: they find what changes by accident or by other programs (sqlite3 writes no seals). Whoever
//! forges them as well still meets the chain of hashes and the signed tree heads.
namespace Records::PageSeal {

constexpr int pageSize = 4096;
constexpr int sealSize = 32;
//! SQLite locks bytes of this page, numbered from 1, and never writes it.
constexpr qint64 lockPage = 0x40000000 / pageSize + 1;

//! Whether \a page, pageSize bytes, ends in the seal of page \a number (from 1).
[[nodiscard]] bool intact(QByteArrayView page, qint64 number);
//! What a connection is to be opened with ("file:...?vfs=NAME"); makes the layer known to SQLite at the first call. Any
//! thread. Null when SQLite has no file system of its own.
[[nodiscard]] const char *vfsName();
//! A file name as QSQLITE_OPEN_URI wants it.
[[nodiscard]] QString uriOf(const QString &file);

} // namespace Records::PageSeal
