// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/tlssettings.h"
#include "tests/support/certificates.h"
#include "tests/support/strict.h"

#include <QFile>
#include <QProcess>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using Cause = Error::Cause;

//! Keys in every form that tools write, made by the openssl command, each used for a handshake that asks for it.
class TestTlsSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }
    void presentsKeysOfEveryForm_data();
    void presentsKeysOfEveryForm();
    void explainsKeysThatItCannotUse_data();
    void explainsKeysThatItCannotUse();
    void refusesACertificateThatIsNotValid();
    void readsBothFromFiles();

private:
    QTemporaryDir m_directory;
    Certificates::Pair m_authority;

    [[nodiscard]] QString file(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(this->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(this->file(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void openssl(const QString &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_directory.path());
        process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
        QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError().constData());
    }
    //! A certificate for the key in \a key, for olga.
    void certify(const QString &key, const QString &certificate) const
    {
        openssl(QStringLiteral("req -new -key %1 -subj /CN=olga -out request").arg(key));
        openssl(QStringLiteral("x509 -req -in request -CA ca.pem -CAkey ca.key -set_serial 77 -days 2 -out %1")
                    .arg(certificate));
    }
    //! Who the server says came, after a handshake that demanded a certificate.
    [[nodiscard]] QString visitor(const QSslConfiguration &configuration) const
    {
        QSslServer server;
        auto own = Certificates::serverConfiguration(
            Certificates::issue(m_authority, QStringLiteral("server"), QStringLiteral("127.0.0.1")));
        own.setPeerVerifyMode(QSslSocket::VerifyPeer);
        own.setCaCertificates(QSslCertificate::fromData(m_authority.certificate));
        server.setSslConfiguration(own);
        if (!server.listen(QHostAddress::LocalHost))
            return QStringLiteral("nobody listens");
        QSslSocket client;
        client.setSslConfiguration(configuration);
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort());
        QString name;
        connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&] {
            const auto *socket = qobject_cast<QSslSocket *>(server.nextPendingConnection());
            name = socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
        });
        (void)QTest::qWaitFor([&] { return !name.isEmpty(); }, 10000);
        return name;
    }
};

void TestTlsSettings::initTestCase()
{
    m_authority = Certificates::authority(QStringLiteral("tests"));
    write(QStringLiteral("ca.pem"), m_authority.certificate);
    write(QStringLiteral("ca.key"), m_authority.key);
    openssl(QStringLiteral("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa8"));
    openssl(QStringLiteral("rsa -in rsa8 -traditional -out rsa1"));
    certify(QStringLiteral("rsa8"), QStringLiteral("rsa.pem"));
    openssl(QStringLiteral("ecparam -genkey -name prime256v1 -out ec1params"));
    openssl(QStringLiteral("ec -in ec1params -out ec1"));
    openssl(QStringLiteral("pkcs8 -topk8 -nocrypt -in ec1params -out ec8"));
    certify(QStringLiteral("ec8"), QStringLiteral("ec.pem"));
    openssl(QStringLiteral("ecparam -genkey -name secp384r1 -out ec384"));
    certify(QStringLiteral("ec384"), QStringLiteral("ec384.pem"));
    openssl(QStringLiteral("genpkey -algorithm ED25519 -out ed"));
    openssl(QStringLiteral("pkcs8 -topk8 -v2 aes256 -passout pass:hunter2 -in rsa8 -out rsa8locked"));
    openssl(QStringLiteral("rsa -aes256 -traditional -passout pass:hunter2 -in rsa8 -out rsa1locked"));
    openssl(QStringLiteral("ec -aes256 -passout pass:hunter2 -in ec1 -out ec1locked"));
}

void TestTlsSettings::presentsKeysOfEveryForm_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("certificate");
    const auto row = [this](const char *name, const char *key, const char *certificate) {
        QTest::newRow(name) << contents(QLatin1String(key)) << QString::fromLatin1(certificate);
    };
    row("RSA, PKCS#8", "rsa8", "rsa.pem");
    row("RSA, PKCS#1", "rsa1", "rsa.pem");
    row("EC, SEC1", "ec1", "ec.pem");
    row("EC, SEC1 behind its parameters", "ec1params", "ec.pem");
    row("EC, PKCS#8", "ec8", "ec.pem");
    row("EC on another curve", "ec384", "ec384.pem");
    for (const char *name : {"rsa8", "rsa1", "ec1params", "ec8"}) {
        const QByteArray key = contents(QLatin1String(name));
        const QString certificate
            = key.contains("EC ") || name[0] == 'e' ? QStringLiteral("ec.pem") : QStringLiteral("rsa.pem");
        QTest::addRow("%s with CRLF", name) << QByteArray(key).replace("\n", "\r\n") << certificate;
        QTest::addRow("%s behind a text", name)
            << "Bag Attributes\n    friendlyName: olga\nKey Attributes: <No Attributes>\n" + key << certificate;
        QTest::addRow("%s without a last line break", name) << key.trimmed() << certificate;
        QTest::addRow("%s behind a certificate", name) << contents(certificate) + key << certificate;
    }
}

