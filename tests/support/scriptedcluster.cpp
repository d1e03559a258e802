// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedcluster.h"

#include <QTimer>

#include <chrono>

namespace {

QByteArray listOf(const QByteArray &kind, const QByteArray &items)
{
    return R"({"kind":")" + kind + R"(List","apiVersion":"v1","metadata":{"resourceVersion":"10"},"items":[)" + items
        + "]}";
}

const QByteArray namespaces = R"({"metadata":{"name":"shop","uid":"n1","resourceVersion":"1","labels":{
    "platform.example.com/tenant":"shop","platform.example.com/tier":"gold"}}})";
const QByteArray quotas = R"({"metadata":{"name":"q","namespace":"shop","uid":"q1","resourceVersion":"2"},
    "spec":{"hard":{"requests.cpu":"2","pods":"10"}},
    "status":{"hard":{"requests.cpu":"2","pods":"10"},"used":{"requests.cpu":"500m","pods":"1"}}})";
const QByteArray pods = R"({"metadata":{"name":"p","namespace":"shop","uid":"p1","resourceVersion":"3"},
    "spec":{"containers":[{"name":"c","image":"registry/shop:1"}]},"status":{"phase":"Running"}})";

} // namespace

ScriptedCluster::ScriptedCluster(Interception interception, const QSslConfiguration &tls)
    : m_server(
        [interception = std::move(interception)](const ScriptedServer::Request &request, QTcpSocket &socket) {
            if (!interception || !interception(request, socket))
                answer(request, socket);
        },
        tls)
{
}

void ScriptedCluster::answer(const ScriptedServer::Request &request, QTcpSocket &socket)
{
    if (request.target.contains("watch=true")) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray asked = request.target.mid(request.target.indexOf("timeoutSeconds=") + 15);
        const int seconds = asked.left(asked.indexOf('&') < 0 ? asked.size() : asked.indexOf('&')).toInt();
        QTimer::singleShot(std::chrono::seconds(qMax(1, seconds)), &socket, [&socket] { socket.write("0\r\n\r\n"); });
    } else if (request.target.startsWith("/api/v1/namespaces?"))
        ScriptedServer::reply(socket, 200, listOf("Namespace", namespaces));
    else if (request.target.contains("resourcequotas"))
        ScriptedServer::reply(socket, 200, listOf("ResourceQuota", quotas));
    else if (request.target.contains("/pods"))
        ScriptedServer::reply(socket, 200, listOf("Pod", pods));
    else
        ScriptedServer::reply(socket, 404, status(404, "NotFound", "the server could not find the requested resource"));
}

QByteArray ScriptedCluster::kubeconfig(
    const QByteArray &name, const QByteArray &clusterMore, const QByteArray &user) const
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: " + name + "\nclusters:\n- name: " + name
        + "\n  cluster:\n    server: " + m_server.url().toUtf8() + "\n" + clusterMore + "contexts:\n- name: " + name
        + "\n  context: {cluster: " + name + ", user: " + name + "-user}\nusers:\n- name: " + name + "-user\n  user: {"
        + user + "}\n";
}

QByteArray ScriptedCluster::status(int code, const QByteArray &reason, const QByteArray &message)
{
    return R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":")" + message
        + R"(","reason":")" + reason + R"(","code":)" + QByteArray::number(code) + "}";
}
