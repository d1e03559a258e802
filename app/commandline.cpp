// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/journalverb.h"
#include "app/quotaverb.h"
#include "app/silenceverb.h"
#include "app/sloverb.h"
#include "backends/prometheus/selection.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace {

constexpr int usageStatus = 2;
constexpr int largestPicture = 16384; // a gibibyte of pixels

struct Options
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    QCommandLineOption kubeconfig{QStringLiteral("kubeconfig"), tr("Read this kubeconfig alone."), tr("FILE")};
    QCommandLineOption context{
        QStringLiteral("context"), tr("Connect this context; may be given several times."), tr("NAME")};
    QCommandLineOption prometheus{QStringLiteral("prometheus"),
        tr("A Prometheus of a cluster, or one with a name of its own; may be given several times."), tr("CLUSTER=URL")};
    QCommandLineOption alertmanager{QStringLiteral("alertmanager"),
        tr("An Alertmanager of a cluster, or one with a name of its own; may be given several times."),
        tr("CLUSTER=URL")};
    QCommandLineOption organisation{QStringLiteral("scope-org-id"),
        tr("Whom to ask the servers of that name for: the X-Scope-OrgID of Mimir and Cortex."), tr("CLUSTER=ID")};
    QCommandLineOption namespaceName{QStringLiteral("namespace"),
        tr("A namespace to look at where namespaces may not be listed; may be given several times."),
        tr("[CLUSTER=]NAME")};
    QCommandLineOption slos{QStringLiteral("slos"),
        tr("Objectives to watch: a file of OpenSLO, Sloth or Pyrra, or a folder of such files; may be given several "
           "times."),
        tr("FILE")};
    QCommandLineOption panel{QStringLiteral("panel"),
        tr("The panel to show or export: %1.").arg(CommandLine::panels().join(QLatin1String(", "))), tr("NAME")};
    QCommandLineOption filter{
        QStringLiteral("filter"), tr("Show or export only these rows, e.g. \"tier:gold cpu>80\"."), tr("TEXT")};
    QCommandLineOption tenant{QStringLiteral("tenant"), tr("Open the details of this tenant."), tr("NAME")};
    QCommandLineOption exporting{
        QStringLiteral("export"), tr("Write the panel as json, csv or text, without a window, and end."), tr("FORMAT")};
    QCommandLineOption output{QStringLiteral("output"), tr("Write the export to this file."), tr("FILE")};
    QCommandLineOption screenshot{
        QStringLiteral("screenshot"), tr("Save a picture of the window as PNG, and end."), tr("FILE")};
    QCommandLineOption size{QStringLiteral("size"), tr("Size of the window or picture."), tr("WIDTHxHEIGHT")};
    QCommandLineOption deadline{QStringLiteral("deadline"),
        tr("With --export and --screenshot: wait at most so long for live data (30)."), tr("SECONDS")};
    QCommandLineOption theme{QStringLiteral("theme"), tr("system, light or dark."), tr("NAME")};

    QCommandLineOption sandbox{
        QStringLiteral("sandbox"), tr("Open the sandbox: a platform on this computer to try, train and test on.")};
    QCommandLineOption scenario{QStringLiteral("scenario"),
        tr("With --sandbox: begin with this incident, by its name or in this file."), tr("NAME")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({kubeconfig, context, prometheus, alertmanager, organisation, namespaceName, slos, panel,
            filter, tenant, exporting, output, screenshot, size, deadline, theme, sandbox, scenario});
    }
};

