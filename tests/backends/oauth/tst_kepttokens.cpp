// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/kepttokens.h"
#include "tests/support/manualclock.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QThread>

#include <deque>

using namespace OAuth;
using namespace std::chrono_literals;
using Outcome = SecretService::Outcome;

namespace {

//! Remembers what it is asked, and answers when the test says so.
class FakeService final : public SecretService
{
public:
    struct Asked
    {
        QString key;
        std::optional<QString> secret; //!< empty: it was to read
        Answered answer;
    };
    explicit FakeService(std::deque<Asked> &asked) : m_asked(asked) { }
    void read(const QString &key, Answered answered) override { m_asked.push_back({key, {}, std::move(answered)}); }
    void write(const QString &key, const QString &secret, Answered answered) override
    {
        m_asked.push_back({key, secret, std::move(answered)});
    }

private:
    std::deque<Asked> &m_asked;
};

const QString key = QStringLiteral("id.example 1");

} // namespace

class TestKeptTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesWhatTheServiceHas();
    void asksTheServiceOnce();
    void hasNothingWhenTheServiceHasNothing();
    void keepsInMemoryWhatTheServiceDoesNot();
    void removesAnEmptyToken();
    void givesUpOnASilentService();
    void hearsALateAnswerNoMore();
    void forgetsWhoDoesNotWait();
    void answersInTheThreadThatAsked();

private:
    ManualClock m_clock;
    std::deque<FakeService::Asked> m_asked;
    std::shared_ptr<KeptTokens> m_tokens;
    QStringList m_loaded;
    QList<bool> m_saved;
    std::vector<std::unique_ptr<Http::Call>> m_calls;

    void load()
    {
        m_calls.push_back(m_tokens->load(key, [this](const QString &token) { m_loaded.append(token); }));
    }
    void save(const QString &token)
    {
        m_calls.push_back(m_tokens->save(key, token, [this](bool kept) { m_saved.append(kept); }));
    }
    void answer(Outcome outcome, const QString &secret = {})
    {
        const auto asked = std::move(m_asked.front());
        m_asked.pop_front();
        asked.answer(outcome, secret);
    }
};

void TestKeptTokens::init()
{
    failOnUnexpectedWarnings();
    m_calls.clear();
    m_asked.clear();
    m_loaded.clear();
    m_saved.clear();
    m_tokens = KeptTokens::make(std::make_unique<FakeService>(m_asked), m_clock);
}

void TestKeptTokens::givesWhatTheServiceHas()
{
    load();
    QVERIFY(m_asked.empty()); // never from within
    QTRY_COMPARE(m_asked.size(), size_t(1));
    QCOMPARE(m_asked.front().key, key);
    answer(Outcome::Done, QStringLiteral("kept"));
    QVERIFY(m_loaded.isEmpty());
    QTRY_COMPARE(m_loaded, QStringList{QStringLiteral("kept")});
}

void TestKeptTokens::asksTheServiceOnce()
{
    load();
    QTRY_COMPARE(m_asked.size(), size_t(1));
    answer(Outcome::Done, QStringLiteral("kept"));
    load();
    QTRY_COMPARE(m_loaded.size(), 2);
    QCOMPARE(m_loaded.last(), QStringLiteral("kept"));
    QVERIFY(m_asked.empty());
}

void TestKeptTokens::hasNothingWhenTheServiceHasNothing()
{
    for (const Outcome outcome : {Outcome::Missing, Outcome::Failed}) {
        init();
        load();
        QTRY_COMPARE(m_asked.size(), size_t(1));
        answer(outcome);
        QTRY_COMPARE(m_loaded, QStringList{QString()});
    }
}

void TestKeptTokens::keepsInMemoryWhatTheServiceDoesNot()
{
    save(QStringLiteral("mine"));
    QTRY_COMPARE(m_asked.size(), size_t(1));
    QCOMPARE(m_asked.front().secret, QStringLiteral("mine"));
    answer(Outcome::Failed);
    QTRY_COMPARE(m_saved, QList<bool>{false});
    load();
    QTRY_COMPARE(m_loaded, QStringList{QStringLiteral("mine")});
    save(QStringLiteral("next"));
    QTRY_COMPARE(m_asked.size(), size_t(1)); // somebody may have started it meanwhile
    answer(Outcome::Done);
    QTRY_COMPARE(m_saved, (QList<bool>{false, true}));
}

void TestKeptTokens::removesAnEmptyToken()
{
    save(QStringLiteral("mine"));
    save({});
    load();
    QTRY_COMPARE(m_loaded, QStringList{QString()});
    QCOMPARE(m_asked.size(), size_t(2));
    answer(Outcome::Done);
    QCOMPARE(m_asked.front().secret, QString());
    answer(Outcome::Missing);
    QTRY_COMPARE(m_saved, (QList<bool>{true, true}));
}

void TestKeptTokens::givesUpOnASilentService()
{
    load();
    QTRY_COMPARE(m_asked.size(), size_t(1));
    m_clock.advance(KeptTokens::patience - 1ms);
    save(QStringLiteral("mine"));
    QTRY_COMPARE(m_asked.size(), size_t(2));
    QVERIFY(m_loaded.isEmpty());
    m_clock.advance(1ms);
    QTRY_COMPARE(m_loaded, QStringList{QStringLiteral("mine")});
    save(QStringLiteral("next"));
    QTRY_COMPARE(m_saved, QList<bool>{false});
    QCOMPARE(m_asked.size(), size_t(2));
}

void TestKeptTokens::hearsALateAnswerNoMore()
{
    load();
    QTRY_COMPARE(m_asked.size(), size_t(1));
    m_clock.advance(KeptTokens::patience);
    QTRY_COMPARE(m_loaded, QStringList{QString()});
    answer(Outcome::Done, QStringLiteral("late"));
    load();
    QTRY_COMPARE(m_loaded, (QStringList{QString(), QString()}));
    load();
    QTRY_COMPARE(m_loaded.size(), 3);
    m_tokens.reset();
    QCOMPARE(m_clock.pending(), size_t(0));
}

void TestKeptTokens::forgetsWhoDoesNotWait()
{
    load();
    QTRY_COMPARE(m_asked.size(), size_t(1));
    m_calls.clear();
    answer(Outcome::Done, QStringLiteral("kept"));
    load();
    QTRY_COMPARE(m_loaded, QStringList{QStringLiteral("kept")});
}

void TestKeptTokens::answersInTheThreadThatAsked()
{
    QThread worker;
    QObject home;
    home.moveToThread(&worker);
    worker.start();
    std::unique_ptr<Http::Call> call;
    std::atomic<QThread *> told = nullptr;
    QMetaObject::invokeMethod(&home, [&] {
        call = m_tokens->load(key, [&](const QString &) {
            call.reset();
            told = QThread::currentThread();
        });
    });
    QTRY_COMPARE(m_asked.size(), size_t(1));
    answer(Outcome::Done, QStringLiteral("kept"));
    QTRY_COMPARE(told.load(), &worker);
    worker.quit();
    QVERIFY(worker.wait(5000));
}

QTEST_GUILESS_MAIN(TestKeptTokens)
#include "tst_kepttokens.moc"
