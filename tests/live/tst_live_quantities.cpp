// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quantitytext.h"
#include "tests/live/apiclient.h"
#include "tests/live/world.h"
#include "tests/support/strict.h"

#include <QJsonArray>

#include <random>

namespace {

constexpr int requests = 60;
constexpr int refused = 60;

//! Keys whose amounts may be fractions.
const QStringList &keys()
{
    static const QStringList all{QStringLiteral("cpu"), QStringLiteral("memory"), QStringLiteral("requests.cpu"),
        QStringLiteral("requests.memory"), QStringLiteral("limits.cpu"), QStringLiteral("limits.memory"),
        QStringLiteral("requests.ephemeral-storage"), QStringLiteral("limits.ephemeral-storage"),
        QStringLiteral("requests.storage")};
    return all;
}

class Random
{
public:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    QString digits(int least, int most)
    {
        QString text;
        for (int i = least + below(most - least + 1); i > 0; --i)
            text += QChar(u'0' + below(below(3) == 0 ? 1 : 10));
        return text;
    }
    QString legal()
    {
        static const QStringList suffixes{{}, {}, QStringLiteral("n"), QStringLiteral("u"), QStringLiteral("m"),
            QStringLiteral("k"), QStringLiteral("M"), QStringLiteral("G"), QStringLiteral("T"), QStringLiteral("P"),
            QStringLiteral("Ki"), QStringLiteral("Mi"), QStringLiteral("Gi"), QStringLiteral("Ti"),
            QStringLiteral("Pi"), QStringLiteral("e3"), QStringLiteral("E3"), QStringLiteral("e-2"),
            QStringLiteral("e+1"), QStringLiteral("E")};
        const QString suffix = suffixes.at(below(int(suffixes.size())));
        const bool large = suffix == QLatin1String("E") || suffix.startsWith(u'P');
        QString text = digits(1, large ? 1 : below(3) == 0 ? 9 : 3);
        if (below(2) == 0)
            text += u'.' + digits(1, below(3) == 0 ? 12 : 3);
        return text + suffix;
    }
    //! Beyond 2^63 - 1 the server caps, and the editor refuses.
    QString bounded()
    {
        QString text;
        do
            text = legal();
        while (QuantityText::canonical(text).isEmpty());
        return text;
    }
    QString illegal()
    {
        static const QString letters = QStringLiteral("0123456789.+-eEinumkKMGTPxB");
        for (;;) {
            QString text = legal();
            text.insert(below(int(text.size()) + 1), letters.at(below(int(letters.size()))));
            if (QuantityText::canonical(text).isEmpty()
                && QuantityText::problem(text, QuotaLine::Unit::Bytes).contains(u"is no amount"))
                return text;
        }
    }

private:
    std::mt19937 m_random{20261121};
};

QByteArray quota(const QStringList &amounts)
{
    QJsonObject hard;
    for (qsizetype i = 0; i < amounts.size(); ++i)
        hard.insert(keys().at(i), amounts.at(i));
    return QJsonDocument(
        QJsonObject{{QStringLiteral("apiVersion"), QStringLiteral("v1")},
            {QStringLiteral("kind"), QStringLiteral("ResourceQuota")},
            {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), QStringLiteral("trial")}}},
            {QStringLiteral("spec"), QJsonObject{{QStringLiteral("hard"), hard}}}})
        .toJson(QJsonDocument::Compact);
}

QString stored(const QJsonObject &answer, qsizetype i)
{
    return answer.value(QLatin1String("spec"))
        .toObject()
        .value(QLatin1String("hard"))
        .toObject()
        .value(keys().at(i))
        .toString();
}

} // namespace

//! What the editor says that will be stored against what a real API server makes of it.
class TestLiveQuantities final : public QObject
{
    Q_OBJECT

    std::optional<World> m_world;
    std::optional<ApiClient> m_api;

    void tryOut(const QStringList &amounts, const ApiClient::Done &done)
    {
        m_api->send(
            "POST", QStringLiteral("/api/v1/namespaces/default/resourcequotas?dryRun=All"), quota(amounts), this, done);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = World::find();
        if (!m_world && World::required())
            QFAIL("The live tests need the world");
        if (!m_world)
            QSKIP("There are no real servers");
        m_api.emplace(m_world->kubeconfig());
    }
    void init() { failOnUnexpectedWarnings(); }

    void areStoredAsTheEditorSays()
    {
        Random random;
        int answers = 0;
        int asWritten = 0;
        for (int request = 0; request < requests; ++request) {
            QStringList typed;
            for (qsizetype i = 0; i < keys().size(); ++i)
                typed.append(random.bounded());
            tryOut(typed, [&, typed](int status, const QJsonObject &answer) {
                ++answers;
                QVERIFY2(status == 201, QJsonDocument(answer).toJson().constData());
                for (qsizetype i = 0; i < typed.size(); ++i) {
                    const QString canonical = QuantityText::canonical(typed.at(i));
                    const QString now = stored(answer, i);
                    // Of some texts the server keeps the letters; their amount is the same.
                    const bool kept = now == typed.at(i) && QuantityText::canonical(now) == canonical;
                    QVERIFY2(now == canonical || kept,
                        qPrintable(QStringLiteral("“%1” became “%2”, not “%3”").arg(typed.at(i), now, canonical)));
                    asWritten += now == canonical ? 1 : 0;
                }
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, requests, 60000);
        QVERIFY2(asWritten > requests * keys().size() / 2, qPrintable(QString::number(asWritten)));
    }

    void staysWhatTheEditorWrote()
    {
        Random random;
        int answers = 0;
        for (int request = 0; request < requests; ++request) {
            QStringList written;
            for (qsizetype i = 0; i < keys().size(); ++i)
                written.append(QuantityText::canonical(random.bounded()));
            tryOut(written, [&, written](int status, const QJsonObject &answer) {
                ++answers;
                QCOMPARE(status, 201);
                for (qsizetype i = 0; i < written.size(); ++i)
                    QCOMPARE(stored(answer, i), written.at(i));
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, requests, 60000);
    }

    void refusesWhatTheEditorRefuses()
    {
        Random random;
        int answers = 0;
        for (int request = 0; request < refused; ++request) {
            const QString text = random.illegal();
            tryOut({text}, [&answers, text](int status, const QJsonObject &) {
                ++answers;
                QVERIFY2(status >= 400 && status < 500, qPrintable(QStringLiteral("“%1”: %2").arg(text).arg(status)));
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, refused, 60000);
    }
};

QTEST_GUILESS_MAIN(TestLiveQuantities)
#include "tst_live_quantities.moc"
