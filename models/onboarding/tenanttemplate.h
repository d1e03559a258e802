// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/mistakewords.h"
#include "models/onboarding/tenantform.h"

#include <QByteArray>

#include <memory>

namespace Onboarding {
struct Document;
} // namespace Onboarding

//! What a tenant of one tier is made of. A cheap value: copies share what was read. One with mistakes makes nothing.
class TenantTemplate
{
public:
    //! Of no tier.
    TenantTemplate();
    ~TenantTemplate();
    TenantTemplate(const TenantTemplate &);
    TenantTemplate &operator=(const TenantTemplate &);

    //! \a yaml: the bytes of the file, described in resources/templates/small.yaml. \a file is its name, for sentences.
    [[nodiscard]] static TenantTemplate parse(const QByteArray &yaml, const QString &file);
    //! There is a file, and it cannot be read; \a why is a sentence.
    [[nodiscard]] static TenantTemplate unreadable(const QString &why, const QString &file);

    [[nodiscard]] const QList<FileMistake> &mistakes() const { return m_mistakes; }
    //! The first mistake with its place, as a whole sentence; empty when there is none.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] QString tier() const;
    [[nodiscard]] QString title() const; //!< for people, as the file has it
    [[nodiscard]] QString description() const; //!< likewise; may be empty
    [[nodiscard]] TenantIsolation isolation() const; //!< that the form begins with
    [[nodiscard]] TenantAllowance allowance() const;
    [[nodiscard]] const Onboarding::Document &document() const { return *m_document; }

private:
    std::shared_ptr<const Onboarding::Document> m_document;
    QList<FileMistake> m_mistakes;
    QString m_file;
};

//! The tiers that there are, in the order in which they are offered.
class TenantTemplates
{
public:
    //! A template of a tier that is there already takes its place; one with mistakes is kept for problems().
    void add(const TenantTemplate &tier);

    [[nodiscard]] const QList<TenantTemplate> &all() const { return m_templates; }
    //! Null when there is no such tier.
    [[nodiscard]] const TenantTemplate *find(const QString &tier) const;
    [[nodiscard]] QStringList tiers() const;
    //! A sentence for each file that cannot be used.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    QList<TenantTemplate> m_templates;
    QStringList m_problems;
};
