// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/silence.h"
#include "views/common/tableview.h"

#include <QFrame>
#include <QTimer>

#include <vector>

class AlertActions;
class AlertFacts;
class AlertStore;
class AlertTableModel;
class ChangeRiver;
class QLabel;
class QScrollArea;
class QSplitter;
class SilenceFacts;

//! What stands beside the table: the alerts of a group or of a silence and the chosen one of them, or one alert alone,
//! with what can be done about it. Escape asks to close it.
class AlertDetailPane final : public QFrame
{
    Q_OBJECT

public:
    enum class Subject : quint8 { Nothing, Group, Alert, Silence };
    //! Of a group, the worst; whoever wants more has the list of all.
    static constexpr qsizetype mostShown = 1000;
    static constexpr std::chrono::milliseconds pace{250}; //!< between two looks at many alerts that change

    //! All must outlive this; \a river may be null.
    AlertDetailPane(AlertStore *store, ChangeRiver *river, QWidget *parent);

    //! Of the store's groups() by its present grouping.
    void showGroup(const QString &key);
    void showAlert(const QString &key);
    void showSilence(const QString &key);
    void clear();
    void setRowHeight(TableView::RowHeight height);
    [[nodiscard]] AlertActions *actions() const { return m_actions; }
    //! The alert whose facts are shown; empty: none.
    [[nodiscard]] QString currentAlert() const { return m_alert; }

Q_SIGNALS:
    void closeRequested();
    void messageShown(const QString &text);
    void filterRequested(const QString &panelId, const QString &filter);
    void detailRequested(const QString &panelId, const QString &key);
    void incidentRequested(const QStringList &alertKeys);
    void extendRequested(const QString &silence);
    void expireRequested(const QString &silence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    AlertStore *m_store;
    ChangeRiver *m_river;
    AlertActions *m_actions;
    AlertTableModel *m_model;
    QLabel *m_title;
    QLabel *m_subtitle;
    SilenceFacts *m_silence;
    QSplitter *m_splitter;
    TableView *m_table;
    QWidget *m_lower = nullptr;
    QScrollArea *m_scroll;
    AlertFacts *m_facts;
    Subject m_subject = Subject::Nothing;
    QString m_key; //!< of the subject
    QString m_alert;
    QTimer m_due;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QWidget *createButtons();
    [[nodiscard]] QWidget *createLower();
    void setUpTable();
    void setUpConnections();
    void show(Subject subject, const QString &key);
    void refresh();
    void refreshSoon();
    [[nodiscard]] std::vector<const Alert *> members() const;
    void refreshTitle(qsizetype members);
    void chooseWorst();
    void chooseAlert(const QString &key);
    void refreshAlert();
    void followSelection();
    void showRowMenu(const QPoint &at);
    void openLink(const QString &address);
};
