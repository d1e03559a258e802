// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfig.h"
#include "backends/sandbox/server/kubeconfigfile.h"
#include "tests/support/strict.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Sandbox;

class TestKubeconfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void isReadAsAnyOther();
    void isForItsOwnerAlone();
    void takesThePlaceOfWhatWasThere();
    void saysWhyItCannotBeWritten();
};

namespace {

KubeconfigFile sample()
{
    KubeconfigFile file;
    file.clusters = {{"eu-1", "https://127.0.0.1:6443", "-----BEGIN CERTIFICATE-----\nAA==\n"}};
    file.users = {{"operator: \"quoted\"", "0123456789"}, {"viewer", "1e5"}};
    file.contexts = {{"eu-1", "eu-1", "operator: \"quoted\"", ""}, {"eu-1-viewer", "eu-1", "viewer", "shop"}};
    file.current = "eu-1";
    return file;
}

} // namespace

void TestKubeconfigFile::isReadAsAnyOther()
{
    const auto read = Kubernetes::Kubeconfig::parse(QByteArray::fromStdString(sample().toText()), QString());
    QVERIFY(read);
    QCOMPARE(read->currentContext(), QStringLiteral("eu-1"));
    QCOMPARE(read->contexts().size(), 2);
    const auto connection = read->connection(QStringLiteral("eu-1"));
    QVERIFY(connection);
    QCOMPARE(connection->cluster.server, QUrl(QStringLiteral("https://127.0.0.1:6443")));
    QCOMPARE(connection->cluster.certificateAuthorityData, QByteArray("-----BEGIN CERTIFICATE-----\nAA==\n"));
    QCOMPARE(connection->user.token, QStringLiteral("0123456789"));
    const auto viewer = read->connection(QStringLiteral("eu-1-viewer"));
    QVERIFY(viewer);
    QCOMPARE(viewer->user.token, QStringLiteral("1e5")); // text, though it looks like a number
    QCOMPARE(viewer->context.namespaceName, QStringLiteral("shop"));
}

void TestKubeconfigFile::isForItsOwnerAlone()
{
    const QTemporaryDir directory;
    const QString name = directory.filePath(QStringLiteral("config"));
    const mode_t before = ::umask(0);
    const auto written = sample().write(name);
    ::umask(before);
    QVERIFY(written);
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(name).constData(), &status), 0);
    QCOMPARE(static_cast<unsigned>(status.st_mode & 0777), 0600U);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("config")});
}

void TestKubeconfigFile::takesThePlaceOfWhatWasThere()
{
    const QTemporaryDir directory;
    const QString name = directory.filePath(QStringLiteral("config"));
    QFile old(name);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(sample().write(name));
    QFile now(name);
    QVERIFY(now.open(QIODevice::ReadOnly));
    QCOMPARE(now.readAll().toStdString(), sample().toText());
    QVERIFY(!(now.permissions() & QFile::ReadOther));
}

void TestKubeconfigFile::saysWhyItCannotBeWritten()
{
    const QTemporaryDir directory;
    const auto written = sample().write(directory.filePath(QStringLiteral("missing/config")));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Configuration);
    QVERIFY(written.error().where.endsWith(QStringLiteral("missing/config")));
    QVERIFY(!written.error().detail.contains(QStringLiteral("0123456789")));
}

QTEST_GUILESS_MAIN(TestKubeconfigFile)
#include "tst_kubeconfigfile.moc"
