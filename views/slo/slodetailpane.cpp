// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/slo/slodetailpane.h"

#include "models/common/tableviewmodel.h"
#include "models/slo/slodetail.h"
#include "models/slo/slorow.h"
#include "models/slo/slotiertablemodel.h"
#include "views/charts/burnchart.h"
#include "views/common/detailheader.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int signSize = 14;
constexpr int tiersHeight = 156;
constexpr int suspectsHeight = 120;

QLabel *createText(const QString &name, QWidget *parent)
{
    auto *label = PlainText::create({}, Typography::body(), QPalette::Text, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}
} // namespace

SloDetailPane::SloDetailPane(SloDetail *detail, QWidget *parent)
    : QFrame(parent), m_detail(detail), m_tierModel(new SloTierTableModel(this)),
      m_sign(new SignWidget(Sign::of(Condition::Severity::Unknown), signSize, this)),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_place(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_sentences(createText(u"sloSentences"_s, this)), m_facts(createText(u"sloFacts"_s, this)),
      m_tiers(new TableView(new TableViewModel(m_tierModel, this), tr("Pairs of windows"), this)),
      m_span(new QComboBox(this)), m_chart(new BurnChart(this)),
      m_suspectsTitle(PlainText::create(
          tr("What changed just before this?"), Typography::secondary(), QPalette::PlaceholderText, this)),
      m_suspects(new QListWidget(this)),
      m_noSuspects(PlainText::create({}, Typography::body(), QPalette::PlaceholderText, this))
{
    setObjectName(u"sloDetail"_s);
    setAccessibleName(tr("Details of the SLO"));
    setMinimumWidth(360);
    m_tiers->setObjectName(u"sloTiers"_s);
    m_tiers->setMinimumHeight(tiersHeight);
    setUpSpans();
    setUpSuspects();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"sloDetailScroll"_s);
    scroll->setAccessibleName(tr("Details of the SLO"));
    scroll->setFrameShape(NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(createBody());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(scroll, 1);
    connect(detail, &SloDetail::sloChanged, this, &SloDetailPane::refresh);
    connect(detail, &SloDetail::courseChanged, this, &SloDetailPane::refreshCourse);
    connect(detail, &SloDetail::markersChanged, this, [this] { m_chart->setMarkers(m_detail->markers()); });
    refresh();
    refreshCourse();
}

QWidget *SloDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeDetail"_s, this);
    m_title->setObjectName(u"detailTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place->setObjectName(u"sloPlace"_s);
    connect(header, &DetailHeader::closeRequested, this, &SloDetailPane::closeRequested);
    header->addPart(m_sign);
    header->addTitle(m_title);
    header->addPart(m_place);
    return header;
}

QWidget *SloDetailPane::createBody()
{
    auto *content = new QWidget(this);
    auto *row = new QWidget(content);
    auto *span = new QHBoxLayout(row);
    span->setContentsMargins(0, 0, 0, 0);
    auto *label = PlainText::create(tr("Time shown:"), Typography::secondary(), QPalette::PlaceholderText, row);
    label->setBuddy(m_span);
    span->addWidget(label);
    span->addWidget(m_span);
    span->addStretch(1);
    auto *body = new QVBoxLayout(content);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(12);
    body->addWidget(m_sentences);
    body->addWidget(m_suspectsTitle);
    body->addWidget(m_suspects);
    body->addWidget(m_noSuspects);
    body->addWidget(row);
    body->addWidget(m_chart, 1);
    body->addWidget(m_tiers);
    body->addWidget(m_facts);
    return content;
}

void SloDetailPane::setUpSpans()
{
    m_span->setObjectName(u"sloSpan"_s);
    m_span->setAccessibleName(tr("Time shown"));
    for (const int minutes : {10, 60, 6 * 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60}) {
        const std::chrono::seconds span = std::chrono::minutes(minutes);
        m_span->addItem(SloTexts::window(span), qlonglong(span.count()));
    }
    m_span->setCurrentIndex(m_span->findData(qlonglong(m_detail->span().count())));
    connect(m_span, &QComboBox::currentIndexChanged, this,
        [this] { m_detail->setSpan(std::chrono::seconds(m_span->currentData().toLongLong())); });
}

void SloDetailPane::setUpSuspects()
{
    m_suspects->setObjectName(u"suspects"_s);
    m_suspects->setAccessibleName(tr("What changed just before this?"));
    m_suspects->setWordWrap(true);
    m_suspects->setTextElideMode(Qt::ElideNone);
    m_suspects->setMaximumHeight(suspectsHeight);
    m_suspects->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_noSuspects->setObjectName(u"noSuspects"_s);
    m_noSuspects->setWordWrap(true);
    connect(m_suspects, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        const auto row = m_suspects->row(item);
        if (row >= 0 && row < m_known.size() && !m_known.at(row).change.isNull())
            Q_EMIT changeRequested(m_known.at(row).change);
    });
}

