// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "models/changes/impact.h"
#include "models/changes/kubectlcommand.h"
#include "models/changes/objectcompare.h"
#include "models/changes/objectdiff.h"
#include "models/changes/secretmask.h"
#include "tests/support/strict.h"

#include <QRandomGenerator>
#include <QTest>

namespace {

ObjectName secretName()
{
    return {{}, QStringLiteral("v1"), QStringLiteral("Secret"), QStringLiteral("secrets"), {},
        QStringLiteral("tenant-000"), QStringLiteral("token")};
}

Tree secret(const Tree::Map &data, const Tree::Map &stringData = {})
{
    Tree tree = Tree::map();
    tree.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("v1")));
    tree.set({QStringLiteral("kind")}, Tree::text(QStringLiteral("Secret")));
    tree.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(QStringLiteral("token")));
    if (!data.empty())
        tree.set({QStringLiteral("data")}, Tree::map(data));
    if (!stringData.empty())
        tree.set({QStringLiteral("stringData")}, Tree::map(stringData));
    return tree;
}

QByteArray withPassword(const QByteArray &password)
{
    return secret({{QStringLiteral("password"), Tree::text(QString::fromLatin1(password.toBase64()))}}).toJson();
}

ObjectEdit edited(const QByteArray &before, const QByteArray &after)
{
    ObjectEdit edit;
    edit.object = secretName();
    edit.before = {true, false, before, QStringLiteral("1"), QStringLiteral("uid")};
    edit.after = {true, false, after, QStringLiteral("2"), QStringLiteral("uid")};
    edit.text = Tree::mergePatch(*Tree::parse(before), *Tree::parse(after)).toJson();
    return edit;
}

Change changeOf(const ObjectEdit &edit)
{
    Change change;
    change.clusterName = QStringLiteral("prod");
    change.edits = {edit};
    return change;
}

//! Everything that people see of the change from the one to the other, while a third version is in the cluster.
QString allTexts(const QByteArray &before, const QByteArray &after, const QByteArray &theirs)
{
    QString texts;
    const ObjectEdit edit = edited(before, after);
    const auto lines = ObjectDiff::lines(before, after);
    texts += ObjectDiff::asText(lines) + ObjectDiff::asText(ObjectDiff::folded(lines));
    texts += ObjectDiff::render(after).join(u'\n') + ObjectDiff::asText(ObjectDiff::lines({}, after));
    texts += impactOf(changeOf(edit), 1000).join(u'\n');
    for (const auto &field : ObjectCompare::threeWay(before, after, theirs).fields)
        texts += QString::fromUtf8(field.base + field.mine + field.theirs);
    for (const auto action : {ObjectEdit::Action::MergePatch, ObjectEdit::Action::StrategicPatch,
             ObjectEdit::Action::Apply, ObjectEdit::Action::Create, ObjectEdit::Action::Delete}) {
        ObjectEdit sent = edit;
        sent.action = action;
        if (action == ObjectEdit::Action::Apply || action == ObjectEdit::Action::Create)
            sent.text = after;
        texts += KubectlCommand::text(changeOf(sent), QStringLiteral("prod"));
    }
    return texts;
}

//! Signs that are in nothing else than secrets here, so that even one of them is found.
QString randomValue(QRandomGenerator &random)
{
    QString value;
    for (int length = random.bounded(1, 20); length > 0; --length)
        value += QChar(0x4e00 + random.bounded(0x1000));
    return value;
}

} // namespace

