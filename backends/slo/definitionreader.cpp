// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/specreading.h"

#include <QSet>

namespace SloSpec {

namespace {

using Yaml::Members;
using Yaml::nameOf;
using Yaml::Place;
using Yaml::placeOf;
using Yaml::shown;

//! What a document says that it is.
struct Form
{
    QString apiVersion;
    QString kind;
    QString version; //!< of Sloth's files
};

QString scalarAt(const YAML::Node &map, const char *key)
{
    constexpr size_t longest = 253;
    const YAML::Node value = map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
    return value.IsDefined() && value.IsScalar() && value.Scalar().size() <= longest ? nameOf(value) : QString();
}

Form formOf(const YAML::Node &root)
{
    return {scalarAt(root, "apiVersion"), scalarAt(root, "kind"), scalarAt(root, "version")};
}

Definition faulty(const SpecDocument &document, const Place &place, const QString &sentence)
{
    TextBudget budget;
    SpecReading reading(document, budget);
    Definition definition;
    reading.complain(place, sentence);
    reading.close(definition, place);
    return definition;
}

//! Reads the documents of all files; those of Kubernetes lists, too.
class FileReading
{
public:
    explicit FileReading(const QList<SpecDocument> &documents) : m_documents(unpacked(documents)) { }

    QList<Definition> read()
    {
        for (const SpecDocument &document : m_documents) {
            if (document.fault.isEmpty() && isOpenSlo(formOf(document.root), "SLI")) {
                const YAML::Node metadata = document.root["metadata"];
                m_slis.insert(metadata.IsDefined() ? scalarAt(metadata, "name") : QString(), &document);
            }
        }
        for (const SpecDocument &document : m_documents) {
            if (m_definitions.size() < mostDefinitions)
                readDocument(document);
        }
        if (m_definitions.size() > mostDefinitions)
            m_definitions.resize(mostDefinitions);
        return m_definitions;
    }

private:
    QList<SpecDocument> m_documents;
    Slis m_slis;
    TextBudget m_budget;
    QList<Definition> m_definitions;

    static bool isOpenSlo(const Form &form, const char *kind)
    {
        return form.apiVersion == QLatin1String("openslo/v1") && form.kind == QLatin1String(kind);
    }

    //! A list's items stand for themselves, so that a broken one hides no other.
    static QList<SpecDocument> unpacked(const QList<SpecDocument> &documents)
    {
        QList<SpecDocument> all;
        for (const SpecDocument &document : documents) {
            const bool isMap = document.fault.isEmpty() && document.root.IsMap();
            const YAML::Node items = isMap ? document.root["items"] : YAML::Node(YAML::NodeType::Undefined);
            if (!isMap || !items.IsDefined() || !items.IsSequence()
                || !scalarAt(document.root, "kind").endsWith(QLatin1String("List"))) {
                all.append(document);
                continue;
            }
            for (const YAML::Node &item : items) {
                if (all.size() >= mostDocuments)
                    break;
                SpecDocument single = document;
                single.root.reset(item);
                all.append(single);
            }
        }
        return all;
    }

    void readDocument(const SpecDocument &document)
    {
        if (!document.fault.isEmpty()) {
            Definition definition;
            definition.origin = document.file + u':' + QString::number(document.faultLine);
            setProblem(definition, document.faultLine, document.faultColumn, document.fault);
            m_definitions.append(definition);
            return;
        }
        const Place root = placeOf(document.root, {});
        const Form form = formOf(document.root);
        if (form.version == QLatin1String("prometheus/v1") && form.kind.isEmpty())
            m_definitions.append(readSloth(document, root, false, m_budget));
        else if (form.apiVersion == QLatin1String("sloth.slok.dev/v1")
            && form.kind == QLatin1String("PrometheusServiceLevel"))
            m_definitions.append(readSloth(document, root, true, m_budget));
        else if (form.apiVersion == QLatin1String("pyrra.dev/v1alpha1")
            && form.kind == QLatin1String("ServiceLevelObjective"))
            m_definitions.append(readPyrra(document, root, m_budget));
        else if (isOpenSlo(form, "SLO"))
            m_definitions.append(readOpenSlo(document, root, m_slis, m_budget));
        else if (const QString sentence = whyNot(form); !sentence.isEmpty())
            m_definitions.append(faulty(document, root, sentence));
    }

    //! Empty for a document that is none of ours to judge.
    static QString whyNot(const Form &form)
    {
        static const QSet<QString> others{QStringLiteral("SLI"), QStringLiteral("DataSource"),
            QStringLiteral("Service"), QStringLiteral("AlertPolicy"), QStringLiteral("AlertCondition"),
            QStringLiteral("AlertNotificationTarget")};
        if (form.apiVersion == QLatin1String("openslo/v1"))
            return others.contains(form.kind)
                ? QString()
                : Words::tr("OpenSLO has no kind “%1”. Write kind: SLO.").arg(shown(form.kind));
        if (form.apiVersion.startsWith(QLatin1String("openslo"))
            || form.apiVersion.contains(QLatin1String("sloth.slok"))
            || form.apiVersion.startsWith(QLatin1String("pyrra.dev")))
            return Words::tr("“%1” of “%2” is not read. Write openslo/v1, sloth.slok.dev/v1 or pyrra.dev/v1alpha1.")
                .arg(shown(form.kind), shown(form.apiVersion));
        if (!form.version.isEmpty() && form.kind.isEmpty())
            return Words::tr("“%1” is not a version of Sloth's files that is read. Write version: prometheus/v1.")
                .arg(shown(form.version));
        if (form.apiVersion.isEmpty() || form.kind.isEmpty())
            return Words::tr(
                "This document does not say what it is. Begin it with apiVersion and kind, or with version: "
                "prometheus/v1.");
        return {};
    }
};

//! Series of two objectives with one id would be told from each other by nobody.
void tellRepetitions(QList<Definition> &definitions)
{
    QHash<QString, QString> first; // origin by what must be unique
    for (Definition &definition : definitions) {
        if (!definition.problem.isEmpty())
            continue;
        const QString key = definition.namespaceName + u'/' + definition.id;
        if (first.contains(key))
            setProblem(definition, definition.line, definition.column,
                Words::tr("“%1” is already the id of the objective at %2. Rename one of them.")
                    .arg(definition.id, first.value(key)));
        else
            first.insert(key, definition.origin);
    }
}

} // namespace

QList<Definition> parse(const QList<SpecFile> &files)
{
    QList<SpecDocument> documents;
    for (const SpecFile &file : files)
        documents.append(documentsOf(file.text, file.name));
    QList<Definition> definitions = FileReading(documents).read();
    tellRepetitions(definitions);
    return definitions;
}

QList<Definition> parse(QByteArrayView yaml, const QString &origin)
{
    return parse(QList<SpecFile>{{yaml.toByteArray(), origin}});
}

QList<Definition> parseObjects(QByteArrayView json, const QString &cluster)
{
    QList<Definition> definitions = parse(json, cluster);
    for (Definition &definition : definitions) {
        if (!definition.objectName.isEmpty())
            definition.origin = cluster + u'/' + definition.namespaceName + u'/' + definition.objectName;
    }
    return definitions;
}

} // namespace SloSpec
