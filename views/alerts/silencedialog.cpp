// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/silencedialog.h"

#include "models/alerts/alertstore.h"
#include "models/alerts/alerttablemodel.h"
#include "models/changes/changeriver.h"
#include "models/common/format.h"
#include "views/alerts/matchereditor.h"
#include "views/changes/changeform.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::array lengths{std::chrono::seconds(15min), std::chrono::seconds(30min), std::chrono::seconds(1h),
    std::chrono::seconds(2h), std::chrono::seconds(4h), std::chrono::seconds(8h), std::chrono::seconds(24h),
    std::chrono::seconds(72h), std::chrono::seconds(168h)};
constexpr std::chrono::seconds usualLength = 2h;
constexpr qint64 untilAMoment = -1;
constexpr int previewRows = 6; // that are seen without scrolling

QTableWidgetItem *cell(const QString &text, Qt::Alignment alignment)
{
    auto item = std::make_unique<QTableWidgetItem>(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setToolTip(PlainText::tooltip(text));
    return item.release(); // the table's
}
} // namespace

bool SilenceLengths::allowed(const ChangePolicy &policy, std::chrono::seconds length)
{
    // What it has against the comment, it has against that of the shortest one, too.
    return SilenceEdits::objections(policy, length, {}).size() <= SilenceEdits::objections(policy, 1s, {}).size();
}

QList<std::chrono::seconds> SilenceLengths::offered(const ChangePolicy &policy)
{
    QList<std::chrono::seconds> result;
    std::ranges::copy_if(
        lengths, std::back_inserter(result), [&](std::chrono::seconds length) { return allowed(policy, length); });
    return result;
}

