// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pods/poddetailpane.h"

#include "models/common/format.h"
#include "models/pods/poddetail.h"
#include "views/common/icon.h"
#include "views/common/plaintext.h"
#include "views/common/sign.h"
#include "views/common/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
void setFact(QLabel *label, const QString &value, const QString &tooltip = {})
{
    label->setText(value.isEmpty() ? Format::none() : value);
    label->setToolTip(PlainText::tooltip(tooltip.isEmpty() ? value : tooltip));
}
} // namespace

PodDetailPane::PodDetailPane(PodDetail *detail, QWidget *parent)
    : QFrame(parent), m_detail(detail), m_title(PlainText::create({}, Typography::headline(), QPalette::Text, this)),
      m_place(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_stateSign(new SignWidget({}, 12, this)),
      m_state(PlainText::create({}, Typography::body(), QPalette::Text, this)),
      m_facts(new QGridLayout(new QWidget(this))), m_freshnessSign(new SignWidget({}, 10, this)),
      m_freshness(PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this)),
      m_showTenant(new QPushButton(tr("Show the &tenant"), this))
{
    setObjectName(u"podDetailPane"_s);
    setAccessibleName(tr("Details of the pod"));
    setMinimumWidth(360);
    m_state->setObjectName(u"podState"_s);
    m_freshness->setObjectName(u"podFreshness"_s);
    m_freshness->setWordWrap(true);
    m_showTenant->setObjectName(u"showTenantOfPod"_s);
    m_showTenant->setAccessibleName(tr("Show the tenant of the pod"));
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    m_phase = addFact(tr("Phase"), u"podPhase"_s);
    m_reason = addFact(tr("Reason"), u"podReason"_s);
    m_ready = addFact(tr("Containers ready"), u"podReady"_s);
    m_restarts = addFact(tr("Restarts"), u"podRestarts"_s);
    m_node = addFact(tr("Node"), u"podNode"_s);
    m_workload = addFact(tr("Workload"), u"podWorkload"_s);
    m_tags = addFact(tr("Image tags"), u"podTags"_s);
    m_cpu = addFact(tr("CPU requested"), u"podCpu"_s);
    m_memory = addFact(tr("Memory requested"), u"podMemory"_s);
    m_age = addFact(tr("Age"), u"podAge"_s);
    m_tenant = addFact(tr("Tenant"), u"podTenant"_s);
    auto *middle = new QWidget(this);
    auto *body = new QVBoxLayout(middle);
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(16);
    body->addWidget(createLine(m_stateSign, m_state));
    body->addWidget(m_facts->parentWidget());
    body->addWidget(m_showTenant, 0, Qt::AlignLeft);
    body->addStretch(1);
    body->addWidget(createLine(m_freshnessSign, m_freshness));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(middle, 1);
    connect(detail, &PodDetail::podChanged, this, &PodDetailPane::refresh);
    connect(m_showTenant, &QPushButton::clicked, this, &PodDetailPane::tenantRequested);
    connect(&m_ageing, &QTimer::timeout, this, &PodDetailPane::refresh);
    refresh();
}

QWidget *PodDetailPane::createHeader()
{
    auto *header = new QFrame(this);
    header->setObjectName(u"detailHeader"_s);
    m_title->setObjectName(u"podTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_place->setObjectName(u"podPlace"_s);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *close = new QToolButton(header);
    close->setObjectName(u"closePodDetail"_s);
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(tr("Close the details (Escape)"));
    close->setIcon(Icon::tinted(u"close"_s));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &PodDetailPane::closeRequested);
    auto *names = new QVBoxLayout(new QWidget(header));
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_place);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(names->parentWidget(), 1);
    layout->addWidget(close);
    header->setFixedHeight(64);
    return header;
}

QLabel *PodDetailPane::addFact(const QString &title, const QString &name)
{
    const int row = m_facts->rowCount();
    QLabel *caption = PlainText::create(title, Typography::secondary(), QPalette::PlaceholderText, this);
    QLabel *value = PlainText::create({}, Typography::body(), QPalette::Text, this);
    value->setObjectName(name);
    value->setAccessibleName(title);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setWordWrap(true);
    m_facts->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_facts->addWidget(value, row, 1, Qt::AlignTop);
    return value;
}

QWidget *PodDetailPane::createLine(SignWidget *sign, QLabel *label)
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sign);
    layout->addWidget(label, 1);
    return line;
}

void PodDetailPane::refresh()
{
    const Pod &pod = m_detail->pod();
    m_title->setText(pod.name);
    m_title->setToolTip(PlainText::tooltip(pod.name));
    const QString where = pod.preview ? tr("in cluster %1, namespace not known yet").arg(pod.cluster)
                                      : tr("in %1, cluster %2").arg(pod.namespaceName, pod.cluster);
    m_place->setText(m_detail->vanished() ? tr("no longer there; this is the last that was known of it")
            : pod.cluster.isEmpty()       ? QString()
                                          : where);
    setAccessibleDescription(pod.name);
    m_stateSign->setSign(Sign::of(pod.condition.severity));
    m_state->setText(pod.condition.word);
    refreshFacts();
    const Freshness freshness = m_detail->vanished() ? Freshness() : pod.freshness;
    m_freshnessSign->setSign(Sign::of(freshness.state));
    m_freshness->setText(m_detail->vanished() ? tr("The pod has been deleted.")
            : pod.preview ? tr("The server's first, quick answer: it may be old. The rest is being read.")
                          : FreshnessText::sentence(freshness));
}

void PodDetailPane::refreshFacts()
{
    const Pod &pod = m_detail->pod();
    const auto unlessPreview = [&pod](const QString &value) { return pod.preview ? Format::unknown() : value; };
    setFact(m_phase, PodText::phase(pod.phase));
    setFact(m_reason, pod.reason);
    setFact(m_ready, tr("%1 of %2").arg(Format::count(pod.ready), Format::count(pod.containers)));
    setFact(m_restarts, Format::count(pod.restarts));
    setFact(m_node, pod.node);
    setFact(m_workload, unlessPreview(pod.workload));
    setFact(m_tags, unlessPreview(pod.imageTags));
    setFact(m_cpu, unlessPreview(Format::cores(pod.cpuRequested)));
    setFact(m_memory, unlessPreview(Format::bytes(pod.memoryRequested)));
    setFact(m_age, Format::value(pod.created, CellKind::Time),
        QLocale().toString(pod.created.toLocalTime(), QLocale::LongFormat));
    setFact(m_tenant, pod.tenant ? *pod.tenant : Format::unknown());
    const bool belongs = pod.tenant && !pod.tenant->isEmpty();
    m_showTenant->setEnabled(belongs);
    m_showTenant->setToolTip(
        belongs ? QString() : tr("The pod's namespace carries no tenant label, as far as is known."));
}

void PodDetailPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}

void PodDetailPane::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_ageing.start(ageing);
}

void PodDetailPane::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_ageing.stop();
}
