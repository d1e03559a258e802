// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/kubernetes/objectwrite.h"

#include "backends/kubernetes/decodeobject.h"

namespace Kubernetes {

namespace {

constexpr int mostOwners = 200;

Error malformed(const QString &why)
{
    return Error{Error::Kind::Malformed, 0, plainDetail(why), {}, {}};
}

QString base(const ObjectAddress &address)
{
    QString path = address.group.isEmpty() ? QString(u"/api/" + address.version)
                                           : QString(u"/apis/" + address.group + u'/' + address.version);
    if (!address.namespaceName.isEmpty())
        path += u"/namespaces/" + address.namespaceName;
    return path + u'/' + address.resource;
}

//! `"NAME" …` as Go quotes it; what follows it is left in \a text.
QString takeQuoted(QStringView &text)
{
    QString value;
    qsizetype at = text.indexOf(u'"') + 1;
    if (at == 0)
        return {};
    for (; at < text.size() && text[at] != u'"'; ++at) {
        if (text[at] == u'\\' && at + 1 < text.size())
            ++at;
        value += text[at];
    }
    text = text.sliced(qMin(at + 1, text.size()));
    return value;
}

//! `conflict with "MANAGER" [with subresource "SUB"] [using VERSION] [at TIME]` (structured-merge-diff).
FieldOwner ownerOf(const QString &field, const QString &sentence)
{
    FieldOwner owner;
    owner.field = plainDetail(field);
    QStringView rest(sentence);
    if (!rest.startsWith(u"conflict with"))
        return owner;
    owner.manager = plainDetail(takeQuoted(rest));
    if (rest.startsWith(u" with subresource"))
        owner.subresource = plainDetail(takeQuoted(rest));
    return owner;
}

struct Causes
{
    QList<FieldOwner> owners;
    QStringList fields;
};

Causes causesOf(const Tree &status)
{
    Causes causes;
    const Tree *list = status.find(QStringList{QStringLiteral("details"), QStringLiteral("causes")});
    if (!list)
        return causes;
    for (const Tree &cause : list->items()) {
        const QString field = cause.textAt({QStringLiteral("field")});
        if (causes.owners.size() + causes.fields.size() >= mostOwners)
            break;
        if (cause.textAt({QStringLiteral("reason")}) == QLatin1String("FieldManagerConflict"))
            causes.owners.append(ownerOf(field, cause.textAt({QStringLiteral("message")})));
        else if (!field.isEmpty())
            causes.fields.append(plainDetail(field));
    }
    return causes;
}

//! 403 is what RBAC and admission both answer; only their sentences differ (rbac.go, resource_access.go).
Refused::By whoForbids(const QString &sentence)
{
    if (!userOfRefusal(sentence).isEmpty())
        return Refused::By::Rbac;
    if (sentence.contains(QLatin1String("exceeded quota")) || sentence.contains(QLatin1String("failed quota")))
        return Refused::By::Quota;
    const bool authorizer = sentence.contains(QLatin1String("User \"")) && sentence.contains(QLatin1String("cannot"));
    return authorizer ? Refused::By::Rbac : Refused::By::Admission;
}

//! What did not leave, or was turned away at the door, has done nothing.
bool maybeDone(const Error &error)
{
    using Kind = Error::Kind;
    switch (error.kind) {
    case Kind::ConnectionLost:
    case Kind::Timeout:
    case Kind::Malformed:
    case Kind::TooLarge:
    case Kind::Cancelled:
    case Kind::Proxy:
    case Kind::Tls:
        return true;
    case Kind::Server:
        return true; // 500 and 504 leave open what storage did
    case Kind::Configuration:
    case Kind::Unsupported:
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::CertificateUntrusted:
    case Kind::CertificateExpired:
    case Kind::CertificateWrongHost:
    case Kind::ClientCertificate:
    case Kind::BadRequest:
    case Kind::Unauthorized:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Gone:
    case Kind::RateLimited:
    case Kind::LoginRequired:
    case Kind::LoginRefused:
    case Kind::PluginMissing:
    case Kind::PluginFailed:
        return false;
    }
    return true;
}

} // namespace

bool ObjectAddress::isUsable(bool withName) const
{
    // What the server itself accepts as a path segment (k8s.io/apimachinery, IsValidPathSegmentName).
    const auto fits = [](const QString &part) {
        return part != QLatin1String(".") && part != QLatin1String("..") && !part.contains(u'/')
            && !part.contains(u'%');
    };
    for (const QString &part : {group, version, resource, subresource, namespaceName, name}) {
        if (!fits(part))
            return false;
    }
    return !version.isEmpty() && !resource.isEmpty() && (!withName || !name.isEmpty());
}

QString ObjectAddress::apiVersion() const
{
    return group.isEmpty() ? version : QString(group + u'/' + version);
}

QString ObjectAddress::collectionPath() const
{
    return base(*this);
}

QString ObjectAddress::path() const
{
    QString path = base(*this) + u'/' + name;
    if (!subresource.isEmpty())
        path += u'/' + subresource;
    return path;
}

Result<ObjectState> decodeObjectState(QByteArrayView body, bool list)
{
    auto tree = Tree::parse(body);
    if (!tree)
        return tree.error();
    ObjectState state;
    state.tree = std::move(tree).value();
    const auto of = [&state](const char *name) {
        return state.tree.textAt({QStringLiteral("metadata"), QString::fromLatin1(name)});
    };
    const QString kind = state.tree.textAt({QStringLiteral("kind")});
    if (list && !kind.endsWith(QLatin1String("List")))
        return malformed(QStringLiteral("not a list of objects"));
    if (!list && (of("name").isEmpty() || kind.isEmpty()))
        return malformed(QStringLiteral("not an object with a kind and a name"));
    state.resourceVersion = of("resourceVersion");
    state.uid = of("uid");
    state.terminating = !of("deletionTimestamp").isEmpty();
    state.json = state.tree.toJson();
    return state;
}

WriteOutcome decodeWriteFailure(const Error &error, QByteArrayView body)
{
    const auto parsed = body.isEmpty() ? Result<Tree>(Tree()) : Tree::parse(body);
    const Tree status = parsed ? *parsed : Tree();
    const Causes causes = causesOf(status);
    const QString reason = status.textAt({QStringLiteral("reason")});
    switch (error.kind) {
    case Error::Kind::Conflict:
        if (!causes.owners.isEmpty())
            return Conflict{Conflict::Why::Owners, causes.owners, error.detail};
        return Conflict{reason == QLatin1String("AlreadyExists") ? Conflict::Why::Exists : Conflict::Why::NewerVersion,
            {}, error.detail};
    case Error::Kind::Forbidden:
        return Refused{whoForbids(status.textAt({QStringLiteral("message")})), error.detail, causes.fields};
    case Error::Kind::NotFound:
        return Refused{Refused::By::Missing, error.detail, {}};
    case Error::Kind::BadRequest:
        // Webhooks refuse with any status that they like, 400 by default.
        return Refused{error.detail.startsWith(QLatin1String("admission webhook")) ? Refused::By::Admission
                                                                                   : Refused::By::Validation,
            error.detail, causes.fields};
    default:
        return Failed{error, maybeDone(error)};
    }
}

QByteArray encodeAccessReview(const AccessQuestion &question)
{
    Tree attributes = Tree::map();
    const auto add = [&attributes](const char *name, const QString &value) {
        if (!value.isEmpty())
            attributes.set({QString::fromLatin1(name)}, Tree::text(value));
    };
    add("verb", question.verb);
    add("group", question.object.group);
    add("resource", question.object.resource);
    add("subresource", question.object.subresource);
    add("namespace", question.object.namespaceName);
    add("name", question.object.name);
    Tree review = Tree::map();
    review.set({QStringLiteral("apiVersion")}, Tree::text(QStringLiteral("authorization.k8s.io/v1")));
    review.set({QStringLiteral("kind")}, Tree::text(QStringLiteral("SelfSubjectAccessReview")));
    review.set({QStringLiteral("spec"), QStringLiteral("resourceAttributes")}, attributes);
    return review.toJson();
}

Result<AccessAnswer> decodeAccessReview(QByteArrayView body)
{
    const auto tree = Tree::parse(body);
    if (!tree)
        return tree.error();
    const Tree *allowed = tree->find(QStringList{QStringLiteral("status"), QStringLiteral("allowed")});
    if (tree->textAt({QStringLiteral("kind")}) != QLatin1String("SelfSubjectAccessReview") || !allowed
        || allowed->type() != Tree::Type::Bool)
        return malformed(QStringLiteral("not an answered SelfSubjectAccessReview"));
    AccessAnswer answer;
    answer.allowed = allowed->scalar() == QLatin1String("true");
    answer.reason = plainDetail(tree->textAt({QStringLiteral("status"), QStringLiteral("reason")}));
    if (answer.reason.isEmpty())
        answer.reason = plainDetail(tree->textAt({QStringLiteral("status"), QStringLiteral("evaluationError")}));
    return answer;
}

QByteArray contentTypeOf(PatchKind kind)
{
    switch (kind) {
    case PatchKind::Merge:
        return QByteArrayLiteral("application/merge-patch+json");
    case PatchKind::Json:
        return QByteArrayLiteral("application/json-patch+json");
    case PatchKind::Strategic:
        return QByteArrayLiteral("application/strategic-merge-patch+json");
    }
    return {};
}

Result<QByteArray> patchWithPrecondition(const QByteArray &patch, PatchKind kind, const QString &resourceVersion)
{
    auto parsed = Tree::parse(patch);
    if (!parsed)
        return parsed.error();
    Tree tree = std::move(parsed).value();
    if (kind == PatchKind::Json ? !tree.isList() : !tree.isMap())
        return malformed(QStringLiteral("not a patch of its kind"));
    if (resourceVersion.isEmpty())
        return tree.toJson();
    if (kind != PatchKind::Json) {
        tree.set({QStringLiteral("metadata"), QStringLiteral("resourceVersion")}, Tree::text(resourceVersion));
        return tree.toJson();
    }
    // Not "test": where that fails the server answers 422, which is what it answers to a bad patch as well. An object
    // that names another version than the stored one is a conflict.
    Tree version = Tree::map();
    version.set({QStringLiteral("op")}, Tree::text(QStringLiteral("replace")));
    version.set({QStringLiteral("path")}, Tree::text(QStringLiteral("/metadata/resourceVersion")));
    version.set({QStringLiteral("value")}, Tree::text(resourceVersion));
    tree.items().insert(tree.items().begin(), version);
    return tree.toJson();
}

Result<QByteArray> objectForApply(const QByteArray &object, const QString &resourceVersion)
{
    auto parsed = Tree::parse(object);
    if (!parsed)
        return parsed.error();
    Tree tree = std::move(parsed).value();
    if (!tree.isMap())
        return malformed(QStringLiteral("not an object"));
    tree.remove({QStringLiteral("metadata"), QStringLiteral("managedFields")});
    tree.remove({QStringLiteral("metadata"), QStringLiteral("resourceVersion")});
    if (!resourceVersion.isEmpty())
        tree.set({QStringLiteral("metadata"), QStringLiteral("resourceVersion")}, Tree::text(resourceVersion));
    return tree.toJson();
}

} // namespace Kubernetes
