// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/slo/sloformfields.h"

#include "views/changes/clusterchoice.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace {

//! Wraps, but is as high as two lines whatever its width: a QFormLayout of Qt 6.4 writes beyond its rows when one of
//! them is hidden and another asks for its height by its width.
class TwoLines final : public QLabel
{
public:
    explicit TwoLines(QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setFont(Typography::secondary());
        setForegroundRole(QPalette::PlaceholderText);
        setWordWrap(true);
        setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 2 * fontMetrics().lineSpacing()}; }
    [[nodiscard]] QSize sizeHint() const override { return {QLabel::sizeHint().width(), minimumSizeHint().height()}; }
};

} // namespace

SloFormFields::SloFormFields(const ClusterListModel &clusters, const ChangeRiver &river, QWidget *parent)
    : QWidget(parent), m_rows(this),
      m_cluster(m_rows.add(Field::Cluster, tr("Cl&uster"), new ClusterChoice(clusters, river, this), u"sloCluster"_s)),
      m_namespace(m_rows.addLine(Field::Namespace, tr("Na&mespace"), u"sloNamespace"_s, tr("shop"))),
      m_service(m_rows.addLine(Field::Service, tr("&Service"), u"sloService"_s, tr("as its label app says"))),
      m_kind(m_rows.addChoice(Field::Kind, tr("&Kind"), u"sloKind"_s)),
      m_meaning(m_rows.addBelow(new TwoLines(this), u"sloMeaning"_s)),
      m_name(m_rows.addLine(Field::Name, tr("&Name"), u"sloName"_s, {})),
      m_objective(m_rows.addLine(Field::Objective, tr("&Objective in %"), u"sloObjective"_s, tr("99.9"))),
      m_window(m_rows.addLine(Field::Window, tr("&Window"), u"sloWindow"_s, tr("30d"))),
      m_bound(m_rows.addLine(Field::Bound, tr("&Bound"), u"sloBound"_s, {})),
      m_metric(m_rows.addLine(Field::Metric, tr("M&etric"), u"sloMetric"_s, {})),
      m_errorQuery(addQuery(Field::ErrorQuery, tr("Ba&d events"), u"sloErrorQuery"_s)),
      m_totalQuery(addQuery(Field::TotalQuery, tr("&All events"), u"sloTotalQuery"_s)),
      m_runbook(m_rows.addLine(Field::Runbook, tr("&Runbook"), u"sloRunbook"_s, tr("https://…")))
{
    setObjectName(u"sloFormFields"_s);
    setAccessibleName(tr("New objective"));
    for (const SloForm::Kind kind : SloFormText::kinds())
        m_kind->addItem(SloFormText::name(kind), static_cast<int>(kind));
    adoptKind();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SloFormFields::adoptKind);
    connect(m_cluster, &ClusterChoice::clusterChanged, this, &SloFormFields::edited);
    for (QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textEdited, this, &SloFormFields::edited);
    for (QPlainTextEdit *query : {m_errorQuery, m_totalQuery})
        connect(query, &QPlainTextEdit::textChanged, this, &SloFormFields::edited);
}

QPlainTextEdit *SloFormFields::addQuery(Field field, const QString &title, const QString &name)
{
    auto *query = new QPlainTextEdit(this);
    query->setTabChangesFocus(true);
    query->setMaximumHeight(72);
    query->setPlaceholderText(u"sum(rate(…[{{.window}}]))"_s);
    return m_rows.add(field, title, query, name);
}

void SloFormFields::adoptKind()
{
    SloForm usual;
    usual.adopt(static_cast<SloForm::Kind>(m_kind->currentData().toInt()));
    m_objective->setText(usual.objective);
    m_window->setText(usual.window);
    m_bound->setText(usual.bound);
    m_metric->clear();
    m_metric->setPlaceholderText(usual.usualMetric());
    m_name->setPlaceholderText(usual.ownName());
    m_bounds.clear();
    showKind();
    Q_EMIT edited();
}

void SloFormFields::showKind()
{
    const SloForm now = form();
    m_meaning->setText(SloFormText::meaning(now.kind));
    const bool own = now.kind == SloForm::Kind::Own;
    for (const Field field : {Field::Name, Field::Objective, Field::Window})
        m_rows.setShown(field, now.isObjective());
    m_rows.setShown(Field::Bound, now.hasBound());
    m_rows.setShown(Field::Metric, now.isObjective() && !own);
    m_rows.setShown(Field::ErrorQuery, own);
    m_rows.setShown(Field::TotalQuery, own);
}

SloForm SloFormFields::form() const
{
    SloForm form;
    form.clusterId = m_cluster->cluster();
    form.namespaceName = m_namespace->text().trimmed();
    form.service = m_service->text().trimmed();
    form.kind = static_cast<SloForm::Kind>(m_kind->currentData().toInt());
    form.runbook = m_runbook->text().trimmed();
    if (!form.isObjective())
        return form;
    form.name = m_name->text().trimmed();
    form.objective = m_objective->text().trimmed();
    form.window = m_window->text().trimmed();
    if (form.hasBound())
        form.bound = m_bound->text().trimmed();
    if (form.kind == SloForm::Kind::Own) {
        form.errorQuery = m_errorQuery->toPlainText().trimmed();
        form.totalQuery = m_totalQuery->toPlainText().trimmed();
    } else {
        form.metric = m_metric->text().trimmed();
    }
    form.bounds = m_bounds;
    return form;
}

void SloFormFields::setForm(const SloForm &form)
{
    if (const int row = m_cluster->findData(form.clusterId); row >= 0)
        m_cluster->setCurrentIndex(row);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(form.kind)));
    const auto fill = [](QLineEdit *line, const QString &text) {
        if (!text.isEmpty())
            line->setText(text);
    };
    fill(m_namespace, form.namespaceName);
    fill(m_service, form.service);
    fill(m_name, form.name);
    fill(m_objective, form.objective);
    fill(m_window, form.window);
    fill(m_bound, form.bound);
    fill(m_metric, form.metric);
    fill(m_runbook, form.runbook);
    m_errorQuery->setPlainText(form.errorQuery);
    m_totalQuery->setPlainText(form.totalQuery);
    Q_EMIT edited();
}

void SloFormFields::setBounds(const QStringList &bounds)
{
    if (m_bounds == bounds)
        return;
    m_bounds = bounds;
    Q_EMIT edited();
}

void SloFormFields::setMistakes(const QList<SloForm::Mistake> &mistakes)
{
    m_rows.setMistakes(mistakes);
}
