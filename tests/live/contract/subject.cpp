// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/subject.h"

#include "tests/live/contract/target.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>
#include <QTest>

namespace Contract {

Subject::Subject(Session &session) : m_session(session), m_client(session.target)
{
}

void Subject::init()
{
    failOnUnexpectedWarnings();
    m_space.clear();
    m_space = anotherSpace();
}

void Subject::cleanup()
{
    for (const std::string &path : m_leftovers)
        (void)api().remove(path);
    m_leftovers.clear();
}

std::string Subject::in(const std::string &rest) const
{
    return "/api/v1/namespaces/" + m_space + '/' + rest;
}

std::string Subject::of(const std::string &group, const std::string &rest)
{
    static const std::map<std::string, std::string> groups{{"apps", "apps/v1"},
        {"rbac", "rbac.authorization.k8s.io/v1"}, {"coordination", "coordination.k8s.io/v1"},
        {"authorization", "authorization.k8s.io/v1"}, {"networking", "networking.k8s.io/v1"}};
    return "/apis/" + groups.at(group) + '/' + rest;
}

std::string Subject::in(const std::string &group, const std::string &rest) const
{
    return of(group, "namespaces/" + m_space + '/' + rest);
}

std::string Subject::unique(const std::string &prefix) const
{
    static constexpr char alphabet[] = "bcdfghjklmnpqrstvwxz2456789";
    std::string name = prefix + '-';
    for (int i = 0; i < 8; ++i)
        name += alphabet[QRandomGenerator::system()->bounded(static_cast<int>(sizeof alphabet) - 1)];
    return name;
}

std::string Subject::anotherSpace()
{
    const std::string name = unique("contract");
    EXPECT(api().post("/api/v1/namespaces", {{"metadata", {{"name", name}}}})).status(201);
    m_session.spaces.push_back(name);
    removeLater("/api/v1/namespaces/" + name);
    return name;
}

Reply Subject::created(const std::string &path, const Json &object)
{
    const Reply reply = api().post(path, object);
    EXPECT(reply).status(201);
    if (path.find("/namespaces/") == std::string::npos)
        removeLater(path + '/' + reply.text("/metadata/name"));
    return reply;
}

void Subject::forget(const std::string &path, const std::function<bool()> &forgotten) const
{
    const auto touched = [&](int value) {
        return api().patch(path, mergePatch, {{"metadata", {{"annotations", {{"touched", std::to_string(value)}}}}}});
    };
    if (target().compact(touched(0).text("/metadata/resourceVersion")))
        return;
    // Where nothing cuts the history off, so much is written that it is too long.
    int value = 0;
    while (value < 5000 && !forgotten()) {
        for (int i = 0; i < 200; ++i)
            (void)touched(++value);
    }
}

void Subject::waitForAccount() const
{
    const std::string path = in("pods?dryRun=All");
    (void)QTest::qWaitFor([&] { return api().post(path, pod("probe")).status == 201; }, 20000);
    EXPECT(api().post(path, pod("probe"))).status(201);
}

namespace {

//! The world is left as it was found. All namespaces go at the same time, so this takes as long as one.
class LeftoversContract final : public QObject
{
    Q_OBJECT

public:
    explicit LeftoversContract(const Session &session) : m_session(session), m_client(session.target) { }

private Q_SLOTS:
    void leavesNothing()
    {
        for (const std::string &space : m_session.spaces) {
            EXPECT(m_client.until("/api/v1/namespaces/" + space, [](const Reply &reply) {
                return reply.status == 404;
            })).status(404);
        }
    }

private:
    const Session &m_session;
    Client m_client;
};

} // namespace

std::unique_ptr<QObject> leftoversSubject(Session &session)
{
    return std::make_unique<LeftoversContract>(session);
}

} // namespace Contract

#include "subject.moc"
