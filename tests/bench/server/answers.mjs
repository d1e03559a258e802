// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one endpoint of the stand-in answers. Formats as kube-apiserver 1.20 sends them.
import {Churn} from './churn.mjs';
import * as protobuf from './podprotobuf.mjs';

const columns = [['Name', 'string', 'name', 0], ['Ready', 'string', '', 0], ['Status', 'string', '', 0],
    ['Restarts', 'integer', '', 0], ['Age', 'string', '', 0], ['IP', 'string', '', 1], ['Node', 'string', '', 1],
    ['Nominated Node', 'string', '', 1], ['Readiness Gates', 'string', '', 1]]
    .map(([name, type, format, priority]) => ({name, type, format, description: `${name} of the pod.`, priority}));

const discovery = {
    '/version': {major: '1', minor: '20', gitVersion: 'v1.20.2', platform: 'linux/amd64'},
    '/api': {kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: []},
    '/apis': {kind: 'APIGroupList', apiVersion: 'v1', groups: []},
    '/api/v1': {kind: 'APIResourceList', groupVersion: 'v1', resources: [['namespaces', false, 'Namespace', ['ns']],
        ['pods', true, 'Pod', ['po']], ['resourcequotas', true, 'ResourceQuota', ['quota']]]
        .map(([name, namespaced, kind, shortNames]) =>
            ({name, singularName: '', namespaced, kind, verbs: ['get', 'list', 'watch'], shortNames}))},
};

const failure = (code, reason, message) =>
    ({kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code});

function namespaceObject(name, version) {
    return {metadata: {name, uid: `space-${name}`, resourceVersion: String(version),
        labels: {'platform.example.com/tenant': name, 'platform.example.com/tier': 'gold'}}, status: {phase: 'Active'}};
}

function quotaObject(name, version) {
    const hard = {'requests.cpu': '40', 'requests.memory': '64Gi', pods: '400'};
    return {metadata: {name: 'tenant-quota', namespace: name, uid: `quota-${name}`, resourceVersion: String(version)},
        spec: {hard}, status: {hard, used: {'requests.cpu': '10', 'requests.memory': '9600Mi', pods: '100'}}};
}

export class Answers {
    constructor(fleet) {
        this.fleet = fleet;
        this.churn = new Churn(fleet);
        this.log = [];
        const version = fleet.version;
        const list = (kind, make) => Buffer.from(JSON.stringify({kind, apiVersion: 'v1',
            metadata: {resourceVersion: String(version)}, items: fleet.spaces.map(name => make(name, version))}));
        this.fixed = new Map(Object.entries(discovery).map(([path, body]) => [path, Buffer.from(JSON.stringify(body))]));
        this.fixed.set('/api/v1/namespaces', list('NamespaceList', namespaceObject));
        this.fixed.set('/api/v1/resourcequotas', list('ResourceQuotaList', quotaObject));
    }

    answer(request, response) {
        const url = new URL(request.url, 'https://stand-in');
        const query = url.searchParams;
        const accept = request.headers.accept ?? '';
        response.on('error', () => {});
        if (url.pathname.startsWith('/bench/'))
            return this.control(url, response);
        this.log.push({path: request.url, accept});
        if (['true', '1'].includes(query.get('watch')) && this.isCollection(url.pathname))
            return this.watch(url.pathname, query, accept, response);
        if (url.pathname === '/api/v1/pods')
            return this.pods(query, accept, response);
        const body = this.fixed.get(url.pathname);
        if (request.method === 'GET' && body)
            return this.send(response, 200, [body]);
        return this.send(response, 404, [Buffer.from(JSON.stringify(
            failure(404, 'NotFound', 'the server could not find the requested resource')))]);
    }

    isCollection(path) {
        return ['/api/v1/pods', '/api/v1/namespaces', '/api/v1/resourcequotas'].includes(path);
    }

    control(url, response) {
        if (url.pathname === '/bench/churn')
            this.churn.start(Number(url.searchParams.get('rate')), Number(url.searchParams.get('seconds')));
        this.send(response, 200, [Buffer.from(JSON.stringify({log: this.log, sent: this.churn.sent,
            watches: this.churn.watches.size}))]);
    }

    send(response, status, parts, type = 'application/json') {
        response.writeHead(status, {'content-type': type,
            'content-length': parts.reduce((sum, part) => sum + part.length, 0)});
        for (const part of parts)
            response.write(part);
        response.end();
    }

    pods(query, accept, response) {
        const total = this.fleet.pods.length;
        const first = Number(query.get('continue') ?? 0);
        const last = Math.min(total, first + (Number(query.get('limit') ?? 0) || total));
        const next = last < total ? String(last) : '';
        const version = String(this.churn.version);
        const metadata = {resourceVersion: version, ...(next && {continue: next, remainingItemCount: total - last})};
        if (accept.includes('as=Table')) {
            const form = query.get('includeObject') === 'None' ? 'row' : 'fullRow';
            const head = {kind: 'Table', apiVersion: 'meta.k8s.io/v1', metadata, columnDefinitions: columns};
            return this.send(response, 200, this.wrapped(head, 'rows', form, first, last));
        }
        if (accept.startsWith('application/vnd.kubernetes.protobuf')) {
            const meta = protobuf.listMeta(version, next);
            const items = this.fleet.slice('protobuf', first, last);
            return this.send(response, 200, [protobuf.envelopeHead('v1', 'PodList', meta.length + items.length), meta,
                items, protobuf.envelopeTail], 'application/vnd.kubernetes.protobuf');
        }
        return this.send(response, 200,
            this.wrapped({kind: 'PodList', apiVersion: 'v1', metadata}, 'items', 'json', first, last));
    }

    wrapped(head, name, form, first, last) {
        return [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"${name}":[`), this.fleet.slice(form, first, last),
            Buffer.from(']}')];
    }

    watch(path, query, accept, response) {
        const binary = path === '/api/v1/pods' && accept.startsWith('application/vnd.kubernetes.protobuf');
        const type = binary ? 'application/vnd.kubernetes.protobuf;stream=watch' : 'application/json';
        response.writeHead(200, {'content-type': type});
        response.flushHeaders?.();
        const kind = {'/api/v1/pods': 'Pod', '/api/v1/namespaces': 'Namespace'}[path] ?? 'ResourceQuota';
        const bookmarks = ['true', '1'].includes(query.get('allowWatchBookmarks'));
        this.churn.add(response, {binary, kind, bookmarks});
        const over = setTimeout(() => response.end(), (Number(query.get('timeoutSeconds')) || 3600) * 1000);
        response.on('close', () => clearTimeout(over));
    }
}
