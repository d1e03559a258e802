// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/problem.h"
#include "views/common/tableview.h"
#include "views/common/theme.h"
#include "views/window/windowdependencies.h"

#include <QByteArray>
#include <QHash>
#include <QMainWindow>

class ClusterStrip;
class QStackedWidget;
class QuietLine;
class SandboxMark;
class SubjectRail;
class Subjects;
class TablePanel;
class ViewMenu;

//! What the window remembers of one panel.
struct PanelLayout
{
    QByteArray splitter;
    QByteArray header; //!< HeaderState::toBytes()

    bool operator==(const PanelLayout &) const = default;
};

//! What the window remembers from one run to the next; whoever has settings keeps it.
struct WindowState
{
    QByteArray geometry;
    QHash<QString, PanelLayout> panels; //!< by TablePanel::layoutName()
    QString panel; //!< the one shown; empty: the first
    ThemeChoice theme = ThemeChoice::System;
    TableView::RowHeight rowHeight = TableView::RowHeight::Compact;

    bool operator==(const WindowState &) const = default;
};

//! The frame: rail, top strip, panel, quiet line, menus. It knows no subject by itself.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowDependencies &dependencies, QWidget *parent = nullptr);

    [[nodiscard]] const Subjects &subjects() const { return *m_subjects; }
    [[nodiscard]] TablePanel *currentPanel() const;
    //! What a person can see now: the current panel's id, empty while the window is hidden or minimised.
    [[nodiscard]] QString visiblePanel() const;
    [[nodiscard]] WindowState state() const;

    void restore(const WindowState &state);
    //! Every context that could be connected.
    void setContexts(const QStringList &contexts);
    void setSetupProblem(const Problem &problem);
    void showMessage(const QString &text);
    //! By the names of the command line: "tenants". False for a panel that does not exist.
    bool showPanel(const QString &id);

Q_SIGNALS:
    //! visiblePanel() is another.
    void visiblePanelChanged(const QString &id);
    void connectRequested(const QString &context);
    void disconnectRequested(const QString &clusterId);
    void reconnectRequested(const QString &clusterId);
    //! By Connection::key.
    void connectionReconnectRequested(const QString &key);
    void loginRequested(const QString &key);
    void breakerResetRequested(const QString &key);
    void sandboxRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    WindowDependencies m_dependencies;
    ThemeChoice m_theme = ThemeChoice::System;
    TableView::RowHeight m_rowHeight = TableView::RowHeight::Compact;
    SubjectRail *m_rail;
    ClusterStrip *m_strip;
    QStackedWidget *m_stack;
    QStackedWidget *m_filters;
    Subjects *m_subjects;
    QString m_visiblePanel;
    QuietLine *m_line;
    SandboxMark *m_mark = nullptr;
    ViewMenu *m_view;

    void addPanel(TablePanel *panel);
    void setUpFrame();
    [[nodiscard]] QWidget *createTopStrip();
    void setUpMenus();
    void setUpChangesMenu();
    void setUpOnboardingMenu();
    void setUpTrainingMenu();
    void setUpHelpMenu();
    void refreshSandbox();
    void setUpConnections();
    void tellVisiblePanel();
    void refreshAttention(const TablePanel *panel);
    void setTheme(ThemeChoice choice);
    void setRowHeight(TableView::RowHeight height);
    void refreshSummary();
    void showKeys();
    void showAbout();
};
