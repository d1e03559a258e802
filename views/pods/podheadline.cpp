// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/podheadline.h"

#include "models/common/format.h"
#include "models/pods/podtablemodel.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

PodHeadline::PodHeadline(const PodTableModel *pods, QWidget *parent) : QFrame(parent), m_pods(pods)
{
    setObjectName(u"podHeadline"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    m_podsBlock = addBlock(u"podCount"_s, tr("pods"));
    m_failedBlock = addBlock(u"failedCount"_s, tr("failed"));
    m_notStartingBlock = addBlock(u"notStartingCount"_s, tr("crash looping or not starting"));
    m_pendingBlock = addBlock(u"pendingLongCount"_s, tr("pending for long"));
    m_notReadyBlock = addBlock(u"notReadyCount"_s, tr("not ready"));
    layout->addStretch();
    m_due.setSingleShot(true);
    m_due.setInterval(pace);
    connect(&m_due, &QTimer::timeout, this, &PodHeadline::refresh);
    const auto later = [this] {
        if (!m_due.isActive())
            m_due.start();
    };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(pods, signal, this, later);
    connect(pods, &QAbstractItemModel::dataChanged, this, later);
    refresh();
}

void PodHeadline::setKnown(bool known)
{
    if (m_known == known)
        return;
    m_known = known;
    refresh();
}

PodHeadline::Block PodHeadline::addBlock(const QString &name, const QString &caption)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const Block block{new SignWidget({}, 10, row),
        PlainText::create({}, Typography::figures(Typography::headline()), QPalette::Text, row),
        PlainText::create(caption, Typography::secondary(), QPalette::PlaceholderText, row)};
    block.figure->setObjectName(name);
    layout->addWidget(block.sign);
    layout->addWidget(block.figure);
    layout->addWidget(block.caption);
    this->layout()->addWidget(row);
    return block;
}

void PodHeadline::refresh()
{
    Figures figures;
    figures.pods = m_pods->rowCount();
    for (int row = 0; row < figures.pods; ++row) {
        switch (m_pods->trouble(row)) {
        case PodTrouble::Failed:
            ++figures.failed;
            break;
        case PodTrouble::CrashLooping:
        case PodTrouble::NotStarting:
            ++figures.notStarting;
            break;
        case PodTrouble::PendingLong:
            ++figures.pendingLong;
            break;
        case PodTrouble::NotReady:
            ++figures.notReady;
            break;
        case PodTrouble::None:
        case PodTrouble::Waiting:
        case PodTrouble::Unknown:
            break;
        }
    }
    m_figures = figures;
    fill(m_podsBlock, figures.pods, {});
    fill(m_failedBlock, figures.failed, {::Shape::Diamond, Token::Critical});
    fill(m_notStartingBlock, figures.notStarting, {::Shape::Diamond, Token::Critical});
    fill(m_pendingBlock, figures.pendingLong, {::Shape::Triangle, Token::Warning});
    fill(m_notReadyBlock, figures.notReady, {::Shape::Triangle, Token::Warning});
    Q_EMIT figuresChanged();
}

void PodHeadline::fill(const Block &block, int value, const Sign &signWhenAny)
{
    block.sign->setSign(value > 0 ? signWhenAny : Sign());
    block.sign->setVisible(value > 0 && signWhenAny.shape != ::Shape::None);
    block.figure->setText(m_known ? Format::count(value) : Format::unknown());
    block.figure->setFont(Typography::figures(m_known ? Typography::headline() : Typography::body()));
    block.figure->setForegroundRole(value > 0 ? QPalette::Text : QPalette::PlaceholderText);
    block.figure->setAccessibleName(block.caption->text());
    block.figure->setAccessibleDescription(block.figure->text());
}