void TestTlsSettings::presentsKeysOfEveryForm()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, certificate);
    QVERIFY(key.contains("PRIVATE KEY"));
    Http::TlsSettings settings;
    settings.authorityData = m_authority.certificate;
    settings.certificateData = contents(certificate);
    settings.keyData = key;
    const auto configuration = Http::tlsConfiguration(settings, QDateTime::currentDateTimeUtc());
    QVERIFY2(configuration.ok(), configuration.ok() ? "" : qPrintable(configuration.error().detail));
    QCOMPARE(visitor(*configuration), QStringLiteral("olga"));
}

void TestTlsSettings::explainsKeysThatItCannotUse_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("cause");
    for (const char *name : {"rsa8locked", "rsa1locked", "ec1locked"}) {
        QVERIFY(contents(QLatin1String(name)).contains("ENCRYPTED"));
        QTest::newRow(name) << contents(QLatin1String(name)) << int(Cause::KeyEncrypted);
    }
    QTest::newRow("another's, same kind")
        << Certificates::authority(QStringLiteral("x")).key << int(Cause::KeyOfAnother);
    QTest::newRow("another's, other kind") << contents(QStringLiteral("rsa1")) << int(Cause::KeyOfAnother);
    QTest::newRow("Ed25519") << contents(QStringLiteral("ed")) << int(Cause::KeyUnreadable);
    QTest::newRow("a certificate") << contents(QStringLiteral("ec.pem")) << int(Cause::KeyUnreadable);
    QTest::newRow("nothing") << QByteArray(" ") << int(Cause::KeyUnreadable);
    QTest::newRow("cut") << contents(QStringLiteral("ec8")).left(100) << int(Cause::KeyUnreadable);
}

void TestTlsSettings::explainsKeysThatItCannotUse()
{
    QFETCH(QByteArray, key);
    QFETCH(int, cause);
    Http::TlsSettings settings;
    settings.certificateData = contents(QStringLiteral("ec.pem"));
    settings.keyData = key;
    const auto configuration = Http::tlsConfiguration(settings);
    QVERIFY(!configuration.ok());
    QCOMPARE(configuration.error().kind, Error::Kind::ClientCertificate);
    QCOMPARE(int(configuration.error().cause), cause);
    QVERIFY(!configuration.error().detail.isEmpty());
}

void TestTlsSettings::refusesACertificateThatIsNotValid()
{
    const auto outcome = [this](qint64 from, qint64 lasting) {
        const auto pair = Certificates::issue(m_authority, QStringLiteral("olga"), {}, from, lasting);
        Http::TlsSettings settings;
        settings.certificateData = pair.certificate;
        settings.keyData = pair.key;
        return Http::tlsConfiguration(settings, QDateTime::currentDateTimeUtc());
    };
    QVERIFY(outcome(-3600, 7200).ok());
    const auto over = outcome(-7200, 3600);
    QVERIFY(!over.ok());
    QCOMPARE(over.error().cause, Cause::OwnCertificateExpired);
    QVERIFY(over.error().detail.startsWith(QStringLiteral("the certificate expired at 2")));
    const auto early = outcome(3600, 3600);
    QVERIFY(!early.ok());
    QVERIFY(early.error().detail.startsWith(QStringLiteral("the certificate is not valid before 2")));
}

void TestTlsSettings::readsBothFromFiles()
{
    Http::TlsSettings settings;
    settings.authorityFile = file(QStringLiteral("ca.pem"));
    settings.certificateFile = file(QStringLiteral("ec.pem"));
    settings.keyFile = file(QStringLiteral("ec1params"));
    const auto configuration = Http::tlsConfiguration(settings);
    QVERIFY(configuration.ok());
    QCOMPARE(visitor(*configuration), QStringLiteral("olga"));
    settings.keyFile = file(QStringLiteral("ec1locked"));
    QCOMPARE(Http::tlsConfiguration(settings).error().where, settings.keyFile);
    settings.keyFile = file(QStringLiteral("gone"));
    QCOMPARE(Http::tlsConfiguration(settings).error().where, settings.keyFile);
}

QTEST_GUILESS_MAIN(TestTlsSettings)
#include "tst_tlssettings.moc"
