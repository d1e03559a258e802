// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;
class SignWidget;

//! All that is known of one alert, as plain text: since when, whose it is, who is told, who has it, its labels, and
//! where it leads.
class AlertFacts final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostLabels = 100; //!< shown
    static constexpr qsizetype mostNames = 6; //!< of receivers and the like, the rest as a number

    explicit AlertFacts(QWidget *parent);

    [[nodiscard]] const Alert &alert() const { return m_alert; }
    //! \a now: UTC, for ages.
    void setAlert(const Alert &alert);

Q_SIGNALS:
    void sloRequested(const Alert &alert);
    void rolloutRequested(const Alert &alert);
    void tenantRequested(const Alert &alert);
    //! A page that the alert names, http or https.
    void linkRequested(const QString &address);

private:
    Alert m_alert;
    SignWidget *m_sign;
    QLabel *m_name;
    QLabel *m_state;
    QLabel *m_summary;
    QLabel *m_description;
    QLabel *m_note;
    QGridLayout *m_facts; // a QFormLayout of Qt 6.4 writes beyond its rows when one is hidden and another wraps
    QHash<const QLabel *, QLabel *> m_titles; // by the label beside
    QLabel *m_since;
    QLabel *m_place;
    QLabel *m_owner;
    QLabel *m_claim;
    QLabel *m_receivers;
    QLabel *m_sources;
    QLabel *m_silencedBy;
    QLabel *m_inhibitedBy;
    QLabel *m_freshness;
    QToolButton *m_slo;
    QToolButton *m_rollout;
    QToolButton *m_tenant;
    QToolButton *m_runbook;
    QToolButton *m_generator;
    QPlainTextEdit *m_labels;

    [[nodiscard]] QLabel *createText(const QString &name, QFont font, QPalette::ColorRole role);
    [[nodiscard]] QLabel *addFact(const QString &title, const QString &name);
    [[nodiscard]] QToolButton *createLink(const QString &name);
    [[nodiscard]] QWidget *createLinks();
    void setFact(QLabel *label, const QString &text, const QString &tooltip = {});
    void refreshLinks();
    void refreshLabels();
};
