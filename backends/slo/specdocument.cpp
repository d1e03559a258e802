// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/slo/specdocument.h"

#include "backends/slo/definition.h"
#include "backends/yaml/yamldocument.h"
#include "backends/yaml/yamlreading.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace SloSpec {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SloSpec)
};

struct Part
{
    QByteArray text;
    int lineBefore = 0;
};

bool isMarker(QByteArrayView line, const char *marker)
{
    return line.startsWith(marker) && (line.size() == 3 || line[3] == ' ' || line[3] == '\t' || line[3] == '\r');
}

//! Only comments, directives and blanks.
bool isEmpty(QByteArrayView text)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype end = text.indexOf('\n', from);
        const QByteArrayView line = text.sliced(from, (end < 0 ? text.size() : end) - from);
        const auto first
            = std::find_if(line.begin(), line.end(), [](char c) { return c != ' ' && c != '\t' && c != '\r'; });
        if (first != line.end() && *first != '#' && line.front() != '%')
            return false;
        from = end < 0 ? text.size() : end + 1;
    }
    return true;
}

QList<Part> partsOf(QByteArrayView text)
{
    QList<Part> parts;
    Part part;
    int number = 0;
    const auto close = [&] {
        if (!isEmpty(part.text))
            parts.append(part);
        part = {};
    };
    for (qsizetype from = 0; from < text.size(); ++number) {
        const qsizetype found = text.indexOf('\n', from);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        const QByteArrayView line = text.sliced(from, end - from);
        const QByteArrayView bare = found < 0 ? line : line.chopped(1);
        from = end;
        if (isMarker(bare, "---")) {
            close();
            part.lineBefore = number;
            part.text = "   " + bare.sliced(3).toByteArray() + '\n'; // columns stay what they are
        } else if (isMarker(bare, "...")) {
            close();
            part.lineBefore = number + 1;
        } else {
            part.text += line;
        }
    }
    close();
    return parts;
}

SpecDocument documentOf(const Part &part, const QString &file)
{
    SpecDocument document;
    document.file = file;
    document.lineBefore = part.lineBefore;
    try {
        document.root = Yaml::onlyDocument(part.text, mostValues);
    } catch (const YAML::Exception &exception) {
        document.fault = Words::tr("This is not valid YAML: %1. Check the indentation and the quotes here.")
                             .arg(Yaml::shown(QString::fromStdString(exception.msg)));
        document.faultLine = part.lineBefore + std::max(exception.mark.line, 0) + 1;
        document.faultColumn = std::max(exception.mark.column, 0) + 1;
    }
    return document;
}

} // namespace

QList<SpecDocument> documentsOf(QByteArrayView text, const QString &file)
{
    const auto refused = [&file](const QString &sentence) {
        SpecDocument document;
        document.file = file;
        document.fault = sentence;
        return QList<SpecDocument>{document};
    };
    if (text.size() > largestFile)
        return refused(Words::tr("The file is larger than 4 MiB. Split it."));
    if (text.contains('\0'))
        return refused(Words::tr("The file is not a text. Write YAML or JSON."));
    const QList<Part> parts = partsOf(text);
    if (parts.size() > mostDocuments)
        return refused(Words::tr("The file has more than 5,000 documents. Split it."));
    QList<SpecDocument> documents;
    for (const Part &part : parts) {
        const SpecDocument document = documentOf(part, file);
        if (!document.fault.isEmpty() || (document.root.IsDefined() && !document.root.IsNull()))
            documents.append(document);
    }
    return documents;
}

} // namespace SloSpec
