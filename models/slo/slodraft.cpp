// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/slo/slodraft.h"

#include "backends/slo/definition.h"
#include "backends/slo/promtext.h"
#include "backends/slo/rules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <cmath>

namespace SloDraft {

namespace {

using Field = SloForm::Field;
using Kind = SloForm::Kind;
using Mistakes = QList<SloForm::Mistake>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloForm)
};

//! RFC 1123, of Kubernetes.
bool isName(const QString &text)
{
    static const QRegularExpression legal(QStringLiteral("\\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\\z"));
    return text.size() <= 63 && legal.match(text).hasMatch();
}

std::optional<double> percentOf(const QString &text)
{
    bool valid = false;
    const double percent = text.toDouble(&valid);
    if (!valid || !(percent > 0 && percent < 100))
        return {};
    return percent;
}

void checkNames(const SloForm &form, Mistakes &mistakes)
{
    if (form.clusterId.isEmpty())
        mistakes.append({Field::Cluster, Words::tr("No cluster is chosen. Choose one.")});
    const QString shape = Words::tr("Write lower-case letters, digits and dashes, at most 63.");
    if (!isName(form.namespaceName))
        mistakes.append({Field::Namespace,
            form.namespaceName.isEmpty()
                ? Words::tr("The namespace is missing. Write the one that the service runs in.")
                : QString(Words::tr("“%1” cannot be a namespace.").arg(form.namespaceName) + u' ' + shape)});
    if (!isName(form.service))
        mistakes.append({Field::Service,
            form.service.isEmpty() ? Words::tr("The service is missing. Write the value of its label app.")
                                   : QString(Words::tr("“%1” cannot be a service.").arg(form.service) + u' ' + shape)});
    if (form.isObjective() && !isName(form.ownName()))
        mistakes.append({Field::Name,
            form.ownName().isEmpty()
                ? Words::tr("The objective has no name yet. Write one such as availability.")
                : QString(Words::tr("“%1” cannot be a name.").arg(form.ownName()) + u' ' + shape)});
}

void checkFigures(const SloForm &form, Mistakes &mistakes)
{
    if (!percentOf(form.objective))
        mistakes.append({Field::Objective,
            Words::tr("“%1” is not an objective. Write a percentage above 0 and below 100, such as 99.9.")
                .arg(form.objective)});
    const auto period = SloSpec::promDurationOf(form.window);
    if (!period || *period < std::chrono::hours(24) || *period > std::chrono::hours(366 * 24))
        mistakes.append({Field::Window,
            Words::tr("“%1” is not a window. Write one between a day and a year, such as 30d or 4w.")
                .arg(form.window)});
}

std::optional<double> boundOf(const SloForm &form)
{
    if (form.kind == Kind::Latency)
        return SloFormText::seconds(form.bound);
    bool valid = false;
    const double score = form.bound.toDouble(&valid);
    return valid && std::isfinite(score) ? std::optional(score) : std::nullopt;
}

void checkBound(const SloForm &form, Mistakes &mistakes)
{
    if (!form.hasBound())
        return;
    const auto bound = boundOf(form);
    if (!bound)
        mistakes.append({Field::Bound,
            form.kind == Kind::Latency
                ? Words::tr("“%1” is not a time. Write one such as 500ms or 2s.").arg(form.bound)
                : Words::tr("“%1” is not a score. Write a number such as 4.0.").arg(form.bound)});
    else if (!form.bounds.isEmpty() && SloSpec::boundOf(*bound, form.bounds).isEmpty())
        mistakes.append({Field::Bound,
            Words::tr("%1 has no bucket that ends at %2, so that nothing can be told of it. Choose one of: %3.")
                .arg(form.histogram(), form.bound, form.bounds.join(QLatin1String(", ")))});
}

void checkQueries(const SloForm &form, Mistakes &mistakes)
{
    if (!form.metric.isEmpty() && !SloSpec::isMetricName(form.metric))
        mistakes.append({Field::Metric,
            Words::tr("“%1” cannot be the name of a metric. Write letters, digits and underscores, such as "
                      "http_requests_total.")
                .arg(form.metric)});
    if (form.kind != Kind::Own)
        return;
    const auto check = [&mistakes](Field field, const QString &query) {
        if (query.isEmpty() || query.size() > SloForm::longestQuery)
            mistakes.append({field, Words::tr("A query is missing. Write PromQL with {{.window}} as its range.")});
        else if (!SloSpec::hasWindow(query))
            mistakes.append(
                {field, Words::tr("The query has no {{.window}}. Write [{{.window}}] where its range is.")});
    };
    check(Field::ErrorQuery, form.errorQuery);
    check(Field::TotalQuery, form.totalQuery);
}