SilenceDialog::SilenceDialog(Sources sources, const QList<Alert> &alerts, QWidget *parent)
    : QDialog(parent), m_sources(sources), m_matchers(new MatcherEditor(this)), m_server(new QComboBox(this)),
      m_duration(new QComboBox(this)), m_until(new QDateTimeEdit(this)), m_comment(new QPlainTextEdit(this)),
      m_sentence(PlainText::create({}, Typography::body(), QPalette::WindowText, this)),
      m_table(new QTableWidget(0, 3, this)), m_form(new ChangeForm(sources.river, this))
{
    setObjectName(u"silenceDialog"_s);
    setWindowTitle(tr("Silence alerts"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize most = screen()->availableGeometry().size();
    resize(std::min(1240, most.width()), std::min(760, most.height()));
    setUpServers(SilenceEdits::proposedServer(sources.store, alerts));
    setUpDuration();
    setUpComment();
    setUpPreview();
    auto *area = new QScrollArea(this);
    area->setObjectName(u"silenceScroll"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(560);
    area->setWidget(createBody(alerts));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *closing = buttons->button(QDialogButtonBox::Close);
    closing->setObjectName(u"closeSilence"_s);
    closing->setAccessibleName(tr("Close"));
    closing->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    auto sides = std::make_unique<QHBoxLayout>(); // what is wanted, and what comes of it, at one glance
    sides->setSpacing(24);
    sides->addWidget(area, 5);
    sides->addWidget(m_form, 4);
    layout->addLayout(sides.release(), 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setUpConnections();
    m_matchers->setLabelNames(sources.store.labelNames());
    m_matchers->setMatchers(SilenceEdits::proposedMatchers(alerts));
    refresh();
    m_comment->setFocus(Qt::OtherFocusReason); // what is left for the person to say
}

QWidget *SilenceDialog::createBody(const QList<Alert> &alerts)
{
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(12);
    const QString title = alerts.isEmpty() ? tr("Silence alerts")
        : alerts.size() == 1               ? tr("Silence the alert %1").arg(alerts.constFirst().name)
                                           : tr("Silence %1 alerts").arg(Format::count(alerts.size()));
    QLabel *what = PlainText::create(title, Typography::headline(), QPalette::WindowText, body);
    what->setObjectName(u"silenceWanted"_s);
    what->setWordWrap(true);
    layout->addWidget(what);
    QLabel *how = PlainText::create(tr("Whatever meets all of these conditions is told to nobody while the silence "
                                       "lasts, also what begins later."),
        Typography::body(), QPalette::PlaceholderText, body);
    how->setWordWrap(true);
    layout->addWidget(how);
    layout->addWidget(m_matchers);
    auto *fields = new QWidget(body);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    auto length = std::make_unique<QHBoxLayout>();
    length->addWidget(m_duration);
    length->addWidget(m_until);
    length->addStretch(1);
    auto *lengthTitle = new QLabel(tr("For how &long"), fields);
    lengthTitle->setBuddy(m_duration);
    form->addRow(lengthTitle, length.release());
    form->addRow(tr("&Why"), m_comment);
    form->addRow(tr("&On"), m_server);
    form->setRowVisible(m_server, m_server->count() > 1);
    layout->addWidget(fields);
    layout->addWidget(m_sentence);
    layout->addWidget(m_table);
    layout->addStretch(1);
    return body;
}

void SilenceDialog::setUpServers(const QString &proposed)
{
    m_server->setObjectName(u"silenceServer"_s);
    m_server->setAccessibleName(tr("Alertmanager that it is made on"));
    for (const AlertServer &server : m_sources.store.servers()) {
        if (server.kind == AlertServer::Kind::Alertmanager)
            m_server->addItem(PlainText::label(server.name), server.id);
    }
    m_server->setCurrentIndex(std::max(0, m_server->findData(proposed)));
}

void SilenceDialog::setUpDuration()
{
    m_duration->setObjectName(u"silenceDuration"_s);
    m_duration->setAccessibleName(tr("For how long"));
    for (const std::chrono::seconds length : SilenceLengths::offered(m_sources.river.policy()))
        m_duration->addItem(FreshnessText::duration(length), qint64(length.count()));
    m_duration->addItem(tr("until a moment…"), untilAMoment);
    const int usual = m_duration->findData(qint64(usualLength.count()));
    m_duration->setCurrentIndex(usual >= 0 ? usual : std::max(0, m_duration->count() - 2));
    m_until->setObjectName(u"silenceUntil"_s);
    m_until->setAccessibleName(tr("When it ends"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(locale().dateTimeFormat(QLocale::ShortFormat));
    m_until->setDateTime(m_sources.river.now().toLocalTime().addSecs(usualLength.count()));
    m_until->hide();
}

void SilenceDialog::setUpComment()
{
    m_comment->setObjectName(u"silenceComment"_s);
    m_comment->setAccessibleName(tr("Why it is silenced"));
    m_comment->setPlaceholderText(tr("Why it may be silent, and who looks after it meanwhile"));
    m_comment->setProperty("field", true);
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(56);
}

void SilenceDialog::setUpPreview()
{
    m_sentence->setObjectName(u"silenceSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_table->setObjectName(u"silencePreview"_s);
    m_table->setAccessibleName(tr("What it hides, by tenant"));
    m_table->setHorizontalHeaderLabels({tr("Tenant"), tr("Hides now"), tr("Would have hidden in the last day")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setProperty("plain", true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
}

void SilenceDialog::setUpConnections()
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settlesIn);
    connect(&m_settle, &QTimer::timeout, this, &SilenceDialog::refresh);
    const auto soon = [this] { m_settle.start(); };
    connect(m_matchers, &MatcherEditor::matchersChanged, this, soon);
    connect(m_comment, &QPlainTextEdit::textChanged, this, soon);
    connect(m_server, &QComboBox::currentIndexChanged, this, soon);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, soon);
    connect(m_duration, &QComboBox::currentIndexChanged, this, [this, soon] {
        m_until->setVisible(m_duration->currentData().toLongLong() == untilAMoment);
        soon();
    });
    // Counts go on while one thinks; the change itself stays what was asked for.
    connect(&m_sources.store, &AlertStore::changed, this, [this] {
        if (!m_settle.isActive())
            refreshPreview();
    });
    connect(m_form, &ChangeForm::gaveUp, this, &QDialog::reject);
    m_matchers->setCounter([this](const SilenceMatcher &matcher) {
        return SilenceEdits::preview(m_sources.store, {matcher}, m_sources.river.now()).now;
    });
}

std::chrono::seconds SilenceDialog::duration() const
{
    const qint64 chosen = m_duration->currentData().toLongLong();
    if (chosen != untilAMoment)
        return std::chrono::seconds(chosen);
    return std::chrono::seconds(std::max<qint64>(m_sources.river.now().secsTo(m_until->dateTime()), 0));
}

SilenceWish SilenceDialog::wish() const
{
    SilenceWish wish;
    wish.serverId = m_server->currentData().toString();
    wish.matchers = m_matchers->matchers();
    wish.duration = duration();
    wish.comment = m_comment->toPlainText().simplified();
    return wish;
}

void SilenceDialog::refresh()
{
    m_settle.stop();
    refreshPreview();
    ask();
}

void SilenceDialog::refreshPreview()
{
    const QList<SilenceMatcher> matchers = m_matchers->matchers();
    wantHistory(matchers);
    m_matchers->recount();
    const SilencePreview preview = matchers.isEmpty()
        ? SilencePreview{}
        : SilenceEdits::preview(m_sources.store, matchers, m_sources.river.now());
    m_sentence->setText(matchers.isEmpty() ? tr("It hides nothing without a condition. Add one.") : preview.sentence);
    if (preview == m_preview && m_table->rowCount() > 0)
        return;
    m_preview = preview;
    m_table->setRowCount(static_cast<int>(preview.tenants.size()));
    int row = 0;
    for (const SilencePreview::Line &line : preview.tenants) {
        m_table->setItem(row, 0, cell(line.tenant.isEmpty() ? tr("no tenant") : line.tenant, Qt::AlignLeft));
        m_table->setItem(row, 1, cell(Format::count(line.now), Qt::AlignRight));
        m_table->setItem(row, 2, cell(Format::count(line.lastDay), Qt::AlignRight));
        ++row;
    }
    m_table->setVisible(row > 0);
    const int header = m_table->horizontalHeader()->sizeHint().height();
    m_table->setFixedHeight(header + 24 * std::min(row, previewRows) + 4);
}

//! What the last day held is asked for once for each set of labels, not with every key.
void SilenceDialog::wantHistory(const QList<SilenceMatcher> &matchers)
{
    QList<QPair<QString, QString>> labels;
    for (const SilenceMatcher &matcher : matchers) {
        if (matcher.equal && !matcher.regex && !matcher.value.isEmpty())
            labels.append({matcher.name, matcher.value});
    }
    if (labels.isEmpty() || labels == m_askedHistory)
        return;
    m_askedHistory = labels;
    m_sources.store.wantHistory(labels);
}

void SilenceDialog::ask()
{
    const SilenceWish wanted = wish();
    const QStringList objections = SilenceEdits::objections(m_sources.river.policy(), wanted.duration, wanted.comment);
    SilenceEdit edit = objections.isEmpty() ? SilenceEdits::create(m_sources.river, m_sources.store, wanted)
                                            : SilenceEdit{{}, objections.join(u' ')};
    if (edit.change && edit.change->reason.isEmpty())
        edit.change->reason = wanted.comment; // nobody writes it twice
    m_form->setProblem(edit.problem);
    m_form->setChange(edit.change,
        edit.change ? tr("Silence %1 for %2", "alerts and time")
                          .arg(m_preview.now == 1 ? tr("1 alert") : tr("%1 alerts").arg(Format::count(m_preview.now)),
                              FreshnessText::duration(wanted.duration))
                    : QString());
}
