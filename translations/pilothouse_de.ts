<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ClusterFeed</name>
    <message>
        <source>This has been so since %1.</source>
        <translation>So ist es seit %1.</translation>
    </message>
    <message>
        <source>without a credential</source>
        <translation>ohne Anmeldedaten</translation>
    </message>
    <message>
        <source>by a token</source>
        <translation>mit einem Token</translation>
    </message>
    <message>
        <source>by a token file</source>
        <translation>mit einer Token-Datei</translation>
    </message>
    <message>
        <source>by a client certificate that is valid until %1</source>
        <translation>mit einem Client-Zertifikat, das bis %1 gilt</translation>
    </message>
    <message>
        <source>by a client certificate</source>
        <translation>mit einem Client-Zertifikat</translation>
    </message>
    <message>
        <source>by a password</source>
        <translation>mit einem Passwort</translation>
    </message>
    <message>
        <source>Logged in as %1 %2; the server itself says so.</source>
        <translation>Angemeldet als %1 %2; das sagt der Server selbst.</translation>
    </message>
    <message>
        <source>Logged in as %1 %2, as the certificate says.</source>
        <translation>Angemeldet als %1 %2, wie es im Zertifikat steht.</translation>
    </message>
    <message>
        <source>Logged in %2 that the kubeconfig calls %1; the server did not say whom it takes us for.</source>
        <translation>Angemeldet %2, in der kubeconfig %1 genannt; der Server hat nicht gesagt, für wen er uns hält.</translation>
    </message>
    <message>
        <source>%1 may not list the namespaces of %2: only %3 is looked at, as the kubeconfig and the settings name it. Name others with --namespace %2=NAME.</source>
        <translation>%1 darf die Namespaces von %2 nicht auflisten: Betrachtet wird nur %3, wie es kubeconfig und Einstellungen nennen. Weitere nennen Sie mit --namespace %2=NAME.</translation>
    </message>
    <message>
        <source>%1 may not read the %2 of %3: they are unknown here.</source>
        <translation>%1 darf die %2 von %3 nicht lesen: Sie sind hier unbekannt.</translation>
    </message>
    <message>
        <source>%1 may read the %2 of %3 only in some namespaces: elsewhere they are unknown.</source>
        <translation>%1 darf die %2 von %3 nur in einigen Namespaces lesen: In den anderen sind sie unbekannt.</translation>
    </message>
    <message>
        <source>quotas</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>There is no namespace %1 in %2.</source>
        <translation>In %2 gibt es keinen Namespace %1.</translation>
    </message>
    <message>
        <source>The kubeconfig contradicts itself: %1.</source>
        <translation>Die kubeconfig widerspricht sich: %1.</translation>
    </message>
    <message>
        <source>No Prometheus is set for %1, so nothing is known of what is really used. Start with --prometheus %1=URL, or add it to the settings.</source>
        <translation>Für %1 ist kein Prometheus angegeben, daher ist die tatsächliche Nutzung unbekannt. Starten Sie mit --prometheus %1=URL, oder tragen Sie es in die Einstellungen ein.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 has no figures for these namespaces in the last 15 minutes.</source>
        <translation>Das Prometheus von %1 hat für diese Namespaces keine Werte aus den letzten 15 Minuten.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Operations console for multi-tenant Kubernetes platforms.</source>
        <translation>Leitstand für Kubernetes-Plattformen mit vielen Mandanten.</translation>
    </message>
    <message>
        <source>See pilothouse --help.</source>
        <translation>Siehe pilothouse --help.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or terms such as tier:gold and cpu&gt;80. Escape empties the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, tier:gold, cpu&gt;80</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only rows in which every term holds. Press / to come here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, kein Limit</translation>
    </message>
    <message>
        <source>%1, limit unknown</source>
        <translation>%1, Limit unbekannt</translation>
    </message>
    <message>
        <source>unknown, limit %1</source>
        <translation>unbekannt, Limit %1</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 von %2 (%3)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 TiB</source>
        <translation>%1 TiB</translation>
    </message>
    <message>
        <source>%1 PiB</source>
        <translation>%1 PiB</translation>
    </message>
    <message>
        <source>%1 EiB</source>
        <translation>%1 EiB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>live</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is &quot;delayed&quot; or &quot;stale&quot;, %2 an age like &quot;6 s&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Live: last confirmed at %1, %2 ago.</source>
        <translation>Aktuell: zuletzt bestätigt um %1, vor %2.</translation>
    </message>
    <message>
        <source>Delayed: last confirmed at %1, %2 ago.</source>
        <translation>Verzögert: zuletzt bestätigt um %1, vor %2.</translation>
    </message>
    <message>
        <source>Stale: last confirmed at %1, %2 ago.</source>
        <translation>Veraltet: zuletzt bestätigt um %1, vor %2.</translation>
    </message>
    <message>
        <source>Unknown: never confirmed yet.</source>
        <translation>Unbekannt: noch nie bestätigt.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message numerus="yes">
        <source>%1 has not answered completely within %n s. Give it longer with --deadline.</source>
        <translation>
            <numerusform>%1 hat binnen %n s nicht vollständig geantwortet. Geben Sie mit --deadline mehr Zeit.</numerusform>
            <numerusform>%1 hat binnen %n s nicht vollständig geantwortet. Geben Sie mit --deadline mehr Zeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export could not be written to standard output.</source>
        <translation>Der Export konnte nicht auf die Standardausgabe geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another file with --output.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie mit --output eine andere Datei.</translation>
    </message>
    <message>
        <source>The picture cannot be written to %1. Choose another file with --screenshot.</source>
        <translation>Das Bild kann nicht nach %1 geschrieben werden. Wählen Sie mit --screenshot eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Read this kubeconfig alone.</source>
        <translation>Nur diese kubeconfig lesen.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Connect this context; may be given several times.</source>
        <translation>Diesen Kontext verbinden; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>The Prometheus of a cluster.</source>
        <translation>Das Prometheus eines Clusters.</translation>
    </message>
    <message>
        <source>CLUSTER=URL</source>
        <translation>CLUSTER=URL</translation>
    </message>
    <message>
        <source>The Alertmanager of a cluster.</source>
        <translation>Der Alertmanager eines Clusters.</translation>
    </message>
    <message>
        <source>A namespace to look at where namespaces may not be listed; may be given several times.</source>
        <translation>Ein Namespace, der betrachtet wird, wo sie nicht aufgelistet werden dürfen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>[CLUSTER=]NAME</source>
        <translation>[CLUSTER=]NAME</translation>
    </message>
    <message>
        <source>The panel to show or export: tenants.</source>
        <translation>Die Tafel, die gezeigt oder exportiert wird: tenants.</translation>
    </message>
    <message>
        <source>Show or export only these rows, e.g. &quot;tier:gold cpu&gt;80&quot;.</source>
        <translation>Nur diese Zeilen zeigen oder exportieren, z. B. &quot;tier:gold cpu&gt;80&quot;.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>Open the details of this tenant.</source>
        <translation>Die Einzelheiten dieses Mandanten öffnen.</translation>
    </message>
    <message>
        <source>Write the panel as json, csv or text, without a window, and end.</source>
        <translation>Die Tafel als json, csv oder text ausgeben, ohne Fenster, und enden.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>Write the export to this file.</source>
        <translation>Den Export in diese Datei schreiben.</translation>
    </message>
    <message>
        <source>Save a picture of the window as PNG, and end.</source>
        <translation>Ein Bild des Fensters als PNG speichern und enden.</translation>
    </message>
    <message>
        <source>Size of the window or picture.</source>
        <translation>Größe des Fensters oder Bildes.</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>BREITExHÖHE</translation>
    </message>
    <message>
        <source>With --export and --screenshot: wait at most so long for live data (30).</source>
        <translation>Mit --export und --screenshot: höchstens so lange auf aktuelle Daten warten (30).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system, light oder dark.</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Pilothouse does not know what to do with “%1”. Its options begin with “--”.</source>
        <translation>Pilothouse kann mit „%1“ nichts anfangen. Optionen beginnen mit „--“.</translation>
    </message>
    <message>
        <source>“%1” is not of the form CLUSTER=URL. Write --%2 NAME=http://HOST:PORT.</source>
        <translation>„%1“ hat nicht die Form CLUSTER=URL. Schreiben Sie --%2 NAME=http://HOST:PORT.</translation>
    </message>
    <message>
        <source>There is no panel “%1”. There is: tenants.</source>
        <translation>Es gibt keine Tafel „%1“. Es gibt: tenants.</translation>
    </message>
    <message>
        <source>--output needs --export json, csv or text.</source>
        <translation>--output braucht --export json, csv oder text.</translation>
    </message>
    <message>
        <source>“%1” is not an export format. Use json, csv or text.</source>
        <translation>„%1“ ist kein Exportformat. Nehmen Sie json, csv oder text.</translation>
    </message>
    <message>
        <source>“%1” is not a size. Write for example --size 1600x1000.</source>
        <translation>„%1“ ist keine Größe. Schreiben Sie zum Beispiel --size 1600x1000.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds. Write for example --deadline 30.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden. Schreiben Sie zum Beispiel --deadline 30.</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Use system, light or dark.</source>
        <translation>Es gibt kein Farbschema „%1“. Nehmen Sie system, light oder dark.</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Really used: %1</source>
        <translation>Tatsächlich genutzt: %1</translation>
    </message>
    <message>
        <source>Reserved: %1</source>
        <translation>Reserviert: %1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limit: %1</translation>
    </message>
    <message>
        <source>Reserved of the limit: %1</source>
        <translation>Vom Limit reserviert: %1</translation>
    </message>
    <message>
        <source>Some namespaces of this tenant have no quota for it: the limit is not the whole truth.</source>
        <translation>Einige Namespaces dieses Mandanten haben dafür keine Quota: Das Limit ist nicht die ganze Wahrheit.</translation>
    </message>
    <message>
        <source>What is really used has not been confirmed for a while.</source>
        <translation>Die tatsächliche Nutzung ist seit einer Weile nicht bestätigt.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column titles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>&gt;999 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, kein Limit</translation>
    </message>
    <message>
        <source>%1 used, no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
