// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/sloform.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class ChangeForm;
class ChangeRiver;
class ClusterListModel;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class RuleChecker;
class SignWidget;
class SloFormFields;
struct RuleVerdict;

//! "New objective…": the form, and beside it the rules that it makes, what promtool thinks of them, and the change that
//! applies them. A window of its own that blocks nothing.
class SloFormDialog final : public QDialog
{
    Q_OBJECT

public:
    //! What it works with; all must outlive it.
    struct Parts
    {
        const ClusterListModel &clusters;
        ChangeRiver &river;
        RuleChecker *checker = nullptr; //!< null: rules are not checked
        //! Asks a Prometheus of this cluster for the bounds (values of le) of a histogram, named without _bucket, of
        //! one namespace; calls `done` once, from the event loop, with none when nobody knows. Null: nobody is asked.
        std::function<void(const QString &clusterId, const QString &namespaceName, const QString &histogram,
            std::function<void(const QStringList &bounds)> done)>
            askBounds = {};
        //! Whose a namespace is, empty when it is nobody's; null: nobody knows, and no tenant's policies are looked at.
        std::function<QString(const QString &clusterId, const QString &namespaceName)> tenantOf = {};
    };

    SloFormDialog(const Parts &parts, QWidget *parent);

    //! Shows one, filled in with \a form as far as it says something (cluster, namespace, service, kind); belongs to
    //! \a parent and goes when it is closed.
    static SloFormDialog *open(const Parts &parts, const SloForm &form, QWidget *parent);

    [[nodiscard]] SloFormFields *fields() const { return m_fields; }
    [[nodiscard]] ChangeForm *change() const { return m_change; }
    //! Writes the rules as a file for Prometheus; false when it cannot be written, which it says.
    bool save(const QString &fileName);
    //! Likewise the objective, in the form of OpenSLO.
    bool saveDefinition(const QString &fileName);

Q_SIGNALS:
    void messageShown(const QString &text);

private:
    Parts m_parts;
    SloFormFields *m_fields;
    QLabel *m_notes;
    QPlainTextEdit *m_preview;
    SignWidget *m_sign;
    QLabel *m_verdict;
    QLabel *m_note;
    QPushButton *m_saveRules;
    QPushButton *m_saveDefinition;
    ChangeForm *m_change;
    QTimer m_settle;
    SloFormRules m_rules;
    SloForm m_form;
    bool m_shown = false;
    quint64 m_asked = 0; // the number of the last question, so that an answer to an earlier one is passed over
    QString m_boundsOf; // what was asked for

    void setUpLayout();
    [[nodiscard]] QWidget *createSide();
    [[nodiscard]] QWidget *createPreview();
    [[nodiscard]] QWidget *createVerdict();
    [[nodiscard]] QPushButton *createSave(const QString &name, const QString &text);
    void refresh();
    void settle();
    void askBounds();
    void showVerdict(const RuleVerdict &verdict);
    void chooseFile(bool definition);
    bool write(const QString &fileName, const QByteArray &text);
};
