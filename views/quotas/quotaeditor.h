// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotadraft.h"
#include "views/charts/forecastchart.h"

#include <QFrame>

#include <functional>

class ChangeForm;
struct ChangeOutcome;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;
class QuotaLineRow;

//! The quotas of the chosen tenants, each with its forecast, each to be set to another amount: what would follow stands
//! beneath as one types, and the change itself, with its preview, at the end. Nothing is applied before that is
//! confirmed. Whoever may not edit sees why, and can ask.
class QuotaEditor final : public QFrame
{
    Q_OBJECT

public:
    using Courses
        = std::function<std::optional<ForecastChart::Course>(const QString &tenantKey, const QString &resource)>;

    //! All must outlive this; \a river may be null.
    QuotaEditor(QuotaDraft *draft, TenantStore *store, ChangeRiver *river, QWidget *parent);

    //! Where the chart's figures come from; refreshCourse() when they are other ones.
    void setCourses(Courses courses);
    void refreshCourse();
    //! Whether something typed would be lost if other tenants were chosen.
    [[nodiscard]] bool isBusy() const;
    //! The person went to another row while this is busy; empty: no more.
    void setElsewhere(const QString &tenant);
    //! Why there is nothing to edit; empty when there is.
    void setEmptyText(const QString &sentence);
    void focusLine(int line);

Q_SIGNALS:
    void closeRequested();
    void messageShown(const QString &text);
    //! Somebody who may not edit asks for other amounts: \a wishes as typed, empty when nothing was.
    void quotaRequested(const QStringList &tenantKeys, const QList<QuotaWish> &wishes);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QuotaDraft *m_draft;
    TenantStore *m_store;
    ChangeRiver *m_river;
    Courses m_courses;
    QString m_resource; //!< that the chart shows
    QLabel *m_title;
    QLabel *m_cluster;
    QWidget *m_elsewhere;
    QLabel *m_elsewhereText;
    QLabel *m_rights;
    QPushButton *m_request;
    QComboBox *m_mode;
    QLabel *m_empty;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    QList<QuotaLineRow *> m_lines;
    QComboBox *m_more;
    QWidget *m_wordBox;
    QLabel *m_wordText;
    QLineEdit *m_word;
    QPushButton *m_takeBack;
    QLabel *m_chartTitle;
    QLabel *m_chartText;
    ForecastChart *m_chart;
    ChangeForm *m_form = nullptr;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createElsewhere();
    [[nodiscard]] QWidget *createBody();
    [[nodiscard]] QWidget *createWordBox();
    void setUpMode();
    void setUpConnections();
    void rebuild();
    void refreshFigures();
    void refreshWishes();
    void refreshRights();
    void refreshMore();
    void refreshForm();
    void takeEnd(const ChangeOutcome &outcome);
    [[nodiscard]] bool mayChange() const;
};
