// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/merkletree.h"

#include "backends/records/journal/journalentry.h"

#include <bit>

namespace Records::Merkle {

namespace {

//! The largest power of two below \a size, which is at least 2.
qsizetype split(qsizetype size)
{
    return static_cast<qsizetype>(std::bit_floor(static_cast<quint64>(size - 1)));
}

QByteArray rootOf(const Hashes &entries, qsizetype from, qsizetype size)
{
    Growing tree;
    for (qsizetype i = from; i < from + size; ++i)
        tree.append(entries.at(i));
    return tree.root();
}

void pathTo(Hashes &proof, const Hashes &entries, qsizetype index, qsizetype from, qsizetype size)
{
    if (size <= 1)
        return;
    const qsizetype left = split(size);
    if (index < left) {
        pathTo(proof, entries, index, from, left);
        proof.append(rootOf(entries, from + left, size - left));
    } else {
        pathTo(proof, entries, index - left, from + left, size - left);
        proof.append(rootOf(entries, from, left));
    }
}

//! SUBPROOF of RFC 6962, section 2.1.2. \a known: the old root is this subtree's, so nobody need be told.
void subproof(Hashes &proof, const Hashes &entries, qsizetype old, qsizetype from, qsizetype size, bool known)
{
    if (old == size) {
        if (!known)
            proof.append(rootOf(entries, from, size));
        return;
    }
    const qsizetype left = split(size);
    if (old <= left) {
        subproof(proof, entries, old, from, left, known);
        proof.append(rootOf(entries, from + left, size - left));
    } else {
        subproof(proof, entries, old - left, from + left, size - left, false);
        proof.append(rootOf(entries, from, left));
    }
}

} // namespace

QByteArray leaf(QByteArrayView entry)
{
    return sha256(QByteArray(QByteArray(1, '\0') + entry.toByteArray()));
}

QByteArray node(QByteArrayView left, QByteArrayView right)
{
    return sha256(QByteArray(QByteArray(1, '\1') + left.toByteArray() + right.toByteArray()));
}

QByteArray root(const Hashes &entries, qsizetype size)
{
    return rootOf(entries, 0, qBound<qsizetype>(0, size, entries.size()));
}

Hashes inclusionProof(const Hashes &entries, qsizetype index, qsizetype size)
{
    Hashes proof;
    if (index >= 0 && index < size && size <= entries.size())
        pathTo(proof, entries, index, 0, size);
    return proof;
}

bool included(QByteArrayView entry, qsizetype index, qsizetype size, const Hashes &proof, QByteArrayView root)
{
    if (index < 0 || index >= size)
        return false;
    QByteArray hash = leaf(entry);
    qsizetype place = index;
    qsizetype last = size - 1;
    for (const QByteArray &other : proof) {
        if (last == 0)
            return false;
        if ((place & 1) != 0 || place == last) {
            hash = node(other, hash);
            while ((place & 1) == 0 && place != 0) {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(hash, other);
        }
        place >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

Hashes consistencyProof(const Hashes &entries, qsizetype from, qsizetype to)
{
    Hashes proof;
    if (from > 0 && from < to && to <= entries.size())
        subproof(proof, entries, from, 0, to, true);
    return proof;
}

bool consistent(qsizetype from, QByteArrayView fromRoot, qsizetype to, QByteArrayView toRoot, const Hashes &proof)
{
    if (from < 0 || from > to)
        return false;
    if (from == to)
        return proof.isEmpty() && fromRoot == toRoot;
    if (from == 0)
        return proof.isEmpty() && fromRoot == sha256({});
    Hashes path = proof;
    if (std::has_single_bit(static_cast<quint64>(from)))
        path.prepend(fromRoot.toByteArray());
    if (path.isEmpty())
        return false;
    qsizetype place = from - 1;
    qsizetype last = to - 1;
    while ((place & 1) != 0) {
        place >>= 1;
        last >>= 1;
    }
    QByteArray before = path.constFirst();
    QByteArray after = before;
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (last == 0)
            return false;
        if ((place & 1) != 0 || place == last) {
            before = node(path.at(i), before);
            after = node(path.at(i), after);
            while ((place & 1) == 0 && place != 0) {
                place >>= 1;
                last >>= 1;
            }
        } else {
            after = node(after, path.at(i));
        }
        place >>= 1;
        last >>= 1;
    }
    return last == 0 && before == fromRoot && after == toRoot;
}

void Growing::append(QByteArrayView entry)
{
    QByteArray hash = leaf(entry);
    for (qint64 rest = m_size; (rest & 1) != 0; rest >>= 1)
        hash = node(m_peaks.takeLast(), hash);
    m_peaks.append(hash);
    ++m_size;
}

QByteArray Growing::root() const
{
    if (m_peaks.isEmpty())
        return sha256({});
    QByteArray hash = m_peaks.constLast();
    for (qsizetype i = m_peaks.size() - 2; i >= 0; --i)
        hash = node(m_peaks.at(i), hash);
    return hash;
}

} // namespace Records::Merkle
