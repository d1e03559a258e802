// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/live/contract/client.h"
#include "tests/live/contract/expectation.h"
#include "tests/live/contract/objects.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace Contract {

class Target;

//! What the subjects have in common.
struct Session
{
    const Target &target;
    std::vector<std::string> spaces; //!< namespaces that are being removed
};

//! One subject of the contract: a QtTest class whose cases each have a namespace of their own, so that they do not
//! disturb each other. What they leave is removed; the namespaces while later cases already run.
class Subject : public QObject
{
    Q_OBJECT

public:
    explicit Subject(Session &session);

protected Q_SLOTS:
    void init();

private Q_SLOTS:
    void cleanup();

protected:
    [[nodiscard]] const Target &target() const { return m_session.target; }
    //! The administrator.
    [[nodiscard]] const Client &api() const { return m_client; }
    [[nodiscard]] const std::string &space() const { return m_space; }
    //! Within the namespace of the case: in("configmaps"), in("apps", "deployments/web").
    [[nodiscard]] std::string in(const std::string &rest) const;
    [[nodiscard]] std::string in(const std::string &group, const std::string &rest) const;
    //! Of the cluster, in one of the named groups.
    [[nodiscard]] static std::string of(const std::string &group, const std::string &rest);
    //! A name that nobody else uses, for what is not in a namespace.
    [[nodiscard]] std::string unique(const std::string &prefix) const;
    //! Another namespace, which goes with the case.
    std::string anotherSpace();
    //! Creates it and expects that this works; what belongs to no namespace is removed with the case.
    Reply created(const std::string &path, const Json &object);
    //! Removed with the case.
    void removeLater(std::string path) { m_leftovers.push_back(std::move(path)); }
    //! Brings the server to where it knows nothing any more of what was before now: \a forgotten. \a path is that of an
    //! object without importance.
    void forget(const std::string &path, const std::function<bool()> &forgotten) const;
    //! Pods may be made here: the default ServiceAccount is there.
    void waitForAccount() const;

private:
    Session &m_session;
    Client m_client;
    std::string m_space;
    std::vector<std::string> m_leftovers;
};

//! The last one: nothing is left of the others.
[[nodiscard]] std::unique_ptr<QObject> leftoversSubject(Session &session);

// One for each file of the suite.
[[nodiscard]] std::unique_ptr<QObject> discoverySubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> listsSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> tablesSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> watchesSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> writesSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> validationSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> deletionSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> applySubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> rbacSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> quotaSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> rolloutsSubject(Session &session);
[[nodiscard]] std::unique_ptr<QObject> kubectlSubject(Session &session);

} // namespace Contract
