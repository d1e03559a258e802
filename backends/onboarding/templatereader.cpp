// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/onboarding/templatereader.h"

#include "backends/onboarding/objectnames.h"
#include "backends/yaml/yamlreading.h"

#include <QSet>

namespace Onboarding {

namespace {

using Yaml::Members;
using Yaml::Mistake;
using Yaml::Place;
using Expected = Yaml::Mistake::Expected;

//! Keys as the file spells them.
namespace Key {
const QString version = QStringLiteral("version");
const QString tier = QStringLiteral("tier");
const QString title = QStringLiteral("title");
const QString description = QStringLiteral("description");
const QString isolation = QStringLiteral("isolation");
const QString nodeLabel = QStringLiteral("node-label");
const QString labels = QStringLiteral("labels");
const QString annotations = QStringLiteral("annotations");
const QString podSecurity = QStringLiteral("pod-security");
const QString enforce = QStringLiteral("enforce");
const QString audit = QStringLiteral("audit");
const QString warn = QStringLiteral("warn");
const QString figures = QStringLiteral("figures");
const QString workloads = QStringLiteral("workloads");
const QString cpu = QStringLiteral("cpu");
const QString memory = QStringLiteral("memory");
const QString storage = QStringLiteral("storage");
const QString requestsPerMinute = QStringLiteral("requests-per-minute");
const QString executionSeconds = QStringLiteral("execution-seconds");
const QString quota = QStringLiteral("quota");
const QString containers = QStringLiteral("containers");
const QString limits = QStringLiteral("default");
const QString requests = QStringLiteral("default-request");
const QString most = QStringLiteral("max");
const QString network = QStringLiteral("network");
const QString name = QStringLiteral("name");
const QString direction = QStringLiteral("direction");
const QString sameNamespace = QStringLiteral("same-namespace");
const QString namespaces = QStringLiteral("namespaces");
const QString pods = QStringLiteral("pods");
const QString ports = QStringLiteral("ports");
const QString serviceAccount = QStringLiteral("service-account");
const QString roles = QStringLiteral("roles");
const QString rules = QStringLiteral("rules");
const QString groups = QStringLiteral("groups");
const QString resources = QStringLiteral("resources");
const QString verbs = QStringLiteral("verbs");
const QString bindings = QStringLiteral("bindings");
const QString role = QStringLiteral("role");
const QString clusterRole = QStringLiteral("cluster-role");
const QString to = QStringLiteral("to");
const QString ingress = QStringLiteral("ingress");
} // namespace Key

//! Every name in braces is a placeholder.
bool placeholdersFit(const QString &text)
{
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        if (close < 0 || !placeholders().contains(text.mid(open + 1, close - open - 1)))
            return false;
    }
    return true;
}

//! What is read of one file, part by part.
class TemplateReading final : public Yaml::Reading
{
public:
    explicit TemplateReading(const std::function<bool(const QString &)> &isQuantity) : m_isQuantity(isQuantity) { }

    void document(const Place &root, Document &document);

private:
    const std::function<bool(const QString &)> &m_isQuantity;

