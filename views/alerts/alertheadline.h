// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/headline.h"

class AlertGroupTableModel;

//! All alerts in four figures, or in as many of them as there is room for.
class AlertHeadline final : public Headline
{
    Q_OBJECT

public:
    struct Figures
    {
        qlonglong open = 0; //!< firing, and nobody looks after them
        qlonglong claimed = 0;
        qlonglong hidden = 0; //!< silenced or inhibited
        qlonglong pending = 0;

        bool operator==(const Figures &) const = default;
    };

    //! \a groups must outlive this.
    AlertHeadline(const AlertGroupTableModel *groups, QWidget *parent);

    [[nodiscard]] static Figures count(const AlertGroupTableModel &groups);
    [[nodiscard]] const Figures &figures() const { return m_figures; }

protected:
    void recount() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const AlertGroupTableModel *m_groups;
    Figures m_figures;
    HeadlineFigure *m_openFigure;
    HeadlineFigure *m_claimedFigure;
    HeadlineFigure *m_hiddenFigure;
    HeadlineFigure *m_pendingFigure;

    void showWhatFits();
};
