// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/silenceedit.h"

#include <QDialog>
#include <QTimer>

class AlertStore;
class ChangeForm;
class ChangeRiver;
class MatcherEditor;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPlainTextEdit;
class QTableWidget;

//! A silence before it is made: what it matches, for how long and why, what it hides now and would have hidden in the
//! last day, tenant by tenant, and the change itself. Blocks nothing.
class SilenceDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Sources
    {
        AlertStore &store;
        ChangeRiver &river;
    };
    static constexpr std::chrono::milliseconds settlesIn{150}; //!< after the last key the preview is worked out

    //! Proposes what these have in common. References must outlive this.
    SilenceDialog(Sources sources, const QList<Alert> &alerts, QWidget *parent);

    [[nodiscard]] ChangeForm *form() const { return m_form; }
    [[nodiscard]] const SilencePreview &preview() const { return m_preview; }

private:
    Sources m_sources;
    MatcherEditor *m_matchers;
    QComboBox *m_server;
    QComboBox *m_duration;
    QDateTimeEdit *m_until;
    QPlainTextEdit *m_comment;
    QLabel *m_sentence;
    QTableWidget *m_table;
    ChangeForm *m_form;
    SilencePreview m_preview;
    QTimer m_settle;
    QList<QPair<QString, QString>> m_askedHistory; //!< labels that the last day was asked for

    [[nodiscard]] QWidget *createBody(const QList<Alert> &alerts);
    void setUpServers(const QString &proposed);
    void setUpDuration();
    void setUpComment();
    void setUpPreview();
    void setUpConnections();
    [[nodiscard]] std::chrono::seconds duration() const;
    [[nodiscard]] SilenceWish wish() const;
    void refresh();
    void refreshPreview();
    void wantHistory(const QList<SilenceMatcher> &matchers);
    void ask();
};

//! The lengths that are offered for a silence: those that the policy allows.
namespace SilenceLengths {
[[nodiscard]] QList<std::chrono::seconds> offered(const ChangePolicy &policy);
//! Whether the policy has something against this length, whatever the comment.
[[nodiscard]] bool allowed(const ChangePolicy &policy, std::chrono::seconds length);
} // namespace SilenceLengths
