// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/kubernetes/clusterstatus.h"
#include "backends/kubernetes/informer.h"

#include <QStringList>

#include <vector>

namespace Kubernetes {

//! Reads namespaces one by one by name, for identities that may not list them. There is no watch for one namespace
//! without the right to watch all, so each is asked for again and again, every three seconds when
//! they are few and less often when they are many. Lives in its transport's thread.
class NamespaceLookup
{
public:
    enum class Answer { None, Found, Refused, Missing };

    //! \a pending takes what is found; \a changed is called after each answer. All references must outlive this.
    NamespaceLookup(Http::Transport &transport, const Clock &clock, DecodeContext &context,
        PendingBatch<NamespaceRecord> &pending, std::function<void()> changed);
    ~NamespaceLookup();

    void start(const QStringList &names);
    void stop();
    void retryNow();
    //! When what is said of all of them was last asked for, at \a now for none; no time before there is an answer. What
    //! may not be looked at says nothing that could be wrong.
    [[nodiscard]] std::optional<std::chrono::milliseconds> proven(std::chrono::milliseconds now) const;

    [[nodiscard]] KindStatus status() const;
    [[nodiscard]] QStringList missing() const;
    //! Makes a namespace that may be read but not looked at known by its name alone (its labels are not for us), or
    //! unknown again.
    void assume(const QString &name, bool exists);
    [[nodiscard]] QStringList refused() const;

private:
    static constexpr std::chrono::milliseconds period{3000};
    static constexpr std::chrono::milliseconds periodOfEach{250};
    //! Refusals do not go away by asking often.
    static constexpr std::chrono::seconds refusedPeriod{60};

    struct Entry
    {
        QString name;
        Answer answer = Answer::None;
        std::optional<Error> error;
        ResourceVersion resourceVersion;
        bool assumed = false;
        std::chrono::milliseconds askedAt{0};
        std::optional<std::chrono::milliseconds> provenAt;
        std::unique_ptr<Http::Call> call;
    };

    Http::Transport &m_transport;
    const Clock &m_clock;
    DecodeContext &m_context;
    PendingBatch<NamespaceRecord> &m_pending;
    std::function<void()> m_changed;
    std::vector<Entry> m_entries;
    std::unique_ptr<Alarm> m_alarm;

    void ask();
    void askAbout(Entry &entry);
    void take(Entry &entry, Result<Http::Response> answer);
    [[nodiscard]] QStringList withAnswer(Answer answer) const;
};

} // namespace Kubernetes
