// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/kepttokens.h"
#include "backends/oauth/keychain.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QThread>

using namespace OAuth;
using Outcome = SecretService::Outcome;

//! Against a real secret service on a bus of its own, or against none: see keyring.sh.
class TestLiveKeychain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { failOnUnexpectedWarnings(); }
    void keepsASecretUntilItIsRemoved();
    void keepsWhatAWorkerSaves();
    void failsWithoutAService();

private:
    struct Answer
    {
        Outcome outcome = Outcome::Failed;
        QString secret;
    };
    bool m_there = false;
    Keychain m_keychain{QStringLiteral("Pilothouse test")};

    static std::optional<Answer> waitFor(const std::function<void(SecretService::Answered)> &ask)
    {
        const auto answer = std::make_shared<std::optional<Answer>>();
        ask([answer](Outcome outcome, const QString &secret) { *answer = Answer{outcome, secret}; });
        [[maybe_unused]] const bool told = QTest::qWaitFor([&] { return answer->has_value(); }, 20000);
        return *answer;
    }
    std::optional<Answer> read(const QString &key)
    {
        return waitFor([&](SecretService::Answered answered) { m_keychain.read(key, std::move(answered)); });
    }
    std::optional<Answer> write(const QString &key, const QString &secret)
    {
        return waitFor([&](SecretService::Answered answered) { m_keychain.write(key, secret, std::move(answered)); });
    }
};

void TestLiveKeychain::initTestCase()
{
    m_there = qEnvironmentVariable("PILOTHOUSE_KEYRING") == QLatin1String("yes");
}

void TestLiveKeychain::keepsASecretUntilItIsRemoved()
{
    if (!m_there)
        QSKIP("There is to be no service.");
    const QString key = QStringLiteral("id.example 1");
    QCOMPARE(read(key).value().outcome, Outcome::Missing);
    QCOMPARE(write(key, QStringLiteral("s3cret")).value().outcome, Outcome::Done);
    const auto kept = read(key);
    QCOMPARE(kept.value().outcome, Outcome::Done);
    QCOMPARE(kept->secret, QStringLiteral("s3cret"));
    QCOMPARE(write(key, QStringLiteral("n3xt")).value().outcome, Outcome::Done);
    QCOMPARE(read(key).value().secret, QStringLiteral("n3xt"));
    QCOMPARE(write(key, {}).value().outcome, Outcome::Done);
    QCOMPARE(read(key).value().outcome, Outcome::Missing);
    QVERIFY(write(key, {}).value().outcome != Outcome::Failed);
}

//! As clusters' threads do it, and as the next start of the console finds it.
void TestLiveKeychain::keepsWhatAWorkerSaves()
{
    if (!m_there)
        QSKIP("There is to be no service.");
    const QString key = QStringLiteral("id.example 2");
    const SystemClock clock;
    const auto tokens = KeptTokens::make(std::make_unique<Keychain>(QStringLiteral("Pilothouse test")), clock);
    QThread worker;
    QObject home;
    home.moveToThread(&worker);
    worker.start();
    std::unique_ptr<Http::Call> call;
    std::atomic_int kept = -1;
    QMetaObject::invokeMethod(&home, [&] {
        call = tokens->save(key, QStringLiteral("refresh"), [&](bool saved) {
            call.reset();
            kept = saved ? 1 : 0;
        });
    });
    QTRY_COMPARE_WITH_TIMEOUT(kept.load(), 1, 20000);
    worker.quit();
    QVERIFY(worker.wait(5000));

    const auto next = KeptTokens::make(std::make_unique<Keychain>(QStringLiteral("Pilothouse test")), clock);
    QString loaded;
    const auto asked = next->load(key, [&loaded](const QString &token) { loaded = token; });
    QTRY_COMPARE_WITH_TIMEOUT(loaded, QStringLiteral("refresh"), 20000);
}

void TestLiveKeychain::failsWithoutAService()
{
    if (m_there)
        QSKIP("There is a service.");
    QCOMPARE(write(QStringLiteral("id.example 1"), QStringLiteral("s3cret")).value().outcome, Outcome::Failed);
    QVERIFY(read(QStringLiteral("id.example 1")).value().outcome != Outcome::Done);
}

QTEST_GUILESS_MAIN(TestLiveKeychain)
#include "tst_live_keychain.moc"
