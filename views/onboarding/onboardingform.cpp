// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/onboarding/onboardingform.h"

#include "models/changes/changeriver.h"
#include "models/fleet/clusterlistmodel.h"
#include "models/onboarding/tenanttemplate.h"
#include "views/common/plaintext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

using Field = TenantForm::Field;

OnboardingForm::OnboardingForm(
    const ClusterListModel &clusters, const ChangeRiver &river, const TenantTemplates &templates, QWidget *parent)
    : QWidget(parent), m_clusters(clusters), m_river(river), m_templates(templates), m_layout(new QFormLayout(this)),
      m_cluster(addChoice(Field::Cluster, tr("Cl&uster"), u"onboardCluster"_s)),
      m_name(addLine(Field::Name, tr("&Name"), u"onboardName"_s, tr("team-blue"))),
      m_tier(addChoice(Field::Tier, tr("&Tier"), u"onboardTier"_s)), m_tierMeaning(addMeaning(u"onboardTierMeaning"_s)),
      m_isolation(addChoice(Field::Isolation, tr("&Isolation"), u"onboardIsolation"_s)),
      m_isolationMeaning(addMeaning(u"onboardIsolationMeaning"_s)),
      m_owner(addLine(Field::Owner, tr("&Owner"), u"onboardOwner"_s, tr("as the cluster knows the name"))),
      m_ownerKind(addOwnerKind()),
      m_costCentre(addLine(Field::CostCentre, tr("&Cost centre"), u"onboardCostCentre"_s, tr("cc-100"))),
      m_compliance(addLine(Field::Compliance, tr("Co&mpliance"), u"onboardCompliance"_s, tr("gdpr, iso-27001"))),
      m_workloads(addLine(Field::Workloads, tr("Concurrent &workloads"), u"onboardWorkloads"_s, {})),
      m_cpu(addLine(Field::Cpu, tr("Co&res"), u"onboardCpu"_s, {})),
      m_memory(addLine(Field::Memory, tr("Memor&y"), u"onboardMemory"_s, {})),
      m_storage(addLine(Field::Storage, tr("&Storage"), u"onboardStorage"_s, {})),
      m_requests(addLine(Field::RequestsPerMinute, tr("Re&quests a minute"), u"onboardRequests"_s, {})),
      m_seconds(addLine(Field::ExecutionSeconds, tr("E&xecution time in seconds"), u"onboardSeconds"_s, {}))
{
    setObjectName(u"onboardingForm"_s);
    setAccessibleName(tr("New tenant"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setVerticalSpacing(8);
    for (const TenantTemplate &tier : templates.all())
        m_tier->addItem(tier.title(), tier.tier());
    for (const TenantIsolation isolation : TenantText::isolations())
        m_isolation->addItem(TenantText::name(isolation), static_cast<int>(isolation));
    fillClusters();
    adoptTier();
    connect(&river, &ChangeRiver::clustersChanged, this, &OnboardingForm::fillClusters);
    connect(m_tier, &QComboBox::currentIndexChanged, this, &OnboardingForm::adoptTier);
    connect(m_isolation, &QComboBox::currentIndexChanged, this, &OnboardingForm::showMeanings);
    for (QComboBox *choice : {m_cluster, m_isolation, m_ownerKind})
        connect(choice, &QComboBox::currentIndexChanged, this, &OnboardingForm::edited);
    for (QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textEdited, this, &OnboardingForm::edited);
}

void OnboardingForm::addRow(Field field, const QString &title, QWidget *widget, const QString &name)
{
    widget->setObjectName(name);
    widget->setAccessibleName(QString(title).remove(u'&'));
    m_layout->addRow(title, widget);
    m_fields.insert(field, widget);
}

QLineEdit *OnboardingForm::addLine(Field field, const QString &title, const QString &name, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setMaxLength(1000);
    line->setPlaceholderText(placeholder);
    addRow(field, title, line, name);
    return line;
}

QComboBox *OnboardingForm::addChoice(Field field, const QString &title, const QString &name)
{
    auto *choice = new QComboBox(this);
    addRow(field, title, choice, name);
    return choice;
}

QComboBox *OnboardingForm::addOwnerKind()
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(u"onboardOwnerKind"_s);
    choice->setAccessibleName(tr("What the owner is"));
    choice->addItems({tr("is a user"), tr("is a group")});
    m_layout->addRow(QString(), choice);
    return choice;
}

QLabel *OnboardingForm::addMeaning(const QString &name)
{
    QLabel *label = PlainText::create({}, Typography::secondary(), QPalette::PlaceholderText, this);
    label->setObjectName(name);
    label->setWordWrap(true);
    m_layout->addRow(QString(), label);
    return label;
}

//! Those that changes can go to. The choice stays; without one the first is taken only when it is the only one.
void OnboardingForm::fillClusters()
{
    const QString chosen = m_cluster->currentData().toString();
    const QSignalBlocker quiet(m_cluster);
    m_cluster->clear();
    for (const ClusterItem &item : m_clusters.items()) {
        if (m_river.hasCluster(item.id))
            m_cluster->addItem(item.name, item.id);
    }
    const int alone = m_cluster->count() == 1 ? 0 : -1;
    m_cluster->setPlaceholderText(
        m_cluster->count() == 0 ? tr("None is connected") : tr("Choose one", "of several clusters"));
    m_cluster->setCurrentIndex(chosen.isEmpty() ? alone : m_cluster->findData(chosen));
    if (m_cluster->currentData().toString() != chosen)
        Q_EMIT edited();
}

void OnboardingForm::adoptTier()
{
    if (const TenantTemplate *tier = m_templates.find(m_tier->currentData().toString())) {
        const TenantAllowance gets = tier->allowance();
        m_workloads->setText(gets.workloads);
        m_cpu->setText(gets.cpu);
        m_memory->setText(gets.memory);
        m_storage->setText(gets.storage);
        m_requests->setText(gets.requestsPerMinute);
        m_seconds->setText(gets.executionSeconds);
        const QSignalBlocker quiet(m_isolation);
        m_isolation->setCurrentIndex(m_isolation->findData(static_cast<int>(tier->isolation())));
    }
    showMeanings();
    Q_EMIT edited();
}

void OnboardingForm::showMeanings()
{
    const TenantTemplate *tier = m_templates.find(m_tier->currentData().toString());
    const QString problems = m_templates.problems().join(u'\n');
    const QString description = tier ? tier->description() : tr("There is no template to make a tenant by.");
    m_tierMeaning->setText(problems.isEmpty() ? description : QString(description + u'\n' + problems));
    m_isolationMeaning->setText(TenantText::meaning(form().isolation));
}

TenantForm OnboardingForm::form() const
{
    TenantForm form;
    form.clusterId = m_cluster->currentData().toString();
    form.name = m_name->text().trimmed();
    form.tier = m_tier->currentData().toString();
    form.isolation = static_cast<TenantIsolation>(m_isolation->currentData().toInt());
    form.owner = m_owner->text().trimmed();
    form.ownerIsGroup = m_ownerKind->currentIndex() == 1;
    form.costCentre = m_costCentre->text().trimmed();
    form.compliance = TenantText::frameworks(m_compliance->text());
    form.allowance = {m_workloads->text().trimmed(), m_cpu->text().trimmed(), m_memory->text().trimmed(),
        m_storage->text().trimmed(), m_requests->text().trimmed(), m_seconds->text().trimmed()};
    return form;
}

void OnboardingForm::setMistakes(const QList<TenantForm::Mistake> &mistakes)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it) {
        QString why;
        for (const TenantForm::Mistake &mistake : mistakes) {
            if (mistake.field == it.key() && why.isEmpty())
                why = mistake.sentence;
        }
        it.value()->setToolTip(PlainText::tooltip(why));
        it.value()->setAccessibleDescription(why);
    }
}