    QString objectName(const Place &place) { return textThat(place, &ObjectNames::isSubdomain, Expected::ObjectName); }
    QString quantity(const Place &place) { return textThat(place, m_isQuantity, Expected::Quantity); }
    QString oneOf(const Place &place, const QStringList &legal);
    QString required(const Place &place, const Members &members, const QString &key);
    Texts labels(const Place &place);
    Texts patterns(const Place &place);
    Texts quantities(const Place &place);
    PodSecurity podSecurity(const Place &place);
    Figures figures(const Place &place);
    Texts quota(const Place &place);
    ContainerLimits containers(const Place &place);
    Passage passage(const Place &place);
    Passage::Port port(const Place &place);
    Role role(const Place &place);
    Binding binding(const Place &place, const Document &document);
    template <typename Item, typename ReadItem>
    QList<Item> named(const Members &members, const QString &key, ReadItem readItem);
};

QString TemplateReading::oneOf(const Place &place, const QStringList &legal)
{
    const QString value = place.node.IsScalar() ? Yaml::nameOf(place.node) : QString();
    if (legal.contains(value))
        return value;
    wrong(place, Expected::OneOf, legal);
    return {};
}

QString TemplateReading::required(const Place &place, const Members &members, const QString &key)
{
    return need(place, members, key) ? text(members[key]) : QString();
}

//! As selectors have them.
Texts TemplateReading::labels(const Place &place)
{
    Texts texts;
    const Members members = anyMembers(place, &ObjectNames::isQualifiedName, Expected::LabelKey);
    for (auto it = members.begin(); it != members.end(); ++it)
        texts.insert(it.key(), textThat(it.value(), &ObjectNames::isLabelValue, Expected::LabelValue));
    return texts;
}

//! Values with placeholders.
Texts TemplateReading::patterns(const Place &place)
{
    Texts texts;
    const Members members = anyMembers(place, &ObjectNames::isQualifiedName, Expected::LabelKey);
    for (auto it = members.begin(); it != members.end(); ++it) {
        const QString value = text(it.value());
        if (!placeholdersFit(value))
            wrong(it.value(), Expected::OneOf, placeholders());
        texts.insert(it.key(), value);
    }
    return texts;
}

Texts TemplateReading::quantities(const Place &place)
{
    Texts texts;
    const Members members = this->members(place, {Key::cpu, Key::memory});
    for (auto it = members.begin(); it != members.end(); ++it)
        texts.insert(it.key(), quantity(it.value()));
    return texts;
}

PodSecurity TemplateReading::podSecurity(const Place &place)
{
    static const QStringList levels{
        QStringLiteral("privileged"), QStringLiteral("baseline"), QStringLiteral("restricted")};
    const Members members = this->members(place, {Key::enforce, Key::audit, Key::warn});
    const auto level
        = [&](const QString &key) { return members.contains(key) ? oneOf(members[key], levels) : QString(); };
    return {level(Key::enforce), level(Key::audit), level(Key::warn)};
}

Figures TemplateReading::figures(const Place &place)
{
    const Members members = this->members(
        place, {Key::workloads, Key::cpu, Key::memory, Key::storage, Key::requestsPerMinute, Key::executionSeconds});
    const auto number
        = [&](const QString &key) { return need(place, members, key) ? count(members[key]).value_or(0) : 0; };
    const auto amount
        = [&](const QString &key) { return need(place, members, key) ? quantity(members[key]) : QString(); };
    return {number(Key::workloads), amount(Key::cpu), amount(Key::memory), amount(Key::storage),
        number(Key::requestsPerMinute), number(Key::executionSeconds)};
}

Texts TemplateReading::quota(const Place &place)
{
    Texts texts;
    // Keys are qualified names, too: requests.nvidia.com/gpu, count/jobs.batch.
    const Members members = anyMembers(place, &ObjectNames::isQualifiedName, Expected::LabelKey);
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (figureKeys().contains(it.key()))
            add({Mistake::Kind::Contradiction, it->line, it->column, place.key, it.key(), Expected::Nothing,
                {Key::figures}});
        texts.insert(it.key(), quantity(it.value()));
    }
    return texts;
}

ContainerLimits TemplateReading::containers(const Place &place)
{
    const Members members = this->members(place, {Key::limits, Key::requests, Key::most});
    ContainerLimits containers;
    if (need(place, members, Key::limits))
        containers.limits = quantities(members[Key::limits]);
    if (members.contains(Key::requests))
        containers.requests = quantities(members[Key::requests]);
    if (members.contains(Key::most))
        containers.most = quantities(members[Key::most]);
    return containers;
}

Passage::Port TemplateReading::port(const Place &place)
{
    static const QStringList protocols{QStringLiteral("TCP"), QStringLiteral("UDP"), QStringLiteral("SCTP")};
    const QString value = place.node.IsScalar() ? Yaml::nameOf(place.node) : QString();
    const QString protocol = value.contains(u'/') ? value.section(u'/', 1) : protocols.first();
    bool valid = false;
    const int number = value.section(u'/', 0, 0).toInt(&valid);
    if (valid && number >= 1 && number <= 65535 && protocols.contains(protocol))
        return {number, protocol};
    wrong(place, Expected::Port);
    return {};
}