void SloDetailPane::setSuspects(const QList<Suspect> &suspects)
{
    m_known = suspects;
    refreshSuspects();
}

void SloDetailPane::refreshSuspects()
{
    const bool burning = m_detail->slo().burning();
    const bool any = !m_known.isEmpty();
    QStringList before;
    for (int row = 0; row < m_suspects->count(); ++row)
        before.append(m_suspects->item(row)->text());
    QStringList now;
    for (const Suspect &suspect : std::as_const(m_known))
        now.append(suspect.sentence);
    if (before != now) { // what is being read stays where it is
        m_suspects->clear();
        m_suspects->addItems(now);
    }
    m_suspectsTitle->setVisible(burning || any);
    m_suspects->setVisible(any);
    m_noSuspects->setVisible(burning && !any);
    m_noSuspects->setText(tr("Nothing is known to have changed here just before this. Look beyond this console: "
                             "deployments by others, traffic, what the service depends on."));
}

QString SloDetailPane::facts() const
{
    const Slo &slo = m_detail->slo();
    const QString unknown = tr("unknown");
    QStringList lines;
    if (!slo.description.isEmpty())
        lines.append(slo.description);
    lines.append(tr("Objective: %1").arg(slo.objective ? SloTexts::ratio(*slo.objective) : unknown));
    lines.append(tr("Period: %1").arg(slo.period.count() > 0 ? SloTexts::window(slo.period) : unknown));
    lines.append(slo.events ? tr("Events in the last %1: %2")
                                  .arg(SloTexts::window(slo.eventsWindow), QLocale().toString(qlonglong(*slo.events)))
                            : tr("Events: %1").arg(unknown));
    if (slo.exhaustionSeconds)
        lines.append(tr("Budget exhausted in: %1").arg(SloTexts::exhaustion(*slo.exhaustionSeconds)));
    lines.append(tr("Made by: %1").arg(slo.source));
    if (!slo.origin.isEmpty())
        lines.append(tr("Defined in: %1").arg(slo.origin));
    if (!slo.id.isEmpty())
        lines.append(tr("ID: %1").arg(slo.id));
    for (const auto &[name, text] : slo.labels)
        lines.append(tr("Label %1: %2").arg(name, text));
    for (const SloServer &server : slo.standings)
        lines.append(tr("Server %1: %2").arg(server.name, FreshnessText::sentence(server.freshness)));
    return lines.join(u'\n');
}

void SloDetailPane::refresh()
{
    const Slo &slo = m_detail->slo();
    const bool any = !slo.key.isEmpty();
    m_title->setText(slo.service.isEmpty() ? slo.name : tr("%1 of %2", "SLO and service").arg(slo.name, slo.service));
    m_title->setToolTip(PlainText::tooltip(m_title->text()));
    QStringList place;
    for (const QString &part : {slo.tenant, slo.cluster}) {
        if (!part.isEmpty())
            place.append(part);
    }
    m_place->setText(place.join(u" · "_s));
    m_sign->setSign(Sign::of(slo.state.severity));
    m_sign->setVisible(any);
    m_sentences->setText(m_detail->sentences().join(u"\n\n"_s));
    m_facts->setText(any ? facts() : QString());
    const bool faulty = slo.state.id == u"faulty"_s && slo.windows.isEmpty();
    m_tierModel->setTiers(any && !faulty ? m_detail->tiers() : QList<SloTier>(), slo.freshness);
    m_tiers->setVisible(!faulty);
    m_chart->setVisible(!faulty);
    setAccessibleDescription(m_title->text() + u' ' + slo.state.word);
    if (!any)
        m_known.clear();
    refreshSuspects();
}

void SloDetailPane::refreshCourse()
{
    m_chart->setCourse(m_detail->course(), m_detail->tiers());
    m_sentences->setText(m_detail->sentences().join(u"\n\n"_s));
}

void SloDetailPane::setRowHeight(TableView::RowHeight height)
{
    m_tiers->setRowHeight(height);
}

void SloDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
