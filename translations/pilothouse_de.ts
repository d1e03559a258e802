<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Pilothouse</source>
        <translation>Über Pilothouse</translation>
    </message>
    <message>
        <source>Pilothouse %1</source>
        <translation>Pilothouse %1</translation>
    </message>
    <message>
        <source>Operations console for multi-tenant Kubernetes.</source>
        <translation>Leitstand für Kubernetes mit vielen Mandanten.</translation>
    </message>
    <message>
        <source>Copyright 2026 The Pilothouse authors.

This program is free software under the GNU General Public License, version 3 or any later one. It comes without any warranty. Its text is in the file LICENSE.

It uses Qt, Qt Charts, simdjson and yaml-cpp.</source>
        <translation>Copyright 2026 The Pilothouse authors.

Dieses Programm ist freie Software unter der GNU General Public License, Version 3 oder einer späteren. Es kommt ohne jede Gewährleistung. Der Text der Lizenz steht in der Datei LICENSE.

Es verwendet Qt, Qt Charts, simdjson und yaml-cpp.</translation>
    </message>
</context>
<context>
    <name>AlertActions</name>
    <message>
        <source>&amp;Silence…</source>
        <translation>&amp;Stummschalten…</translation>
    </message>
    <message>
        <source>&amp;Claim…</source>
        <translation>Ü&amp;bernehmen…</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>Über&amp;geben…</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>Übernahme &amp;aufheben…</translation>
    </message>
    <message>
        <source>Start an &amp;incident</source>
        <translation>&amp;Vorfall eröffnen</translation>
    </message>
    <message>
        <source>Nothing can be changed from here.</source>
        <translation>Von hier aus lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>Choose an alert first.</source>
        <translation>Wählen Sie zuerst einen Alarm.</translation>
    </message>
    <message>
        <source>No Alertmanager has it, so that there is none to tell.</source>
        <translation>Kein Alertmanager hat ihn, daher gibt es keinen, dem man es sagen könnte.</translation>
    </message>
    <message numerus="yes">
        <source>Choose at most %n alerts to claim; start an incident for more.</source>
        <translation>
            <numerusform>Wählen Sie höchstens %n Alarm zum Übernehmen; für mehr eröffnen Sie einen Vorfall.</numerusform>
            <numerusform>Wählen Sie höchstens %n Alarme zum Übernehmen; für mehr eröffnen Sie einen Vorfall.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has claimed it.</source>
        <translation>Niemand hat ihn übernommen.</translation>
    </message>
</context>
<context>
    <name>AlertBanner</name>
    <message>
        <source>%1 has not answered for %2. See whether it runs and can be reached from here.</source>
        <translation>%1 antwortet seit %2 nicht. Sehen Sie nach, ob der Server läuft und von hier aus erreichbar ist.</translation>
    </message>
    <message>
        <source>%1 What it said last is shown as stale.</source>
        <translation>%1 Was zuletzt von dort kam, wird als veraltet gezeigt.</translation>
    </message>
    <message>
        <source>%1 does not hear the alert %2, which always fires: alerts may not reach it, and so nobody. See whether Prometheus runs and sends its alerts there.</source>
        <translation>%1 hört den Alarm %2 nicht, der immer ausgelöst ist: Womöglich kommen Alarme dort nicht an, und so bei niemandem. Sehen Sie nach, ob Prometheus läuft und seine Alarme dorthin sendet.</translation>
    </message>
    <message>
        <source>The alert %2, which always fires, does not fire on %1: its rules are not evaluated. See whether its rule files are loaded.</source>
        <translation>Der Alarm %2, der immer ausgelöst ist, ist auf %1 nicht ausgelöst: Die Regeln dort werden nicht ausgewertet. Sehen Sie nach, ob die Regeldateien geladen sind.</translation>
    </message>
    <message>
        <source>1 more server is silent.</source>
        <translation>1 weiterer Server schweigt.</translation>
    </message>
    <message>
        <source>%1 more servers are silent.</source>
        <translation>%1 weitere Server schweigen.</translation>
    </message>
    <message>
        <source>No server says what fires: nobody may be told of anything</source>
        <translation>Kein Server sagt, was ausgelöst ist: Womöglich wird niemand benachrichtigt</translation>
    </message>
    <message>
        <source>Alerts may not arrive: the alert that always fires is missing</source>
        <translation>Womöglich kommen Alarme nicht an: Der Alarm, der immer ausgelöst ist, fehlt</translation>
    </message>
    <message>
        <source>Not every server says what fires: alerts may be missing here</source>
        <translation>Nicht jeder Server sagt, was ausgelöst ist: Hier könnten Alarme fehlen</translation>
    </message>
</context>
<context>
    <name>AlertDetailPane</name>
    <message>
        <source>Alerts of the group</source>
        <translation>Alarme der Gruppe</translation>
    </message>
    <message>
        <source>Details of the alerts</source>
        <translation>Einzelheiten der Alarme</translation>
    </message>
    <message>
        <source>Nothing can be changed from here.</source>
        <translation>Von hier aus lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 Alarme</translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 Alarm</translation>
    </message>
    <message>
        <source>%1, the worst %2 of them here</source>
        <translation>%1, davon hier die %2 schlimmsten</translation>
    </message>
    <message>
        <source>nothing fires here any more</source>
        <translation>hier ist kein Alarm mehr ausgelöst</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>it has ended; this is the last that was known</source>
        <translation>er ist zu Ende; das ist das Letzte, was bekannt war</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Übernahme</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stummschaltung</translation>
    </message>
    <message>
        <source>hides %1 now</source>
        <translation>verbirgt jetzt %1</translation>
    </message>
    <message>
        <source>Actions for the chosen alerts</source>
        <translation>Aktionen für die gewählten Alarme</translation>
    </message>
</context>
<context>
    <name>AlertFacts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>moment and how long ago</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Told to</source>
        <translation>Gemeldet an</translation>
    </message>
    <message>
        <source>Known to</source>
        <translation>Bekannt bei</translation>
    </message>
    <message>
        <source>Silenced by</source>
        <translation>Stummgeschaltet durch</translation>
    </message>
    <message>
        <source>Inhibited by</source>
        <translation>Unterdrückt durch</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>severity and state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>Namespace %1</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person and note</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Alert %1</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>SLO %1</source>
        <translation>SLO %1</translation>
    </message>
    <message>
        <source>Shows the SLO %1</source>
        <translation>Zeigt das SLO %1</translation>
    </message>
    <message>
        <source>Rollout %1</source>
        <translation>Rollout %1</translation>
    </message>
    <message>
        <source>Shows what runs of %1</source>
        <translation>Zeigt, was von %1 läuft</translation>
    </message>
    <message>
        <source>Tenant %1</source>
        <translation>Mandant %1</translation>
    </message>
    <message>
        <source>Shows the tenant %1</source>
        <translation>Zeigt den Mandanten %1</translation>
    </message>
    <message>
        <source>Runbook on %1…</source>
        <translation>Runbook auf %1…</translation>
    </message>
    <message>
        <source>Shows the whole address before it is opened</source>
        <translation>Zeigt die ganze Adresse, bevor sie geöffnet wird</translation>
    </message>
    <message>
        <source>Rule on %1…</source>
        <translation>Regel auf %1…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertGroups</name>
    <message>
        <source>of no tenant</source>
        <translation>ohne Mandant</translation>
    </message>
    <message>
        <source>about no SLO</source>
        <translation>ohne SLO</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
</context>
<context>
    <name>AlertHeadline</name>
    <message>
        <source>fire unclaimed</source>
        <translation>ausgelöst, nicht übernommen</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>bevorstehend</translation>
    </message>
    <message>
        <source>silenced or inhibited</source>
        <translation>stummgeschaltet oder unterdrückt</translation>
    </message>
</context>
<context>
    <name>AlertPresence</name>
    <message>
        <source>The Alertmanager %1 cannot be reached: what it would say of alerts and silences is not known.</source>
        <translation>Der Alertmanager %1 ist nicht erreichbar: Was er zu Alarmen und Stummschaltungen sagen würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The Prometheus %1 cannot be reached: whether anything fires there is not known.</source>
        <translation>Das Prometheus %1 ist nicht erreichbar: Ob dort etwas ausgelöst ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 is missing in %2: alerts do not reach this Alertmanager.</source>
        <translation>%1 fehlt in %2: Alarme erreichen diesen Alertmanager nicht.</translation>
    </message>
    <message>
        <source>%1 does not fire in %2: this Prometheus does not evaluate its alerts.</source>
        <translation>%1 ist in %2 nicht ausgelöst: Dieses Prometheus wertet seine Alarme nicht aus.</translation>
    </message>
    <message>
        <source>Look whether its Prometheus runs and reaches it, under Status, Alertmanagers.</source>
        <translation>Sehen Sie nach, ob sein Prometheus läuft und ihn erreicht, unter Status, Alertmanagers.</translation>
    </message>
    <message>
        <source>Look at its rules, under Status, Rules: whether they are loaded and evaluated without errors.</source>
        <translation>Sehen Sie sich seine Regeln an, unter Status, Rules: ob sie geladen sind und ohne Fehler ausgewertet werden.</translation>
    </message>
</context>
<context>
    <name>AlertText</name>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>not yet processed</source>
        <translation>noch nicht verarbeitet</translation>
    </message>
    <message>
        <source>clearing</source>
        <translation>klingt ab</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>bevorstehend</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>inhibited</source>
        <translation>unterdrückt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>It comes from %1 alone; the console knows no Alertmanager.</source>
        <translation>Er kommt allein von %1; die Konsole kennt keinen Alertmanager.</translation>
    </message>
    <message>
        <source>It comes from %1; whether an Alertmanager tells anybody is not known, because %2 does not answer.</source>
        <translation>Er kommt von %1; ob ein Alertmanager jemandem Bescheid gibt, ist nicht bekannt, weil %2 nicht antwortet.</translation>
    </message>
    <message>
        <source>No Alertmanager has this alert yet, so nobody is told of it. If this stays, look whether %1 reaches its Alertmanagers.</source>
        <translation>Noch hat kein Alertmanager diesen Alarm, daher erfährt niemand davon. Bleibt das so, sehen Sie nach, ob %1 die zugehörigen Alertmanager erreicht.</translation>
    </message>
    <message>
        <source>No server that has this alert answers any more; this is what they said last.</source>
        <translation>Kein Server, der diesen Alarm hat, antwortet noch; das haben sie zuletzt gesagt.</translation>
    </message>
    <message>
        <source>%1 does not answer: whether it is still so is not known.</source>
        <translation>%1 antwortet nicht: Ob es noch so ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 of its Alertmanagers suppress it, and the others do not. Look whether they reach each other.</source>
        <translation>Von den Alertmanagern, die ihn haben, halten ihn %1 zurück und die anderen nicht. Sehen Sie nach, ob sie einander erreichen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a server, and what it is</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>alerts</source>
        <comment>file name</comment>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>SLO</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>alert name</source>
        <translation>Alarmname</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Verantwortlichen</translation>
    </message>
    <message>
        <source>Groups of alerts</source>
        <translation>Gruppen von Alarmen</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>Alle Alarme</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>severity:critical tenant:shop</source>
        <translation>severity:critical tenant:shop</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Notices…</source>
        <translation>Benachrichtigungen…</translation>
    </message>
    <message>
        <source>Notices on the desktop</source>
        <translation>Meldungen auf dem Desktop</translation>
    </message>
    <message>
        <source>Which alerts the desktop tells of, and when it is quiet</source>
        <translation>Welche Alarme der Desktop meldet, und wann er Ruhe gibt</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>What the alerts are grouped by: a subject, or any label that they have</source>
        <translation>Wonach die Alarme gruppiert werden: nach einem Thema oder nach irgendeinem Label, das sie haben</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>by label %1</source>
        <translation>nach Label %1</translation>
    </message>
    <message>
        <source>1 alert fires and nobody has claimed it.</source>
        <translation>1 Alarm ist ausgelöst, und niemand hat ihn übernommen.</translation>
    </message>
    <message>
        <source>%1 alerts fire and nobody has claimed them.</source>
        <translation>%1 Alarme sind ausgelöst, und niemand hat sie übernommen.</translation>
    </message>
    <message>
        <source>1 silence</source>
        <translation>1 Stummschaltung</translation>
    </message>
    <message>
        <source>%1 silences</source>
        <translation>%1 Stummschaltungen</translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 Alarm</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 Alarme</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>The filter hides all %1</source>
        <translation>Der Filter blendet alle %1 aus</translation>
    </message>
    <message>
        <source>Change the filter, or clear it to see them all.</source>
        <translation>Ändern Sie den Filter, oder leeren Sie ihn, um alle zu sehen.</translation>
    </message>
    <message>
        <source>No server to ask for alerts</source>
        <translation>Kein Server, der nach Alarmen gefragt werden kann</translation>
    </message>
    <message>
        <source>Name an Alertmanager or a Prometheus-compatible server in the settings.</source>
        <translation>Nennen Sie in den Einstellungen einen Alertmanager oder einen mit Prometheus kompatiblen Server.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 werden gelesen</translation>
    </message>
    <message>
        <source>Nobody knows what fires</source>
        <translation>Niemand weiß, was ausgelöst ist</translation>
    </message>
    <message>
        <source>Nothing is silenced</source>
        <translation>Nichts ist stummgeschaltet</translation>
    </message>
    <message>
        <source>Nothing fires</source>
        <translation>Kein Alarm ist ausgelöst</translation>
    </message>
    <message>
        <source>Actions for the chosen rows</source>
        <translation>Aktionen für die gewählten Zeilen</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>Einzelheiten &amp;öffnen</translation>
    </message>
    <message>
        <source>Show them in the list of all</source>
        <translation>In der Liste aller zeigen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Nothing can be changed from here.</source>
        <translation>Von hier aus lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>&amp;Extend…</source>
        <translation>&amp;Verlängern…</translation>
    </message>
    <message>
        <source>End &amp;now…</source>
        <translation>&amp;Jetzt beenden…</translation>
    </message>
    <message>
        <source>Copy the &amp;id of the silence</source>
        <translation>&amp;Kennung der Stummschaltung kopieren</translation>
    </message>
</context>
<context>
    <name>BriefingDialog</name>
    <message>
        <source>Training: briefing</source>
        <translation>Training: Einweisung</translation>
    </message>
    <message>
        <source>Briefing: %1</source>
        <translation>Einweisung: %1</translation>
    </message>
    <message numerus="yes">
        <source>It happens in the sandbox alone. It ends when all is well again, and after %n minutes at the latest.</source>
        <translation>
            <numerusform>Es geschieht nur in der Sandbox. Es endet, wenn alles wieder in Ordnung ist, spätestens nach %n Minute.</numerusform>
            <numerusform>Es geschieht nur in der Sandbox. Es endet, wenn alles wieder in Ordnung ist, spätestens nach %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
</context>
<context>
    <name>BurnChart</name>
    <message>
        <source>Budget and burn rates over time</source>
        <translation>Budget und Burn-Rates im Zeitverlauf</translation>
    </message>
    <message>
        <source>What is left of the budget</source>
        <translation>Was vom Budget übrig ist</translation>
    </message>
    <message>
        <source>Burn rates</source>
        <translation>Burn-Rates</translation>
    </message>
    <message>
        <source>Budget left, as spent since the left edge</source>
        <translation>Restbudget, nach dem Verbrauch seit dem linken Rand</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>Burn rate</source>
        <translation>Burn-Rate</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <comment>burn rate and two windows</comment>
        <translation>%1 über %2 und %3</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Es gibt noch nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>Over %1 it burns at %2 now; the highest was %3 at %4.</source>
        <translation>Über %1 brennt es jetzt mit %2; der höchste Wert war %3 am %4.</translation>
    </message>
    <message>
        <source>%1 of the budget is left.</source>
        <translation>%1 des Budgets sind übrig.</translation>
    </message>
    <message>
        <source>Marks: changes %1, new revisions %2, alerts %3. Left and Right go through them.</source>
        <translation>Marken: %1 Änderungen, %2 neue Revisionen, %3 Alarme. Links und Rechts gehen sie durch.</translation>
    </message>
    <message>
        <source>Marks show what changed and which alerts began: point at one, or press Left and Right to go through them.</source>
        <translation>Marken zeigen, was sich geändert und welcher Alarm begonnen hat: Zeigen Sie auf eine, oder gehen Sie sie mit Links und Rechts durch.</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Preview undoing it all the same</source>
        <translation>Vorschau des Rückgängigmachens trotzdem zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Looking how the objects are now…</source>
        <translation>Es wird nachgesehen, wie die Objekte jetzt sind…</translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
    <message>
        <source>It was begun for this reason: “%1”.</source>
        <translation>Sie wurde aus diesem Grund begonnen: „%1“.</translation>
    </message>
    <message>
        <source>Make what is left of it in %1</source>
        <translation>Den Rest davon in %1 machen</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Seither geändert: %1</translation>
    </message>
    <message>
        <source>There are %1 more of these.</source>
        <translation>Davon gibt es noch %1.</translation>
    </message>
</context>
<context>
    <name>ChangeForm</name>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Change and its preview</source>
        <translation>Änderung und ihre Vorschau</translation>
    </message>
    <message>
        <source>This change cannot go on: it has been seen to meanwhile, or its cluster is not connected.</source>
        <translation>Diese Änderung kann nicht weitergehen: Sie wurde inzwischen erledigt, oder ihr Cluster ist nicht verbunden.</translation>
    </message>
    <message>
        <source>%1 manages %2 of %3.</source>
        <translation>%1 verwaltet %2 von %3.</translation>
    </message>
    <message>
        <source>Others manage %1 more fields of it.</source>
        <translation>Weitere Felder davon, die andere verwalten: %1.</translation>
    </message>
    <message>
        <source>The policy file %1 asks for that. Anybody but you who may make this change may approve it; approvals come by the inbox.</source>
        <translation>Die Richtliniendatei %1 verlangt das. Freigeben kann es jede andere Person, die diese Änderung machen darf; Freigaben kommen über den Posteingang.</translation>
    </message>
    <message>
        <source>There are %1 more of these.</source>
        <translation>Davon gibt es noch %1.</translation>
    </message>
    <message>
        <source>1 object</source>
        <translation>1 Objekt</translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet. What a change would do is shown here.</source>
        <translation>Noch ist nichts geändert. Was eine Änderung bewirken würde, wird hier gezeigt.</translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it to change something there.</source>
        <translation>%1 ist nicht verbunden. Verbinden Sie den Cluster, um dort etwas zu ändern.</translation>
    </message>
    <message>
        <source>Asking %1 what this would do…</source>
        <translation>%1 wird gefragt, was das bewirken würde…</translation>
    </message>
    <message>
        <source>Looking what of it was made in %1 before it was interrupted…</source>
        <translation>Es wird nachgesehen, was davon in %1 vor der Unterbrechung gemacht wurde…</translation>
    </message>
    <message>
        <source>This is what is left of it. Look at it, then decide whether it is to be made in %1.</source>
        <translation>Das ist der Rest davon. Sehen Sie ihn an und entscheiden Sie dann, ob er in %1 gemacht werden soll.</translation>
    </message>
    <message>
        <source>This is what %1 would make of it. Nothing has been changed yet.</source>
        <translation>Das würde %1 daraus machen. Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The journal takes down what is about to be done…</source>
        <translation>Das Journal schreibt auf, was gleich getan wird…</translation>
    </message>
    <message>
        <source>What has been sent is waited for; the rest is left out…</source>
        <translation>Auf das Gesendete wird gewartet; der Rest wird ausgelassen…</translation>
    </message>
    <message>
        <source>%1 makes the change: %2 of %3 done…</source>
        <translation>%1 macht die Änderung: %2 von %3 fertig…</translation>
    </message>
    <message>
        <source>%1 has taken it. Waiting until the objects show it…</source>
        <translation>%1 hat sie angenommen. Es wird gewartet, bis die Objekte sie zeigen…</translation>
    </message>
    <message>
        <source>The journal takes down what became of it…</source>
        <translation>Das Journal schreibt auf, was daraus wurde…</translation>
    </message>
    <message>
        <source>Leave out the rest</source>
        <translation>Den Rest auslassen</translation>
    </message>
    <message>
        <source>Preview mine again on top of theirs</source>
        <translation>Neue Vorschau: Meines auf dem Stand der anderen</translation>
    </message>
    <message>
        <source>Preview it again</source>
        <translation>Neue Vorschau</translation>
    </message>
    <message>
        <source>%1 is like that already. There is nothing to do.</source>
        <translation>In %1 ist es schon so. Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>This cannot be done now, and nothing was changed.</source>
        <translation>Das geht jetzt nicht, und es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Make the change</source>
        <translation>Änderung machen</translation>
    </message>
    <message>
        <source>%1 was disconnected while this was on its way. Connect it again, and look among the interrupted changes whether it was made.</source>
        <translation>%1 wurde getrennt, während das unterwegs war. Verbinden Sie den Cluster wieder, und sehen Sie bei den unterbrochenen Änderungen nach, ob es gemacht wurde.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>ChangeHistory</name>
    <message>
        <source>It changed nothing, so there is nothing to undo.</source>
        <translation>Sie hat nichts geändert, also gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>It has been undone already.</source>
        <translation>Sie ist schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Undoing %1: %2</source>
        <translation>Rückgängigmachen von %1: %2</translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>Nimmt zurück: %1</translation>
    </message>
    <message>
        <source>Put %1 back as it was</source>
        <translation>%1 auf den früheren Stand zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>Put %n objects back as they were</source>
        <translation>
            <numerusform>%n Objekt auf den früheren Stand zurücksetzen</numerusform>
            <numerusform>%n Objekte auf den früheren Stand zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 objects are known to be made</source>
        <translation>Gemacht, soweit bekannt: %1 von %2 Objekten</translation>
    </message>
</context>
<context>
    <name>ChangePages</name>
    <message>
        <source>What the change does, in words</source>
        <translation>Was die Änderung bewirkt, in Worten</translation>
    </message>
    <message>
        <source>Preview of the change</source>
        <translation>Vorschau der Änderung</translation>
    </message>
    <message>
        <source>Sides of the change</source>
        <translation>Seiten der Änderung</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>There is more; copying gives all of it.</source>
        <translation>Es gibt mehr; beim Kopieren kommt alles mit.</translation>
    </message>
    <message>
        <source>The same by hand, with %1</source>
        <translation>Dasselbe von Hand, mit %1</translation>
    </message>
</context>
<context>
    <name>ChangeResult</name>
    <message>
        <source>The change is in %1 and was seen there.</source>
        <translation>Die Änderung ist in %1 und wurde dort gesehen.</translation>
    </message>
    <message>
        <source>The change is in %1, but its effect was not seen in time. Look at the objects.</source>
        <translation>Die Änderung ist in %1, aber ihre Wirkung war nicht rechtzeitig zu sehen. Sehen Sie die Objekte an.</translation>
    </message>
    <message>
        <source>%1 of %2 objects were changed in %3. Look at the others and decide about them.</source>
        <translation>%1 von %2 Objekten wurden in %3 geändert. Sehen Sie die anderen an und entscheiden Sie über sie.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1: somebody else changed the same. Compare and decide.</source>
        <translation>In %1 wurde nichts geändert: Jemand anderes hat dasselbe geändert. Vergleichen Sie und entscheiden Sie.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1: it was refused.</source>
        <translation>In %1 wurde nichts geändert: Es wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1: it failed. Try again.</source>
        <translation>In %1 wurde nichts geändert: Es ist misslungen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not say whether the change was made, and it cannot be seen. Look at the objects before you try again.</source>
        <translation>%1 hat nicht gesagt, ob die Änderung gemacht wurde, und zu sehen ist sie nicht. Sehen Sie die Objekte an, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing was changed in %1: the change was given up.</source>
        <translation>In %1 wurde nichts geändert: Die Änderung wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>ChangeRights</name>
    <message>
        <source>The cluster is not connected. Connect it to change something there.</source>
        <translation>Der Cluster ist nicht verbunden. Verbinden Sie ihn, um dort etwas zu ändern.</translation>
    </message>
</context>
<context>
    <name>ChangeRiver</name>
    <message>
        <source>%1 is not connected. Connect it to see what became of this.</source>
        <translation>%1 ist nicht verbunden. Verbinden Sie den Cluster, um zu sehen, was daraus wurde.</translation>
    </message>
    <message>
        <source>It holds secret values, which are not kept, so it cannot go on by itself. Look at its objects in %1, and close it here.</source>
        <translation>Sie enthält geheime Werte, die nicht aufbewahrt werden, daher kann sie nicht von selbst weitergehen. Sehen Sie ihre Objekte in %1 an, und schließen Sie sie hier ab.</translation>
    </message>
    <message>
        <source>The cluster is not connected. Connect it and try again.</source>
        <translation>Der Cluster ist nicht verbunden. Verbinden Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The journal does not hold this change, so it cannot be undone from here.</source>
        <translation>Das Journal enthält diese Änderung nicht, daher kann sie von hier aus nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>This change is not known any more, so it cannot be undone from here.</source>
        <translation>Diese Änderung ist nicht mehr bekannt, daher kann sie von hier aus nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>It holds secret values, which are not kept, so it cannot be undone from here.</source>
        <translation>Sie enthält geheime Werte, die nicht aufbewahrt werden, daher kann sie von hier aus nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it to undo this.</source>
        <translation>%1 ist nicht verbunden. Verbinden Sie den Cluster, um das rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>ChangeRun</name>
    <message>
        <source>The journal did not take it down in time. Look at the disk that it is on.</source>
        <translation>Das Journal hat es nicht rechtzeitig aufgeschrieben. Sehen Sie nach der Platte, auf der es liegt.</translation>
    </message>
    <message>
        <source>The journal could not take it down: %1. Look at the disk that it is on.</source>
        <translation>Das Journal konnte es nicht aufschreiben: %1. Sehen Sie nach der Platte, auf der es liegt.</translation>
    </message>
    <message>
        <source>%1 did not say in time what you may do there. Try again.</source>
        <translation>%1 hat nicht rechtzeitig gesagt, was Sie dort dürfen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not show %2 in time. Try again.</source>
        <translation>%1 hat %2 nicht rechtzeitig gezeigt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not exist any more.</source>
        <translation>%1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 exists already. Edit it instead.</source>
        <translation>%1 gibt es schon. Bearbeiten Sie es stattdessen.</translation>
    </message>
    <message>
        <source>%1 was deleted and made anew since you looked at it. Look at it again.</source>
        <translation>%1 wurde gelöscht und neu angelegt, seit Sie es angesehen haben. Sehen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>%1 did not try the change of %2 in time. Try again.</source>
        <translation>%1 hat die Änderung von %2 nicht rechtzeitig geprobt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since you looked at it. Compare the two and decide.</source>
        <translation>%1 wurde von jemand anderem geändert, seit Sie es angesehen haben. Vergleichen Sie beides und entscheiden Sie.</translation>
    </message>
    <message>
        <source>This change does not wait for a confirmation.</source>
        <translation>Diese Änderung wartet nicht auf eine Bestätigung.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Look whether %2 was changed before you try again.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet. Sehen Sie nach, ob %2 geändert wurde, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 was made so by somebody else in the meantime.</source>
        <translation>%1 wurde inzwischen von jemand anderem so gemacht.</translation>
    </message>
    <message>
        <source>%1 does not show the change. Look whether a controller or somebody else takes it back.</source>
        <translation>%1 zeigt die Änderung nicht. Sehen Sie nach, ob ein Controller oder jemand anderes sie zurücknimmt.</translation>
    </message>
    <message>
        <source>%1 is as this change wanted it. Whether this change made it so or somebody else cannot be told.</source>
        <translation>%1 ist so, wie diese Änderung es wollte. Ob diese Änderung es so gemacht hat oder jemand anderes, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>%1 was changed since, and does not show this change. Whether it was made before that cannot be told. Compare the two and decide.</source>
        <translation>%1 wurde seither geändert und zeigt diese Änderung nicht. Ob sie vorher gemacht wurde, lässt sich nicht sagen. Vergleichen Sie beides und entscheiden Sie.</translation>
    </message>
</context>
<context>
    <name>ChangeSuspects</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two images</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 went from %2 to %3</source>
        <translation>%1 wechselte von %2 zu %3</translation>
    </message>
    <message>
        <source>%1 was scaled from %2 to %3 replicas</source>
        <translation>%1 wurde von %2 auf %3 Replicas skaliert</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>%1 wurde geändert</translation>
    </message>
    <message>
        <source>%1 more fields</source>
        <translation>%1 weitere Felder</translation>
    </message>
    <message>
        <source>%1 was changed (%2)</source>
        <translation>%1 wurde geändert (%2)</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>%1 was created</source>
        <translation>%1 wurde angelegt</translation>
    </message>
</context>
<context>
    <name>ChangeVerb</name>
    <message>
        <source>%1 is not connected.</source>
        <translation>%1 ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Sent. Looking whether the cluster shows it.</source>
        <translation>Gesendet. Es wird nachgesehen, ob der Cluster es zeigt.</translation>
    </message>
    <message>
        <source>%1 in %2:</source>
        <translation>%1 in %2:</translation>
    </message>
    <message>
        <source>The same by hand:</source>
        <translation>Dasselbe von Hand:</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>This was a dry run: nothing was changed.</source>
        <translation>Das war ein Probelauf: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Type %1 to make this change: </source>
        <translation>Geben Sie %1 ein, um diese Änderung zu machen: </translation>
    </message>
    <message>
        <source>Type %1 to make this change in %2: </source>
        <translation>Geben Sie %1 ein, um diese Änderung in %2 zu machen: </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason of the change</source>
        <translation>Grund der Änderung</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Ticket of the change</source>
        <translation>Ticket der Änderung</translation>
    </message>
    <message>
        <source>Name of the production cluster, typed to confirm</source>
        <translation>Name des Produktionsclusters, zur Bestätigung eingegeben</translation>
    </message>
    <message>
        <source>Why this is changed; the journal keeps it</source>
        <translation>Warum das geändert wird; das Journal bewahrt es auf</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Geben Sie zur Bestätigung %1 ein</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>It cannot be read: %1. Let somebody who may change its rights do so.</source>
        <translation>Sie kann nicht gelesen werden: %1. Lassen Sie jemanden ihre Rechte ändern, der das darf.</translation>
    </message>
</context>
<context>
    <name>ChangesMenu</name>
    <message>
        <source>Ch&amp;anges</source>
        <translation>&amp;Änderungen</translation>
    </message>
    <message>
        <source>&amp;Undo the last change…</source>
        <translation>&amp;Letzte Änderung rückgängig machen…</translation>
    </message>
    <message>
        <source>&amp;Interrupted changes…</source>
        <translation>&amp;Unterbrochene Änderungen…</translation>
    </message>
    <message>
        <source>Changes of this &amp;session…</source>
        <translation>Änderungen dieser &amp;Sitzung…</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Shows what undoing this would do: %1</source>
        <translation>Zeigt, was das Rückgängigmachen hiervon bewirken würde: %1</translation>
    </message>
    <message>
        <source>There is nothing to undo in this session.</source>
        <translation>In dieser Sitzung gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Changes that were begun and have no end: %1</source>
        <translation>Änderungen, die begonnen wurden und kein Ende haben: %1</translation>
    </message>
    <message>
        <source>No change was interrupted.</source>
        <translation>Keine Änderung wurde unterbrochen.</translation>
    </message>
</context>
<context>
    <name>ClaimDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>Note for the others</source>
        <translation>Anmerkung für die anderen</translation>
    </message>
    <message>
        <source>What is known so far, and what is being tried</source>
        <translation>Was bisher bekannt ist, und was gerade versucht wird</translation>
    </message>
    <message>
        <source>To &amp;whom</source>
        <translation>An &amp;wen</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>An&amp;merkung</translation>
    </message>
    <message>
        <source>Look after the alert %1</source>
        <translation>Sich um den Alarm %1 kümmern</translation>
    </message>
    <message>
        <source>Look after %1 alerts</source>
        <translation>Sich um %1 Alarme kümmern</translation>
    </message>
    <message>
        <source>Hand the alert %1 over</source>
        <translation>Den Alarm %1 übergeben</translation>
    </message>
    <message>
        <source>Hand %1 alerts over</source>
        <translation>%1 Alarme übergeben</translation>
    </message>
    <message>
        <source>Let go of the alert %1</source>
        <translation>Die Übernahme des Alarms %1 aufheben</translation>
    </message>
    <message>
        <source>Let go of %1 alerts</source>
        <translation>Die Übernahme von %1 Alarmen aufheben</translation>
    </message>
    <message>
        <source>It counts as unclaimed again, for everybody on the same Alertmanager.</source>
        <translation>Danach gilt wieder als nicht übernommen, was Sie gewählt haben, für alle am selben Alertmanager.</translation>
    </message>
    <message>
        <source>Nothing is muted by it. Alertmanager keeps it as a silence that matches no alert, so that every console on it shows who looks after this.</source>
        <translation>Stummgeschaltet wird dadurch nichts. Der Alertmanager bewahrt es als Stummschaltung auf, die auf keinen Alarm passt, damit jede Konsole an ihm zeigt, wer sich darum kümmert.</translation>
    </message>
    <message>
        <source>It is claimed by %1 now. %2</source>
        <translation>Übernommen ist es jetzt von %1. %2</translation>
    </message>
    <message>
        <source>Claim this alert</source>
        <translation>Diesen Alarm übernehmen</translation>
    </message>
    <message>
        <source>Claim %1 alerts</source>
        <translation>%1 Alarme übernehmen</translation>
    </message>
    <message>
        <source>Hand this alert over</source>
        <translation>Diesen Alarm übergeben</translation>
    </message>
    <message>
        <source>Release this alert</source>
        <translation>Übernahme dieses Alarms aufheben</translation>
    </message>
    <message>
        <source>Release %1 alerts</source>
        <translation>Übernahme von %1 Alarmen aufheben</translation>
    </message>
    <message>
        <source>Say to whom, by the name that the others know.</source>
        <translation>Sagen Sie, an wen, mit dem Namen, den die anderen kennen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
</context>
<context>
    <name>ClusterChip</name>
    <message>
        <source>, metrics are missing</source>
        <translation>, Metriken fehlen</translation>
    </message>
    <message>
        <source>Cluster %1, %2%3</source>
        <translation>Cluster %1, %2%3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and identity</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Production cluster %1, %2%3</source>
        <translation>Produktionscluster %1, %2%3</translation>
    </message>
    <message>
        <source>production · %1</source>
        <comment>a cluster&apos;s mark, and how it is</comment>
        <translation>Produktion · %1</translation>
    </message>
</context>
<context>
    <name>ClusterChoice</name>
    <message>
        <source>None is connected</source>
        <translation>Keiner ist verbunden</translation>
    </message>
    <message>
        <source>Choose one</source>
        <comment>of several clusters</comment>
        <translation>Wählen Sie einen</translation>
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
    <message>
        <source>by a credential plugin</source>
        <translation>mit einem Credential-Plugin</translation>
    </message>
    <message>
        <source>Acting as %1: the kubeconfig logs in %2 and asks for this user&apos;s rights.</source>
        <translation>Im Namen von %1: Die kubeconfig meldet sich %2 an und verlangt die Rechte dieses Benutzers.</translation>
    </message>
</context>
<context>
    <name>ClusterPopup</name>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation>&amp;Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
</context>
<context>
    <name>ClusterRecord</name>
    <message>
        <source>no record in the cluster: too many others waited to be left there</source>
        <translation>keine Aufzeichnung im Cluster: Zu viele andere warteten darauf, dort abgelegt zu werden</translation>
    </message>
    <message>
        <source>it did not say what you may do there</source>
        <translation>Er hat nicht gesagt, was Sie dort dürfen</translation>
    </message>
    <message>
        <source>no record in the cluster: %1</source>
        <translation>keine Aufzeichnung im Cluster: %1</translation>
    </message>
    <message>
        <source>no %1: you may not %2 ConfigMaps there</source>
        <translation>keine %1: %2 von ConfigMaps ist Ihnen dort nicht erlaubt</translation>
    </message>
    <message>
        <source>no %1: the journal did not sign it in time</source>
        <translation>keine %1: Das Journal hat sie nicht rechtzeitig unterschrieben</translation>
    </message>
    <message>
        <source>no %1: the journal could not sign it: %2</source>
        <translation>keine %1: Das Journal konnte sie nicht unterschreiben: %2</translation>
    </message>
    <message>
        <source>it was not shown in time</source>
        <translation>Sie wurde nicht rechtzeitig gezeigt</translation>
    </message>
    <message>
        <source>no %1: %2</source>
        <translation>keine %1: %2</translation>
    </message>
    <message>
        <source>no %1: it is full of other things</source>
        <translation>keine %1: Sie ist voll mit anderem</translation>
    </message>
    <message>
        <source>no %1: other consoles were always faster</source>
        <translation>keine %1: Andere Konsolen waren immer schneller</translation>
    </message>
    <message>
        <source>perhaps %1: no answer came</source>
        <translation>vielleicht %1: Es kam keine Antwort</translation>
    </message>
    <message>
        <source>no Event: the change has too many objects</source>
        <translation>kein Event: Die Änderung hat zu viele Objekte</translation>
    </message>
    <message>
        <source>no Event: you may not create any in %1</source>
        <translation>kein Event: In %1 dürfen Sie keine anlegen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>no Event: %1</source>
        <translation>kein Event: %1</translation>
    </message>
    <message>
        <source>perhaps an Event: no answer came</source>
        <translation>vielleicht ein Event: Es kam keine Antwort</translation>
    </message>
</context>
<context>
    <name>ClusterStrip</name>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Connect or disconnect clusters</source>
        <translation>Cluster verbinden oder trennen</translation>
    </message>
    <message>
        <source>The kubeconfig names no contexts.</source>
        <translation>Die kubeconfig nennt keine Kontexte.</translation>
    </message>
    <message>
        <source>Cl&amp;usters</source>
        <translation>&amp;Cluster</translation>
    </message>
</context>
<context>
    <name>ClusterText</name>
    <message>
        <source>Not asked yet.</source>
        <translation>Noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Connecting: not everything has been read yet.</source>
        <translation>Wird verbunden: Noch ist nicht alles gelesen.</translation>
    </message>
    <message>
        <source>Connected: everything has been read.</source>
        <translation>Verbunden: Alles ist gelesen.</translation>
    </message>
    <message>
        <source>Connected, but not everything may be read.</source>
        <translation>Verbunden, aber nicht alles darf gelesen werden.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>No Prometheus is set for it: what is really used is unknown. Start with --prometheus %1=URL.</source>
        <translation>Kein Prometheus angegeben: Die tatsächliche Nutzung ist unbekannt. Mit --prometheus %1=URL starten.</translation>
    </message>
    <message>
        <source>Usage from Prometheus: %1</source>
        <translation>Nutzung aus Prometheus: %1</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cluster %1, context %2, server %3.</source>
        <translation>Cluster %1, Kontext %2, Server %3.</translation>
    </message>
    <message>
        <source>Cluster %1, context %2.</source>
        <translation>Cluster %1, Kontext %2.</translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Everything has been read, but is not confirmed at present.</source>
        <translation>Alles wurde gelesen, ist aber zurzeit nicht bestätigt.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Back to the usual columns</source>
        <translation>Übliche Spalten wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>The pod&apos;s name.</source>
        <translation>Der Name des Pods.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>The namespace that the pod is in.</source>
        <translation>Der Namespace, in dem der Pod liegt.</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Where the pod is in its life: Pending, Running, Succeeded or Failed.</source>
        <translation>Die Phase des Pods: Pending, Running, Succeeded oder Failed.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why the pod is not well, or that it is being deleted.</source>
        <translation>Warum der Pod gestört ist, oder dass er gerade gelöscht wird.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>How many containers the pod has.</source>
        <translation>Wie viele Container der Pod hat.</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>How often the pod&apos;s containers were restarted.</source>
        <translation>Wie oft Container des Pods neu gestartet wurden.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>What the pod belongs to.</source>
        <translation>Wozu der Pod gehört.</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation>CPU angefordert</translation>
    </message>
    <message>
        <source>Cores that the pod reserves.</source>
        <translation>CPU-Kerne, die der Pod reserviert.</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>Speicher angefordert</translation>
    </message>
    <message>
        <source>Memory that the pod reserves.</source>
        <translation>Speicher, den der Pod reserviert.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>How long ago the pod was created.</source>
        <translation>Wie lange die Erstellung des Pods her ist.</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>How sure we are of the row: when the API server last confirmed it.</source>
        <translation>Wie verlässlich die Zeile ist: wann der API-Server sie zuletzt bestätigt hat.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>The quota key, as Kubernetes spells it.</source>
        <translation>Der Quota-Schlüssel in der Schreibweise von Kubernetes.</translation>
    </message>
    <message>
        <source>Reserved of the limit</source>
        <translation>Vom Limit reserviert</translation>
    </message>
    <message>
        <source>What the quota counts as used, and what it allows.</source>
        <translation>Was die Quota als verbraucht zählt und was sie erlaubt.</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>What the quota counts as used.</source>
        <translation>Was die Quota als verbraucht zählt.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>What the quota allows.</source>
        <translation>Was die Quota erlaubt.</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>What is reserved, in percent of the limit.</source>
        <translation>Was reserviert ist, in Prozent des Limits.</translation>
    </message>
    <message>
        <source>The namespace that the quota is in.</source>
        <translation>Der Namespace, in dem die Quota liegt.</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Quota</translation>
    </message>
    <message>
        <source>The name of the ResourceQuota.</source>
        <translation>Der Name der ResourceQuota.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Which pods the quota covers; none when it covers all.</source>
        <translation>Für welche Pods die Quota gilt; leer, wenn sie für alle gilt.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>The tenant, as the label of its namespaces names it.</source>
        <translation>Der Mandant, wie ihn das Label seiner Namespaces nennt.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>The cluster that the figures of this row come from.</source>
        <translation>Der Cluster, aus dem die Werte dieser Zeile stammen.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The service tier, as the labels of the tenant&apos;s namespaces name it.</source>
        <translation>Die Servicestufe, wie sie die Labels der Namespaces des Mandanten nennen.</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>How the tenant is kept apart from others, as the labels of its namespaces name it.</source>
        <translation>Wie der Mandant von anderen getrennt ist, wie es die Labels seiner Namespaces nennen.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Who answers for the tenant, as the labels or annotations of its namespaces name them.</source>
        <translation>Wer für den Mandanten verantwortlich ist, wie es Labels oder Annotationen seiner Namespaces nennen.</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Who pays for the tenant, as the labels or annotations of its namespaces name it.</source>
        <translation>Wer für den Mandanten zahlt, wie es Labels oder Annotationen seiner Namespaces nennen.</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>How many namespaces the tenant has in this cluster.</source>
        <translation>Wie viele Namespaces der Mandant in diesem Cluster hat.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Running.</source>
        <translation>Pods des Mandanten in der Phase Running.</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Pending: not scheduled, or their containers have not started.</source>
        <translation>Pods des Mandanten in der Phase Pending: noch keinem Node zugeteilt, oder ihre Container sind noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>Pods of the tenant in phase Failed that have not been removed.</source>
        <translation>Pods des Mandanten in der Phase Failed, die nicht entfernt wurden.</translation>
    </message>
    <message>
        <source>CPU used</source>
        <translation>CPU genutzt</translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s containers really used, as Prometheus measured.</source>
        <translation>CPU-Kerne, die die Container des Mandanten tatsächlich genutzt haben, gemessen von Prometheus.</translation>
    </message>
    <message>
        <source>CPU reserved</source>
        <translation>CPU reserviert</translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s quotas count as used: the sum of requests.</source>
        <translation>CPU-Kerne, die die Quotas des Mandanten als verbraucht zählen: die Summe der Requests.</translation>
    </message>
    <message>
        <source>CPU limit</source>
        <translation>CPU-Limit</translation>
    </message>
    <message>
        <source>Cores that the tenant&apos;s quotas allow.</source>
        <translation>CPU-Kerne, die die Quotas des Mandanten erlauben.</translation>
    </message>
    <message>
        <source>CPU %</source>
        <translation>CPU %</translation>
    </message>
    <message>
        <source>Reserved cores in percent of the limit.</source>
        <translation>Reservierte CPU-Kerne in Prozent des Limits.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cores: really used, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation>CPU-Kerne: tatsächlich genutzt, reserviert und das Limit. Sortiert nach dem reservierten Teil des Limits.</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Speicher genutzt</translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s containers really used, as Prometheus measured: the working set.</source>
        <translation>Speicher, den die Container des Mandanten tatsächlich genutzt haben, gemessen von Prometheus: das Working Set.</translation>
    </message>
    <message>
        <source>Memory reserved</source>
        <translation>Speicher reserviert</translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s quotas count as used: the sum of requests.</source>
        <translation>Speicher, den die Quotas des Mandanten als verbraucht zählen: die Summe der Requests.</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speicherlimit</translation>
    </message>
    <message>
        <source>Memory that the tenant&apos;s quotas allow.</source>
        <translation>Speicher, den die Quotas des Mandanten erlauben.</translation>
    </message>
    <message>
        <source>Memory %</source>
        <translation>Speicher %</translation>
    </message>
    <message>
        <source>Reserved memory in percent of the limit.</source>
        <translation>Reservierter Speicher in Prozent des Limits.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory: really used, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation>Speicher: tatsächlich genutzt, reserviert und das Limit. Sortiert nach dem reservierten Teil des Limits.</translation>
    </message>
    <message>
        <source>Pods used</source>
        <translation>Pods genutzt</translation>
    </message>
    <message>
        <source>Pods of the tenant that run.</source>
        <translation>Pods des Mandanten, die laufen.</translation>
    </message>
    <message>
        <source>Pods reserved</source>
        <translation>Pods reserviert</translation>
    </message>
    <message>
        <source>Pods that the tenant&apos;s quotas count as used.</source>
        <translation>Pods, die die Quotas des Mandanten als verbraucht zählen.</translation>
    </message>
    <message>
        <source>Pods limit</source>
        <translation>Pod-Limit</translation>
    </message>
    <message>
        <source>Pods that the tenant&apos;s quotas allow.</source>
        <translation>Pods, die die Quotas des Mandanten erlauben.</translation>
    </message>
    <message>
        <source>Pods %</source>
        <translation>Pods %</translation>
    </message>
    <message>
        <source>Reserved pods in percent of the limit.</source>
        <translation>Reservierte Pods in Prozent des Limits.</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>Pods: running, reserved and the limit. Sorted by the reserved part of the limit.</source>
        <translation>Pods: laufend, reserviert und das Limit. Sortiert nach dem reservierten Teil des Limits.</translation>
    </message>
    <message>
        <source>Tightest</source>
        <translation>Engpass</translation>
    </message>
    <message>
        <source>The quota key of which the tenant has reserved the greatest part.</source>
        <translation>Der Quota-Schlüssel, von dem der Mandant den größten Teil reserviert hat.</translation>
    </message>
    <message>
        <source>Tightest %</source>
        <translation>Engpass %</translation>
    </message>
    <message>
        <source>What is reserved of the tightest quota key, in percent.</source>
        <translation>Was vom Quota-Schlüssel des Engpasses reserviert ist, in Prozent.</translation>
    </message>
    <message>
        <source>Usage freshness</source>
        <translation>Aktualität der Nutzung</translation>
    </message>
    <message>
        <source>How sure we are of what is really used: when Prometheus last confirmed it.</source>
        <translation>Wie verlässlich die tatsächliche Nutzung ist: wann Prometheus sie zuletzt bestätigt hat.</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>How long ago the API server last confirmed the row.</source>
        <translation>Wie lange es her ist, dass der API-Server die Zeile zuletzt bestätigt hat.</translation>
    </message>
    <message>
        <source>The workload&apos;s name, as its pods name their owner.</source>
        <translation>Der Name des Workloads, wie ihn seine Pods als Owner nennen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What kind of object owns the pods; Pod when nobody does.</source>
        <translation>Welche Art von Objekt die Pods besitzt; Pod, wenn es keines gibt.</translation>
    </message>
    <message>
        <source>The namespace that the workload is in.</source>
        <translation>Der Namespace, in dem der Workload liegt.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>The tags of the images that its pods run.</source>
        <translation>Die Tags der Images, die in den Pods laufen.</translation>
    </message>
    <message>
        <source>How many pods it has that have not finished.</source>
        <translation>Wie viele seiner Pods nicht beendet sind.</translation>
    </message>
    <message>
        <source>How many of its pods have all their containers ready.</source>
        <translation>Bei wie vielen seiner Pods alle Container bereit sind.</translation>
    </message>
    <message>
        <source>How often containers of its pods were restarted.</source>
        <translation>Wie oft Container seiner Pods neu gestartet wurden.</translation>
    </message>
    <message>
        <source>Cores that its pods reserve together.</source>
        <translation>CPU-Kerne, die seine Pods zusammen reservieren.</translation>
    </message>
    <message>
        <source>Memory that its pods reserve together.</source>
        <translation>Speicher, den seine Pods zusammen reservieren.</translation>
    </message>
    <message>
        <source>The cluster that the endpoint belongs to.</source>
        <translation>Der Cluster, zu dem der Endpunkt gehört.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>What answers there: the API server or the Prometheus of the cluster.</source>
        <translation>Was dort antwortet: der API-Server oder das Prometheus des Clusters.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How the connection does, all in all.</source>
        <translation>Wie es der Verbindung insgesamt geht.</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Breaker</translation>
    </message>
    <message>
        <source>Closed: requests go through. Open: after too many failures they fail at once for a while. Half-open: one is let through to see.</source>
        <translation>Geschlossen: Anfragen gehen durch. Offen: Nach zu vielen Fehlschlägen schlagen sie eine Weile sofort fehl. Halb offen: Eine wird zur Probe durchgelassen.</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>Half of the answers of the last five minutes were complete within this time.</source>
        <translation>Die Hälfte der Antworten der letzten fünf Minuten war binnen dieser Zeit vollständig.</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>95 % of the answers of the last five minutes were complete within this time.</source>
        <translation>95 % der Antworten der letzten fünf Minuten waren binnen dieser Zeit vollständig.</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>99 % of the answers of the last five minutes were complete within this time.</source>
        <translation>99 % der Antworten der letzten fünf Minuten waren binnen dieser Zeit vollständig.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests sent a second, over the last minute.</source>
        <translation>Gesendete Anfragen pro Sekunde in der letzten Minute.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Share of the requests of the last five minutes that failed.</source>
        <translation>Anteil der Anfragen der letzten fünf Minuten, die fehlgeschlagen sind.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Bytes received since the start, unpacked.</source>
        <translation>Seit dem Start empfangene Bytes, entpackt.</translation>
    </message>
    <message>
        <source>Watches</source>
        <translation>Watches</translation>
    </message>
    <message>
        <source>Watches that are open.</source>
        <translation>Wie viele Watches offen sind.</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>What failed last, even if all is well again.</source>
        <translation>Was zuletzt fehlgeschlagen ist, auch wenn alles wieder in Ordnung ist.</translation>
    </message>
    <message>
        <source>How long ago something failed last.</source>
        <translation>Wie lange es her ist, dass zuletzt etwas fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Certificate ends</source>
        <translation>Zertifikat endet</translation>
    </message>
    <message>
        <source>Token ends</source>
        <translation>Token endet</translation>
    </message>
    <message>
        <source>Client certificate ends</source>
        <translation>Client-Zertifikat endet</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Host and port.</source>
        <translation>Host und Port.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The version of HTTP that is spoken there.</source>
        <translation>Die HTTP-Version, die dort gesprochen wird.</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>Requests sent since the start, repeated ones counted one by one.</source>
        <translation>Seit dem Start gesendete Anfragen, Wiederholungen einzeln gezählt.</translation>
    </message>
    <message>
        <source>All failures</source>
        <translation>Alle Fehler</translation>
    </message>
    <message>
        <source>Requests that failed since the start.</source>
        <translation>Anfragen, die seit dem Start fehlgeschlagen sind.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Requests that are sent and not answered.</source>
        <translation>Anfragen, die gesendet und noch nicht beantwortet sind.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Requests held back so as not to ask too much at once.</source>
        <translation>Anfragen, die zurückgehalten werden, um nicht zu viel auf einmal zu fragen.</translation>
    </message>
    <message>
        <source>What the pod needs a person for, the worst first: failed, crash looping, not starting, pending for long, not ready; then by restarts.</source>
        <translation>Wofür der Pod jemanden braucht, das Schlimmste zuerst: fehlgeschlagen, Crash-Loop, startet nicht, wartet lange, nicht bereit; dann nach Neustarts.</translation>
    </message>
    <message>
        <source>The tenant of the pod&apos;s namespace, as the label of the namespace names it.</source>
        <translation>Der Mandant, zu dem der Namespace des Pods gehört, wie ihn dessen Label nennt.</translation>
    </message>
    <message>
        <source>The cluster that the pod is in.</source>
        <translation>Der Cluster, in dem der Pod liegt.</translation>
    </message>
    <message>
        <source>How many of the pod&apos;s containers are ready, of how many it has. Sorted and compared by those that are ready.</source>
        <translation>Wie viele der Container des Pods bereit sind, und wie viele er hat. Sortiert und verglichen nach denen, die bereit sind.</translation>
    </message>
    <message>
        <source>The node that the pod runs on; none while it is not scheduled.</source>
        <translation>Der Node, auf dem der Pod läuft; leer, solange er keinem zugeteilt ist.</translation>
    </message>
    <message>
        <source>Image tag</source>
        <translation>Image-Tag</translation>
    </message>
    <message>
        <source>The tags of the images of the pod&apos;s containers.</source>
        <translation>Die Tags der Images, die in den Containern des Pods laufen.</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>How many of the pod&apos;s containers are not ready.</source>
        <translation>Wie viele Container des Pods nicht bereit sind.</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>Letzter Fehler vor</translation>
    </message>
    <message>
        <source>Until when the server&apos;s certificate is valid.</source>
        <translation>Bis wann das Zertifikat des Servers gilt.</translation>
    </message>
    <message>
        <source>Until when the token that we use is valid.</source>
        <translation>Bis wann das Token gilt, das wir benutzen.</translation>
    </message>
    <message>
        <source>Until when your own certificate is valid.</source>
        <translation>Bis wann das eigene Zertifikat gilt.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>How long ago the change was intended.</source>
        <translation>Wie lange es her ist, dass die Änderung beabsichtigt wurde.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Who made the change: the user of the operating system that the console ran for.</source>
        <translation>Wer die Änderung gemacht hat: der Benutzer des Betriebssystems, für den die Konsole lief.</translation>
    </message>
    <message>
        <source>The tenants that the change is about.</source>
        <translation>Die Mandanten, um die es bei der Änderung geht.</translation>
    </message>
    <message>
        <source>The cluster that the change was made in.</source>
        <translation>Der Cluster, in dem die Änderung gemacht wurde.</translation>
    </message>
    <message>
        <source>What the change is about: quota, limits, access, network, tenant, rollout, scale, silence or any other object.</source>
        <translation>Worum es bei der Änderung geht: quota, limits, access, network, tenant, rollout, scale, silence oder irgendein anderes Objekt.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>The object that was changed. A change of several objects has a row for each.</source>
        <translation>Das Objekt, das geändert wurde. Eine Änderung mehrerer Objekte hat für jedes eine Zeile.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>The fields that were changed, and to what. Values of Secrets are not shown.</source>
        <translation>Die Felder, die geändert wurden, und worauf. Werte von Secrets werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>How far it has come: intended, answered, verified, did not converge, undone, or why it was given up.</source>
        <translation>Wie weit sie gekommen ist: beabsichtigt, beantwortet, bestätigt, nicht eingetreten, rückgängig gemacht, oder warum sie aufgegeben wurde.</translation>
    </message>
    <message>
        <source>Why it was changed, in the words of the person.</source>
        <translation>Warum es geändert wurde, in den Worten der Person.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>The ticket that asked for it.</source>
        <translation>Das Ticket, das darum gebeten hat.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Zustimmungen</translation>
    </message>
    <message>
        <source>How many others have agreed to it.</source>
        <translation>Wie viele andere zugestimmt haben.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>What the cluster said to it last.</source>
        <translation>Was der Cluster zuletzt dazu gesagt hat.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>The id of the console that the change was made with.</source>
        <translation>Die Kennung der Konsole, mit der die Änderung gemacht wurde.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>The id of the change, by which the audit log of the API server knows it, too.</source>
        <translation>Die Kennung der Änderung, unter der auch das Audit-Log des API-Servers sie kennt.</translation>
    </message>
    <message>
        <source>Adds up</source>
        <translation>Summe aus</translation>
    </message>
    <message>
        <source>How many tenants in clusters the row adds up.</source>
        <translation>Wie viele Mandanten in Clustern die Zeile zusammenzählt.</translation>
    </message>
    <message>
        <source>Cores that quotas count as used, and what they allow. Sorted by the used part.</source>
        <translation>CPU-Kerne, die Quotas als verbraucht zählen, und was sie erlauben. Sortiert nach dem verbrauchten Teil.</translation>
    </message>
    <message>
        <source>Memory that quotas count as used, and what they allow. Sorted by the used part.</source>
        <translation>Speicher, den Quotas als verbraucht zählen, und was sie erlauben. Sortiert nach dem verbrauchten Teil.</translation>
    </message>
    <message>
        <source>Pods that quotas count as used, and what they allow. Sorted by the used part.</source>
        <translation>Pods, die Quotas als verbraucht zählen, und was sie erlauben. Sortiert nach dem verbrauchten Teil.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Storage that claims ask for, and what quotas allow. Sorted by the used part.</source>
        <translation>Datenspeicher, den Claims verlangen, und was Quotas erlauben. Sortiert nach dem verbrauchten Teil.</translation>
    </message>
    <message>
        <source>Wall at 50 %</source>
        <translation>Limit am (50 %)</translation>
    </message>
    <message>
        <source>When the first of the limits is as likely reached as not, if it goes on as it did.</source>
        <translation>Wann das erste der Limits ebenso wahrscheinlich erreicht ist wie nicht, wenn es weitergeht wie bisher.</translation>
    </message>
    <message>
        <source>Wall at 90 %</source>
        <translation>Limit am (90 %)</translation>
    </message>
    <message>
        <source>By when the first of the limits is reached in nine of ten cases, if it goes on as it did.</source>
        <translation>Bis wann das erste der Limits in neun von zehn Fällen erreicht ist, wenn es weitergeht wie bisher.</translation>
    </message>
    <message>
        <source>First wall</source>
        <translation>Erstes Limit</translation>
    </message>
    <message>
        <source>The quota key whose limit is likely reached first.</source>
        <translation>Der Quota-Schlüssel, dessen Limit wahrscheinlich zuerst erreicht wird.</translation>
    </message>
    <message>
        <source>CPU overcommit</source>
        <translation>CPU überbucht</translation>
    </message>
    <message>
        <source>Cores that all quotas of the cluster allow together, in percent of what its nodes can allocate.</source>
        <translation>CPU-Kerne, die alle Quotas des Clusters zusammen erlauben, in Prozent dessen, was seine Nodes zuteilen können.</translation>
    </message>
    <message>
        <source>Memory overcommit</source>
        <translation>Speicher überbucht</translation>
    </message>
    <message>
        <source>Memory that all quotas of the cluster allow together, in percent of what its nodes can allocate.</source>
        <translation>Speicher, den alle Quotas des Clusters zusammen erlauben, in Prozent dessen, was seine Nodes zuteilen können.</translation>
    </message>
    <message>
        <source>Pods overcommit</source>
        <translation>Pods überbucht</translation>
    </message>
    <message>
        <source>Pods that all quotas of the cluster allow together, in percent of what its nodes can run.</source>
        <translation>Pods, die alle Quotas des Clusters zusammen erlauben, in Prozent dessen, was auf seinen Nodes laufen kann.</translation>
    </message>
    <message>
        <source>CPU allocatable</source>
        <translation>CPU zuteilbar</translation>
    </message>
    <message>
        <source>Cores that the nodes of the cluster can give to pods.</source>
        <translation>CPU-Kerne, die die Nodes des Clusters Pods geben können.</translation>
    </message>
    <message>
        <source>Memory allocatable</source>
        <translation>Speicher zuteilbar</translation>
    </message>
    <message>
        <source>Memory that the nodes of the cluster can give to pods.</source>
        <translation>Speicher, den die Nodes des Clusters Pods geben können.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nodes</translation>
    </message>
    <message>
        <source>Nodes of the cluster that pods can be put on.</source>
        <translation>Nodes des Clusters, denen Pods zugeteilt werden können.</translation>
    </message>
    <message>
        <source>CPU in quota</source>
        <translation>CPU in Quotas</translation>
    </message>
    <message>
        <source>Cores that quotas count as used.</source>
        <translation>CPU-Kerne, die Quotas als verbraucht zählen.</translation>
    </message>
    <message>
        <source>Cores that quotas allow.</source>
        <translation>CPU-Kerne, die Quotas erlauben.</translation>
    </message>
    <message>
        <source>CPU a day</source>
        <translation>CPU pro Tag</translation>
    </message>
    <message>
        <source>By how many cores what quotas count as used rises each day, as its history says.</source>
        <translation>Um wie viele CPU-Kerne täglich steigt, was Quotas als verbraucht zählen, nach dem bisherigen Verlauf.</translation>
    </message>
    <message>
        <source>Memory in quota</source>
        <translation>Speicher in Quotas</translation>
    </message>
    <message>
        <source>Memory that quotas count as used.</source>
        <translation>Speicher, den Quotas als verbraucht zählen.</translation>
    </message>
    <message>
        <source>Memory that quotas allow.</source>
        <translation>Speicher, den Quotas erlauben.</translation>
    </message>
    <message>
        <source>Memory a day</source>
        <translation>Speicher pro Tag</translation>
    </message>
    <message>
        <source>By how much memory what quotas count as used rises each day, as its history says.</source>
        <translation>Um wie viel Speicher täglich steigt, was Quotas als verbraucht zählen, nach dem bisherigen Verlauf.</translation>
    </message>
    <message>
        <source>Pods in quota</source>
        <translation>Pods in Quotas</translation>
    </message>
    <message>
        <source>Pods that quotas count as used.</source>
        <translation>Pods, die Quotas als verbraucht zählen.</translation>
    </message>
    <message>
        <source>Pods that quotas allow.</source>
        <translation>Pods, die Quotas erlauben.</translation>
    </message>
    <message>
        <source>Pods a day</source>
        <translation>Pods pro Tag</translation>
    </message>
    <message>
        <source>By how many pods what quotas count as used rises each day, as its history says.</source>
        <translation>Um wie viele Pods täglich steigt, was Quotas als verbraucht zählen, nach dem bisherigen Verlauf.</translation>
    </message>
    <message>
        <source>Storage in quota</source>
        <translation>Datenspeicher in Quotas</translation>
    </message>
    <message>
        <source>Storage that claims ask for, as quotas count it.</source>
        <translation>Datenspeicher, den Claims verlangen, wie Quotas ihn zählen.</translation>
    </message>
    <message>
        <source>Storage limit</source>
        <translation>Datenspeicher-Limit</translation>
    </message>
    <message>
        <source>Storage that quotas allow claims to ask for.</source>
        <translation>Datenspeicher, den Claims nach den Quotas verlangen dürfen.</translation>
    </message>
    <message>
        <source>Storage a day</source>
        <translation>Datenspeicher pro Tag</translation>
    </message>
    <message>
        <source>By how much storage what quotas count as used rises each day, as its history says.</source>
        <translation>Um wie viel Datenspeicher täglich steigt, was Quotas als verbraucht zählen, nach dem bisherigen Verlauf.</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Andere Schlüssel</translation>
    </message>
    <message>
        <source>How many more quota keys there are, which have no column of their own.</source>
        <translation>Wie viele weitere Quota-Schlüssel es gibt, die keine eigene Spalte haben.</translation>
    </message>
    <message>
        <source>What quotas count as used of this key, and what they allow.</source>
        <translation>Was Quotas bei diesem Schlüssel als verbraucht zählen und was sie erlauben.</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 verbraucht</translation>
    </message>
    <message>
        <source>What quotas count as used of this key.</source>
        <translation>Was Quotas bei diesem Schlüssel als verbraucht zählen.</translation>
    </message>
    <message>
        <source>%1 limit</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>What quotas allow of this key.</source>
        <translation>Was Quotas bei diesem Schlüssel erlauben.</translation>
    </message>
    <message>
        <source>Whether somebody has decided.</source>
        <translation>Ob jemand entschieden hat.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Beantragt</translation>
    </message>
    <message>
        <source>When it was asked, by the clock of who asked.</source>
        <translation>Wann der Antrag gestellt wurde, nach der Uhr dessen, der ihn gestellt hat.</translation>
    </message>
    <message>
        <source>For whom it is asked.</source>
        <translation>Für wen der Antrag gestellt ist.</translation>
    </message>
    <message>
        <source>Where the quota is.</source>
        <translation>Wo die Quota liegt.</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewünscht</translation>
    </message>
    <message>
        <source>What the limits were when it was asked, and what they are to be.</source>
        <translation>Was die Limits waren, als der Antrag gestellt wurde, und was sie werden sollen.</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Beantragt von</translation>
    </message>
    <message>
        <source>Who asks, by their own word.</source>
        <translation>Wer den Antrag stellt, nach eigener Angabe.</translation>
    </message>
    <message>
        <source>Why it is needed.</source>
        <translation>Warum es gebraucht wird.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What was said to it, and by whom.</source>
        <translation>Was dazu gesagt wurde, und von wem.</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlimmster</translation>
    </message>
    <message>
        <source>The state of the worst alert in the group.</source>
        <translation>Der Zustand des schlimmsten Alarms der Gruppe.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>What the alerts of the group have in common.</source>
        <translation>Was die Alarme der Gruppe gemeinsam haben.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>The worst severity in the group.</source>
        <translation>Die größte Schwere in der Gruppe.</translation>
    </message>
    <message>
        <source>Firing</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Alerts that fire and that nobody has silenced or claimed.</source>
        <translation>Alarme, die ausgelöst sind und die niemand stummgeschaltet oder übernommen hat.</translation>
    </message>
    <message>
        <source>Alerts that will fire if it stays as it is.</source>
        <translation>Alarme, die ausgelöst werden, wenn es so bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Alerts that somebody looks after.</source>
        <translation>Alarme, um die sich jemand kümmert.</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Alerts that a silence hides.</source>
        <translation>Alarme, die eine Stummschaltung verbirgt.</translation>
    </message>
    <message>
        <source>Inhibited</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Alerts that another alert explains.</source>
        <translation>Alarme, die ein anderer Alarm erklärt.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>All alerts of the group.</source>
        <translation>Alle Alarme der Gruppe.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when the first alert of the group fires.</source>
        <translation>Seit wann der erste Alarm der Gruppe ausgelöst ist.</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Since when the newest alert of the group fires.</source>
        <translation>Seit wann der neueste Alarm der Gruppe ausgelöst ist.</translation>
    </message>
    <message>
        <source>Worst alert</source>
        <translation>Schlimmster Alarm</translation>
    </message>
    <message>
        <source>What the worst alert of the group says.</source>
        <translation>Was der schlimmste Alarm der Gruppe sagt.</translation>
    </message>
    <message>
        <source>How sure we are of the least sure alert in the group.</source>
        <translation>Wie verlässlich der am wenigsten verlässliche Alarm der Gruppe ist.</translation>
    </message>
    <message>
        <source>Whether the alert fires, and whether somebody has silenced or claimed it; silenced or inhibited only when all Alertmanagers that have it say so.</source>
        <translation>Ob der Alarm ausgelöst ist, und ob ihn jemand stummgeschaltet oder übernommen hat; stummgeschaltet oder unterdrückt nur, wenn alle Alertmanager, die ihn haben, das sagen.</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>The name of the rule that fires.</source>
        <translation>Der Name der Regel, die ausgelöst hat.</translation>
    </message>
    <message>
        <source>The label severity, as the rule says it.</source>
        <translation>Das Label severity, wie die Regel es angibt.</translation>
    </message>
    <message>
        <source>Whose namespace the alert is about.</source>
        <translation>Der Mandant, um dessen Namespace es bei dem Alarm geht.</translation>
    </message>
    <message>
        <source>The cluster that the alert is about.</source>
        <translation>Der Cluster, um den es bei dem Alarm geht.</translation>
    </message>
    <message>
        <source>Since when it fires, or is pending.</source>
        <translation>Seit wann er ausgelöst ist oder bevorsteht.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>What the rule says about it.</source>
        <translation>Was die Regel dazu sagt.</translation>
    </message>
    <message>
        <source>The label owner or team, else the tenant.</source>
        <translation>Das Label owner oder team, sonst der Mandant.</translation>
    </message>
    <message>
        <source>Claimed by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Who looks after it.</source>
        <translation>Wer sich darum kümmert.</translation>
    </message>
    <message>
        <source>The label namespace.</source>
        <translation>Das Label namespace.</translation>
    </message>
    <message>
        <source>SLO</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>The SLO that it is about, by its labels.</source>
        <translation>Das SLO, um das es nach den Labels geht.</translation>
    </message>
    <message>
        <source>The rollout or workload that it is about, by its labels.</source>
        <translation>Der Rollout oder Workload, um den es nach den Labels geht.</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Whom Alertmanager tells.</source>
        <translation>Wem der Alertmanager Bescheid gibt.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>All labels of the alert.</source>
        <translation>Alle Labels des Alarms.</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Where it is written what to do.</source>
        <translation>Wo geschrieben steht, was zu tun ist.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>What is odd about it, such as that no Alertmanager has it.</source>
        <translation>Was daran merkwürdig ist, etwa dass kein Alertmanager ihn hat.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The servers that have it.</source>
        <translation>Die Server, die ihn haben.</translation>
    </message>
    <message>
        <source>How sure we are of it: when the freshest server that has it last confirmed it.</source>
        <translation>Wie verlässlich er ist: wann der aktuellste Server, der ihn hat, ihn zuletzt bestätigt hat.</translation>
    </message>
    <message>
        <source>Whether it silences now, will later, or has ended.</source>
        <translation>Ob sie jetzt stummschaltet, es später tun wird oder zu Ende ist.</translation>
    </message>
    <message>
        <source>Matchers</source>
        <translation>Matcher</translation>
    </message>
    <message>
        <source>What labels an alert must have to be silenced.</source>
        <translation>Welche Labels ein Alarm haben muss, um stummgeschaltet zu werden.</translation>
    </message>
    <message>
        <source>Alerts that it silences now.</source>
        <translation>Alarme, die sie jetzt stummschaltet.</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who made it, by their own word.</source>
        <translation>Wer sie nach eigener Angabe angelegt hat.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Why there is a silence.</source>
        <translation>Warum es die Stummschaltung gibt.</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>When it ends by itself.</source>
        <translation>Wann sie von selbst endet.</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Since when it silences.</source>
        <translation>Seit wann sie stummschaltet.</translation>
    </message>
    <message>
        <source>Claim of</source>
        <translation>Übernahme von</translation>
    </message>
    <message>
        <source>The alert that somebody claims by it; such a silence hides nothing.</source>
        <translation>Der Alarm, den jemand damit übernimmt; eine solche Stummschaltung verbirgt nichts.</translation>
    </message>
    <message>
        <source>The Alertmanagers that have it.</source>
        <translation>Die Alertmanager, die sie haben.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>What amtool calls it.</source>
        <translation>Wie amtool sie nennt.</translation>
    </message>
    <message>
        <source>How sure we are of it: when the freshest Alertmanager that has it last answered.</source>
        <translation>Wie verlässlich sie ist: wann der aktuellste Alertmanager, der sie hat, zuletzt geantwortet hat.</translation>
    </message>
    <message>
        <source>Whether the incident is still open.</source>
        <translation>Ob der Vorfall noch offen ist.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>What the incident is called.</source>
        <translation>Wie der Vorfall heißt.</translation>
    </message>
    <message>
        <source>The tenants that the incident is about.</source>
        <translation>Die Mandanten, um die es bei dem Vorfall geht.</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>How long ago it began to hurt, as far as known.</source>
        <translation>Wie lange es her ist, dass er zu schaden begann, soweit bekannt.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>How long ago a person ended the incident.</source>
        <translation>Wie lange es her ist, dass jemand den Vorfall beendet hat.</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From its beginning to its end; unknown while it is open.</source>
        <translation>Von seinem Anfang bis zu seinem Ende; unbekannt, solange er offen ist.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>How many things its timeline has; unknown until it has been read.</source>
        <translation>Wie viele Einträge seine Zeitachse hat; unbekannt, bis sie gelesen ist.</translation>
    </message>
    <message>
        <source>How many alerts belong to the incident.</source>
        <translation>Wie viele Alarme zu dem Vorfall gehören.</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Eröffnet von</translation>
    </message>
    <message>
        <source>Who started the incident.</source>
        <translation>Wer den Vorfall eröffnet hat.</translation>
    </message>
    <message>
        <source>The clusters that the incident is about.</source>
        <translation>Die Cluster, um die es bei dem Vorfall geht.</translation>
    </message>
    <message>
        <source>The namespaces that the incident is about.</source>
        <translation>Die Namespaces, um die es bei dem Vorfall geht.</translation>
    </message>
    <message>
        <source>Last entry</source>
        <translation>Letzter Eintrag</translation>
    </message>
    <message>
        <source>How long ago the latest entry of its timeline happened.</source>
        <translation>Wie lange der letzte Eintrag seiner Zeitachse her ist.</translation>
    </message>
    <message>
        <source>What the file of the incident is called.</source>
        <translation>Wie die Datei des Vorfalls heißt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it happened, by the clock of this machine&apos;s time zone.</source>
        <translation>Wann es geschehen ist, nach der Uhr in der Zeitzone dieses Rechners.</translation>
    </message>
    <message>
        <source>What kind of thing happened, and how bad it is.</source>
        <translation>Welcher Art das Geschehene ist, und wie schlimm es ist.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What happened, in a sentence.</source>
        <translation>Was geschehen ist, in einem Satz.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who did it, as far as known: a person, or the program that wrote it.</source>
        <translation>Wer es getan hat, soweit bekannt: eine Person oder das Programm, das es geschrieben hat.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>More than once where much of the same happened within a minute.</source>
        <translation>Mehr als einmal, wo innerhalb einer Minute vieles Gleiche geschehen ist.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>The namespace and the cluster that it happened in.</source>
        <translation>Der Namespace und der Cluster, in denen es geschehen ist.</translation>
    </message>
    <message>
        <source>The tenant that it concerned.</source>
        <translation>Der Mandant, den es betraf.</translation>
    </message>
    <message>
        <source>The tenant that the namespace of the SLO belongs to.</source>
        <translation>Der Mandant, zu dem der Namespace des SLO gehört.</translation>
    </message>
    <message>
        <source>The service that the SLO is about, as its definition names it.</source>
        <translation>Der Dienst, um den es bei dem SLO geht, wie seine Definition ihn nennt.</translation>
    </message>
    <message>
        <source>What the SLO promises, as its definition names it.</source>
        <translation>Was das SLO verspricht, wie seine Definition es nennt.</translation>
    </message>
    <message>
        <source>The labels by which this row differs from others of the same SLO.</source>
        <translation>Die Labels, in denen sich diese Zeile von anderen desselben SLO unterscheidet.</translation>
    </message>
    <message>
        <source>The namespace that the labels of the SLO name.</source>
        <translation>Der Namespace, den die Labels des SLO nennen.</translation>
    </message>
    <message>
        <source>The cluster that the SLO is about.</source>
        <translation>Der Cluster, um den es bei dem SLO geht.</translation>
    </message>
    <message>
        <source>Whether both windows of any pair burn faster than they may. Sorted by what hurts, then by how fast it burns.</source>
        <translation>Ob beide Zeitfenster irgendeines Paars schneller brennen, als sie dürfen. Sortiert danach, was schadet, dann danach, wie schnell es brennt.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The share of events that has to be good.</source>
        <translation>Der Anteil der Ereignisse, der gut sein muss.</translation>
    </message>
    <message>
        <source>The share of events that failed, over the shortest window that is known.</source>
        <translation>Der Anteil der fehlgeschlagenen Ereignisse, über das kürzeste bekannte Zeitfenster.</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Restbudget</translation>
    </message>
    <message>
        <source>What is left of the error budget of the whole period; below zero the objective is violated.</source>
        <translation>Was vom Fehlerbudget des ganzen Zeitraums übrig ist; unter null ist das Ziel verletzt.</translation>
    </message>
    <message>
        <source>Burn 5 min</source>
        <translation>Burn 5 min</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last 5 minutes.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 5 Minuten verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 30 min</source>
        <translation>Burn 30 min</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last 30 minutes.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 30 Minuten verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 1 h</source>
        <translation>Burn 1 h</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last hour.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in der letzten Stunde verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 2 h</source>
        <translation>Burn 2 h</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last 2 hours.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 2 Stunden verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 6 h</source>
        <translation>Burn 6 h</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last 6 hours.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 6 Stunden verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 1 d</source>
        <translation>Burn 1 T.</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last day.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 24 Stunden verbrannt ist.</translation>
    </message>
    <message>
        <source>Burn 3 d</source>
        <translation>Burn 3 T.</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the last 3 days.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget in den letzten 3 Tagen verbrannt ist.</translation>
    </message>
    <message>
        <source>Exhausted in</source>
        <translation>Aufgebraucht in</translation>
    </message>
    <message>
        <source>When nothing of the budget is left, if it burns on as over the shortest window.</source>
        <translation>Wann vom Budget nichts mehr übrig ist, wenn es weiter brennt wie über das kürzeste Zeitfenster.</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>The share of events that failed, over the last hours; each row has its own scale.</source>
        <translation>Der Anteil der fehlgeschlagenen Ereignisse in den letzten Stunden; jede Zeile hat ihren eigenen Maßstab.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>The period that the objective is about.</source>
        <translation>Der Zeitraum, für den das Ziel gilt.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>How many events there were in the last hour.</source>
        <translation>Wie viele Ereignisse es in der letzten Stunde gab.</translation>
    </message>
    <message>
        <source>Who made the rules or wrote the definition.</source>
        <translation>Wer die Regeln gemacht oder die Definition geschrieben hat.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The servers that have it; the figures are those of the first.</source>
        <translation>Die Server, die es haben; die Zahlen sind die des ersten.</translation>
    </message>
    <message>
        <source>How old the newest sample of the SLO is, at the server that is best off.</source>
        <translation>Wie alt der neueste Messwert des SLO ist, bei dem Server, der am besten dasteht.</translation>
    </message>
    <message>
        <source>How long ago the newest sample was taken.</source>
        <translation>Wie lange es her ist, dass der neueste Messwert genommen wurde.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>What is wrong with the definition or its rules.</source>
        <translation>Was an der Definition oder ihren Regeln falsch ist.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>What the recorded series of the SLO carry.</source>
        <translation>Was die aufgezeichneten Zeitreihen des SLO tragen.</translation>
    </message>
    <message>
        <source>What both windows together make when they burn too fast.</source>
        <translation>Was beide Fenster zusammen auslösen, wenn sie zu schnell verbrennen.</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>The long window: it keeps short troubles from making alerts.</source>
        <translation>Das lange Fenster: Es verhindert, dass kurze Störungen Alarme auslösen.</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>The short window: it ends the alert soon after the trouble.</source>
        <translation>Das kurze Fenster: Es beendet den Alarm bald nach der Störung.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>The burn rate above which both windows have to be.</source>
        <translation>Die Burn-Rate, über der beide Fenster liegen müssen.</translation>
    </message>
    <message>
        <source>Burn, long</source>
        <translation>Burn, lang</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the long window.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget im langen Fenster verbrannte.</translation>
    </message>
    <message>
        <source>Burn, short</source>
        <translation>Burn, kurz</translation>
    </message>
    <message>
        <source>How many times as fast as it may the budget burned over the short window.</source>
        <translation>Wievielmal so schnell wie erlaubt das Budget im kurzen Fenster verbrannte.</translation>
    </message>
    <message>
        <source>Whether both windows are above the factor now.</source>
        <translation>Ob jetzt beide Fenster über dem Faktor liegen.</translation>
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
        <source>CLUSTER=URL</source>
        <translation>CLUSTER=URL</translation>
    </message>
    <message>
        <source>A namespace to look at where namespaces may not be listed; may be given several times.</source>
        <translation>Ein Namespace, der betrachtet wird, wo Namespaces nicht aufgelistet werden dürfen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>[CLUSTER=]NAME</source>
        <translation>[CLUSTER=]NAME</translation>
    </message>
    <message>
        <source>Show or export only these rows, e.g. &quot;tier:gold cpu&gt;80&quot;.</source>
        <translation>Nur diese Zeilen zeigen oder exportieren, z. B. „tier:gold cpu&gt;80“.</translation>
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
        <translation>Die Tafel als json, csv oder text ohne Fenster ausgeben und das Programm beenden.</translation>
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
        <translation>Ein Bild des Fensters als PNG speichern und das Programm beenden.</translation>
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
    <message>
        <source>Pilothouse does not know what to do with “%1”. Its options begin with “--”.</source>
        <translation>Pilothouse kann mit „%1“ nichts anfangen. Optionen beginnen mit „--“.</translation>
    </message>
    <message>
        <source>“%1” is not of the form CLUSTER=URL. Write --%2 NAME=http://HOST:PORT.</source>
        <translation>„%1“ hat nicht die Form CLUSTER=URL. Richtig ist --%2 NAME=http://HOST:PORT.</translation>
    </message>
    <message>
        <source>--output needs --export json, csv or text.</source>
        <translation>--output braucht --export json, csv oder text.</translation>
    </message>
    <message>
        <source>“%1” is not an export format. Use json, csv or text.</source>
        <translation>„%1“ ist kein Exportformat. Möglich sind json, csv und text.</translation>
    </message>
    <message>
        <source>“%1” is not a size. Write for example --size 1600x1000.</source>
        <translation>„%1“ ist keine Größe. Richtig ist zum Beispiel --size 1600x1000.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds. Write for example --deadline 30.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden. Richtig ist zum Beispiel --deadline 30.</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Use system, light or dark.</source>
        <translation>Es gibt kein Farbschema „%1“. Möglich sind system, light und dark.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Save a picture with --screenshot FILE, or print the tenants with --panel tenants --export text.</source>
        <translation>Es gibt keine Anzeige, auf der sich ein Fenster öffnen lässt. Mit --screenshot DATEI ein Bild speichern, oder die Mandanten mit --panel tenants --export text ausgeben.</translation>
    </message>
    <message>
        <source>The panel to show or export: %1.</source>
        <translation>Die Tafel, die gezeigt oder exportiert wird: %1.</translation>
    </message>
    <message>
        <source>There is no panel “%1”. There are: %2.</source>
        <translation>Es gibt keine Tafel „%1“. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Open the sandbox: a platform on this computer to try, train and test on.</source>
        <translation>Die Sandbox öffnen: eine Plattform auf diesem Rechner zum Ausprobieren, Üben und Testen.</translation>
    </message>
    <message>
        <source>With --sandbox: begin with this incident, by its name or in this file.</source>
        <translation>Mit --sandbox: mit diesem Vorfall beginnen, nach seinem Namen oder aus dieser Datei.</translation>
    </message>
    <message>
        <source>“%1” does not name labels after its #. Write LABEL=VALUE, several with commas between them, e.g. http://HOST:PORT#cluster=prod-eu.</source>
        <translation>„%1“ nennt hinter dem # keine Labels. Richtig ist LABEL=WERT, mehrere mit Kommas dazwischen, z. B. http://HOST:PORT#cluster=prod-eu.</translation>
    </message>
    <message>
        <source>--sandbox brings its own kubeconfig. Leave out --kubeconfig, or --sandbox.</source>
        <translation>--sandbox bringt eine eigene kubeconfig mit. Entweder --kubeconfig oder --sandbox weglassen.</translation>
    </message>
    <message>
        <source>--scenario needs --sandbox.</source>
        <translation>--scenario braucht --sandbox.</translation>
    </message>
    <message>
        <source>The journal is exported as a whole. Write: pilothouse journal export --format jsonl, csv or bundle.</source>
        <translation>Das Journal wird als Ganzes exportiert. Schreiben Sie: pilothouse journal export --format jsonl, csv oder bundle.</translation>
    </message>
    <message>
        <source>A Prometheus of a cluster, or one with a name of its own; may be given several times.</source>
        <translation>Ein Prometheus eines Clusters, oder eines mit eigenem Namen; darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>An Alertmanager of a cluster, or one with a name of its own; may be given several times.</source>
        <translation>Ein Alertmanager eines Clusters, oder einer mit eigenem Namen; darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>Whom to ask the servers of that name for: the X-Scope-OrgID of Mimir and Cortex.</source>
        <translation>Für wen die Server dieses Namens gefragt werden: die X-Scope-OrgID von Mimir und Cortex.</translation>
    </message>
    <message>
        <source>CLUSTER=ID</source>
        <translation>CLUSTER=ID</translation>
    </message>
    <message>
        <source>Objectives to watch: a file of OpenSLO, Sloth or Pyrra, or a folder of such files; may be given several times.</source>
        <translation>Ziele, die beobachtet werden: eine Datei von OpenSLO, Sloth oder Pyrra, oder ein Ordner mit solchen Dateien; darf mehrfach angegeben werden.</translation>
    </message>
    <message>
        <source>“%1” is not of the form CLUSTER=ID. Write --scope-org-id NAME=ID.</source>
        <translation>„%1“ hat nicht die Form CLUSTER=ID. Schreiben Sie --scope-org-id NAME=ID.</translation>
    </message>
    <message>
        <source>Without a window, too: pilothouse journal --help, pilothouse quota --help, pilothouse silence --help, pilothouse slo --help.</source>
        <translation>Auch ohne Fenster: pilothouse journal --help, pilothouse quota --help, pilothouse silence --help, pilothouse slo --help.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>What others changed</source>
        <translation>Was andere geändert haben</translation>
    </message>
    <message>
        <source>Fields as they were, as you want them and as others made them</source>
        <translation>Felder, wie sie waren, wie Sie sie wollen und wie andere sie gemacht haben</translation>
    </message>
    <message>
        <source>Column titles</source>
        <translation>Spaltentitel</translation>
    </message>
    <message>
        <source>The managers to take the fields over from, typed again</source>
        <translation>Die Verwalter, von denen die Felder übernommen werden, noch einmal eingegeben</translation>
    </message>
    <message>
        <source>Preview it, taking these fields over</source>
        <translation>Vorschau mit Übernahme dieser Felder</translation>
    </message>
    <message>
        <source>These fields can be taken over. Whoever manages them may take them back, and is not told. Type %1 to do it all the same.</source>
        <translation>Diese Felder lassen sich übernehmen. Wer sie verwaltet, kann sie zurücknehmen und erfährt nichts davon. Geben Sie %1 ein, um es trotzdem zu tun.</translation>
    </message>
</context>
<context>
    <name>ConnectionDetailPane</name>
    <message>
        <source>&amp;Reconnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Log in again</source>
        <translation>Neu an&amp;melden</translation>
    </message>
    <message>
        <source>Reset the &amp;breaker</source>
        <translation>&amp;Breaker zurücksetzen</translation>
    </message>
    <message>
        <source>Details of the connection</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>A login waits for you</source>
        <translation>Eine Anmeldung ist nötig</translation>
    </message>
    <message>
        <source>&amp;Open the login page</source>
        <translation>Anmeldeseite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy its address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>service and cluster</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Gives up all connections to %1 and makes new ones.</source>
        <translation>Gibt alle Verbindungen zu %1 auf und baut neue auf.</translation>
    </message>
    <message>
        <source>Forgets the credential of %1 and fetches a new one.</source>
        <translation>Verwirft die Anmeldedaten von %1 und holt neue.</translation>
    </message>
    <message>
        <source>Lets requests to %1 through again at once.</source>
        <translation>Lässt Anfragen an %1 sofort wieder durch.</translation>
    </message>
    <message>
        <source>%1 waits for your login. Open its page, at %2, and type this code there:</source>
        <translation>%1 wartet auf Ihre Anmeldung. Öffnen Sie die Anmeldeseite bei %2 und geben Sie dort diesen Code ein:</translation>
    </message>
    <message>
        <source>%1 waits for your login. Open its page, at %2, in your browser.</source>
        <translation>%1 wartet auf Ihre Anmeldung. Öffnen Sie die Anmeldeseite bei %2 im Browser.</translation>
    </message>
</context>
<context>
    <name>ConnectionJudgement</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>halb offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>waits for your login</source>
        <translation>wartet auf Anmeldung</translation>
    </message>
    <message>
        <source>not asked for now</source>
        <translation>wird nicht gefragt</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>logging in</source>
        <translation>meldet sich an</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>unsteady</source>
        <translation>instabil</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>No request was answered in the last five minutes.</source>
        <translation>In den letzten fünf Minuten wurde keine Anfrage beantwortet.</translation>
    </message>
    <message>
        <source>Half of the answers were complete within %1, 95 % within %2, 99 % within %3.</source>
        <translation>Die Hälfte der Antworten war binnen %1 vollständig, 95 % binnen %2, 99 % binnen %3.</translation>
    </message>
    <message>
        <source>%1 requests so far, %2 of them failed; %3 received.</source>
        <translation>Anfragen bisher: %1, davon fehlgeschlagen: %2; empfangen: %3.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is valid until %1.</source>
        <translation>Das Zertifikat des Servers gilt bis %1.</translation>
    </message>
    <message>
        <source>Your client certificate is valid until %1.</source>
        <translation>Das eigene Client-Zertifikat gilt bis %1.</translation>
    </message>
    <message>
        <source>Your token is valid until %1.</source>
        <translation>Das Token gilt bis %1.</translation>
    </message>
    <message>
        <source>API server</source>
        <translation>API-Server</translation>
    </message>
    <message>
        <source>Prometheus</source>
        <translation>Prometheus</translation>
    </message>
    <message>
        <source>The %1 of %2 at %3.</source>
        <translation>%1 von %2 unter %3.</translation>
    </message>
    <message>
        <source>The %1 of %2 at %3, over %4.</source>
        <translation>%1 von %2 unter %3, über %4.</translation>
    </message>
    <message>
        <source>After too many failures nothing is asked until %1, except whether anybody is there.</source>
        <translation>Nach zu vielen Fehlschlägen wird bis %1 nichts gefragt, außer ob jemand da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait, so as not to ask too much at once.</source>
        <translation>
            <numerusform>%n Anfrage wartet, um nicht zu viel auf einmal zu fragen.</numerusform>
            <numerusform>%n Anfragen warten, um nicht zu viel auf einmal zu fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has failed so far.</source>
        <translation>Bisher ist nichts fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Last failure at %1: %2</source>
        <translation>Letzter Fehler, %1: %2</translation>
    </message>
    <message>
        <source>A login is under way.</source>
        <translation>Eine Anmeldung läuft gerade.</translation>
    </message>
    <message>
        <source>The credential of %1 is fixed: what it says changes only in the kubeconfig or in its file.</source>
        <translation>Die Anmeldedaten von %1 stehen fest: Sie ändern sich nur in der kubeconfig oder in ihrer Datei.</translation>
    </message>
    <message>
        <source>Requests go through: there is nothing to reset.</source>
        <translation>Anfragen gehen durch: Es gibt nichts zurückzusetzen.</translation>
    </message>
    <message>
        <source>This login will not be remembered: no secret service keeps it once Pilothouse ends. Start GNOME Keyring or KWallet in your desktop session, then log in again.</source>
        <translation>Diese Anmeldung wird nicht gemerkt: Kein Secret Service bewahrt sie auf, wenn Pilothouse endet. Starten Sie GNOME Keyring oder KWallet in Ihrer Desktop-Sitzung und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>Alertmanager</source>
        <translation>Alertmanager</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>connections</source>
        <comment>file name</comment>
        <translation>verbindungen</translation>
    </message>
    <message>
        <source>Summary of the connections</source>
        <translation>Übersicht der Verbindungen</translation>
    </message>
    <message>
        <source>1 connection needs you.</source>
        <translation>1 Verbindung braucht Ihr Eingreifen.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections need you.</source>
        <translation>
            <numerusform>%n Verbindung braucht Ihr Eingreifen.</numerusform>
            <numerusform>%n Verbindungen brauchen Ihr Eingreifen.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 connection</source>
        <translation>1 Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No cluster is connected, so nothing is asked. Connect one from the Clusters menu.</source>
        <translation>Kein Cluster ist verbunden, daher wird nichts gefragt. Im Menü „Cluster“ einen verbinden.</translation>
    </message>
    <message>
        <source>%1, %2 in trouble</source>
        <translation>%1, davon %2 mit Problemen</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>&amp;Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>&amp;Reconnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Log in again</source>
        <translation>Neu &amp;anmelden</translation>
    </message>
    <message>
        <source>Reset the &amp;breaker</source>
        <translation>&amp;Breaker zurücksetzen</translation>
    </message>
    <message>
        <source>Copy &amp;what is known</source>
        <translation>A&amp;lles Bekannte kopieren</translation>
    </message>
    <message>
        <source>The login page could not be opened. Copy its address into a browser.</source>
        <translation>Die Anmeldeseite ließ sich nicht öffnen. Ihre Adresse in einen Browser kopieren.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>The kubeconfig has no cluster or context %1, so its --%2 is not used.</source>
        <translation>Die kubeconfig hat weder Cluster noch Kontext %1, das --%2 dafür wird nicht verwendet.</translation>
    </message>
    <message>
        <source>There is no tenant %1 among those that were read.</source>
        <translation>Unter den gelesenen Mandanten ist kein %1.</translation>
    </message>
</context>
<context>
    <name>ConsoleRules</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of the last %2 points were beyond %3.</source>
        <translation>%1 der letzten %2 Messpunkte lagen jenseits von %3.</translation>
    </message>
    <message>
        <source>%1 uses %2 of its CPU limit.</source>
        <translation>%1 nutzt %2 des eigenen CPU-Limits.</translation>
    </message>
    <message>
        <source>%1 uses %2 of its memory limit.</source>
        <translation>%1 nutzt %2 des eigenen Speicher-Limits.</translation>
    </message>
    <message>
        <source>%2 of the requests to %1 fail.</source>
        <translation>%2 der Anfragen an %1 schlagen fehl.</translation>
    </message>
    <message>
        <source>%1 answers after %2.</source>
        <translation>%1 antwortet nach %2.</translation>
    </message>
    <message>
        <source>%1 has used %2 of its tightest quota.</source>
        <translation>%1 hat %2 der eigenen engsten Quota verbraucht.</translation>
    </message>
    <message>
        <source>“%1” is no threshold. Write for example cpu=80%,memory=85%,error-ratio=5%,response-time=1000ms,quota=90%.</source>
        <translation>„%1“ ist kein Schwellenwert. Schreiben Sie zum Beispiel cpu=80%,memory=85%,error-ratio=5%,response-time=1000ms,quota=90%.</translation>
    </message>
</context>
<context>
    <name>CredentialWords</name>
    <message>
        <source>(hidden)</source>
        <translation>(verborgen)</translation>
    </message>
</context>
<context>
    <name>Debriefing</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>It lasted %1.</source>
        <translation>Es hat %1 gedauert.</translation>
    </message>
    <message>
        <source>Somebody acted %1 after the first harm.</source>
        <translation>Eingegriffen wurde %1 nach dem ersten Schaden.</translation>
    </message>
    <message>
        <source>Nobody changed anything.</source>
        <translation>Niemand hat etwas geändert.</translation>
    </message>
    <message>
        <source>It was mended %1 after the first harm.</source>
        <translation>Behoben war es %1 nach dem ersten Schaden.</translation>
    </message>
    <message>
        <source>%1 lost the most: %2 of its error budget of 30 days for %3.</source>
        <translation>%1 hat am meisten verloren: %2 des Fehlerbudgets von 30 Tagen für %3.</translation>
    </message>
    <message>
        <source>Training in the sandbox, %1 UTC.</source>
        <translation>Training in der Sandbox, %1 UTC.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>Was es gekostet hat</translation>
    </message>
    <message>
        <source>What was behind it</source>
        <translation>Was dahinter steckte</translation>
    </message>
</context>
<context>
    <name>DebriefingDialog</name>
    <message>
        <source>Training: debriefing</source>
        <translation>Training: Nachbesprechung</translation>
    </message>
    <message>
        <source>Debriefing: %1</source>
        <translation>Nachbesprechung: %1</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>Was wann geschehen ist</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>&amp;Save as Markdown…</source>
        <translation>Als &amp;Markdown speichern…</translation>
    </message>
    <message>
        <source>Save the debriefing</source>
        <translation>Nachbesprechung speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>The debriefing was saved to %1.</source>
        <translation>Die Nachbesprechung wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another file.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Your desktop shows no notices: nothing on its session bus answers to org.freedesktop.Notifications. Start a notification service, such as the one of your desktop, or dunst.</source>
        <translation>Ihr Desktop zeigt keine Meldungen: Auf seinem Session-Bus antwortet nichts auf org.freedesktop.Notifications. Starten Sie einen Benachrichtigungsdienst, etwa den Ihres Desktops, oder dunst.</translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close the details (Escape)</source>
        <translation>Einzelheiten schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>DiffLineModel</name>
    <message>
        <source>Before: %1
After: %2</source>
        <translation>Vorher: %1
Nachher: %2</translation>
    </message>
    <message>
        <source>%1 is created</source>
        <translation>%1 wird angelegt</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 wird gelöscht</translation>
    </message>
    <message>
        <source>%1 stays as it is</source>
        <translation>%1 bleibt, wie es ist</translation>
    </message>
    <message>
        <source>%1: lines that differ: %2</source>
        <translation>%1: Zeilen, die sich unterscheiden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged lines</source>
        <translation>
            <numerusform>%n unveränderte Zeile</numerusform>
            <numerusform>%n unveränderte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Press Enter to close it.</source>
        <translation>%1. Drücken Sie die Eingabetaste, um es zuzuklappen.</translation>
    </message>
    <message>
        <source>%1. Press Enter to open it.</source>
        <translation>%1. Drücken Sie die Eingabetaste, um es aufzuklappen.</translation>
    </message>
    <message>
        <source>%1. Press Enter to show them.</source>
        <translation>%1. Drücken Sie die Eingabetaste, um sie zu zeigen.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Changed from %1 to %2</source>
        <translation>Geändert von %1 zu %2</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Differences, before and after</source>
        <translation>Unterschiede, vorher und nachher</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>EditResult</name>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>was so already</source>
        <translation>war schon so</translation>
    </message>
    <message>
        <source>made, not seen yet</source>
        <translation>gemacht, noch nicht gesehen</translation>
    </message>
    <message>
        <source>made and seen</source>
        <translation>gemacht und gesehen</translation>
    </message>
    <message>
        <source>made, not seen</source>
        <translation>gemacht, nicht gesehen</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>made in part</source>
        <translation>teilweise gemacht</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
</context>
<context>
    <name>EditResultView</name>
    <message>
        <source>Objects of the change, and what became of each</source>
        <translation>Objekte der Änderung, und was aus jedem wurde</translation>
    </message>
</context>
<context>
    <name>FileMistake</name>
    <message>
        <source>Write version: 1.</source>
        <translation>Schreiben Sie version: 1.</translation>
    </message>
    <message>
        <source>Write keys with values, such as required: true.</source>
        <translation>Schreiben Sie Schlüssel mit Werten, etwa required: true.</translation>
    </message>
    <message>
        <source>Write a list, such as [one, two].</source>
        <translation>Schreiben Sie eine Liste, etwa [one, two].</translation>
    </message>
    <message>
        <source>Write a text of at most 1,000 characters.</source>
        <translation>Schreiben Sie einen Text von höchstens 1.000 Zeichen.</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>Schreiben Sie true oder false.</translation>
    </message>
    <message>
        <source>Write a whole number from 1 on.</source>
        <translation>Schreiben Sie eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>Write a date and a time, such as 2026-12-20 18:00.</source>
        <translation>Schreiben Sie ein Datum und eine Uhrzeit, etwa 2026-12-20 18:00.</translation>
    </message>
    <message>
        <source>Write a time of day, such as 18:00.</source>
        <translation>Schreiben Sie eine Uhrzeit, etwa 18:00.</translation>
    </message>
    <message>
        <source>Write a span of the week, such as Fri 16:00 - Mon 07:00.</source>
        <translation>Schreiben Sie einen Abschnitt der Woche, etwa Fri 16:00 - Mon 07:00.</translation>
    </message>
    <message>
        <source>Write one of: %1.</source>
        <translation>Schreiben Sie eines von diesen: %1.</translation>
    </message>
    <message>
        <source>Write the name of a time zone, such as Europe/Zurich.</source>
        <translation>Schreiben Sie den Namen einer Zeitzone, etwa Europe/Zurich.</translation>
    </message>
    <message>
        <source>Write a regular expression, such as [A-Z]+-[0-9]+.</source>
        <translation>Schreiben Sie einen regulären Ausdruck, etwa [A-Z]+-[0-9]+.</translation>
    </message>
    <message>
        <source>Write an amount of zero or more, such as 500m, 4 or 2Gi.</source>
        <translation>Schreiben Sie eine Menge ab null, etwa 500m, 4 oder 2Gi.</translation>
    </message>
    <message>
        <source>Write a name of lower-case letters, digits and dashes, such as web-1.</source>
        <translation>Schreiben Sie einen Namen aus Kleinbuchstaben, Ziffern und Bindestrichen, etwa web-1.</translation>
    </message>
    <message>
        <source>Write the key of a label, such as example.com/tier.</source>
        <translation>Schreiben Sie den Schlüssel eines Labels, etwa example.com/tier.</translation>
    </message>
    <message>
        <source>Write at most 63 letters, digits, dashes, dots and underscores.</source>
        <translation>Schreiben Sie höchstens 63 Buchstaben, Ziffern, Bindestriche, Punkte und Unterstriche.</translation>
    </message>
    <message>
        <source>Write a port, such as 53/UDP or 8080.</source>
        <translation>Schreiben Sie einen Port, etwa 53/UDP oder 8080.</translation>
    </message>
    <message>
        <source>This is not valid YAML: %1. Check the indentation and the quotes here.</source>
        <translation>Das ist kein gültiges YAML: %1. Prüfen Sie hier die Einrückung und die Anführungszeichen.</translation>
    </message>
    <message>
        <source>The file is larger than 256 KiB. Remove what is not needed.</source>
        <translation>Die Datei ist größer als 256 KiB. Entfernen Sie, was nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>“%1” has more than 1,000 entries. Remove some.</source>
        <translation>„%1“ hat mehr als 1.000 Einträge. Entfernen Sie einige.</translation>
    </message>
    <message>
        <source>There is no key “%1” here. Use one of: %2.</source>
        <translation>Einen Schlüssel „%1“ gibt es hier nicht. Nehmen Sie einen von diesen: %2.</translation>
    </message>
    <message>
        <source>The key “%1” stands here for the second time. Remove one of them.</source>
        <translation>Der Schlüssel „%1“ steht hier zum zweiten Mal. Entfernen Sie einen davon.</translation>
    </message>
    <message>
        <source>The file lacks the key “%1”. Add it.</source>
        <translation>Der Datei fehlt der Schlüssel „%1“. Ergänzen Sie ihn.</translation>
    </message>
    <message>
        <source>This entry of “%1” lacks the key “%2”. Add it.</source>
        <translation>Diesem Eintrag von „%1“ fehlt der Schlüssel „%2“. Ergänzen Sie ihn.</translation>
    </message>
    <message>
        <source>“%1” has no value here.</source>
        <translation>„%1“ hat hier keinen Wert.</translation>
    </message>
    <message>
        <source>“%1” cannot be the value of “%2”.</source>
        <translation>„%1“ kann nicht der Wert von „%2“ sein.</translation>
    </message>
    <message>
        <source>The end %1 is not after the beginning. Exchange them.</source>
        <translation>Das Ende %1 liegt nicht nach dem Anfang. Vertauschen Sie beide.</translation>
    </message>
    <message>
        <source>An entry has either “%1” or “%2”. Remove one of them.</source>
        <translation>Ein Eintrag hat entweder „%1“ oder „%2“. Entfernen Sie eines davon.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Words, or terms such as tier:gold and cpu&gt;80. Escape empties the filter.</source>
        <translation>Wörter oder Ausdrücke wie tier:gold und cpu&gt;80. Esc leert den Filter.</translation>
    </message>
    <message>
        <source>Filter: words, tier:gold, cpu&gt;80</source>
        <translation>Filter: Wörter, tier:gold, cpu&gt;80</translation>
    </message>
    <message>
        <source>Shows only rows in which every term holds. Press / to come here.</source>
        <translation>Zeigt nur Zeilen, auf die jeder Ausdruck zutrifft. Die Taste / führt hierher.</translation>
    </message>
    <message>
        <source>Filter: words, %1</source>
        <translation>Filter: Wörter, %1</translation>
    </message>
</context>
<context>
    <name>ForecastChart</name>
    <message>
        <source>Forecast of the quota</source>
        <translation>Prognose der Quota</translation>
    </message>
    <message>
        <source>There is not enough history for a forecast: it takes three days.</source>
        <translation>Der Verlauf reicht für eine Prognose nicht aus: Sie braucht drei Tage.</translation>
    </message>
    <message>
        <source>There is no limit to reach.</source>
        <translation>Es gibt kein Limit, das erreicht werden könnte.</translation>
    </message>
    <message>
        <source>The limit is not likely reached before %1, if it goes on as it did.</source>
        <translation>Bis %1 wird das Limit wahrscheinlich nicht erreicht, wenn es weitergeht wie bisher.</translation>
    </message>
    <message>
        <source>The limit is as likely reached as not by %1, if it goes on as it did.</source>
        <translation>Bis %1 ist das Limit ebenso wahrscheinlich erreicht wie nicht, wenn es weitergeht wie bisher.</translation>
    </message>
    <message>
        <source>The limit is as likely reached as not by %1, and in nine of ten cases by %2, if it goes on as it did.</source>
        <translation>Bis %1 ist das Limit ebenso wahrscheinlich erreicht wie nicht, und bis %2 in neun von zehn Fällen, wenn es weitergeht wie bisher.</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>50 %</source>
        <translation>50 %</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
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
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 /s</source>
        <translation>%1 /s</translation>
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
    <name>Guard</name>
    <message>
        <source>What is shown of %1 is too old to act on: %2 Read it again first.</source>
        <translation>Was von %1 gezeigt wird, ist zu alt, um danach zu handeln: %2 Lesen Sie es zuerst neu.</translation>
    </message>
    <message>
        <source>Nothing is known of %1 yet. Wait until it has been read.</source>
        <translation>Von %1 ist noch nichts bekannt. Warten Sie, bis es gelesen ist.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in this cluster.</source>
        <translation>%1 von %2 ist Ihnen in diesem Cluster nicht erlaubt.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in the namespace %3.</source>
        <translation>%1 von %2 ist Ihnen im Namespace %3 nicht erlaubt.</translation>
    </message>
    <message>
        <source>The server says: “%1”.</source>
        <translation>Der Server sagt: „%1“.</translation>
    </message>
    <message>
        <source>Ask the owner of the cluster for this right.</source>
        <translation>Bitten Sie den Eigentümer des Clusters um dieses Recht.</translation>
    </message>
    <message>
        <source>The policy file %1 has mistakes, so no change can be checked against it. Line %2, column %3: %4</source>
        <translation>Die Richtliniendatei %1 hat Fehler, sodass keine Änderung an ihr geprüft werden kann. Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>%1 from %2 to %3, %4</source>
        <translation>%1 von %2 bis %3, %4</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>The freeze “%1” holds for %2 until %3. Try again after it.</source>
        <translation>Die Sperre „%1“ gilt für %2 bis %3. Versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>%1 is changed in business hours only: %2. Try again then.</source>
        <translation>%1 wird nur in der Geschäftszeit geändert: %2. Versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The change touches %1 objects at once, and the policy allows %2. Split it.</source>
        <translation>Die Änderung betrifft %1 Objekte auf einmal, und die Richtlinie erlaubt %2. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>The change touches %1 pods at once, and the policy allows %2. Split it.</source>
        <translation>Die Änderung betrifft %1 Pods auf einmal, und die Richtlinie erlaubt %2. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>The change touches %1 tenants at once, and the policy allows %2. Split it.</source>
        <translation>Die Änderung betrifft %1 Mandanten auf einmal, und die Richtlinie erlaubt %2. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>%1 is a production cluster. Type its name to confirm.</source>
        <translation>%1 ist ein Produktionscluster. Geben Sie zur Bestätigung seinen Namen ein.</translation>
    </message>
    <message>
        <source>A change of this kind to %1 needs a second person. Ask somebody else to approve it.</source>
        <translation>Eine solche Änderung an %1 braucht eine zweite Person. Bitten Sie jemand anderen, sie freizugeben.</translation>
    </message>
    <message>
        <source>The policy asks for a reason. Write why you change this.</source>
        <translation>Die Richtlinie verlangt einen Grund. Schreiben Sie, warum Sie das ändern.</translation>
    </message>
    <message>
        <source>The reason is not of the form that the policy asks for: %1.</source>
        <translation>Der Grund hat nicht die Form, die die Richtlinie verlangt: %1.</translation>
    </message>
    <message>
        <source>The policy asks for a ticket. Name one.</source>
        <translation>Die Richtlinie verlangt ein Ticket. Nennen Sie eines.</translation>
    </message>
    <message>
        <source>The ticket is not of the form that the policy asks for: %1.</source>
        <translation>Das Ticket hat nicht die Form, die die Richtlinie verlangt: %1.</translation>
    </message>
    <message>
        <source>A silence may end at most %1 hours from now. Choose an earlier end, and extend it later.</source>
        <translation>Eine Stummschaltung darf höchstens %1 Stunden von jetzt an enden. Wählen Sie ein früheres Ende, und verlängern Sie sie später.</translation>
    </message>
    <message>
        <source>A silence has to say why. Write a comment.</source>
        <translation>Eine Stummschaltung muss sagen, warum. Schreiben Sie einen Kommentar.</translation>
    </message>
    <message>
        <source>The comment is not of the form that the policy asks for: %1.</source>
        <translation>Der Kommentar hat nicht die Form, die die Richtlinie verlangt: %1.</translation>
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
    <message numerus="yes">
        <source>The Prometheus of %1 has not answered within %n s: what is really used is unknown.</source>
        <translation>
            <numerusform>Der Prometheus von %1 hat innerhalb von %n s nicht geantwortet: was wirklich genutzt wird, ist unbekannt.</numerusform>
            <numerusform>Der Prometheus von %1 hat innerhalb von %n s nicht geantwortet: was wirklich genutzt wird, ist unbekannt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HttpSettings</name>
    <message>
        <source>The setting %1 is “%2”, which cannot be used. Write on, off or auto.</source>
        <translation>Die Einstellung %1 ist „%2“, und das ist nicht zu gebrauchen. Möglich sind on, off und auto.</translation>
    </message>
    <message>
        <source>There is no setting %1, so it is not used. Look for a misspelling.</source>
        <translation>Eine Einstellung %1 gibt es nicht, darum gilt sie nichts. Vielleicht ist sie falsch geschrieben.</translation>
    </message>
    <message>
        <source>The setting %1 is “%2”, which cannot be used. Write a number from %3 to %4.</source>
        <translation>Die Einstellung %1 ist „%2“, und das ist nicht zu gebrauchen. Möglich ist eine Zahl von %3 bis %4.</translation>
    </message>
    <message>
        <source>In %1 the setting breaker-longest is shorter than breaker-open. Make it longer; until then breaker-open is used for both.</source>
        <translation>In %1 ist breaker-longest kürzer als breaker-open. Es muss länger sein; bis dahin gilt breaker-open für beides.</translation>
    </message>
</context>
<context>
    <name>Impact</name>
    <message>
        <source>%1: %2 becomes %3, it was not set.</source>
        <translation>%1: %2 wird %3, bisher war es nicht gesetzt.</translation>
    </message>
    <message>
        <source>%1: %2 is not set any more, it was %3.</source>
        <translation>%1: %2 ist nicht mehr gesetzt, bisher war es %3.</translation>
    </message>
    <message>
        <source>%1: %2 changes from %3 to %4.</source>
        <translation>%1: %2 ändert sich von %3 auf %4.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 wird gelöscht.</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>%1 wird angelegt.</translation>
    </message>
    <message>
        <source>%1 stays as it is.</source>
        <translation>%1 bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>There are %1 more of these.</source>
        <translation>Davon gibt es noch %1.</translation>
    </message>
    <message>
        <source>Objects that the change touches in %1: %2; tenants: %3; pods: %4.</source>
        <translation>Objekte, die die Änderung in %1 betrifft: %2; Mandanten: %3; Pods: %4.</translation>
    </message>
    <message>
        <source>Objects that the change touches in %1: %2; tenants: %3.</source>
        <translation>Objekte, die die Änderung in %1 betrifft: %2; Mandanten: %3.</translation>
    </message>
</context>
<context>
    <name>IncidentChart</name>
    <message>
        <source>Timeline of the incident</source>
        <translation>Zeitverlauf des Vorfalls</translation>
    </message>
    <message>
        <source>Burn rate over the shortest window (1: the budget just lasts)</source>
        <translation>Burn-Rate im kürzesten Fenster (1: Das Budget reicht gerade)</translation>
    </message>
    <message>
        <source>Error budget left, %</source>
        <translation>Übriges Fehlerbudget, %</translation>
    </message>
    <message>
        <source>%1 entries from %2 to %3.</source>
        <translation>%1 Einträge von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 burned at most %2 times as fast as it may.</source>
        <translation>%1 verbrannte höchstens %2-mal so schnell wie erlaubt.</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und mehr</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>IncidentDetailPane</name>
    <message>
        <source>About the incident</source>
        <translation>Über den Vorfall</translation>
    </message>
    <message>
        <source>At the moment that is shown</source>
        <translation>Zum gezeigten Zeitpunkt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>&amp;Add note</source>
        <translation>Notiz &amp;hinzufügen</translation>
    </message>
    <message>
        <source>E&amp;nd the incident…</source>
        <translation>Vorfall &amp;beenden…</translation>
    </message>
    <message>
        <source>E&amp;xport post-mortem…</source>
        <translation>Post-mortem e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Details of the incident</source>
        <translation>Einzelheiten des Vorfalls</translation>
    </message>
    <message>
        <source>Note for the timeline</source>
        <translation>Notiz für den Zeitverlauf</translation>
    </message>
    <message>
        <source>What you see, think or do, for those who read this later</source>
        <translation>Was Sie sehen, denken oder tun, für alle, die das später lesen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>Schon beendet.</translation>
    </message>
    <message>
        <source>The incident is being read</source>
        <translation>Der Vorfall wird gelesen</translation>
    </message>
    <message>
        <source>Began %1, open since %2, started by %3.</source>
        <translation>Beginn %1, offen seit %2, eröffnet von %3.</translation>
    </message>
    <message>
        <source>Began %1, ended %2 after %3.</source>
        <translation>Beginn %1, Ende %2 nach %3.</translation>
    </message>
    <message>
        <source>What changed just before this: nothing is known.</source>
        <translation>Was sich kurz davor geändert hat: Nichts ist bekannt.</translation>
    </message>
    <message>
        <source>What changed just before this: %1</source>
        <translation>Was sich kurz davor geändert hat: %1</translation>
    </message>
    <message>
        <source>No alert fired.</source>
        <translation>Kein Alarm war ausgelöst.</translation>
    </message>
    <message>
        <source>One alert fired: %1.</source>
        <translation>Ein Alarm war ausgelöst: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts fired: %1.</source>
        <translation>
            <numerusform>Ein Alarm war ausgelöst: %1.</numerusform>
            <numerusform>%n Alarme waren ausgelöst: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: burn rate %2, budget left %3.</source>
        <translation>%1: Burn-Rate %2, übriges Budget %3.</translation>
    </message>
    <message>
        <source>One silence was in force.</source>
        <translation>Eine Stummschaltung galt.</translation>
    </message>
    <message numerus="yes">
        <source>%n silences were in force.</source>
        <translation>
            <numerusform>Eine Stummschaltung galt.</numerusform>
            <numerusform>%n Stummschaltungen galten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
</context>
<context>
    <name>IncidentDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start the incident</source>
        <translation>&amp;Vorfall eröffnen</translation>
    </message>
    <message>
        <source>Start an incident</source>
        <translation>Einen Vorfall eröffnen</translation>
    </message>
    <message>
        <source>What the incident is called</source>
        <translation>Wie der Vorfall heißt</translation>
    </message>
    <message>
        <source>Checkout is slow</source>
        <translation>Der Checkout ist langsam</translation>
    </message>
    <message>
        <source>as the first alert is called</source>
        <translation>wie der erste Alarm heißt</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>Erste Notiz</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Begins from</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>First &amp;note</source>
        <translation>Erste &amp;Notiz</translation>
    </message>
    <message>
        <source>From now on alerts, burns, changes, rollouts, events and silences there are written down, and what happened in the hour before as well. It is kept on this machine. Nothing in a cluster is changed.</source>
        <translation>Ab jetzt werden Alarme, zu schnell verbrennende Budgets, Änderungen, Rollouts, Events und Stummschaltungen dort aufgeschrieben, ebenso was in der Stunde davor geschah. Es wird auf diesem Rechner aufbewahrt. In einem Cluster wird nichts geändert.</translation>
    </message>
    <message>
        <source>Start the incident</source>
        <translation>Vorfall eröffnen</translation>
    </message>
    <message>
        <source>Give it a title first.</source>
        <translation>Geben Sie ihm zuerst einen Titel.</translation>
    </message>
</context>
<context>
    <name>IncidentEntries</name>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>the SLO %1</source>
        <translation>SLO %1</translation>
    </message>
    <message>
        <source>the SLO %1 in %2</source>
        <translation>SLO %1 in %2</translation>
    </message>
    <message>
        <source>the SLO %1 of %2</source>
        <translation>SLO %1 von %2</translation>
    </message>
    <message>
        <source>the SLO %1 of %2 in %3</source>
        <translation>SLO %1 von %2 in %3</translation>
    </message>
    <message>
        <source>how much of its budget is left is not known</source>
        <translation>wie viel seines Budgets übrig ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing burns the budget of %1 fast any more; %2.</source>
        <translation>Das Budget von %1 verbrennt nicht mehr zu schnell; %2.</translation>
    </message>
    <message>
        <source>fast enough to wake somebody</source>
        <translation>schnell genug, um jemanden zu wecken</translation>
    </message>
    <message>
        <source>fast enough for a ticket</source>
        <translation>schnell genug für ein Ticket</translation>
    </message>
    <message>
        <source>The budget of %1 burns %2; %3.</source>
        <translation>Das Budget von %1 verbrennt %2; %3.</translation>
    </message>
    <message>
        <source>The budget of %1 burns %2 times as fast as it may over %3, %4; %5.</source>
        <translation>Das Budget von %1 verbrennt %2-mal so schnell wie erlaubt über %3, %4; %5.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a namespace in a cluster</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The alert %1 fires.</source>
        <translation>Der Alarm %1 ist ausgelöst.</translation>
    </message>
    <message>
        <source>The alert %1 fires: %2.</source>
        <translation>Der Alarm %1 ist ausgelöst: %2.</translation>
    </message>
    <message>
        <source>The alert %1 is now %2.</source>
        <translation>Der Alarm %1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>The alert %1 has ended.</source>
        <translation>Der Alarm %1 ist beendet.</translation>
    </message>
    <message>
        <source>%1 took on the alert %2.</source>
        <translation>%1 hat den Alarm %2 übernommen.</translation>
    </message>
    <message>
        <source>%1 took on the alert %2: %3.</source>
        <translation>%1 hat den Alarm %2 übernommen: %3.</translation>
    </message>
    <message>
        <source>%1 silenced %2 until %3 UTC.</source>
        <translation>%1 hat %2 bis %3 UTC stummgeschaltet.</translation>
    </message>
    <message>
        <source>%1 silenced %2 until %3 UTC: %4.</source>
        <translation>%1 hat %2 bis %3 UTC stummgeschaltet: %4.</translation>
    </message>
    <message>
        <source>The silence of %1 has ended.</source>
        <translation>Die Stummschaltung von %1 ist beendet.</translation>
    </message>
    <message>
        <source>%1 % of its budget is left</source>
        <translation>%1 % seines Budgets sind übrig</translation>
    </message>
    <message>
        <source>The alert %1 still fires, and nothing holds it back any more.</source>
        <translation>Der Alarm %1 feuert noch, und nichts hält ihn mehr zurück.</translation>
    </message>
    <message>
        <source>Nobody is told of the alert %1 now, because another one that fires covers it.</source>
        <translation>Vom Alarm %1 wird jetzt niemandem gesagt, weil ein anderer, der feuert, ihn mit umfasst.</translation>
    </message>
    <message>
        <source>Nobody is told of the alert %1 now, because it is silenced.</source>
        <translation>Vom Alarm %1 wird jetzt niemandem gesagt, weil er stummgeschaltet ist.</translation>
    </message>
    <message>
        <source>From here on %1 does worse than its objective of %2 allows.</source>
        <translation>Von hier an ist %1 schlechter, als das Ziel von %2 erlaubt.</translation>
    </message>
    <message>
        <source>From here on %1 does worse than its objective allows.</source>
        <translation>Von hier an ist %1 schlechter, als das Ziel erlaubt.</translation>
    </message>
</context>
<context>
    <name>IncidentGatherer</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>IncidentKeeping</name>
    <message>
        <source>The file of the incident is full, so nothing more is kept of it. End it, and start another.</source>
        <translation>Die Datei des Vorfalls ist voll, daher wird nichts mehr von ihm aufbewahrt. Beenden Sie ihn, und eröffnen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Incidents cannot be kept in %1: %2. Give yourself the right to write there.</source>
        <translation>Vorfälle können nicht in %1 aufbewahrt werden: %2. Geben Sie sich das Recht, dort zu schreiben.</translation>
    </message>
    <message>
        <source>The file of the incident is gone from %1. What is shown is all there is of it.</source>
        <translation>Die Datei des Vorfalls ist aus %1 verschwunden. Was gezeigt wird, ist alles, was es davon gibt.</translation>
    </message>
    <message>
        <source>The file of the incident in %1 is damaged beyond reading. Take it from a backup.</source>
        <translation>Die Datei des Vorfalls in %1 ist so beschädigt, dass sie nicht gelesen werden kann. Holen Sie sie aus einer Sicherung.</translation>
    </message>
    <message>
        <source>Incidents cannot be kept in %1: %2. Make room there, then add a note.</source>
        <translation>Vorfälle können nicht in %1 aufbewahrt werden: %2. Schaffen Sie dort Platz, und fügen Sie dann eine Notiz hinzu.</translation>
    </message>
    <message>
        <source>One line of its file cannot be read, as after a loss of power. The rest is shown.</source>
        <translation>Eine Zeile seiner Datei kann nicht gelesen werden, wie nach einem Stromausfall. Der Rest wird gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of its file cannot be read, as after a loss of power. The rest is shown.</source>
        <translation>
            <numerusform>Eine Zeile seiner Datei kann nicht gelesen werden, wie nach einem Stromausfall. Der Rest wird gezeigt.</numerusform>
            <numerusform>%n Zeilen seiner Datei können nicht gelesen werden, wie nach einem Stromausfall. Der Rest wird gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its file is longer than what is read. The beginning is shown.</source>
        <translation>Seine Datei ist länger als das, was gelesen wird. Der Anfang wird gezeigt.</translation>
    </message>
</context>
<context>
    <name>IncidentStore</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n older incidents are not shown. Their files are still in %1.</source>
        <translation>
            <numerusform>%n älterer Vorfall wird nicht gezeigt. Seine Datei ist noch in %1.</numerusform>
            <numerusform>%n ältere Vorfälle werden nicht gezeigt. Ihre Dateien sind noch in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incidents are open already. End one of them first.</source>
        <translation>
            <numerusform>%n Vorfall ist schon offen. Beenden Sie ihn zuerst.</numerusform>
            <numerusform>%n Vorfälle sind schon offen. Beenden Sie zuerst einen davon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>%1 started the incident.</source>
        <translation>%1 hat den Vorfall eröffnet.</translation>
    </message>
    <message>
        <source>The incident “%1” is open. What happens is written down.</source>
        <translation>Der Vorfall „%1“ ist offen. Was geschieht, wird aufgeschrieben.</translation>
    </message>
    <message>
        <source>%1 ended the incident.</source>
        <translation>%1 hat den Vorfall beendet.</translation>
    </message>
    <message>
        <source>The incident “%1” has ended. Export its post-mortem when you are ready.</source>
        <translation>Der Vorfall „%1“ ist beendet. Exportieren Sie sein Post-mortem, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>More happened than fits: what came later is not in the timeline.</source>
        <translation>Es geschah mehr, als Platz hat: Was später kam, ist nicht im Zeitverlauf.</translation>
    </message>
</context>
<context>
    <name>IncidentSummary</name>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
</context>
<context>
    <name>IncidentText</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Burn-Rate</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Rollouts</source>
        <translation>Rollouts</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>IncidentsPanel</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>incidents</source>
        <comment>file name</comment>
        <translation>vorfaelle</translation>
    </message>
    <message>
        <source>Summary of the incidents</source>
        <translation>Zusammenfassung der Vorfälle</translation>
    </message>
    <message>
        <source>Start an incident…</source>
        <translation>Einen Vorfall eröffnen…</translation>
    </message>
    <message>
        <source>Start an incident</source>
        <translation>Einen Vorfall eröffnen</translation>
    </message>
    <message>
        <source>Alerts and SLOs have this in their own menus, too, and know more then.</source>
        <translation>Alarme und SLOs haben das auch in ihren eigenen Menüs, und dann ist mehr bekannt.</translation>
    </message>
    <message>
        <source>One incident is open.</source>
        <translation>Ein Vorfall ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents are open.</source>
        <translation>
            <numerusform>Ein Vorfall ist offen.</numerusform>
            <numerusform>%n Vorfälle sind offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 incident</source>
        <translation>1 Vorfall</translation>
    </message>
    <message numerus="yes">
        <source>%n incidents</source>
        <translation>
            <numerusform>%n Vorfall</numerusform>
            <numerusform>%n Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>No open incident</source>
        <translation>Kein offener Vorfall</translation>
    </message>
    <message>
        <source>1 open incident</source>
        <translation>1 offener Vorfall</translation>
    </message>
    <message numerus="yes">
        <source>%n open incidents</source>
        <translation>
            <numerusform>%n offener Vorfall</numerusform>
            <numerusform>%n offene Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>The filter hides all incidents</source>
        <translation>Der Filter verbirgt alle Vorfälle</translation>
    </message>
    <message>
        <source>Empty the filter to see them.</source>
        <translation>Leeren Sie den Filter, um sie zu sehen.</translation>
    </message>
    <message>
        <source>The incidents are being read</source>
        <translation>Die Vorfälle werden gelesen</translation>
    </message>
    <message>
        <source>The incidents cannot be read</source>
        <translation>Die Vorfälle können nicht gelesen werden</translation>
    </message>
    <message>
        <source>No incident was started yet</source>
        <translation>Noch wurde kein Vorfall eröffnet</translation>
    </message>
    <message>
        <source>Start one from an alert or an SLO that burns: what happened and what happens is then written down, from the hour before on.</source>
        <translation>Eröffnen Sie einen bei einem Alarm oder einem SLO, dessen Budget verbrennt: Was geschah und was geschieht, wird dann aufgeschrieben, von der Stunde davor an.</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>Einzelheiten &amp;öffnen</translation>
    </message>
    <message>
        <source>E&amp;xport post-mortem…</source>
        <translation>Post-mortem e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Open its details first, so that it is read.</source>
        <translation>Öffnen Sie zuerst seine Einzelheiten, damit er gelesen wird.</translation>
    </message>
    <message>
        <source>E&amp;nd the incident…</source>
        <translation>Vorfall &amp;beenden…</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>Schon beendet.</translation>
    </message>
    <message>
        <source>End the incident</source>
        <translation>Vorfall beenden</translation>
    </message>
    <message>
        <source>Nothing more is written down of it then; notes still can be added.
What ended it? (may stay empty)</source>
        <translation>Danach wird nichts mehr davon aufgeschrieben; Notizen lassen sich weiter hinzufügen.
Was hat ihn beendet? (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Export the post-mortem and its charts</source>
        <translation>Das Post-mortem und seine Diagramme exportieren</translation>
    </message>
    <message>
        <source>%1 is written, and its charts beside it.</source>
        <translation>%1 ist geschrieben, und die Diagramme dazu liegen daneben.</translation>
    </message>
</context>
<context>
    <name>InterruptedDialog</name>
    <message>
        <source>Look at it…</source>
        <translation>Ansehen…</translation>
    </message>
    <message>
        <source>Close it as unknown</source>
        <translation>Als unbekannt abschließen</translation>
    </message>
    <message>
        <source>Interrupted changes</source>
        <translation>Unterbrochene Änderungen</translation>
    </message>
    <message>
        <source>These changes were begun, and the journal holds no end of them. Looking at one asks its cluster what was made, and nothing more is made before you say so.</source>
        <translation>Diese Änderungen wurden begonnen, und das Journal enthält kein Ende dazu. Wenn Sie eine ansehen, wird ihr Cluster gefragt, was gemacht wurde; mehr wird nicht gemacht, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How far it came</source>
        <translation>Wie weit sie kam</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Look at the selected change</source>
        <translation>Die ausgewählte Änderung ansehen</translation>
    </message>
    <message>
        <source>Write down that nobody knows what became of the selected change</source>
        <translation>Aufschreiben, dass niemand weiß, was aus der ausgewählten Änderung wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No change is interrupted.</source>
        <translation>Keine Änderung ist unterbrochen.</translation>
    </message>
    <message>
        <source>The journal then says that nobody knows what became of it.</source>
        <translation>Im Journal steht dann, dass niemand weiß, was daraus wurde.</translation>
    </message>
    <message>
        <source>Only what cannot go on by itself is closed like this, and only while its cluster is connected.</source>
        <translation>So wird nur abgeschlossen, was nicht von selbst weitergehen kann, und nur, solange sein Cluster verbunden ist.</translation>
    </message>
</context>
<context>
    <name>JournalDetailPane</name>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig machen…</translation>
    </message>
    <message>
        <source>&amp;Copy what is known</source>
        <translation>&amp;Kopieren, was bekannt ist</translation>
    </message>
    <message>
        <source>Details of the entry</source>
        <translation>Einzelheiten des Eintrags</translation>
    </message>
    <message>
        <source>Stages of the change</source>
        <translation>Stationen der Änderung</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>Wählen Sie zuerst einen Eintrag.</translation>
    </message>
    <message>
        <source>Shows what would take the whole change back, and asks before it does so.</source>
        <translation>Zeigt, was die ganze Änderung zurücknähme, und fragt, bevor es geschieht.</translation>
    </message>
</context>
<context>
    <name>JournalLine</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 more fields</source>
        <translation>%1 weitere Felder</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>gemacht</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>nobody knows</source>
        <translation>niemand weiß es</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>intended</source>
        <translation>beabsichtigt</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>did not converge</source>
        <translation>nicht eingetreten</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>It holds secret values, which the journal does not keep. Change the object by hand.</source>
        <translation>Sie enthält geheime Werte, die das Journal nicht aufbewahrt. Ändern Sie das Objekt von Hand.</translation>
    </message>
    <message>
        <source>It was undone already.</source>
        <translation>Sie wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It has not ended. Look again when it has.</source>
        <translation>Sie ist noch nicht zu Ende. Sehen Sie nach, wenn sie es ist.</translation>
    </message>
    <message>
        <source>Nothing was changed for certain, so there is nothing to undo.</source>
        <translation>Es wurde sicher nichts geändert, also ist nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The journal does not hold this any more. Verify it.</source>
        <translation>Das Journal enthält das nicht mehr. Prüfen Sie es.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Änderung %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>Ticket: %1</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Zugestimmt: %1</translation>
    </message>
    <message>
        <source>%1: %2, by %3 at console %4, entry %5</source>
        <translation>%1: %2, von %3 an der Konsole %4, Eintrag %5</translation>
    </message>
    <message>
        <source>No record of it in the cluster is known: none is left there, it is on its way, or the console ended before it was left.</source>
        <translation>Ein Vermerk davon im Cluster ist nicht bekannt: Es wird dort keiner hinterlassen, er ist unterwegs, oder die Konsole endete vorher.</translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>journal</source>
        <comment>file name</comment>
        <translation>journal</translation>
    </message>
    <message>
        <source>Summary of the journal</source>
        <translation>Zusammenfassung des Journals</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Verify the journal now</source>
        <translation>Das Journal jetzt prüfen</translation>
    </message>
    <message>
        <source>Checks every byte of the journal, its chain of hashes and its signatures.</source>
        <translation>Prüft jedes Byte des Journals, seine Kette von Hashes und seine Signaturen.</translation>
    </message>
    <message>
        <source>Save the whole journal as JSON &amp;Lines…</source>
        <translation>Das ganze Journal als JSON &amp;Lines speichern…</translation>
    </message>
    <message>
        <source>Save the whole journal as C&amp;SV…</source>
        <translation>Das ganze Journal als C&amp;SV speichern…</translation>
    </message>
    <message>
        <source>Save the whole journal as a signed &amp;bundle…</source>
        <translation>Das ganze Journal als signiertes &amp;Bündel speichern…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 entries of the journal are checked so far.</source>
        <translation>%1 Einträge des Journals sind bisher geprüft.</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, the newest; search for older ones</source>
        <translation>%1, die neuesten; suchen Sie nach älteren</translation>
    </message>
    <message>
        <source>%1, more below</source>
        <translation>%1, unten mehr</translation>
    </message>
    <message>
        <source>The filter hides all entries that are shown</source>
        <translation>Der Filter verbirgt alle gezeigten Einträge</translation>
    </message>
    <message>
        <source>Empty the filter, or search the whole journal with the fields above the table.</source>
        <translation>Leeren Sie den Filter, oder durchsuchen Sie mit den Feldern über der Tabelle das ganze Journal.</translation>
    </message>
    <message>
        <source>The journal cannot be read</source>
        <translation>Das Journal kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>Das Journal wird gelesen</translation>
    </message>
    <message>
        <source>Nothing was changed from here yet</source>
        <translation>Von hier wurde noch nichts geändert</translation>
    </message>
    <message>
        <source>The journal holds nothing like that</source>
        <translation>So etwas enthält das Journal nicht</translation>
    </message>
    <message>
        <source>Every change that is made with Pilothouse is written here, before it is sent.</source>
        <translation>Jede Änderung, die mit Pilothouse gemacht wird, wird hier aufgeschrieben, bevor sie gesendet wird.</translation>
    </message>
    <message>
        <source>Empty some of the fields above the table.</source>
        <translation>Leeren Sie einige der Felder über der Tabelle.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>Einzelheiten &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translation>&amp;Rückgängig machen…</translation>
    </message>
    <message>
        <source>Open the details to see why this cannot be undone.</source>
        <translation>Öffnen Sie die Einzelheiten, um zu sehen, warum das nicht rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Copy the &amp;id of the change</source>
        <translation>&amp;Kennung der Änderung kopieren</translation>
    </message>
    <message>
        <source>Save the whole journal</source>
        <translation>Das ganze Journal speichern</translation>
    </message>
    <message>
        <source>The journal is verified and exported.</source>
        <translation>Das Journal ist geprüft und exportiert.</translation>
    </message>
</context>
<context>
    <name>JournalSearch</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Search the journal</source>
        <translation>Das Journal durchsuchen</translation>
    </message>
    <message>
        <source>Search the whole journal</source>
        <translation>Das ganze Journal durchsuchen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Zwischen…</translation>
    </message>
</context>
<context>
    <name>JournalTexts</name>
    <message>
        <source>Entry %1 cannot be read: %2.</source>
        <translation>Eintrag %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Entry %1 was changed after it was recorded: its text does not have the hash that was recorded with it.</source>
        <translation>Eintrag %1 wurde nach der Aufzeichnung geändert: Sein Text hat nicht den Hash, der mit ihm aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the entry before it: it names another hash. One of the two was replaced.</source>
        <translation>Eintrag %1 folgt nicht auf den Eintrag vor ihm: Er nennt einen anderen Hash. Einer der beiden wurde ersetzt.</translation>
    </message>
    <message>
        <source>Entry %1 is missing or out of place: in its place there is entry %2.</source>
        <translation>Eintrag %1 fehlt oder steht am falschen Ort: An seiner Stelle steht Eintrag %2.</translation>
    </message>
    <message>
        <source>Entry %1 is shown and found by a “%2” that is not the one it was recorded with.</source>
        <translation>Eintrag %1 wird mit einem „%2“ gezeigt und gefunden, das nicht das aufgezeichnete ist.</translation>
    </message>
    <message>
        <source>Entries from %1 on are missing: a console has signed that there were %2.</source>
        <translation>Die Einträge ab %1 fehlen: Eine Konsole hat unterschrieben, dass es %2 waren.</translation>
    </message>
    <message>
        <source>This is neither a journal nor a bundle exported from one.</source>
        <translation>Das ist weder ein Journal noch ein Bündel, das aus einem exportiert wurde.</translation>
    </message>
    <message>
        <source>A later version of Pilothouse wrote this journal. Verify it with that version.</source>
        <translation>Dieses Journal hat eine spätere Version von Pilothouse geschrieben. Prüfen Sie es mit jener Version.</translation>
    </message>
    <message>
        <source>Page %1 of the file was changed by something other than Pilothouse.</source>
        <translation>Seite %1 der Datei wurde von etwas anderem als Pilothouse geändert.</translation>
    </message>
    <message>
        <source>Parts of the file are missing, or something was added to it.</source>
        <translation>Teile der Datei fehlen, oder es wurde etwas hinzugefügt.</translation>
    </message>
    <message>
        <source>The log beside the file was changed, at byte %1, or power failed while it was written. After a power failure, start Pilothouse once, which mends it, and verify again.</source>
        <translation>Das Protokoll neben der Datei wurde bei Byte %1 geändert, oder der Strom fiel aus, während es geschrieben wurde. Starten Sie nach einem Stromausfall Pilothouse einmal, das es in Ordnung bringt, und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The tables of the file are not those of a journal: %1.</source>
        <translation>Die Tabellen der Datei sind nicht die eines Journals: %1.</translation>
    </message>
    <message>
        <source>The file contradicts itself: %1.</source>
        <translation>Die Datei widerspricht sich: %1.</translation>
    </message>
    <message>
        <source>The signature over the first %1 entries is not that of console %2.</source>
        <translation>Die Unterschrift über die ersten %1 Einträge ist nicht die der Konsole %2.</translation>
    </message>
    <message>
        <source>One of the first %1 entries is not the one that console %2 signed: the history was written anew.</source>
        <translation>Einer der ersten %1 Einträge ist nicht der, den Konsole %2 unterschrieben hat: Die Geschichte wurde neu geschrieben.</translation>
    </message>
    <message>
        <source>A signature over entries cannot be read.</source>
        <translation>Eine Unterschrift über Einträge kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The bundle was changed after it was exported: line %1 is not as it should be.</source>
        <translation>Das Bündel wurde nach dem Export geändert: Zeile %1 ist nicht, wie sie sein sollte.</translation>
    </message>
    <message>
        <source>The signature of the bundle is not that of console %1.</source>
        <translation>Die Unterschrift des Bündels ist nicht die der Konsole %1.</translation>
    </message>
    <message>
        <source>%1 is broken.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is as it was exported: %n entries in an unbroken chain.</source>
        <translation>
            <numerusform>%1 ist, wie es exportiert wurde: %n Eintrag in einer ungebrochenen Kette.</numerusform>
            <numerusform>%1 ist, wie es exportiert wurde: %n Einträge in einer ungebrochenen Kette.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is as it was written: %n entries in an unbroken chain.</source>
        <translation>
            <numerusform>%1 ist, wie es geschrieben wurde: %n Eintrag in einer ungebrochenen Kette.</numerusform>
            <numerusform>%1 ist, wie es geschrieben wurde: %n Einträge in einer ungebrochenen Kette.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the file as it is, and compare it with a copy or an earlier export.</source>
        <translation>Lassen Sie die Datei, wie sie ist, und vergleichen Sie sie mit einer Kopie oder einem früheren Export.</translation>
    </message>
    <message>
        <source>The first %1 are signed, by: %2. Compare that with the consoles you know.</source>
        <translation>Die ersten %1 sind unterschrieben, und zwar von: %2. Vergleichen Sie das mit den Konsolen, die Sie kennen.</translation>
    </message>
    <message>
        <source>The last %1 are not signed yet; they are when the console that wrote them is closed.</source>
        <translation>Die letzten %1 sind noch nicht unterschrieben; das geschieht, wenn die Konsole geschlossen wird, die sie geschrieben hat.</translation>
    </message>
    <message>
        <source>A console ended while it wrote. What it had not finished was never recorded.</source>
        <translation>Eine Konsole endete, während sie schrieb. Was sie nicht fertig hatte, wurde nie aufgezeichnet.</translation>
    </message>
    <message>
        <source>There is no journal %1. It is made when the first change is recorded.</source>
        <translation>Es gibt kein Journal %1. Es entsteht, wenn die erste Änderung aufgezeichnet wird.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be used: %2. Use the version of Pilothouse that wrote it, or a later one.</source>
        <translation>Das Journal %1 kann nicht benutzt werden: %2. Nehmen Sie die Version von Pilothouse, die es geschrieben hat, oder eine spätere.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be used: %2. See what is wrong with: pilothouse journal verify</source>
        <translation>Das Journal %1 kann nicht benutzt werden: %2. Was nicht stimmt, zeigt: pilothouse journal verify</translation>
    </message>
    <message>
        <source>This is too large for the journal %1: %2. Make the change smaller.</source>
        <translation>Das ist zu groß für das Journal %1: %2. Machen Sie die Änderung kleiner.</translation>
    </message>
    <message>
        <source>Another console keeps the journal %1 busy. Try again in a moment.</source>
        <translation>Eine andere Konsole hält das Journal %1 beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The journal %1 cannot be used: %2. Check that the file and its folder are yours and that there is room on the disk.</source>
        <translation>Das Journal %1 kann nicht benutzt werden: %2. Prüfen Sie, ob die Datei und ihr Ordner Ihnen gehören und ob auf der Platte Platz ist.</translation>
    </message>
</context>
<context>
    <name>JournalVerb</name>
    <message>
        <source>Write: pilothouse journal verify [FILE], or: pilothouse journal export --format jsonl|csv|bundle [--output FILE] [FILE].</source>
        <translation>Schreiben Sie: pilothouse journal verify [DATEI], oder: pilothouse journal export --format jsonl|csv|bundle [--output DATEI] [DATEI].</translation>
    </message>
    <message>
        <source>The export needs a format.</source>
        <translation>Der Export braucht ein Format.</translation>
    </message>
    <message>
        <source>“%1” is not a format of the journal.</source>
        <translation>„%1“ ist kein Format des Journals.</translation>
    </message>
    <message>
        <source>Nothing was exported: an export would hide what is broken.</source>
        <translation>Es wurde nichts exportiert: Ein Export würde verbergen, was beschädigt ist.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another file with --output.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie mit --output eine andere Datei.</translation>
    </message>
    <message>
        <source>The journal of changes. verify checks every byte of it, its chain and its signatures; export writes it as JSON lines, as a table, or as a signed bundle that verify checks elsewhere.</source>
        <translation>Das Journal der Änderungen. verify prüft jedes Byte davon, seine Kette und seine Unterschriften; export schreibt es als JSON-Zeilen, als Tabelle oder als unterschriebenes Bündel, das verify anderswo prüft.</translation>
    </message>
    <message>
        <source>jsonl, csv or bundle.</source>
        <translation>jsonl, csv oder bundle.</translation>
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
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>The journal; without it, that of this user: %1.</source>
        <translation>Das Journal; ohne Angabe das dieses Benutzers: %1.</translation>
    </message>
    <message>
        <source>[FILE]</source>
        <translation>[DATEI]</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>Nothing was said that is to be done with the journal.</source>
        <translation>Es wurde nicht gesagt, was mit dem Journal zu tun ist.</translation>
    </message>
    <message>
        <source>The journal cannot do “%1”.</source>
        <translation>„%1“ kann das Journal nicht.</translation>
    </message>
    <message>
        <source>--format and --output belong to export.</source>
        <translation>--format und --output gehören zu export.</translation>
    </message>
</context>
<context>
    <name>JournalWork</name>
    <message>
        <source>Nothing was exported: an export would hide what is broken.</source>
        <translation>Es wurde nichts exportiert: Ein Export würde verbergen, was beschädigt ist.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>%1 now holds the whole journal: %n entries.</source>
        <translation>
            <numerusform>%1 enthält jetzt das ganze Journal: %n Eintrag.</numerusform>
            <numerusform>%1 enthält jetzt das ganze Journal: %n Einträge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>go to the filter</source>
        <translation>zum Filter gehen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>empty the filter and go back to the table; close the details</source>
        <translation>den Filter leeren und zurück zur Tabelle gehen; die Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open the details of the row</source>
        <translation>die Einzelheiten der Zeile öffnen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>select the row</source>
        <translation>die Zeile auswählen</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Menütaste</translation>
    </message>
    <message>
        <source>show what can be done with the row</source>
        <translation>zeigen, was mit der Zeile möglich ist</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>copy the selected rows</source>
        <translation>die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>copy the selected rows with their headers</source>
        <translation>die ausgewählten Zeilen mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>go to the next part of the window</source>
        <translation>zum nächsten Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>go to the menus</source>
        <translation>zu den Menüs gehen</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>show these keys</source>
        <translation>diese Tasten zeigen</translation>
    </message>
    <message>
        <source>Keys of the tables</source>
        <translation>Tasten der Tabellen</translation>
    </message>
    <message>
        <source>Ctrl+1, Ctrl+2, …</source>
        <translation>Strg+1, Strg+2, …</translation>
    </message>
    <message>
        <source>show another subject of the rail</source>
        <translation>ein anderes Thema der Leiste zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>show what undoing the last change would do</source>
        <translation>zeigen, was das Rückgängigmachen der letzten Änderung bewirken würde</translation>
    </message>
    <message>
        <source>N, P</source>
        <translation>N, P</translation>
    </message>
    <message>
        <source>in a preview: go to the next difference, to the previous one</source>
        <translation>in einer Vorschau: zum nächsten Unterschied gehen, zum vorigen</translation>
    </message>
</context>
<context>
    <name>KubectlCommand</name>
    <message>
        <source>The values of %1 are not shown. Write them into the file %2 first.</source>
        <translation>Die Werte von %1 werden nicht gezeigt. Schreiben Sie sie zuerst in die Datei %2.</translation>
    </message>
</context>
<context>
    <name>KubernetesTarget</name>
    <message>
        <source>%1 says: “%2”</source>
        <translation>%1 sagt: „%2“</translation>
    </message>
    <message>
        <source>You may not do this. Ask the owner of the cluster for the right.</source>
        <translation>Das dürfen Sie nicht. Bitten Sie den Eigentümer des Clusters um das Recht.</translation>
    </message>
    <message>
        <source>A quota does not leave room for this. Raise it, or ask for less.</source>
        <translation>Eine Quota lässt dafür keinen Raum. Erhöhen Sie sie, oder verlangen Sie weniger.</translation>
    </message>
    <message>
        <source>A rule of the cluster does not admit this. Change it so that it fits.</source>
        <translation>Eine Regel des Clusters lässt das nicht zu. Ändern Sie es so, dass es passt.</translation>
    </message>
    <message>
        <source>The server does not accept these values. Correct them.</source>
        <translation>Der Server nimmt diese Werte nicht an. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The object or its namespace does not exist. Look whether it was deleted.</source>
        <translation>Das Objekt oder seinen Namespace gibt es nicht. Sehen Sie nach, ob es gelöscht wurde.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open a page</source>
        <translation>Eine Seite öffnen</translation>
    </message>
    <message>
        <source>This page is on %1</source>
        <translation>Diese Seite liegt auf %1</translation>
    </message>
    <message>
        <source>The link came with the alert. Open it if you know that server.</source>
        <translation>Der Link kam mit dem Alarm. Öffnen Sie ihn, wenn Sie diesen Server kennen.</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>Ganze Adresse</translation>
    </message>
    <message>
        <source>&amp;Open in the browser</source>
        <translation>Im Browser &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Do not open it</source>
        <translation>Nicht öffnen</translation>
    </message>
    <message>
        <source>No browser opened %1. Copy the address instead.</source>
        <translation>Kein Browser hat %1 geöffnet. Kopieren Sie stattdessen die Adresse.</translation>
    </message>
</context>
<context>
    <name>Logins</name>
    <message>
        <source>The settings of a login hold no secret: put it into a file for your eyes only and name that as client-secret-file.</source>
        <translation>Die Einstellungen einer Anmeldung enthalten kein Geheimnis: Es in eine nur für das eigene Konto lesbare Datei schreiben und diese als client-secret-file angeben.</translation>
    </message>
    <message>
        <source>A login has no setting called %1.</source>
        <translation>Eine Anmeldung hat keine Einstellung namens %1.</translation>
    </message>
    <message>
        <source>The type of a login is oidc, device or client-credentials, not %1.</source>
        <translation>Der type einer Anmeldung ist oidc, device oder client-credentials, nicht %1.</translation>
    </message>
    <message>
        <source>The token-url of a login has to be an https address.</source>
        <translation>Die token-url einer Anmeldung muss eine https-Adresse sein.</translation>
    </message>
    <message>
        <source>The issuer of a login has to be an https address.</source>
        <translation>Der issuer einer Anmeldung muss eine https-Adresse sein.</translation>
    </message>
    <message>
        <source>A login needs a client-id.</source>
        <translation>Eine Anmeldung braucht eine client-id.</translation>
    </message>
    <message>
        <source>A login with client-credentials needs a client-secret-file.</source>
        <translation>Eine Anmeldung mit client-credentials braucht ein client-secret-file.</translation>
    </message>
    <message>
        <source>The token of a login is id or access, not %1.</source>
        <translation>Das token einer Anmeldung ist id oder access, nicht %1.</translation>
    </message>
    <message>
        <source>%1 among redirect-ports is no port.</source>
        <translation>%1 in redirect-ports ist kein Port.</translation>
    </message>
    <message>
        <source>The idp-issuer-url of a kubeconfig user has to be an https address.</source>
        <translation>Die idp-issuer-url eines Benutzers der kubeconfig muss eine https-Adresse sein.</translation>
    </message>
    <message>
        <source>The kubeconfig user&apos;s auth provider needs a client-id.</source>
        <translation>Der auth-provider des Benutzers in der kubeconfig braucht eine client-id.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>/ filter
? keys</source>
        <translation>/ Filter
? Tasten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Pilothouse</source>
        <translation>Ü&amp;ber Pilothouse</translation>
    </message>
    <message>
        <source>Sandbox, no real clusters – Pilothouse</source>
        <translation>Sandbox, keine echten Cluster – Pilothouse</translation>
    </message>
    <message>
        <source>&amp;New SLO…</source>
        <translation>&amp;Neues SLO…</translation>
    </message>
</context>
<context>
    <name>MatcherEditor</name>
    <message>
        <source>What the silence matches</source>
        <translation>Worauf die Stummschaltung passt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Matches now</source>
        <translation>Passt jetzt auf</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Alerts that it matches now: %1</source>
        <translation>Alarme, auf die sie jetzt passt: %1</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>passt auf</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>passt nicht auf</translation>
    </message>
    <message>
        <source>Label of condition %1</source>
        <translation>Label der Bedingung %1</translation>
    </message>
    <message>
        <source>How condition %1 compares</source>
        <translation>Wie die Bedingung %1 vergleicht</translation>
    </message>
    <message>
        <source>“matches” takes a regular expression, which has to fit the whole value.</source>
        <translation>„passt auf“ nimmt einen regulären Ausdruck, der auf den ganzen Wert passen muss.</translation>
    </message>
    <message>
        <source>Value of condition %1</source>
        <translation>Wert der Bedingung %1</translation>
    </message>
    <message>
        <source>Remove condition %1</source>
        <translation>Bedingung %1 entfernen</translation>
    </message>
</context>
<context>
    <name>Monitoring</name>
    <message>
        <source>No Prometheus is named, so nothing is known of SLOs. Name one with --prometheus CLUSTER=URL.</source>
        <translation>Kein Prometheus ist genannt, daher ist von SLOs nichts bekannt. Nennen Sie eines mit --prometheus CLUSTER=URL.</translation>
    </message>
    <message>
        <source>Neither an Alertmanager nor a Prometheus is named, so nothing is known of alerts. Name one with --alertmanager CLUSTER=URL.</source>
        <translation>Weder ein Alertmanager noch ein Prometheus ist genannt, daher ist von Alarmen nichts bekannt. Nennen Sie einen mit --alertmanager CLUSTER=URL.</translation>
    </message>
</context>
<context>
    <name>NamespaceEvent</name>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1: %2: %3</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>What stands against this change or is asked for</source>
        <translation>Was gegen diese Änderung spricht oder verlangt wird</translation>
    </message>
</context>
<context>
    <name>NoteStrip</name>
    <message>
        <source>%1: %2</source>
        <comment>cluster and note</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Notes about clusters</source>
        <translation>Hinweise zu Clustern</translation>
    </message>
</context>
<context>
    <name>NoticeSettingsDialog</name>
    <message>
        <source>&amp;Tell me on the desktop when an alert begins</source>
        <translation>Auf dem Desktop &amp;melden, wenn ein Alarm beginnt</translation>
    </message>
    <message>
        <source>With a &amp;sound</source>
        <translation>Mit einem &amp;Ton</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Ruhezeiten</translation>
    </message>
    <message>
        <source>Notices on the desktop</source>
        <translation>Meldungen auf dem Desktop</translation>
    </message>
    <message>
        <source>Which alerts</source>
        <translation>Welche Alarme</translation>
    </message>
    <message>
        <source>only critical ones and pages</source>
        <translation>nur kritische und solche, die jemanden wecken</translation>
    </message>
    <message>
        <source>warnings, too</source>
        <translation>auch Warnungen</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Quiet hours that begin on %1</source>
        <translation>Ruhezeiten, die am %1 beginnen</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>What is &amp;critical is told all the same</source>
        <translation>&amp;Kritisches wird trotzdem gemeldet</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Each alert is told once; many at once are one notice.</source>
        <translation>Jeder Alarm wird einmal gemeldet; viele auf einmal sind eine Meldung.</translation>
    </message>
    <message>
        <source>Nothing is told on the desktop. The panel still counts what needs a person.</source>
        <translation>Auf dem Desktop wird nichts gemeldet. Die Tafel zählt weiterhin, was eine Person braucht.</translation>
    </message>
    <message>
        <source>Choose the days on which the quiet hours begin; without one there are none.</source>
        <translation>Wählen Sie die Tage, an denen die Ruhezeiten beginnen; ohne einen Tag gibt es keine.</translation>
    </message>
    <message>
        <source>The chosen days are quiet as a whole. What begins then and goes on is told afterwards.</source>
        <translation>An den gewählten Tagen ist durchgehend Ruhe. Was dann beginnt und andauert, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>They end on the next day. What begins in them and goes on is told afterwards.</source>
        <translation>Sie enden am nächsten Tag. Was in ihnen beginnt und andauert, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>What begins in them and goes on is told afterwards.</source>
        <translation>Was in ihnen beginnt und andauert, wird danach gemeldet.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 critical</source>
        <translation>%1 kritisch</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 als Warnung</translation>
    </message>
    <message>
        <source>%1 for information</source>
        <translation>%1 zur Information</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and count</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>and %1 other names</source>
        <translation>und %1 andere Namen</translation>
    </message>
    <message>
        <source>in tenant %1</source>
        <translation>beim Mandanten %1</translation>
    </message>
    <message>
        <source>in %1 tenants</source>
        <translation>bei %1 Mandanten</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>alert and severity</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In cluster %1.</source>
        <translation>Im Cluster %1.</translation>
    </message>
    <message>
        <source>%1 in tenant %2</source>
        <translation>%1 beim Mandanten %2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 alerts began</source>
        <translation>%1 Alarme haben begonnen</translation>
    </message>
    <message>
        <source>%1 alerts began %2</source>
        <comment>count, and in which tenants</comment>
        <translation>%1 Alarme haben %2 begonnen</translation>
    </message>
    <message>
        <source>1 alert began in your quiet hours and goes on</source>
        <translation>1 Alarm begann in Ihren Ruhezeiten und dauert an</translation>
    </message>
    <message>
        <source>%1 alerts began in your quiet hours and go on</source>
        <translation>%1 Alarme begannen in Ihren Ruhezeiten und dauern an</translation>
    </message>
</context>
<context>
    <name>ObjectDiff</name>
    <message>
        <source>%1 more lines are not shown.</source>
        <translation>%1 weitere Zeilen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>  … %1 unchanged lines …</source>
        <translation>  … %1 unveränderte Zeilen …</translation>
    </message>
</context>
<context>
    <name>Offboarding</name>
    <message>
        <source>This tenant is not there any more, so there is nothing to offboard.</source>
        <translation>Diesen Mandanten gibt es nicht mehr, daher gibt es nichts zu entfernen.</translation>
    </message>
    <message>
        <source>%1 has %2 namespaces, which is too much for one change. Delete some of them first.</source>
        <translation>%1 hat %2 Namespaces, und das ist zu viel für eine Änderung. Löschen Sie zuerst einige davon.</translation>
    </message>
    <message>
        <source>The %1 in %2 cannot be read, so undoing could not bring them back. %3</source>
        <translation>Die %1 in %2 können nicht gelesen werden, daher könnte das Rückgängigmachen sie nicht zurückbringen. %3</translation>
    </message>
    <message>
        <source>%1 has no namespace, so there is nothing to offboard.</source>
        <translation>%1 hat keinen Namespace, daher gibt es nichts zu entfernen.</translation>
    </message>
    <message>
        <source>Offboard tenant %1 from %2</source>
        <translation>Mandant %1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>how many there are</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Deleted with all that is in them: the namespaces %1.</source>
        <translation>Gelöscht mit allem, was darin ist: die Namespaces %1.</translation>
    </message>
    <message>
        <source>What cannot be brought back: pods: %1; workloads: %2; volume claims and their data: %3; and all services, configuration and secrets.</source>
        <translation>Was sich nicht zurückbringen lässt: Pods: %1; Workloads: %2; Volume-Claims und ihre Daten: %3; und alle Dienste, Konfigurationen und Secrets.</translation>
    </message>
    <message>
        <source>What undoing brings back: the namespaces and %1 objects that frame them (quotas, limits, network policies, accounts, roles and bindings).</source>
        <translation>Was das Rückgängigmachen zurückbringt: die Namespaces und %1 Objekte, die ihren Rahmen bilden (Quotas, Limits, Netzwerkrichtlinien, Konten, Rollen und Bindungen).</translation>
    </message>
</context>
<context>
    <name>OffboardingDialog</name>
    <message>
        <source>Offboard tenant %1 from %2</source>
        <translation>Mandant %1 aus %2 entfernen</translation>
    </message>
    <message>
        <source>The tenant&apos;s name, typed</source>
        <translation>Der Name des Mandanten, eingegeben</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Geben Sie %1 ein, um fortzufahren</translation>
    </message>
    <message>
        <source>What belongs to %1 is being read.</source>
        <translation>Was zu %1 gehört, wird gelesen.</translation>
    </message>
    <message>
        <source>Type the name %1 above. The preview follows; nothing is deleted before you confirm it.</source>
        <translation>Geben Sie oben den Namen %1 ein. Die Vorschau folgt; gelöscht wird nichts, bevor Sie es bestätigen.</translation>
    </message>
</context>
<context>
    <name>OnboardingDialog</name>
    <message>
        <source>New tenant</source>
        <translation>Neuer Mandant</translation>
    </message>
</context>
<context>
    <name>OnboardingForm</name>
    <message>
        <source>Cl&amp;uster</source>
        <translation>Cl&amp;uster</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>team-blue</source>
        <translation>team-blue</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>&amp;Stufe</translation>
    </message>
    <message>
        <source>&amp;Isolation</source>
        <translation>&amp;Isolation</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>as the cluster knows the name</source>
        <translation>wie der Cluster den Namen kennt</translation>
    </message>
    <message>
        <source>&amp;Cost centre</source>
        <translation>&amp;Kostenstelle</translation>
    </message>
    <message>
        <source>cc-100</source>
        <translation>cc-100</translation>
    </message>
    <message>
        <source>Co&amp;mpliance</source>
        <translation>Co&amp;mpliance</translation>
    </message>
    <message>
        <source>gdpr, iso-27001</source>
        <translation>gdpr, iso-27001</translation>
    </message>
    <message>
        <source>Concurrent &amp;workloads</source>
        <translation>Gleichzeitige &amp;Workloads</translation>
    </message>
    <message>
        <source>Co&amp;res</source>
        <translation>&amp;CPU-Kerne</translation>
    </message>
    <message>
        <source>Memor&amp;y</source>
        <translation>S&amp;peicher</translation>
    </message>
    <message>
        <source>&amp;Storage</source>
        <translation>&amp;Datenspeicher</translation>
    </message>
    <message>
        <source>Re&amp;quests a minute</source>
        <translation>&amp;Anfragen pro Minute</translation>
    </message>
    <message>
        <source>E&amp;xecution time in seconds</source>
        <translation>Ausführungs&amp;zeit in Sekunden</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>Neuer Mandant</translation>
    </message>
    <message>
        <source>What the owner is</source>
        <translation>Was der Verantwortliche ist</translation>
    </message>
    <message>
        <source>is a user</source>
        <translation>ist ein Benutzer</translation>
    </message>
    <message>
        <source>is a group</source>
        <translation>ist eine Gruppe</translation>
    </message>
    <message>
        <source>There is no template to make a tenant by.</source>
        <translation>Es gibt keine Vorlage, nach der ein Mandant angelegt werden könnte.</translation>
    </message>
</context>
<context>
    <name>OnboardingMenu</name>
    <message>
        <source>Te&amp;nants</source>
        <translation>&amp;Mandanten</translation>
    </message>
    <message>
        <source>&amp;New tenant…</source>
        <translation>&amp;Neuer Mandant…</translation>
    </message>
    <message>
        <source>&amp;Offboard tenant…</source>
        <translation>Mandanten &amp;entfernen…</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>%1 is not connected. Connect it first.</source>
        <translation>%1 ist nicht verbunden. Verbinden Sie den Cluster zuerst.</translation>
    </message>
    <message>
        <source>No cluster is connected. Connect one first.</source>
        <translation>Kein Cluster ist verbunden. Verbinden Sie zuerst einen.</translation>
    </message>
    <message>
        <source>No tenant is chosen. Choose one in the table.</source>
        <translation>Kein Mandant ist gewählt. Wählen Sie einen in der Tabelle.</translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message>
        <source>%1 has not answered completely yet.</source>
        <translation>%1 hat noch nicht vollständig geantwortet.</translation>
    </message>
    <message>
        <source>%1 has answered: it has no %2 that %3 may see.</source>
        <translation>%1 hat geantwortet: Dort gibt es keine %2, die %3 sehen darf.</translation>
    </message>
    <message>
        <source>this identity</source>
        <translation>diese Identität</translation>
    </message>
    <message>
        <source>%1 does not let %2 read everything.</source>
        <translation>%1 lässt %2 nicht alles lesen.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Look at its chip in the strip.</source>
        <translation>%1 kann nicht gelesen werden. Näheres beim Cluster in der Leiste.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 werden gelesen</translation>
    </message>
    <message>
        <source>There are no %1</source>
        <translation>Keine %1 vorhanden</translation>
    </message>
    <message>
        <source>No %1 may be read here</source>
        <translation>Hier dürfen keine %1 gelesen werden</translation>
    </message>
    <message>
        <source>No %1 could be read</source>
        <translation>Es konnten keine %1 gelesen werden</translation>
    </message>
    <message>
        <source>The filter hides all %1</source>
        <translation>Der Filter blendet alle %1 aus</translation>
    </message>
    <message>
        <source>No cluster to ask</source>
        <translation>Kein Cluster zum Fragen</translation>
    </message>
    <message>
        <source>Name a context of your kubeconfig with --context NAME, or choose one in the menu Clusters.</source>
        <translation>Mit --context NAME einen Kontext der kubeconfig angeben oder im Menü „Cluster“ einen wählen.</translation>
    </message>
    <message>
        <source>There are %1 of them. Change the filter, or clear it to see them all.</source>
        <translation>Vorhanden: %1. Den Filter ändern, oder ihn leeren, um alle zu sehen.</translation>
    </message>
</context>
<context>
    <name>PlaybackBar</name>
    <message>
        <source>Back to the entry before</source>
        <translation>Zurück zum vorigen Eintrag</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>On to the next entry</source>
        <translation>Weiter zum nächsten Eintrag</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Moment that is shown</source>
        <translation>Gezeigter Zeitpunkt</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>Wie schnell abgespielt wird</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>%1-mal so schnell</translation>
    </message>
    <message>
        <source>as it happened</source>
        <translation>wie es geschah</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PodDetailPane</name>
    <message>
        <source>Show the &amp;tenant</source>
        <translation>&amp;Mandanten zeigen</translation>
    </message>
    <message>
        <source>Details of the pod</source>
        <translation>Einzelheiten des Pods</translation>
    </message>
    <message>
        <source>Show the tenant of the pod</source>
        <translation>Den Mandanten des Pods zeigen</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Containers ready</source>
        <translation>Container bereit</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Image-Tags</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation>CPU angefordert</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>Speicher angefordert</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Close the details (Escape)</source>
        <translation>Einzelheiten schließen (Esc)</translation>
    </message>
    <message>
        <source>in cluster %1, namespace not known yet</source>
        <translation>im Cluster %1, Namespace noch nicht bekannt</translation>
    </message>
    <message>
        <source>in %1, cluster %2</source>
        <translation>in %1, Cluster %2</translation>
    </message>
    <message>
        <source>no longer there; this is the last that was known of it</source>
        <translation>nicht mehr da; dies ist der letzte bekannte Stand</translation>
    </message>
    <message>
        <source>The pod has been deleted.</source>
        <translation>Der Pod wurde gelöscht.</translation>
    </message>
    <message>
        <source>The server&apos;s first, quick answer: it may be old. The rest is being read.</source>
        <translation>Die erste, schnelle Antwort des Servers: Sie kann alt sein. Der Rest wird gelesen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The pod&apos;s namespace carries no tenant label, as far as is known.</source>
        <translation>Der Namespace des Pods trägt kein Mandanten-Label, soweit bekannt.</translation>
    </message>
</context>
<context>
    <name>PodHeadline</name>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>crash looping or not starting</source>
        <translation>Crash-Loop oder startet nicht</translation>
    </message>
    <message>
        <source>pending for long</source>
        <translation>lange wartend</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
</context>
<context>
    <name>PodRowMenu</name>
    <message>
        <source>Actions for pod %1</source>
        <translation>Aktionen für Pod %1</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>&amp;Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>Show the &amp;tenant</source>
        <translation>M&amp;andanten zeigen</translation>
    </message>
    <message>
        <source>The pod&apos;s namespace carries no tenant label, as far as is known.</source>
        <translation>Der Namespace des Pods trägt kein Mandanten-Label, soweit bekannt.</translation>
    </message>
    <message>
        <source>Copy the &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the ce&amp;ll</source>
        <translation>&amp;Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;kubectl command</source>
        <translation>kubectl-&amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>The namespace of the pod is not known yet.</source>
        <translation>Der Namespace des Pods ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Only this %1 (it has none)</source>
        <translation>Nur %1 (keine Angabe)</translation>
    </message>
    <message>
        <source>Only %1 %2</source>
        <comment>what and which</comment>
        <translation>Nur %1 %2</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>node</source>
        <translation>Node</translation>
    </message>
    <message>
        <source>workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>&amp;Sort by %1</source>
        <translation>&amp;Sortieren nach %1</translation>
    </message>
</context>
<context>
    <name>PodTableModel</name>
    <message>
        <source>%1/%2</source>
        <comment>ready containers of all containers</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 containers are ready.</source>
        <translation>%1 von %2 Containern sind bereit.</translation>
    </message>
</context>
<context>
    <name>PodText</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>terminating</source>
        <translation>wird beendet</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>nicht bereit</translation>
    </message>
    <message>
        <source>pending long</source>
        <translation>wartet lange</translation>
    </message>
    <message>
        <source>not starting</source>
        <translation>startet nicht</translation>
    </message>
    <message>
        <source>crash looping</source>
        <translation>Crash-Loop</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>PodsPanel</name>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>pods</source>
        <comment>file name</comment>
        <translation>pods</translation>
    </message>
    <message>
        <source>1 pod has failed or does not start.</source>
        <translation>1 Pod ist fehlgeschlagen oder startet nicht.</translation>
    </message>
    <message>
        <source>1 pod</source>
        <translation>1 Pod</translation>
    </message>
    <message>
        <source>1 cluster</source>
        <translation>1 Cluster</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2; %3 not live</source>
        <translation>%1, %2; %3 nicht aktuell</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pods have failed or do not start.</source>
        <translation>
            <numerusform>%Ln Pod ist fehlgeschlagen oder startet nicht.</numerusform>
            <numerusform>%Ln Pods sind fehlgeschlagen oder starten nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pods</source>
        <translation>
            <numerusform>%Ln Pod</numerusform>
            <numerusform>%Ln Pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pods</source>
        <translation>
            <numerusform>%1 von %Ln Pod</numerusform>
            <numerusform>%1 von %Ln Pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln clusters</source>
        <translation>
            <numerusform>%Ln Cluster</numerusform>
            <numerusform>%Ln Cluster</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostMortem</name>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of several</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>Namespace %1</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>*A draft, made by Pilothouse on %1 from what was recorded. All times are UTC. Correct it, answer the open questions, and take this line away.*</source>
        <translation>*Ein Entwurf, von Pilothouse am %1 aus dem Aufgezeichneten gemacht. Alle Zeiten sind UTC. Berichtigen Sie ihn, beantworten Sie die offenen Fragen, und entfernen Sie diese Zeile.*</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>Eröffnet von</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>On %1 at %2 something began to hurt, and %3 later the incident is still open.</source>
        <translation>Am %1 um %2 begann eine Störung, und %3 später ist der Vorfall noch offen.</translation>
    </message>
    <message>
        <source>On %1 at %2 something began to hurt; the incident was over %3 later, at %4.</source>
        <translation>Am %1 um %2 begann eine Störung; der Vorfall war %3 später zu Ende, um %4.</translation>
    </message>
    <message>
        <source>It happened in %1.</source>
        <translation>Es geschah hier: %1.</translation>
    </message>
    <message>
        <source>It hurt %1.</source>
        <translation>Getroffen hat es %1.</translation>
    </message>
    <message>
        <source>It hurt %1 (%2).</source>
        <translation>Getroffen hat es %1 (%2).</translation>
    </message>
    <message>
        <source>No alert is known to have fired.</source>
        <translation>Es ist nicht bekannt, dass ein Alarm ausgelöst war.</translation>
    </message>
    <message>
        <source>One alert fired: %1.</source>
        <translation>Ein Alarm war ausgelöst: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts fired: %1.</source>
        <translation>
            <numerusform>Ein Alarm war ausgelöst: %1.</numerusform>
            <numerusform>%n Alarme waren ausgelöst: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them still fires.</source>
        <translation>Einer davon ist noch ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them still fire.</source>
        <translation>
            <numerusform>Einer davon ist noch ausgelöst.</numerusform>
            <numerusform>%n davon sind noch ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them still fired when the incident was ended.</source>
        <translation>Einer davon war noch ausgelöst, als der Vorfall beendet wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them still fired when the incident was ended.</source>
        <translation>
            <numerusform>Einer davon war noch ausgelöst, als der Vorfall beendet wurde.</numerusform>
            <numerusform>%n davon waren noch ausgelöst, als der Vorfall beendet wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>the SLO %1</source>
        <translation>SLO %1</translation>
    </message>
    <message>
        <source>the SLO %1 of %2</source>
        <translation>SLO %1 von %2</translation>
    </message>
    <message>
        <source>How fast %1 burned its error budget is not known.</source>
        <translation>Wie schnell %1 sein Fehlerbudget verbrannte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>At its worst, %1 burned its error budget %2 times as fast as it may</source>
        <translation>In der schlimmsten Zeit verbrannte %1 sein Fehlerbudget %2-mal so schnell wie erlaubt</translation>
    </message>
    <message>
        <source>%1; how much of it was spent is not known.</source>
        <translation>%1; wie viel davon verbraucht wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, which spent about %2 of the whole budget (added up from the burn rate).</source>
        <translation>%1, was etwa %2 des ganzen Budgets verbrauchte (aus der Burn-Rate zusammengezählt).</translation>
    </message>
    <message>
        <source>%1, which spent %2 of the whole budget: %3 of it is left.</source>
        <translation>%1, was %2 des ganzen Budgets verbrauchte: %3 davon sind übrig.</translation>
    </message>
    <message>
        <source>%1 before it began</source>
        <translation>%1 vor dem Beginn</translation>
    </message>
    <message>
        <source>%1 after it was first seen</source>
        <translation>%1 nach dem ersten Anzeichen</translation>
    </message>
    <message>
        <source>just as it began</source>
        <translation>genau zu Beginn</translation>
    </message>
    <message>
        <source>Nothing is known to have changed in the hour before.</source>
        <translation>Es ist nicht bekannt, dass sich in der Stunde davor etwas geändert hat.</translation>
    </message>
    <message>
        <source>The likeliest cause: %1 at %2, %3.</source>
        <translation>Die wahrscheinlichste Ursache: %1 um %2, %3.</translation>
    </message>
    <message>
        <source>The last alert ended at %1.</source>
        <translation>Der letzte Alarm endete um %1.</translation>
    </message>
    <message>
        <source>What hurt</source>
        <translation>Was gestört war</translation>
    </message>
    <message>
        <source>Neither alerts nor SLOs were recorded.</source>
        <translation>Weder Alarme noch SLOs wurden aufgezeichnet.</translation>
    </message>
    <message>
        <source>SLO</source>
        <translation>SLO</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Highest burn rate</source>
        <translation>Höchste Burn-Rate</translation>
    </message>
    <message>
        <source>Budget before</source>
        <translation>Budget vorher</translation>
    </message>
    <message>
        <source>Budget after</source>
        <translation>Budget nachher</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Fired for</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>still firing</source>
        <translation>noch ausgelöst</translation>
    </message>
    <message>
        <source>What changed just before</source>
        <translation>Was sich kurz davor geändert hat</translation>
    </message>
    <message>
        <source>Nothing is known to have changed in the hour before: neither with this console, nor by a rollout, nor by what the cluster&apos;s events tell.</source>
        <translation>Es ist nicht bekannt, dass sich in der Stunde davor etwas geändert hat: weder mit dieser Konsole noch durch einen Rollout noch nach dem, was die Events des Clusters sagen.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Nothing is known to have been done.</source>
        <translation>Es ist nicht bekannt, dass etwas getan wurde.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>None are known that hid any of this.</source>
        <translation>Es sind keine bekannt, die etwas davon verborgen haben.</translation>
    </message>
    <message>
        <source>still in force</source>
        <translation>gilt noch</translation>
    </message>
    <message>
        <source>What it hid</source>
        <translation>Was sie verbarg</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>One entry is left out here; the console shows it.</source>
        <translation>Ein Eintrag ist hier ausgelassen; die Konsole zeigt ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are left out here, most of them usual events of Kubernetes; the console shows them.</source>
        <translation>
            <numerusform>%n Eintrag ist hier ausgelassen; die Konsole zeigt ihn.</numerusform>
            <numerusform>%n Einträge sind hier ausgelassen, die meisten davon übliche Events von Kubernetes; die Konsole zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>What is missing here: %1</source>
        <translation>Was hier fehlt: %1</translation>
    </message>
    <message>
        <source>What caused it? Nothing that this console sees changed just before: traffic, a dependency, the infrastructure?</source>
        <translation>Was war die Ursache? Von dem, was diese Konsole sieht, hat sich kurz davor nichts geändert: Verkehr, eine Abhängigkeit, die Infrastruktur?</translation>
    </message>
    <message>
        <source>Was this the cause: %1? What would have caught it before it went live?</source>
        <translation>War das die Ursache: %1? Was hätte es abgefangen, bevor es produktiv wurde?</translation>
    </message>
    <message>
        <source>The first alert fired %1 after that change. Is that soon enough?</source>
        <translation>Der erste Alarm wurde %1 nach dieser Änderung ausgelöst. Ist das früh genug?</translation>
    </message>
    <message>
        <source>No alert fired. Which one should have?</source>
        <translation>Kein Alarm war ausgelöst. Welcher hätte es sein sollen?</translation>
    </message>
    <message>
        <source>The incident was started %1 after it began. Who noticed it, and who was told when?</source>
        <translation>Der Vorfall wurde %1 nach seinem Beginn eröffnet. Wer hat ihn bemerkt, und wer hat wann davon erfahren?</translation>
    </message>
    <message>
        <source>Is the silence of %1 still needed?</source>
        <translation>Wird die Stummschaltung von %1 noch gebraucht?</translation>
    </message>
    <message>
        <source>Some alerts still fired at the end. Who looks after them?</source>
        <translation>Einige Alarme waren am Ende noch ausgelöst. Wer kümmert sich um sie?</translation>
    </message>
    <message>
        <source>The error budget is spent. Does the policy for that apply now?</source>
        <translation>Das Fehlerbudget ist aufgebraucht. Gilt jetzt die Richtlinie dafür?</translation>
    </message>
    <message>
        <source>What will be changed so that this does not happen again, by whom, and until when?</source>
        <translation>Was wird geändert, damit das nicht wieder geschieht, von wem und bis wann?</translation>
    </message>
    <message>
        <source>since %1, for %2 until the end, by what %3 tells</source>
        <translation>seit %1, %2 lang bis zum Ende, nach dem, was %3 sagt</translation>
    </message>
    <message>
        <source>%1 to %2, %3, by what %4 tells</source>
        <translation>%1 bis %2, %3, nach dem, was %4 sagt</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts fired, all called %1.</source>
        <translation>
            <numerusform>%n Alarm namens %1 feuerte.</numerusform>
            <numerusform>%n Alarme feuerten, die alle %1 heißen.</numerusform>
        </translation>
    </message>
    <message>
        <source>its objective of %1</source>
        <translation>das Ziel von %1</translation>
    </message>
    <message>
        <source>its objective</source>
        <translation>das Ziel</translation>
    </message>
    <message>
        <source>Since %1 and to the end, for %2, %3 did worse than %4 allows.</source>
        <translation>Seit %1 und bis zum Ende, %2 lang, war %3 schlechter, als %4 erlaubt.</translation>
    </message>
    <message>
        <source>From %1 to %2, for %3, %4 did worse than %5 allows.</source>
        <translation>Von %1 bis %2, %3 lang, war %4 schlechter, als %5 erlaubt.</translation>
    </message>
    <message>
        <source>it</source>
        <comment>an SLO</comment>
        <translation>es</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Um %1: %2</translation>
    </message>
    <message>
        <source>At %1, %2: %3</source>
        <translation>Um %1, %2: %3</translation>
    </message>
    <message>
        <source>The objectives were met again %1 later, at %2, and the last alert ended at %3.</source>
        <translation>Die Ziele wurden %1 später wieder erreicht, um %2, und der letzte Alarm endete um %3.</translation>
    </message>
    <message>
        <source>The objectives were met again %1 later, at %2.</source>
        <translation>Die Ziele wurden %1 später wieder erreicht, um %2.</translation>
    </message>
    <message>
        <source>The last alert ended %1 after that, at %2.</source>
        <translation>Der letzte Alarm endete %1 danach, um %2.</translation>
    </message>
    <message>
        <source>%1 ended the incident with the words “%2”.</source>
        <translation>%1 beendete den Vorfall mit den Worten „%2“.</translation>
    </message>
    <message>
        <source>Who made that change? It was not made with this console; the audit log of the cluster knows.</source>
        <translation>Wer hat diese Änderung gemacht? Mit dieser Konsole wurde sie nicht gemacht; das Audit-Log des Clusters weiß es.</translation>
    </message>
    <message>
        <source>Who made that change? Only the program is known, %1; the audit log of the cluster knows more.</source>
        <translation>Wer hat diese Änderung gemacht? Bekannt ist nur das Programm, %1; das Audit-Log des Clusters weiß mehr.</translation>
    </message>
    <message>
        <source>When the incident was ended, %1 still did worse than allowed. Who looks after it?</source>
        <translation>Als der Vorfall beendet wurde, war %1 noch schlechter als erlaubt. Wer kümmert sich darum?</translation>
    </message>
    <message>
        <source>Hurt</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>Worse than that for</source>
        <translation>So lange schlechter</translation>
    </message>
    <message>
        <source>A burn rate of 1 spends the error budget in exactly the period that the objective is about; above 1 the objective will be missed if it goes on.</source>
        <translation>Eine Burn-Rate von 1 verbraucht das Fehlerbudget in genau dem Zeitraum, für den das Ziel gilt; über 1 wird das Ziel verfehlt, wenn es so weitergeht.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Weckruf</translation>
    </message>
    <message>
        <source>%1: %2 (%3).</source>
        <translation>%1: %2 (%3).</translation>
    </message>
    <message>
        <source>One more like it came at the same moment.</source>
        <translation>Im selben Augenblick kam noch ein gleichartiger.</translation>
    </message>
    <message numerus="yes">
        <source>%n more like it came at the same moment.</source>
        <translation>
            <numerusform>Im selben Augenblick kam noch %n gleichartiger.</numerusform>
            <numerusform>Im selben Augenblick kamen noch %n gleichartige.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 wrote: “%3”</source>
        <translation>%1, %2 schrieb: „%3“</translation>
    </message>
    <message numerus="yes">
        <source>%n more like it came at the same moment: %1.</source>
        <translation>
            <numerusform>Im selben Augenblick kam noch %n gleichartiger: %1.</numerusform>
            <numerusform>Im selben Augenblick kamen noch %n gleichartige: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>From here on %1 meets its objective again.</source>
        <translation>Von hier an erreicht %1 das Ziel wieder.</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>a program</comment>
        <translation>mit %1</translation>
    </message>
</context>
<context>
    <name>PostMortemExport</name>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>What happened when (UTC)</source>
        <translation>Was wann geschehen ist (UTC)</translation>
    </message>
    <message>
        <source>Burn rate and error budget (UTC)</source>
        <translation>Burn-Rate und Fehlerbudget (UTC)</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>The reason: %1.</source>
        <translation>Der Grund: %1.</translation>
    </message>
    <message>
        <source>It says: “%1”.</source>
        <translation>Die Antwort lautet: „%1“.</translation>
    </message>
    <message>
        <source>More exactly: “%1”.</source>
        <translation>Genauer: „%1“.</translation>
    </message>
    <message>
        <source>a while</source>
        <translation>eine Weile</translation>
    </message>
    <message>
        <source>It has no context at all.</source>
        <translation>Sie enthält gar keinen Kontext.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Sie enthält: %1.</translation>
    </message>
    <message>
        <source>There is no kubeconfig.</source>
        <translation>Es gibt keine kubeconfig.</translation>
    </message>
    <message>
        <source>There is no kubeconfig %1.</source>
        <translation>Es gibt keine kubeconfig %1.</translation>
    </message>
    <message>
        <source>Looked for it here: %1.</source>
        <translation>Hier wurde gesucht: %1.</translation>
    </message>
    <message>
        <source>Name one with --kubeconfig FILE or in KUBECONFIG, or copy your cluster&apos;s to ~/.kube/config.</source>
        <translation>Mit --kubeconfig DATEI oder in KUBECONFIG eine angeben, oder die des Clusters nach ~/.kube/config kopieren.</translation>
    </message>
    <message>
        <source>The kubeconfig has no context %1.</source>
        <translation>Die kubeconfig hat keinen Kontext %1.</translation>
    </message>
    <message>
        <source>Choose one that exists with --context NAME; kubectl config get-contexts lists them.</source>
        <translation>Mit --context NAME einen vorhandenen wählen; kubectl config get-contexts listet sie auf.</translation>
    </message>
    <message>
        <source>The kubeconfig is not well-formed: %1.</source>
        <translation>Die kubeconfig ist nicht wohlgeformt: %1.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used: %1.</source>
        <translation>Die kubeconfig ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s entry for %1 cannot be used.</source>
        <translation>Der Eintrag der kubeconfig für %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Correct the file, or name another with --kubeconfig FILE.</source>
        <translation>Die Datei berichtigen, oder mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>Correct it with kubectl config, or name another file with --kubeconfig FILE or context with --context NAME.</source>
        <translation>Mit kubectl config berichtigen, oder mit --kubeconfig DATEI eine andere Datei oder mit --context NAME einen anderen Kontext angeben.</translation>
    </message>
    <message>
        <source>%1 does not let you list its namespaces.</source>
        <translation>%1 erlaubt nicht, seine Namespaces aufzulisten.</translation>
    </message>
    <message>
        <source>No context is chosen.</source>
        <translation>Es ist kein Kontext gewählt.</translation>
    </message>
    <message>
        <source>The kubeconfig names no current context.</source>
        <translation>Die kubeconfig nennt keinen aktuellen Kontext.</translation>
    </message>
    <message>
        <source>Choose one with --context NAME, or for good with kubectl config use-context NAME.</source>
        <translation>Mit --context NAME einen wählen, oder dauerhaft mit kubectl config use-context NAME.</translation>
    </message>
    <message>
        <source>The request to %1 was called off.</source>
        <translation>Die Anfrage an %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Ask again if you still want to know.</source>
        <translation>Bei Bedarf erneut fragen.</translation>
    </message>
    <message>
        <source>What the kubeconfig says about %1 cannot be used.</source>
        <translation>Die Angaben der kubeconfig zu %1 sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>This is about %2.</source>
        <translation>Es geht um %2.</translation>
    </message>
    <message>
        <source>Correct the entry with kubectl config, then connect again.</source>
        <translation>Den Eintrag mit kubectl config berichtigen, dann neu verbinden.</translation>
    </message>
    <message>
        <source>%1 is set up in a way that this version does not speak.</source>
        <translation>%1 ist auf eine Weise eingerichtet, die diese Version nicht beherrscht.</translation>
    </message>
    <message>
        <source>Use a token or a client certificate for this context, or choose another with --context NAME.</source>
        <translation>Für diesen Kontext ein Token oder ein Client-Zertifikat verwenden, oder mit --context NAME einen anderen wählen.</translation>
    </message>
    <message>
        <source>The host of %1 is unknown: %2.</source>
        <translation>Der Host von %1 ist unbekannt: %2.</translation>
    </message>
    <message>
        <source>Check the address with kubectl config view, your DNS, and that your VPN is connected.</source>
        <translation>Die Adresse mit kubectl config view prüfen, ebenso das DNS und ob das VPN verbunden ist.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2 refuses the connection.</source>
        <translation>%1 ist nicht erreichbar: %2 lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>Nobody listens there, or the way there is blocked.</source>
        <translation>Dort nimmt niemand Verbindungen an, oder der Weg dorthin ist gesperrt.</translation>
    </message>
    <message>
        <source>Check that its API server runs, and the address with kubectl config view.</source>
        <translation>Prüfen, ob der API-Server läuft; die Adresse mit kubectl config view prüfen.</translation>
    </message>
    <message>
        <source>%1 broke off in the middle of an answer.</source>
        <translation>%1 hat mitten in einer Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to %2 ended before the answer was complete.</source>
        <translation>Die Verbindung zu %2 endete, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the load balancers and proxies on the way.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, die Load Balancer und Proxys auf dem Weg prüfen.</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 does not let us through.</source>
        <translation>Der Proxy auf dem Weg zu %1 lässt uns nicht durch.</translation>
    </message>
    <message>
        <source>Check proxy-url in the kubeconfig, and HTTPS_PROXY and NO_PROXY in the environment.</source>
        <translation>proxy-url in der kubeconfig sowie HTTPS_PROXY und NO_PROXY in der Umgebung prüfen.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Not a byte came from %2 in time: it takes connections and stays silent, or something on the way swallows them.</source>
        <translation>Von %2 kam rechtzeitig kein einziges Byte: Verbindungen werden angenommen und bleiben stumm, oder etwas auf dem Weg verschluckt sie.</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at its API server: kubectl get --raw /readyz.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, den API-Server prüfen: kubectl get --raw /readyz.</translation>
    </message>
    <message>
        <source>The certificate of %2 is not signed by a certificate authority that the kubeconfig names.</source>
        <translation>Das Zertifikat von %2 ist von keiner Zertifizierungsstelle unterschrieben, die die kubeconfig nennt.</translation>
    </message>
    <message>
        <source>Give %1 the right certificate-authority or certificate-authority-data with kubectl config set-cluster.</source>
        <translation>Für %1 mit kubectl config set-cluster die richtige certificate-authority oder certificate-authority-data eintragen.</translation>
    </message>
    <message>
        <source>The certificate of %2 has expired or is not valid yet.</source>
        <translation>Das Zertifikat von %2 ist abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>Have the certificate of %1 renewed, and check the clock of this computer.</source>
        <translation>Das Zertifikat von %1 erneuern lassen und die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %2 is for another name.</source>
        <translation>Das Zertifikat von %2 ist für einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Use the name that the certificate has as the address of %1, or set it as tls-server-name with kubectl config set-cluster.</source>
        <translation>Den Namen aus dem Zertifikat als Adresse von %1 verwenden, oder ihn mit kubectl config set-cluster als tls-server-name eintragen.</translation>
    </message>
    <message>
        <source>Your client certificate for %1 cannot be used.</source>
        <translation>Das Client-Zertifikat für %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check client-certificate and client-key in the kubeconfig: both must be readable, belong together and be valid today.</source>
        <translation>client-certificate und client-key in der kubeconfig prüfen: Beide müssen lesbar sein, zusammengehören und heute gültig sein.</translation>
    </message>
    <message>
        <source>No secure connection to %1 comes about.</source>
        <translation>Mit %1 kommt keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Check that the address in the kubeconfig speaks HTTPS and that no proxy comes between.</source>
        <translation>Prüfen, ob unter der Adresse in der kubeconfig HTTPS gesprochen wird und kein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source>%1 does not understand our request (%3).</source>
        <translation>%1 versteht unsere Anfrage nicht (%3).</translation>
    </message>
    <message>
        <source>Check with kubectl version that %2 is a Kubernetes API server of a version that is still supported.</source>
        <translation>Mit kubectl version prüfen, ob %2 ein Kubernetes-API-Server in einer noch unterstützten Version ist.</translation>
    </message>
    <message>
        <source>%1 refuses your credential.</source>
        <translation>%1 weist die Anmeldedaten zurück.</translation>
    </message>
    <message>
        <source>It does not know you by your token or certificate: it may have expired or been withdrawn (401).</source>
        <translation>Token oder Zertifikat werden dort nicht anerkannt: Sie können abgelaufen oder zurückgezogen sein (401).</translation>
    </message>
    <message>
        <source>Log in again so that the kubeconfig has a valid credential, or choose another context with --context NAME.</source>
        <translation>Neu anmelden, damit die kubeconfig gültige Anmeldedaten enthält, oder mit --context NAME einen anderen Kontext wählen.</translation>
    </message>
    <message>
        <source>%1 does not let you read this.</source>
        <translation>%1 erlaubt nicht, dies zu lesen.</translation>
    </message>
    <message>
        <source>It knows you, but your roles do not allow it (403).</source>
        <translation>Die Anmeldung gilt, aber ihre Rollen erlauben es nicht (403).</translation>
    </message>
    <message>
        <source>Name the namespaces that you may read with --namespace %1=NAME, or ask for a role; kubectl auth can-i --list says what you may do.</source>
        <translation>Mit --namespace %1=NAME die lesbaren Namespaces angeben, oder eine Rolle beantragen; kubectl auth can-i --list sagt, was erlaubt ist.</translation>
    </message>
    <message>
        <source>%1 does not have what every Kubernetes API server has (404).</source>
        <translation>%1 hat nicht, was jeder Kubernetes-API-Server hat (404).</translation>
    </message>
    <message>
        <source>Check the address with kubectl config view, also the path at its end.</source>
        <translation>Die Adresse mit kubectl config view prüfen, auch den Pfad am Ende.</translation>
    </message>
    <message>
        <source>%1 has a newer version than the one we spoke of (409).</source>
        <translation>%1 hat eine neuere Version als die angesprochene (409).</translation>
    </message>
    <message>
        <source>Read it again, then decide again.</source>
        <translation>Neu lesen, dann neu entscheiden.</translation>
    </message>
    <message>
        <source>%1 no longer has the version that we asked from (410).</source>
        <translation>%1 hat die Version nicht mehr, ab der gefragt wurde (410).</translation>
    </message>
    <message>
        <source>Wait a moment: it is read again from the start by itself.</source>
        <translation>Einen Moment warten: Es wird von selbst von vorn gelesen.</translation>
    </message>
    <message>
        <source>%1 asks to be left alone for %4 (429).</source>
        <translation>%1 will %4 lang nicht gefragt werden (429).</translation>
    </message>
    <message>
        <source>Wait: it is asked again by itself after that. If this stays, see who else asks it much: kubectl get flowschemas.</source>
        <translation>Warten: Danach wird von selbst erneut gefragt. Bleibt es dabei, nachsehen, wer dort noch viel fragt: kubectl get flowschemas.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own (%3).</source>
        <translation>%1 hat selbst eine Störung (%3).</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the API server&apos;s log and at etcd.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, das Log des API-Servers und etcd prüfen.</translation>
    </message>
    <message>
        <source>%1 sends what no Kubernetes API server sends.</source>
        <translation>%1 sendet, was kein Kubernetes-API-Server sendet.</translation>
    </message>
    <message>
        <source>The answer of %2 cannot be read.</source>
        <translation>Die Antwort von %2 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Check that the address in the kubeconfig leads to the API server and not to a login page or another service.</source>
        <translation>Prüfen, ob die Adresse in der kubeconfig zum API-Server führt und nicht zu einer Anmeldeseite oder einem anderen Dienst.</translation>
    </message>
    <message>
        <source>%1 sends more than we take in at once.</source>
        <translation>%1 sendet mehr, als auf einmal angenommen wird.</translation>
    </message>
    <message>
        <source>Look at fewer namespaces with --namespace %1=NAME, and see what is so large.</source>
        <translation>Mit --namespace %1=NAME weniger Namespaces betrachten und nachsehen, was so groß ist.</translation>
    </message>
    <message>
        <source>The query to the Prometheus of %1 was called off.</source>
        <translation>Die Abfrage an das Prometheus von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 is set wrongly.</source>
        <translation>Das Prometheus von %1 ist falsch angegeben.</translation>
    </message>
    <message>
        <source>Correct it with --prometheus CLUSTER=URL or in the settings.</source>
        <translation>Mit --prometheus CLUSTER=URL oder in den Einstellungen berichtigen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 is set up in a way that this version does not speak.</source>
        <translation>Das Prometheus von %1 ist auf eine Weise eingerichtet, die diese Version nicht beherrscht.</translation>
    </message>
    <message>
        <source>Name an address that it speaks with --prometheus CLUSTER=URL.</source>
        <translation>Mit --prometheus CLUSTER=URL eine Adresse angeben, die sie beherrscht.</translation>
    </message>
    <message>
        <source>The host of %1&apos;s Prometheus is unknown: %2.</source>
        <translation>Der Host des Prometheus von %1 ist unbekannt: %2.</translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL, your DNS, and that your VPN is connected.</source>
        <translation>Die mit --prometheus CLUSTER=URL angegebene Adresse prüfen, ebenso das DNS und ob das VPN verbunden ist.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 cannot be reached: %2 refuses the connection.</source>
        <translation>Das Prometheus von %1 ist nicht erreichbar: %2 lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>Check that it runs, and the address given with --prometheus CLUSTER=URL.</source>
        <translation>Prüfen, ob es läuft; die mit --prometheus CLUSTER=URL angegebene Adresse prüfen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 broke off in the middle of an answer.</source>
        <translation>Das Prometheus von %1 hat mitten in einer Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at the proxies on the way.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, die Proxys auf dem Weg prüfen.</translation>
    </message>
    <message>
        <source>The proxy on the way to the Prometheus of %1 does not let us through.</source>
        <translation>Der Proxy auf dem Weg zum Prometheus von %1 lässt uns nicht durch.</translation>
    </message>
    <message>
        <source>Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment.</source>
        <translation>HTTP_PROXY, HTTPS_PROXY und NO_PROXY in der Umgebung prüfen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not answer.</source>
        <translation>Das Prometheus von %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, check its load, or name another with --prometheus CLUSTER=URL.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, seine Last prüfen, oder mit --prometheus CLUSTER=URL ein anderes angeben.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, is not signed by a certificate authority that this computer trusts.</source>
        <translation>Das Zertifikat des Prometheus von %1, %2, ist von keiner Zertifizierungsstelle unterschrieben, der dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Have this computer trust its certificate authority, or name another address with --prometheus CLUSTER=URL.</source>
        <translation>Diesen Rechner der Zertifizierungsstelle vertrauen lassen, oder mit --prometheus CLUSTER=URL eine andere Adresse angeben.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, has expired or is not valid yet.</source>
        <translation>Das Zertifikat des Prometheus von %1, %2, ist abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>Have it renewed, and check the clock of this computer.</source>
        <translation>Es erneuern lassen und die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Prometheus, %2, is for another name.</source>
        <translation>Das Zertifikat des Prometheus von %1, %2, ist für einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Use the name that the certificate has in --prometheus CLUSTER=URL.</source>
        <translation>In --prometheus CLUSTER=URL den Namen aus dem Zertifikat verwenden.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 asks for a client certificate that we do not have.</source>
        <translation>Das Prometheus von %1 verlangt ein Client-Zertifikat, das nicht vorliegt.</translation>
    </message>
    <message>
        <source>Name an address that asks for none with --prometheus CLUSTER=URL.</source>
        <translation>Mit --prometheus CLUSTER=URL eine Adresse angeben, die keines verlangt.</translation>
    </message>
    <message>
        <source>No secure connection to the Prometheus of %1 comes about.</source>
        <translation>Mit dem Prometheus von %1 kommt keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Check whether its address in --prometheus CLUSTER=URL is https or http.</source>
        <translation>Prüfen, ob seine Adresse in --prometheus CLUSTER=URL mit https oder http beginnen muss.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not understand our query (%3).</source>
        <translation>Das Prometheus von %1 versteht unsere Abfrage nicht (%3).</translation>
    </message>
    <message>
        <source>Check that the address given with --prometheus CLUSTER=URL is that of a Prometheus, and its version.</source>
        <translation>Prüfen, ob die mit --prometheus CLUSTER=URL angegebene Adresse die eines Prometheus ist und welche Version es hat.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 wants to know who you are (401).</source>
        <translation>Das Prometheus von %1 verlangt eine Anmeldung (401).</translation>
    </message>
    <message>
        <source>Name an address that needs no login with --prometheus CLUSTER=URL.</source>
        <translation>Mit --prometheus CLUSTER=URL eine Adresse angeben, die keine Anmeldung braucht.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not let you query it (403).</source>
        <translation>Das Prometheus von %1 erlaubt die Abfrage nicht (403).</translation>
    </message>
    <message>
        <source>Ask whoever runs it for access, or name another with --prometheus CLUSTER=URL.</source>
        <translation>Beim Betreiber Zugang erbitten, oder mit --prometheus CLUSTER=URL ein anderes angeben.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 does not have what every Prometheus has (404).</source>
        <translation>Das Prometheus von %1 hat nicht, was jedes Prometheus hat (404).</translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL, also the path at its end.</source>
        <translation>Die mit --prometheus CLUSTER=URL angegebene Adresse prüfen, auch den Pfad am Ende.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 reports a conflict (409).</source>
        <translation>Das Prometheus von %1 meldet einen Konflikt (409).</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, look at its log.</source>
        <translation>Es wird von selbst erneut gefragt. Bleibt es dabei, sein Log prüfen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 no longer has what we asked for (410).</source>
        <translation>Das Prometheus von %1 hat das Gefragte nicht mehr (410).</translation>
    </message>
    <message>
        <source>Check the address given with --prometheus CLUSTER=URL.</source>
        <translation>Die mit --prometheus CLUSTER=URL angegebene Adresse prüfen.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 asks to be left alone for %4 (429).</source>
        <translation>Das Prometheus von %1 will %4 lang nicht gefragt werden (429).</translation>
    </message>
    <message>
        <source>Wait: it is asked again by itself after that.</source>
        <translation>Warten: Danach wird von selbst erneut gefragt.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 has a fault of its own (%3).</source>
        <translation>Das Prometheus von %1 hat selbst eine Störung (%3).</translation>
    </message>
    <message>
        <source>The Prometheus of %1 sends what no Prometheus sends.</source>
        <translation>Das Prometheus von %1 sendet, was kein Prometheus sendet.</translation>
    </message>
    <message>
        <source>Check that the address given with --prometheus CLUSTER=URL leads to a Prometheus and not to a login page.</source>
        <translation>Prüfen, ob die mit --prometheus CLUSTER=URL angegebene Adresse zu einem Prometheus führt und nicht zu einer Anmeldeseite.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 sends more than we take in at once.</source>
        <translation>Das Prometheus von %1 sendet mehr, als auf einmal angenommen wird.</translation>
    </message>
    <message>
        <source>Name one that scrapes this cluster alone with --prometheus CLUSTER=URL.</source>
        <translation>Mit --prometheus CLUSTER=URL eines angeben, das nur diesen Cluster abfragt.</translation>
    </message>
    <message>
        <source>Reading the kubeconfig was called off.</source>
        <translation>Das Lesen der kubeconfig wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Read it again if you still want to know.</source>
        <translation>Bei Bedarf erneut lesen.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used.</source>
        <translation>Die kubeconfig ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Correct it with kubectl config, or name another with --kubeconfig FILE.</source>
        <translation>Mit kubectl config berichtigen, oder mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig asks for something that this version does not speak.</source>
        <translation>Die kubeconfig verlangt etwas, das diese Version nicht beherrscht.</translation>
    </message>
    <message>
        <source>This is about %1.</source>
        <translation>Es geht um %1.</translation>
    </message>
    <message>
        <source>Choose another context with --context NAME, or another file with --kubeconfig FILE.</source>
        <translation>Mit --context NAME einen anderen Kontext oder mit --kubeconfig DATEI eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The kubeconfig names a host that is unknown: %2.</source>
        <translation>Die kubeconfig nennt einen unbekannten Host: %2.</translation>
    </message>
    <message>
        <source>Check the address with kubectl config view.</source>
        <translation>Die Adresse mit kubectl config view prüfen.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be fetched: %2 refuses the connection.</source>
        <translation>Die kubeconfig kann nicht geholt werden: %2 lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>Name a file on this computer with --kubeconfig FILE.</source>
        <translation>Mit --kubeconfig DATEI eine Datei auf diesem Rechner angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig broke off in the middle.</source>
        <translation>Die kubeconfig bricht mittendrin ab.</translation>
    </message>
    <message>
        <source>Check that %2 is complete, or name another with --kubeconfig FILE.</source>
        <translation>Prüfen, ob %2 vollständig ist, oder mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig names a proxy that cannot be used.</source>
        <translation>Die kubeconfig nennt einen Proxy, der nicht verwendbar ist.</translation>
    </message>
    <message>
        <source>Correct proxy-url with kubectl config.</source>
        <translation>proxy-url mit kubectl config berichtigen.</translation>
    </message>
    <message>
        <source>Reading the kubeconfig takes too long.</source>
        <translation>Das Lesen der kubeconfig dauert zu lange.</translation>
    </message>
    <message>
        <source>Copy it to a disk of this computer and name it with --kubeconfig FILE.</source>
        <translation>Sie auf ein Laufwerk dieses Rechners kopieren und mit --kubeconfig DATEI angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig names a certificate authority that cannot be trusted.</source>
        <translation>Die kubeconfig nennt eine Zertifizierungsstelle, der nicht vertraut werden kann.</translation>
    </message>
    <message>
        <source>Correct certificate-authority with kubectl config set-cluster.</source>
        <translation>certificate-authority mit kubectl config set-cluster berichtigen.</translation>
    </message>
    <message>
        <source>The kubeconfig holds a certificate that has expired.</source>
        <translation>Die kubeconfig enthält ein abgelaufenes Zertifikat.</translation>
    </message>
    <message>
        <source>Fetch a new kubeconfig, and check the clock of this computer.</source>
        <translation>Eine neue kubeconfig holen und die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s tls-server-name fits no certificate.</source>
        <translation>tls-server-name in der kubeconfig passt zu keinem Zertifikat.</translation>
    </message>
    <message>
        <source>Correct tls-server-name with kubectl config set-cluster.</source>
        <translation>tls-server-name mit kubectl config set-cluster berichtigen.</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s client certificate cannot be used.</source>
        <translation>Das Client-Zertifikat der kubeconfig ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Correct client-certificate and client-key with kubectl config set-credentials.</source>
        <translation>client-certificate und client-key mit kubectl config set-credentials berichtigen.</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s certificates cannot be used.</source>
        <translation>Die Zertifikate der kubeconfig sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Correct them with kubectl config set-cluster and set-credentials.</source>
        <translation>Sie mit kubectl config set-cluster und set-credentials berichtigen.</translation>
    </message>
    <message>
        <source>The kubeconfig asks for what cannot be.</source>
        <translation>Die kubeconfig verlangt Unmögliches.</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s credential is refused.</source>
        <translation>Die Anmeldedaten der kubeconfig werden zurückgewiesen.</translation>
    </message>
    <message>
        <source>Log in again, or choose another context with --context NAME.</source>
        <translation>Neu anmelden, oder mit --context NAME einen anderen Kontext wählen.</translation>
    </message>
    <message>
        <source>You may not read the kubeconfig.</source>
        <translation>Die kubeconfig darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Make the file readable for you, or name another with --kubeconfig FILE.</source>
        <translation>Die Datei für das eigene Konto lesbar machen, oder mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig does not have %1.</source>
        <translation>Die kubeconfig enthält %1 nicht.</translation>
    </message>
    <message>
        <source>Look at kubectl config get-contexts, and choose with --context NAME.</source>
        <translation>Mit kubectl config get-contexts nachsehen und mit --context NAME wählen.</translation>
    </message>
    <message>
        <source>The kubeconfig contradicts itself.</source>
        <translation>Die kubeconfig widerspricht sich.</translation>
    </message>
    <message>
        <source>The kubeconfig is no longer there.</source>
        <translation>Die kubeconfig ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Name another with --kubeconfig FILE.</source>
        <translation>Mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig may not be read for %4.</source>
        <translation>Die kubeconfig darf %4 lang nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Wait, then start again.</source>
        <translation>Warten, dann neu starten.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be read for a fault of this computer.</source>
        <translation>Die kubeconfig ist wegen einer Störung dieses Rechners nicht lesbar.</translation>
    </message>
    <message>
        <source>Check the disk, or name another with --kubeconfig FILE.</source>
        <translation>Das Laufwerk prüfen, oder mit --kubeconfig DATEI eine andere angeben.</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be understood.</source>
        <translation>Die kubeconfig ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The kubeconfig is too large.</source>
        <translation>Die kubeconfig ist zu groß.</translation>
    </message>
    <message>
        <source>Name a smaller file with --kubeconfig FILE.</source>
        <translation>Mit --kubeconfig DATEI eine kleinere Datei angeben.</translation>
    </message>
    <message>
        <source>You are not logged in to %1.</source>
        <translation>Keine Anmeldung bei %1.</translation>
    </message>
    <message>
        <source>The context has no credential, so you are anybody to it.</source>
        <translation>Der Kontext hat keine Anmeldedaten, für den Cluster ist das also irgendjemand.</translation>
    </message>
    <message>
        <source>Give the context a user that exists and has a token or a certificate: kubectl config set-credentials and set-context --user.</source>
        <translation>Dem Kontext einen Benutzer geben, den es gibt und der ein Token oder ein Zertifikat hat: kubectl config set-credentials und set-context --user.</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>Durchsucht: %1</translation>
    </message>
    <message>
        <source>It ended with status %1.</source>
        <translation>Beendet mit Status %1.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Keys with a passphrase cannot be used here: write one without it, with openssl pkey -in KEY -out NEWKEY, and name that in client-key; or use an exec plugin that asks for the passphrase.</source>
        <translation>Schlüssel mit Passphrase sind hier nicht verwendbar: Mit openssl pkey -in SCHLÜSSEL -out NEUERSCHLÜSSEL einen ohne schreiben und in client-key angeben, oder ein exec-Plugin verwenden, das nach der Passphrase fragt.</translation>
    </message>
    <message>
        <source>Put the certificate and the key that were issued together into client-certificate and client-key.</source>
        <translation>In client-certificate und client-key das Zertifikat und den Schlüssel eintragen, die zusammen ausgestellt wurden.</translation>
    </message>
    <message>
        <source>Put an RSA or EC key in PEM form into client-key, as kubectl takes it.</source>
        <translation>In client-key einen RSA- oder EC-Schlüssel im PEM-Format eintragen, wie ihn kubectl annimmt.</translation>
    </message>
    <message>
        <source>Have a new certificate issued and put it into the kubeconfig, and check the clock of this computer.</source>
        <translation>Ein neues Zertifikat ausstellen lassen und in die kubeconfig eintragen; die Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>Run the command in a terminal to log in, then set interactiveMode: IfAvailable for this plugin in the kubeconfig if it can do without a terminal afterwards.</source>
        <translation>Den Befehl zum Anmelden in einem Terminal ausführen; danach in der kubeconfig für dieses Plugin interactiveMode: IfAvailable setzen, wenn es dann ohne Terminal auskommt.</translation>
    </message>
    <message>
        <source>Providers like this one have become exec plugins: replace auth-provider by exec in the kubeconfig.</source>
        <translation>Solche Provider sind zu exec-Plugins geworden: In der kubeconfig auth-provider durch exec ersetzen.</translation>
    </message>
    <message>
        <source>Install %1, which took the place of this provider, and write it into the kubeconfig as an exec plugin.</source>
        <translation>%1 installieren, das diesen Provider ersetzt hat, und in der kubeconfig als exec-Plugin eintragen.</translation>
    </message>
    <message>
        <source>%1 waits for you to log in.</source>
        <translation>%1 wartet auf Ihre Anmeldung.</translation>
    </message>
    <message>
        <source>Log in from the connections panel, or run any kubectl command with this context once.</source>
        <translation>In der Tafel „Verbindungen“ anmelden, oder mit diesem Kontext einmal einen beliebigen kubectl-Befehl ausführen.</translation>
    </message>
    <message>
        <source>The login to %1 was refused.</source>
        <translation>Die Anmeldung bei %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Log in again from the connections panel. If it is refused again, ask whoever manages your accounts.</source>
        <translation>In der Tafel „Verbindungen“ neu anmelden. Wird das wieder abgelehnt, bei der zuständigen Kontenverwaltung nachfragen.</translation>
    </message>
    <message>
        <source>The credential plugin that %1 needs is not on this computer: %2.</source>
        <translation>Das Credential-Plugin, das %1 braucht, gibt es auf diesem Rechner nicht: %2.</translation>
    </message>
    <message>
        <source>Install it, or write its full path into the kubeconfig.</source>
        <translation>Es installieren, oder seinen vollständigen Pfad in die kubeconfig eintragen.</translation>
    </message>
    <message>
        <source>The credential plugin of %1 did not give a credential: %2.</source>
        <translation>Das Credential-Plugin von %1 hat keine Anmeldedaten geliefert: %2.</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it wants, then log in again from the connections panel.</source>
        <translation>Es in einem Terminal ausführen, um zu sehen, was es verlangt; dann in der Tafel „Verbindungen“ neu anmelden.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 waits for you to log in.</source>
        <translation>Das Prometheus von %1 wartet auf Ihre Anmeldung.</translation>
    </message>
    <message>
        <source>Log in from the connections panel.</source>
        <translation>In der Tafel „Verbindungen“ anmelden.</translation>
    </message>
    <message>
        <source>The login to the Prometheus of %1 was refused.</source>
        <translation>Die Anmeldung beim Prometheus von %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The credential plugin for the Prometheus of %1 is not on this computer: %2.</source>
        <translation>Das Credential-Plugin für das Prometheus von %1 gibt es auf diesem Rechner nicht: %2.</translation>
    </message>
    <message>
        <source>Install it, or write its full path into the settings.</source>
        <translation>Es installieren, oder seinen vollständigen Pfad in die Einstellungen eintragen.</translation>
    </message>
    <message>
        <source>The credential plugin for the Prometheus of %1 did not give a credential: %2.</source>
        <translation>Das Credential-Plugin für das Prometheus von %1 hat keine Anmeldedaten geliefert: %2.</translation>
    </message>
    <message>
        <source>The kubeconfig waits for a login.</source>
        <translation>Die kubeconfig wartet auf eine Anmeldung.</translation>
    </message>
    <message>
        <source>Log in with kubectl, then connect again.</source>
        <translation>Mit kubectl anmelden, dann neu verbinden.</translation>
    </message>
    <message>
        <source>A login that the kubeconfig asks for was refused.</source>
        <translation>Eine Anmeldung, die die kubeconfig verlangt, wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Log in again, or name another kubeconfig with --kubeconfig FILE.</source>
        <translation>Neu anmelden, oder mit --kubeconfig DATEI eine andere kubeconfig angeben.</translation>
    </message>
    <message>
        <source>A credential plugin that the kubeconfig names is not on this computer: %2.</source>
        <translation>Ein Credential-Plugin, das die kubeconfig nennt, gibt es auf diesem Rechner nicht: %2.</translation>
    </message>
    <message>
        <source>A credential plugin that the kubeconfig names did not give a credential: %2.</source>
        <translation>Ein Credential-Plugin, das die kubeconfig nennt, hat keine Anmeldedaten geliefert: %2.</translation>
    </message>
    <message>
        <source>Run it in a terminal to see what it wants.</source>
        <translation>Es in einem Terminal ausführen, um zu sehen, was es verlangt.</translation>
    </message>
    <message>
        <source>The question to the Alertmanager of %1 was called off.</source>
        <translation>Die Anfrage an den Alertmanager von %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 is set wrongly.</source>
        <translation>Der Alertmanager von %1 ist falsch angegeben.</translation>
    </message>
    <message>
        <source>Correct it with --alertmanager CLUSTER=URL or in the settings.</source>
        <translation>Berichtigen Sie ihn mit --alertmanager CLUSTER=URL oder in den Einstellungen.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 is set up in a way that this version does not speak.</source>
        <translation>Der Alertmanager von %1 ist auf eine Weise eingerichtet, die diese Version nicht beherrscht.</translation>
    </message>
    <message>
        <source>Name an address that it speaks with --alertmanager CLUSTER=URL.</source>
        <translation>Geben Sie mit --alertmanager CLUSTER=URL eine Adresse an, die sie beherrscht.</translation>
    </message>
    <message>
        <source>The host of %1&apos;s Alertmanager is unknown: %2.</source>
        <translation>Der Host des Alertmanagers von %1 ist unbekannt: %2.</translation>
    </message>
    <message>
        <source>Check the address given with --alertmanager CLUSTER=URL, your DNS, and that your VPN is connected.</source>
        <translation>Prüfen Sie die mit --alertmanager CLUSTER=URL angegebene Adresse, Ihr DNS und ob Ihr VPN verbunden ist.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 cannot be reached: %2 refuses the connection.</source>
        <translation>Der Alertmanager von %1 ist nicht erreichbar: %2 lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>Check that it runs, and the address given with --alertmanager CLUSTER=URL.</source>
        <translation>Prüfen Sie, ob er läuft, und die mit --alertmanager CLUSTER=URL angegebene Adresse.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 broke off in the middle of an answer.</source>
        <translation>Der Alertmanager von %1 hat mitten in einer Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>The proxy on the way to the Alertmanager of %1 does not let us through.</source>
        <translation>Der Proxy auf dem Weg zum Alertmanager von %1 lässt uns nicht durch.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 does not answer.</source>
        <translation>Der Alertmanager von %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>It is asked again by itself. If this stays, check its load, or name another with --alertmanager CLUSTER=URL.</source>
        <translation>Er wird von selbst erneut gefragt. Bleibt es dabei, prüfen Sie seine Last, oder geben Sie mit --alertmanager CLUSTER=URL einen anderen an.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Alertmanager, %2, is not signed by a certificate authority that this computer trusts.</source>
        <translation>Das Zertifikat des Alertmanagers von %1, %2, ist von keiner Zertifizierungsstelle unterschrieben, der dieser Rechner vertraut.</translation>
    </message>
    <message>
        <source>Have this computer trust its certificate authority, or name another address with --alertmanager CLUSTER=URL.</source>
        <translation>Lassen Sie diesen Rechner der Zertifizierungsstelle vertrauen, oder geben Sie mit --alertmanager CLUSTER=URL eine andere Adresse an.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Alertmanager, %2, has expired or is not valid yet.</source>
        <translation>Das Zertifikat des Alertmanagers von %1, %2, ist abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>The certificate of %1&apos;s Alertmanager, %2, is for another name.</source>
        <translation>Das Zertifikat des Alertmanagers von %1, %2, ist für einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Use the name that the certificate has in --alertmanager CLUSTER=URL.</source>
        <translation>Verwenden Sie in --alertmanager CLUSTER=URL den Namen aus dem Zertifikat.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 asks for a client certificate that we do not have.</source>
        <translation>Der Alertmanager von %1 verlangt ein Client-Zertifikat, das nicht vorliegt.</translation>
    </message>
    <message>
        <source>Name an address that asks for none with --alertmanager CLUSTER=URL.</source>
        <translation>Geben Sie mit --alertmanager CLUSTER=URL eine Adresse an, die keines verlangt.</translation>
    </message>
    <message>
        <source>No secure connection to the Alertmanager of %1 comes about.</source>
        <translation>Mit dem Alertmanager von %1 kommt keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Check whether its address in --alertmanager CLUSTER=URL is https or http.</source>
        <translation>Prüfen Sie, ob seine Adresse in --alertmanager CLUSTER=URL mit https oder http beginnen muss.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 does not understand our question (%3).</source>
        <translation>Der Alertmanager von %1 versteht unsere Anfrage nicht (%3).</translation>
    </message>
    <message>
        <source>Check that the address given with --alertmanager CLUSTER=URL is that of an Alertmanager, and its version.</source>
        <translation>Prüfen Sie, ob die mit --alertmanager CLUSTER=URL angegebene Adresse die eines Alertmanagers ist und welche Version er hat.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 wants to know who you are (401).</source>
        <translation>Der Alertmanager von %1 verlangt eine Anmeldung (401).</translation>
    </message>
    <message>
        <source>Name an address that needs no login with --alertmanager CLUSTER=URL.</source>
        <translation>Geben Sie mit --alertmanager CLUSTER=URL eine Adresse an, die keine Anmeldung braucht.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 does not let you ask it (403).</source>
        <translation>Der Alertmanager von %1 erlaubt die Anfrage nicht (403).</translation>
    </message>
    <message>
        <source>Ask whoever runs it for access, or name another with --alertmanager CLUSTER=URL.</source>
        <translation>Bitten Sie den Betreiber um Zugang, oder geben Sie mit --alertmanager CLUSTER=URL einen anderen an.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 does not have what every Alertmanager has (404).</source>
        <translation>Der Alertmanager von %1 hat nicht, was jeder Alertmanager hat (404).</translation>
    </message>
    <message>
        <source>Check the address given with --alertmanager CLUSTER=URL, also the path at its end.</source>
        <translation>Prüfen Sie die mit --alertmanager CLUSTER=URL angegebene Adresse, auch den Pfad am Ende.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 reports a conflict (409).</source>
        <translation>Der Alertmanager von %1 meldet einen Konflikt (409).</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 no longer has what we asked for (410).</source>
        <translation>Der Alertmanager von %1 hat das Gefragte nicht mehr (410).</translation>
    </message>
    <message>
        <source>Check the address given with --alertmanager CLUSTER=URL.</source>
        <translation>Prüfen Sie die mit --alertmanager CLUSTER=URL angegebene Adresse.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 asks to be left alone for %4 (429).</source>
        <translation>Der Alertmanager von %1 will %4 lang nicht gefragt werden (429).</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 has a fault of its own (%3).</source>
        <translation>Der Alertmanager von %1 hat selbst eine Störung (%3).</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 sends what no Alertmanager sends.</source>
        <translation>Der Alertmanager von %1 sendet, was kein Alertmanager sendet.</translation>
    </message>
    <message>
        <source>Check that the address given with --alertmanager CLUSTER=URL leads to an Alertmanager and not to a login page.</source>
        <translation>Prüfen Sie, ob die mit --alertmanager CLUSTER=URL angegebene Adresse zu einem Alertmanager führt und nicht zu einer Anmeldeseite.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 sends more than we take in at once.</source>
        <translation>Der Alertmanager von %1 sendet mehr, als auf einmal angenommen wird.</translation>
    </message>
    <message>
        <source>Name one that gets alerts of this cluster alone with --alertmanager CLUSTER=URL.</source>
        <translation>Geben Sie mit --alertmanager CLUSTER=URL einen an, der nur Alarme dieses Clusters bekommt.</translation>
    </message>
    <message>
        <source>The Alertmanager of %1 waits for you to log in.</source>
        <translation>Der Alertmanager von %1 wartet auf Ihre Anmeldung.</translation>
    </message>
    <message>
        <source>The login to the Alertmanager of %1 was refused.</source>
        <translation>Die Anmeldung beim Alertmanager von %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The credential plugin for the Alertmanager of %1 is not on this computer: %2.</source>
        <translation>Das Credential-Plugin für den Alertmanager von %1 gibt es auf diesem Rechner nicht: %2.</translation>
    </message>
    <message>
        <source>The credential plugin for the Alertmanager of %1 did not give a credential: %2.</source>
        <translation>Das Credential-Plugin für den Alertmanager von %1 hat keine Anmeldedaten geliefert: %2.</translation>
    </message>
</context>
<context>
    <name>QuantityEdit</name>
    <message>
        <source>Up and Down go one step, with Shift ten; Page Up doubles, Page Down halves.</source>
        <translation>Pfeil auf und Pfeil ab gehen einen Schritt, mit Umschalt zehn; Bild auf verdoppelt, Bild ab halbiert.</translation>
    </message>
</context>
<context>
    <name>QuantityText</name>
    <message>
        <source>No amount is given. Type one, such as 2, 500m or 4Gi.</source>
        <translation>Es ist keine Menge angegeben. Geben Sie eine ein, etwa 2, 500m oder 4Gi.</translation>
    </message>
    <message>
        <source>“%1” is more than Kubernetes can count. Type a smaller amount.</source>
        <translation>„%1“ ist mehr, als Kubernetes zählen kann. Geben Sie eine kleinere Menge ein.</translation>
    </message>
    <message>
        <source>“%1” is no amount. Type a number with or without a suffix, such as 2, 500m, 1.5 or 4Gi.</source>
        <translation>„%1“ ist keine Menge. Geben Sie eine Zahl mit oder ohne Suffix ein, etwa 2, 500m, 1.5 oder 4Gi.</translation>
    </message>
    <message>
        <source>“%1” is below zero. Type zero or more.</source>
        <translation>„%1“ ist kleiner als null. Geben Sie null oder mehr ein.</translation>
    </message>
    <message>
        <source>“%1” is no whole number, and this quota counts objects. Type a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl, und diese Quota zählt Objekte. Geben Sie eine ganze Zahl ein.</translation>
    </message>
</context>
<context>
    <name>QuietLine</name>
    <message>
        <source>Last message and freshness</source>
        <translation>Letzte Meldung und Aktualität</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Interrupted changes</source>
        <translation>Unterbrochene Änderungen</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>1 change was interrupted: look at it…</source>
        <translation>1 Änderung wurde unterbrochen: ansehen…</translation>
    </message>
    <message>
        <source>%1 changes were interrupted: look at them…</source>
        <translation>%1 Änderungen wurden unterbrochen: ansehen…</translation>
    </message>
</context>
<context>
    <name>QuotaBoardModel</name>
    <message>
        <source>%1, rising by %2 a day</source>
        <translation>%1, steigt um %2 pro Tag</translation>
    </message>
    <message>
        <source>%1, falling by %2 a day</source>
        <translation>%1, sinkt um %2 pro Tag</translation>
    </message>
    <message>
        <source>%1, level</source>
        <translation>%1, gleichbleibend</translation>
    </message>
    <message>
        <source>As far as the forecast goes, no limit is reached.</source>
        <translation>So weit die Prognose reicht, wird kein Limit erreicht.</translation>
    </message>
    <message>
        <source>%1 reaches its limit: %2</source>
        <translation>%1 erreicht das Limit: %2</translation>
    </message>
    <message>
        <source>There is not enough history of this tenant&apos;s quotas for a forecast.</source>
        <translation>Der Verlauf der Quotas dieses Mandanten reicht für eine Prognose nicht aus.</translation>
    </message>
    <message>
        <source>Some namespaces of this tenant have no quota for it: the limit is not the whole truth.</source>
        <translation>Einige Namespaces dieses Mandanten haben dafür keine Quota: Das Limit ist nicht die ganze Wahrheit.</translation>
    </message>
    <message>
        <source>Some tenants have no quota for it: the limit is not the whole truth.</source>
        <translation>Einige Mandanten haben dafür keine Quota: Das Limit ist nicht die ganze Wahrheit.</translation>
    </message>
</context>
<context>
    <name>QuotaDraft</name>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is less than is used. Type “%1” to set it all the same.</source>
        <translation>Das ist weniger, als verbraucht ist. Geben Sie „%1“ ein, um es trotzdem zu setzen.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n limits of %1</source>
        <translation>
            <numerusform>%n Limit von %1 ändern</numerusform>
            <numerusform>%n Limits von %1 ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the limit of %1 away from %2</source>
        <translation>Das Limit für %1 bei %2 entfernen</translation>
    </message>
    <message>
        <source>Limit %1 of %2 to %3</source>
        <translation>%1 bei %2 auf %3 begrenzen</translation>
    </message>
    <message>
        <source>Lower %1 of %2 from %3 to %4</source>
        <translation>%1 bei %2 von %3 auf %4 senken</translation>
    </message>
    <message>
        <source>Raise %1 of %2 from %3 to %4</source>
        <translation>%1 bei %2 von %3 auf %4 erhöhen</translation>
    </message>
    <message>
        <source>Nothing can be changed here.</source>
        <translation>Hier lässt sich nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <source>The same or similar holds %n more times.</source>
        <translation>
            <numerusform>Dasselbe oder Ähnliches gilt noch %n weiteres Mal.</numerusform>
            <numerusform>Dasselbe oder Ähnliches gilt noch %n weitere Male.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no longer among the quotas. Take back what you typed to go on.</source>
        <translation>%1 ist nicht mehr unter den Quotas. Nehmen Sie Ihre Eingaben zurück, um fortzufahren.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 in %2, %3</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>“%1” is no amount to add. Type one such as 500m, 1Gi or -2.</source>
        <translation>„%1“ ist keine Menge, die sich addieren lässt. Geben Sie eine ein, etwa 500m, 1Gi oder -2.</translation>
    </message>
    <message>
        <source>“%1” is no number to multiply by. Type one such as 1.5.</source>
        <translation>„%1“ ist keine Zahl zum Multiplizieren. Geben Sie eine ein, etwa 1.5.</translation>
    </message>
    <message>
        <source>With %1, the limit of %2 would be below zero or too large. Type another amount.</source>
        <translation>Mit %1 wäre das Limit von %2 kleiner als null oder zu groß. Geben Sie eine andere Menge ein.</translation>
    </message>
    <message>
        <source>Times %1, the limit of %2 would be too large. Type a number from 0 to 1000 with three decimals at most.</source>
        <translation>Mal %1 wäre das Limit von %2 zu groß. Geben Sie eine Zahl von 0 bis 1000 mit höchstens drei Nachkommastellen ein.</translation>
    </message>
    <message>
        <source>Somebody has taken the limit away since you began; it was %1.</source>
        <translation>Jemand hat das Limit entfernt, seit Sie begonnen haben; es war %1.</translation>
    </message>
    <message>
        <source>Somebody has set it to %1 since you began.</source>
        <translation>Jemand hat es auf %1 gesetzt, seit Sie begonnen haben.</translation>
    </message>
</context>
<context>
    <name>QuotaEdit</name>
    <message>
        <source>“%1” is no amount of %2. Write one as Kubernetes does: 2, 500m, 1.5, 4Gi or 1e3.</source>
        <translation>„%1“ ist keine Menge für %2. Schreiben Sie eine, wie Kubernetes es tut: 2, 500m, 1.5, 4Gi oder 1e3.</translation>
    </message>
    <message>
        <source>A quota cannot be below zero. Write an amount of %1 from 0 on.</source>
        <translation>Eine Quota kann nicht kleiner als null sein. Schreiben Sie für %1 eine Menge ab 0.</translation>
    </message>
    <message>
        <source>%1 has %2 in several quotas: %3. Say which one is meant.</source>
        <translation>%1 hat %2 in mehreren Quotas: %3. Sagen Sie, welche gemeint ist.</translation>
    </message>
    <message>
        <source>%1 has no such quota in %2. Look at the tenant&apos;s quotas.</source>
        <translation>%1 hat in %2 keine solche Quota. Sehen Sie sich die Quotas des Mandanten an.</translation>
    </message>
    <message>
        <source>%1 has no limit of %2 that could be taken away.</source>
        <translation>%1 hat kein Limit für %2, das sich entfernen ließe.</translation>
    </message>
    <message>
        <source>No quota of %1 has %2 yet. Say which one is to get it: %3.</source>
        <translation>Keine Quota von %1 hat bisher %2. Sagen Sie, welche es bekommen soll: %3.</translation>
    </message>
    <message>
        <source>The tenant does not exist any more. Look at the list of tenants.</source>
        <translation>Den Mandanten gibt es nicht mehr. Sehen Sie in der Liste der Mandanten nach.</translation>
    </message>
    <message>
        <source>One change goes to one cluster. Change %1 by itself.</source>
        <translation>Eine Änderung geht an einen Cluster. Ändern Sie %1 für sich.</translation>
    </message>
    <message>
        <source>Nothing is to be changed.</source>
        <translation>Es soll nichts geändert werden.</translation>
    </message>
</context>
<context>
    <name>QuotaEditor</name>
    <message>
        <source>Request…</source>
        <translation>Beantragen…</translation>
    </message>
    <message>
        <source>Take back what is typed</source>
        <translation>Eingaben zurücknehmen</translation>
    </message>
    <message>
        <source>Quotas of the tenant</source>
        <translation>Quotas des Mandanten</translation>
    </message>
    <message>
        <source>Close the quotas</source>
        <translation>Quotas schließen</translation>
    </message>
    <message>
        <source>Close the quotas (Escape)</source>
        <translation>Quotas schließen (Esc)</translation>
    </message>
    <message>
        <source>What the amounts mean</source>
        <translation>Was die Mengen bedeuten</translation>
    </message>
    <message>
        <source>Set each to</source>
        <translation>Jeweils setzen auf</translation>
    </message>
    <message>
        <source>Add to each</source>
        <translation>Jeweils addieren</translation>
    </message>
    <message>
        <source>Multiply each by</source>
        <translation>Jeweils multiplizieren mit</translation>
    </message>
    <message>
        <source>Limit another key</source>
        <translation>Weiteren Schlüssel begrenzen</translation>
    </message>
    <message>
        <source>%1: where it has been, and where it is going</source>
        <translation>%1: wie es bisher war, und wohin es geht</translation>
    </message>
    <message>
        <source>There is no history of it.</source>
        <translation>Dazu gibt es keinen Verlauf.</translation>
    </message>
    <message>
        <source>You are changing %1. Take back what you typed, or make the change, to go on with %2.</source>
        <translation>Sie ändern gerade %1. Nehmen Sie Ihre Eingaben zurück, oder machen Sie die Änderung, um mit %2 fortzufahren.</translation>
    </message>
    <message>
        <source>in cluster %1</source>
        <translation>im Cluster %1</translation>
    </message>
    <message>
        <source>No quota limits %1.</source>
        <translation>Keine Quota begrenzt %1.</translation>
    </message>
    <message>
        <source>Limit another key…</source>
        <translation>Weiteren Schlüssel begrenzen…</translation>
    </message>
    <message>
        <source>That is less than is used. Type “%1” to set it all the same.</source>
        <translation>Das ist weniger, als verbraucht ist. Geben Sie „%1“ ein, um es trotzdem zu setzen.</translation>
    </message>
    <message>
        <source>It is being asked whether you may change this.</source>
        <translation>Es wird gefragt, ob Sie das ändern dürfen.</translation>
    </message>
</context>
<context>
    <name>QuotaFeed</name>
    <message>
        <source>%1 may not read the nodes of %2: what they can allocate is unknown here. Ask for the right to list and watch nodes.</source>
        <translation>%1 darf die Nodes von %2 nicht lesen: Was sie zuteilen können, ist hier unbekannt. Bitten Sie um das Recht, Nodes aufzulisten und zu beobachten (list, watch).</translation>
    </message>
    <message>
        <source>%1 may not read the limit ranges of %2: they are unknown here.</source>
        <translation>%1 darf die LimitRanges von %2 nicht lesen: Sie sind hier unbekannt.</translation>
    </message>
    <message>
        <source>%1 may read the limit ranges of %2 only in some namespaces: elsewhere they are unknown.</source>
        <translation>%1 darf die LimitRanges von %2 nur in einigen Namespaces lesen: In den anderen sind sie unbekannt.</translation>
    </message>
    <message>
        <source>%1 may not read the Tenants of Capsule in %2: they are unknown here.</source>
        <translation>%1 darf die Tenants von Capsule in %2 nicht lesen: Sie sind hier unbekannt.</translation>
    </message>
</context>
<context>
    <name>QuotaForecasts</name>
    <message>
        <source>No Prometheus is set for %1, so nobody knows how its quotas were used and there are no forecasts. Start with --prometheus %1=URL, or add it to the settings.</source>
        <translation>Für %1 ist kein Prometheus angegeben, daher weiß niemand, wie seine Quotas genutzt wurden, und es gibt keine Prognosen. Starten Sie mit --prometheus %1=URL, oder tragen Sie es in die Einstellungen ein.</translation>
    </message>
    <message>
        <source>The forecasts for %1 are being made from what its Prometheus remembers.</source>
        <translation>Die Prognosen für %1 entstehen gerade aus dem, was sein Prometheus aufbewahrt.</translation>
    </message>
    <message>
        <source>The Prometheus of %1 knows nothing of the use of quotas, so there are no forecasts. Have it scrape kube-state-metrics, which gives them as kube_resourcequota.</source>
        <translation>Das Prometheus von %1 weiß nichts von der Nutzung der Quotas, daher gibt es keine Prognosen. Lassen Sie es kube-state-metrics abfragen, das sie als kube_resourcequota liefert.</translation>
    </message>
    <message numerus="yes">
        <source>The Prometheus of %1 remembers less than %n hour(s) of the use of quotas. A forecast takes at least three days: wait, or let Prometheus keep more.</source>
        <translation>
            <numerusform>Das Prometheus von %1 bewahrt weniger als %n Stunde der Nutzung der Quotas auf. Eine Prognose braucht mindestens drei Tage: Warten Sie, oder lassen Sie Prometheus mehr aufbewahren.</numerusform>
            <numerusform>Das Prometheus von %1 bewahrt weniger als %n Stunden der Nutzung der Quotas auf. Eine Prognose braucht mindestens drei Tage: Warten Sie, oder lassen Sie Prometheus mehr aufbewahren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuotaLineRow</name>
    <message>
        <source>%1; %2</source>
        <comment>figures; which quota</comment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>add to %1</source>
        <translation>zu %1 addieren</translation>
    </message>
    <message>
        <source>times %1</source>
        <translation>mal %1</translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation>Limit von %1</translation>
    </message>
</context>
<context>
    <name>QuotaRequestDialog</name>
    <message>
        <source>Request another quota</source>
        <translation>Andere Quota beantragen</translation>
    </message>
    <message>
        <source>What should the quota of %1 be?</source>
        <translation>Wie soll die Quota von %1 sein?</translation>
    </message>
    <message>
        <source>The request is kept in the tenant&apos;s namespace. Whoever may change its quota finds it in the quota board, grants it or says why not.</source>
        <translation>Der Antrag liegt im Namespace des Mandanten. Wer dessen Quota ändern darf, findet ihn in der Quota-Tafel, bewilligt ihn oder sagt, warum nicht.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 used)</source>
        <translation>%1 (%2 von %3 verbraucht)</translation>
    </message>
    <message>
        <source>Amounts that are wanted</source>
        <translation>Gewünschte Mengen</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>Warum es gebraucht wird</translation>
    </message>
    <message>
        <source>Why it is needed, for whoever decides</source>
        <translation>Warum es gebraucht wird, für alle, die entscheiden</translation>
    </message>
    <message>
        <source>&amp;Copy as a command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>For who may not write to the cluster at all: send it to somebody who may change the quota.</source>
        <translation>Für alle, die gar nicht in den Cluster schreiben dürfen: Senden Sie ihn jemandem, der die Quota ändern darf.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>File this request</source>
        <translation>Diesen Antrag stellen</translation>
    </message>
</context>
<context>
    <name>QuotaRequests</name>
    <message>
        <source>One request is about one tenant. Ask for each of them by itself.</source>
        <translation>Ein Antrag gilt für einen Mandanten. Stellen Sie für jeden einen eigenen.</translation>
    </message>
    <message>
        <source>Write why it is needed: whoever decides reads that first.</source>
        <translation>Schreiben Sie, warum es gebraucht wird: Wer entscheidet, liest das zuerst.</translation>
    </message>
    <message>
        <source>One request asks for at most %1 limits. Ask for the others in another one.</source>
        <translation>Ein Antrag umfasst höchstens %1 Limits. Beantragen Sie die anderen in einem weiteren.</translation>
    </message>
    <message>
        <source>The request does not say what is wanted. Decline it, or ask %1.</source>
        <translation>Der Antrag sagt nicht, was gewünscht ist. Lehnen Sie ihn ab, oder fragen Sie %1.</translation>
    </message>
    <message>
        <source>Write why: %1 reads it.</source>
        <translation>Schreiben Sie, warum: %1 liest es.</translation>
    </message>
    <message>
        <source>%1 without a limit</source>
        <translation>%1 ohne Limit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>bewilligt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>QuotaRequestsDialog</name>
    <message>
        <source>Requests for quotas</source>
        <translation>Anträge auf Quotas</translation>
    </message>
    <message>
        <source>&amp;Grant…</source>
        <translation>&amp;Bewilligen…</translation>
    </message>
    <message>
        <source>&amp;Decline…</source>
        <translation>&amp;Ablehnen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Why it is declined</source>
        <translation>Warum er abgelehnt wird</translation>
    </message>
    <message>
        <source>Why not, for who asked</source>
        <translation>Warum nicht, für die Person, die ihn gestellt hat</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Bewilligen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Nobody asks for another quota. Who may not change one asks with “Request…” in the quota board.</source>
        <translation>Niemand beantragt eine andere Quota. Wer keine ändern darf, stellt mit „Beantragen…“ in der Quota-Tafel einen Antrag.</translation>
    </message>
    <message>
        <source>Choose a request to decide about it.</source>
        <translation>Wählen Sie einen Antrag, um über ihn zu entscheiden.</translation>
    </message>
    <message>
        <source>%1 asks for %2: %3. “%4”</source>
        <translation>%1 beantragt für %2: %3. „%4“</translation>
    </message>
    <message>
        <source>It was %1 by %2.</source>
        <translation>Der Antrag wurde von %2 %1.</translation>
    </message>
    <message>
        <source>Choose an open request first.</source>
        <translation>Wählen Sie zuerst einen offenen Antrag.</translation>
    </message>
    <message>
        <source>Set %1 of %2 as %3 asks</source>
        <translation>%1 bei %2 setzen, wie von %3 beantragt</translation>
    </message>
    <message>
        <source>Decline what %1 asks for %2</source>
        <translation>Ablehnen, was %1 für %2 beantragt</translation>
    </message>
</context>
<context>
    <name>QuotaVerb</name>
    <message>
        <source>Write: pilothouse quota set TENANT KEY=AMOUNT --cluster NAME --reason TEXT [--dry-run] [--yes].</source>
        <translation>Schreiben Sie: pilothouse quota set MANDANT SCHLÜSSEL=MENGE --cluster NAME --reason TEXT [--dry-run] [--yes].</translation>
    </message>
    <message>
        <source>You may not list the namespaces of %1, so %2 is not found by itself. Name a namespace of it with --namespace.</source>
        <translation>Sie dürfen die Namespaces von %1 nicht auflisten, daher wird %2 nicht von selbst gefunden. Nennen Sie mit --namespace einen Namespace davon.</translation>
    </message>
    <message>
        <source>%1 has no tenant %2. Look at: pilothouse --panel tenants --export text.</source>
        <translation>%1 hat keinen Mandanten %2. Sehen Sie nach mit: pilothouse --panel tenants --export text.</translation>
    </message>
    <message>
        <source>You may not read the quotas of %1 in %2. Ask the owner of the cluster for this right.</source>
        <translation>Sie dürfen die Quotas von %1 in %2 nicht lesen. Bitten Sie den Eigentümer des Clusters um dieses Recht.</translation>
    </message>
    <message>
        <source>Sets limits of a tenant&apos;s quota, as the window does: by the guards, with a preview, into the journal, and looked after until the cluster shows it. An empty AMOUNT takes the limit away.

Ends with 0 when it was verified, 2 when it was not understood, 3 when it was refused, 4 when it failed, 5 when the cluster did not show it in time, 6 when somebody else changed the same, 7 when nobody knows, 8 when only a part was made, 9 when it was given up, 10 when the cluster could not be read.</source>
        <translation>Setzt Limits der Quota eines Mandanten, wie das Fenster es tut: mit allen Prüfungen, mit einer Vorschau, mit Eintrag ins Journal, und beobachtet, bis der Cluster es zeigt. Eine leere MENGE entfernt das Limit.

Endet mit 0, wenn es nachgewiesen ist, 2, wenn es nicht verstanden wurde, 3, wenn es abgelehnt wurde, 4, wenn es misslungen ist, 5, wenn der Cluster es nicht rechtzeitig zeigte, 6, wenn jemand anderes dasselbe geändert hat, 7, wenn es niemand weiß, 8, wenn nur ein Teil gemacht wurde, 9, wenn es aufgegeben wurde, 10, wenn der Cluster nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>Where the quota is, if the tenant has the key in several.</source>
        <translation>Wo die Quota liegt, wenn der Mandant den Schlüssel in mehreren hat.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>The quota&apos;s name, likewise.</source>
        <translation>Der Name der Quota, ebenso.</translation>
    </message>
    <message>
        <source>Whose quota.</source>
        <translation>Wessen Quota.</translation>
    </message>
    <message>
        <source>TENANT</source>
        <translation>MANDANT</translation>
    </message>
    <message>
        <source>Such as requests.cpu=4 or limits.memory=8Gi.</source>
        <translation>Etwa requests.cpu=4 oder limits.memory=8Gi.</translation>
    </message>
    <message>
        <source>KEY=AMOUNT...</source>
        <translation>SCHLÜSSEL=MENGE...</translation>
    </message>
    <message>
        <source>Nothing was said that is to be done with the quota.</source>
        <translation>Es wurde nicht gesagt, was mit der Quota zu tun ist.</translation>
    </message>
    <message>
        <source>A quota cannot be “%1”.</source>
        <translation>„%1“ geht mit einer Quota nicht.</translation>
    </message>
    <message>
        <source>A tenant and at least one limit are needed.</source>
        <translation>Ein Mandant und mindestens ein Limit sind nötig.</translation>
    </message>
    <message>
        <source>“%1” is not of the form KEY=AMOUNT.</source>
        <translation>„%1“ hat nicht die Form SCHLÜSSEL=MENGE.</translation>
    </message>
</context>
<context>
    <name>QuotaWhatIf</name>
    <message>
        <source>1 core</source>
        <translation>1 Kern</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>How much of %1 %2 uses is not known, so it cannot be told whether %3 is enough.</source>
        <translation>Wie viel %2 von %1 verbraucht, ist nicht bekannt, daher lässt sich nicht sagen, ob %3 genug ist.</translation>
    </message>
    <message>
        <source>%1 uses %2, more than %3: what runs stays, but nothing new starts before it uses less.</source>
        <translation>%1 verbraucht %2, mehr als %3: Was läuft, bleibt, aber Neues startet nicht, bevor weniger verbraucht wird.</translation>
    </message>
    <message>
        <source>%1 uses %2, all of it: nothing new could start.</source>
        <translation>%1 verbraucht %2, also alles: Neues könnte nicht starten.</translation>
    </message>
    <message>
        <source>%1 uses %2; %3 would stay free.</source>
        <translation>%1 verbraucht %2; frei bliebe: %3.</translation>
    </message>
    <message>
        <source>1 more pod</source>
        <translation>1 weiteren Pod</translation>
    </message>
    <message>
        <source>%1 more pods</source>
        <translation>%1 weitere Pods</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 und %2 weiteren</translation>
    </message>
    <message>
        <source>The next rollout of %1 would get stuck: %2 needs %3 for %4 (a maxSurge of 25 % is assumed), and %5 would be free.</source>
        <translation>Der nächste Rollout von %1 bliebe stecken: %2 braucht %3 für %4 (angenommen ist ein maxSurge von 25 %), und frei gäbe es nur %5.</translation>
    </message>
    <message>
        <source>Whether the next rollout still fits cannot be told: the limits of pods are not read, only what they request.</source>
        <translation>Ob der nächste Rollout noch passt, lässt sich nicht sagen: Die Limits der Pods werden nicht gelesen, nur was sie anfordern.</translation>
    </message>
    <message>
        <source>The next rollout fits: %1 needs the most, %2 for %3 (a maxSurge of 25 % is assumed).</source>
        <translation>Der nächste Rollout passt: %1 braucht am meisten, %2 für %3 (angenommen ist ein maxSurge von 25 %).</translation>
    </message>
    <message>
        <source>What the nodes of %1 can allocate of %2 is not known.</source>
        <translation>Was die Nodes von %1 an %2 zuteilen können, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>That is more than all nodes of %1 together can allocate, which is %2.</source>
        <translation>Das ist mehr, als alle Nodes von %1 zusammen zuteilen können, nämlich %2.</translation>
    </message>
    <message>
        <source>All limits in %1 together would be %2 of what its nodes can allocate (now %3): not every tenant could use its own at once.</source>
        <translation>Alle Limits in %1 zusammen wären %2 dessen, was seine Nodes zuteilen können (jetzt %3): Nicht jeder Mandant könnte seines gleichzeitig nutzen.</translation>
    </message>
    <message>
        <source>All limits in %1 together would be %2 of what its nodes can allocate (now %3).</source>
        <translation>Alle Limits in %1 zusammen wären %2 dessen, was seine Nodes zuteilen können (jetzt %3).</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>The LimitRange %1 asks each %2 to have at least %3, more than %4: none could start.</source>
        <translation>Die LimitRange %1 verlangt für jeden %2 mindestens %3, mehr als %4: Keiner könnte starten.</translation>
    </message>
    <message>
        <source>The LimitRange %1 gives a %2 that names nothing %3, more than %4: it could not start.</source>
        <translation>Die LimitRange %1 gibt einem %2 ohne eigene Angabe %3, mehr als %4: Er könnte nicht starten.</translation>
    </message>
    <message>
        <source>The LimitRange %1 lets one %2 have %3, more than %4: the largest could not start.</source>
        <translation>Die LimitRange %1 erlaubt einem %2 bis zu %3, mehr als %4: Der größte könnte nicht starten.</translation>
    </message>
    <message>
        <source>The LimitRange %1 gives a %2 that names nothing %3: %4 of these fill the quota.</source>
        <translation>Die LimitRange %1 gibt einem %2 ohne eigene Angabe %3: Mit %4 davon ist die Quota voll.</translation>
    </message>
    <message>
        <source>The LimitRange %1 lets one %2 have %3 at most.</source>
        <translation>Die LimitRange %1 erlaubt einem %2 höchstens %3.</translation>
    </message>
    <message>
        <source>Which LimitRange stands beside it is not known.</source>
        <translation>Welche LimitRange daneben gilt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No LimitRange gives containers %1 by default: with this limit, pods that do not name it are refused.</source>
        <translation>Keine LimitRange gibt Containern %1 als Vorgabe: Mit diesem Limit werden Pods abgelehnt, die es nicht nennen.</translation>
    </message>
    <message>
        <source>Without this limit, %1 may use %2 up to what the cluster has.</source>
        <translation>Ohne dieses Limit darf %1 so viel %2 nutzen, wie der Cluster hat.</translation>
    </message>
</context>
<context>
    <name>QuotasPanel</name>
    <message>
        <source>Quotas</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>quotas</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>quotas</source>
        <comment>file name</comment>
        <translation>quotas</translation>
    </message>
    <message>
        <source>cpu&gt;80 cluster:prod</source>
        <translation>cpu&gt;80 cluster:prod</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>each tenant in each cluster</source>
        <translation>jeden Mandanten in jedem Cluster</translation>
    </message>
    <message>
        <source>tenants over clusters</source>
        <translation>Mandanten über alle Cluster</translation>
    </message>
    <message>
        <source>clusters over tenants</source>
        <translation>Cluster über alle Mandanten</translation>
    </message>
    <message numerus="yes">
        <source>%n requests for other quotas wait for an answer.</source>
        <translation>
            <numerusform>%n Antrag auf eine andere Quota wartet auf eine Antwort.</numerusform>
            <numerusform>%n Anträge auf andere Quotas warten auf eine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests…</source>
        <translation>Anträge…</translation>
    </message>
    <message>
        <source>Requests (%1)…</source>
        <translation>Anträge (%1)…</translation>
    </message>
    <message>
        <source>Requests for quotas: none is open</source>
        <translation>Anträge auf Quotas: Keiner ist offen</translation>
    </message>
    <message numerus="yes">
        <source>Requests for quotas: %n are open</source>
        <translation>
            <numerusform>Anträge auf Quotas: %n ist offen</numerusform>
            <numerusform>Anträge auf Quotas: %n sind offen</numerusform>
        </translation>
    </message>
    <message>
        <source>One request is about one tenant. Choose one of them.</source>
        <translation>Ein Antrag gilt für einen Mandanten. Wählen Sie einen davon.</translation>
    </message>
    <message>
        <source>1 tenant in a cluster</source>
        <translation>1 Mandant in einem Cluster</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants in clusters</source>
        <translation>
            <numerusform>%n Mandant in einem Cluster</numerusform>
            <numerusform>%n Mandanten in Clustern</numerusform>
        </translation>
    </message>
    <message>
        <source>1 tenant</source>
        <translation>1 Mandant</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 cluster</source>
        <translation>1 Cluster</translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n Cluster</numerusform>
            <numerusform>%n Cluster</numerusform>
        </translation>
    </message>
    <message>
        <source>This row adds up several quotas. Show each tenant in each cluster to change one.</source>
        <translation>Diese Zeile zählt mehrere Quotas zusammen. Lassen Sie jeden Mandanten in jedem Cluster zeigen, um eine zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants are edited at once at most; the first of the chosen ones are.</source>
        <translation>
            <numerusform>Höchstens %n Mandant wird auf einmal bearbeitet; es ist der erste der gewählten.</numerusform>
            <numerusform>Höchstens %n Mandanten werden auf einmal bearbeitet; es sind die ersten der gewählten.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are changing %1. Take back what you typed, or make the change, first.</source>
        <translation>Sie ändern gerade %1. Nehmen Sie zuerst Ihre Eingaben zurück, oder machen Sie die Änderung.</translation>
    </message>
    <message>
        <source>%1 has no quota that could limit %2. Make a ResourceQuota first.</source>
        <translation>%1 hat keine Quota, die %2 begrenzen könnte. Legen Sie zuerst eine ResourceQuota an.</translation>
    </message>
    <message>
        <source>%1 has %2 in several quotas. Type the amount at the one you mean.</source>
        <translation>%1 hat %2 in mehreren Quotas. Geben Sie die Menge bei der ein, die Sie meinen.</translation>
    </message>
    <message>
        <source>Edit quotas of %1…</source>
        <translation>Quotas von %1 bearbeiten…</translation>
    </message>
    <message>
        <source>This row adds up several quotas.</source>
        <translation>Diese Zeile zählt mehrere Quotas zusammen.</translation>
    </message>
    <message>
        <source>Request other quotas…</source>
        <translation>Andere Quotas beantragen…</translation>
    </message>
    <message>
        <source>Show tenant %1</source>
        <translation>Mandant %1 zeigen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>999+</source>
        <translation>999+</translation>
    </message>
</context>
<context>
    <name>RolloutHistory</name>
    <message>
        <source>%1 of container %2</source>
        <translation>%1 des Containers %2</translation>
    </message>
    <message>
        <source>no %1</source>
        <translation>kein %1</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two images</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 was made with %2</source>
        <translation>%1 wurde mit %2 angelegt</translation>
    </message>
    <message>
        <source>%1 went to revision %2 with %3</source>
        <translation>%1 wechselte zu Revision %2 mit %3</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3</source>
        <translation>%1 wechselte von %2 zu %3</translation>
    </message>
    <message>
        <source>%1 was rolled out with the same images and other settings (%2)</source>
        <translation>%1 wurde mit denselben Images und anderen Einstellungen ausgerollt (%2)</translation>
    </message>
    <message>
        <source>%1 was rolled out anew, as revision %2</source>
        <translation>%1 wurde neu ausgerollt, als Revision %2</translation>
    </message>
    <message>
        <source>%1 (time as the console saw it)</source>
        <translation>%1 (Zeit, wie die Konsole sie sah)</translation>
    </message>
</context>
<context>
    <name>RuleChecker</name>
    <message>
        <source>promtool finds nothing wrong with these rules.</source>
        <translation>promtool findet an diesen Regeln nichts auszusetzen.</translation>
    </message>
    <message>
        <source>promtool does not take these rules. Change what it names in the queries or labels.</source>
        <translation>promtool nimmt diese Regeln nicht an. Ändern Sie in den Abfragen oder Labels, was es nennt.</translation>
    </message>
    <message>
        <source>The rules were not checked: there is no promtool here. It comes with the package prometheus.</source>
        <translation>Die Regeln wurden nicht geprüft: promtool gibt es hier nicht. Es kommt mit dem Paket prometheus.</translation>
    </message>
    <message>
        <source>The rules were not checked: promtool could not be run. Check them with promtool check rules.</source>
        <translation>Die Regeln wurden nicht geprüft: promtool ließ sich nicht ausführen. Prüfen Sie sie mit promtool check rules.</translation>
    </message>
</context>
<context>
    <name>SandboxMark</name>
    <message>
        <source>Sandbox: no real clusters</source>
        <translation>Sandbox: keine echten Cluster</translation>
    </message>
    <message>
        <source>These clusters exist on this computer alone, for training. Nothing here is production.</source>
        <translation>Diese Cluster gibt es nur auf diesem Rechner, zum Üben. Nichts hier ist Produktion.</translation>
    </message>
    <message>
        <source>SANDBOX
no real clusters</source>
        <translation>SANDBOX
keine echten Cluster</translation>
    </message>
</context>
<context>
    <name>SandboxOptions</name>
    <message>
        <source>Begin with this incident, by its name or in this file.</source>
        <translation>Mit diesem Vorfall beginnen, nach seinem Namen oder aus dieser Datei.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Make a fleet of so many pods.</source>
        <translation>Eine Flotte mit so vielen Pods anlegen.</translation>
    </message>
    <message>
        <source>PODS</source>
        <translation>PODS</translation>
    </message>
    <message>
        <source>Everything follows from this number.</source>
        <translation>Aus dieser Zahl folgt alles.</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>ZAHL</translation>
    </message>
    <message>
        <source>Also write the kubeconfig there, for kubectl.</source>
        <translation>Die kubeconfig auch dorthin schreiben, für kubectl.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Do not start Prometheus and Alertmanager.</source>
        <translation>Prometheus und Alertmanager nicht starten.</translation>
    </message>
    <message>
        <source>End with the last console that uses it.</source>
        <translation>Mit dem letzten Leitstand enden, der sie benutzt.</translation>
    </message>
    <message>
        <source>A platform of Kubernetes clusters to try, train and test on: it serves on this computer alone, and prints one line of JSON with its addresses when it is ready.</source>
        <translation>Eine Plattform aus Kubernetes-Clustern zum Ausprobieren, Üben und Testen: Sie ist nur auf diesem Rechner erreichbar und gibt eine Zeile JSON mit ihren Adressen aus, wenn sie bereit ist.</translation>
    </message>
    <message>
        <source>pilothouse-sandbox %1
</source>
        <translation>pilothouse-sandbox %1
</translation>
    </message>
    <message>
        <source>See pilothouse-sandbox --help.</source>
        <translation>Siehe pilothouse-sandbox --help.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>--scale takes a number of pods from 1 to %1.</source>
        <translation>--scale braucht eine Anzahl von Pods zwischen 1 und %1.</translation>
    </message>
    <message>
        <source>--seed takes a whole number.</source>
        <translation>--seed braucht eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Let watches go back so many changes of a cluster, for tests.</source>
        <translation>Watches so viele Änderungen eines Clusters zurückgehen lassen, für Tests.</translation>
    </message>
    <message>
        <source>--history takes a number of changes from %1 to %2.</source>
        <translation>--history verlangt eine Zahl von Änderungen von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>SandboxProgram</name>
    <message>
        <source>A sandbox runs already; its kubeconfig is %1. End it first, or use it.</source>
        <translation>Eine Sandbox läuft bereits; ihre kubeconfig ist %1. Diese Sandbox zuerst beenden, oder sie benutzen.</translation>
    </message>
    <message>
        <source>The sandbox cannot start: %1: %2</source>
        <translation>Die Sandbox kann nicht starten: %1: %2</translation>
    </message>
</context>
<context>
    <name>SecretMask</name>
    <message>
        <source>(hidden)</source>
        <translation>(verborgen)</translation>
    </message>
    <message>
        <source>(hidden, changed)</source>
        <translation>(verborgen, geändert)</translation>
    </message>
    <message>
        <source>(hidden, changed otherwise)</source>
        <translation>(verborgen, anders geändert)</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>(hidden, %1)</source>
        <translation>(verborgen, %1)</translation>
    </message>
    <message>
        <source>(hidden, %1, changed)</source>
        <translation>(verborgen, %1, geändert)</translation>
    </message>
    <message>
        <source>(hidden, %1, changed otherwise)</source>
        <translation>(verborgen, %1, anders geändert)</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>The host of the Alertmanager %1 is unknown. Check its address, your DNS, and that your VPN is connected.</source>
        <translation>Der Host des Alertmanagers %1 ist unbekannt. Prüfen Sie seine Adresse, Ihr DNS und ob Ihr VPN verbunden ist.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 cannot be reached. It is asked again by itself; look whether it runs.</source>
        <translation>Der Alertmanager %1 ist nicht erreichbar. Er wird von selbst erneut gefragt; sehen Sie nach, ob er läuft.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 does not answer. It is asked again by itself; if this stays, look at its machine.</source>
        <translation>Der Alertmanager %1 antwortet nicht. Er wird von selbst erneut gefragt; bleibt es dabei, sehen Sie nach seiner Maschine.</translation>
    </message>
    <message>
        <source>No secure connection to the Alertmanager %1 comes about. Look at its certificate.</source>
        <translation>Mit dem Alertmanager %1 kommt keine sichere Verbindung zustande. Sehen Sie sich sein Zertifikat an.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 does not let you in. Give its address a user and a password, or log in.</source>
        <translation>Der Alertmanager %1 lässt Sie nicht herein. Geben Sie seiner Adresse einen Benutzer und ein Passwort, oder melden Sie sich an.</translation>
    </message>
    <message>
        <source>What answers for %1 is no Alertmanager that speaks its API v2. Check its address and the path in it; Mimir has it below /alertmanager.</source>
        <translation>Was für %1 antwortet, ist kein Alertmanager, der seine API v2 spricht. Prüfen Sie seine Adresse und den Pfad darin; Mimir hat ihn unter /alertmanager.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 does not accept this. Correct it and try again.</source>
        <translation>Der Alertmanager %1 nimmt das nicht an. Berichtigen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 sends more than we take in at once. Look at what fires there.</source>
        <translation>Der Alertmanager %1 sendet mehr, als auf einmal angenommen wird. Sehen Sie nach, was dort ausgelöst ist.</translation>
    </message>
    <message>
        <source>The Alertmanager %1 has a fault of its own. It is asked again by itself; look at its log.</source>
        <translation>Der Alertmanager %1 hat selbst eine Störung. Er wird von selbst erneut gefragt; sehen Sie in sein Log.</translation>
    </message>
    <message>
        <source>More exactly: “%1”.</source>
        <translation>Genauer: „%1“.</translation>
    </message>
</context>
<context>
    <name>SessionDialog</name>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Changes of this session</source>
        <translation>Änderungen dieser Sitzung</translation>
    </message>
    <message>
        <source>Changes of this session, newest first</source>
        <translation>Änderungen dieser Sitzung, die neuesten zuerst</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie sie endete</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Undo the selected change</source>
        <translation>Die ausgewählte Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing has been changed in this session.</source>
        <translation>In dieser Sitzung wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>SilenceDialog</name>
    <message>
        <source>Silence alerts</source>
        <translation>Alarme stummschalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Silence the alert %1</source>
        <translation>Den Alarm %1 stummschalten</translation>
    </message>
    <message>
        <source>Silence %1 alerts</source>
        <translation>%1 Alarme stummschalten</translation>
    </message>
    <message>
        <source>Whatever meets all of these conditions is told to nobody while the silence lasts, also what begins later.</source>
        <translation>Was alle diese Bedingungen erfüllt, wird niemandem gemeldet, solange die Stummschaltung gilt, auch was erst später beginnt.</translation>
    </message>
    <message>
        <source>For how &amp;long</source>
        <translation>Wie &amp;lange</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Warum</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Auf</translation>
    </message>
    <message>
        <source>Alertmanager that it is made on</source>
        <translation>Alertmanager, auf dem sie angelegt wird</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>until a moment…</source>
        <translation>bis zu einem Zeitpunkt…</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>Wann sie endet</translation>
    </message>
    <message>
        <source>Why it is silenced</source>
        <translation>Warum stummgeschaltet wird</translation>
    </message>
    <message>
        <source>Why it may be silent, and who looks after it meanwhile</source>
        <translation>Warum es stumm sein darf, und wer sich inzwischen darum kümmert</translation>
    </message>
    <message>
        <source>What it hides, by tenant</source>
        <translation>Was sie verbirgt, nach Mandant</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Hides now</source>
        <translation>Verbirgt jetzt</translation>
    </message>
    <message>
        <source>Would have hidden in the last day</source>
        <translation>Hätte am letzten Tag verborgen</translation>
    </message>
    <message>
        <source>It hides nothing without a condition. Add one.</source>
        <translation>Ohne eine Bedingung verbirgt sie nichts. Fügen Sie eine hinzu.</translation>
    </message>
    <message>
        <source>no tenant</source>
        <translation>kein Mandant</translation>
    </message>
    <message>
        <source>Silence %1 for %2</source>
        <comment>alerts and time</comment>
        <translation>%1 für %2 stummschalten</translation>
    </message>
    <message>
        <source>1 alert</source>
        <translation>1 Alarm</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 Alarme</translation>
    </message>
</context>
<context>
    <name>SilenceEdit</name>
    <message>
        <source>The console knows no Alertmanager, so nothing can be silenced or claimed. Start it with --alertmanager CLUSTER=URL, or add one to the settings.</source>
        <translation>Die Konsole kennt keinen Alertmanager, daher lässt sich nichts stummschalten oder übernehmen. Starten Sie sie mit --alertmanager CLUSTER=URL, oder tragen Sie einen in die Einstellungen ein.</translation>
    </message>
    <message>
        <source>%1 is not connected, so it cannot be changed. Look at the connections.</source>
        <translation>%1 ist nicht verbunden, daher lässt sich dort nichts ändern. Sehen Sie bei den Verbindungen nach.</translation>
    </message>
    <message>
        <source>It is not known who you are, and a silence has to say who made it. Set a name for this server.</source>
        <translation>Es ist nicht bekannt, wer Sie sind, und eine Stummschaltung muss sagen, wer sie angelegt hat. Setzen Sie für diesen Server einen Namen.</translation>
    </message>
    <message>
        <source>These alerts are claimed on several Alertmanagers. Choose those of one.</source>
        <translation>Diese Alarme sind auf mehreren Alertmanagern übernommen. Wählen Sie die von einem.</translation>
    </message>
    <message>
        <source>The silence would end before it begins. Choose how long it is to hold.</source>
        <translation>Die Stummschaltung würde enden, bevor sie beginnt. Wählen Sie, wie lange sie gelten soll.</translation>
    </message>
    <message>
        <source>This silence has ended and cannot be extended. Make a new one.</source>
        <translation>Diese Stummschaltung ist zu Ende und lässt sich nicht verlängern. Legen Sie eine neue an.</translation>
    </message>
    <message>
        <source>That end has passed. Choose a later one, or end the silence now.</source>
        <translation>Dieses Ende ist vorbei. Wählen Sie ein späteres, oder beenden Sie die Stummschaltung jetzt.</translation>
    </message>
    <message>
        <source>This silence has ended already.</source>
        <translation>Diese Stummschaltung ist schon zu Ende.</translation>
    </message>
    <message>
        <source>%1 is said by the console itself, so that no Alertmanager can keep who claims it.</source>
        <translation>%1 meldet die Konsole selbst, daher kann kein Alertmanager festhalten, wer den Alarm übernimmt.</translation>
    </message>
    <message>
        <source>%1 looks after %2 already. Ask for it to be handed over.</source>
        <translation>%1 kümmert sich schon um %2. Bitten Sie darum, dass der Alarm übergeben wird.</translation>
    </message>
    <message>
        <source>You look after these alerts already.</source>
        <translation>Sie kümmern sich schon um diese Alarme.</translation>
    </message>
    <message>
        <source>Say to whom the alerts are handed over.</source>
        <translation>Sagen Sie, wem die Alarme übergeben werden.</translation>
    </message>
    <message>
        <source>Handed over to %1</source>
        <translation>Übergeben an %1</translation>
    </message>
    <message>
        <source>None of these alerts can be handed over.</source>
        <translation>Keiner dieser Alarme lässt sich übergeben.</translation>
    </message>
    <message>
        <source>Nobody has claimed these alerts.</source>
        <translation>Niemand hat diese Alarme übernommen.</translation>
    </message>
</context>
<context>
    <name>SilenceEndDialog</name>
    <message>
        <source>Extend a silence</source>
        <translation>Stummschaltung verlängern</translation>
    </message>
    <message>
        <source>End a silence</source>
        <translation>Stummschaltung beenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How much longer</source>
        <translation>Wie viel länger</translation>
    </message>
    <message>
        <source>for another %1</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>until a moment…</source>
        <translation>bis zu einem Zeitpunkt…</translation>
    </message>
    <message>
        <source>When it ends</source>
        <translation>Wann sie endet</translation>
    </message>
    <message>
        <source>%1 made it: “%2”.</source>
        <translation>Angelegt von %1: „%2“.</translation>
    </message>
    <message>
        <source>1 alert that it hides is told of again.</source>
        <translation>1 Alarm, den sie verbirgt, wird wieder gemeldet.</translation>
    </message>
    <message>
        <source>%1 alerts that it hides are told of again.</source>
        <translation>%1 Alarme, die sie verbirgt, werden wieder gemeldet.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 It ends in %2.</source>
        <translation>%1 Sie endet in %2.</translation>
    </message>
    <message>
        <source>%1 It has ended; it begins again, under another number.</source>
        <translation>%1 Sie ist zu Ende; sie beginnt von Neuem, unter einer anderen Nummer.</translation>
    </message>
    <message>
        <source>Extend the silence until %1</source>
        <translation>Stummschaltung bis %1 verlängern</translation>
    </message>
    <message>
        <source>End the silence now</source>
        <translation>Stummschaltung jetzt beenden</translation>
    </message>
</context>
<context>
    <name>SilenceFacts</name>
    <message>
        <source>This is a claim: claim the alert again instead.</source>
        <translation>Das ist eine Übernahme: Übernehmen Sie stattdessen den Alarm noch einmal.</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>Schon beendet.</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern…</translation>
    </message>
    <message>
        <source>End now…</source>
        <translation>Jetzt beenden…</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>zu Ende seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1, by %2, %3</source>
        <comment>state, person and time</comment>
        <translation>%1, von %2, %3</translation>
    </message>
    <message>
        <source>Nobody wrote down why.</source>
        <translation>Niemand hat aufgeschrieben, warum.</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Auf %1</translation>
    </message>
</context>
<context>
    <name>SilencePreview</name>
    <message>
        <source>In the last day it would have hidden nothing else that is known here.</source>
        <translation>Am letzten Tag hätte sie nichts anderes verborgen, das hier bekannt ist.</translation>
    </message>
    <message>
        <source>In the last day it would have hidden %1 different alerts.</source>
        <translation>Am letzten Tag hätte sie %1 verschiedene Alarme verborgen.</translation>
    </message>
    <message>
        <source>It hides nothing at present.</source>
        <translation>Zurzeit verbirgt sie nichts.</translation>
    </message>
    <message>
        <source>It hides %1 alerts of %2 tenants now.</source>
        <translation>Sie verbirgt jetzt %1 Alarme von %2 Mandanten.</translation>
    </message>
    <message>
        <source>%1 of them are critical: make sure that somebody looks after these.</source>
        <translation>Davon sind %1 kritisch: Sorgen Sie dafür, dass sich jemand darum kümmert.</translation>
    </message>
</context>
<context>
    <name>SilenceRun</name>
    <message>
        <source>There are no silences.</source>
        <translation>Es gibt keine Stummschaltungen.</translation>
    </message>
    <message>
        <source>%1 has not answered completely in time. Give it longer with --deadline.</source>
        <translation>%1 hat nicht rechtzeitig vollständig geantwortet. Geben Sie mit --deadline mehr Zeit.</translation>
    </message>
    <message>
        <source>No such Alertmanager is known. Name one with --alertmanager CLUSTER=URL.</source>
        <translation>Ein solcher Alertmanager ist nicht bekannt. Geben Sie mit --alertmanager CLUSTER=URL einen an.</translation>
    </message>
</context>
<context>
    <name>SilenceTarget</name>
    <message>
        <source>The silence has no end. Say when it is to end.</source>
        <translation>Die Stummschaltung hat kein Ende. Sagen Sie, wann sie enden soll.</translation>
    </message>
    <message>
        <source>The silence does not say who makes it. Say who you are.</source>
        <translation>Die Stummschaltung sagt nicht, wer sie anlegt. Sagen Sie, wer Sie sind.</translation>
    </message>
    <message>
        <source>%1 has no silence %2 any more: it has ended. Make a new one.</source>
        <translation>%1 hat keine Stummschaltung %2 mehr: Sie ist zu Ende. Legen Sie eine neue an.</translation>
    </message>
    <message>
        <source>A silence cannot be changed in this way. Extend or end it.</source>
        <translation>Eine Stummschaltung lässt sich so nicht ändern. Verlängern oder beenden Sie sie.</translation>
    </message>
    <message>
        <source>What a silence matches cannot be changed. End it and make a new one.</source>
        <translation>Worauf eine Stummschaltung zutrifft, lässt sich nicht ändern. Beenden Sie sie, und legen Sie eine neue an.</translation>
    </message>
    <message>
        <source>The silence would end before it begins or has ended already. Choose a later end.</source>
        <translation>Die Stummschaltung würde enden, bevor sie beginnt, oder ist schon zu Ende. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>Somebody else has changed the silence %1 on %2. Look at it again.</source>
        <translation>Jemand anderes hat die Stummschaltung %1 auf %2 geändert. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>%1 has the silence %2 already.</source>
        <translation>%1 hat die Stummschaltung %2 schon.</translation>
    </message>
</context>
<context>
    <name>SilenceText</name>
    <message>
        <source>“%1” is no matcher. Write name=value, name!=value, name=~pattern or name!~pattern.</source>
        <translation>„%1“ ist kein Matcher. Schreiben Sie name=wert, name!=wert, name=~muster oder name!~muster.</translation>
    </message>
    <message>
        <source>A silence without matchers would silence everything. Name at least one label.</source>
        <translation>Eine Stummschaltung ohne Matcher würde alles stummschalten. Nennen Sie mindestens ein Label.</translation>
    </message>
    <message>
        <source>“%1” is no name of a label. Names are letters, digits and _, and begin with a letter.</source>
        <translation>„%1“ ist kein Name eines Labels. Namen bestehen aus Buchstaben, Ziffern und _ und beginnen mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>The pattern “%1” of %2 is no regular expression. Correct it.</source>
        <translation>Das Muster „%1“ von %2 ist kein regulärer Ausdruck. Berichtigen Sie es.</translation>
    </message>
    <message>
        <source>These matchers fit alerts that have none of these labels, so the silence would hide everything. Name at least one value that an alert must have.</source>
        <translation>Diese Matcher treffen auf Alarme zu, die keines dieser Labels haben, daher würde die Stummschaltung alles verbergen. Nennen Sie mindestens einen Wert, den ein Alarm haben muss.</translation>
    </message>
</context>
<context>
    <name>SilenceVerb</name>
    <message>
        <source>Write: pilothouse silence create MATCHER... --for TIME --comment TEXT --reason TEXT --alertmanager CLUSTER=URL, or silence extend ID --for TIME, silence expire ID, silence list.</source>
        <translation>Schreiben Sie: pilothouse silence create MATCHER... --for ZEIT --comment TEXT --reason TEXT --alertmanager CLUSTER=URL, oder silence extend ID --for ZEIT, silence expire ID, silence list.</translation>
    </message>
    <message>
        <source>How long it is to hold from now: 90m, 2h, 1d.</source>
        <translation>Wie lange sie von jetzt an gelten soll: 90m, 2h, 1d.</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>Why; others see it in Alertmanager.</source>
        <translation>Warum; andere sehen es im Alertmanager.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>Why; goes to the journal.</source>
        <translation>Warum; kommt ins Journal.</translation>
    </message>
    <message>
        <source>The ticket that asks for it.</source>
        <translation>Das Ticket, das es verlangt.</translation>
    </message>
    <message>
        <source>Who makes it, if not you.</source>
        <translation>Wer sie anlegt, wenn nicht Sie.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Take CLUSTER&apos;s alerts from the Alertmanager at URL; may be repeated.</source>
        <translation>Die Alarme von CLUSTER vom Alertmanager unter URL nehmen; darf mehrmals vorkommen.</translation>
    </message>
    <message>
        <source>CLUSTER=URL</source>
        <translation>CLUSTER=URL</translation>
    </message>
    <message>
        <source>Which Alertmanager, by its name, if there are several.</source>
        <translation>Welcher Alertmanager, nach seinem Namen, wenn es mehrere gibt.</translation>
    </message>
    <message>
        <source>With --yes, for one that the policy calls production: its name.</source>
        <translation>Mit --yes, bei einem, den die Richtlinie Produktion nennt: sein Name.</translation>
    </message>
    <message>
        <source>Wait at most so long for the Alertmanager (30).</source>
        <translation>Höchstens so lange auf den Alertmanager warten (30).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>Show what would be changed, and change nothing.</source>
        <translation>Zeigen, was geändert würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>Nicht fragen.</translation>
    </message>
    <message>
        <source>List those that have ended in the last day, too.</source>
        <translation>Auch die auflisten, die am letzten Tag geendet haben.</translation>
    </message>
    <message>
        <source>“%1” is not of the form CLUSTER=URL.</source>
        <translation>„%1“ hat nicht die Form CLUSTER=URL.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds. Write for example --deadline 30.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden. Richtig ist zum Beispiel --deadline 30.</translation>
    </message>
    <message>
        <source>No Alertmanager that answers has a silence %1. Look at: pilothouse silence list --all.</source>
        <translation>Kein Alertmanager, der antwortet, hat eine Stummschaltung %1. Sehen Sie nach mit: pilothouse silence list --all.</translation>
    </message>
    <message>
        <source>It is not said how long the silence is to hold. Write for example --for 2h.</source>
        <translation>Es ist nicht gesagt, wie lange die Stummschaltung gelten soll. Schreiben Sie zum Beispiel --for 2h.</translation>
    </message>
    <message>
        <source>It is not said how long the silence is to hold from now on. Write for example --for 2h.</source>
        <translation>Es ist nicht gesagt, wie lange die Stummschaltung von jetzt an gelten soll. Schreiben Sie zum Beispiel --for 2h.</translation>
    </message>
    <message>
        <source>%1 alerts</source>
        <translation>%1 Alarme</translation>
    </message>
    <message>
        <source>Makes, extends, ends and lists silences of alerts, as the window does: by the guards, with a preview, into the journal, and looked after until the Alertmanager shows it. A MATCHER is name=value, name!=value, name=~pattern or name!~pattern.

Ends with 0 when it was verified, 2 when it was not understood, 3 when it was refused, 4 when it failed, 5 when the server did not show it in time, 6 when somebody else changed the same, 7 when nobody knows, 9 when it was given up, 10 when the server could not be read.</source>
        <translation>Legt Stummschaltungen von Alarmen an, verlängert, beendet und listet sie, wie das Fenster es tut: mit allen Prüfungen, mit einer Vorschau, mit Eintrag ins Journal, und beobachtet, bis der Alertmanager es zeigt. Ein MATCHER ist name=wert, name!=wert, name=~muster oder name!~muster.

Endet mit 0, wenn es nachgewiesen ist, 2, wenn es nicht verstanden wurde, 3, wenn es abgelehnt wurde, 4, wenn es misslungen ist, 5, wenn der Server es nicht rechtzeitig zeigte, 6, wenn jemand anderes dasselbe geändert hat, 7, wenn es niemand weiß, 9, wenn es aufgegeben wurde, 10, wenn der Server nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>create, extend, expire or list.</source>
        <translation>create, extend, expire oder list.</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>WAS</translation>
    </message>
    <message>
        <source>Matchers, or the id of a silence.</source>
        <translation>Matcher oder die ID einer Stummschaltung.</translation>
    </message>
    <message>
        <source>Nothing was said that is to be done with silences.</source>
        <translation>Es wurde nicht gesagt, was mit Stummschaltungen zu tun ist.</translation>
    </message>
    <message>
        <source>A silence cannot be “%1” like this.</source>
        <translation>„%1“ geht so mit einer Stummschaltung nicht.</translation>
    </message>
    <message>
        <source>It is not said why. Write --reason TEXT; it goes to the journal.</source>
        <translation>Es ist nicht gesagt, warum. Schreiben Sie --reason TEXT; es kommt ins Journal.</translation>
    </message>
</context>
<context>
    <name>Silences</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>begins later</source>
        <translation>beginnt später</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>Slo</name>
    <message>
        <source>Page: over the last %1 the error budget burns %2 times as fast as it may. Look at what changed just before this, and undo it.</source>
        <translation>Weckruf: In den letzten %1 verbrennt das Fehlerbudget %2-mal so schnell wie erlaubt. Sehen Sie nach, was sich kurz davor geändert hat, und machen Sie es rückgängig.</translation>
    </message>
    <message>
        <source>Ticket: over the last %1 the error budget burns %2 times as fast as it may. Find the cause within days, before it pages.</source>
        <translation>Ticket: In den letzten %1 verbrennt das Fehlerbudget %2-mal so schnell wie erlaubt. Finden Sie die Ursache in den nächsten Tagen, bevor es jemanden weckt.</translation>
    </message>
    <message>
        <source>Low traffic: nothing happened that could have failed, so this says nothing about %1. Check that requests reach it.</source>
        <translation>Wenig Verkehr: Es ist nichts geschehen, das hätte misslingen können, daher sagt das nichts über %1. Prüfen Sie, ob Anfragen dort ankommen.</translation>
    </message>
    <message>
        <source>Low traffic: only %1 events in the last %2, so that a single error would page. Nothing burns, but that says little: add synthetic probes or choose longer windows.</source>
        <translation>Wenig Verkehr: Nur %1 Ereignisse in den letzten %2, sodass ein einziger Fehler jemanden wecken würde. Es verbrennt nichts, aber das sagt wenig: Fügen Sie synthetische Proben hinzu, oder wählen Sie längere Fenster.</translation>
    </message>
    <message>
        <source>Unknown: nothing new has come for a while. %1 What was last known was no alarm, but that may have changed. Look at the connection to the server.</source>
        <translation>Unbekannt: Seit einer Weile ist nichts Neues gekommen. %1 Was zuletzt bekannt war, war kein Grund zum Alarm, aber das kann sich geändert haben. Sehen Sie nach der Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Unknown: the server records an error ratio but no objective for %1. Record slo:objective:ratio or give the console the definition.</source>
        <translation>Unbekannt: Der Server zeichnet für %1 einen Fehleranteil auf, aber kein Ziel. Zeichnen Sie slo:objective:ratio auf, oder geben Sie der Konsole die Definition.</translation>
    </message>
    <message>
        <source>Unknown: the server answered with parts missing, so what looks fine may not be. Look at what it says below.</source>
        <translation>Unbekannt: In der Antwort des Servers fehlen Teile, daher kann falsch sein, was gut aussieht. Sehen Sie unten, was er sagt.</translation>
    </message>
    <message>
        <source>Faulty: %1</source>
        <translation>Fehlerhaft: %1</translation>
    </message>
    <message>
        <source>Faulty: %1 (%2)</source>
        <translation>Fehlerhaft: %1 (%2)</translation>
    </message>
    <message>
        <source>No data: the server has no error ratio for %1 now. That is not good news: check that its rules are evaluated and its targets are scraped.</source>
        <translation>Keine Daten: Der Server hat für %1 jetzt keinen Fehleranteil. Das ist keine gute Nachricht: Prüfen Sie, ob seine Regeln ausgewertet und seine Targets abgefragt werden.</translation>
    </message>
    <message>
        <source>Fine: no pair of windows is above its burn rate.</source>
        <translation>In Ordnung: Kein Fensterpaar liegt über seiner Burn-Rate.</translation>
    </message>
    <message>
        <source>The period of the objective is unknown, so what is left of the budget is unknown, too. Record slo:time_period:days or give the console the definition.</source>
        <translation>Der Zeitraum des Ziels ist unbekannt, daher ist auch unbekannt, was vom Budget übrig ist. Zeichnen Sie slo:time_period:days auf, oder geben Sie der Konsole die Definition.</translation>
    </message>
    <message>
        <source>What is left of the budget of %1 is unknown: no server records the ratio of the whole period.</source>
        <translation>Was vom Budget für %1 übrig ist, ist unbekannt: Kein Server zeichnet den Anteil über den ganzen Zeitraum auf.</translation>
    </message>
    <message>
        <source>The budget of %1 is spent: %2 is left.</source>
        <translation>Das Budget für %1 ist aufgebraucht: %2 ist übrig.</translation>
    </message>
    <message>
        <source>%1 of the budget of %2 is left; at the present rate it lasts %3.</source>
        <translation>%1 des Budgets für %2 ist übrig; reicht bei der jetzigen Rate: %3.</translation>
    </message>
    <message>
        <source>%1 of the budget of %2 is left.</source>
        <translation>%1 des Budgets für %2 ist übrig.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Weckruf</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>low traffic</source>
        <translation>wenig Verkehr</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt;%1</source>
        <translation>&lt;%1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>aufgebraucht</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 has no bucket with the bound %2 here, so nothing can be counted by it.</source>
        <translation>%1 hat hier keinen Bucket mit der Grenze %2, also lässt sich danach nichts zählen.</translation>
    </message>
    <message>
        <source>Look which bounds it has, and write one of them into the definition, or give the service this one.</source>
        <translation>Sehen Sie nach, welche Grenzen es gibt, und schreiben Sie eine davon in die Definition, oder geben Sie dem Dienst diese.</translation>
    </message>
    <message>
        <source>Its bounds are %1: write one of them into the definition, as it is spelt here, or give the service this one.</source>
        <translation>Die Grenzen sind %1: Schreiben Sie eine davon, so wie hier geschrieben, in die Definition, oder geben Sie dem Dienst diese.</translation>
    </message>
    <message>
        <source>The server speaks of several clusters and is to be asked for one, but the query of the definition is not understood from character %1 on, so it cannot be limited to that. Write it in Prometheus&apos; own language, or have rules record it.</source>
        <translation>Der Server spricht von mehreren Clustern und soll nach einem gefragt werden, aber die Abfrage der Definition ist ab Zeichen %1 nicht zu verstehen und lässt sich deshalb nicht darauf beschränken. Schreiben Sie sie in der Sprache von Prometheus, oder lassen Sie Regeln sie aufzeichnen.</translation>
    </message>
</context>
<context>
    <name>SloAlertMarks</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translation>„%1“ (%2)</translation>
    </message>
    <message>
        <source>The alert %1 fired from %2 to %3.</source>
        <translation>Der Alarm %1 feuerte von %2 bis %3.</translation>
    </message>
    <message>
        <source>The alert %1 fires since %2.</source>
        <translation>Der Alarm %1 feuert seit %2.</translation>
    </message>
</context>
<context>
    <name>SloDefinitions</name>
    <message>
        <source>%1 cannot be read: %2. Correct that, or take the file away.</source>
        <translation>%1 kann nicht gelesen werden: %2. Berichtigen Sie das, oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>it is larger than 4 MiB</source>
        <translation>sie ist größer als 4 MiB</translation>
    </message>
</context>
<context>
    <name>SloDetail</name>
    <message>
        <source>No server has this SLO any more; what is shown is the last that was known of it.</source>
        <translation>Kein Server hat dieses SLO mehr; gezeigt wird, was zuletzt davon bekannt war.</translation>
    </message>
    <message>
        <source>No server records what is left of the budget over time: the chart adds up what was spent since its left edge.</source>
        <translation>Kein Server zeichnet auf, was mit der Zeit vom Budget übrig bleibt: Das Diagramm summiert, was seit seinem linken Rand verbraucht wurde.</translation>
    </message>
</context>
<context>
    <name>SloDetailPane</name>
    <message>
        <source>Pairs of windows</source>
        <translation>Fensterpaare</translation>
    </message>
    <message>
        <source>What changed just before this?</source>
        <translation>Was hat sich kurz davor geändert?</translation>
    </message>
    <message>
        <source>Details of the SLO</source>
        <translation>Einzelheiten des SLO</translation>
    </message>
    <message>
        <source>Time shown:</source>
        <translation>Gezeigte Zeit:</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Nothing is known to have changed here just before this. Look beyond this console: deployments by others, traffic, what the service depends on.</source>
        <translation>Es ist nicht bekannt, dass sich hier kurz davor etwas geändert hat. Sehen Sie außerhalb dieser Konsole nach: Deployments anderer, Verkehr, wovon der Dienst abhängt.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Objective: %1</source>
        <translation>Ziel: %1</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Events in the last %1: %2</source>
        <translation>Ereignisse in den letzten %1: %2</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>Ereignisse: %1</translation>
    </message>
    <message>
        <source>Budget exhausted in: %1</source>
        <translation>Budget aufgebraucht in: %1</translation>
    </message>
    <message>
        <source>Made by: %1</source>
        <translation>Erzeugt von: %1</translation>
    </message>
    <message>
        <source>Defined in: %1</source>
        <translation>Definiert in: %1</translation>
    </message>
    <message>
        <source>ID: %1</source>
        <translation>ID: %1</translation>
    </message>
    <message>
        <source>Label %1: %2</source>
        <translation>Label %1: %2</translation>
    </message>
    <message>
        <source>Server %1: %2</source>
        <translation>Server %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>SLO and service</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>SloFeed</name>
    <message>
        <source>%1 has nothing of it over time: no rule records it.</source>
        <translation>%1 hat davon keinen Verlauf: Keine Regel zeichnet ihn auf.</translation>
    </message>
    <message>
        <source>The objective is unknown, so a burn rate is, too. Record slo:objective:ratio or give the console the definition.</source>
        <translation>Das Ziel ist unbekannt, daher auch eine Burn-Rate. Zeichnen Sie slo:objective:ratio auf, oder geben Sie der Konsole die Definition.</translation>
    </message>
</context>
<context>
    <name>SloForm</name>
    <message>
        <source>No cluster is chosen. Choose one.</source>
        <translation>Kein Cluster ist gewählt. Wählen Sie einen.</translation>
    </message>
    <message>
        <source>Write lower-case letters, digits and dashes, at most 63.</source>
        <translation>Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 63.</translation>
    </message>
    <message>
        <source>The namespace is missing. Write the one that the service runs in.</source>
        <translation>Der Namespace fehlt. Schreiben Sie den, in dem der Dienst läuft.</translation>
    </message>
    <message>
        <source>“%1” cannot be a namespace.</source>
        <translation>„%1“ kann kein Namespace sein.</translation>
    </message>
    <message>
        <source>The service is missing. Write the value of its label app.</source>
        <translation>Der Dienst fehlt. Schreiben Sie den Wert seines Labels app.</translation>
    </message>
    <message>
        <source>“%1” cannot be a service.</source>
        <translation>„%1“ kann kein Dienst sein.</translation>
    </message>
    <message>
        <source>The objective has no name yet. Write one such as availability.</source>
        <translation>Das Ziel hat noch keinen Namen. Schreiben Sie einen, etwa availability.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name.</source>
        <translation>„%1“ kann kein Name sein.</translation>
    </message>
    <message>
        <source>“%1” is not an objective. Write a percentage above 0 and below 100, such as 99.9.</source>
        <translation>„%1“ ist kein Ziel. Schreiben Sie einen Prozentsatz über 0 und unter 100, etwa 99.9.</translation>
    </message>
    <message>
        <source>“%1” is not a window. Write one between a day and a year, such as 30d or 4w.</source>
        <translation>„%1“ ist kein Fenster. Schreiben Sie eines zwischen einem Tag und einem Jahr, etwa 30d oder 4w.</translation>
    </message>
    <message>
        <source>“%1” is not a time. Write one such as 500ms or 2s.</source>
        <translation>„%1“ ist keine Zeit. Schreiben Sie eine, etwa 500ms oder 2s.</translation>
    </message>
    <message>
        <source>“%1” is not a score. Write a number such as 4.0.</source>
        <translation>„%1“ ist keine Bewertung. Schreiben Sie eine Zahl, etwa 4.0.</translation>
    </message>
    <message>
        <source>%1 has no bucket that ends at %2, so that nothing can be told of it. Choose one of: %3.</source>
        <translation>%1 hat keinen Bucket, der bei %2 endet, daher lässt sich darüber nichts sagen. Wählen Sie eines von diesen: %3.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a metric. Write letters, digits and underscores, such as http_requests_total.</source>
        <translation>„%1“ kann nicht der Name einer Metrik sein. Schreiben Sie Buchstaben, Ziffern und Unterstriche, etwa http_requests_total.</translation>
    </message>
    <message>
        <source>A query is missing. Write PromQL with {{.window}} as its range.</source>
        <translation>Eine Abfrage fehlt. Schreiben Sie PromQL mit {{.window}} als Bereich.</translation>
    </message>
    <message>
        <source>The query has no {{.window}}. Write [{{.window}}] where its range is.</source>
        <translation>Die Abfrage hat kein {{.window}}. Schreiben Sie [{{.window}}] dort, wo ihr Bereich steht.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a page. Write one such as https://runbooks.example.com/web.</source>
        <translation>„%1“ ist nicht die Adresse einer Seite. Schreiben Sie eine, etwa https://runbooks.example.com/web.</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>jemand anderem</translation>
    </message>
    <message>
        <source>Whether %1 has a bucket that ends at %2 was not looked up. Without one the rules find no data.</source>
        <translation>Ob %1 einen Bucket hat, der bei %2 endet, wurde nicht nachgesehen. Ohne ihn finden die Regeln keine Daten.</translation>
    </message>
    <message>
        <source>%1 is there already and belongs to %2. Choose another name for the objective.</source>
        <translation>%1 gibt es schon und gehört %2. Wählen Sie einen anderen Namen für das Ziel.</translation>
    </message>
    <message>
        <source>Create %1 in %2</source>
        <translation>%1 in %2 anlegen</translation>
    </message>
    <message>
        <source>Replace %1 in %2</source>
        <translation>%1 in %2 ersetzen</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>User satisfaction</source>
        <translation>Zufriedenheit der Benutzer</translation>
    </message>
    <message>
        <source>Own queries</source>
        <translation>Eigene Abfragen</translation>
    </message>
    <message>
        <source>Standard alerts, no objective</source>
        <translation>Standardalarme, kein Ziel</translation>
    </message>
    <message>
        <source>A request is good when its answer is no error of the server: no code from 500 on.</source>
        <translation>Eine Anfrage ist gut, wenn ihre Antwort kein Fehler des Servers ist: kein Code ab 500.</translation>
    </message>
    <message>
        <source>A request is good when it is answered within the bound, which has to be one of its histogram.</source>
        <translation>Eine Anfrage ist gut, wenn sie innerhalb der Grenze beantwortet wird, die eine des Histogramms sein muss.</translation>
    </message>
    <message>
        <source>A request is good when it succeeds: no code from 400 on.</source>
        <translation>Eine Anfrage ist gut, wenn sie gelingt: kein Code ab 400.</translation>
    </message>
    <message>
        <source>A score is good when it is above the bound, which has to be one of its histogram.</source>
        <translation>Eine Bewertung ist gut, wenn sie über der Grenze liegt, die eine des Histogramms sein muss.</translation>
    </message>
    <message>
        <source>What is bad and what there is at all, as queries say it. Write {{.window}} as their range.</source>
        <translation>Was schlecht ist und was es überhaupt gibt, wie Abfragen es sagen. Schreiben Sie {{.window}} als ihren Bereich.</translation>
    </message>
    <message>
        <source>Alerts for errors, slow answers, failing dependencies, growing memory, and CPU near its limit.</source>
        <translation>Alarme für Fehler, langsame Antworten, ausfallende Abhängigkeiten, wachsenden Speicher und CPU nahe am Limit.</translation>
    </message>
</context>
<context>
    <name>SloFormDialog</name>
    <message>
        <source>Sa&amp;ve the rules as a file…</source>
        <translation>Regeln als Datei spei&amp;chern…</translation>
    </message>
    <message>
        <source>Save the objec&amp;tive as a file…</source>
        <translation>Ziel als Da&amp;tei speichern…</translation>
    </message>
    <message>
        <source>New objective</source>
        <translation>Neues Ziel</translation>
    </message>
    <message>
        <source>The rules that this makes</source>
        <translation>Die Regeln, die das ergibt</translation>
    </message>
    <message>
        <source>The rules are shown here when the form is filled in.</source>
        <translation>Die Regeln werden hier gezeigt, wenn das Formular ausgefüllt ist.</translation>
    </message>
    <message>
        <source>Save the objective</source>
        <translation>Ziel speichern</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Regeln speichern</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation>YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>It was saved to %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another file.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie eine andere Datei.</translation>
    </message>
</context>
<context>
    <name>SloFormFields</name>
    <message>
        <source>Cl&amp;uster</source>
        <translation>Cl&amp;uster</translation>
    </message>
    <message>
        <source>Na&amp;mespace</source>
        <translation>Na&amp;mespace</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>shop</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>as its label app says</source>
        <translation>wie sein Label app sagt</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Objective in %</source>
        <translation>&amp;Ziel in %</translation>
    </message>
    <message>
        <source>99.9</source>
        <translation>99.9</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>30d</source>
        <translation>30d</translation>
    </message>
    <message>
        <source>&amp;Bound</source>
        <translation>&amp;Grenze</translation>
    </message>
    <message>
        <source>M&amp;etric</source>
        <translation>M&amp;etrik</translation>
    </message>
    <message>
        <source>Ba&amp;d events</source>
        <translation>&amp;Schlechte Ereignisse</translation>
    </message>
    <message>
        <source>&amp;All events</source>
        <translation>A&amp;lle Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Runbook</source>
        <translation>&amp;Runbook</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>New objective</source>
        <translation>Neues Ziel</translation>
    </message>
</context>
<context>
    <name>SloMath</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>The alert at a burn rate of %1 over %2 can never fire: even a total outage does not reach it. Choose an objective above %3 %.</source>
        <translation>Der Alarm bei einer Burn-Rate von %1 über %2 kann nie ausgelöst werden: Selbst ein Totalausfall erreicht sie nicht. Wählen Sie ein Ziel über %3 %.</translation>
    </message>
    <message>
        <source>The alert at a burn rate of %1 over %2 fires while the budget is on track. Choose a longer window for the objective.</source>
        <translation>Der Alarm bei einer Burn-Rate von %1 über %2 wird ausgelöst, obwohl das Budget im Plan liegt. Wählen Sie ein längeres Fenster für das Ziel.</translation>
    </message>
    <message>
        <source>%1 keeps %2 of data, but the objective is about %3: what is shown of its budget is about the last %2 alone. Let the server keep data for longer, or choose a shorter window.</source>
        <translation>%1 bewahrt Daten %2 lang auf, das Ziel gilt aber für %3: Was von seinem Budget gezeigt wird, betrifft nur die letzten %2. Lassen Sie den Server Daten länger aufbewahren, oder wählen Sie ein kürzeres Fenster.</translation>
    </message>
</context>
<context>
    <name>SloPanel</name>
    <message>
        <source>SLOs</source>
        <translation>SLOs</translation>
    </message>
    <message>
        <source>slos</source>
        <comment>file name</comment>
        <translation>slos</translation>
    </message>
    <message>
        <source>1 SLO burns its budget too fast.</source>
        <translation>1 SLO verbrennt sein Budget zu schnell.</translation>
    </message>
    <message numerus="yes">
        <source>%n SLOs burn their budgets too fast.</source>
        <translation>
            <numerusform>%n SLO verbrennt sein Budget zu schnell.</numerusform>
            <numerusform>%n SLOs verbrennen ihre Budgets zu schnell.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 SLO</source>
        <translation>1 SLO</translation>
    </message>
    <message numerus="yes">
        <source>%n SLOs</source>
        <translation>
            <numerusform>%n SLO</numerusform>
            <numerusform>%n SLOs</numerusform>
        </translation>
    </message>
    <message>
        <source>No server of metrics is named.</source>
        <translation>Kein Server für Metriken ist angegeben.</translation>
    </message>
    <message>
        <source>SLOs are read from servers that speak Prometheus&apos; HTTP API. Name one in the settings or with --prometheus CLUSTER=ADDRESS.</source>
        <translation>SLOs werden von Servern gelesen, die die HTTP-API von Prometheus sprechen. Geben Sie einen in den Einstellungen oder mit --prometheus CLUSTER=ADRESSE an.</translation>
    </message>
    <message>
        <source>No server could be asked for SLOs.</source>
        <translation>Kein Server konnte nach SLOs gefragt werden.</translation>
    </message>
    <message>
        <source>Looking for SLOs …</source>
        <translation>SLOs werden gesucht …</translation>
    </message>
    <message>
        <source>No SLOs were found.</source>
        <translation>Es wurden keine SLOs gefunden.</translation>
    </message>
    <message>
        <source>No rules of Sloth (slo:sli_error:ratio_rate5m) or Pyrra (…:burnrate5m) record anything on the servers named, and no definition was read. Apply one of theirs, or name a file with definitions in the settings.</source>
        <translation>Keine Regeln von Sloth (slo:sli_error:ratio_rate5m) oder Pyrra (…:burnrate5m) zeichnen auf den angegebenen Servern etwas auf, und es wurde keine Definition gelesen. Wenden Sie eine von ihnen an, oder geben Sie in den Einstellungen eine Datei mit Definitionen an.</translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation>&amp;Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Show its &amp;pods</source>
        <translation>&amp;Pods zeigen</translation>
    </message>
    <message>
        <source>Start an &amp;incident…</source>
        <translation>&amp;Vorfall eröffnen…</translation>
    </message>
    <message>
        <source>&amp;New SLO …</source>
        <translation>&amp;Neues SLO …</translation>
    </message>
</context>
<context>
    <name>SloStore</name>
    <message>
        <source>%1 answered with parts missing, so what looks fine there may not be.</source>
        <translation>In der Antwort von %1 fehlen Teile, daher kann falsch sein, was dort gut aussieht.</translation>
    </message>
    <message>
        <source>%1 answered with parts missing, so what looks fine there may not be: %2</source>
        <translation>In der Antwort von %1 fehlen Teile, daher kann falsch sein, was dort gut aussieht: %2</translation>
    </message>
</context>
<context>
    <name>SloTableModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Above %1 over both %2 and %3 it pages.</source>
        <translation>Über %1 in beiden Fenstern, %2 und %3, wird jemand geweckt.</translation>
    </message>
    <message>
        <source>Above %1 over both %2 and %3 it makes a ticket.</source>
        <translation>Über %1 in beiden Fenstern, %2 und %3, entsteht ein Ticket.</translation>
    </message>
</context>
<context>
    <name>SloTier</name>
    <message>
        <source>quiet</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>firing</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Weckruf</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>Ticket</translation>
    </message>
</context>
<context>
    <name>SloVerb</name>
    <message>
        <source>Write: pilothouse slo rules [--prometheus-rule NAME [--namespace NAME]] FILE.</source>
        <translation>Schreiben Sie: pilothouse slo rules [--prometheus-rule NAME [--namespace NAME]] DATEI.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Give the name of a file with objectives.</source>
        <translation>%1 kann nicht gelesen werden: %2. Geben Sie den Namen einer Datei mit Zielen an.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 has no objective. Write one in the form of OpenSLO, Sloth or Pyrra into it.</source>
        <translation>%1 enthält kein Ziel. Schreiben Sie eines in der Form von OpenSLO, Sloth oder Pyrra hinein.</translation>
    </message>
    <message>
        <source>Service level objectives. rules prints the recording and alerting rules for Prometheus of all objectives in FILE; what is wrong with one is told on standard error as FILE:LINE:COLUMN, and the others are printed.</source>
        <translation>Service-Level-Ziele (SLOs). rules gibt die Aufzeichnungs- und Alarmregeln für Prometheus von allen Zielen in DATEI aus; was an einem falsch ist, wird auf der Standardfehlerausgabe als DATEI:ZEILE:SPALTE gemeldet, und die anderen werden ausgegeben.</translation>
    </message>
    <message>
        <source>Print a PrometheusRule of that name for a cluster, instead of a file for Prometheus.</source>
        <translation>Eine PrometheusRule dieses Namens für einen Cluster ausgeben, statt einer Datei für Prometheus.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>The namespace of the PrometheusRule.</source>
        <translation>Der Namespace der PrometheusRule.</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>OpenSLO v1, Sloth v1 or Pyrra; - for standard input.</source>
        <translation>OpenSLO v1, Sloth v1 oder Pyrra; - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Nothing was said that is to be done with objectives.</source>
        <translation>Es wurde nicht gesagt, was mit Zielen zu tun ist.</translation>
    </message>
    <message>
        <source>Objectives cannot do “%1”.</source>
        <translation>„%1“ geht mit Zielen nicht.</translation>
    </message>
    <message>
        <source>The file with the objectives is missing.</source>
        <translation>Die Datei mit den Zielen fehlt.</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>--namespace belongs to --prometheus-rule.</source>
        <translation>--namespace gehört zu --prometheus-rule.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of an object. Write lower-case letters, digits and dashes.</source>
        <translation>„%1“ kann nicht der Name eines Objekts sein. Schreiben Sie Kleinbuchstaben, Ziffern und Bindestriche.</translation>
    </message>
</context>
<context>
    <name>SubjectRail</name>
    <message>
        <source>Subjects</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>%1 in %2</source>
        <comment>an alert in a namespace</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>an SLO of a service</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>1 tenant</source>
        <translation>1 Mandant</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 cluster</source>
        <translation>1 Cluster</translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n Cluster</numerusform>
            <numerusform>%n Cluster</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No cluster is connected.</source>
        <translation>Kein Cluster ist verbunden.</translation>
    </message>
    <message>
        <source>%1, all live</source>
        <translation>%1, alle aktuell</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>Suspects</name>
    <message>
        <source>%1 at %2, %3 after the burn was first seen.</source>
        <translation>%1 um %2, %3 nach den ersten Anzeichen des Verbrennens.</translation>
    </message>
    <message>
        <source>%1 at %2, just as the burn began.</source>
        <translation>%1 um %2, gerade zu Beginn des Verbrennens.</translation>
    </message>
    <message>
        <source>%1 at %2, %3 before the burn began.</source>
        <translation>%1 um %2, %3 vor Beginn des Verbrennens.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 um %2.</translation>
    </message>
    <message>
        <source>%1 at %2, by %3.</source>
        <translation>%1 um %2, von %3.</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>%1; uses %2</source>
        <translation>%1; genutzt: %2</translation>
    </message>
</context>
<context>
    <name>TableFilter</name>
    <message>
        <source>There is no column “%1”. Columns are: %2. To search for these words, put them in quotes.</source>
        <translation>Eine Spalte „%1“ gibt es nicht. Spalten sind: %2. Wer diese Wörter sucht, setzt sie in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” may be any of these columns: %2. Type more of its name.</source>
        <translation>„%1“ kann jede dieser Spalten sein: %2. Mehr vom Namen hilft.</translation>
    </message>
    <message>
        <source>“%1” holds no figures to compare. Write %1:… to search in it.</source>
        <translation>„%1“ enthält keine Zahlen zum Vergleichen. Mit %1:… wird darin gesucht.</translation>
    </message>
    <message>
        <source>A number is missing behind “%1”.</source>
        <translation>Hinter „%1“ fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is a percentage, but %2 is an amount.</source>
        <translation>„%1“ ist ein Anteil, aber %2 ist eine Menge.</translation>
    </message>
    <message>
        <source>“%1” is an amount, but %2 is a percentage.</source>
        <translation>„%1“ ist eine Menge, aber %2 ist ein Anteil.</translation>
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
    <name>TablePanel</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Als &amp;JSON speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>Save as &amp;text…</source>
        <translation>Als &amp;Text speichern…</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>%1, sorted by %2</source>
        <translation>%1, sortiert nach %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save the %1 shown</source>
        <translation>Gezeigte %1 speichern</translation>
    </message>
    <message>
        <source>%1 now holds %2.</source>
        <translation>%1 enthält jetzt %2.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The clipboard now holds %1.</source>
        <translation>Die Zwischenablage enthält jetzt %1.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;headers</source>
        <translation>&amp;Mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>Column titles</source>
        <translation>Spaltentitel</translation>
    </message>
</context>
<context>
    <name>TenantDetailPane</name>
    <message>
        <source>Details of the tenant</source>
        <translation>Einzelheiten des Mandanten</translation>
    </message>
    <message>
        <source>Quotas, workloads and pods</source>
        <translation>Quotas, Workloads und Pods</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Quotas</translation>
    </message>
    <message>
        <source>No quota limits this tenant.</source>
        <translation>Keine Quota begrenzt diesen Mandanten.</translation>
    </message>
    <message>
        <source>Workloads</source>
        <translation>Workloads</translation>
    </message>
    <message>
        <source>This tenant runs nothing.</source>
        <translation>Bei diesem Mandanten läuft nichts.</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pods</translation>
    </message>
    <message>
        <source>This tenant has no pods.</source>
        <translation>Dieser Mandant hat keine Pods.</translation>
    </message>
    <message>
        <source>no longer in cluster %1; this is the last that was known</source>
        <translation>nicht mehr im Cluster %1; dies ist der letzte bekannte Stand</translation>
    </message>
    <message>
        <source>in cluster %1</source>
        <translation>im Cluster %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and count</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TenantFacts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolation</translation>
    </message>
    <message>
        <source>Cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Kubernetes: %1</source>
        <translation>Kubernetes: %1</translation>
    </message>
    <message>
        <source>Metrics: %1</source>
        <translation>Metriken: %1</translation>
    </message>
</context>
<context>
    <name>TenantForm</name>
    <message>
        <source>The tenant has no name yet. Type one, such as team-blue.</source>
        <translation>Der Mandant hat noch keinen Namen. Geben Sie einen ein, etwa team-blue.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a namespace. Use at most 63 lower-case letters, digits and dashes, with a letter or a digit first and last.</source>
        <translation>„%1“ kann nicht der Name eines Namespace sein. Nehmen Sie höchstens 63 Kleinbuchstaben, Ziffern und Bindestriche, mit einem Buchstaben oder einer Ziffer am Anfang und am Ende.</translation>
    </message>
    <message>
        <source>The name %1 belongs to the cluster itself. Choose another one.</source>
        <translation>Der Name %1 gehört dem Cluster selbst. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The tenant has no owner yet. Type the name of the group that answers for it.</source>
        <translation>Für den Mandanten ist noch niemand verantwortlich. Geben Sie den Namen der Gruppe ein, die für ihn verantwortlich ist.</translation>
    </message>
    <message>
        <source>The tenant has no owner yet. Type the name of the user who answers for it.</source>
        <translation>Für den Mandanten ist noch niemand verantwortlich. Geben Sie den Namen des Benutzers ein, der für ihn verantwortlich ist.</translation>
    </message>
    <message>
        <source>The owner&apos;s name is longer than 253 characters, or has spaces at an end or characters that cannot be seen. Correct it.</source>
        <translation>Der Name des Verantwortlichen ist länger als 253 Zeichen, oder er hat Leerzeichen am Anfang oder Ende oder unsichtbare Zeichen. Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is one of the cluster&apos;s own names, for more than a single team. Name a user or a group of people.</source>
        <translation>%1 ist einer der eigenen Namen des Clusters, für mehr als ein einzelnes Team. Nennen Sie einen Benutzer oder eine Gruppe von Personen.</translation>
    </message>
    <message>
        <source>The tenant has no cost centre yet. Type the one that pays for it.</source>
        <translation>Der Mandant hat noch keine Kostenstelle. Geben Sie die ein, die für ihn zahlt.</translation>
    </message>
    <message>
        <source>The cost centre is longer than 253 characters, or has spaces at an end or characters that cannot be seen. Correct it.</source>
        <translation>Die Kostenstelle ist länger als 253 Zeichen, oder sie hat Leerzeichen am Anfang oder Ende oder unsichtbare Zeichen. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>More than 20 compliance frameworks are named. Name those that decide.</source>
        <translation>Mehr als 20 Compliance-Regelwerke sind genannt. Nennen Sie die entscheidenden.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a compliance framework. Use letters, digits, dashes and dots, such as iso-27001, with commas between the names.</source>
        <translation>„%1“ kann nicht der Name eines Compliance-Regelwerks sein. Nehmen Sie Buchstaben, Ziffern, Bindestriche und Punkte, etwa iso-27001, mit Kommas zwischen den Namen.</translation>
    </message>
    <message>
        <source>%1: “%2” does not fit. Type a whole number from 1 to %3.</source>
        <translation>%1: „%2“ passt nicht. Geben Sie eine ganze Zahl von 1 bis %3 ein.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: in %2 no container would fit, because one that asks for nothing is given %3. Type more.</source>
        <translation>%1: In %2 würde kein Container passen, denn einer, der nichts verlangt, bekommt %3. Geben Sie mehr ein.</translation>
    </message>
    <message>
        <source>There is no template for the tier “%1”. Choose another tier.</source>
        <translation>Für die Stufe „%1“ gibt es keine Vorlage. Wählen Sie eine andere Stufe.</translation>
    </message>
    <message>
        <source>Concurrent workloads</source>
        <translation>Gleichzeitige Workloads</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>CPU-Kerne</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen pro Minute</translation>
    </message>
    <message>
        <source>Execution time in seconds</source>
        <translation>Ausführungszeit in Sekunden</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Dedicated nodes</source>
        <translation>Eigene Nodes</translation>
    </message>
    <message>
        <source>Physical, a cluster of its own</source>
        <translation>Physisch, ein eigener Cluster</translation>
    </message>
    <message>
        <source>Its pods share nodes with other tenants, and other tenants of this level reach them.</source>
        <translation>Seine Pods teilen sich Nodes mit anderen Mandanten, und andere Mandanten dieses Grades erreichen sie.</translation>
    </message>
    <message>
        <source>Its pods share nodes with other tenants. Of the network only what the template names reaches them.</source>
        <translation>Seine Pods teilen sich Nodes mit anderen Mandanten. Aus dem Netz erreicht sie nur, was die Vorlage nennt.</translation>
    </message>
    <message>
        <source>Its pods run on nodes that carry its label. Label and taint those nodes; the cluster needs the admission plugins PodNodeSelector and PodTolerationRestriction for it.</source>
        <translation>Seine Pods laufen auf Nodes, die sein Label tragen. Versehen Sie diese Nodes mit Label und Taint; der Cluster braucht dafür die Admission-Plugins PodNodeSelector und PodTolerationRestriction.</translation>
    </message>
    <message>
        <source>It is given a whole cluster: choose one that holds no other tenant.</source>
        <translation>Er bekommt einen ganzen Cluster: Wählen Sie einen, in dem kein anderer Mandant ist.</translation>
    </message>
</context>
<context>
    <name>TenantHeadline</name>
    <message>
        <source>tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>at 90 % of a limit or more</source>
        <translation>bei 90 % eines Limits oder mehr</translation>
    </message>
    <message>
        <source>with failed pods</source>
        <translation>mit fehlgeschlagenen Pods</translation>
    </message>
    <message>
        <source>not live</source>
        <translation>nicht aktuell</translation>
    </message>
</context>
<context>
    <name>TenantOnboarding</name>
    <message>
        <source>%1 has a tenant or a namespace %2 already. Choose another name, or edit that tenant.</source>
        <translation>%1 hat schon einen Mandanten oder einen Namespace %2. Wählen Sie einen anderen Namen, oder bearbeiten Sie jenen Mandanten.</translation>
    </message>
    <message>
        <source>%1 belongs to the tenant %2 alone. Choose another cluster.</source>
        <translation>%1 gehört dem Mandanten %2 allein. Wählen Sie einen anderen Cluster.</translation>
    </message>
    <message>
        <source>A physically isolated tenant needs a cluster of its own, and %1 holds the tenant %2. Choose another cluster.</source>
        <translation>Ein physisch isolierter Mandant braucht einen eigenen Cluster, und in %1 ist der Mandant %2. Wählen Sie einen anderen Cluster.</translation>
    </message>
    <message>
        <source>The cluster keeps to the Pod Security labels from Kubernetes 1.23 on; older ones only carry them.</source>
        <translation>Ab Kubernetes 1.23 hält sich der Cluster an die Labels der Pod Security; ältere tragen sie nur.</translation>
    </message>
    <message>
        <source>No cluster is chosen yet. Choose the one to make it in.</source>
        <translation>Noch ist kein Cluster gewählt. Wählen Sie den, in dem er angelegt werden soll.</translation>
    </message>
    <message>
        <source>Onboard tenant %1 in %2</source>
        <translation>Mandant %1 in %2 anlegen</translation>
    </message>
</context>
<context>
    <name>TenantRowMenu</name>
    <message>
        <source>Actions for tenant %1</source>
        <translation>Aktionen für Mandant %1</translation>
    </message>
    <message>
        <source>&amp;Open details</source>
        <translation>&amp;Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>Copy the &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the ce&amp;ll</source>
        <translation>&amp;Zelle kopieren</translation>
    </message>
    <message>
        <source>Only this %1 (it has none)</source>
        <translation>Nur %1 (keine Angabe)</translation>
    </message>
    <message>
        <source>Only %1 %2</source>
        <comment>what and which</comment>
        <translation>Nur %1 %2</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>&amp;Sort by %1</source>
        <translation>&amp;Sortieren nach %1</translation>
    </message>
    <message>
        <source>Show its &amp;pods</source>
        <translation>&amp;Pods zeigen</translation>
    </message>
    <message>
        <source>O&amp;ffboard tenant…</source>
        <translation>Mandanten ent&amp;fernen…</translation>
    </message>
</context>
<context>
    <name>TenantTableModel</name>
    <message>
        <source>%1: %2 reserved</source>
        <translation>%1: %2 reserviert</translation>
    </message>
</context>
<context>
    <name>TenantTemplate</name>
    <message>
        <source>The template %1 has mistakes and is not used. Line %2, column %3: %4</source>
        <translation>Die Vorlage %1 hat Fehler und wird nicht benutzt. Zeile %2, Spalte %3: %4</translation>
    </message>
</context>
<context>
    <name>TenantTemplateFiles</name>
    <message>
        <source>It cannot be read: %1. Let somebody who may change its rights do so.</source>
        <translation>Sie kann nicht gelesen werden: %1. Lassen Sie jemanden ihre Rechte ändern, der das darf.</translation>
    </message>
</context>
<context>
    <name>TenantVerb</name>
    <message>
        <source>Write: pilothouse tenant create NAME --tier TIER --owner NAME --cost-centre NAME --cluster NAME --reason TEXT [--dry-run] [--yes], or: pilothouse tenant delete NAME --cluster NAME --reason TEXT [--dry-run] [--yes].</source>
        <translation>Schreiben Sie: pilothouse tenant create NAME --tier STUFE --owner NAME --cost-centre NAME --cluster NAME --reason TEXT [--dry-run] [--yes], oder: pilothouse tenant delete NAME --cluster NAME --reason TEXT [--dry-run] [--yes].</translation>
    </message>
    <message>
        <source>AMOUNT</source>
        <translation>MENGE</translation>
    </message>
    <message>
        <source>Pods at once, other than the tier&apos;s.</source>
        <translation>Pods gleichzeitig, abweichend von der Stufe.</translation>
    </message>
    <message>
        <source>Cores, other than the tier&apos;s.</source>
        <translation>CPU-Kerne, abweichend von der Stufe.</translation>
    </message>
    <message>
        <source>Memory, other than the tier&apos;s.</source>
        <translation>Speicher, abweichend von der Stufe.</translation>
    </message>
    <message>
        <source>Storage, other than the tier&apos;s.</source>
        <translation>Datenspeicher, abweichend von der Stufe.</translation>
    </message>
    <message>
        <source>Requests a minute, likewise.</source>
        <translation>Anfragen pro Minute, ebenso.</translation>
    </message>
    <message>
        <source>Execution time in seconds, likewise.</source>
        <translation>Ausführungszeit in Sekunden, ebenso.</translation>
    </message>
    <message>
        <source>There is no tier %1. There are: %2.</source>
        <translation>Es gibt keine Stufe %1. Es gibt: %2.</translation>
    </message>
    <message>
        <source>It is not said which tier. Write --tier with one of: %1.</source>
        <translation>Es ist nicht gesagt, welche Stufe. Schreiben Sie --tier mit einer von diesen: %1.</translation>
    </message>
    <message>
        <source>Of the template that it is made by.</source>
        <translation>Die der Vorlage, nach der er angelegt wird.</translation>
    </message>
    <message>
        <source>TIER</source>
        <translation>STUFE</translation>
    </message>
    <message>
        <source>Who answers for it, as the cluster knows that user.</source>
        <translation>Wer für ihn verantwortlich ist, wie der Cluster diesen Benutzer kennt.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>The owner is a group, not a user.</source>
        <translation>Verantwortlich ist eine Gruppe, kein Benutzer.</translation>
    </message>
    <message>
        <source>Who pays for it.</source>
        <translation>Wer für ihn zahlt.</translation>
    </message>
    <message>
        <source>shared, namespace, dedicated or physical; else what the tier says.</source>
        <translation>shared, namespace, dedicated oder physical; sonst, was die Stufe sagt.</translation>
    </message>
    <message>
        <source>LEVEL</source>
        <translation>GRAD</translation>
    </message>
    <message>
        <source>Frameworks that it keeps to, such as gdpr,iso-27001.</source>
        <translation>Regelwerke, an die er sich hält, etwa gdpr,iso-27001.</translation>
    </message>
    <message>
        <source>LIST</source>
        <translation>LISTE</translation>
    </message>
    <message>
        <source>There is no isolation level %1. There are: %2.</source>
        <translation>Es gibt keinen Isolationsgrad %1. Es gibt: %2.</translation>
    </message>
    <message>
        <source>%1 has no tenant %2. Look at: pilothouse --panel tenants --export text.</source>
        <translation>%1 hat keinen Mandanten %2. Sehen Sie nach mit: pilothouse --panel tenants --export text.</translation>
    </message>
    <message>
        <source>Makes a tenant by the template of its tier, or takes one away with all that it has: by the guards, with a preview, into the journal, and looked after until the cluster shows it.

Ends with 0 when it was verified, 2 when it was not understood, 3 when it was refused, 4 when it failed, 5 when the cluster did not show it in time, 6 when somebody else changed the same, 7 when nobody knows, 8 when only a part was made, 9 when it was given up, 10 when the cluster could not be read.</source>
        <translation>Legt einen Mandanten nach der Vorlage seiner Stufe an, oder entfernt einen mit allem, was er hat: mit allen Prüfungen, mit einer Vorschau, mit Eintrag ins Journal, und beobachtet, bis der Cluster es zeigt.

Endet mit 0, wenn es nachgewiesen ist, 2, wenn es nicht verstanden wurde, 3, wenn es abgelehnt wurde, 4, wenn es misslungen ist, 5, wenn der Cluster es nicht rechtzeitig zeigte, 6, wenn jemand anderes dasselbe geändert hat, 7, wenn es niemand weiß, 8, wenn nur ein Teil gemacht wurde, 9, wenn es aufgegeben wurde, 10, wenn der Cluster nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>The tenant&apos;s name.</source>
        <translation>Der Name des Mandanten.</translation>
    </message>
    <message>
        <source>Nothing was said that is to be done with the tenant.</source>
        <translation>Es wurde nicht gesagt, was mit dem Mandanten zu tun ist.</translation>
    </message>
    <message>
        <source>A tenant cannot be “%1”.</source>
        <translation>„%1“ geht mit einem Mandanten nicht.</translation>
    </message>
    <message>
        <source>The name of one tenant is needed.</source>
        <translation>Der Name eines Mandanten ist nötig.</translation>
    </message>
</context>
<context>
    <name>TenantsPanel</name>
    <message>
        <source>1 tenant</source>
        <translation>1 Mandant</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants</source>
        <translation>
            <numerusform>%n Mandant</numerusform>
            <numerusform>%n Mandanten</numerusform>
        </translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>%1 of %2 tenants</source>
        <translation>%1 von %2 Mandanten</translation>
    </message>
    <message>
        <source>tenants</source>
        <comment>file name</comment>
        <translation>mandanten</translation>
    </message>
    <message>
        <source>A tenant is made of the namespaces that carry its label: platform.example.com/tenant, unless the settings name another. Label some with kubectl label namespace NAME platform.example.com/tenant=TENANT.</source>
        <translation>Ein Mandant besteht aus den Namespaces, die sein Label tragen: platform.example.com/tenant, wenn die Einstellungen kein anderes nennen. Mit kubectl label namespace NAME platform.example.com/tenant=MANDANT welche kennzeichnen.</translation>
    </message>
    <message>
        <source>1 tenant is at 90 % of a limit or more.</source>
        <translation>1 Mandant hat 90 % eines Limits oder mehr erreicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n tenants are at 90 % of a limit or more.</source>
        <translation>
            <numerusform>%n Mandant hat 90 % eines Limits oder mehr erreicht.</numerusform>
            <numerusform>%n Mandanten haben 90 % eines Limits oder mehr erreicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThreeWayModel</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>keeps theirs</source>
        <translation>behält deren Wert</translation>
    </message>
    <message>
        <source>%1, changed by both</source>
        <translation>%1, von beiden geändert</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Von Ihnen</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Von anderen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 more like this within the minute: %2</source>
        <translation>%1 weitere dieser Art innerhalb der Minute: %2</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>It was mended.</source>
        <translation>Es wurde behoben.</translation>
    </message>
    <message>
        <source>It was over by itself.</source>
        <translation>Es ging von selbst vorüber.</translation>
    </message>
    <message>
        <source>It was not mended in time, so the platform was put back.</source>
        <translation>Es wurde nicht rechtzeitig behoben, daher wurde die Plattform zurückgesetzt.</translation>
    </message>
    <message>
        <source>It still goes on.</source>
        <translation>Es dauert noch an.</translation>
    </message>
    <message>
        <source>It was ended before it was mended, and the platform was put back.</source>
        <translation>Es wurde beendet, bevor es behoben war, und die Plattform wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>The incident began.</source>
        <translation>Der Vorfall begann.</translation>
    </message>
    <message>
        <source>The first harm was done.</source>
        <translation>Der erste Schaden entstand.</translation>
    </message>
    <message>
        <source>All was well again.</source>
        <translation>Alles war wieder in Ordnung.</translation>
    </message>
    <message>
        <source>All was well again by itself.</source>
        <translation>Alles war von selbst wieder in Ordnung.</translation>
    </message>
    <message>
        <source>The time was over.</source>
        <translation>Die Zeit war um.</translation>
    </message>
    <message>
        <source>The incident was ended.</source>
        <translation>Der Vorfall wurde beendet.</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>user satisfaction</source>
        <translation>Zufriedenheit der Benutzer</translation>
    </message>
    <message>
        <source>%1 (only tried)</source>
        <translation>%1 (nur zur Probe)</translation>
    </message>
    <message>
        <source>%1: refused with %2</source>
        <translation>%1: abgelehnt mit %2</translation>
    </message>
    <message>
        <source>The sandbox could not be started</source>
        <translation>Die Sandbox konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>Its folder cannot be used.</source>
        <translation>Der Ordner der Sandbox ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Make XDG_RUNTIME_DIR name a folder that is yours alone, and try again.</source>
        <translation>In XDG_RUNTIME_DIR einen Ordner angeben, der nur Ihnen gehört, und es erneut versuchen.</translation>
    </message>
    <message>
        <source>The program pilothouse-sandbox is not there.</source>
        <translation>Das Programm pilothouse-sandbox ist nicht da.</translation>
    </message>
    <message>
        <source>Install it beside pilothouse, or build it with packaging/run.</source>
        <translation>Es neben pilothouse installieren, oder mit packaging/run bauen.</translation>
    </message>
    <message>
        <source>It ended before it was ready.</source>
        <translation>Die Sandbox endete, bevor sie bereit war.</translation>
    </message>
    <message>
        <source>Start pilothouse-sandbox in a terminal to see more, or open the sandbox again.</source>
        <translation>pilothouse-sandbox in einem Terminal starten, um mehr zu sehen, oder die Sandbox erneut öffnen.</translation>
    </message>
    <message>
        <source>It was not ready in time.</source>
        <translation>Die Sandbox war nicht rechtzeitig bereit.</translation>
    </message>
    <message>
        <source>Wait until this computer is less busy, and open the sandbox again.</source>
        <translation>Warten, bis dieser Rechner weniger zu tun hat, und die Sandbox erneut öffnen.</translation>
    </message>
    <message>
        <source>One that runs already cannot be understood: it is of another version.</source>
        <translation>Eine Sandbox, die schon läuft, ist nicht zu verstehen: Sie hat eine andere Version.</translation>
    </message>
    <message>
        <source>End it, and open the sandbox again.</source>
        <translation>Diese beenden und die Sandbox erneut öffnen.</translation>
    </message>
    <message>
        <source>The sandbox has ended</source>
        <translation>Die Sandbox ist beendet</translation>
    </message>
    <message>
        <source>The program pilothouse-sandbox does not run any more.</source>
        <translation>Das Programm pilothouse-sandbox läuft nicht mehr.</translation>
    </message>
    <message>
        <source>Open the sandbox again for a new one.</source>
        <translation>Die Sandbox erneut öffnen, um eine neue zu bekommen.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Ausgabe: %1</translation>
    </message>
    <message>
        <source>Another incident runs in the sandbox. Wait for its end, or end it in the menu Training.</source>
        <translation>In der Sandbox läuft ein anderer Vorfall. Sein Ende abwarten, oder ihn im Menü „Training“ beenden.</translation>
    </message>
    <message>
        <source>The sandbox did not do what it was asked for. Try again in a moment.</source>
        <translation>Die Sandbox hat nicht getan, was verlangt war. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The sandbox is starting</source>
        <translation>Die Sandbox startet</translation>
    </message>
    <message>
        <source>A platform of several clusters comes up on this computer.</source>
        <translation>Auf diesem Rechner entsteht eine Plattform aus mehreren Clustern.</translation>
    </message>
    <message>
        <source>It takes some seconds; tenants appear here by themselves.</source>
        <translation>Das dauert einige Sekunden; die Mandanten erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>The sandbox has no metrics and no alerts: install %1 and open it again.</source>
        <translation>Die Sandbox hat keine Metriken und keine Alarme: Installieren Sie %1 und öffnen Sie die Sandbox erneut.</translation>
    </message>
    <message>
        <source>The incident “%1” begins.</source>
        <translation>Der Vorfall „%1“ beginnt.</translation>
    </message>
</context>
<context>
    <name>TrainingMenu</name>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Open the &amp;sandbox</source>
        <translation>&amp;Sandbox öffnen</translation>
    </message>
    <message>
        <source>&amp;End the incident</source>
        <translation>&amp;Vorfall beenden</translation>
    </message>
    <message>
        <source>Show the last &amp;debriefing</source>
        <translation>Letzte &amp;Nachbesprechung zeigen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>%1 (runs)</source>
        <translation>%1 (läuft)</translation>
    </message>
</context>
<context>
    <name>TrendChart</name>
    <message>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>%1 exists again. Look at it instead.</source>
        <translation>%1 gibt es wieder. Sehen Sie es stattdessen an.</translation>
    </message>
    <message>
        <source>%1 does not exist any more.</source>
        <translation>%1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 was deleted and made anew since.</source>
        <translation>%1 wurde seither gelöscht und neu angelegt.</translation>
    </message>
    <message>
        <source>What it changed is put back in %1 objects; nobody has changed the same since.</source>
        <translation>Was sie geändert hat, wird in %1 Objekten zurückgesetzt; seither hat niemand dasselbe geändert.</translation>
    </message>
    <message>
        <source>The objects have moved on: %1 fields that it changed were changed again since. Undoing replaces what is there now.</source>
        <translation>Die Objekte haben sich weiterentwickelt: %1 Felder, die sie geändert hat, wurden seither noch einmal geändert. Das Rückgängigmachen ersetzt, was jetzt da ist.</translation>
    </message>
    <message>
        <source>This cannot be undone: %1</source>
        <translation>Das kann nicht rückgängig gemacht werden: %1</translation>
    </message>
    <message>
        <source>It changed nothing, so there is nothing to undo.</source>
        <translation>Sie hat nichts geändert, also gibt es nichts rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>&gt;999 %</source>
        <translation>&gt;999 %</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source>CPU and memory over the last 15 minutes</source>
        <translation>CPU und Speicher der letzten 15 Minuten</translation>
    </message>
    <message>
        <source>CPU over the last 15 minutes</source>
        <translation>CPU der letzten 15 Minuten</translation>
    </message>
    <message>
        <source>Memory over the last 15 minutes</source>
        <translation>Speicher der letzten 15 Minuten</translation>
    </message>
    <message>
        <source>cores of CPU really used</source>
        <translation>CPU-Kerne tatsächlich genutzt</translation>
    </message>
    <message>
        <source>of memory really used</source>
        <translation>Speicher tatsächlich genutzt</translation>
    </message>
    <message>
        <source>Reading the last 15 minutes of usage.</source>
        <translation>Die Nutzung der letzten 15 Minuten wird gelesen.</translation>
    </message>
    <message>
        <source>CPU: %1 cores used last, %2.</source>
        <translation>CPU: zuletzt %1 Kerne genutzt, %2.</translation>
    </message>
    <message>
        <source>Memory: %1 used last, %2.</source>
        <translation>Speicher: zuletzt %1 genutzt, %2.</translation>
    </message>
</context>
<context>
    <name>VerbOptions</name>
    <message>
        <source>The cluster to change, by its name or its context.</source>
        <translation>Der Cluster, der geändert wird, nach seinem Namen oder seinem Kontext.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Why it is changed; goes to the journal.</source>
        <translation>Warum es geändert wird; kommt ins Journal.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>The ticket that asks for it.</source>
        <translation>Das Ticket, das es verlangt.</translation>
    </message>
    <message>
        <source>With --yes, for a production cluster: its name.</source>
        <translation>Mit --yes, bei einem Produktionscluster: sein Name.</translation>
    </message>
    <message>
        <source>Read this kubeconfig alone.</source>
        <translation>Nur diese kubeconfig lesen.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Wait at most so long for the cluster (30).</source>
        <translation>Höchstens so lange auf den Cluster warten (30).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <translation>SEKUNDEN</translation>
    </message>
    <message>
        <source>Show what would be changed, and change nothing.</source>
        <translation>Zeigen, was geändert würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>Nicht fragen.</translation>
    </message>
    <message>
        <source>The kubeconfig has no cluster or context %1. It has: %2.</source>
        <translation>Die kubeconfig hat weder Cluster noch Kontext %1. Sie enthält: %2.</translation>
    </message>
    <message>
        <source>The kubeconfig has several identities for %1. Say which with --cluster: %2.</source>
        <translation>Die kubeconfig hat mehrere Identitäten für %1. Sagen Sie mit --cluster, welche: %2.</translation>
    </message>
    <message>
        <source>It is not said which cluster is to be changed. Write --cluster NAME.</source>
        <translation>Es ist nicht gesagt, welcher Cluster geändert werden soll. Schreiben Sie --cluster NAME.</translation>
    </message>
    <message>
        <source>It is not said why. Write --reason TEXT; it goes to the journal.</source>
        <translation>Es ist nicht gesagt, warum. Schreiben Sie --reason TEXT; es kommt ins Journal.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds. Write for example --deadline 30.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden. Richtig ist zum Beispiel --deadline 30.</translation>
    </message>
</context>
<context>
    <name>VerbRun</name>
    <message>
        <source>%1 has not answered completely in time. Give it longer with --deadline.</source>
        <translation>%1 hat nicht rechtzeitig vollständig geantwortet. Geben Sie mit --deadline mehr Zeit.</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation>&amp;Zeilenhöhe</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation>&amp;Großzügig</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Claimed by %1</source>
        <translation>Übernommen von %1</translation>
    </message>
</context>
</TS>
