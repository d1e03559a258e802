// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quotas/quotarequest.h"

#include "backends/core/tree.h"
#include "backends/kubernetes/records.h"
#include "models/changes/changeriver.h"
#include "models/changes/kubectlcommand.h"
#include "models/tenants/tenantstore.h"
#include "models/tenants/tenanttablemodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QuotaRequests)
};

QString idOf(QuotaRequest::State state)
{
    switch (state) {
    case QuotaRequest::State::Open:
        return QStringLiteral("open");
    case QuotaRequest::State::Granted:
        return QStringLiteral("granted");
    case QuotaRequest::State::Declined:
        return QStringLiteral("declined");
    }
    return {};
}

ObjectName nameOf(const QString &space, const QString &name)
{
    return {{}, QStringLiteral("v1"), QStringLiteral("ConfigMap"), QStringLiteral("configmaps"), {}, space, name};
}

const QuotaLine *lineOf(const QList<QuotaLine> &lines, const QuotaWish &wish)
{
    for (const QuotaLine &line : lines) {
        if (line.resource == wish.resource && (wish.namespaceName.isEmpty() || line.namespaceName == wish.namespaceName)
            && (wish.quota.isEmpty() || line.quota == wish.quota))
            return &line;
    }
    return nullptr;
}

//! Amounts as they stand there; a figure in base units is a legal quantity.
QString seenOf(const QuotaLine *line)
{
    return line && line->hard ? QString::number(*line->hard, 'g', 15) : QString();
}

QString dashed(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

QByteArray manifest(const ObjectName &object, const QList<std::pair<QString, QString>> &data)
{
    Tree tree = Tree::map();
    tree.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("v1")));
    tree.set({QStringLiteral("kind")}, Tree::text(object.kind));
    const QString metadata = QStringLiteral("metadata");
    tree.set({metadata, QStringLiteral("name")}, Tree::text(object.name));
    tree.set({metadata, QStringLiteral("namespace")}, Tree::text(object.namespaceName));
    tree.set({metadata, QStringLiteral("labels"), QStringLiteral("pilothouse.org/request")},
        Tree::text(QStringLiteral("quota")));
    for (const auto &[key, value] : data)
        tree.set({QStringLiteral("data"), key}, Tree::text(value));
    return tree.toJson();
}

//! That the request was \a state by whom the cluster knows as \a user.
ObjectEdit answerEdit(const QuotaRequest &request, QuotaRequest::State state, const QString &why, const QString &user)
{
    ObjectEdit edit;
    edit.object = nameOf(request.namespaceName, request.objectName);
    Tree patch = Tree::map();
    const QString data = QStringLiteral("data");
    patch.set({data, QStringLiteral("state")}, Tree::text(idOf(state)));
    patch.set({data, QStringLiteral("answer")}, Tree::text(why));
    patch.set({data, QStringLiteral("answeredBy")}, Tree::text(user));
    edit.text = patch.toJson();
    return edit;
}

QuotaEdit impossible(const QString &why)
{
    return {{}, why};
}

} // namespace

QString QuotaRequest::key() const
{
    return clusterId + QChar(u'\x1f') + namespaceName + u'/' + objectName;
}

QuotaRequest QuotaRequests::requestOf(
    const Kubernetes::QuotaRequestRecord &record, const QString &clusterId, const QString &cluster)
{
    QuotaRequest request;
    request.clusterId = clusterId;
    request.cluster = cluster;
    request.namespaceName = record.key.namespaceName;
    request.objectName = record.key.name;
    request.id = record.id;
    request.tenant = record.tenant;
    request.user = record.user;
    request.reason = record.reason;
    request.time = QDateTime::fromString(record.time, Qt::ISODate).toUTC();
    request.answer = record.answer;
    request.answeredBy = record.answeredBy;
    if (record.state == QLatin1String("granted"))
        request.state = QuotaRequest::State::Granted;
    else if (record.state == QLatin1String("declined"))
        request.state = QuotaRequest::State::Declined;
    for (const auto &wish : record.wishes)
        request.wishes.append({wish.namespaceName, wish.quota, wish.resource, wish.amount, wish.seen});
    return request;
}

