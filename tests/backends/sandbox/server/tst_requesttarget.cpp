// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/requesttarget.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Sandbox;

class TestRequestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void takesTargetsApart_data();
    void takesTargetsApart();
    void keepsTheOrderOfParameters();
};

void TestRequestTarget::takesTargetsApart_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("value"); // of the parameter "a"; "-" for none
    const auto row = [](const char *name, const char *target, const char *path, const char *value) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(path) << QByteArray(value);
    };
    row("plain", "/api", "/api", "-");
    row("path stays encoded", "/api/v1/namespaces/a%2Fb", "/api/v1/namespaces/a%2Fb", "-");
    row("decoded value", "/api?a=x%3Dy%2Cz+w", "/api", "x=y,z w");
    row("no escape", "/api?a=100%&b", "/api", "100%");
    row("half an escape", "/api?a=%4", "/api", "%4");
    row("not hexadecimal", "/api?a=%zz", "/api", "%zz");
    row("decoded name", "/api?%61=1", "/api", "1");
    row("no value", "/api?a", "/api", "");
    row("equals in the value", "/api?a=b=c", "/api", "b=c");
    row("empty pairs", "/api?&&a=1&", "/api", "1");
    row("absolute", "https://127.0.0.1:6443/api?a=1", "/api", "1");
    row("absolute without path", "http://host?a=1", "/", "1");
    row("fragment", "/api?a=1#x", "/api", "1");
    row("empty", "", "/", "-");
    row("last bytes are an escape", "/?a=%41", "/", "A");
}

void TestRequestTarget::takesTargetsApart()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, value);
    Request request;
    setTarget(request, target.toStdString());
    QCOMPARE(QByteArray::fromStdString(request.path), path);
    QCOMPARE(request.hasParameter("a") ? QByteArray::fromStdString(std::string(request.parameter("a"))) : "-", value);
}

void TestRequestTarget::keepsTheOrderOfParameters()
{
    Request request;
    setTarget(request, "/x?b=1&a=2&b=3");
    QCOMPARE(request.query.size(), size_t(3));
    QCOMPARE(request.query[0].first, std::string("b"));
    QCOMPARE(request.query[1].second, std::string("2"));
    QCOMPARE(request.query[2].second, std::string("3"));
}

QTEST_GUILESS_MAIN(TestRequestTarget)
#include "tst_requesttarget.moc"
