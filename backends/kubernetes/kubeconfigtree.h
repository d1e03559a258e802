// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <yaml-cpp/yaml.h>

namespace Kubernetes {

//! Thrown for what is well-formed YAML but no kubeconfig; Kubeconfig::parse() catches it. The text never has a value of
//! the file in it, because any value may be a secret that is in the wrong place.
struct KubeconfigRefusal
{
    QString detail;
    int line = 0; //!< 0: of the whole file
};

//! The tree of a file's first document. Refuses a text whose tree would not fit into a sensible amount of memory;
//! throws YAML::Exception for malformed ones. Aliases share their nodes, so whoever walks it has to watch how much it
//! takes.
[[nodiscard]] YAML::Node kubeconfigTree(const QByteArray &text);

} // namespace Kubernetes
