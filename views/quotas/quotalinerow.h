// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/quotas/quotadraft.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QuantityEdit;

//! One quota key in the editor: what is used of what, the field for another amount, and beneath it what would follow.
class QuotaLineRow final : public QWidget
{
    Q_OBJECT

public:
    QuotaLineRow(const QuotaDraft::Line &line, QuotaDraft::Mode mode, QWidget *parent);

    //! Figures that arrive; what the person is typing stays as it is.
    void setLine(const QuotaDraft::Line &line, QuotaDraft::Mode mode);
    //! \a why: a sentence why nothing may be typed; empty when it may.
    void setObstacle(const QString &why);
    [[nodiscard]] QuantityEdit *field() const { return m_field; }

Q_SIGNALS:
    void typed(const QString &text);
    //! The person looks at this key.
    void entered(const QString &resource);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_resource;
    QString m_untouched; //!< what Escape brings back
    QLabel *m_title;
    QLabel *m_figures;
    QuantityEdit *m_field;
    QVBoxLayout *m_findings;
    QWidget *m_box;

    void showFindings(const QuotaDraft::Line &line);
    void addFinding(const QuotaWhatIf::Finding &finding);
};
