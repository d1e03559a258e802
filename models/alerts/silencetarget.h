// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes/changetarget.h"

#include <QObject>

#include <memory>

class Clock;
namespace Alertmanager {
class Client;
} // namespace Alertmanager

//! An Alertmanager as changes see it: its silences look like objects. A silence is named by its id, or by the id that a
//! write of ours gave it before the server chose one; one that has expired is gone. Its version is its updatedAt. Its
//! `spec` holds what people write: matchers, endsAt, createdBy, comment, and startsAt when that lies later than its
//! last write. The server knows no dry run, so that what it would make of an edit is worked out here from what it has,
//! after it was asked whether it understands the matchers; it knows no rights either, so that everybody may. Lives in
//! the window's thread.
class SilenceTarget final : public QObject, public ChangeTarget
{
    Q_OBJECT

public:
    //! \a client lives in another thread; it and \a clock must outlive this. \a serverName is for sentences;
    //! \a freshness tells how old is what is shown.
    SilenceTarget(Alertmanager::Client &client, QString serverName, std::function<Freshness()> freshness,
        const Clock &clock, QObject *parent = nullptr);
    ~SilenceTarget() override;

    void read(const ObjectName &object, ReadDone done) override;
    void dryRun(const ObjectEdit &edit, WriteDone done) override;
    void write(const ObjectEdit &edit, const QUuid &auditId, WriteDone done) override;
    void reviewRights(const QList<Guard::RightQuestion> &questions, RightsDone done) override;
    [[nodiscard]] Freshness freshness() const override { return m_freshness(); }

private:
    Alertmanager::Client &m_client;
    QString m_serverName;
    std::function<Freshness()> m_freshness;
    const Clock &m_clock;
    std::shared_ptr<QObject> m_mailbox; // where answers are posted to; outlives this while one is on its way

    void answer(std::function<void()> tell);
    void tryOut(const ObjectEdit &edit, const ObjectImage &live, const WriteDone &done);
};
