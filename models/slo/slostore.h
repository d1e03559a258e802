// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/slo.h"
#include "models/tenants/tenantname.h"

#include <QObject>

#include <chrono>
#include <memory>

class Clock;
class QDeadlineTimer;
class SloTableModel;
namespace Prometheus {
struct SloSample;
}
namespace SloSpec {
struct Definition;
}

//! Keeps what any number of servers said of SLOs, and makes one row of each, whichever and however many servers have
//! it. Samples come in on the window's thread; rows are worked through in slices, so that thousands of them hold nobody
//! up.
class SloStore final : public QObject
{
    Q_OBJECT

public:
    //! What stands behind the readings of one server.
    struct Server
    {
        QString id;
        QString name;
        QString cluster; //!< which its series speak of where they have no label `cluster`; may be empty
        QString problem; //!< why it says nothing now, as a sentence; empty: it does

        bool operator==(const Server &) const = default;
    };

    //! \a clock must outlive this.
    explicit SloStore(const Clock &clock, QObject *parent = nullptr);
    ~SloStore() override;

    [[nodiscard]] SloTableModel *table() const;
    //! Null when there is none. Stays good until control returns to the event loop.
    [[nodiscard]] const Slo *find(const QString &key) const;
    [[nodiscard]] QList<Server> servers() const;
    //! Whether a server has answered yet.
    [[nodiscard]] bool answered(const QString &serverId) const;
    //! Where rows have yet to be worked out.
    [[nodiscard]] bool unsettled() const;
    //! Works all of them out at once.
    void settle();

    void setServer(const Server &server);
    void setSample(const QString &serverId, const Prometheus::SloSample &sample);
    void removeServer(const QString &serverId);
    //! Definitions that are faulty, whoever wrote them: a row each, until the next call with the same \a place.
    void setFaulty(const QString &place, const QList<SloSpec::Definition> &definitions);
    void setTenantOf(const TenantOf &tenantOf);
    //! Namespaces belong to other tenants now.
    void refreshTenants();
    //! Looks at the clock: rows whose newest sample is old turn delayed, then stale.
    void refreshFreshness();
    //! Which server to ask for the course of an SLO, and by which key it knows it; empty when there is none.
    [[nodiscard]] QPair<QString, QString> courseSource(const QString &key) const;

Q_SIGNALS:
    //! A state has become page or ticket.
    void burnBegan(const Slo &slo);
    //! It is neither any more.
    void burnEnded(const Slo &slo);
    //! Rows of these keys are other ones, or gone.
    void slosChanged(const QStringList &keys);
    void serversChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;

    void begin();
    void work(const QDeadlineTimer &deadline);
};
