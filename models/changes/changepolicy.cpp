// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes/changepolicy.h"

#include "backends/policy/policyreader.h"
#include "models/changes/change.h"
#include "models/common/mistakewords.h"

#include <algorithm>

ChangePolicy::ChangePolicy() : m_document(std::make_shared<Policy::Document>())
{
}
ChangePolicy::~ChangePolicy() = default;
ChangePolicy::ChangePolicy(const ChangePolicy &) = default;
ChangePolicy &ChangePolicy::operator=(const ChangePolicy &) = default;

ChangePolicy ChangePolicy::parse(const QByteArray &yaml, const QString &file)
{
    const Policy::Read read = Policy::read(yaml, ChangeText::kindIds());
    ChangePolicy policy;
    policy.m_file = file;
    policy.m_mistakes = inWords(read.mistakes);
    if (policy.m_mistakes.isEmpty())
        policy.m_document = std::make_shared<Policy::Document>(read.document);
    return policy;
}

ChangePolicy ChangePolicy::unreadable(const QString &why, const QString &file)
{
    ChangePolicy policy;
    policy.m_file = file;
    policy.m_mistakes.append({1, 1, why});
    return policy;
}

bool ChangePolicy::isProduction(const QString &clusterName) const
{
    return std::any_of(m_document->production.begin(), m_document->production.end(),
        [&clusterName](const QString &glob) { return fitsGlob(glob, clusterName); });
}

//! With one place to go back to, which is enough for globs, so the time is bounded by the product of the lengths.
bool fitsGlob(const QString &glob, const QString &name)
{
    qsizetype g = 0;
    qsizetype n = 0;
    qsizetype star = -1;
    qsizetype taken = 0;
    while (n < name.size()) {
        if (g < glob.size() && glob[g] == u'*') {
            star = g++;
            taken = n;
        } else if (g < glob.size() && (glob[g] == u'?' || glob[g] == name[n])) {
            ++g;
            ++n;
        } else if (star >= 0) {
            g = star + 1;
            n = ++taken;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == u'*')
        ++g;
    return g == glob.size();
}
