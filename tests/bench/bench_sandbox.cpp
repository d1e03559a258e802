// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/clock.h"
#include "backends/core/random.h"
#include "backends/sandbox/api/apiserver.h"
#include "backends/sandbox/server/listener.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <vector>

//! What a large fleet costs the sandbox's API server: memory with all of its pods, and how fast it tells them, through
//! a socket and without one. Prints figures; asserts nothing, because machines differ. The first argument is the number
//! of pods.
namespace {

using namespace Sandbox;

const std::string token = "bench";

//! As large as pods are that a Deployment made and a kubelet runs.
Json podOf(int i)
{
    const Json resources{
        {"limits", {{"cpu", "200m"}, {"memory", "256Mi"}}}, {"requests", {{"cpu", "100m"}, {"memory", "96Mi"}}}};
    const Json container{{"name", "web"}, {"image", "registry.example.com/web:1." + std::to_string(i % 9)},
        {"ports", {{{"name", "http"}, {"containerPort", 8080}}}}, {"resources", resources}};
    return {{"metadata",
                {{"generateName", "web-746764494c-"}, {"namespace", "tenant-" + std::to_string(i % 500)},
                    {"labels", {{"app", "web"}, {"pod-template-hash", "746764494c"}}},
                    {"ownerReferences",
                        {{{"apiVersion", "apps/v1"}, {"kind", "ReplicaSet"}, {"name", "web-746764494c"},
                            {"uid", "c4afca16-a17e-427c-b237-247302a5f292"}, {"controller", true},
                            {"blockOwnerDeletion", true}}}}}},
        {"spec", {{"containers", {container}}, {"nodeName", "node-" + std::to_string(i % 400)}}}};
}

Json statusOf(const Object &pod)
{
    const std::string then = "2026-11-21T01:28:47Z";
    Json json = pod.json();
    Json conditions = Json::array();
    for (const char *type : {"Initialized", "Ready", "ContainersReady", "PodScheduled"})
        conditions.push_back(
            {{"type", type}, {"status", "True"}, {"lastProbeTime", nullptr}, {"lastTransitionTime", then}});
    json["status"] = {{"phase", "Running"}, {"conditions", conditions}, {"hostIP", "10.0.0.1"}, {"podIP", "10.1.2.3"},
        {"podIPs", {{{"ip", "10.1.2.3"}}}}, {"startTime", then}, {"qosClass", "Burstable"},
        {"containerStatuses",
            {{{"name", "web"}, {"state", {{"running", {{"startedAt", then}}}}}, {"lastState", Json::object()},
                {"ready", true}, {"restartCount", 0}, {"image", "registry.example.com/web:1.7.0"},
                {"imageID", "registry.example.com/web@sha256:1d5a"}, {"started", true}}}}};
    return json;
}

void fill(ApiServer &server, int count)
{
    for (int i = 0; i < std::min(count, 500); ++i) {
        const std::string space = "tenant-" + std::to_string(i);
        (void)server.create(*findResource("", "v1", "namespaces"), {{"metadata", {{"name", space}}}}, "bench");
        (void)server.create(*findResource("", "v1", "serviceaccounts"),
            {{"metadata", {{"name", "default"}, {"namespace", space}}}}, "bench");
    }
    const ResourceType &pods = *findResource("", "v1", "pods");
    for (int i = 0; i < count; ++i) {
        const auto pod = server.create(pods, podOf(i), "kube-controller-manager");
        if (pod)
            (void)server.updateStatus(pods, statusOf(**pod), "kubelet");
    }
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

//! Bytes of one answer of a server that closes the connection behind it.
size_t download(unsigned short port, const std::string &target)
{
    const int peer = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    size_t total = 0;
    if (::connect(peer, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        const std::string request = "GET " + target
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        std::vector<char> buffer(1 << 18);
        if (::send(peer, request.data(), request.size(), 0) == static_cast<ssize_t>(request.size())) {
            for (ssize_t count = 0; (count = ::recv(peer, buffer.data(), buffer.size(), 0)) > 0;)
                total += static_cast<size_t>(count);
        }
    }
    ::close(peer);
    return total;
}

size_t readAll(ApiServer &server, const std::string &path)
{
    Request request{"GET", path, {}, {{"authorization", "Bearer " + token}}, {}};
    const Answer answer = server.handle(request);
    const auto *source = std::get_if<std::shared_ptr<BodySource>>(&answer.body);
    std::vector<char> buffer(1 << 16);
    size_t total = 0;
    size_t count = 0;
    while (source && (*source)->read(buffer.data(), buffer.size(), count) == BodySource::State::Ready)
        total += count;
    return total;
}

//! Megabytes a second, the best of some runs.
template <typename Action>
double throughput(Action action)
{
    double best = 0;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        const auto bytes = static_cast<double>(action());
        best = std::max(best, bytes / 1e6 / (static_cast<double>(timer.nsecsElapsed()) / 1e9));
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int count = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 50'000;
    const SystemClock clock;
    SystemRandom random;
    ApiServer server({"bench"}, clock, random);
    server.setToken(token, {"bench", {"system:masters", "system:authenticated"}});
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    fill(server, count);
    const QByteArray pods = QByteArray::number(count) + " pods";
    Bench::print("sandbox: make " + pods, static_cast<double>(timer.elapsed()) / 1000, "s");
    const double memory = residentMegabytes() - before;
    Bench::print("sandbox: memory of " + pods, memory, "MB", "under 500 MB for 50000 pods", {}, {}, memory < 500);

    const std::string path = "/api/v1/pods";
    const double direct = throughput([&] { return readAll(server, path); });
    Listener listener({}, [&server](const Request &request) { return server.handle(request); });
    if (!listener.start().ok())
        return 1;
    const double served = throughput([&] { return download(listener.port(), path); });
    Bench::print("sandbox: list of " + pods + " through a socket", served, "MB/s", "at least 200 MB/s",
        "without a socket", direct, served >= 200);
    Bench::print("sandbox: size of that list", static_cast<double>(readAll(server, path)) / 1e6, "MB");
    return 0;
}
