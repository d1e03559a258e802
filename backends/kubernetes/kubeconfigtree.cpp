// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfigtree.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

namespace Kubernetes {

namespace {

//! Goes through a text once before a tree is made of it, so that a hostile file costs no memory.
class NodeCounter final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override
    {
        count(mark);
    }
    void OnSequenceStart(
        const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnMapEnd() override { }

private:
    void count(const YAML::Mark &mark)
    {
        constexpr int mostNodes = 300'000; // a node of yaml-cpp takes some hundred bytes
        if (++m_nodes > mostNodes)
            throw KubeconfigRefusal{QStringLiteral("too many values for a kubeconfig"), mark.line + 1};
    }

    int m_nodes = 0;
};

//! yaml-cpp remembers every sign that could begin a key until its line ends: some hundred bytes each.
bool hasTooManySigns(const QByteArray &text)
{
    constexpr std::string_view signs = "[{,\"'&*!%";
    constexpr qsizetype most = 1'000'000;
    return std::count_if(text.begin(), text.end(), [=](char c) { return signs.find(c) != std::string_view::npos; })
        > most;
}

} // namespace

YAML::Node kubeconfigTree(const QByteArray &text)
{
    if (hasTooManySigns(text))
        throw KubeconfigRefusal{QStringLiteral("too many values for a kubeconfig")};
    {
        std::istringstream stream(text.toStdString());
        NodeCounter counter;
        YAML::Parser(stream).HandleNextDocument(counter);
    }
    return YAML::Load(text.toStdString());
}

} // namespace Kubernetes
