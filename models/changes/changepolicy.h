// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/mistakewords.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Policy {
struct Document;
} // namespace Policy

using PolicyMistake = FileMistake;

//! What an organisation asks of changes. A cheap value: copies share what was read. Without a file nothing is asked;
//! of a file with mistakes no rule is known for sure, so that no change passes.
class ChangePolicy
{
public:
    ChangePolicy();
    ~ChangePolicy();
    ChangePolicy(const ChangePolicy &);
    ChangePolicy &operator=(const ChangePolicy &);

    //! \a yaml: the bytes of the file, described in resources/policy/policy.yaml. \a file is its name, for sentences.
    [[nodiscard]] static ChangePolicy parse(const QByteArray &yaml, const QString &file);
    //! There is a file, and it cannot be read; \a why is a sentence.
    [[nodiscard]] static ChangePolicy unreadable(const QString &why, const QString &file);

    [[nodiscard]] const QList<PolicyMistake> &mistakes() const { return m_mistakes; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const Policy::Document &document() const { return *m_document; }
    [[nodiscard]] bool isProduction(const QString &clusterName) const;

private:
    std::shared_ptr<const Policy::Document> m_document;
    QList<PolicyMistake> m_mistakes;
    QString m_file;
};

//! Whether \a name fits \a glob, where * stands for any characters and ? for one; letters count as they are.
[[nodiscard]] bool fitsGlob(const QString &glob, const QString &name);