QuotaEdit QuotaRequests::filing(
    const ChangeRiver &river, const TenantStore &store, const QList<QuotaWish> &wishes, const QString &reason)
{
    // Whatever could not be granted is not asked for, either.
    const QuotaEdit wanted = quotaEdit(river, store, wishes);
    if (!wanted.change)
        return wanted;
    if (wanted.change->tenants.size() != 1)
        return impossible(Words::tr("One request is about one tenant. Ask for each of them by itself."));
    if (reason.trimmed().isEmpty())
        return impossible(Words::tr("Write why it is needed: whoever decides reads that first."));
    if (wishes.size() > mostWishes)
        return impossible(Words::tr("One request asks for at most %1 limits. Ask for the others in another one.")
                              .arg(QLocale().toString(mostWishes)));
    const Tenant &tenant = store.table()->at(store.table()->rowOf(wishes.first().tenantKey));
    const QList<QuotaLine> lines = store.quotas(tenant.key);
    QStringList wishLines;
    QString home;
    for (const QuotaWish &wish : wishes) {
        const QuotaLine *line = lineOf(lines, wish);
        const QString space = line ? line->namespaceName : wish.namespaceName;
        home = home.isEmpty() ? space : home;
        wishLines.append(QStringList{dashed(space), dashed(line ? line->quota : wish.quota), wish.resource,
            dashed(wish.amount), dashed(seenOf(line))}
                             .join(u' '));
    }
    if (home.isEmpty())
        home = tenant.namespaces.value(0);
    Change change = river.newChange(tenant.clusterId, ChangeKind::Object);
    const QString id = change.id.toString(QUuid::WithoutBraces);
    ObjectEdit edit;
    edit.object = nameOf(home, QStringLiteral("pilothouse-request-") + id.left(8));
    edit.action = ObjectEdit::Action::Create;
    edit.text = manifest(edit.object,
        {{QStringLiteral("id"), id}, {QStringLiteral("tenant"), tenant.name},
            {QStringLiteral("user"), river.user(tenant.clusterId)},
            {QStringLiteral("reason"), reason.trimmed().left(longestReason)},
            {QStringLiteral("time"), river.now().toString(Qt::ISODate)},
            {QStringLiteral("state"), QStringLiteral("open")}, {QStringLiteral("wishes"), wishLines.join(u'\n')}});
    change.edits = {edit};
    change.tenants = {tenant.name};
    change.reason = reason.trimmed();
    return {change, {}};
}

QuotaEdit QuotaRequests::granting(const ChangeRiver &river, const TenantStore &store, const QuotaRequest &request)
{
    if (request.wishes.isEmpty())
        return impossible(
            Words::tr("The request does not say what is wanted. Decline it, or ask %1.").arg(request.user));
    QList<QuotaWish> wishes;
    for (const QuotaRequest::Wish &wish : request.wishes)
        wishes.append({TenantStore::keyOf(request.clusterId, request.tenant), wish.namespaceName, wish.quota,
            wish.resource, wish.amount});
    QuotaEdit edit = quotaEdit(river, store, wishes);
    if (edit.change) {
        edit.change->reason = request.reason;
        edit.change->edits.append(answerEdit(request, QuotaRequest::State::Granted, {}, river.user(request.clusterId)));
    }
    return edit;
}

QuotaEdit QuotaRequests::declining(const ChangeRiver &river, const QuotaRequest &request, const QString &why)
{
    if (why.trimmed().isEmpty())
        return impossible(Words::tr("Write why: %1 reads it.").arg(request.user));
    Change change = river.newChange(request.clusterId, ChangeKind::Object);
    change.edits = {answerEdit(
        request, QuotaRequest::State::Declined, why.trimmed().left(longestReason), river.user(request.clusterId))};
    change.tenants = {request.tenant};
    change.reason = why.trimmed();
    return {change, {}};
}

QString QuotaRequests::asCommand(const TenantStore &store, const QList<QuotaWish> &wishes, const QString &reason)
{
    if (wishes.isEmpty())
        return {};
    const int row = store.table()->rowOf(wishes.first().tenantKey);
    if (row < 0)
        return {};
    const Tenant &tenant = store.table()->at(row);
    QStringList words{QStringLiteral("pilothouse"), QStringLiteral("quota"), QStringLiteral("set"),
        KubectlCommand::quoted(tenant.name)};
    for (const QuotaWish &wish : wishes)
        words.append(KubectlCommand::quoted(wish.resource + u'=' + wish.amount));
    if (!wishes.first().namespaceName.isEmpty())
        words.append(KubectlCommand::quoted(QStringLiteral("--namespace=") + wishes.first().namespaceName));
    if (!wishes.first().quota.isEmpty())
        words.append(KubectlCommand::quoted(QStringLiteral("--quota=") + wishes.first().quota));
    words.append(KubectlCommand::quoted(QStringLiteral("--cluster=") + tenant.cluster));
    words.append(KubectlCommand::quoted(QStringLiteral("--reason=") + reason));
    return words.join(u' ');
}

QString QuotaRequests::inWords(const QList<QuotaRequest::Wish> &wishes)
{
    QStringList parts;
    for (const QuotaRequest::Wish &wish : wishes) {
        if (wish.amount.isEmpty())
            parts.append(Words::tr("%1 without a limit").arg(wish.resource));
        else if (wish.seen.isEmpty())
            parts.append(Words::tr("%1 to %2").arg(wish.resource, wish.amount));
        else
            parts.append(Words::tr("%1 from %2 to %3").arg(wish.resource, wish.seen, wish.amount));
    }
    return parts.join(QStringLiteral(", "));
}

QString QuotaRequests::stateName(QuotaRequest::State state)
{
    switch (state) {
    case QuotaRequest::State::Open:
        return Words::tr("open");
    case QuotaRequest::State::Granted:
        return Words::tr("granted");
    case QuotaRequest::State::Declined:
        return Words::tr("declined");
    }
    return {};
}
