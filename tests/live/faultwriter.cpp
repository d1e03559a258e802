// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/faultwriter.h"

#include <QJsonArray>

#include <memory>

namespace {

QString tenantName(int number)
{
    return QStringLiteral("tenant-%1").arg(number, 3, 10, QLatin1Char('0'));
}

QString deployment(const QString &tenant, const char *name)
{
    return QStringLiteral("/apis/apps/v1/namespaces/%1/deployments/%2").arg(tenant, QLatin1String(name));
}

QString quota(const QString &tenant)
{
    return QStringLiteral("/api/v1/namespaces/%1/resourcequotas/tenant-quota").arg(tenant);
}

QByteArray hardCpu(const QByteArray &amount)
{
    return R"({"spec":{"hard":{"requests.cpu":")" + amount + R"("}}})";
}

constexpr const char *deployments[] = {"billing", "checkout", "search", "worker"};

} // namespace

FaultWriter::FaultWriter(ApiClient &api, quint32 seed) : m_api(api), m_random(seed)
{
    m_next.setSingleShot(true);
    m_next.setInterval(pause);
    connect(&m_next, &QTimer::timeout, this, &FaultWriter::write);
}

void FaultWriter::start()
{
    write();
}

QString FaultWriter::tenant()
{
    return tenantName(m_random.bounded(tenants));
}

void FaultWriter::write()
{
    if (m_stopped)
        return;
    ++m_writes;
    const QByteArray number = QByteArray::number(m_writes);
    const QString its = tenant();
    switch (m_random.bounded(8)) {
    case 0:
        send("PATCH", deployment(its, deployments[m_random.bounded(4)]),
            R"({"spec":{"replicas":)" + QByteArray::number(m_random.bounded(1, 4)) + "}}");
        break;
    case 1:
    case 2:
        send("PATCH", quota(its), hardCpu(QByteArray::number(2000 + m_random.bounded(1000)) + 'm'));
        break;
    case 3:
    case 4:
        changePods();
        break;
    case 5:
        changeNamespaces();
        break;
    default:
        send("PATCH", QStringLiteral("/api/v1/namespaces/") + its,
            R"({"metadata":{"annotations":{"platform.example.com/owner":"w)" + number + R"("}}})");
    }
}

void FaultWriter::changePods()
{
    if (!m_pods.isEmpty() && m_random.bounded(2) == 0) {
        send("DELETE", m_pods.takeFirst(), R"({"gracePeriodSeconds":0})");
        return;
    }
    const QString path = QStringLiteral("/api/v1/namespaces/%1/pods").arg(tenant());
    const QString name = QStringLiteral("written-%1-%2").arg(m_random.generate() % 100000).arg(m_writes);
    m_pods.append(path + u'/' + name);
    send("POST", path,
        R"({"metadata":{"name":")" + name.toLatin1()
            + R"("},"spec":{"containers":[{"name":"one","image":"example.com/one:1","resources":{)"
              R"("requests":{"cpu":"10m","memory":"8Mi"},"limits":{"cpu":"20m","memory":"16Mi"}}}]}})");
}

void FaultWriter::changeNamespaces()
{
    if (!m_guest.isEmpty()) {
        send("DELETE", QStringLiteral("/api/v1/namespaces/") + m_guest, {});
        m_guest.clear();
        return;
    }
    m_guest = QStringLiteral("guest-%1-%2").arg(m_random.generate() % 100000).arg(m_writes);
    const QByteArray name = m_guest.toLatin1();
    send("POST", QStringLiteral("/api/v1/namespaces"),
        R"({"metadata":{"name":")" + name + R"(","labels":{"platform.example.com/tenant":")" + name + R"("}}})");
}

void FaultWriter::send(const QByteArray &method, const QString &path, const QByteArray &body)
{
    m_waiting = true;
    m_api.send(method, path, body, this, [this, method, path, body](int status, const QJsonObject &) {
        m_waiting = false;
        m_log.append(
            QStringLiteral("%1 %2 %3: %4").arg(QLatin1String(method), path, QLatin1String(body.left(120))).arg(status));
        m_next.start();
    });
}

void FaultWriter::tidy()
{
    const auto ignore = [](int, const QJsonObject &) {};
    for (const QString &path : std::as_const(m_pods))
        m_api.send("DELETE", path, R"({"gracePeriodSeconds":0})", this, ignore);
    if (!m_guest.isEmpty())
        m_api.send("DELETE", QStringLiteral("/api/v1/namespaces/") + m_guest, {}, this, ignore);
}

void FaultWriter::restore(ApiClient &api, QObject *context, std::function<void()> done)
{
    auto waiting = std::make_shared<int>(1);
    const auto answered = [waiting, done = std::move(done)](int, const QJsonObject &) {
        if (--*waiting == 0)
            done();
    };
    const auto send = [&](const QByteArray &method, const QString &path, const QByteArray &body) {
        ++*waiting;
        api.send(method, path, body, context, answered);
    };
    for (int i = 0; i < tenants; ++i) {
        const QString its = tenantName(i);
        for (const char *name : deployments)
            send("PATCH", deployment(its, name), R"({"spec":{"replicas":2}})");
        send("PATCH", quota(its), hardCpu("2"));
        send("PATCH", QStringLiteral("/api/v1/namespaces/") + its,
            R"({"metadata":{"annotations":{"platform.example.com/owner":"owner-)" + QByteArray::number(i)
                + R"(@example.com"}}})");
    }
    api.send("GET", QStringLiteral("/api/v1/pods"), {}, context,
        [&api, context, waiting, answered](int, const QJsonObject &list) {
            for (const QJsonValue &pod : list[QLatin1String("items")].toArray()) {
                const QJsonValue metadata = pod[QLatin1String("metadata")];
                const QString name = metadata[QLatin1String("name")].toString();
                if (!name.startsWith(QLatin1String("written-")))
                    continue;
                ++*waiting;
                api.send("DELETE",
                    QStringLiteral("/api/v1/namespaces/%1/pods/%2")
                        .arg(metadata[QLatin1String("namespace")].toString(), name),
                    R"({"gracePeriodSeconds":0})", context, answered);
            }
            answered(200, {});
        });
    ++*waiting;
    api.send("GET", QStringLiteral("/api/v1/namespaces"), {}, context,
        [&api, context, waiting, answered](int, const QJsonObject &list) {
            for (const QJsonValue &item : list[QLatin1String("items")].toArray()) {
                const QString name = item[QLatin1String("metadata")][QLatin1String("name")].toString();
                if (!name.startsWith(QLatin1String("guest-")))
                    continue;
                ++*waiting;
                api.send("DELETE", QStringLiteral("/api/v1/namespaces/") + name, {}, context, answered);
            }
            answered(200, {});
        });
}
