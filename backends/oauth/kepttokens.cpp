// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/oauth/kepttokens.h"

#include <QMutex>
#include <QPointer>
#include <QThread>

namespace OAuth {

using Outcome = SecretService::Outcome;

//! Where an answer is handed over to whoever still waits for it, in their own thread.
class KeptTokens::Desk
{
public:
    explicit Desk(Asker *asker) : m_asker(asker) { }
    void leave()
    {
        const QMutexLocker locker(&m_mutex);
        m_asker = nullptr;
    }
    void answer(const QString &token, bool kept);

private:
    QMutex m_mutex;
    Asker *m_asker; // cannot go while the mutex is held
};

class KeptTokens::Asker final : public Http::Call
{
public:
    using Answered = std::function<void(const QString &token, bool kept)>;

    explicit Asker(Answered answered) : m_answered(std::move(answered)), m_desk(std::make_shared<Desk>(this)) { }
    ~Asker() override { m_desk->leave(); }
    Q_DISABLE_COPY_MOVE(Asker)

    [[nodiscard]] const std::shared_ptr<Desk> &desk() const { return m_desk; }
    void post(const QString &token, bool kept)
    {
        QMetaObject::invokeMethod(
            &m_here,
            [this, token, kept] {
                const auto answered = std::move(m_answered); // it may destroy this
                answered(token, kept);
            },
            Qt::QueuedConnection);
    }

private:
    Answered m_answered;
    std::shared_ptr<Desk> m_desk;
    QObject m_here; // stands for the thread that asked; what is posted dies with it
};

void KeptTokens::Desk::answer(const QString &token, bool kept)
{
    const QMutexLocker locker(&m_mutex);
    if (m_asker)
        m_asker->post(token, kept);
}

std::shared_ptr<KeptTokens> KeptTokens::make(std::unique_ptr<SecretService> service, const Clock &clock)
{
    return {std::make_unique<KeptTokens>(std::move(service), clock).release(), [](KeptTokens *tokens) {
                const QThread *here = QThread::currentThread();
                // At the end of the program there is no event loop any more that would do it later.
                if (tokens->thread() == here && here->loopLevel() == 0)
                    const std::unique_ptr<KeptTokens> last(tokens);
                else
                    tokens->deleteLater();
            }};
}

KeptTokens::KeptTokens(std::unique_ptr<SecretService> service, const Clock &clock)
    : m_service(std::move(service)), m_clock(clock)
{
}

KeptTokens::~KeptTokens() = default;

std::unique_ptr<Http::Call> KeptTokens::load(const QString &key, Loaded loaded)
{
    auto asker = std::make_unique<Asker>([loaded = std::move(loaded)](const QString &token, bool) { loaded(token); });
    QMetaObject::invokeMethod(
        this, [this, key, desk = asker->desk()] { look(key, desk); }, Qt::QueuedConnection);
    return asker;
}

std::unique_ptr<Http::Call> KeptTokens::save(const QString &key, const QString &token, Saved saved)
{
    auto asker = std::make_unique<Asker>([saved = std::move(saved)](const QString &, bool kept) { saved(kept); });
    QMetaObject::invokeMethod(
        this, [this, key, token, desk = asker->desk()] { keep(key, token, desk); }, Qt::QueuedConnection);
    return asker;
}

void KeptTokens::look(const QString &key, const std::shared_ptr<Desk> &desk)
{
    const auto known = m_memory.constFind(key);
    if (known != m_memory.cend() || m_silent) {
        desk->answer(known != m_memory.cend() ? *known : QString(), !m_silent);
        return;
    }
    m_service->read(key, question([this, key, desk](Outcome outcome, const QString &secret) {
        // What was saved meanwhile is newer.
        if (outcome == Outcome::Done && !m_memory.contains(key))
            m_memory.insert(key, secret);
        desk->answer(m_memory.value(key), outcome != Outcome::Failed);
    }));
}

void KeptTokens::keep(const QString &key, const QString &token, const std::shared_ptr<Desk> &desk)
{
    m_memory.insert(key, token);
    if (m_silent) {
        desk->answer({}, false);
        return;
    }
    m_service->write(key, token,
        question([desk](Outcome outcome, const QString &) { desk->answer({}, outcome != Outcome::Failed); }));
}

SecretService::Answered KeptTokens::question(SecretService::Answered answered)
{
    const int number = ++m_lastQuestion;
    auto limit = m_clock.after(patience, [this, number] {
        m_silent = true;
        end(number, Outcome::Failed, {});
    });
    m_questions.insert({number, Question{std::move(answered), std::move(limit)}});
    return [here = QPointer<KeptTokens>(this), number](Outcome outcome, const QString &secret) {
        if (here)
            here->end(number, outcome, secret);
    };
}

void KeptTokens::end(int question, Outcome outcome, const QString &secret)
{
    const auto asked = m_questions.extract(question);
    if (!asked.empty())
        asked.mapped().answered(outcome, secret);
}

} // namespace OAuth
