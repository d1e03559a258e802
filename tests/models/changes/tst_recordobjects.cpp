// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/tree.h"
#include "models/changes/recordobjects.h"
#include "tests/support/strict.h"

#include <QTest>
#include <QTimeZone>

namespace {

const QString &space()
{
    static const QString name = QStringLiteral("pilothouse");
    return name;
}

QDateTime moment(int seconds)
{
    return QDateTime(QDate(2026, 11, 21), QTime(14, 0), Qt::UTC).addSecs(seconds);
}

ObjectName monthMap()
{
    return RecordObjects::mapOf(space(), moment(0));
}

//! What a server makes of it.
ObjectImage stored(const ObjectImage &live, const ObjectEdit &edit)
{
    const Tree patch = *Tree::parse(edit.text);
    const Tree whole = live.exists ? Tree::parse(live.text)->mergedWith(patch) : patch;
    return {true, false, whole.toJson(), QStringLiteral("1"), QStringLiteral("u")};
}

QStringList keysOf(const ObjectImage &map)
{
    QStringList keys;
    const auto tree = Tree::parse(map.text);
    for (const auto &[key, value] : tree->find(QStringLiteral("data"))->members())
        keys.append(key);
    return keys;
}

Change changeOf(const char *before, const char *after)
{
    Change change;
    change.id = QUuid::createUuid();
    ObjectEdit edit;
    edit.object = {{}, QStringLiteral("v1"), QStringLiteral("ResourceQuota"), QStringLiteral("resourcequotas"), {},
        QStringLiteral("tenant-000"), QStringLiteral("quota")};
    edit.before = {before != nullptr, false, before, QStringLiteral("7"), QStringLiteral("u")};
    edit.after = {after != nullptr, false, after, QStringLiteral("8"), QStringLiteral("u")};
    change.edits = {edit};
    return change;
}

} // namespace

