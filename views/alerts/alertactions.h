// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"

#include <QObject>

class AlertStore;
class ChangeRiver;
class QAction;
class QMenu;
class QWidget;

//! What can be done about the chosen alerts, the same wherever they are chosen: in a menu, and beside the details. What
//! cannot be done says why.
class AlertActions final : public QObject
{
    Q_OBJECT

public:
    //! Claims are one silence each; more than this is not one person's work.
    static constexpr qsizetype mostClaimed = 50;
    static constexpr qsizetype mostNamed = 2000; //!< alerts that an incident is begun with at most

    //! All must outlive this; \a river may be null: then nothing can be changed. \a window: over which dialogs stand.
    AlertActions(AlertStore *store, ChangeRiver *river, QWidget *window);

    //! What the actions are about: keys of alerts; those that are gone are left out.
    void setAlerts(const QStringList &keys);
    //! Of their state now.
    void refresh();
    [[nodiscard]] QAction *silence() const { return m_silence; }
    [[nodiscard]] QAction *claim() const { return m_claim; }
    [[nodiscard]] QAction *handOver() const { return m_handOver; }
    [[nodiscard]] QAction *release() const { return m_release; }
    [[nodiscard]] QAction *incident() const { return m_incident; }
    //! Adds all of them.
    void addTo(QMenu *menu) const;

Q_SIGNALS:
    //! An incident is to be begun with these.
    void incidentRequested(const QStringList &alertKeys);

private:
    AlertStore *m_store;
    ChangeRiver *m_river;
    QWidget *m_window;
    QStringList m_keys;
    QAction *m_silence;
    QAction *m_claim;
    QAction *m_handOver;
    QAction *m_release;
    QAction *m_incident;

    [[nodiscard]] QList<Alert> alerts() const;
    [[nodiscard]] QString whyNoWrite() const;
};
