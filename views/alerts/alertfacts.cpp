// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/alerts/alertfacts.h"

#include "models/common/format.h"
#include "views/alerts/linkdialog.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype longestLink = 40; // characters of a name in a button

QString listed(const QStringList &names)
{
    if (names.size() <= AlertFacts::mostNames)
        return names.join(u", "_s);
    return AlertFacts::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - AlertFacts::mostNames))
        .arg(names.first(AlertFacts::mostNames).join(u", "_s));
}

QString shortened(const QString &name)
{
    return PlainText::label(name.size() <= longestLink ? name : QString(name.left(longestLink - 1) + u'…'));
}

QString sinceText(const QDateTime &time)
{
    return AlertFacts::tr("%1, for %2", "moment and how long ago")
        .arg(QLocale().toString(time.toLocalTime(), QLocale::ShortFormat), Format::value(time, CellKind::Time));
}

QString exact(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::LongFormat);
}
} // namespace

AlertFacts::AlertFacts(QWidget *parent)
    : QWidget(parent), m_sign(new SignWidget({}, 16, this)),
      m_name(createText(u"alertName"_s, Typography::headline(), QPalette::Text)),
      m_state(createText(u"alertState"_s, Typography::body(), QPalette::PlaceholderText)),
      m_summary(createText(u"alertSummary"_s, Typography::body(), QPalette::Text)),
      m_description(createText(u"alertDescription"_s, Typography::body(), QPalette::PlaceholderText)),
      m_note(createText(u"alertNote"_s, Typography::body(), QPalette::Text)), m_facts(nullptr),
      m_labels(new QPlainTextEdit(this))
{
    setObjectName(u"alertFacts"_s);
    auto facts = std::make_unique<QGridLayout>();
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(12);
    facts->setVerticalSpacing(4);
    facts->setColumnStretch(1, 1);
    m_facts = facts.get();
    auto head = std::make_unique<QHBoxLayout>();
    head->setSpacing(8);
    head->addWidget(m_sign);
    head->addWidget(m_name, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head.release());
    layout->addWidget(m_state);
    layout->addWidget(m_note);
    layout->addWidget(m_summary);
    layout->addWidget(m_description);
    layout->addWidget(createLinks());
    layout->addLayout(facts.release());
    m_since = addFact(tr("Since"), u"alertSince"_s);
    m_place = addFact(tr("Where"), u"alertPlace"_s);
    m_owner = addFact(tr("Owner"), u"alertOwner"_s);
    m_claim = addFact(tr("Claimed by"), u"alertClaim"_s);
    m_receivers = addFact(tr("Told to"), u"alertReceivers"_s);
    m_sources = addFact(tr("Known to"), u"alertSources"_s);
    m_silencedBy = addFact(tr("Silenced by"), u"alertSilencedBy"_s);
    m_inhibitedBy = addFact(tr("Inhibited by"), u"alertInhibitedBy"_s);
    m_freshness = addFact(tr("Confirmed"), u"alertFreshness"_s);
    QLabel *labels = createText({}, Typography::secondary(), QPalette::PlaceholderText);
    labels->setText(tr("Labels"));
    layout->addWidget(labels);
    m_labels->setObjectName(u"alertLabels"_s);
    m_labels->setAccessibleName(tr("Labels"));
    m_labels->setReadOnly(true);
    m_labels->setTabChangesFocus(true);
    m_labels->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_labels->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_labels, 1);
}