Passage TemplateReading::passage(const Place &place)
{
    static const QStringList directions{QStringLiteral("in"), QStringLiteral("out"), QStringLiteral("both")};
    const Members members
        = this->members(place, {Key::name, Key::direction, Key::sameNamespace, Key::namespaces, Key::pods, Key::ports});
    Passage passage;
    if (need(place, members, Key::name))
        passage.name = objectName(members[Key::name]);
    if (need(place, members, Key::direction)) {
        const QString direction = oneOf(members[Key::direction], directions);
        passage.in = direction == directions[0] || direction == directions[2];
        passage.out = direction == directions[1] || direction == directions[2];
    }
    if (members.contains(Key::sameNamespace))
        passage.sameNamespace = trueOrFalse(members[Key::sameNamespace]);
    if (members.contains(Key::namespaces))
        passage.namespaces = labels(members[Key::namespaces]);
    if (members.contains(Key::pods))
        passage.pods = labels(members[Key::pods]);
    if (passage.sameNamespace && members.contains(Key::namespaces)) {
        const Place both = members[Key::namespaces];
        add({Mistake::Kind::Contradiction, both.line, both.column, place.key, Key::namespaces, Expected::Nothing,
            {Key::sameNamespace}});
    }
    if (members.contains(Key::ports)) {
        for (const Place &item : items(members[Key::ports]))
            passage.ports.append(port(item));
    }
    return passage;
}

Role TemplateReading::role(const Place &place)
{
    const Members members = this->members(place, {Key::name, Key::rules});
    Role role;
    if (need(place, members, Key::name))
        role.name = objectName(members[Key::name]);
    if (!need(place, members, Key::rules))
        return role;
    for (const Place &item : items(members[Key::rules])) {
        const Members parts = this->members(item, {Key::groups, Key::resources, Key::verbs});
        const auto list
            = [&](const QString &key) { return need(item, parts, key) ? texts(parts[key]) : QStringList(); };
        Rule rule;
        if (parts.contains(Key::groups)) {
            // The core group has no name, so that an empty text is right here.
            for (const Place &group : items(parts[Key::groups]))
                rule.groups.append(group.node.IsScalar() && group.node.Scalar().empty() ? QString() : text(group));
        } else {
            rule.groups.append(QString());
        }
        rule.resources = list(Key::resources);
        rule.verbs = list(Key::verbs);
        role.rules.append(rule);
    }
    return role;
}

Binding TemplateReading::binding(const Place &place, const Document &document)
{
    const Members members = this->members(place, {Key::name, Key::role, Key::clusterRole, Key::to});
    Binding binding;
    if (need(place, members, Key::name))
        binding.name = objectName(members[Key::name]);
    if (members.contains(Key::clusterRole))
        binding.clusterRole = text(members[Key::clusterRole]);
    if (members.contains(Key::role)) {
        QStringList names;
        for (const Role &role : document.roles)
            names.append(role.name);
        binding.role = oneOf(members[Key::role], names);
    }
    if (members.contains(Key::role) && members.contains(Key::clusterRole)) {
        const Place both = members[Key::clusterRole];
        add({Mistake::Kind::Contradiction, both.line, both.column, place.key, Key::clusterRole, Expected::Nothing,
            {Key::role}});
    } else if (!members.contains(Key::clusterRole)) {
        (void)need(place, members, Key::role);
    }
    if (!need(place, members, Key::to))
        return binding;
    static const QStringList legal{QStringLiteral("owner"), QStringLiteral("service-account"),
        QStringLiteral("user:NAME"), QStringLiteral("group:NAME")};
    for (const Place &item : items(members[Key::to])) {
        const QString whom = item.node.IsScalar() ? Yaml::nameOf(item.node) : QString();
        const bool known = whom == legal[0] || (whom == legal[1] && !document.serviceAccount.isEmpty());
        const bool named = (whom.startsWith(QLatin1String("user:")) || whom.startsWith(QLatin1String("group:")))
            && whom.indexOf(u':') < whom.size() - 1;
        if (known || named)
            binding.to.append(whom);
        else
            wrong(item, Expected::OneOf, legal);
    }
    return binding;
}

