// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/consolekeys.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>

using namespace Records;

class TestConsoleKeys final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void keepsWhatItMade()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("a/b"));
        const auto first = ConsoleKeys::ofFolder(folder);
        QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().detail));
        const auto second = ConsoleKeys::ofFolder(folder);
        QVERIFY(second.ok());
        QCOMPARE(second->publicKey(), first->publicKey());
        QCOMPARE(second->fingerprintKey(), first->fingerprintKey());
        QCOMPARE(first->console().size(), 32);
        for (const auto &[name, mode] :
            {std::pair("a/b/console.pem", 0600), std::pair("a/b/fingerprint.key", 0600), std::pair("a/b", 0700)}) {
            struct stat found = {};
            QCOMPARE(::stat(QFile::encodeName(home.filePath(QString::fromLatin1(name))).constData(), &found), 0);
            QCOMPARE(int(found.st_mode & 0777), mode);
        }
        QFile pem(folder + QLatin1String("/console.pem"));
        QVERIFY(pem.open(QIODevice::ReadOnly));
        QVERIFY(pem.readAll().startsWith("-----BEGIN PRIVATE KEY-----"));
    }

    void signsWhatOthersCanVerify()
    {
        const QTemporaryDir home;
        const auto keys = ConsoleKeys::ofFolder(home.filePath(QStringLiteral("k")));
        const auto other = ConsoleKeys::ofFolder(home.filePath(QStringLiteral("l")));
        QVERIFY(keys.ok() && other.ok());
        QByteArray signature = keys->sign("words");
        QVERIFY(ConsoleKeys::verify("words", signature, keys->publicKey()));
        QVERIFY(!ConsoleKeys::verify("Words", signature, keys->publicKey()));
        QVERIFY(!ConsoleKeys::verify("words", signature, other->publicKey()));
        QVERIFY(!ConsoleKeys::verify("words", signature.chopped(1), keys->publicKey()));
        QVERIFY(!ConsoleKeys::verify("words", signature, {}));
        signature[3] = char(signature[3] ^ 1);
        QVERIFY(!ConsoleKeys::verify("words", signature, keys->publicKey()));
        QVERIFY(keys->console() != other->console());
    }

    //! RFC 8032, section 7.1, test 2.
    void knowsTheSignaturesOfTheStandard()
    {
        const auto key = QByteArray::fromHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        const auto signature = QByteArray::fromHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                                   "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        QVERIFY(ConsoleKeys::verify(QByteArray(1, '\x72'), signature, key));
    }

    void leavesBadFilesAlone()
    {
        const QTemporaryDir home;
        QVERIFY(ConsoleKeys::ofFolder(home.path()).ok());
        QFile pem(home.filePath(QStringLiteral("console.pem")));
        QVERIFY(pem.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto open = ConsoleKeys::ofFolder(home.path());
        QVERIFY(!open.ok());
        QCOMPARE(open.error().where, pem.fileName());
        QVERIFY(open.error().detail.contains(QLatin1String("others")));
        QVERIFY(pem.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(pem.open(QIODevice::WriteOnly) && pem.write("no key") > 0);
        pem.close();
        const auto broken = ConsoleKeys::ofFolder(home.path());
        QVERIFY(!broken.ok());
        QCOMPARE(broken.error().kind, Error::Kind::Configuration);
        QVERIFY(pem.open(QIODevice::ReadOnly));
        QCOMPARE(pem.readAll(), QByteArray("no key"));
    }

    void agreesWithWhoeverStartsAtTheSameTime()
    {
        const QTemporaryDir home;
        const QString folder = home.filePath(QStringLiteral("k"));
        std::array<QByteArray, 8> keys;
        std::vector<std::jthread> threads;
        for (QByteArray &key : keys)
            threads.emplace_back([&key, folder] {
                if (const auto made = ConsoleKeys::ofFolder(folder))
                    key = QByteArray(made->publicKey() + made->fingerprintKey());
            });
        threads.clear();
        for (const QByteArray &key : keys) {
            QCOMPARE(key.size(), 64);
            QCOMPARE(key, keys.front());
        }
    }
};

QTEST_GUILESS_MAIN(TestConsoleKeys)
#include "tst_consolekeys.moc"
