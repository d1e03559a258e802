// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "models/changes/changerun.h"
#include "models/changes/undo.h"
#include "models/tenants/tenanttablemodel.h"
#include "tests/support/fastclock.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <cstdio>

//! A whole console without a window that makes random changes of all kinds and says yes to each:
//!   changewriter KUBECONFIG CONTEXT FOLDER SEED CHANGES SPEED
//! Its journal is in FOLDER. First goes on with what an earlier life left unfinished. Prints a line for each change
//! that has ended, and ends when all have. SPEED: how much faster its clock runs than ours.
class ChangeWriter final : public QObject
{
public:
    ChangeWriter(Console &console, quint32 seed, int changes)
        : m_console(console), m_river(console.changes().river()), m_seed(seed), m_random(seed), m_left(changes)
    {
        connect(&m_console, &Console::changed, this, &ChangeWriter::look);
        connect(&m_river, &ChangeRiver::began, this, &ChangeWriter::attend);
        connect(&m_river, &ChangeRiver::changeEnded, this, &ChangeWriter::tell);
        connect(&m_river, &ChangeRiver::unfinishedChanged, this, &ChangeWriter::resume);
    }

private:
    static constexpr int parallel = 2;
    static constexpr int tenants = 6;

    Console &m_console;
    ChangeRiver &m_river;
    quint32 m_seed;
    QRandomGenerator m_random;
    int m_left;
    int m_underWay = 0;
    int m_undoing = 0;
    int m_made = 0;
    bool m_lookedBack = false;

    void look()
    {
        const auto &items = m_console.clusters().items();
        if (items.isEmpty() || items.first().state != ClusterItem::State::Connected || m_lookedBack)
            return;
        m_lookedBack = true;
        m_console.changes().lookBack();
        QMetaObject::invokeMethod(
            this, [this] { go(); }, Qt::QueuedConnection);
    }
    void resume()
    {
        QMetaObject::invokeMethod(
            this, [this] { go(); }, Qt::QueuedConnection);
        const auto unfinished = m_river.unfinished();
        for (const UnfinishedChange &one : unfinished) {
            if (one.problem.isEmpty())
                m_river.resume(one.recorded.change.id);
        }
    }
    void attend(ChangeRun *run)
    {
        ++m_underWay;
        connect(run, &ChangeRun::stageChanged, this, [run](ChangeStage stage) {
            if (stage == ChangeStage::Confirming)
                QMetaObject::invokeMethod(
                    run, [run] { (void)run->confirm({}); }, Qt::QueuedConnection);
        });
    }
    void tell(const EndedChange &ended)
    {
        --m_underWay;
        std::printf("%s %s\n", ended.change.id.toByteArray(QUuid::WithoutBraces).constData(),
            ChangeText::id(ended.outcome.kind).toLatin1().constData());
        std::fflush(stdout);
        go();
    }
    void go()
    {
        while (m_left > 0 && m_underWay + m_undoing < parallel) {
            --m_left;
            makeOne();
        }
        if (m_left == 0 && m_underWay + m_undoing == 0 && m_river.unfinishedKnown() && m_river.unfinished().isEmpty())
            QCoreApplication::quit();
    }
    int chance(int below) { return int(m_random.bounded(below)); }
    QString space() { return QStringLiteral("tenant-%1").arg(chance(tenants), 3, 10, QLatin1Char('0')); }
    static ObjectName name(const char *kind, const char *resource, const QString &space, const QString &name)
    {
        return {{}, QStringLiteral("v1"), QString::fromLatin1(kind), QString::fromLatin1(resource), {}, space, name};
    }
    void makeOne()
    {
        if (m_river.ended().size() > 3 && chance(4) == 0) {
            undoOne();
            return;
        }
        Change change = m_river.newChange(m_console.clusters().items().first().id, ChangeKind::Object);
        change.reason = QStringLiteral("because of chance");
        switch (chance(6)) {
        case 0:
            change.edits = {quotaPatch()};
            break;
        case 1:
            change.edits = {jsonPatch()};
            break;
        case 2:
            change.edits = {strategicPatch()};
            break;
        case 3:
            change.edits = {applied()};
            break;
        case 4:
            change.edits = {quotaPatch(), created(), created()};
            break;
        default:
            change.edits = {created()};
            break;
        }
        (void)m_river.begin(change);
    }
    void undoOne()
    {
        ++m_undoing;
        const QUuid id = m_river.ended().at(chance(int(m_river.ended().size()))).change.id;
        m_river.undo(id, this, [this](const Undo &undo) {
            --m_undoing;
            if (undo.possible)
                (void)m_river.begin(undo.change);
            else
                go();
        });
    }
    ObjectEdit quotaPatch()
    {
        ObjectEdit edit;
        edit.object = name("ResourceQuota", "resourcequotas", space(), QStringLiteral("tenant-quota"));
        edit.text = QStringLiteral(R"({"spec":{"hard":{"services":"%1"}}})").arg(20 + chance(100)).toLatin1();
        return edit;
    }
    ObjectEdit jsonPatch()
    {
        ObjectEdit edit = quotaPatch();
        edit.action = ObjectEdit::Action::JsonPatch;
        edit.text = QStringLiteral(R"([{"op":"add","path":"/spec/hard/secrets","value":"%1"}])")
                        .arg(50 + chance(100))
                        .toLatin1();
        return edit;
    }
    ObjectEdit strategicPatch()
    {
        ObjectEdit edit = quotaPatch();
        edit.action = ObjectEdit::Action::StrategicPatch;
        edit.text = QStringLiteral(R"({"metadata":{"annotations":{"chance":"%1"}}})").arg(chance(1000)).toLatin1();
        return edit;
    }
    ObjectEdit applied()
    {
        ObjectEdit edit;
        edit.object = name("ConfigMap", "configmaps", space(), QStringLiteral("river-applied"));
        edit.action = ObjectEdit::Action::Apply;
        edit.force = true; // the other console may have made it
        edit.text = QStringLiteral(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%1","namespace":"%2"},)"
                                   R"("data":{"chance":"%3"}})")
                        .arg(edit.object.name, edit.object.namespaceName)
                        .arg(chance(1000))
                        .toLatin1();
        return edit;
    }
    ObjectEdit created()
    {
        ObjectEdit edit;
        edit.object = name("ConfigMap", "configmaps", space(),
            QStringLiteral("river-%1-%2-%3").arg(m_seed).arg(QCoreApplication::applicationPid()).arg(++m_made));
        edit.action = ObjectEdit::Action::Create;
        edit.text
            = QStringLiteral(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%1","namespace":"%2"}})")
                  .arg(edit.object.name, edit.object.namespaceName)
                  .toLatin1();
        return edit;
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 7)
        return 2;
    const FastClock clock(arguments[6].toInt());
    CommandLine commandLine;
    commandLine.kubeconfig = arguments[1];
    commandLine.contexts = {arguments[2]};
    Changes::Settings changes = Changes::Settings::usual();
    changes.policyFiles.clear();
    changes.journal.file = arguments[3] + QStringLiteral("/journal.db");
    changes.journal.keyFolder = arguments[3];
    Console console(commandLine, {}, changes, clock);
    console.setNeeds({.quotas = false, .pods = false});
    const ChangeWriter writer(console, arguments[4].toUInt(), arguments[5].toInt());
    console.start();
    return QCoreApplication::exec();
}
