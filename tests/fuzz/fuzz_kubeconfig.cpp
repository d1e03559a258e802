// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/kubeconfig.h"
#include "tests/fuzz/fuzz.h"

using namespace Kubernetes;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Kubeconfig> config = Kubeconfig::parse(bytesOf(data, size).toByteArray(), QStringLiteral("/kube"));
    if (!config) {
        require(config.error().kind == Error::Kind::Configuration);
        require(config.error().detail.size() <= Error::maxDetail + 1);
        return 0;
    }
    for (const KubeconfigContext &context : config->contexts()) {
        (void)config->namespacesOf(context);
        const Result<Connection> connection = config->connection(context.name);
        if (!connection)
            continue;
        const QString scheme = connection->cluster.server.scheme();
        require(!connection->cluster.server.host().isEmpty());
        require(
            scheme == QLatin1String("https") || (scheme == QLatin1String("http") && connection->user.token.isEmpty()));
        require(connection->cluster.server.userInfo().isEmpty());
    }
    Kubeconfig merged = *config;
    merged.merge(*config);
    require(merged.contexts().size() == config->contexts().size());
    return 0;
}
