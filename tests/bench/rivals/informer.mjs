// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a console on the JavaScript client does: an informer of pods in each context. Prints how long all lists took and
// what the process needed at most, and ends. The folder with node_modules comes first, as modules are not looked for in
// NODE_PATH:   node informer.mjs NODE_MODULES_PARENT KUBECONFIG
import fs from 'node:fs';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [folder, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/`));
const {CoreV1Api, KubeConfig, makeInformer} = await import(pathToFileURL(require.resolve('@kubernetes/client-node')));

const config = new KubeConfig();
config.loadFromFile(file);
const began = performance.now();
const informers = config.getContexts().map(({name}) => {
    const own = new KubeConfig();
    own.loadFromFile(file);
    own.setCurrentContext(name);
    const client = own.makeApiClient(CoreV1Api);
    const informer = makeInformer(own, '/api/v1/pods', () => client.listPodForAllNamespaces());
    informer.on('error', error => {
        console.error(`The informer of ${name} failed: ${error}`);
        process.exit(1);
    });
    return informer;
});
await Promise.all(informers.map(informer => informer.start()));
const seconds = (performance.now() - began) / 1000;
const rows = informers.reduce((sum, informer) => sum + informer.list().length, 0);
const peak = Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
console.log(JSON.stringify({seconds, rows, peak_mib: peak}));
process.exit(0);