//! "a=b" split at the last "=" before a URL, because names of clusters may hold "=" and URLs often do.
std::optional<QPair<QString, QString>> assignment(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(.+?)=(https?://.+)$"));
    const auto match = form.match(text);
    if (!match.hasMatch() || !QUrl(match.captured(2)).isValid() || QUrl(match.captured(2)).host().isEmpty())
        return {};
    return QPair(match.captured(1), match.captured(2));
}

class Reader
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    Reader(const QCommandLineParser &parser, CommandLine &into) : m_parser(parser), m_into(into) { }

    //! What is wrong, as a sentence; empty when nothing is.
    QString read()
    {
        if (!m_parser.positionalArguments().isEmpty())
            return tr("Pilothouse does not know what to do with “%1”. Its options begin with “--”.")
                .arg(m_parser.positionalArguments().constFirst());
        m_into.kubeconfig = m_parser.value(m_options.kubeconfig);
        m_into.contexts = m_parser.values(m_options.context);
        m_into.contexts.removeDuplicates();
        m_into.sloFiles = m_parser.values(m_options.slos);
        m_into.filter = m_parser.value(m_options.filter);
        m_into.tenant = m_parser.value(m_options.tenant);
        m_into.output = m_parser.value(m_options.output);
        m_into.screenshot = m_parser.value(m_options.screenshot);
        for (const QString &text : m_parser.values(m_options.namespaceName)) {
            const qsizetype sign = text.lastIndexOf(u'=');
            m_into.namespaces.append({text.left(qMax<qsizetype>(sign, 0)), text.mid(sign + 1)});
        }
        for (const auto check : {&Reader::endpoints, &Reader::panel, &Reader::exporting, &Reader::picture,
                 &Reader::theme, &Reader::sandbox}) {
            if (const QString problem = (this->*check)(); !problem.isEmpty())
                return problem;
        }
        return {};
    }

    [[nodiscard]] const Options &options() const { return m_options; }

private:
    const QCommandLineParser &m_parser;
    CommandLine &m_into;
    Options m_options;

    QString endpoints()
    {
        for (const auto &[option, list] : {std::pair(&m_options.prometheus, &m_into.prometheus),
                 std::pair(&m_options.alertmanager, &m_into.alertmanager)}) {
            for (const QString &text : m_parser.values(*option)) {
                const auto pair = assignment(text);
                if (!pair)
                    return tr("“%1” is not of the form CLUSTER=URL. Write --%2 NAME=http://HOST:PORT.")
                        .arg(text, option->names().constFirst());
                if (!Prometheus::Selection::parse(QUrl(pair->second).fragment()))
                    return tr("“%1” does not name labels after its #. Write LABEL=VALUE, several with commas between "
                              "them, e.g. http://HOST:PORT#cluster=prod-eu.")
                        .arg(text);
                list->append(*pair);
            }
        }
        return organisations();
    }

    QString organisations()
    {
        for (const QString &text : m_parser.values(m_options.organisation)) {
            const qsizetype sign = text.lastIndexOf(u'=');
            if (sign < 1 || sign + 1 == text.size())
                return tr("“%1” is not of the form CLUSTER=ID. Write --scope-org-id NAME=ID.").arg(text);
            m_into.organisations.append({text.left(sign), text.mid(sign + 1)});
        }
        return {};
    }

    QString panel()
    {
        m_into.panel = m_parser.value(m_options.panel);
        if (m_into.panel.isEmpty() || CommandLine::panels().contains(m_into.panel))
            return {};
        return tr("There is no panel “%1”. There are: %2.")
            .arg(m_into.panel, CommandLine::panels().join(QLatin1String(", ")));
    }

    QString exporting()
    {
        if (!m_parser.isSet(m_options.exporting)) {
            if (!m_into.output.isEmpty())
                return tr("--output needs --export json, csv or text.");
            return {};
        }
        if (m_into.panel == QLatin1String("journal"))
            return tr("The journal is exported as a whole. Write: pilothouse journal export --format jsonl, csv or "
                      "bundle.");
        const QString name = m_parser.value(m_options.exporting);
        m_into.exportFormat = TableExport::fromName(name);
        return m_into.exportFormat ? QString() : tr("“%1” is not an export format. Use json, csv or text.").arg(name);
    }

    QString picture()
    {
        if (m_parser.isSet(m_options.size)) {
            static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
            const auto match = form.match(m_parser.value(m_options.size));
            const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
            if (!match.hasMatch() || std::max(size.width(), size.height()) > largestPicture)
                return tr("“%1” is not a size. Write for example --size 1600x1000.")
                    .arg(m_parser.value(m_options.size));
            m_into.size = size;
        }
        if (m_parser.isSet(m_options.deadline)) {
            const int seconds = m_parser.value(m_options.deadline).toInt();
            if (seconds < 1)
                return tr("“%1” is not a number of seconds. Write for example --deadline 30.")
                    .arg(m_parser.value(m_options.deadline));
            m_into.deadline = std::chrono::seconds(seconds);
        }
        return {};
    }

    QString sandbox()
    {
        m_into.sandbox = m_parser.isSet(m_options.sandbox);
        m_into.scenario = m_parser.value(m_options.scenario);
        if (m_into.sandbox && !m_into.kubeconfig.isEmpty())
            return tr("--sandbox brings its own kubeconfig. Leave out --kubeconfig, or --sandbox.");
        return m_into.sandbox || m_into.scenario.isEmpty() ? QString() : tr("--scenario needs --sandbox.");
    }

    QString theme()
    {
        m_into.theme = m_parser.value(m_options.theme);
        const QStringList names{QString(), QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
        return names.contains(m_into.theme)
            ? QString()
            : tr("There is no theme “%1”. Use system, light or dark.").arg(m_into.theme);
    }
};

} // namespace

const QStringList &CommandLine::panels()
{
    static const QStringList names{QStringLiteral("tenants"), QStringLiteral("quotas"), QStringLiteral("pods"),
        QStringLiteral("slos"), QStringLiteral("alerts"), QStringLiteral("incidents"), QStringLiteral("connections"),
        QStringLiteral("journal")};
    return names;
}

CommandLine::Outcome CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Operations console for multi-tenant Kubernetes platforms.")
        + QLatin1String("\n\n")
        + tr("Without a window, too: pilothouse journal --help, pilothouse quota --help, pilothouse silence --help, "
             "pilothouse slo --help."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    Outcome outcome;
    Reader reader(parser, outcome.commandLine);
    reader.options().addTo(parser);
    if (!parser.parse(arguments)) {
        outcome.exitStatus = usageStatus;
        outcome.text = parser.errorText() + u'\n' + tr("See pilothouse --help.") + u'\n';
    } else if (parser.isSet(help)) {
        outcome.exitStatus = 0;
        outcome.text = parser.helpText();
    } else if (parser.isSet(version)) {
        outcome.exitStatus = 0;
        outcome.text = QStringLiteral("pilothouse " PILOTHOUSE_VERSION "\n");
    } else if (const QString problem = reader.read(); !problem.isEmpty()) {
        outcome.exitStatus = usageStatus;
        outcome.text = problem + u'\n' + tr("See pilothouse --help.") + u'\n';
    }
    return outcome;
}

bool CommandLine::wantsPixels(const QStringList &arguments)
{
    if (JournalVerb::asked(arguments) || QuotaVerb::asked(arguments) || SloVerb::asked(arguments)
        || SilenceVerb::asked(arguments))
        return false;
    const auto has = [&arguments](const QString &name) {
        return std::any_of(arguments.begin(), arguments.end(),
            [&name](const QString &argument) { return argument == name || argument.startsWith(QString(name + u'=')); });
    };
    for (const char *textual : {"--help", "--help-all", "-h", "--version", "-v"}) {
        if (has(QString::fromLatin1(textual)))
            return false;
    }
    return has(QStringLiteral("--screenshot")) || !has(QStringLiteral("--export"));
}
