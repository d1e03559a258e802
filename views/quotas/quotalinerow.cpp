// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quotas/quotalinerow.h"

#include "models/common/format.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/quotas/quantityedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <memory>

using namespace Qt::StringLiterals;
using QuotaWhatIf::Verdict;

namespace {
constexpr int fieldWidth = 132;
constexpr int signSize = 8;

CellKind kindOf(QuotaLine::Unit unit)
{
    switch (unit) {
    case QuotaLine::Unit::Cores:
        return CellKind::UsageCores;
    case QuotaLine::Unit::Bytes:
        return CellKind::UsageBytes;
    case QuotaLine::Unit::Count:
        break;
    }
    return CellKind::UsageCount;
}

Sign signOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fine:
        return {::Shape::Dot, Token::Fine};
    case Verdict::Unknown:
        return {::Shape::Ring, Token::Unknown};
    case Verdict::Warns:
        return {::Shape::Triangle, Token::Warning};
    case Verdict::Refuses:
        break;
    }
    return {::Shape::Diamond, Token::Critical};
}

QString figuresOf(const QuotaDraft::Line &line)
{
    Usage usage;
    usage.reserved = line.used;
    usage.limit = line.hard;
    usage.unlimited = !line.hard;
    const QString text = Format::value(QVariant::fromValue(usage), kindOf(line.unit));
    return line.where.isEmpty() ? text : QuotaLineRow::tr("%1; %2", "figures; which quota").arg(text, line.where);
}

QString placeholderOf(const QuotaDraft::Line &line, QuotaDraft::Mode mode)
{
    switch (mode) {
    case QuotaDraft::Mode::SetTo:
        return line.now.isEmpty() ? QuotaLineRow::tr("no limit") : line.now;
    case QuotaDraft::Mode::Add:
        return QuotaLineRow::tr("add to %1").arg(line.now);
    case QuotaDraft::Mode::MultiplyBy:
        return QuotaLineRow::tr("times %1").arg(line.now);
    }
    return {};
}
} // namespace

QuotaLineRow::QuotaLineRow(const QuotaDraft::Line &line, QuotaDraft::Mode mode, QWidget *parent)
    : QWidget(parent), m_resource(line.resource),
      m_title(PlainText::create(line.resource, Typography::body(), QPalette::Text, this)),
      m_figures(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_field(new QuantityEdit(line.unit, this)), m_findings(nullptr), m_box(new QWidget(this))
{
    setObjectName(u"quota-"_s + line.key);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setToolTip(PlainText::tooltip(line.resource));
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_field->setObjectName(u"amount-"_s + line.key);
    m_field->setFixedWidth(fieldWidth);
    m_field->installEventFilter(this);
    m_findings = new QVBoxLayout(m_box);
    m_findings->setContentsMargins(0, 0, 0, 4);
    m_findings->setSpacing(2);
    auto texts = std::make_unique<QVBoxLayout>();
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_figures);
    auto top = std::make_unique<QHBoxLayout>();
    top->setSpacing(8);
    top->addLayout(texts.release(), 1);
    top->addWidget(m_field);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(4);
    layout->addLayout(top.release());
    layout->addWidget(m_box);
    connect(m_field, &QLineEdit::textEdited, this, &QuotaLineRow::typed);
    setLine(line, mode);
}

void QuotaLineRow::setLine(const QuotaDraft::Line &line, QuotaDraft::Mode mode)
{
    const QString figures = figuresOf(line);
    m_figures->setText(figures);
    m_figures->setToolTip(PlainText::tooltip(figures));
    m_untouched = line.edited ? m_untouched : line.typed;
    if (line.edited && mode == QuotaDraft::Mode::SetTo && line.targets.size() == 1)
        m_untouched = line.now;
    const bool inHand = m_field->hasFocus() && m_field->isModified();
    if (!inHand && m_field->text() != line.typed)
        m_field->setText(line.typed);
    m_field->setPlaceholderText(placeholderOf(line, mode));
    m_field->setAccessibleName(tr("Limit of %1").arg(line.resource));
    m_field->setAccessibleDescription(figures);
    showFindings(line);
}

void QuotaLineRow::setObstacle(const QString &why)
{
    m_field->setReadOnly(!why.isEmpty());
    m_field->setEnabled(why.isEmpty());
    m_field->setToolTip(PlainText::tooltip(why));
}

void QuotaLineRow::showFindings(const QuotaDraft::Line &line)
{
    while (QLayoutItem *item = m_findings->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> owned(item);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
    if (line.edited && !line.problem.isEmpty())
        addFinding({QuotaWhatIf::Subject::Amount, Verdict::Refuses, line.problem});
    for (const QuotaWhatIf::Finding &finding : line.findings)
        addFinding(finding);
    m_box->setVisible(m_findings->count() > 0);
}

void QuotaLineRow::addFinding(const QuotaWhatIf::Finding &finding)
{
    auto *row = new QWidget(m_box);
    auto *sign = new SignWidget(signOf(finding.verdict), signSize, row);
    const bool calm = finding.verdict < Verdict::Warns;
    QLabel *text = PlainText::create(
        finding.sentence, Typography::secondary(), calm ? QPalette::PlaceholderText : QPalette::Text, row);
    text->setObjectName(u"finding"_s);
    sign->setFixedHeight(text->fontMetrics().height()); // in the middle of the first line
    text->setWordWrap(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_findings->addWidget(row);
}

//! Escape gives up what was typed here; with nothing typed it goes on to whoever else it means something to.
bool QuotaLineRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered(m_resource);
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape
        || m_field->text() == m_untouched)
        return QWidget::eventFilter(watched, event);
    m_field->setText(m_untouched);
    m_field->setModified(false);
    Q_EMIT typed(m_untouched);
    return true;
}
