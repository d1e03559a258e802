// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/records/journal/redaction.h"
#include "tests/support/strict.h"

using namespace Records;

namespace {

constexpr qsizetype most = 10000;

QByteArray redacted(const QByteArray &json, const Redaction::Scope &scope = {})
{
    Redaction redaction(QByteArray(32, 'k'));
    const auto result = redaction.apply(json, scope, most);
    return result.ok() ? *result : "error: " + result.error().detail.toUtf8();
}

QByteArray print(const char *value)
{
    return Redaction(QByteArray(32, 'k')).fingerprint(value).toUtf8();
}

} // namespace

class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void takesValuesOutOfSecrets_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("ofSecret");
        QTest::addColumn<QByteArray>("left");
        const QByteArray hunter = print("hunter2");
        QTest::newRow("data") << QByteArray(R"({"kind":"Secret","data":{"p":"aHVudGVyMg=="}})") << false
                              << "{\"data\":{\"p\":\"" + hunter + "\"},\"kind\":\"Secret\"}";
        QTest::newRow("stringData") << QByteArray(R"({"kind":"Secret","stringData":{"p":"hunter2"}})") << false
                                    << "{\"kind\":\"Secret\",\"stringData\":{\"p\":\"" + hunter + "\"}}";
        QTest::newRow("data that is no base64")
            << QByteArray(R"({"kind":"Secret","data":{"p":"hunter2!"}})") << false
            << "{\"data\":{\"p\":\"" + print("hunter2!") + "\"},\"kind\":\"Secret\"}";
        QTest::newRow("merge patch") << QByteArray(R"({"data":{"p":"aHVudGVyMg==","q":null}})") << true
                                     << "{\"data\":{\"p\":\"" + hunter + "\",\"q\":null}}";
        QTest::newRow("JSON patch") << QByteArray(R"([{"op":"add","path":"/data/p","value":"aHVudGVyMg=="},)"
                                                  R"({"op":"add","path":"/stringData","value":{"p":"hunter2"}}])")
                                    << true
                                    << "[{\"op\":\"add\",\"path\":\"/data/p\",\"value\":\"" + hunter
                + "\"},{\"op\":\"add\",\"path\":\"/stringData\",\"value\":{\"p\":\"" + hunter + "\"}}]";
        QTest::newRow("list") << QByteArray(R"({"kind":"SecretList","items":[{"data":{"p":"aHVudGVyMg=="}}]})") << false
                              << "{\"items\":[{\"data\":{\"p\":\"" + hunter + "\"}}],\"kind\":\"SecretList\"}";
        QTest::newRow("in another object")
            << QByteArray(R"({"kind":"List","items":[{"kind":"Secret","stringData":{"p":"hunter2"}}]})") << false
            << "{\"items\":[{\"kind\":\"Secret\",\"stringData\":{\"p\":\"" + hunter + "\"}}],\"kind\":\"List\"}";
        QTest::newRow("a ConfigMap keeps its data") << QByteArray(R"({"data":{"a":"b"},"kind":"ConfigMap"})") << false
                                                    << QByteArray(R"({"data":{"a":"b"},"kind":"ConfigMap"})");
    }

    void takesValuesOutOfSecrets()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, ofSecret);
        QTEST(redacted(json, {ofSecret, {}}), "left");
    }

    void takesOutWhatKubectlKeeps()
    {
        QByteArray json = R"({"kind":"Secret","metadata":{"annotations":{)"
                          R"("kubectl.kubernetes.io/last-applied-configuration":"{@data@:{@p@:@eA==@}}"}}})";
        json.replace("@", "\\\""); // which moc does not read in a raw string
        QVERIFY(!redacted(json).contains("eA=="));
        QVERIFY(redacted(json).contains("hmac-sha256:"));
    }

    void takesOutWhatTheCallerNames()
    {
        QCOMPARE(redacted(R"({"a":[{"Password":"x","other":"y"}],"token":{"t":1}})",
                     {false, {QStringLiteral("password"), QStringLiteral("token")}}),
            "{\"a\":[{\"Password\":\"" + print("x") + "\",\"other\":\"y\"}],\"token\":\"" + print("{\"t\":1}") + "\"}");
    }

    void makesFingerprintsThatTellAndHide()
    {
        Redaction one(QByteArray(32, '1'));
        Redaction two(QByteArray(32, '2'));
        QCOMPARE(one.fingerprint("a"), one.fingerprint("a"));
        QVERIFY(one.fingerprint("a") != one.fingerprint("b"));
        QVERIFY(one.fingerprint("a") != two.fingerprint("a"));
        QCOMPARE(one.fingerprint("a").size(), 12 + 32);
        // RFC 4231, test case 2: whoever has the key computes the same.
        QCOMPARE(Redaction("Jefe").fingerprint("what do ya want for nothing?"),
            QStringLiteral("hmac-sha256:5bdcc146bf60754e6a042426089575c7"));
    }

    void cleansSentencesThatQuoteASecret()
    {
        Redaction redaction(QByteArray(32, 'k'));
        QVERIFY(redaction.apply(R"({"kind":"Secret","data":{"p":"aHVudGVyMg==","q":"YQ=="}})", {}, most).ok());
        const QString said = redaction.cleaned(QStringLiteral("Invalid value: \"hunter2\" (aHVudGVyMg==), a word"));
        QVERIFY(!said.contains(QLatin1String("hunter2")) && !said.contains(QLatin1String("aHVudGVyMg==")));
        QVERIFY(said.startsWith(QLatin1String("Invalid value: \"hmac-sha256:")));
        QVERIFY(said.endsWith(QLatin1String(", a word"))); // a secret of one letter would leave no sentence
    }

    void refusesWhatIsNoJson()
    {
        Redaction redaction(QByteArray(32, 'k'));
        QCOMPARE(redaction.apply("kind: Secret", {}, most).error().kind, Error::Kind::Malformed);
        QCOMPARE(redaction.apply(QByteArray(most + 1, ' '), {}, most).error().kind, Error::Kind::TooLarge);
        QCOMPARE(redacted({}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
