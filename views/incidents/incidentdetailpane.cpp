// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/incidents/incidentdetailpane.h"

#include "models/changes/plainline.h"
#include "models/common/tableviewmodel.h"
#include "models/incidents/incidentstore.h"
#include "models/incidents/incidentsummary.h"
#include "models/incidents/incidentsuspects.h"
#include "models/incidents/playback.h"
#include "views/common/detailheader.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"
#include "views/incidents/incidentchart.h"
#include "views/incidents/playbackbar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

QString clock(const QDateTime &utc)
{
    return QLocale().toString(utc.toLocalTime(), u"yyyy-MM-dd HH:mm:ss"_s);
}

QLabel *createText(const QString &name, const QString &accessibleName, QWidget *parent)
{
    QLabel *label = PlainText::create({}, parent->font(), QPalette::Text, parent);
    label->setObjectName(name);
    label->setAccessibleName(accessibleName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(16, 4, 16, 4);
    return label;
}

} // namespace

IncidentDetailPane::IncidentDetailPane(IncidentStore *store, QWidget *parent)
    : QFrame(parent), m_store(store), m_playback(new Playback(store->clock(), this)),
      m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_facts(createText(u"incidentFacts"_s, tr("About the incident"), this)),
      m_moment(createText(u"incidentMoment"_s, tr("At the moment that is shown"), this)),
      m_chart(new IncidentChart(IncidentChart::Part::Both, this)),
      m_table(new TableView(new TableViewModel(&m_model, this), tr("Timeline"), this)), m_note(new QLineEdit(this)),
      m_add(new QPushButton(tr("&Add note"), this)), m_end(new QPushButton(tr("E&nd the incident…"), this)),
      m_export(new QPushButton(tr("E&xport post-mortem…"), this))
{
    setObjectName(u"incidentDetail"_s);
    setAccessibleName(tr("Details of the incident"));
    setMinimumWidth(560);
    m_table->setObjectName(u"incidentTimeline"_s);
    m_table->sortBy(u"time"_s, Qt::AscendingOrder);
    layOut();
    connect(m_store, &IncidentStore::recordChanged, this, [this](const QString &id) {
        if (id == m_id)
            refresh();
    });
    connect(m_chart, &IncidentChart::cursorWanted, m_playback, [this](const QDateTime &time) {
        m_playback->pause();
        m_playback->setCursor(time);
    });
    connect(m_chart, &IncidentChart::stepForwardWanted, m_playback, &Playback::stepForward);
    connect(m_chart, &IncidentChart::stepBackWanted, m_playback, &Playback::stepBack);
    connect(m_playback, &Playback::cursorMoved, this, &IncidentDetailPane::refreshMoment);
    connect(m_table, &TableView::opened, this, [this](const QString &key) {
        if (const int row = m_model.rowOf(key); row >= 0) {
            m_playback->pause();
            m_playback->setCursor(m_model.at(row).time);
        }
    });
    refresh();
}

void IncidentDetailPane::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(m_facts);
    layout->addWidget(m_chart);
    layout->addWidget(new PlaybackBar(m_playback, this));
    layout->addWidget(m_moment);
    layout->addWidget(m_table, 1);
    layout->addWidget(createNoteRow());
    layout->addWidget(createButtons());
}

QWidget *IncidentDetailPane::createHeader()
{
    auto *header = new DetailHeader(u"closeIncidentDetail"_s, this);
    m_title->setObjectName(u"incidentHeading"_s);
    connect(header, &DetailHeader::closeRequested, this, &IncidentDetailPane::closeRequested);
    header->addTitle(m_title);
    return header;
}

QWidget *IncidentDetailPane::createNoteRow()
{
    auto *row = new QWidget(this);
    m_note->setObjectName(u"incidentNote"_s);
    m_note->setAccessibleName(tr("Note for the timeline"));
    m_note->setPlaceholderText(tr("What you see, think or do, for those who read this later"));
    m_note->setMaxLength(static_cast<int>(IncidentStore::longestNote));
    m_add->setObjectName(u"addNote"_s);
    m_add->setAccessibleName(tr("Add note"));
    m_add->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_add);
    connect(m_note, &QLineEdit::returnPressed, this, &IncidentDetailPane::addNote);
    connect(m_add, &QPushButton::clicked, this, &IncidentDetailPane::addNote);
    connect(m_note, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    m_add->setEnabled(false);
    return row;
}

