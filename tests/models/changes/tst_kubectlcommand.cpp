// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/kubectlcommand.h"
#include "tests/support/strict.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

namespace {

//! What a shell makes of \a line.
QByteArray shellReads(const QString &line)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), line});
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

ObjectEdit quotaPatch()
{
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("acme"), QStringLiteral("quota")};
    edit.text = R"({"spec":{"hard":{"requests.cpu":"4"}}})";
    return edit;
}

QString textOf(const ObjectEdit &edit)
{
    Change change;
    change.edits.append(edit);
    return KubectlCommand::text(change, QStringLiteral("olga@prod"));
}

} // namespace

class TestKubectlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void patchesAQuota()
    {
        QCOMPARE(textOf(quotaPatch()),
            QStringLiteral("kubectl --context=olga@prod --namespace=acme patch resourcequotas quota --type=merge "
                           "'--patch={\"spec\":{\"hard\":{\"requests.cpu\":\"4\"}}}'"));
    }

    void namesTheVersionOfOtherGroups()
    {
        ObjectEdit edit = quotaPatch();
        edit.object.group = QStringLiteral("apps");
        edit.object.resource = QStringLiteral("deployments");
        edit.object.subresource = QStringLiteral("scale");
        edit.object.namespaceName.clear();
        edit.action = ObjectEdit::Action::JsonPatch;
        edit.text = "[]";
        QCOMPARE(textOf(edit),
            QStringLiteral("kubectl --context=olga@prod patch deployments.v1.apps quota "
                           "--subresource=scale --type=json '--patch=[]'"));
    }

    void appliesCreatesAndDeletes()
    {
        ObjectEdit edit = quotaPatch();
        edit.action = ObjectEdit::Action::Apply;
        edit.force = true;
        edit.text = "{\"it's\":\"$HOME\"}";
        QCOMPARE(textOf(edit),
            QStringLiteral("printf %s '{\"it'\\''s\":\"$HOME\"}' | kubectl --context=olga@prod --namespace=acme apply "
                           "--server-side --field-manager=pilothouse --force-conflicts -f -"));
        edit.action = ObjectEdit::Action::Create;
        QVERIFY(textOf(edit).endsWith(QLatin1String(" create -f -")));
        edit.action = ObjectEdit::Action::Delete;
        QVERIFY(textOf(edit).endsWith(QLatin1String(" delete resourcequotas quota")));
    }

    void aShellReadsTheSameWords()
    {
        QRandomGenerator random(11);
        const QString signs = QString::fromUtf8("ab '\"\\$`!*?[]{}()<>|&;#~=%\n\t\u00e9\u4e2d-");
        for (int round = 0; round < 25; ++round) {
            QString line = QStringLiteral("printf '%s\\0'");
            QByteArray expected;
            for (int i = 0; i < 20; ++i) {
                QString word;
                for (int length = random.bounded(12); length > 0; --length)
                    word += signs[random.bounded(static_cast<int>(signs.size()))];
                line += u' ' + KubectlCommand::quoted(word);
                expected += word.toUtf8() + '\0';
            }
            QCOMPARE(shellReads(line), expected);
        }
    }

    void aShellSplitsCommandsAsTheyAreMeant()
    {
        ObjectEdit edit = quotaPatch();
        edit.text = "{\"note\":\"it's $HOME; rm -rf * \n `id`\"}";
        const auto command = KubectlCommand::of(edit, QStringLiteral("a context"));
        Change change;
        change.edits.append(edit);
        const QString line = QStringLiteral("kubectl() { printf '%s\\0' kubectl \"$@\"; }; ")
            + KubectlCommand::text(change, QStringLiteral("a context"));
        QCOMPARE(shellReads(line), command.words.join(QChar(0)).toUtf8() + '\0');
    }
};

QTEST_GUILESS_MAIN(TestKubectlCommand)
#include "tst_kubectlcommand.moc"
