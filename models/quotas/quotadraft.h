// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changerights.h"
#include "models/quotas/limitrange.h"
#include "models/quotas/quotaedit.h"
#include "models/quotas/quotawhatif.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

class ChangeRiver;
class QuotaBoardModel;
class TenantStore;

//! What a person is typing into the editor of quotas: the keys of one tenant or of several, the amounts wished, what
//! would follow from each, and the wishes that a change is made of. What clusters say goes on arriving beneath, and
//! nothing that was typed is ever lost by it. Lives on the window's thread.
class QuotaDraft final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { SetTo, Add, MultiplyBy };

    //! A quota key of a tenant.
    struct Target
    {
        QString tenantKey;
        QuotaLine line;

        bool operator==(const Target &) const = default;
    };
    //! What is edited as one: a key of one quota, or while several tenants are chosen a key of all their quotas.
    struct Line
    {
        QString key;
        QString resource;
        QuotaLine::Unit unit = QuotaLine::Unit::Count;
        QList<Target> targets;
        QString where; //!< which quota; empty when there is but one
        QString now; //!< "4", "2 … 8"; empty: no limit
        std::optional<double> used; //!< of all targets
        std::optional<double> hard;
        QString typed;
        QString begun; //!< what `now` was when the person began to type
        bool edited = false;
        QString problem; //!< a sentence; empty when the amount can be wished
        QList<QuotaWhatIf::Finding> findings;

        bool operator==(const Line &) const = default;
    };
    using LimitRanges
        = std::function<std::optional<QList<LimitRangeLine>>(const QString &clusterId, const QString &namespaceName)>;

    //! So many tenants are edited at once.
    static constexpr qsizetype mostTenants = 200;

    //! All must outlive this; \a river may be null: then nothing can be changed.
    QuotaDraft(TenantStore *store, QuotaBoardModel *board, ChangeRiver *river, QObject *parent = nullptr);

    void setLimitRanges(LimitRanges limitRanges);
    //! Begins anew; what was typed is given up. None: nothing is edited.
    void choose(const QStringList &tenantKeys);
    [[nodiscard]] const QStringList &tenantKeys() const { return m_tenantKeys; }
    //! "tenant-004", "3 tenants".
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString clusterName() const;

    [[nodiscard]] Mode mode() const { return m_mode; }
    //! Gives up what was typed, which meant something else.
    void setMode(Mode mode);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    //! -1 when there is none. In several quotas: the first.
    [[nodiscard]] int lineOf(const QString &resource) const;
    //! How many lines have this key.
    [[nodiscard]] qsizetype countOf(const QString &resource) const;
    void type(int line, const QString &text);
    //! Takes back what was typed everywhere.
    void clear();
    [[nodiscard]] bool edited() const;
    //! Keys that the tenant's quota could get.
    [[nodiscard]] QStringList offeredKeys() const;
    void addKey(const QString &resource);

    //! What has to be typed before less than is used can be wished; empty when nothing has.
    [[nodiscard]] QString wordToType() const;
    void setTypedWord(const QString &word);
    //! Why there are no wishes although something is edited; else empty.
    [[nodiscard]] QString problem() const;
    //! None while there is a problem.
    [[nodiscard]] QList<QuotaWish> wishes() const;
    //! "Raise requests.cpu of tenant-004 from 2 to 4".
    [[nodiscard]] QString action() const;
    //! Whether this identity may write all that is shown: the worst answer.
    [[nodiscard]] ChangeRights::Answer rights() const;
    //! Likewise of all quotas of any tenant.
    [[nodiscard]] ChangeRights::Answer rightsOf(const QString &tenantKey) const;

Q_SIGNALS:
    //! Other lines, or in another order.
    void linesChanged();
    //! What lines say; their order is as it was.
    void figuresChanged();
    //! wishes(), problem() or action() may be other ones.
    void wishesChanged();
    void rightsChanged();

private:
    TenantStore *m_store;
    QuotaBoardModel *m_board;
    ChangeRiver *m_river;
    LimitRanges m_limitRanges;
    QStringList m_tenantKeys;
    Mode m_mode = Mode::SetTo;
    QList<Line> m_lines;
    QStringList m_added; //!< keys of lines that no quota has yet
    QString m_typedWord;

    [[nodiscard]] bool several() const { return m_tenantKeys.size() > 1; }
    void refresh(const QStringList &changedKeys);
    void rebuild();
    [[nodiscard]] QList<Line> readLines() const;
    void readTenant(QList<Line> &lines, const QString &tenantKey) const;
    [[nodiscard]] QString lineKey(const QuotaLine &line) const;
    static void sumUp(Line &line);
    void carryOver(QList<Line> &lines) const;
    void judge(Line &line) const;
    [[nodiscard]] QString amountFor(const Line &line, const Target &target) const;
    [[nodiscard]] QString typedProblem(const Line &line) const;
    [[nodiscard]] QuotaWhatIf::Question question(const Line &line, const Target &target) const;
    [[nodiscard]] QList<QuotaWhatIf::Finding> findingsOf(const Line &line) const;
    [[nodiscard]] QString tenantName(const QString &tenantKey) const;
    [[nodiscard]] QStringList below() const;
};
