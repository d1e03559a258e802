// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/serveraddresses.h"
#include "tests/support/strict.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestServerAddresses final : public QObject
{
    Q_OBJECT

    static constexpr auto metrics = Connection::Service::Prometheus;
    static constexpr auto alerts = Connection::Service::Alertmanager;

    [[nodiscard]] static QStringList urls(const QList<ServerLink::Setting> &servers)
    {
        QStringList texts;
        for (const ServerLink::Setting &server : servers)
            texts.append(server.url.toString());
        return texts;
    }

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void takesAllServersOfACluster()
    {
        CommandLine commandLine;
        commandLine.prometheus = {{u"prod"_s, u"http://a"_s}, {u"eu"_s, u"http://b"_s}, {u"other"_s, u"http://c"_s}};
        commandLine.alertmanager = {{u"prod"_s, u"http://d"_s}};
        const Settings settings;
        const ServerAddresses addresses(commandLine, settings);
        const auto found = addresses.ofCluster(u"prod"_s, u"eu"_s, u"Europe"_s, metrics);
        QCOMPARE(urls(found), (QStringList{u"http://a"_s, u"http://b"_s}));
        QCOMPARE(found.at(0).id, u"prod"_s);
        QCOMPARE(found.at(1).id, u"prod#2"_s);
        QCOMPARE(found.at(1).name, u"Europe"_s);
        QCOMPARE(found.at(1).cluster, u"prod"_s);
        QCOMPARE(urls(addresses.ofCluster(u"prod"_s, u"eu"_s, u"Europe"_s, alerts)), QStringList{u"http://d"_s});
        QCOMPARE(urls(addresses.ofNobody({u"prod"_s, u"eu"_s}, metrics)), QStringList{u"http://c"_s});
        QCOMPARE(addresses.ofNobody({u"prod"_s, u"eu"_s}, metrics).constFirst().cluster, QString());
    }

    void leavesTheSettingsWhereTheCommandLineSaysSomething()
    {
        CommandLine commandLine;
        Settings settings;
        settings.prometheus = {{u"prod"_s, u"http://a"_s, {}}, {u"prod"_s, u"http://b"_s, u"team-a"_s}};
        const ServerAddresses addresses(commandLine, settings);
        const auto stored = addresses.ofCluster(u"prod"_s, u"eu"_s, u"eu"_s, metrics);
        QCOMPARE(urls(stored), (QStringList{u"http://a"_s, u"http://b"_s}));
        QCOMPARE(stored.at(1).organisation, u"team-a"_s);
        commandLine.prometheus = {{u"eu"_s, u"http://c"_s}};
        QCOMPARE(urls(addresses.ofCluster(u"prod"_s, u"eu"_s, u"eu"_s, metrics)), QStringList{u"http://c"_s});
    }

    void saysForWhomToAsk()
    {
        CommandLine commandLine;
        commandLine.prometheus = {{u"mimir"_s, u"http://m/prometheus"_s}, {u"mimir"_s, u"http://n/prometheus"_s}};
        commandLine.organisations = {{u"mimir"_s, u"team-a|team-b"_s}};
        const Settings settings;
        const auto found = ServerAddresses(commandLine, settings).ofNobody({}, metrics);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).id, u"server/mimir"_s);
        QCOMPARE(found.at(1).id, u"server/mimir#2"_s);
        QCOMPARE(found.at(1).organisation, u"team-a|team-b"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerAddresses)
#include "tst_serveraddresses.moc"
