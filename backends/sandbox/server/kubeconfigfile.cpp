// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sandbox/server/kubeconfigfile.h"

#include "backends/sandbox/server/privatefile.h"

#include <QByteArray>
#include <QString>

#include <yaml-cpp/yaml.h>

namespace Sandbox {

namespace {

template <typename Entries, typename Body>
void writeEntries(YAML::Emitter &yaml, const char *key, const char *kind, const Entries &entries, Body body)
{
    yaml << YAML::Key << key << YAML::Value << YAML::BeginSeq;
    for (const auto &entry : entries) {
        yaml << YAML::BeginMap << YAML::Key << "name" << YAML::Value << entry.name << YAML::Key << kind << YAML::Value
             << YAML::BeginMap;
        body(entry);
        yaml << YAML::EndMap << YAML::EndMap;
    }
    yaml << YAML::EndSeq;
}

void writePair(YAML::Emitter &yaml, const char *key, const std::string &value)
{
    yaml << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << value;
}

} // namespace

std::string KubeconfigFile::toText() const
{
    YAML::Emitter yaml;
    yaml << YAML::BeginMap;
    writePair(yaml, "apiVersion", "v1");
    writePair(yaml, "kind", "Config");
    writePair(yaml, "current-context", current);
    writeEntries(yaml, "clusters", "cluster", clusters, [&yaml](const Cluster &cluster) {
        writePair(yaml, "server", cluster.url);
        const auto size = static_cast<qsizetype>(cluster.authority.size());
        writePair(
            yaml, "certificate-authority-data", QByteArray(cluster.authority.data(), size).toBase64().toStdString());
    });
    writeEntries(yaml, "users", "user", users, [&yaml](const User &user) { writePair(yaml, "token", user.token); });
    writeEntries(yaml, "contexts", "context", contexts, [&yaml](const Context &context) {
        writePair(yaml, "cluster", context.cluster);
        writePair(yaml, "user", context.user);
        if (!context.space.empty())
            writePair(yaml, "namespace", context.space);
    });
    yaml << YAML::EndMap;
    return std::string("# Written by pilothouse-sandbox, for as long as it runs.\n") + yaml.c_str() + '\n';
}

Result<void> KubeconfigFile::write(const QString &file) const
{
    return writePrivateFile(file, toText());
}

} // namespace Sandbox