QWidget *IncidentDetailPane::createButtons()
{
    auto *buttons = new QFrame(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    m_export->setObjectName(u"exportPostMortem"_s);
    m_end->setObjectName(u"endIncident"_s);
    for (QPushButton *button : {m_export, m_end}) {
        button->setAccessibleName(QString(button->text()).remove(u'&'));
        button->setAutoDefault(false);
    }
    layout->addWidget(m_export);
    layout->addStretch(1);
    layout->addWidget(m_end);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(m_id); });
    connect(m_end, &QPushButton::clicked, this, [this] { Q_EMIT endRequested(m_id); });
    return buttons;
}

void IncidentDetailPane::setIncident(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_playback->pause();
    m_note->clear();
    if (!id.isEmpty())
        m_store->read(id);
    refresh();
}

void IncidentDetailPane::refresh()
{
    const IncidentRecord *record = m_store->record(m_id);
    m_export->setEnabled(record);
    m_note->setEnabled(record);
    m_end->setEnabled(record && record->incident.open());
    m_end->setToolTip(record && !record->incident.open() ? tr("It has ended already.") : QString());
    if (!record) {
        m_title->setText(m_id.isEmpty() ? QString() : tr("The incident is being read"));
        m_facts->clear();
        m_moment->clear();
        m_model.merge({});
        m_chart->setRecord({}, {}, {});
        return;
    }
    m_title->setText(record->incident.title);
    m_title->setToolTip(PlainText::tooltip(record->incident.title));
    m_facts->setText(factsText());
    m_model.merge(record->timeline);
    m_playback->setRecord(*record, m_store->now());
    m_chart->setRecord(*record, m_playback->from(), m_playback->to());
    refreshMoment();
}

QString IncidentDetailPane::factsText() const
{
    const IncidentRecord &record = *m_store->record(m_id);
    const Incident &incident = record.incident;
    QStringList lines;
    lines.append(incident.open() ? tr("Began %1, open since %2, started by %3.")
                                       .arg(clock(incident.begun), clock(incident.started), incident.startedBy)
                                 : tr("Began %1, ended %2 after %3.")
                                       .arg(clock(incident.begun), clock(incident.ended),
                                           IncidentSummary::duration(incident.begun.msecsTo(incident.ended))));
    const QList<Suspect> suspects = IncidentSuspects::of(record);
    lines.append(suspects.isEmpty() ? tr("What changed just before this: nothing is known.")
                                    : tr("What changed just before this: %1").arg(suspects.first().sentence));
    return QString((lines + record.problems).join(u'\n'));
}

void IncidentDetailPane::refreshMoment()
{
    m_chart->setCursorTime(m_playback->cursor());
    if (m_store->record(m_id))
        m_moment->setText(momentText());
}

QString IncidentDetailPane::momentText() const
{
    constexpr qsizetype most = 3;
    constexpr qsizetype longestLast = 110; // the table has all of it
    const QLocale locale;
    const IncidentMoment moment = momentOf(*m_store->record(m_id), m_playback->cursor());
    QStringList names;
    for (const auto &alert : moment.alerts) {
        if (!names.contains(alert.name))
            names.append(alert.name);
    }
    QStringList sentences;
    if (moment.alerts.isEmpty())
        sentences.append(tr("No alert fired."));
    else
        sentences.append(
            (moment.alerts.size() == 1 ? tr("One alert fired: %1.")
                                       : tr("%n alerts fired: %1.", nullptr, static_cast<int>(moment.alerts.size())))
                .arg(names.mid(0, most).join(u", "_s) + (names.size() > most ? u", …"_s : QString())));
    for (const IncidentFigure &figure : moment.figures.mid(0, most)) {
        const QString burn = figure.burnShort ? locale.toString(*figure.burnShort, 'f', 1) : tr("unknown");
        const QString left
            = figure.budgetLeft ? tr("%1 %").arg(locale.toString(*figure.budgetLeft * 100, 'f', 2)) : tr("unknown");
        sentences.append(tr("%1: burn rate %2, budget left %3.").arg(figure.name, burn, left));
    }
    if (!moment.silences.isEmpty())
        sentences.append(moment.silences.size() == 1
                ? tr("One silence was in force.")
                : tr("%n silences were in force.", nullptr, static_cast<int>(moment.silences.size())));
    if (!moment.latest.isEmpty())
        sentences.append(tr("Last: %1").arg(plainLine(moment.latest.first().sentence, longestLast)));
    return sentences.join(u' ');
}

void IncidentDetailPane::addNote()
{
    m_store->addNote(m_id, m_note->text());
    m_note->clear();
}

void IncidentDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
