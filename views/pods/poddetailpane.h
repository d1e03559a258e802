// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class PodDetail;
class QGridLayout;
class QLabel;
class QPushButton;
class SignWidget;

//! The chosen pod: all that is known of it, and the way to its tenant. Escape asks to close it.
class PodDetailPane final : public QFrame
{
    Q_OBJECT

public:
    //! \a detail must outlive this.
    PodDetailPane(PodDetail *detail, QWidget *parent);

Q_SIGNALS:
    void closeRequested();
    void tenantRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    static constexpr std::chrono::seconds ageing{5};

    PodDetail *m_detail;
    QLabel *m_title;
    QLabel *m_place;
    SignWidget *m_stateSign;
    QLabel *m_state;
    QGridLayout *m_facts;
    QLabel *m_tenant = nullptr;
    QLabel *m_phase = nullptr;
    QLabel *m_reason = nullptr;
    QLabel *m_ready = nullptr;
    QLabel *m_restarts = nullptr;
    QLabel *m_node = nullptr;
    QLabel *m_workload = nullptr;
    QLabel *m_tags = nullptr;
    QLabel *m_cpu = nullptr;
    QLabel *m_memory = nullptr;
    QLabel *m_age = nullptr;
    SignWidget *m_freshnessSign;
    QLabel *m_freshness;
    QPushButton *m_showTenant;
    QTimer m_ageing;

    [[nodiscard]] QWidget *createHeader();
    [[nodiscard]] QLabel *addFact(const QString &title, const QString &name);
    [[nodiscard]] QWidget *createLine(SignWidget *sign, QLabel *label);
    void refresh();
    void refreshFacts();
};