QLabel *AlertFacts::createText(const QString &name, QFont font, QPalette::ColorRole role)
{
    QLabel *label = PlainText::create({}, font, role, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

QLabel *AlertFacts::addFact(const QString &title, const QString &name)
{
    QLabel *value = createText(name, Typography::body(), QPalette::Text);
    value->setAccessibleName(title);
    QLabel *caption = PlainText::create(title, Typography::secondary(), QPalette::PlaceholderText, this);
    const int row = m_facts->rowCount();
    m_facts->addWidget(caption, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_facts->addWidget(value, row, 1);
    m_titles.insert(value, caption);
    return value;
}

QToolButton *AlertFacts::createLink(const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("link", true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget *AlertFacts::createLinks()
{
    auto *box = new QWidget(this);
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    m_slo = createLink(u"openSlo"_s);
    m_rollout = createLink(u"openRollout"_s);
    m_tenant = createLink(u"openTenant"_s);
    m_runbook = createLink(u"openRunbook"_s);
    m_generator = createLink(u"openGenerator"_s);
    const auto addLine = [&](std::initializer_list<QToolButton *> buttons) {
        auto line = std::make_unique<QHBoxLayout>();
        line->setSpacing(4);
        for (QToolButton *button : buttons)
            line->addWidget(button);
        line->addStretch(1);
        lines->addLayout(line.release());
    };
    addLine({m_slo, m_rollout, m_tenant});
    addLine({m_runbook, m_generator});
    connect(m_slo, &QToolButton::clicked, this, [this] { Q_EMIT sloRequested(m_alert); });
    connect(m_rollout, &QToolButton::clicked, this, [this] { Q_EMIT rolloutRequested(m_alert); });
    connect(m_tenant, &QToolButton::clicked, this, [this] { Q_EMIT tenantRequested(m_alert); });
    connect(m_runbook, &QToolButton::clicked, this, [this] { Q_EMIT linkRequested(m_alert.runbook); });
    connect(m_generator, &QToolButton::clicked, this, [this] { Q_EMIT linkRequested(m_alert.generator); });
    return box;
}

//! A fact that there is nothing of takes no room.
void AlertFacts::setFact(QLabel *label, const QString &text, const QString &tooltip)
{
    label->setText(text);
    label->setToolTip(PlainText::tooltip(tooltip.isEmpty() ? text : tooltip));
    label->setVisible(!text.isEmpty());
    if (QLabel *caption = m_titles.value(label))
        caption->setVisible(!text.isEmpty());
}

void AlertFacts::setAlert(const Alert &alert)
{
    if (alert == m_alert && !alert.key.isEmpty())
        return; // a chosen text is not lost to a refresh without news
    m_alert = alert;
    const Condition severity = AlertText::severity(alert.severity);
    m_sign->setSign(Sign::of(severity.severity));
    m_name->setText(alert.name);
    m_name->setToolTip(PlainText::tooltip(alert.name));
    m_state->setText(severity.word.isEmpty() ? alert.state.word
                                             : tr("%1, %2", "severity and state").arg(severity.word, alert.state.word));
    setFact(m_note, alert.note);
    setFact(m_summary, alert.summary);
    setFact(m_description, alert.description == alert.summary ? QString() : alert.description);
    setFact(m_since, alert.since.isValid() ? sinceText(alert.since) : Format::unknown(),
        alert.since.isValid() ? exact(alert.since) : QString());
    QStringList place;
    if (!alert.namespaceName.isEmpty())
        place.append(tr("namespace %1").arg(alert.namespaceName));
    if (!alert.cluster.isEmpty())
        place.append(tr("cluster %1").arg(alert.cluster));
    setFact(m_place, place.join(u", "_s));
    setFact(m_owner, alert.owner);
    setFact(m_claim,
        alert.claimNote.isEmpty() || alert.claimedBy.isEmpty()
            ? alert.claimedBy
            : tr("%1: %2", "person and note").arg(alert.claimedBy, alert.claimNote));
    setFact(m_receivers, listed(alert.receivers), alert.receivers.join(u'\n'));
    setFact(m_sources, listed(alert.sources), alert.sources.join(u'\n'));
    setFact(m_silencedBy, listed(alert.silencedBy), alert.silencedBy.join(u'\n'));
    setFact(m_inhibitedBy, listed(alert.inhibitedBy), alert.inhibitedBy.join(u'\n'));
    setFact(m_freshness, FreshnessText::sentence(alert.freshness));
    setAccessibleName(tr("Alert %1").arg(alert.name));
    refreshLinks();
    refreshLabels();
}

void AlertFacts::refreshLinks()
{
    const auto set = [](QToolButton *button, const QString &target, const QString &text, const QString &tooltip) {
        button->setVisible(!target.isEmpty());
        button->setText(text);
        button->setAccessibleName(QString(text).replace(u"&&"_s, u"&"_s));
        button->setToolTip(PlainText::tooltip(tooltip));
    };
    set(m_slo, m_alert.slo, tr("SLO %1").arg(shortened(m_alert.slo)), tr("Shows the SLO %1").arg(m_alert.slo));
    set(m_rollout, m_alert.rollout, tr("Rollout %1").arg(shortened(m_alert.rollout)),
        tr("Shows what runs of %1").arg(m_alert.rollout));
    set(m_tenant, m_alert.tenantKey, tr("Tenant %1").arg(shortened(m_alert.tenant)),
        tr("Shows the tenant %1").arg(m_alert.tenant));
    const QUrl runbook = LinkDialog::usable(m_alert.runbook);
    set(m_runbook, runbook.host(), tr("Runbook on %1…").arg(shortened(runbook.host(QUrl::FullyEncoded))),
        tr("Shows the whole address before it is opened"));
    const QUrl generator = LinkDialog::usable(m_alert.generator);
    set(m_generator, generator.host(), tr("Rule on %1…").arg(shortened(generator.host(QUrl::FullyEncoded))),
        tr("Shows the whole address before it is opened"));
}

void AlertFacts::refreshLabels()
{
    QStringList lines;
    for (const auto &[name, value] : m_alert.labels.first(std::min(m_alert.labels.size(), mostLabels)))
        lines.append(name + u": "_s + value);
    if (m_alert.labels.size() > mostLabels)
        lines.append(tr("and %n more", nullptr, static_cast<int>(m_alert.labels.size() - mostLabels)));
    m_labels->setPlainText(lines.join(u'\n'));
    const int line = m_labels->fontMetrics().lineSpacing();
    m_labels->setMinimumHeight(line * static_cast<int>(std::clamp<qsizetype>(lines.size(), 3, 10)) + 12);
}
