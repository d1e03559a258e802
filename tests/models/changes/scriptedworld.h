// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/core/tree.h"
#include "models/changes/changejournal.h"
#include "models/changes/changetarget.h"
#include "tests/support/manualclock.h"

#include <QHash>
#include <QRandomGenerator>

//! How well requests and answers travel; by default all arrive once, after ten milliseconds.
struct Weather
{
    QRandomGenerator *random = nullptr; //!< null: always fine
    int lost = 0; //!< of a thousand requests, and of a thousand answers
    int late = 0; //!< likewise: come after anybody's patience
    int twice = 0; //!< answers
    int journalFails = 0;

    [[nodiscard]] bool happens(int permille) const
    {
        return random && static_cast<int>(random->bounded(1000)) < permille;
    }
    [[nodiscard]] std::chrono::milliseconds wait() const
    {
        const bool slow = happens(late);
        return std::chrono::milliseconds(random ? random->bounded(1, 200) : 10) + std::chrono::seconds(slow ? 90 : 0);
    }
};

//! A server with objects in versions, which keeps to preconditions as Kubernetes does.
class ScriptedTarget final : public ChangeTarget
{
public:
    ScriptedTarget(ManualClock &clock, const Weather &weather) : m_clock(clock), m_weather(weather) { }

    struct Object
    {
        Tree tree;
        int version = 1;
        QString uid;
    };

    QHash<QString, Object> objects; //!< by ObjectName::title()
    QHash<QUuid, int> applied; //!< how often a write of that id was done
    QList<QUuid> requested; //!< writes that were sent, in their order
    QHash<QUuid, int> outdated; //!< how often a write of that id was refused for its precondition
    std::function<void(const QUuid &)> onRequest; //!< before a write is sent
    std::function<void()> onRead; //!< before a read is done
    std::optional<WriteAnswer> nextDryRun; //!< what the next one says instead
    std::optional<WriteAnswer> nextWrite; //!< likewise; nothing is done then
    bool dropWrite = false; //!< the next one never arrives
    bool dropWriteAnswer = false; //!< the next one's answer never arrives
    bool wantsNamespaces = false; //!< objects are made in namespaces that exist only
    bool revert = false; //!< somebody takes back whatever is written
    RightsAnswer rights; //!< when it is empty everything is allowed
    Freshness shown{Freshness::State::Live, {}, {}};

    void put(const ObjectName &name, const QByteArray &spec)
    {
        Object object;
        object.tree = Tree::map();
        object.tree.set({QStringLiteral("kind")}, Tree::text(name.kind));
        object.tree.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(name.name));
        object.tree.set({QStringLiteral("spec")}, *Tree::parse(spec));
        object.uid = QStringLiteral("uid-%1").arg(++m_uids);
        objects.insert(name.title(), object);
    }
    void change(const ObjectName &name, const QStringList &path, int value)
    {
        if (!objects.contains(name.title()))
            return;
        objects[name.title()].tree.set(path, Tree::number(value));
        ++objects[name.title()].version;
    }
    [[nodiscard]] ObjectImage image(const ObjectName &name) const
    {
        const auto found = objects.constFind(name.title());
        return found == objects.cend() ? ObjectImage() : imageOf(*found);
    }

    void read(const ObjectName &object, ReadDone done) override
    {
        travel([this, object, done] {
            if (onRead)
                onRead();
            ReadAnswer answer;
            answer.object = object.name.isEmpty() ? list(object) : image(object);
            answer.kind = answer.object.exists ? ReadAnswer::Kind::Found : ReadAnswer::Kind::Missing;
            comeBack([done, answer] { done(answer); });
        });
    }
    void dryRun(const ObjectEdit &edit, WriteDone done) override
    {
        travel([this, edit, done] {
            const auto scripted = std::exchange(nextDryRun, std::nullopt);
            const WriteAnswer answer = scripted ? *scripted : perform(edit, false);
            comeBack([done, answer] { done(answer); });
        });
    }
    void write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done) override
    {
        onRequest(auditId);
        requested.append(auditId);
        if (std::exchange(dropWrite, false))
            return;
        travel([this, edit, auditId, done] {
            const auto scripted = std::exchange(nextWrite, std::nullopt);
            const WriteAnswer answer = scripted ? *scripted : perform(edit, true, auditId);
            if (!scripted && answer.kind == WriteAnswer::Kind::Applied)
                ++applied[auditId];
            else if (!scripted && answer.kind == WriteAnswer::Kind::NewerVersion)
                ++outdated[auditId];
            if (!std::exchange(dropWriteAnswer, false))
                comeBack([done, answer] { done(answer); });
        });
    }
    void reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done) override
    {
        asked = questions;
        RightsAnswer answer = rights;
        if (answer.answers.isEmpty()) {
            answer.ok = true;
            answer.answers.fill({true, {}}, questions.size());
        }
        travel([this, done, answer] { comeBack([done, answer] { done(answer); }); });
    }
    [[nodiscard]] Freshness freshness() const override { return shown; }

    QList<Guard::RightQuestion> asked;

