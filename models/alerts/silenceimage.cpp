// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/silenceimage.h"

#include "backends/alertmanager/silence.h"
#include "backends/core/timestamp.h"
#include "backends/core/tree.h"
#include "models/alerts/silence.h"

#include <QCoreApplication>

namespace SilenceImage {

namespace {

using Alertmanager::Matcher;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SilenceTarget)
};

Tree treeOf(const Matcher &matcher)
{
    return Tree::map(
        {{QStringLiteral("name"), Tree::text(matcher.name)}, {QStringLiteral("value"), Tree::text(matcher.value)},
            {QStringLiteral("isRegex"), Tree::boolean(matcher.isRegex)},
            {QStringLiteral("isEqual"), Tree::boolean(matcher.isEqual)}});
}

Tree specOf(const Alertmanager::Silence &silence)
{
    Tree spec = Tree::map();
    Tree matchers = Tree::list();
    for (const Matcher &matcher : silence.matchers)
        matchers.items().push_back(treeOf(matcher));
    spec.set({QStringLiteral("matchers")}, matchers);
    spec.set({QStringLiteral("comment")}, Tree::text(silence.comment));
    spec.set({QStringLiteral("createdBy")}, Tree::text(silence.createdBy));
    spec.set({QStringLiteral("endsAt")}, Tree::text(Timestamp::text(silence.endsAt)));
    if (silence.startsAt > silence.updatedAt)
        spec.set({QStringLiteral("startsAt")}, Tree::text(Timestamp::text(silence.startsAt)));
    return spec;
}

Tree objectOf(const Alertmanager::Silence &silence, const QString &name)
{
    Tree object = Tree::map();
    object.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("alertmanager/v2")));
    object.set({QStringLiteral("kind")}, Tree::text(QStringLiteral("Silence")));
    object.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(name));
    object.set({QStringLiteral("spec")}, specOf(silence));
    return object;
}

std::optional<qint64> timeAt(const Tree &spec, const QString &name)
{
    return Timestamp::parse(spec.textAt({name}).toStdString());
}

} // namespace

QByteArray text(const Alertmanager::Silence &silence, const QString &name)
{
    return objectOf(silence, name).toJson();
}

ObjectImage of(const Alertmanager::Silence &silence, const QString &name)
{
    Tree object = objectOf(silence, name);
    const QString metadata = QStringLiteral("metadata");
    const QString version = Timestamp::text(silence.updatedAt);
    object.set({metadata, QStringLiteral("uid")}, Tree::text(silence.id));
    object.set({metadata, QStringLiteral("resourceVersion")}, Tree::text(version));
    Tree managers = Tree::list();
    for (const QString &mark : silence.marks)
        managers.items().push_back(
            Tree::map({{QStringLiteral("manager"), Tree::text(QStringLiteral("pilothouse-") + mark)}}));
    object.set({metadata, QStringLiteral("managedFields")}, managers);
    object.set({QStringLiteral("status"), QStringLiteral("startsAt")}, Tree::text(Timestamp::text(silence.startsAt)));
    return {true, false, object.toJson(), version, silence.id};
}

std::optional<Alertmanager::Silence> silence(const Tree &tree, QString &problem)
{
    Alertmanager::Silence silence;
    const Tree *spec = tree.find(QStringLiteral("spec"));
    const Tree *matchers = spec ? spec->find(QStringLiteral("matchers")) : nullptr;
    QList<SilenceMatcher> shown;
    for (const Tree &item : matchers ? matchers->items() : Tree::List()) {
        silence.matchers.append({item.textAt({QStringLiteral("name")}), item.textAt({QStringLiteral("value")}),
            item.textAt({QStringLiteral("isRegex")}) == QLatin1String("true"),
            item.textAt({QStringLiteral("isEqual")}) != QLatin1String("false")});
        const Matcher &matcher = silence.matchers.last();
        shown.append({matcher.name, matcher.value, matcher.isRegex, matcher.isEqual});
    }
    problem = SilenceText::problem(shown);
    if (!problem.isEmpty())
        return {};
    silence.comment = spec->textAt({QStringLiteral("comment")});
    silence.createdBy = spec->textAt({QStringLiteral("createdBy")});
    const auto end = timeAt(*spec, QStringLiteral("endsAt"));
    if (!end || *end <= 0)
        problem = Words::tr("The silence has no end. Say when it is to end.");
    else if (silence.createdBy.isEmpty())
        problem = Words::tr("The silence does not say who makes it. Say who you are.");
    if (!problem.isEmpty())
        return {};
    silence.endsAt = *end;
    silence.startsAt = timeAt(*spec, QStringLiteral("startsAt")).value_or(0);
    return silence;
}

} // namespace SilenceImage
