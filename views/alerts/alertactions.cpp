// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertactions.h"

#include "models/alerts/alertstore.h"
#include "views/alerts/claimdialog.h"
#include "views/alerts/silencedialog.h"
#include "views/common/plaintext.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QAction *createAction(const QString &text, const QString &name, QObject *parent)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(name);
    return action;
}

void enable(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(PlainText::tooltip(whyNot.isEmpty() ? action->text().remove(u'&') : whyNot));
}
} // namespace

AlertActions::AlertActions(AlertStore *store, ChangeRiver *river, QWidget *window)
    : QObject(window), m_store(store), m_river(river), m_window(window),
      m_silence(createAction(tr("&Silence…"), u"silenceAlerts"_s, this)),
      m_claim(createAction(tr("&Claim…"), u"claimAlerts"_s, this)),
      m_handOver(createAction(tr("&Hand over…"), u"handOverAlerts"_s, this)),
      m_release(createAction(tr("&Release…"), u"releaseAlerts"_s, this)),
      m_incident(createAction(tr("Start an &incident"), u"startIncident"_s, this))
{
    connect(m_silence, &QAction::triggered, this, [this] {
        auto *dialog = new SilenceDialog({*m_store, *m_river}, alerts(), m_window);
        dialog->show();
    });
    for (const auto &[action, step] : {std::pair(m_claim, ClaimDialog::Step::Claim),
             std::pair(m_handOver, ClaimDialog::Step::HandOver), std::pair(m_release, ClaimDialog::Step::Release)}) {
        connect(action, &QAction::triggered, this, [this, step = step] {
            auto *dialog = new ClaimDialog({*m_store, *m_river}, step, alerts(), m_window);
            dialog->show();
        });
    }
    connect(m_incident, &QAction::triggered, this,
        [this] { Q_EMIT incidentRequested(m_keys.first(std::min(m_keys.size(), mostNamed))); });
    refresh();
}

void AlertActions::setAlerts(const QStringList &keys)
{
    m_keys = keys;
    refresh();
}

QList<Alert> AlertActions::alerts() const
{
    QList<Alert> found;
    found.reserve(m_keys.size());
    for (const QString &key : m_keys) {
        if (const Alert *alert = m_store->find(key))
            found.append(*alert);
    }
    return found;
}

QString AlertActions::whyNoWrite() const
{
    if (!m_river)
        return tr("Nothing can be changed from here.");
    if (m_keys.isEmpty())
        return tr("Choose an alert first.");
    const bool any = std::ranges::any_of(m_keys, [this](const QString &key) {
        const Alert *alert = m_store->find(key);
        return alert && !alert->alertmanagers.isEmpty();
    });
    return any ? QString() : tr("No Alertmanager has it, so that there is none to tell.");
}

void AlertActions::refresh()
{
    const QString write = whyNoWrite();
    const QString claims = !write.isEmpty() ? write
        : m_keys.size() > mostClaimed
        ? tr("Choose at most %n alerts to claim; start an incident for more.", nullptr, int(mostClaimed))
        : QString();
    const bool claimed = m_keys.size() <= mostClaimed && std::ranges::any_of(m_keys, [this](const QString &key) {
        const Alert *alert = m_store->find(key);
        return alert && !alert->claimedBy.isEmpty();
    });
    enable(m_silence, write);
    enable(m_claim, claims);
    enable(m_handOver, claims);
    enable(m_release, !claims.isEmpty() ? claims : claimed ? QString() : tr("Nobody has claimed it."));
    enable(m_incident, m_keys.isEmpty() ? tr("Choose an alert first.") : QString());
}

void AlertActions::addTo(QMenu *menu) const
{
    for (QAction *action : {m_silence, m_claim, m_handOver, m_release})
        menu->addAction(action);
    menu->addSeparator();
    menu->addAction(m_incident);
}