//! A list of things with names, no name twice.
template <typename Item, typename ReadItem>
QList<Item> TemplateReading::named(const Members &members, const QString &key, ReadItem readItem)
{
    QList<Item> list;
    if (!members.contains(key))
        return list;
    QSet<QString> names;
    for (const Place &place : items(members[key])) {
        const Item item = readItem(place);
        if (!item.name.isEmpty() && names.contains(item.name))
            add({Mistake::Kind::RepeatedKey, place.line, place.column, Yaml::shown(key), Yaml::shown(item.name)});
        names.insert(item.name);
        list.append(item);
    }
    return list;
}

void TemplateReading::document(const Place &root, Document &document)
{
    const Members members = this->members(root,
        {Key::version, Key::tier, Key::title, Key::description, Key::isolation, Key::nodeLabel, Key::labels,
            Key::annotations, Key::podSecurity, Key::figures, Key::quota, Key::containers, Key::network,
            Key::serviceAccount, Key::roles, Key::bindings, Key::ingress});
    const auto read = [&members](const QString &key, const auto &take) {
        if (members.contains(key))
            take(members[key]);
    };
    if (need(root, members, Key::version))
        version(members[Key::version]);
    if (need(root, members, Key::tier))
        document.tier = textThat(members[Key::tier], &ObjectNames::isLabel, Expected::ObjectName);
    document.title = required(root, members, Key::title);
    read(Key::description, [&](const Place &place) { document.description = text(place); });
    if (need(root, members, Key::isolation))
        document.isolation = oneOf(members[Key::isolation], isolations());
    read(Key::nodeLabel, [&](const Place &place) {
        document.nodeLabel = textThat(place, &ObjectNames::isQualifiedName, Expected::LabelKey);
    });
    read(Key::labels, [&](const Place &place) { document.labels = patterns(place); });
    read(Key::annotations, [&](const Place &place) { document.annotations = patterns(place); });
    read(Key::podSecurity, [&](const Place &place) { document.podSecurity = podSecurity(place); });
    if (need(root, members, Key::figures))
        document.figures = figures(members[Key::figures]);
    read(Key::quota, [&](const Place &place) { document.quota = quota(place); });
    if (need(root, members, Key::containers))
        document.containers = containers(members[Key::containers]);
    document.passages = named<Passage>(members, Key::network, [this](const Place &place) { return passage(place); });
    read(Key::serviceAccount, [&](const Place &place) { document.serviceAccount = objectName(place); });
    document.roles = named<Role>(members, Key::roles, [this](const Place &place) { return role(place); });
    document.bindings
        = named<Binding>(members, Key::bindings, [&](const Place &place) { return binding(place, document); });
    read(Key::ingress, [&](const Place &place) { document.ingress = patterns(place); });
}

} // namespace

const QStringList &placeholders()
{
    static const QStringList names{QStringLiteral("tenant"), Key::tier, Key::isolation, QStringLiteral("owner"),
        QStringLiteral("cost-centre"), Key::requestsPerMinute, Key::executionSeconds};
    return names;
}

const QStringList &isolations()
{
    static const QStringList names{
        QStringLiteral("shared"), QStringLiteral("namespace"), QStringLiteral("dedicated"), QStringLiteral("physical")};
    return names;
}

const QStringList &figureKeys()
{
    static const QStringList keys{QStringLiteral("pods"), QStringLiteral("requests.cpu"), QStringLiteral("limits.cpu"),
        QStringLiteral("requests.memory"), QStringLiteral("limits.memory"), QStringLiteral("requests.storage")};
    return keys;
}

Read read(const QByteArray &yaml, const std::function<bool(const QString &)> &isQuantity)
{
    Read read;
    TemplateReading reading(isQuantity);
    bool any = false;
    read.mistakes = Yaml::readOnly(yaml, maxFileSize, reading, [&](const Yaml::Place &root) {
        any = true;
        reading.document(root, read.document);
    });
    if (!any && read.mistakes.isEmpty())
        read.mistakes.append({Mistake::Kind::MissingKey, 1, 1, {}, Key::version});
    return read;
}

} // namespace Onboarding
