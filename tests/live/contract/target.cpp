// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/live/contract/target.h"

#include "tests/live/world.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <csignal>

namespace Contract {

std::unique_ptr<Target> Target::open(QString &problem)
{
    std::unique_ptr<Target> target(new Target);
    target->m_name = qEnvironmentVariable("PILOTHOUSE_CONTRACT", QStringLiteral("world")).toStdString();
    const bool found = target->m_name == "world" ? target->findWorld(problem) : target->startSandbox(problem);
    if (!found || !target->readKubeconfig(problem))
        return nullptr;
    return target;
}

Target::~Target()
{
    if (m_sandbox.state() == QProcess::NotRunning)
        return;
    m_sandbox.terminate();
    if (!m_sandbox.waitForFinished(10000))
        m_sandbox.kill();
    m_sandbox.waitForFinished(5000);
}

bool Target::findWorld(QString &problem)
{
    const auto world = World::find();
    if (!world) {
        problem = QStringLiteral("The real servers are not there.");
        return false;
    }
    m_kubeconfig = world->kubeconfig();
    m_context = QStringLiteral("admin@world");
    m_etcd = world->pid(QStringLiteral("etcd"));
    return true;
}

bool Target::startSandbox(QString &problem)
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_kubeconfig = m_directory->filePath(QStringLiteral("kubeconfig"));
    const QString program = qEnvironmentVariable("PILOTHOUSE_SANDBOX");
    if (program.isEmpty()) {
        problem = QStringLiteral("PILOTHOUSE_SANDBOX does not name the sandbox's program.");
        return false;
    }
    // It finds nothing of the person's own, and leaves nothing there.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"})
        environment.insert(QLatin1String(name), m_directory->path());
    m_sandbox.setProcessEnvironment(environment);
    m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sandbox.start(program,
        {QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--without-monitoring"),
            QStringLiteral("--history"), QStringLiteral("2000"), QStringLiteral("--write-kubeconfig"), m_kubeconfig});
    QByteArray line;
    const bool ready = QTest::qWaitFor(
        [&] {
            line += m_sandbox.readAllStandardOutput();
            return line.contains('\n') || m_sandbox.state() == QProcess::NotRunning;
        },
        60000);
    if (!ready || !line.contains('\n')) {
        problem = QStringLiteral("%1 did not say that it is ready: %2").arg(program, m_sandbox.errorString());
        return false;
    }
    return true;
}

bool Target::readKubeconfig(QString &problem)
{
    try {
        const YAML::Node file = YAML::LoadFile(m_kubeconfig.toStdString());
        const auto named = [&file](const char *list, const std::string &name) {
            for (const YAML::Node &entry : file[list]) {
                if (entry["name"].as<std::string>() == name)
                    return entry;
            }
            return YAML::Node();
        };
        if (m_context.isEmpty()) {
            // The first cluster's administrator.
            m_context = QString::fromStdString(file["current-context"].as<std::string>() + "-admin");
        }
        const YAML::Node context = named("contexts", m_context.toStdString())["context"];
        const YAML::Node cluster = named("clusters", context["cluster"].as<std::string>())["cluster"];
        m_server = cluster["server"].as<std::string>();
        m_authorities = QByteArray::fromBase64(
            QByteArray::fromStdString(cluster["certificate-authority-data"].as<std::string>()));
        m_token = named("users", context["user"].as<std::string>())["user"]["token"].as<std::string>();
        return true;
    } catch (const YAML::Exception &exception) {
        problem = QStringLiteral("%1 cannot be read: %2").arg(m_kubeconfig, QString::fromUtf8(exception.what()));
        return false;
    }
}

bool Target::compact(const std::string &revision) const
{
    // etcd answers HTTP beside gRPC; where it listens, its command line says.
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(m_etcd));
    if (m_etcd == 0 || !file.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> arguments = file.readAll().split('\0');
    const qsizetype option = arguments.indexOf("--listen-client-urls");
    if (option < 0 || option + 1 >= arguments.size())
        return false;
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl::fromEncoded(arguments[option + 1] + "/v3/kv/compaction"));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(
        network.post(request, QByteArray::fromStdString("{\"revision\": \"" + revision + "\"}")));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError;
}

} // namespace Contract
