// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/login/gate.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <vector>

class TestGate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }
    void letsTwoInAndTheThirdAfterThem();
    void neverCallsFromWithinAcquire();
    void forgetsWhoLeavesTheQueue();
    void passesOnAPlaceThatWasNeverTaken();
    void mayBeLeftFromWithinTheCall();
    void letsTicketsOutliveIt();
    void countsAcrossThreads();
};

void TestGate::letsTwoInAndTheThirdAfterThem()
{
    Login::Gate gate;
    QList<int> inside;
    auto first = gate.acquire([&] { inside.append(1); });
    auto second = gate.acquire([&] { inside.append(2); });
    auto third = gate.acquire([&] { inside.append(3); });
    auto fourth = gate.acquire([&] { inside.append(4); });
    QTRY_COMPARE(inside, (QList<int>{1, 2}));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(inside, (QList<int>{1, 2}));
    second.reset();
    QTRY_COMPARE(inside, (QList<int>{1, 2, 3}));
    first.reset();
    QTRY_COMPARE(inside, (QList<int>{1, 2, 3, 4}));
}

void TestGate::neverCallsFromWithinAcquire()
{
    Login::Gate gate;
    bool inside = false;
    const auto ticket = gate.acquire([&] { inside = true; });
    QVERIFY(!inside);
    QTRY_VERIFY(inside);
}

void TestGate::forgetsWhoLeavesTheQueue()
{
    Login::Gate gate(1);
    QList<int> inside;
    auto first = gate.acquire([&] { inside.append(1); });
    auto second = gate.acquire([&] { inside.append(2); });
    auto third = gate.acquire([&] { inside.append(3); });
    QTRY_COMPARE(inside, QList<int>{1});
    second.reset();
    first.reset();
    QTRY_COMPARE(inside, (QList<int>{1, 3}));
}

void TestGate::passesOnAPlaceThatWasNeverTaken()
{
    Login::Gate gate(1);
    QList<int> inside;
    auto first = gate.acquire([&] { inside.append(1); });
    auto second = gate.acquire([&] { inside.append(2); });
    first.reset(); // let in, but it left before it heard of it
    QTRY_COMPARE(inside, QList<int>{2});
    QCoreApplication::sendPostedEvents();
    QCOMPARE(inside, QList<int>{2});
}

void TestGate::mayBeLeftFromWithinTheCall()
{
    Login::Gate gate(1);
    bool second = false;
    std::unique_ptr<Http::Call> ticket;
    ticket = gate.acquire([&] { ticket.reset(); });
    const auto next = gate.acquire([&] { second = true; });
    QTRY_VERIFY(second);
    QVERIFY(!ticket);
}

void TestGate::letsTicketsOutliveIt()
{
    auto gate = std::make_unique<Login::Gate>(1);
    QList<int> inside;
    auto first = gate->acquire([&] { inside.append(1); });
    const auto second = gate->acquire([&] { inside.append(2); });
    gate.reset();
    QTRY_COMPARE(inside, QList<int>{1});
    first.reset();
    QTRY_COMPARE(inside, (QList<int>{1, 2}));
}

void TestGate::countsAcrossThreads()
{
    constexpr int threads = 8;
    constexpr int rounds = 50;
    Login::Gate gate;
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    std::atomic<int> done = 0;
    std::atomic<int> elsewhere = 0;
    struct Worker
    {
        QObject context;
        QThread thread;
        std::unique_ptr<Http::Call> ticket;
        std::function<void()> again;
        int rounds = 0;
    };
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < threads; ++i) {
        auto &worker = workers.emplace_back(std::make_unique<Worker>());
        worker->context.moveToThread(&worker->thread);
        worker->again = [&, at = worker.get()] {
            at->ticket = gate.acquire([&, at] {
                elsewhere += QThread::currentThread() == &at->thread ? 0 : 1;
                const int now = ++inside;
                int seen = most;
                while (now > seen && !most.compare_exchange_weak(seen, now)) { }
                // Leaves only with the next event, so that others have the time to come in wrongly.
                QMetaObject::invokeMethod(
                    &at->context,
                    [&, at] {
                        --inside;
                        at->ticket.reset();
                        if (++at->rounds < rounds)
                            at->again();
                        else
                            ++done;
                    },
                    Qt::QueuedConnection);
            });
        };
        worker->thread.start();
        QMetaObject::invokeMethod(
            &worker->context, [at = worker.get()] { at->again(); }, Qt::QueuedConnection);
    }
    QTRY_COMPARE_WITH_TIMEOUT(done.load(), threads, 20000);
    for (const auto &worker : workers) {
        worker->thread.quit();
        worker->thread.wait();
    }
    // How many meet is up to the scheduler; that two may is what the tests in one thread show.
    QVERIFY(most.load() >= 1);
    QVERIFY(most.load() <= Login::Gate::logins);
    QCOMPARE(elsewhere.load(), 0);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
