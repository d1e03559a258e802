// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/slo/sloform.h"
#include "views/common/formrows.h"

#include <QWidget>

class ChangeRiver;
class ClusterChoice;
class ClusterListModel;
class QLabel;
class QPlainTextEdit;

//! The fields of a new objective, or of a workload's standard alerts. The kind fills in what is usual.
class SloFormFields final : public QWidget
{
    Q_OBJECT

public:
    //! Both must outlive this.
    SloFormFields(const ClusterListModel &clusters, const ChangeRiver &river, QWidget *parent);

    [[nodiscard]] SloForm form() const;
    void setForm(const SloForm &form);
    //! Marks the fields that are wrong, and says why in their tooltips.
    void setMistakes(const QList<SloForm::Mistake> &mistakes);
    //! Of the histogram that form() is about; empty: nobody knows.
    void setBounds(const QStringList &bounds);

Q_SIGNALS:
    //! form() is another.
    void edited();

private:
    using Field = SloForm::Field;

    FormRows<Field> m_rows; // before the fields, which it makes
    QStringList m_bounds;
    ClusterChoice *m_cluster;
    QLineEdit *m_namespace;
    QLineEdit *m_service;
    QComboBox *m_kind;
    QLabel *m_meaning;
    QLineEdit *m_name;
    QLineEdit *m_objective;
    QLineEdit *m_window;
    QLineEdit *m_bound;
    QLineEdit *m_metric;
    QPlainTextEdit *m_errorQuery;
    QPlainTextEdit *m_totalQuery;
    QLineEdit *m_runbook;

    [[nodiscard]] QPlainTextEdit *addQuery(Field field, const QString &title, const QString &name);
    void adoptKind();
    void showKind();
};