void checkRunbook(const SloForm &form, Mistakes &mistakes)
{
    if (form.runbook.isEmpty())
        return;
    const QUrl url(form.runbook, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        mistakes.append({Field::Runbook,
            Words::tr("“%1” is not the address of a page. Write one such as https://runbooks.example.com/web.")
                .arg(form.runbook)});
}

//! The sum of rates of \a metric, of this service alone, with \a matcher besides.
QString rateOf(const SloForm &form, const QString &metric, const QString &matcher = {})
{
    QString matchers = QLatin1String("namespace=") + SloSpec::promQuoted(form.namespaceName) + QLatin1String(", app=")
        + SloSpec::promQuoted(form.service);
    if (!matcher.isEmpty())
        matchers += QLatin1String(", ") + matcher;
    return QLatin1String("sum by (cluster, namespace, app) (rate(") + metric + u'{' + matchers
        + QLatin1String("}[{{.window}}]))");
}

//! The matcher of a bucket: as the series have it when that is known, else however it is written.
QString bucketOf(const SloForm &form)
{
    const double bound = boundOf(form).value_or(0);
    const QString known = SloSpec::boundOf(bound, form.bounds);
    if (!known.isEmpty())
        return QLatin1String("le=") + SloSpec::promQuoted(known);
    const QString number = QString::number(bound, 'g', 12);
    // Prometheus 3 writes whole numbers as 1.0.
    if (!number.contains(u'.') && !number.contains(u'e'))
        return QLatin1String("le=~") + SloSpec::promQuoted(QString(number + QLatin1String("([.]0)?")));
    return QLatin1String("le=") + SloSpec::promQuoted(number);
}

void setQueries(const SloForm &form, SloSpec::Definition &definition)
{
    const QString metric = form.metric.isEmpty() ? form.usualMetric() : form.metric;
    const QString count = metric + QLatin1String("_count");
    const QString bucket = metric + QLatin1String("_bucket");
    switch (form.kind) {
    case Kind::Availability:
    case Kind::Quality:
        definition.totalQuery = rateOf(form, metric);
        definition.errorQuery = rateOf(form, metric,
            form.kind == Kind::Quality ? QStringLiteral("code=~\"[45]..\"") : QStringLiteral("code=~\"5..\""));
        break;
    case Kind::Latency: {
        definition.totalQuery = rateOf(form, count);
        const QString total = u'(' + definition.totalQuery + u')';
        definition.errorQuery = total + QLatin1String(" - ((") + rateOf(form, bucket, bucketOf(form))
            + QLatin1String(") or ") + total + QLatin1String(" * 0)");
        break;
    }
    case Kind::Satisfaction:
        definition.totalQuery = rateOf(form, count);
        definition.errorQuery = rateOf(form, bucket, bucketOf(form));
        break;
    case Kind::Own:
        definition.totalQuery = form.totalQuery;
        definition.errorQuery = form.errorQuery;
        break;
    case Kind::WorkloadAlerts:
        break;
    }
}

//! A scalar of YAML in double quotes, in which anything can be said.
QByteArray quoted(QString text)
{
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'"', QLatin1String("\\\""));
    text.replace(u'\n', QLatin1String("\\n"));
    text.replace(u'\t', QLatin1String("\\t"));
    return '"' + text.toUtf8() + '"';
}

} // namespace

Mistakes mistakes(const SloForm &form)
{
    Mistakes mistakes;
    checkNames(form, mistakes);
    if (form.isObjective()) {
        checkFigures(form, mistakes);
        checkBound(form, mistakes);
        checkQueries(form, mistakes);
    }
    checkRunbook(form, mistakes);
    return mistakes;
}

SloSpec::Definition definition(const SloForm &form)
{
    SloSpec::Definition definition;
    definition.tool = SloSpec::Definition::Tool::Console;
    definition.name = form.ownName();
    // Services of one name live in many namespaces.
    definition.service = form.namespaceName + u'-' + form.service;
    definition.id = definition.service + u'-' + definition.name;
    definition.objective = percentOf(form.objective).value_or(0) / 100;
    definition.period = SloSpec::promDurationOf(form.window).value_or(std::chrono::hours(720));
    definition.labels = {{QStringLiteral("namespace"), form.namespaceName}, {QStringLiteral("app"), form.service}};
    if (!form.runbook.isEmpty())
        definition.alerting.annotations.insert(QStringLiteral("runbook_url"), form.runbook);
    setQueries(form, definition);
    return definition;
}

QByteArray openSlo(const SloForm &form, const SloSpec::Definition &definition)
{
    const auto source = [](const QString &query) {
        return QByteArray("{metricSource: {type: Prometheus, spec: {query: " + quoted(query) + "}}}");
    };
    const auto days = std::chrono::duration_cast<std::chrono::hours>(definition.period).count() / 24;
    return "apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: " + quoted(definition.name)
        + "\n  labels: {managed_by: pilothouse, namespace: " + quoted(form.namespaceName)
        + ", app: " + quoted(form.service) + "}\nspec:\n  service: " + quoted(definition.service)
        + "\n  budgetingMethod: Occurrences\n  timeWindow: [{duration: " + QByteArray::number(qint64(days))
        + "d, isRolling: true}]\n  indicator:\n    metadata: {name: " + quoted(definition.name)
        + "}\n    spec:\n      ratioMetric:\n        counter: true\n        bad: " + source(definition.errorQuery)
        + "\n        total: " + source(definition.totalQuery)
        + "\n  objectives: [{target: " + QByteArray::number(definition.objective, 'g', 12) + "}]\n";
}

QString objectName(const SloForm &form)
{
    return QLatin1String("slo-") + form.service + u'-' + form.ownName();
}

} // namespace SloDraft
