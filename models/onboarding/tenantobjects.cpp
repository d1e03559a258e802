// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/onboarding/tenantobjects.h"

#include "backends/core/tree.h"
#include "backends/onboarding/templatedocument.h"
#include "models/onboarding/tenanttemplate.h"
#include "models/quotas/quantitytext.h"

namespace {

const QString coreGroup;
const QString networking = QStringLiteral("networking.k8s.io");
const QString rbac = QStringLiteral("rbac.authorization.k8s.io");
const QString v1 = QStringLiteral("v1");

Tree textList(const QStringList &texts)
{
    Tree::List items;
    for (const QString &text : texts)
        items.push_back(Tree::text(text));
    return Tree::list(std::move(items));
}

Tree textMap(const QMap<QString, QString> &texts)
{
    Tree::Map members;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        members.emplace(it.key(), Tree::text(it.value()));
    return Tree::map(std::move(members));
}

QString canonical(const QString &amount)
{
    const QString text = QuantityText::canonical(amount);
    return text.isEmpty() ? amount : text;
}

Tree amounts(const QMap<QString, QString> &texts)
{
    QMap<QString, QString> kept;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        kept.insert(it.key(), canonical(it.value()));
    return textMap(kept);
}

//! Makes the objects of one tenant.
class Maker
{
public:
    Maker(const TenantForm &form, const Onboarding::Document &document, const TenantKeys &keys)
        : m_form(form), m_document(document), m_keys(keys)
    {
    }

    [[nodiscard]] QList<TenantObject> all() const;

private:
    const TenantForm &m_form;
    const Onboarding::Document &m_document;
    const TenantKeys &m_keys;

