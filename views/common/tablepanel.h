// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/common/tableexport.h"
#include "models/fleet/problem.h"
#include "views/common/tableview.h"

#include <QFrame>

class ClusterListModel;
class ColumnMenu;
class FilterBar;
class QAction;
class QMenu;
class QSplitter;
class QStackedWidget;
class StateOverlay;
class TableModel;
struct PanelState;

//! What every panel of the window is: one table over one model, its filter, its menus, what it says when it is empty,
//! and the detail of the chosen row beside it. A concrete panel names itself, says how it counts, and brings the
//! figures above the table and the detail; the window knows this class alone.
class TablePanel : public QWidget
{
    Q_OBJECT

public:
    //! How the panel is called: by programs and by people.
    struct Subject
    {
        QString id; //!< of the command line and of the settings: "tenants"
        QString title; //!< translated; in the rail
        QString icon; //!< file name in resources/icons
        QString things; //!< translated plural of what the rows are, in the middle of a sentence: "tenants"
        QString fileName; //!< translated, without extension: what an export is called at first
    };
    //! How many of the rows need a person, for the rail.
    struct Attention
    {
        int count = 0;
        QString meaning; //!< the whole sentence
        bool operator==(const Attention &) const = default;
    };

    //! One of several tables about the same subject, of which one is shown.
    struct Face
    {
        QString id; //!< empty: the one that every panel has
        TableModel *model = nullptr;
        TableView *table = nullptr;
        StateOverlay *overlay = nullptr;
        QString things; //!< translated plural of what its rows are
    };

    [[nodiscard]] const Subject &subject() const { return m_subject; }
    //! The one shown.
    [[nodiscard]] TableView *table() const { return m_faces.at(m_face).table; }
    //! The first is the one that every panel has.
    [[nodiscard]] const QList<Face> &faces() const { return m_faces; }
    [[nodiscard]] const Face &face() const { return m_faces.at(m_face); }
    //! What the window remembers the widths of a table by; of the first it is the subject's id.
    [[nodiscard]] QString layoutName(const Face &face) const;
    //! The frame may take it into its top strip; until then it stands in the panel's own toolbar.
    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] QMenu *exportMenu() const { return m_exportMenu; }
    [[nodiscard]] QMenu *columnMenu() const;
    [[nodiscard]] bool detailIsOpen() const;
    [[nodiscard]] QByteArray splitterState() const;
    [[nodiscard]] virtual Attention attention() const { return {}; }

    void restoreSplitterState(const QByteArray &state);
    //! Why no cluster could even be named; empty when one could.
    void setSetupProblem(const Problem &problem);
    //! What to offer then; must outlive this.
    void setSetupOffer(QAction *offer);
    virtual void setRowHeight(TableView::RowHeight height);
    virtual void openDetail(const QString &key);
    void closeDetail();
    //! Writes what the table shows; false, and a message, when the file cannot be written.
    bool writeExport(const QString &fileName, ExportFormat format);

Q_SIGNALS:
    //! What was done, or why not: a sentence for the quiet line.
    void messageShown(const QString &text);
    void attentionChanged();
    //! Another panel is to be shown, with this filter; or with the detail of the row of this key.
    void filterRequested(const QString &panelId, const QString &filter);
    void detailRequested(const QString &panelId, const QString &key);

protected:
    //! Both models must outlive this.
    TablePanel(const Subject &subject, ClusterListModel *clusters, TableModel *model, QWidget *parent);

    //! To be called once by the concrete panel's constructor: puts \a headline above the table and \a pane beside it.
    //! Either may be null. A pane that emits closeRequested() is connected by whoever made it.
    void assemble(QWidget *headline, QWidget *pane);
    //! To be called before assemble(): another table, with columns, filter and sorting of its own. \a model must
    //! outlive this.
    TableView *addFace(const QString &id, const QString &title, const QString &things, TableModel *model);
    //! Of addFace(); empty: the first.
    void showFace(const QString &id);
    //! Stands between the toolbar and the table, over the whole width; before assemble().
    void setBanner(QWidget *banner) { m_banner = banner; }

    //! "1 tenant", "12 tenants".
    [[nodiscard]] virtual QString countText(int rows) const = 0;
    //! The line below the filter; \a shown of \a all rows pass it.
    [[nodiscard]] virtual QString filterCount(int shown, int all) const;
    //! A last word on the state that assessPanel() found.
    virtual void refineState(PanelState &state) const;
    //! Whether there is an answer to count.
    virtual void setKnown(bool known);
    //! Shows the row in the pane; an empty key for none.
    virtual void chooseRow(const QString &key);
    //! The actions of one row, popped up at \a at (global).
    virtual void popupRowMenu(int row, const QPoint &at);

    [[nodiscard]] ClusterListModel *clusters() const { return m_clusters; }
    [[nodiscard]] TableModel *model() const { return m_faces.at(m_face).model; }
    void refreshState();
    void keyPressEvent(QKeyEvent *event) override;

private:
    Subject m_subject;
    ClusterListModel *m_clusters;
    QSplitter *m_splitter;
    QStackedWidget *m_tables;
    QList<Face> m_faces;
    qsizetype m_face = 0;
    FilterBar *m_filter;
    QWidget *m_pane = nullptr;
    QWidget *m_banner = nullptr;
    QMenu *m_exportMenu;
    ColumnMenu *m_columnMenu;
    Problem m_setupProblem;

    [[nodiscard]] QWidget *createToolbar(QWidget *headline);
    void setUpExportMenu();
    void setUpConnections();
    void setUpFace(const Face &face);
    [[nodiscard]] TableView *createTable(TableModel *model, const QString &title, const QString &name);
    void followCurrentRow();
    void chooseExportFile(ExportFormat format);
    void copyExport(ExportFormat format);
    void showContextMenu(const QPoint &at);
};
