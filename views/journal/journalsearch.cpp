// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/journal/journalsearch.h"

#include "models/changes/change.h"
#include "models/journal/journaltablemodel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int longestText = 200; // of what is looked for
constexpr int narrowest = 72; // pixels: a panel that nobody looks at must not keep the window wide

//! Keeps what was typed, whatever is offered.
void offer(QComboBox *box, const QStringList &names)
{
    const QString typed = box->currentText();
    const QSignalBlocker blocker(box);
    box->clear();
    box->addItem(QString());
    box->addItems(names);
    box->setCurrentIndex(box->findText(typed, Qt::MatchExactly | Qt::MatchCaseSensitive));
    box->setEditText(typed);
}
} // namespace

JournalSearch::JournalSearch(const JournalTableModel *table, QWidget *parent)
    : QWidget(parent), m_table(table), m_text(new QLineEdit(this)),
      m_person(createNames(tr("Person"), u"journalPerson"_s)), m_tenant(createNames(tr("Tenant"), u"journalTenant"_s)),
      m_cluster(createNames(tr("Cluster"), u"journalCluster"_s)), m_kind(createNames(tr("Kind"), u"journalKind"_s)),
      m_period(new QComboBox(this)), m_from(createMoment(tr("From"), u"journalFrom"_s)),
      m_to(createMoment(tr("Until"), u"journalTo"_s))
{
    m_text->setObjectName(u"journalText"_s);
    m_text->setAccessibleName(tr("Search the journal"));
    m_text->setPlaceholderText(tr("Search the whole journal"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(longestText);
    m_text->setMinimumWidth(narrowest);
    setUpPeriod();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    for (QWidget *field :
        std::initializer_list<QWidget *>{m_person, m_tenant, m_cluster, m_kind, m_period, m_from, m_to})
        layout->addWidget(field);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &JournalSearch::tell);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(typing); });
    connect(m_text, &QLineEdit::returnPressed, this, &JournalSearch::tell);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(table, signal, this, &JournalSearch::offerNames);
    m_kind->addItem(QString());
    m_kind->addItems(ChangeText::kindIds());
    offerNames();
}

QComboBox *JournalSearch::createNames(const QString &what, const QString &name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(what);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMinimumContentsLength(8);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumWidth(narrowest);
    box->lineEdit()->setPlaceholderText(what);
    box->lineEdit()->setMaxLength(longestText);
    connect(box, &QComboBox::currentTextChanged, this, [this] { m_typing.start(typing); });
    return box;
}

QDateTimeEdit *JournalSearch::createMoment(const QString &what, const QString &name)
{
    auto *moment = new QDateTimeEdit(this);
    moment->setObjectName(name);
    moment->setAccessibleName(what);
    moment->setToolTip(what);
    moment->setCalendarPopup(true);
    moment->setMinimumWidth(narrowest);
    moment->hide();
    connect(moment, &QDateTimeEdit::dateTimeChanged, this, [this] { m_typing.start(typing); });
    return moment;
}

void JournalSearch::setUpPeriod()
{
    m_period->setObjectName(u"journalPeriod"_s);
    m_period->setAccessibleName(tr("Period"));
    m_period->setMinimumWidth(narrowest);
    const std::array periods{std::pair{Period::Always, tr("Any time")}, std::pair{Period::Hour, tr("Last hour")},
        std::pair{Period::Day, tr("Last 24 hours")}, std::pair{Period::Week, tr("Last 7 days")},
        std::pair{Period::Month, tr("Last 30 days")}, std::pair{Period::Between, tr("Between…")}};
    for (const auto &[period, text] : periods)
        m_period->addItem(text, static_cast<int>(period));
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        const bool between = period() == Period::Between;
        if (between && !m_from->isVisibleTo(this)) { // begins with all that is in the table
            QDateTime oldest;
            QDateTime newest;
            for (const JournalLine &line : m_table->rows()) {
                oldest = oldest.isValid() ? std::min(oldest, line.time) : line.time;
                newest = newest.isValid() ? std::max(newest, line.time) : line.time;
            }
            if (oldest.isValid()) {
                m_from->setDateTime(oldest.toLocalTime());
                m_to->setDateTime(newest.addSecs(60).toLocalTime());
            }
        }
        m_from->setVisible(between);
        m_to->setVisible(between);
        tell();
    });
}

JournalSearch::Period JournalSearch::period() const
{
    return static_cast<Period>(m_period->currentData().toInt());
}

JournalWish JournalSearch::wish() const
{
    JournalWish wish;
    wish.text = m_text->text().trimmed();
    wish.person = m_person->currentText().trimmed();
    wish.tenant = m_tenant->currentText().trimmed();
    wish.cluster = m_cluster->currentText().trimmed();
    wish.kind = m_kind->currentText().trimmed();
    switch (period()) {
    case Period::Always:
        break;
    case Period::Hour:
        wish.within = std::chrono::hours(1);
        break;
    case Period::Day:
        wish.within = std::chrono::hours(24);
        break;
    case Period::Week:
        wish.within = std::chrono::hours(24 * 7);
        break;
    case Period::Month:
        wish.within = std::chrono::hours(24 * 30);
        break;
    case Period::Between:
        wish.from = m_from->dateTime().toUTC();
        wish.to = m_to->dateTime().toUTC();
        break;
    }
    return wish;
}

void JournalSearch::clear()
{
    m_text->clear();
    for (QComboBox *box : {m_person, m_tenant, m_cluster, m_kind}) {
        box->setCurrentIndex(-1);
        box->clearEditText();
    }
    m_period->setCurrentIndex(0);
    tell();
}

void JournalSearch::offerNames()
{
    constexpr qsizetype most = 500;
    QStringList people;
    QStringList tenants;
    QStringList clusters;
    for (const JournalLine &line : m_table->rows()) {
        for (const auto &[names, name] : {std::pair(&people, &line.person), std::pair(&tenants, &line.tenant),
                 std::pair(&clusters, &line.cluster)}) {
            if (!name->isEmpty() && names->size() < most && !names->contains(*name))
                names->append(*name);
        }
    }
    for (const auto &[box, names] :
        {std::pair(m_person, &people), std::pair(m_tenant, &tenants), std::pair(m_cluster, &clusters)}) {
        names->sort();
        if (m_told.isEmpty() || names->size() > 1) // what a filter leaves over is no choice
            offer(box, *names);
    }
}

void JournalSearch::tell()
{
    m_typing.stop();
    if (const JournalWish now = wish(); std::exchange(m_told, now) != now)
        Q_EMIT wishChanged(now);
}
