// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/journal/journalwork.h"
#include "views/common/tablepanel.h"

class JournalDetailPane;
class JournalFeed;
class JournalSearch;
struct Change;
struct JournalHistory;
class QLabel;
class QToolButton;

//! Every change that was made from here, newest first: found in the whole journal, shown stage by stage, verified and
//! exported.
class JournalPanel final : public TablePanel
{
    Q_OBJECT

public:
    //! All must outlive this.
    JournalPanel(ClusterListModel *clusters, JournalFeed *feed, JournalWork *work, QWidget *parent);

    //! Whether somebody listens to undoRequested().
    void setUndoOffered(bool offered);
    //! Writes the whole journal in one of its own formats; a message tells when that is done, or why not.
    void exportJournal(const QString &fileName, JournalWork::Format format);

Q_SIGNALS:
    void undoRequested(const Change &done);

protected:
    [[nodiscard]] QString countText(int rows) const override;
    [[nodiscard]] QString filterCount(int shown, int all) const override;
    void refineState(PanelState &state) const override;
    void chooseRow(const QString &key) override;
    void popupRowMenu(int row, const QPoint &at) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    JournalFeed *m_feed;
    JournalWork *m_work;
    QLabel *m_headline;
    JournalSearch *m_search;
    QToolButton *m_verify;
    JournalDetailPane *m_pane;
    QString m_chosen;
    QString m_undoing; // key of the line whose history is awaited
    qint64 m_shownLast = 0; // entry of the chosen line that the pane shows
    bool m_undoOffered = false;

    [[nodiscard]] QWidget *createHead();
    void setUpExport();
    void setUpWork();
    void refresh();
    void refreshHistory();
    void takeHistory(const JournalHistory &history);
    void loadWhenNearTheEnd();
    void chooseJournalFile(JournalWork::Format format);
    void showReport(bool sound, const QStringList &paragraphs);
};
