// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in for many API servers at once, fast enough not to be what is measured: all bodies are encoded before the first
// request. Speaks HTTP/2 and HTTP/1.1 over TLS with a certificate made at the start.
//   node apiserver.mjs --dir DIR [--endpoints 10] [--pods 5000] [--spaces 50] [--processes 2]
// Writes DIR/kubeconfig and DIR/ca.crt, prints one JSON line when ready, and ends when its standard input does.
//   POST /bench/churn?rate=1000&seconds=60   that endpoint sends MODIFIED events to every watch of pods, whose
//                                            restartCount is the sending time: milliseconds of the monotonic clock
//   GET /bench/log                           what was asked since the start: [{path, accept}]; with the events sent
import {execFileSync, fork} from 'node:child_process';
import fs from 'node:fs';
import http2 from 'node:http2';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {Answers} from './answers.mjs';
import {Fleet} from './fleetdata.mjs';

function options(argv) {
    const given = {dir: '', endpoints: '10', pods: '5000', spaces: '50', processes: '2'};
    for (let i = 0; i + 1 < argv.length; i += 2)
        given[argv[i].replace(/^--/, '')] = argv[i + 1];
    for (const name of ['endpoints', 'pods', 'spaces', 'processes'])
        given[name] = Number(given[name]);
    return given;
}

function serve(index, {dir, pods, spaces}) {
    const answers = new Answers(new Fleet(index + 1, pods, spaces));
    const server = http2.createSecureServer({key: fs.readFileSync(path.join(dir, 'server.key')),
        cert: fs.readFileSync(path.join(dir, 'ca.crt')), allowHTTP1: true});
    server.on('request', (request, response) => answers.answer(request, response));
    server.on('session', session => session.on('error', () => {})); // a client that goes away is no news
    return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve({index, port: server.address().port})));
}

async function worker() {
    const {endpoints, settings} = JSON.parse(process.argv[3]);
    process.on('disconnect', () => process.exit(0));
    process.send(await Promise.all(endpoints.map(index => serve(index, settings))));
}

function kubeconfig(dir, ports) {
    const authority = fs.readFileSync(path.join(dir, 'ca.crt')).toString('base64');
    const names = ports.map((port, i) => `bench-${String(i).padStart(2, '0')}`);
    return JSON.stringify({apiVersion: 'v1', kind: 'Config', 'current-context': names[0],
        clusters: names.map((name, i) => ({name, cluster: {server: `https://127.0.0.1:${ports[i]}`,
            'certificate-authority-data': authority}})),
        users: [{name: 'bench', user: {token: 'bench'}}],
        contexts: names.map(name => ({name, context: {cluster: name, user: 'bench'}}))}, null, 1);
}

async function main() {
    const settings = options(process.argv.slice(2));
    fs.mkdirSync(settings.dir, {recursive: true});
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
        '-subj', '/CN=Pilothouse benchmarks', '-addext', 'subjectAltName=IP:127.0.0.1',
        '-keyout', path.join(settings.dir, 'server.key'), '-out', path.join(settings.dir, 'ca.crt')], {stdio: 'pipe'});
    process.stdin.on('end', () => process.exit(0));
    process.stdin.resume();
    const workers = Math.min(settings.processes, settings.endpoints);
    const shares = Array.from({length: workers}, (unused, w) =>
        Array.from({length: settings.endpoints}, (also, i) => i).filter(i => i % workers === w));
    const answers = await Promise.all(shares.map(endpoints => new Promise((resolve, reject) => {
        const child = fork(fileURLToPath(import.meta.url), ['--worker', JSON.stringify({endpoints, settings})]);
        child.once('message', resolve);
        child.once('exit', status => {
            reject(new Error(`a server process ended with status ${status}`));
            process.exit(1);
        });
    })));
    const ports = answers.flat().sort((a, b) => a.index - b.index).map(entry => entry.port);
    fs.writeFileSync(path.join(settings.dir, 'kubeconfig'), kubeconfig(settings.dir, ports), {mode: 0o600});
    console.log(JSON.stringify({kubeconfig: path.join(settings.dir, 'kubeconfig'), ca: path.join(settings.dir, 'ca.crt'),
        urls: ports.map(port => `https://127.0.0.1:${port}`), pods: settings.pods * settings.endpoints}));
}

await (process.argv[2] === '--worker' ? worker() : main());