private:
    ManualClock &m_clock;
    const Weather &m_weather;
    std::vector<std::unique_ptr<Alarm>> m_underWay;
    int m_uids = 0;

    static ObjectImage imageOf(const Object &object)
    {
        Tree tree = object.tree;
        tree.set({QStringLiteral("metadata"), QStringLiteral("resourceVersion")},
            Tree::text(QString::number(object.version)));
        tree.set({QStringLiteral("metadata"), QStringLiteral("uid")}, Tree::text(object.uid));
        return {true, false, tree.toJson(), QString::number(object.version), object.uid};
    }

    void travel(std::function<void()> arrive)
    {
        if (!m_weather.happens(m_weather.lost))
            m_underWay.push_back(m_clock.after(m_weather.wait(), std::move(arrive)));
    }
    void comeBack(const std::function<void()> &tell)
    {
        if (!m_weather.happens(m_weather.lost))
            m_underWay.push_back(m_clock.after(m_weather.wait(), tell));
        if (m_weather.happens(m_weather.twice))
            m_underWay.push_back(m_clock.after(m_weather.wait(), tell));
    }

    //! All objects of that kind in that namespace.
    [[nodiscard]] ObjectImage list(const ObjectName &kind) const
    {
        Tree::List items;
        for (auto it = objects.begin(); it != objects.end(); ++it) {
            if (it.key().startsWith(kind.title()))
                items.push_back(it->tree);
        }
        Tree tree = Tree::map();
        tree.set({QStringLiteral("items")}, Tree::list(std::move(items)));
        return {true, false, tree.toJson(), QStringLiteral("1"), {}};
    }

    static WriteAnswer says(WriteAnswer::Kind kind)
    {
        WriteAnswer answer;
        answer.kind = kind;
        answer.sentence = kind == WriteAnswer::Kind::Applied ? QString() : QStringLiteral("The server says no.");
        return answer;
    }

    //! As objects do: which write it was that is seen, unless it was applied.
    static void mark(Tree &tree, const QUuid &auditId)
    {
        Tree entry = Tree::map();
        entry.set({QStringLiteral("manager")},
            Tree::text(QStringLiteral("pilothouse-") + auditId.toString(QUuid::WithoutBraces)));
        tree.set({QStringLiteral("metadata"), QStringLiteral("managedFields")}, Tree::list({entry}));
    }
    WriteAnswer perform(const ObjectEdit &edit, bool store, const QUuid &auditId = {})
    {
        const QString title = edit.object.title();
        const bool exists = objects.contains(title);
        const bool homeless = wantsNamespaces && !edit.object.namespaceName.isEmpty()
            && !objects.contains(QStringLiteral("Namespace ") + edit.object.namespaceName);
        if (edit.action == ObjectEdit::Action::Create && homeless)
            return says(WriteAnswer::Kind::Refused);
        if (edit.action == ObjectEdit::Action::Create && exists)
            return says(WriteAnswer::Kind::Exists);
        if (edit.action != ObjectEdit::Action::Create && !exists)
            return says(WriteAnswer::Kind::Refused);
        if (exists && imageOf(objects[title]).resourceVersion != edit.before.resourceVersion)
            return says(WriteAnswer::Kind::NewerVersion);
        WriteAnswer answer = says(WriteAnswer::Kind::Applied);
        if (edit.action == ObjectEdit::Action::Delete) {
            if (store)
                objects.remove(title);
            return answer;
        }
        Object object = objects.value(title);
        if (exists) {
            object.tree = object.tree.mergedWith(*Tree::parse(edit.text));
            ++object.version;
        } else {
            object = {*Tree::parse(edit.text), 1, QStringLiteral("uid-%1").arg(++m_uids)};
        }
        if (edit.action != ObjectEdit::Action::Apply)
            mark(object.tree, auditId);
        answer.object = imageOf(object);
        if (store && !revert)
            objects.insert(title, object);
        return answer;
    }
};

//! A journal on a disk: what has become durable outlives a crash, what has not is gone.
class ScriptedJournal final : public ChangeJournal
{
public:
    ScriptedJournal(ManualClock &clock, const Weather &weather) : m_clock(clock), m_weather(weather) { }

    std::optional<Change> intended;
    QList<EditResult> answered;
    int ends = 0;
    std::optional<ChangeOutcome> outcome;
    bool failIntended = false;
    bool failAnswered = false;

    void crash() { m_underWay.clear(); }

    void recordIntended(const Change &change, Recorded done) override
    {
        record(failIntended, done, [this, change] {
            intended = change;
            answered.resize(change.edits.size());
        });
    }
    void recordAnswered(const Change &, qsizetype edit, const EditResult &result, Recorded done) override
    {
        record(failAnswered, done, [this, edit, result] { answered[edit] = result; });
    }
    void recordEnded(const Change &, const ChangeOutcome &how, Recorded done) override
    {
        record(false, done, [this, how] {
            ++ends;
            outcome = how;
        });
    }

private:
    ManualClock &m_clock;
    const Weather &m_weather;
    std::vector<std::unique_ptr<Alarm>> m_underWay;

    void record(bool fail, const Recorded &done, const std::function<void()> &store)
    {
        const bool fails = fail || m_weather.happens(m_weather.journalFails);
        const bool mute = m_weather.happens(m_weather.lost);
        m_underWay.push_back(m_clock.after(m_weather.wait(), [this, fails, mute, done, store] {
            if (!fails)
                store();
            const Error error{Error::Kind::Configuration, 0, QStringLiteral("the disk is full"), {}, {}};
            if (mute)
                return;
            done(fails ? Result<void>(error) : Result<void>());
            if (m_weather.happens(m_weather.twice))
                done(Result<void>());
        }));
    }
};
