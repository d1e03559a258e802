// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/noticepolicy.h"
#include "views/common/tablepanel.h"

#include <QTimer>

class AlertBanner;
class AlertDetailPane;
class AlertHeadline;
class AlertStore;
class ChangeRiver;
class QButtonGroup;
class QComboBox;
struct Silence;

//! What fires: in groups, one by one, and what of it is silenced; with what can be done about it beside it. Above all
//! of that, whether anybody would hear of it at all.
class AlertsPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this; \a river may be null: then nothing can be changed.
    struct Sources
    {
        AlertStore *store = nullptr;
        ChangeRiver *river = nullptr;
    };
    //! The tables, by TablePanel::Face::id.
    static const QString groupsFace; //!< empty: the first
    static const QString listFace;
    static const QString silencesFace;

    AlertsPanel(ClusterListModel *clusters, const Sources &sources, QWidget *parent);

    [[nodiscard]] AlertDetailPane *pane() const { return m_pane; }
    [[nodiscard]] const AlertBanner *banner() const { return m_banner; }
    //! Alerts that fire and that nobody has claimed.
    [[nodiscard]] Attention attention() const override;
    void setRowHeight(TableView::RowHeight height) override;
    //! A group's key, an alert's, or a silence's; shown in the table that has it.
    void openDetail(const QString &key) override;
    //! One: with its details. Several, or none: the list of all.
    void showAlerts(const QStringList &keys);
    void showTable(const QString &face);

    //! What the person chose about notices, to begin the dialog with.
    void setNoticeSettings(const NoticeSettings &settings) { m_noticeSettings = settings; }
    //! A sentence about the desktop that notices are shown on, when it shows none; empty: it does.
    void setNoticeProblem(const QString &sentence) { m_noticeProblem = sentence; }

Q_SIGNALS:
    //! Whoever has settings keeps them.
    void noticeSettingsChosen(const NoticeSettings &settings);
    //! An incident is to be begun with these alerts.
    void incidentRequested(const QStringList &alertKeys);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    void refineState(PanelState &state) const override;
    void setKnown(bool known) override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;

private:
    AlertStore *m_store;
    ChangeRiver *m_river;
    AlertBanner *m_banner;
    AlertHeadline *m_figures;
    AlertDetailPane *m_pane;
    QButtonGroup *m_faceButtons;
    QComboBox *m_grouping;
    NoticeSettings m_noticeSettings;
    QString m_noticeProblem;
    qlonglong m_open = 0;
    QStringList m_labelNames; //!< that are offered to group by
    QTimer m_groupingsDue;

    [[nodiscard]] QWidget *createHead();
    void addFaceButton(const QString &face, const QString &text, const QString &name, QWidget *head);
    void setUpGrouping();
    void setUpTables();
    void setUpConnections();
    void refreshGroupings();
    void refreshAttention();
    void takeGrouping(int index);
    [[nodiscard]] QStringList chosenAlerts() const;
    void addFilters(QMenu *menu, int row);
    void addSilenceActions(QMenu *menu, const Silence &silence);
    void changeEnd(const QString &key, bool extend);
    void chooseNotices();
};
