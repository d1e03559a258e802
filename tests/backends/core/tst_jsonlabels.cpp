// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/jsonlabels.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonLabels : public QObject
{
    Q_OBJECT

private:
    static Result<LabelList> read(const QByteArray &object, std::string_view without = {})
    {
        LabelList labels;
        Json::SharedTexts texts;
        const auto parsed = Json::parse(QByteArray("{\"labels\":" + object + "}"), [&](Json::Object root) {
            Json::eachField(root, [&](Json::Key, Json::Value value) { labels = Json::labels(value, texts, without); });
        });
        if (!parsed)
            return parsed.error();
        return labels;
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void sortsByName()
    {
        const auto labels = read(R"({"severity":"page","alertname":"A","app":"web"})");
        QVERIFY(labels);
        const LabelList expected{{u"alertname"_s, u"A"_s}, {u"app"_s, u"web"_s}, {u"severity"_s, u"page"_s}};
        QCOMPARE(*labels, expected);
    }
    void leavesOutOneName()
    {
        const auto labels = read(R"({"alertname":"A","alertstate":"firing"})", "alertstate");
        QVERIFY(labels);
        QCOMPARE(*labels, (LabelList{{u"alertname"_s, u"A"_s}}));
    }
    void refusesMoreThanAnybodyMakes()
    {
        QByteArrayList many;
        for (qsizetype i = 0; i < Labels::most; ++i)
            many.append("\"l" + QByteArray::number(i) + "\":\"\"");
        QVERIFY(read('{' + many.join(',') + '}'));
        many.append("\"one\":\"too many\"");
        const auto refused = read('{' + many.join(',') + '}');
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Malformed);
    }
    void refusesWhatIsNoText()
    {
        QVERIFY(!read(R"({"alertname":7})"));
        QVERIFY(!read("[]"));
    }
    void keepsEachTextOnce()
    {
        Json::SharedTexts texts;
        const QString first = texts.text("tenant-007");
        const QString again = texts.text("tenant-007");
        QCOMPARE(again, u"tenant-007"_s);
        QVERIFY(first.constData() == again.constData());
        const std::string large(300, 'x');
        const QString once = texts.text(large);
        const QString twice = texts.text(large);
        QCOMPARE(twice, once);
        QVERIFY(once.constData() != twice.constData()); // hardly said twice, so not looked for
    }
};

QTEST_GUILESS_MAIN(TestJsonLabels)
#include "tst_jsonlabels.moc"
