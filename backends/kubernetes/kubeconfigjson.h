// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <yaml-cpp/yaml.h>

namespace Kubernetes {

//! A part of a kubeconfig that is somebody else's, as JSON. Plain scalars are typed by YAML 1.2's core schema, quoted
//! ones are text. Throws KubeconfigRefusal for what is too deep or too large, aliases counted as often as they are met.
[[nodiscard]] QByteArray kubeconfigJson(const YAML::Node &node);

} // namespace Kubernetes
