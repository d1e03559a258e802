// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/journalentry.h"
#include "backends/records/journal/merkletree.h"
#include "tests/support/strict.h"

#include <QCryptographicHash>

using namespace Records;

namespace {

// The definitions of RFC 6962, section 2.1, as they stand there: slow, and nothing shared with what is tested.
QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

int powerBelow(int n)
{
    int k = 1;
    while (k * 2 < n)
        k *= 2;
    return k;
}

QByteArray treeHash(const QList<QByteArray> &d)
{
    if (d.isEmpty())
        return hash({});
    if (d.size() == 1)
        return hash(QByteArray(QByteArray("\0", 1) + d.constFirst()));
    const int k = powerBelow(int(d.size()));
    return hash(QByteArray(QByteArray("\1", 1) + treeHash(d.mid(0, k)) + treeHash(d.mid(k))));
}

QList<QByteArray> path(int m, const QList<QByteArray> &d)
{
    if (d.size() == 1)
        return {};
    const int k = powerBelow(int(d.size()));
    return m < k ? path(m, d.mid(0, k)) + QList<QByteArray>{treeHash(d.mid(k))}
                 : path(m - k, d.mid(k)) + QList<QByteArray>{treeHash(d.mid(0, k))};
}

QList<QByteArray> subproof(int m, const QList<QByteArray> &d, bool known)
{
    if (m == d.size())
        return known ? QList<QByteArray>{} : QList<QByteArray>{treeHash(d)};
    const int k = powerBelow(int(d.size()));
    return m <= k ? subproof(m, d.mid(0, k), known) + QList<QByteArray>{treeHash(d.mid(k))}
                  : subproof(m - k, d.mid(k), false) + QList<QByteArray>{treeHash(d.mid(0, k))};
}

QList<QByteArray> entries(int count)
{
    QList<QByteArray> hashes;
    for (int i = 0; i < count; ++i)
        hashes.append(hash("entry " + QByteArray::number(i)));
    return hashes;
}

constexpr int most = 40;

} // namespace

class TestMerkleTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void knowsThePublishedHashes()
    {
        // Of no entry, of the empty entry, and of the first two entries of the test data that Certificate Transparency
        // logs are tried with.
        QCOMPARE(
            Merkle::root({}), QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(Merkle::leaf(QByteArray()),
            QByteArray::fromHex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"));
        QCOMPARE(Merkle::root({QByteArray(), QByteArray("\0", 1)}),
            QByteArray::fromHex("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"));
    }

    void hasTheRootsOfTheStandard()
    {
        Merkle::Growing growing;
        for (int size = 0; size <= most; ++size) {
            const auto all = entries(size);
            QCOMPARE(Merkle::root(all), treeHash(all));
            QCOMPARE(growing.size(), size);
            QCOMPARE(growing.root(), treeHash(all));
            growing.append(entries(size + 1).constLast());
        }
    }

    void provesInclusion()
    {
        const auto all = entries(most);
        for (int size = 1; size <= most; ++size) {
            const auto root = treeHash(all.mid(0, size));
            for (int index = 0; index < size; ++index) {
                const auto proof = Merkle::inclusionProof(all, index, size);
                QCOMPARE(proof, path(index, all.mid(0, size)));
                QVERIFY(Merkle::included(all.at(index), index, size, proof, root));
                QVERIFY(!Merkle::included(all.at((index + 1) % most), index, size, proof, root));
                QVERIFY(!Merkle::included(all.at(index), index, size, proof + QList<QByteArray>{root}, root));
                QVERIFY(size == 1 || !Merkle::included(all.at(index), index, size, proof.mid(1), root));
                QVERIFY(size == 1 || !Merkle::included(all.at(index), (index + 1) % size, size, proof, root));
            }
        }
        QVERIFY(Merkle::inclusionProof(all, 3, 3).isEmpty());
        QVERIFY(!Merkle::included(all.at(0), -1, 1, {}, treeHash(all.mid(0, 1))));
    }

    void provesConsistency()
    {
        const auto all = entries(most);
        for (int to = 1; to <= most; ++to) {
            const auto newRoot = treeHash(all.mid(0, to));
            for (int from = 1; from <= to; ++from) {
                const auto oldRoot = treeHash(all.mid(0, from));
                const auto proof = Merkle::consistencyProof(all, from, to);
                QCOMPARE(proof, from == to ? QList<QByteArray>{} : subproof(from, all.mid(0, to), true));
                QVERIFY(Merkle::consistent(from, oldRoot, to, newRoot, proof));
                QVERIFY(from == to || !Merkle::consistent(from, newRoot, to, newRoot, proof));
                QVERIFY(!Merkle::consistent(from, oldRoot, to, hash("other"), proof));
                QVERIFY(from == to || !Merkle::consistent(from, oldRoot, to, newRoot, proof.mid(1)));
                QVERIFY(!Merkle::consistent(from, oldRoot, to, newRoot, proof + QList<QByteArray>{oldRoot}));
            }
        }
        QVERIFY(Merkle::consistent(0, hash({}), 5, treeHash(all.mid(0, 5)), {}));
        QVERIFY(!Merkle::consistent(6, treeHash(all.mid(0, 6)), 5, treeHash(all.mid(0, 5)), {}));
    }
};

QTEST_GUILESS_MAIN(TestMerkleTree)
#include "tst_merkletree.moc"