class TestRecordObjects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnUnexpectedWarnings(); }

    void hasOneConfigMapForEachMonth()
    {
        QCOMPARE(monthMap().name, QStringLiteral("pilothouse-journal-2026-11"));
        const QDateTime elsewhere(QDate(2026, 12, 1), QTime(1, 0), QTimeZone("Europe/Berlin"));
        QCOMPARE(RecordObjects::mapOf(space(), elsewhere.addSecs(-3600)).name,
            QStringLiteral("pilothouse-journal-2026-11")); // by UTC, whatever the console's time zone
    }

    void makesTheMapAndAddsToIt()
    {
        const QString first = RecordObjects::keyOf(QUuid::createUuid(), moment(1));
        const QString second = RecordObjects::keyOf(QUuid::createUuid(), moment(2));
        const auto made = RecordObjects::addition(monthMap(), {}, first, "one", 10'000);
        QVERIFY(made.edit && made.edit->action == ObjectEdit::Action::Create);
        const ObjectImage map = stored({}, *made.edit);
        const auto added = RecordObjects::addition(monthMap(), map, second, "two", 10'000);
        QVERIFY(added.edit && added.edit->action == ObjectEdit::Action::MergePatch);
        QCOMPARE(added.edit->before.resourceVersion, map.resourceVersion);
        QCOMPARE(keysOf(stored(map, *added.edit)), (QStringList{first, second}));
        QVERIFY(!RecordObjects::addition(monthMap(), map, first, "one", 10'000).edit); // is there
    }

    void dropsTheOldestAndSaysSo()
    {
        constexpr qsizetype most = 4000;
        ObjectImage map;
        QStringList keys;
        for (int i = 0; i < 100; ++i) {
            keys.append(RecordObjects::keyOf(QUuid::createUuid(), moment(i)));
            const auto addition = RecordObjects::addition(monthMap(), map, keys.last(), QByteArray(200 + i, 'x'), most);
            QVERIFY(addition.edit);
            map = stored(map, *addition.edit);
            qsizetype bytes = 0;
            const auto tree = Tree::parse(map.text);
            for (const auto &[key, value] : tree->find(QStringLiteral("data"))->members())
                bytes += key.toUtf8().size() + value.scalar().toUtf8().size();
            QVERIFY2(bytes <= most, QByteArray::number(bytes).constData());
        }
        QStringList left = keysOf(map);
        QVERIFY(left.removeOne(QStringLiteral("dropped")));
        QCOMPARE(left, keys.mid(keys.size() - left.size()));
        const Tree note
            = *Tree::parse(Tree::parse(map.text)->textAt({QStringLiteral("data"), QStringLiteral("dropped")}).toUtf8());
        QCOMPARE(note.textAt({QStringLiteral("count")}), QString::number(100 - left.size()));
        QCOMPARE(note.textAt({QStringLiteral("newest")}), keys[99 - left.size()]);
    }

    void leavesWhatOthersKeepThere()
    {
        const QByteArray text = "{\"kind\":\"ConfigMap\",\"data\":{\"notes\":\"" + QByteArray(3950, 'n') + "\"}}";
        const ObjectImage map{true, false, text, QStringLiteral("1"), {}};
        const QString key = RecordObjects::keyOf(QUuid::createUuid(), moment(1));
        const auto addition = RecordObjects::addition(monthMap(), map, key, "one", 4000);
        QVERIFY(!addition.edit);
        QVERIFY(addition.full);
    }

    void tellsInAnEventWhichFieldsWereChanged()
    {
        const Change change
            = changeOf(R"({"spec":{"hard":{"pods":"secret-a"}}})", R"({"spec":{"hard":{"pods":"secret-b"}}})");
        const QUuid id = QUuid::createUuid();
        const ObjectEdit event
            = RecordObjects::eventOf(change, 0, {QStringLiteral("olga"), QStringLiteral("c1"), moment(0), true}, id);
        const Tree tree = *Tree::parse(event.text);
        QCOMPARE(tree.textAt({QStringLiteral("reason")}), QStringLiteral("PilothouseChange"));
        QCOMPARE(tree.textAt({QStringLiteral("type")}), QStringLiteral("Normal"));
        QCOMPARE(tree.textAt({QStringLiteral("message")}),
            QStringLiteral("Changed by olga with Pilothouse, console c1, change %1. Fields: spec.hard.pods.")
                .arg(change.id.toString(QUuid::WithoutBraces)));
        QVERIFY(!event.text.contains("secret"));
        QCOMPARE(tree.textAt({QStringLiteral("involvedObject"), QStringLiteral("name")}), QStringLiteral("quota"));
        QCOMPARE(tree.textAt({QStringLiteral("firstTimestamp")}), QStringLiteral("2026-11-21T14:00:00Z"));
        QCOMPARE(event.object.namespaceName, QStringLiteral("tenant-000"));
        QVERIFY(event.object.name.contains(id.toString(QUuid::WithoutBraces)));
    }

    void warnsWhenTheObjectDoesNotShowIt()
    {
        const ObjectEdit event
            = RecordObjects::eventOf(changeOf(nullptr, "{}"), 0, {{}, {}, moment(0), false}, QUuid::createUuid());
        const Tree tree = *Tree::parse(event.text);
        QCOMPARE(tree.textAt({QStringLiteral("type")}), QStringLiteral("Warning"));
        QVERIFY(tree.textAt({QStringLiteral("message")}).startsWith(QLatin1String("Created by")));
    }

    void keepsMessagesShort()
    {
        Change change = changeOf("{}", "{}");
        change.edits[0].after.text = "{\"" + QByteArray(5000, 'f') + "\":1}";
        const ObjectEdit event
            = RecordObjects::eventOf(change, 0, {QStringLiteral("olga"), {}, moment(0), true}, QUuid::createUuid());
        QVERIFY(Tree::parse(event.text)->textAt({QStringLiteral("message")}).size() <= 1000);
    }
};

QTEST_GUILESS_MAIN(TestRecordObjects)
#include "tst_recordobjects.moc"
