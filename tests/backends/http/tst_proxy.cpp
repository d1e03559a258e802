// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/proxy.h"
#include "tests/support/strict.h"

#include <QTest>

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void followsTheKubeconfigFirst();
    void followsTheEnvironment_data();
    void followsTheEnvironment();
};

void TestProxy::followsTheKubeconfigFirst()
{
    const auto environment = [](const char *) { return QStringLiteral("http://other:1"); };
    const QNetworkProxy proxy = Http::proxyFor(
        QUrl(QStringLiteral("https://127.0.0.1:6443")), QUrl(QStringLiteral("socks5://proxy:1081")), environment);
    QCOMPARE(proxy.type(), QNetworkProxy::Socks5Proxy);
    QCOMPARE(proxy.hostName(), QStringLiteral("proxy"));
    QCOMPARE(proxy.port(), quint16(1081));
}

void TestProxy::followsTheEnvironment_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("noProxy");
    QTest::addColumn<QString>("proxied");
    QTest::newRow("https") << "https://api.example.com:6443"
                           << ""
                           << "secure";
    QTest::newRow("http") << "http://prom.example.com"
                          << ""
                          << "plain";
    QTest::newRow("loopback") << "https://127.0.0.1:6443"
                              << ""
                              << "";
    QTest::newRow("localhost") << "https://localhost:6443"
                               << ""
                               << "";
    QTest::newRow("host") << "https://api.example.com"
                          << "api.example.com"
                          << "";
    QTest::newRow("subdomain") << "https://api.example.com"
                               << "foo, example.com"
                               << "";
    QTest::newRow("leading dot leaves the domain itself") << "https://example.com"
                                                          << ".example.com"
                                                          << "secure";
    QTest::newRow("leading dot") << "https://api.example.com"
                                 << ".example.com"
                                 << "";
    QTest::newRow("star dot") << "https://api.example.com"
                              << "*.example.com"
                              << "";
    QTest::newRow("no substring") << "https://myexample.com"
                                  << "example.com"
                                  << "secure";
    QTest::newRow("port matches") << "https://api.example.com:6443"
                                  << "api.example.com:6443"
                                  << "";
    QTest::newRow("port differs") << "https://api.example.com:6443"
                                  << "api.example.com:443"
                                  << "secure";
    QTest::newRow("CIDR") << "https://10.1.2.3:6443"
                          << "10.0.0.0/8"
                          << "";
    QTest::newRow("CIDR of others") << "https://11.1.2.3:6443"
                                    << "10.0.0.0/8"
                                    << "secure";
    QTest::newRow("everything") << "https://api.example.com"
                                << "*"
                                << "";
}

void TestProxy::followsTheEnvironment()
{
    QFETCH(QString, target);
    QFETCH(QString, noProxy);
    QFETCH(QString, proxied);
    const auto environment = [&noProxy](const char *name) -> QString {
        const QByteArrayView variable(name);
        if (variable == "HTTPS_PROXY")
            return QStringLiteral("http://secure:3128");
        if (variable == "http_proxy")
            return QStringLiteral("plain:3128");
        if (variable == "NO_PROXY")
            return noProxy;
        return {};
    };
    const QNetworkProxy proxy = Http::proxyFor(QUrl(target), {}, environment);
    QCOMPARE(proxy.type(), proxied.isEmpty() ? QNetworkProxy::NoProxy : QNetworkProxy::HttpProxy);
    QCOMPARE(proxy.hostName(), proxied);
}

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
