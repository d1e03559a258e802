// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/alertmanager/decode.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Alertmanager;

namespace {

//! As an Alertmanager 0.25 answers.
const QByteArray twoAlerts = QByteArray(R"([{"annotations":{"summary":"web burns","runbook_url":"https://r.example/x"},
"endsAt":"2026-11-20T22:53:00.811Z","fingerprint":"43c57c0a6832e5ea","receivers":[{"name":"console"},{"name":"pager"}],
"startsAt":"2026-11-20T22:48:00.811Z","status":{"inhibitedBy":["00000000000000aa"],"silencedBy":["s-1"],"state":"suppressed"},
"updatedAt":"2026-11-20T22:48:00.812Z","generatorURL":"http://p/graph?g0.expr=x%3E1",
"labels":{"alertname":"Burn","namespace":"t2","quote":"a~"b~~c~nd"}},
{"annotations":{},"endsAt":"2026-11-20T22:53:00.811Z","fingerprint":"cbf29ce484222325","receivers":[],
"startsAt":"2026-11-20T22:48:00Z","status":{"inhibitedBy":[],"silencedBy":[],"state":"unprocessed"},
"updatedAt":"2026-11-20T22:48:00.812Z","labels":{"b":"2","alertname":"X","a":"1"}}])")
                                 .replace('~', '\\'); // moc stumbles over backslashes in raw strings

const QByteArray silence = R"({"id":"6f1f2a60-23a1-4c5e-8f8b-f8a2d9a4c001","status":{"state":"active"},
"updatedAt":"2026-11-20T22:48:05.100Z","comment":"CHG-123 [pilothouse:11111111-1111-4111-8111-111111111111]","createdBy":"me",
"endsAt":"2026-11-20T23:48:05.000Z","matchers":[{"isEqual":false,"isRegex":true,"name":"namespace","value":"a|b"},
{"isEqual":true,"isRegex":false,"name":"alertname","value":"InhTgt"}],"startsAt":"2026-11-20T22:48:05.100Z"})";

} // namespace

class TestAlertmanagerDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void readsAlerts()
    {
        const auto sample = decodeAlerts(twoAlerts);
        QVERIFY(sample.ok());
        QCOMPARE(sample->alerts.size(), 2);
        const Alert &first = sample->alerts.first();
        QCOMPARE(first.fingerprint, quint64(0x43c57c0a6832e5ea));
        QCOMPARE(first.state, Alert::State::Suppressed);
        QCOMPARE(first.silencedBy, QStringList{QStringLiteral("s-1")});
        QCOMPARE(first.inhibitedBy, QStringList{QStringLiteral("00000000000000aa")});
        QCOMPARE(first.receivers, (QStringList{QStringLiteral("console"), QStringLiteral("pager")}));
        QCOMPARE(first.startsAt, qint64(1795214880811));
        QCOMPARE(Labels::value(first.labels, QLatin1String("quote")), QStringLiteral("a\"b\\c\nd"));
        QCOMPARE(Labels::value(first.annotations, QLatin1String("summary")), QStringLiteral("web burns"));
    }
    void sortsLabelsThatComeInAnyOrder()
    {
        const auto sample = decodeAlerts(twoAlerts);
        const LabelList &labels = sample->alerts.last().labels;
        QCOMPARE(labels.first().first, QStringLiteral("a"));
        QCOMPARE(labels.last().first, QStringLiteral("b"));
        QCOMPARE(sample->alerts.last().state, Alert::State::Unprocessed);
    }
    void worksOutAFingerprintThatIsNotSaid()
    {
        const auto sample = decodeAlerts(R"([{"labels":{"a":"b"},"status":{"state":"active"}}])");
        QVERIFY(sample.ok());
        QCOMPARE(sample->alerts.first().fingerprint, Labels::fingerprint({{QStringLiteral("a"), QStringLiteral("b")}}));
    }
    void takesNoneForNone()
    {
        QCOMPARE(decodeAlerts("[]")->alerts.size(), 0);
        QCOMPARE(decodeSilences("[]")->silences.size(), 0);
        QCOMPARE(decodeAlerts("null")->alerts.size(), 0);
    }
    void refusesWhatIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "<html>", "{}x", "[", R"([{"labels":{}}])", R"([{"status":{}}])", R"([1])",
                 R"([{"labels":{"a":"b"},"startsAt":"yesterday"}])", R"([],"answer":[])", R"([]} {"x":[])"})
            QTest::newRow(body) << QByteArray(body);
    }
    void refusesWhatIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        const auto sample = decodeAlerts(body);
        QVERIFY(!sample.ok());
        QCOMPARE(sample.error().kind, Error::Kind::Malformed);
    }
    void readsSilences()
    {
        const auto sample = decodeSilences(QByteArray('[' + silence + ']'));
        QVERIFY(sample.ok());
        const Silence &one = sample->silences.first();
        QCOMPARE(one.matchers.size(), 2);
        QCOMPARE(one.matchers.first().name, QStringLiteral("alertname")); // sorted
        QCOMPARE(one.matchers.last().text(), QStringLiteral("namespace!~\"a|b\""));
        QCOMPARE(one.comment, QStringLiteral("CHG-123"));
        QCOMPARE(one.marks, QStringList{QStringLiteral("11111111-1111-4111-8111-111111111111")});
        QCOMPARE(one.state, Silence::State::Active);
        QVERIFY(decodeSilence(silence).ok());
        QVERIFY(!decodeSilence("{}").ok());
    }
    //! Two forms, and proxies' text.
    void readsWhyItFailed()
    {
        const Error handler = decodeFailure(404, R"("silence not found")");
        QCOMPARE(handler.kind, Error::Kind::NotFound);
        QCOMPARE(handler.detail, QStringLiteral("silence not found"));
        const Error validation = decodeFailure(422, R"({"code":602,"message":"comment in body is required"})");
        QCOMPARE(validation.kind, Error::Kind::BadRequest);
        QCOMPARE(validation.detail, QStringLiteral("comment in body is required"));
        QCOMPARE(decodeFailure(502, "Bad Gateway").detail, QStringLiteral("Bad Gateway"));
        QCOMPARE(decodeFailure(404, "").kind, Error::Kind::NotFound);
    }
    void readsPeers()
    {
        const auto status = decodeStatus(R"({"cluster":{"name":"01H","peers":[{"address":"a","name":"01J"},
            {"address":"b","name":"01H"}],"status":"ready"},"config":{"original":"x"},"uptime":"2026-11-20T22:48:05.100Z",
            "versionInfo":{"version":"0.25.0"}})");
        QVERIFY(status.ok());
        QCOMPARE(status->peers, (QStringList{QStringLiteral("01H"), QStringLiteral("01J")}));
        QCOMPARE(status->version, QStringLiteral("0.25.0"));
        QCOMPARE(decodeSilenceId(R"({"silenceID":"u"})").value(), QStringLiteral("u"));
        QVERIFY(!decodeSilenceId("{}").ok());
    }
    void marksCommentsAtTheirEnd()
    {
        const QString one = QStringLiteral("11111111-1111-4111-8111-111111111111");
        const QString two = QStringLiteral("22222222-2222-4222-8222-222222222222");
        const QString three = QStringLiteral("33333333-3333-4333-8333-333333333333");
        const MarkedComment comment{QStringLiteral("why [not]"), {one, two}};
        QCOMPARE(unmarked(marked(comment)), comment);
        QCOMPARE(marked({QStringLiteral("x"), {one, one}}), QStringLiteral("x [pilothouse:%1]").arg(one));
        // The first, by which it is known, and the last write.
        QCOMPARE(unmarked(marked({QStringLiteral("x"), {one, two, three}})).marks, (QStringList{one, three}));
        QCOMPARE(unmarked(QStringLiteral("[pilothouse:%1] said he").arg(one)).marks, QStringList());
        QCOMPARE(unmarked(QStringLiteral("[pilothouse:zzz]")).comment, QStringLiteral("[pilothouse:zzz]"));
    }
};

QTEST_APPLESS_MAIN(TestAlertmanagerDecode)
#include "tst_alertmanagerdecode.moc"
