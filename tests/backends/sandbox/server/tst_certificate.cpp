// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/certificate.h"
#include "tests/support/strict.h"

#include <QDateTime>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslError>
#include <QSslKey>
#include <QTest>

using namespace Sandbox;

class TestCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void isTrustedThroughItsAuthority();
    void namesThisComputer();
    void isAnotherEachTime();
    void refusesAnIssuerThatIsNone();

private:
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

namespace {

QSslCertificate certificateOf(const Certificate &pair)
{
    return QSslCertificate(QByteArray::fromStdString(pair.certificate));
}

} // namespace

void TestCertificate::isTrustedThroughItsAuthority()
{
    const auto authority = Certificate::authority("Sandbox", m_now);
    QVERIFY(authority);
    const auto server = Certificate::server(*authority, m_now);
    QVERIFY(server);
    const QSslCertificate own = certificateOf(*server);
    QCOMPARE(own.issuerInfo(QSslCertificate::CommonName), QStringList{QStringLiteral("Sandbox")});
    const QList<QSslError> untrusted = QSslCertificate::verify({own, certificateOf(*authority)});
    QCOMPARE(untrusted.size(), 1); // nobody knows the authority yet; nothing else is wrong
    QCOMPARE(untrusted.constFirst().error(), QSslError::SelfSignedCertificateInChain);
    QVERIFY(!QSslKey(QByteArray::fromStdString(server->key), QSsl::Ec).isNull());
    QCOMPARE(own.effectiveDate().daysTo(m_now), 1);
    QCOMPARE(m_now.daysTo(own.expiryDate()), 365);
    QVERIFY(m_now.daysTo(certificateOf(*authority).expiryDate()) > 3000);
}

void TestCertificate::namesThisComputer()
{
    const auto authority = Certificate::authority("Sandbox", m_now);
    QVERIFY(authority);
    const auto server = Certificate::server(*authority, m_now);
    QVERIFY(server);
    const auto names = certificateOf(*server).subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
    QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
}

void TestCertificate::isAnotherEachTime()
{
    const auto one = Certificate::authority("Sandbox", m_now);
    const auto other = Certificate::authority("Sandbox", m_now);
    QVERIFY(one && other);
    QVERIFY(one->key != other->key);
    QVERIFY(certificateOf(*one).serialNumber() != certificateOf(*other).serialNumber());
}

void TestCertificate::refusesAnIssuerThatIsNone()
{
    const auto server = Certificate::server({"no certificate", "no key"}, m_now);
    QVERIFY(!server);
    QCOMPARE(server.error().kind, Error::Kind::Configuration);
    QVERIFY(!server.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
