// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

//! The Merkle tree of RFC 6962, section 2.1, over entries' hashes (32 bytes each). Pure functions; any thread.
namespace Records::Merkle {

using Hashes = QList<QByteArray>;

//! SHA-256 of 0x00 and the entry.
[[nodiscard]] QByteArray leaf(QByteArrayView entry);
//! SHA-256 of 0x01 and both.
[[nodiscard]] QByteArray node(QByteArrayView left, QByteArrayView right);

//! Of the first \a size entries; SHA-256 of nothing for none.
[[nodiscard]] QByteArray root(const Hashes &entries, qsizetype size);
[[nodiscard]] inline QByteArray root(const Hashes &entries)
{
    return root(entries, entries.size());
}

//! That the entry \a index (from 0) is in the tree over the first \a size entries; empty when it cannot be.
[[nodiscard]] Hashes inclusionProof(const Hashes &entries, qsizetype index, qsizetype size);
[[nodiscard]] bool included(
    QByteArrayView entry, qsizetype index, qsizetype size, const Hashes &proof, QByteArrayView root);

//! That the tree over the first \a from entries is the beginning of the one over the first \a to.
[[nodiscard]] Hashes consistencyProof(const Hashes &entries, qsizetype from, qsizetype to);
[[nodiscard]] bool consistent(
    qsizetype from, QByteArrayView fromRoot, qsizetype to, QByteArrayView toRoot, const Hashes &proof);

//! A tree that only grows: its root costs the logarithm of its size, in time and in memory.
class Growing
{
public:
    void append(QByteArrayView entry);
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QByteArray root() const;

private:
    qint64 m_size = 0;
    Hashes m_peaks; // of complete trees, the largest first
};

} // namespace Records::Merkle