    //! With the placeholders replaced.
    [[nodiscard]] QString filled(const QString &pattern) const;
    [[nodiscard]] QMap<QString, QString> ownAnnotations() const;
    [[nodiscard]] Tree selector(const QMap<QString, QString> &labels) const;
    [[nodiscard]] TenantObject object(ObjectName kind, const QString &name, Tree tree) const;
    [[nodiscard]] TenantObject made(qsizetype frameKind, const QString &name, const Tree &tree) const;
    [[nodiscard]] TenantObject space() const;
    [[nodiscard]] TenantObject policy(const QString &name, const Tree &in, const Tree &out) const;
    [[nodiscard]] QList<TenantObject> network() const;
    [[nodiscard]] TenantObject passage(const Onboarding::Passage &passage) const;
    [[nodiscard]] TenantObject limits() const;
    [[nodiscard]] TenantObject role(const Onboarding::Role &role) const;
    [[nodiscard]] TenantObject binding(const Onboarding::Binding &binding) const;
    [[nodiscard]] Tree subject(const QString &whom) const;
    [[nodiscard]] TenantObject ingress() const;
    [[nodiscard]] TenantObject quota() const;
};

//! Indices into tenantFrameKinds().
enum FrameKind { Network, Limits, Account, Role, Binding, Config, Quota };

QString Maker::filled(const QString &pattern) const
{
    const std::pair<const char *, QString> values[]{{"{tenant}", m_form.name}, {"{tier}", m_form.tier},
        {"{isolation}", TenantText::id(m_form.isolation)}, {"{owner}", m_form.owner},
        {"{cost-centre}", m_form.costCentre}, {"{requests-per-minute}", m_form.allowance.requestsPerMinute},
        {"{execution-seconds}", m_form.allowance.executionSeconds}};
    QString text;
    for (qsizetype at = 0; at < pattern.size();) {
        // What a value brings along is not looked at again.
        const auto *const found = std::find_if(std::begin(values), std::end(values),
            [&](const auto &value) { return QStringView(pattern).sliced(at).startsWith(QLatin1String(value.first)); });
        if (found == std::end(values)) {
            text += pattern[at++];
        } else {
            text += found->second;
            at += qstrlen(found->first);
        }
    }
    return text;
}

QMap<QString, QString> Maker::ownAnnotations() const
{
    QMap<QString, QString> annotations;
    for (auto it = m_document.annotations.begin(); it != m_document.annotations.end(); ++it)
        annotations.insert(it.key(), filled(it.value()));
    annotations.insert(m_keys.owner, m_form.owner);
    annotations.insert(m_keys.costCentre, m_form.costCentre);
    if (!m_form.compliance.isEmpty())
        annotations.insert(m_keys.beside(QStringLiteral("compliance")), m_form.compliance.join(u','));
    annotations.insert(m_keys.beside(QStringLiteral("requests-per-minute")), m_form.allowance.requestsPerMinute);
    annotations.insert(m_keys.beside(QStringLiteral("execution-seconds")), m_form.allowance.executionSeconds);
    if (m_form.isolation != TenantIsolation::Dedicated)
        return annotations;
    // What PodNodeSelector and PodTolerationRestriction read (kube-apiserver, admission plugins).
    const QString label = m_document.nodeLabel.isEmpty() ? m_keys.tenant : m_document.nodeLabel;
    annotations.insert(
        QStringLiteral("scheduler.alpha.kubernetes.io/node-selector"), QString(label + u'=' + m_form.name));
    const Tree toleration
        = textMap({{QStringLiteral("key"), label}, {QStringLiteral("operator"), QStringLiteral("Equal")},
            {QStringLiteral("value"), m_form.name}, {QStringLiteral("effect"), QStringLiteral("NoSchedule")}});
    annotations.insert(QStringLiteral("scheduler.alpha.kubernetes.io/defaultTolerations"),
        QString::fromUtf8(Tree::list({toleration}).toJson()));
    return annotations;
}

TenantObject Maker::object(ObjectName kind, const QString &name, Tree tree) const
{
    kind.name = name;
    const QString apiVersion = kind.group.isEmpty() ? kind.version : QString(kind.group + u'/' + kind.version);
    tree.set({QStringLiteral("apiVersion")}, Tree::text(apiVersion));
    tree.set({QStringLiteral("kind")}, Tree::text(kind.kind));
    tree.set({QStringLiteral("metadata"), QStringLiteral("name")}, Tree::text(name));
    if (!kind.namespaceName.isEmpty()) {
        tree.set({QStringLiteral("metadata"), QStringLiteral("namespace")}, Tree::text(kind.namespaceName));
        tree.set({QStringLiteral("metadata"), QStringLiteral("labels")}, textMap({{m_keys.tenant, m_form.name}}));
    }
    return {kind, tree.toJson()};
}

TenantObject Maker::made(qsizetype frameKind, const QString &name, const Tree &tree) const
{
    return object(tenantFrameKinds(m_form.name)[frameKind], name, tree);
}

TenantObject Maker::space() const
{
    QMap<QString, QString> labels;
    for (auto it = m_document.labels.begin(); it != m_document.labels.end(); ++it)
        labels.insert(it.key(), filled(it.value()));
    labels.insert(m_keys.tenant, m_form.name);
    labels.insert(m_keys.tier, m_form.tier);
    labels.insert(m_keys.isolation, TenantText::id(m_form.isolation));
    const auto &levels = m_document.podSecurity;
    for (const auto &[mode, level] :
        {std::pair{u"enforce", levels.enforce}, std::pair{u"audit", levels.audit}, std::pair{u"warn", levels.warn}}) {
        if (!level.isEmpty())
            labels.insert(QStringLiteral("pod-security.kubernetes.io/") + QStringView(mode).toString(), level);
    }
    Tree tree = Tree::map();
    tree.set({QStringLiteral("metadata"), QStringLiteral("labels")}, textMap(labels));
    tree.set({QStringLiteral("metadata"), QStringLiteral("annotations")}, textMap(ownAnnotations()));
    return object(namespaceObject(m_form.name), m_form.name, tree);
}

Tree Maker::selector(const QMap<QString, QString> &labels) const
{
    Tree tree = Tree::map();
    if (!labels.isEmpty())
        tree.set({QStringLiteral("matchLabels")}, textMap(labels));
    return tree;
}

//! \a in and \a out: the rules of that direction; null: the policy says nothing of it; an empty list: nothing passes.
TenantObject Maker::policy(const QString &name, const Tree &in, const Tree &out) const
{
    QStringList types;
    Tree tree = Tree::map();
    const QString spec = QStringLiteral("spec");
    tree.set({spec, QStringLiteral("podSelector")}, Tree::map());
    for (const auto &[rules, key, type] :
        {std::tuple{&in, u"ingress", u"Ingress"}, std::tuple{&out, u"egress", u"Egress"}}) {
        if (rules->isNull())
            continue;
        types.append(QStringView(type).toString());
        if (!rules->items().empty())
            tree.set({spec, QStringView(key).toString()}, *rules);
    }
    tree.set({spec, QStringLiteral("policyTypes")}, textList(types));
    return made(Network, name, tree);
}

TenantObject Maker::passage(const Onboarding::Passage &passage) const
{
    Tree peer = Tree::map();
    const bool anybody = !passage.sameNamespace && passage.namespaces.isEmpty() && passage.pods.isEmpty();
    if (!passage.sameNamespace)
        peer.set({QStringLiteral("namespaceSelector")}, selector(passage.namespaces));
    if (passage.sameNamespace || !passage.pods.isEmpty())
        peer.set({QStringLiteral("podSelector")}, selector(passage.pods));
    Tree::List ports;
    for (const auto &port : passage.ports) {
        Tree tree = Tree::map();
        tree.set({QStringLiteral("port")}, Tree::number(port.number));
        tree.set({QStringLiteral("protocol")}, Tree::text(port.protocol));
        ports.push_back(tree);
    }
    const auto rules = [&](bool wanted, const QString &side) {
        if (!wanted)
            return Tree();
        Tree rule = Tree::map();
        if (!anybody)
            rule.set({side}, Tree::list({peer}));
        if (!ports.empty())
            rule.set({QStringLiteral("ports")}, Tree::list(ports));
        return Tree::list({rule});
    };
    return policy(passage.name, rules(passage.in, QStringLiteral("from")), rules(passage.out, QStringLiteral("to")));
}

QList<TenantObject> Maker::network() const
{
    QList<TenantObject> policies{policy(QString::fromLatin1(TenantFrame::defaultDeny), Tree::list(), Tree::list())};
    for (const auto &each : m_document.passages)
        policies.append(passage(each));
    if (m_form.isolation == TenantIsolation::Shared) {
        Onboarding::Passage shared;
        shared.name = QString::fromLatin1(TenantFrame::sharedNetwork);
        shared.in = true;
        shared.out = true;
        shared.namespaces.insert(m_keys.isolation, TenantText::id(TenantIsolation::Shared));
        policies.append(passage(shared));
    }
    return policies;
}

//! With what the server would fill in: a limit where only a maximum is given, a request where only a limit is
//! (k8s.io/kubernetes/pkg/apis/core/v1, SetDefaults_LimitRangeItem).
TenantObject Maker::limits() const
{
    const Onboarding::ContainerLimits &given = m_document.containers;
    QMap<QString, QString> most = given.most;
    QMap<QString, QString> limit = most;
    limit.insert(given.limits);
    QMap<QString, QString> request = limit;
    request.insert(given.requests);
    Tree item = Tree::map();
    item.set({QStringLiteral("type")}, Tree::text(QStringLiteral("Container")));
    for (const auto &[key, values] :
        {std::pair{u"default", limit}, std::pair{u"defaultRequest", request}, std::pair{u"max", most}}) {
        if (!values.isEmpty())
            item.set({QStringView(key).toString()}, amounts(values));
    }
    Tree tree = Tree::map();
    tree.set({QStringLiteral("spec"), QStringLiteral("limits")}, Tree::list({item}));
    return made(Limits, QString::fromLatin1(TenantFrame::limits), tree);
}

TenantObject Maker::role(const Onboarding::Role &role) const
{
    Tree::List rules;
    for (const auto &rule : role.rules) {
        Tree tree = Tree::map();
        tree.set({QStringLiteral("apiGroups")}, textList(rule.groups));
        tree.set({QStringLiteral("resources")}, textList(rule.resources));
        tree.set({QStringLiteral("verbs")}, textList(rule.verbs));
        rules.push_back(tree);
    }
    Tree tree = Tree::map();
    tree.set({QStringLiteral("rules")}, Tree::list(std::move(rules)));
    return made(Role, role.name, tree);
}

Tree Maker::subject(const QString &whom) const
{
    if (whom == QLatin1String("service-account"))
        return textMap({{QStringLiteral("kind"), QStringLiteral("ServiceAccount")},
            {QStringLiteral("name"), m_document.serviceAccount}, {QStringLiteral("namespace"), m_form.name}});
    const bool owner = whom == QLatin1String("owner");
    const bool group = owner ? m_form.ownerIsGroup : whom.startsWith(QLatin1String("group:"));
    return textMap({{QStringLiteral("kind"), group ? QStringLiteral("Group") : QStringLiteral("User")},
        {QStringLiteral("apiGroup"), rbac}, {QStringLiteral("name"), owner ? m_form.owner : whom.section(u':', 1)}});
}

TenantObject Maker::binding(const Onboarding::Binding &binding) const
{
    const bool own = !binding.role.isEmpty();
    Tree::List subjects;
    for (const QString &whom : binding.to)
        subjects.push_back(subject(whom));
    Tree tree = Tree::map();
    tree.set({QStringLiteral("roleRef")},
        textMap({{QStringLiteral("apiGroup"), rbac},
            {QStringLiteral("kind"), own ? QStringLiteral("Role") : QStringLiteral("ClusterRole")},
            {QStringLiteral("name"), own ? binding.role : binding.clusterRole}}));
    if (!subjects.empty())
        tree.set({QStringLiteral("subjects")}, Tree::list(std::move(subjects)));
    return made(Binding, binding.name, tree);
}

//! Ingresses take them from there: by hand, by a chart, or by an admission policy of the cluster.
TenantObject Maker::ingress() const
{
    QString lines;
    for (auto it = m_document.ingress.begin(); it != m_document.ingress.end(); ++it)
        lines += it.key() + QStringLiteral(": ") + QString::fromUtf8(Tree::text(filled(it.value())).toJson()) + u'\n';
    Tree tree = Tree::map();
    tree.set({QStringLiteral("data")}, textMap({{QStringLiteral("annotations.yaml"), lines}}));
    return made(Config, QString::fromLatin1(TenantFrame::ingress), tree);
}

TenantObject Maker::quota() const
{
    QMap<QString, QString> hard = m_document.quota;
    const TenantAllowance &gets = m_form.allowance;
    hard.insert(QStringLiteral("pods"), gets.workloads);
    hard.insert(QStringLiteral("requests.cpu"), gets.cpu);
    hard.insert(QStringLiteral("limits.cpu"), gets.cpu);
    hard.insert(QStringLiteral("requests.memory"), gets.memory);
    hard.insert(QStringLiteral("limits.memory"), gets.memory);
    hard.insert(QStringLiteral("requests.storage"), gets.storage);
    Tree tree = Tree::map();
    tree.set({QStringLiteral("spec"), QStringLiteral("hard")}, amounts(hard));
    return made(Quota, QString::fromLatin1(TenantFrame::quota), tree);
}

//! The quota is the last: what it counts is refused until the server has counted for the first time.
QList<TenantObject> Maker::all() const
{
    QList<TenantObject> objects{space()};
    objects += network();
    objects.append(limits());
    if (!m_document.serviceAccount.isEmpty())
        objects.append(made(Account, m_document.serviceAccount, Tree::map()));
    for (const auto &each : m_document.roles)
        objects.append(role(each));
    for (const auto &each : m_document.bindings)
        objects.append(binding(each));
    if (!m_document.ingress.isEmpty())
        objects.append(ingress());
    objects.append(quota());
    return objects;
}

} // namespace

QList<TenantObject> tenantObjects(const TenantForm &form, const TenantTemplate &tier, const TenantKeys &keys)
{
    return Maker(form, tier.document(), keys).all();
}

QList<ObjectName> tenantFrameKinds(const QString &namespaceName)
{
    const auto kind = [&namespaceName](const QString &group, const char *name, const char *resource) {
        return ObjectName{group, v1, QString::fromLatin1(name), QString::fromLatin1(resource), {}, namespaceName, {}};
    };
    return {kind(networking, "NetworkPolicy", "networkpolicies"), kind(coreGroup, "LimitRange", "limitranges"),
        kind(coreGroup, "ServiceAccount", "serviceaccounts"), kind(rbac, "Role", "roles"),
        kind(rbac, "RoleBinding", "rolebindings"), kind(coreGroup, "ConfigMap", "configmaps"),
        kind(coreGroup, "ResourceQuota", "resourcequotas")};
}

ObjectName namespaceObject(const QString &name)
{
    return {coreGroup, v1, QStringLiteral("Namespace"), QStringLiteral("namespaces"), {}, {}, name};
}
