// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfigtree.h"

#include "backends/yaml/yamldocument.h"

namespace Kubernetes {

YAML::Node kubeconfigTree(const QByteArray &text)
{
    constexpr int mostValues = 300'000; // a node of yaml-cpp takes some hundred bytes
    try {
        return Yaml::firstDocument(text, mostValues);
    } catch (const Yaml::TooManyValues &many) {
        throw KubeconfigRefusal{QStringLiteral("too many values for a kubeconfig"), many.line};
    }
}

} // namespace Kubernetes