class TestSecretMask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void saysHowLongAValueIsAndWhetherItChanged()
    {
        const auto lines = ObjectDiff::lines(withPassword("correct horse"), withPassword("battery staple"));
        const QString text = ObjectDiff::asText(lines);
        QVERIFY2(text.contains(QLatin1String("-   password: \"(hidden, 13 bytes)\"")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("+   password: \"(hidden, 14 bytes, changed)\"")), qPrintable(text));
    }

    void tellsValuesOfTheSameLengthApart()
    {
        const auto difference
            = ObjectCompare::threeWay(withPassword("aaaa"), withPassword("bbbb"), withPassword("cccc"));
        QCOMPARE(difference.conflictPaths(), QStringList{QStringLiteral("data.password")});
        QCOMPARE(difference.fields[0].base, QByteArray("\"(hidden, 4 bytes)\""));
        QCOMPARE(difference.fields[0].mine, QByteArray("\"(hidden, 4 bytes, changed)\""));
        QCOMPARE(difference.fields[0].theirs, QByteArray("\"(hidden, 4 bytes, changed otherwise)\""));
        QVERIFY(!ObjectCompare::threeWay(withPassword("aaaa"), withPassword("bbbb"), withPassword("bbbb")).conflicts());
    }

    void showsWhatTheJournalHasReplacedWithoutALength()
    {
        const QString print = QStringLiteral("hmac-sha256:00112233445566778899aabbccddeeff");
        const QByteArray object = secret({{QStringLiteral("a"), Tree::text(print)}}).toJson();
        QVERIFY(ObjectDiff::render(object).contains(QStringLiteral("  a: \"(hidden)\"")));
    }

    void leavesOtherObjectsAsTheyAre()
    {
        const QByteArray map = R"({"data":{"a":"b"},"kind":"ConfigMap"})";
        QVERIFY(ObjectDiff::render(map).contains(QStringLiteral("  a: b")));
        ObjectEdit edit;
        edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ConfigMap"), QStringLiteral("configmaps"), {},
            QStringLiteral("a"), QStringLiteral("b")};
        edit.text = R"({"data":{"a":"value of it"}})";
        QVERIFY(!SecretMask::concerns(edit));
        QVERIFY(KubectlCommand::text(changeOf(edit), {}).contains(QLatin1String("value of it")));
        QCOMPARE(SecretMask::cleaned(QStringLiteral("value of it"), edit), QStringLiteral("value of it"));
    }

    void refersToAFileInKubectl()
    {
        ObjectEdit edit = edited(withPassword("correct horse"), withPassword("battery staple"));
        QCOMPARE(KubectlCommand::text(changeOf(edit), QStringLiteral("prod")),
            QStringLiteral("# The values of Secret tenant-000/token are not shown. Write them into the file "
                           "token-patch.json first.\n"
                           "kubectl --context=prod --namespace=tenant-000 patch secrets token --type=merge "
                           "--patch-file=token-patch.json"));
        edit.action = ObjectEdit::Action::Create;
        edit.text = withPassword("battery staple");
        QVERIFY(KubectlCommand::text(changeOf(edit), {}).endsWith(QLatin1String("create -f token-object.json")));
        edit.action = ObjectEdit::Action::MergePatch;
        edit.text = R"({"metadata":{"labels":{"a":"b"}}})"; // which is no secret
        QVERIFY(KubectlCommand::text(changeOf(edit), {}).contains(QLatin1String("--patch={")));
    }

    void findsValuesInEveryFormOfAPatch_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("data") << QByteArray(R"([{"op":"add","path":"/data","value":{"a":"SECRET"}}])");
        QTest::newRow("one") << QByteArray(R"([{"op":"add","path":"/data/a","value":"SECRET"}])");
        QTest::newRow("text") << QByteArray(R"([{"op":"add","path":"/stringData/a","value":"SECRET"}])");
        QTest::newRow("whole") << QByteArray(R"([{"op":"replace","path":"","value":{"stringData":{"a":"SECRET"}}}])");
        QTest::newRow("applied") << QByteArray(R"([{"op":"add","path":"/metadata/annotations","value":)"
                                               R"({"kubectl.kubernetes.io/last-applied-configuration":"SECRET"}}])");
        QTest::newRow("metadata") << QByteArray(R"([{"op":"add","path":"/metadata","value":{"annotations":)"
                                                R"({"kubectl.kubernetes.io/last-applied-configuration":"SECRET"}}}])");
        QTest::newRow("merge") << QByteArray(R"({"stringData":{"a":"SECRET"}})");
        QTest::newRow("number") << QByteArray(R"({"data":"SECRET"})");
    }
    void findsValuesInEveryFormOfAPatch()
    {
        QFETCH(QByteArray, patch);
        auto tree = Tree::parse(patch);
        QVERIFY(tree.ok());
        SecretMask mask;
        QVERIFY(mask.hide(*tree, true));
        QVERIFY2(!tree->toJson().contains("SECRET"), tree->toJson().constData());
        ObjectEdit edit;
        edit.object = secretName();
        edit.action = patch.startsWith('[') ? ObjectEdit::Action::JsonPatch : ObjectEdit::Action::MergePatch;
        edit.text = patch;
        QVERIFY(!KubectlCommand::text(changeOf(edit), {}).contains(QLatin1String("SECRET")));
    }

    void takesValuesOutOfSentences()
    {
        const ObjectEdit edit = edited(withPassword("correct horse"), withPassword("battery staple"));
        const QString base64 = QString::fromLatin1(QByteArray("battery staple").toBase64());
        QCOMPARE(SecretMask::cleaned(QStringLiteral("Not “battery staple”, not %1.").arg(base64), edit),
            QStringLiteral("Not “(hidden)”, not (hidden)."));
        QCOMPARE(SecretMask::cleaned(QStringLiteral("It was correct horse."), changeOf(edit)),
            QStringLiteral("It was (hidden)."));
    }

    void neverShowsAnyValueOfASecret()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            QStringList values;
            const auto version = [&] {
                Tree::Map data;
                Tree::Map stringData;
                for (const char *key : {"a", "b", "c"}) {
                    const QString name = QString::fromLatin1(key);
                    const QString value = randomValue(random);
                    const bool base64 = random.bounded(2) == 0;
                    const QString spelt = base64 ? QString::fromLatin1(value.toUtf8().toBase64()) : value;
                    values << value << QString::fromLatin1(value.toUtf8().toBase64());
                    (base64 ? data : stringData).emplace(name, Tree::text(spelt));
                }
                Tree tree = secret(data, stringData);
                const QString applied = QString::fromUtf8(tree.toJson());
                if (random.bounded(2) == 0)
                    tree.set({QStringLiteral("metadata"), QStringLiteral("annotations"),
                                 QStringLiteral("kubectl.kubernetes.io/last-applied-configuration")},
                        Tree::text(applied));
                return tree.toJson();
            };
            const QByteArray before = version();
            const QByteArray after = version();
            const QString texts = allTexts(before, after, version());
            for (const QString &value : std::as_const(values))
                QVERIFY2(!texts.contains(value), qPrintable(value + u'\n' + texts));
            QVERIFY(texts.contains(QLatin1String("hidden")));
        }
    }
};

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
