<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Pilothouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilothouse %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations console for multi-tenant Kubernetes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copyright 2026 The Pilothouse authors.

This program is free software under the GNU General Public License, version 3 or any later one. It comes without any warranty. Its text is in the file LICENSE.

It uses Qt, Qt Charts, simdjson and yaml-cpp.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterChip</name>
    <message>
        <source>, metrics are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster %1, %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and identity</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>ClusterPopup</name>
    <message>
        <source>Connection details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterStrip</name>
    <message>
        <source>C&amp;lusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect or disconnect clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig names no contexts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterText</name>
    <message>
        <source>Not asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting: not everything has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: everything has been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, but not everything may be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Prometheus is set for it: what is really used is unknown. Start with --prometheus %1=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage from Prometheus: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster %1, context %2, server %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster %1, context %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation type="unfinished"></translation>
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
    <name>Columns</name>
    <message>
        <source>Pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pod&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace that the pod is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pod is in its life: Pending, Running, Succeeded or Failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the pod is not well, or that it is being deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the pod&apos;s containers are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many containers the pod has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the pod&apos;s containers were restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node that the pod runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pod belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that the pod reserves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that the pod reserves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long ago the pod was created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure we are of the row: when the API server last confirmed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota key, as Kubernetes spells it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved of the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the quota counts as used, and what it allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the quota counts as used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the quota allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is reserved, in percent of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace that the quota is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the ResourceQuota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pods the quota covers; none when it covers all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant, as the label of its namespaces names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster that the figures of this row come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service tier, as the labels of the tenant&apos;s namespaces name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the tenant is kept apart from others, as the labels of its namespaces name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers for the tenant, as the labels or annotations of its namespaces name them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays for the tenant, as the labels or annotations of its namespaces name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many namespaces the tenant has in this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Pending: not scheduled, or their containers have not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Failed that have not been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s containers really used, as Prometheus measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s quotas count as used: the sum of requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s quotas allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved cores in percent of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores: really used, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s containers really used, as Prometheus measured: the working set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s quotas count as used: the sum of requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s quotas allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved memory in percent of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: really used, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of the tenant that run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that the tenant&apos;s quotas count as used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that the tenant&apos;s quotas allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved pods in percent of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods: running, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota key of which the tenant has reserved the greatest part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightest %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is reserved of the tightest quota key, in percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure we are of what is really used: when Prometheus last confirmed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long ago the API server last confirmed the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workload&apos;s name, as its pods name their owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of object owns the pods; Pod when nobody does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace that the workload is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags of the images that its pods run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pods it has that have not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of its pods have all their containers ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often containers of its pods were restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cores that its pods reserve together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory that its pods reserve together.</source>
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
    <message>
        <source>Read this kubeconfig alone.</source>
        <translation type="unfinished">Nur diese kubeconfig lesen.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished">DATEI</translation>
    </message>
    <message>
        <source>Connect this context; may be given several times.</source>
        <translation type="unfinished">Diesen Kontext verbinden; mehrfach möglich.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished">NAME</translation>
    </message>
    <message>
        <source>The Prometheus of a cluster.</source>
        <translation type="unfinished">Das Prometheus eines Clusters.</translation>
    </message>
    <message>
        <source>CLUSTER=URL</source>
        <translation type="unfinished">CLUSTER=URL</translation>
    </message>
    <message>
        <source>The Alertmanager of a cluster.</source>
        <translation type="unfinished">Der Alertmanager eines Clusters.</translation>
    </message>
    <message>
        <source>A namespace to look at where namespaces may not be listed; may be given several times.</source>
        <translation type="unfinished">Ein Namespace, der betrachtet wird, wo sie nicht aufgelistet werden dürfen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>[CLUSTER=]NAME</source>
        <translation type="unfinished">[CLUSTER=]NAME</translation>
    </message>
    <message>
        <source>The panel to show or export: tenants.</source>
        <translation type="unfinished">Die Tafel, die gezeigt oder exportiert wird: tenants.</translation>
    </message>
    <message>
        <source>Show or export only these rows, e.g. &quot;tier:gold cpu&gt;80&quot;.</source>
        <translation type="unfinished">Nur diese Zeilen zeigen oder exportieren, z. B. &quot;tier:gold cpu&gt;80&quot;.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation type="unfinished">TEXT</translation>
    </message>
    <message>
        <source>Open the details of this tenant.</source>
        <translation type="unfinished">Die Einzelheiten dieses Mandanten öffnen.</translation>
    </message>
    <message>
        <source>Write the panel as json, csv or text, without a window, and end.</source>
        <translation type="unfinished">Die Tafel als json, csv oder text ausgeben, ohne Fenster, und enden.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation type="unfinished">FORMAT</translation>
    </message>
    <message>
        <source>Write the export to this file.</source>
        <translation type="unfinished">Den Export in diese Datei schreiben.</translation>
    </message>
    <message>
        <source>Save a picture of the window as PNG, and end.</source>
        <translation type="unfinished">Ein Bild des Fensters als PNG speichern und enden.</translation>
    </message>
    <message>
        <source>Size of the window or picture.</source>
        <translation type="unfinished">Größe des Fensters oder Bildes.</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation type="unfinished">BREITExHÖHE</translation>
    </message>
    <message>
        <source>With --export and --screenshot: wait at most so long for live data (30).</source>
        <translation type="unfinished">Mit --export und --screenshot: höchstens so lange auf aktuelle Daten warten (30).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation type="unfinished">SEKUNDEN</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation type="unfinished">system, light oder dark.</translation>
    </message>
    <message>
        <source>Pilothouse does not know what to do with “%1”. Its options begin with “--”.</source>
        <translation type="unfinished">Pilothouse kann mit „%1“ nichts anfangen. Optionen beginnen mit „--“.</translation>
    </message>
    <message>
        <source>“%1” is not of the form CLUSTER=URL. Write --%2 NAME=http://HOST:PORT.</source>
        <translation type="unfinished">„%1“ hat nicht die Form CLUSTER=URL. Schreiben Sie --%2 NAME=http://HOST:PORT.</translation>
    </message>
    <message>
        <source>There is no panel “%1”. There is: tenants.</source>
        <translation type="unfinished">Es gibt keine Tafel „%1“. Es gibt: tenants.</translation>
    </message>
    <message>
        <source>--output needs --export json, csv or text.</source>
        <translation type="unfinished">--output braucht --export json, csv oder text.</translation>
    </message>
    <message>
        <source>“%1” is not an export format. Use json, csv or text.</source>
        <translation type="unfinished">„%1“ ist kein Exportformat. Nehmen Sie json, csv oder text.</translation>
    </message>
    <message>
        <source>“%1” is not a size. Write for example --size 1600x1000.</source>
        <translation type="unfinished">„%1“ ist keine Größe. Schreiben Sie zum Beispiel --size 1600x1000.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds. Write for example --deadline 30.</source>
        <translation type="unfinished">„%1“ ist keine Anzahl von Sekunden. Schreiben Sie zum Beispiel --deadline 30.</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Use system, light or dark.</source>
        <translation type="unfinished">Es gibt kein Farbschema „%1“. Nehmen Sie system, light oder dark.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Save a picture with --screenshot FILE, or print the tenants with --panel tenants --export text.</source>
        <translation type="unfinished"></translation>
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
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the tenants table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty the filter and go back to the table; close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the details of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show what can be done with the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the selected rows with their headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pilothouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/ filter
? keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Pilothouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tenant is at 90 % of a limit or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tenants are at 90 % of a limit or more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>%1: %2</source>
        <comment>cluster and note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes about clusters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>%1 has not answered completely yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has answered: it has no %2 that %3 may see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let %2 read everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Look at its chip in the strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 may be read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No %1 could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter hides all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig with --context NAME, or choose one in the menu Clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 of them. Change the filter, or clear it to see them all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The reason: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More exactly: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no context at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kubeconfig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kubeconfig %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for it here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with --kubeconfig FILE or in KUBECONFIG, or copy your cluster&apos;s to ~/.kube/config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig has no context %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one that exists with --context NAME; kubectl config get-contexts lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig is not well-formed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s entry for %1 cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file, or name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it with kubectl config, or name another file with --kubeconfig FILE or context with --context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let you list its namespaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No context is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig names no current context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one with --context NAME, or for good with kubectl config use-context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to %1 was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again if you still want to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the kubeconfig says about %1 cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is about %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the entry with kubectl config, then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is set up in a way that this version does not speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a token or a client certificate for this context, or choose another with --context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of %1 is unknown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address with kubectl config view, your DNS, and that your VPN is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2 refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens there, or the way there is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its API server runs, and the address with kubectl config view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 broke off in the middle of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %2 ended before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the load balancers and proxies on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let us through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check proxy-url in the kubeconfig, and HTTPS_PROXY and NO_PROXY in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a byte came from %2 in time: it takes connections and stays silent, or something on the way swallows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at its API server: kubectl get --raw /readyz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %2 is not signed by a certificate authority that the kubeconfig names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give %1 the right certificate-authority or certificate-authority-data with kubectl config set-cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %2 has expired or is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the certificate of %1 renewed, and check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %2 is for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name that the certificate has as the address of %1, or set it as tls-server-name with kubectl config set-cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your client certificate for %1 cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check client-certificate and client-key in the kubeconfig: both must be readable, belong together and be valid today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address in the kubeconfig speaks HTTPS and that no proxy comes between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not understand our request (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with kubectl version that %2 is a Kubernetes API server of a version that is still supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses your credential.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not know you by your token or certificate: it may have expired or been withdrawn (401).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again so that the kubeconfig has a valid credential, or choose another context with --context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not let you read this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It knows you, but your roles do not allow it (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the namespaces that you may read with --namespace %1=NAME, or ask for a role; kubectl auth can-i --list says what you may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not have what every Kubernetes API server has (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address with kubectl config view, also the path at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a newer version than the one we spoke of (409).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again, then decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 no longer has the version that we asked from (410).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment: it is read again from the start by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to be left alone for %4 (429).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait: it is asked again by itself after that. If this stays, see who else asks it much: kubectl get flowschemas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the API server&apos;s log and at etcd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends what no Kubernetes API server sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of %2 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address in the kubeconfig leads to the API server and not to a login page or another service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends more than we take in at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at fewer namespaces with --namespace %1=NAME, and see what is so large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query to the Prometheus of %1 was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 is set wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it with --prometheus CLUSTER=URL or in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 is set up in a way that this version does not speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an address that it speaks with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host of %1&apos;s Prometheus is unknown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL, your DNS, and that your VPN is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 cannot be reached: %2 refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it runs, and the address given with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 broke off in the middle of an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the proxies on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy on the way to the Prometheus of %1 does not let us through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, check its load, or name another with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, is not signed by a certificate authority that this computer trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have this computer trust its certificate authority, or name another address with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, has expired or is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it renewed, and check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, is for another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name that the certificate has in --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 asks for a client certificate that we do not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an address that asks for none with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to the Prometheus of %1 comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether its address in --prometheus CLUSTER=URL is https or http.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not understand our query (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address given with --prometheus CLUSTER=URL is that of a Prometheus, and its version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 wants to know who you are (401).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an address that needs no login with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not let you query it (403).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs it for access, or name another with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not have what every Prometheus has (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL, also the path at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 reports a conflict (409).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 no longer has what we asked for (410).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 asks to be left alone for %4 (429).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait: it is asked again by itself after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 has a fault of its own (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 sends what no Prometheus sends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address given with --prometheus CLUSTER=URL leads to a Prometheus and not to a login page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Prometheus of %1 sends more than we take in at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one that scrapes this cluster alone with --prometheus CLUSTER=URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the kubeconfig was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it again if you still want to know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it with kubectl config, or name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig asks for something that this version does not speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another context with --context NAME, or another file with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig names a host that is unknown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address with kubectl config view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig cannot be fetched: %2 refuses the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file on this computer with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig broke off in the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that %2 is complete, or name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig names a proxy that cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct proxy-url with kubectl config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the kubeconfig takes too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to a disk of this computer and name it with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig names a certificate authority that cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct certificate-authority with kubectl config set-cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig holds a certificate that has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch a new kubeconfig, and check the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s tls-server-name fits no certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct tls-server-name with kubectl config set-cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s client certificate cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct client-certificate and client-key with kubectl config set-credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s certificates cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them with kubectl config set-cluster and set-credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig asks for what cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s credential is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again, or choose another context with --context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read the kubeconfig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file readable for you, or name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig does not have %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at kubectl config get-contexts, and choose with --context NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig may not be read for %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig cannot be read for a fault of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, or name another with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kubeconfig is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a smaller file with --kubeconfig FILE.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuietLine</name>
    <message>
        <source>Last message and freshness</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>999+</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SubjectRail</name>
    <message>
        <source>Subjects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>1 tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, all live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>%1; uses %2</source>
        <translation type="unfinished"></translation>
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
    <name>TenantDetailPane</name>
    <message>
        <source>Details of the tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotas, workloads and pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quota limits this tenant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tenant runs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tenant has no pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details (Escape)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in cluster %1; this is the last that was known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in cluster %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and count</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenantFacts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kubernetes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenantHeadline</name>
    <message>
        <source>tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at 90 % of a limit or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with failed pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not live</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenantRowMenu</name>
    <message>
        <source>Actions for tenant %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ce&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this %1 (it has none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 %2</source>
        <comment>what and which</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sort by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenantTableModel</name>
    <message>
        <source>%1: %2 reserved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenantsPanel</name>
    <message>
        <source>1 tenant</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tenants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, sorted by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the tenants shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tenants</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now holds %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard now holds %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>limit %1</source>
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
        <source>%1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+</source>
        <translation type="unfinished">%1+</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>limit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished">kein Limit</translation>
    </message>
    <message>
        <source>CPU and memory over the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU over the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory over the last 15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cores of CPU really used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of memory really used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the last 15 minutes of usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU: %1 cores used last, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: %1 used last, %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
