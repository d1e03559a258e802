// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tenanttemplatefiles.h"

#include "backends/kubernetes/decode.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

// Not within a namespace, which it would be looked for in.
static void needResources()
{
    Q_INIT_RESOURCE(resources);
}

namespace {

//! More than a template may have, so that its reader says so.
constexpr qint64 mostBytes = 512 * 1024;
constexpr qsizetype mostFiles = 100;

TenantTemplate readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return TenantTemplate::unreadable(QCoreApplication::translate("TenantTemplateFiles",
                                              "It cannot be read: %1. Let somebody who may change its rights do so.")
                                              .arg(file.errorString()),
            name);
    return TenantTemplate::parse(file.read(mostBytes), name);
}

} // namespace

QStringList TenantTemplateFiles::folders()
{
    QStringList folders;
    // The person's own folder comes first there, which those of an organisation win over.
    for (const QString &folder : QStandardPaths::standardLocations(QStandardPaths::GenericConfigLocation))
        folders.append(folder + QStringLiteral("/pilothouse/templates"));
    return folders;
}

TenantTemplates TenantTemplateFiles::load(const QStringList &folders)
{
    needResources();
    TenantTemplates templates;
    for (const QString &tier : {QStringLiteral("small"), QStringLiteral("medium"), QStringLiteral("large")})
        templates.add(readFile(QStringLiteral(":/templates/") + tier + QStringLiteral(".yaml")));
    for (const QString &folder : folders) {
        const QStringList names
            = QDir(folder).entryList({QStringLiteral("*.yaml"), QStringLiteral("*.yml")}, QDir::Files, QDir::Name);
        for (const QString &name : names.first(std::min(names.size(), mostFiles)))
            templates.add(readFile(folder + u'/' + name));
    }
    return templates;
}

TenantKeys TenantTemplateFiles::keys(const Kubernetes::TenantLabels &labels)
{
    return {labels.tenant, labels.tier, labels.isolation, labels.owner, labels.costCentre};
}
