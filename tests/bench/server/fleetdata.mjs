// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pods of one endpoint, made from a seed and encoded once in every form that is asked for. Each is a copy of one of a
// few model pods in which fields of a fixed width are written over, so that 50,000 of them take a second to make.
import * as protobuf from './podprotobuf.mjs';

const apps = ['billing', 'catalog', 'checkout', 'gateway', 'payment', 'search'];
const conditions = ready => ['Initialized', 'PodScheduled', 'ContainersReady', 'Ready'].map((type, i) => ({type,
    status: ready || i < 2 ? 'True' : 'False', lastProbeTime: null, lastTransitionTime: '2026-11-01T08:00:12Z'}));

// What the kubelet and the controller manager leave there: a third of the bytes, and nobody reads them.
function managedFields(app, ip) {
    const known = {'.': {}, 'f:lastProbeTime': {}, 'f:lastTransitionTime': {}, 'f:status': {}, 'f:type': {}};
    const owners = {'f:apiVersion': {}, 'f:blockOwnerDeletion': {}, 'f:controller': {}, 'f:kind': {}, 'f:name': {}};
    const ports = {'.': {}, 'k:{"containerPort":8080,"protocol":"TCP"}':
        {'.': {}, 'f:containerPort': {}, 'f:name': {}, 'f:protocol': {}}};
    const resources = {'.': {}, 'f:limits': {'f:cpu': {}, 'f:memory': {}}, 'f:requests': {'f:cpu': {}, 'f:memory': {}}};
    const made = {'f:metadata': {'f:generateName': {}, 'f:labels': {'.': {}, 'f:app': {}, 'f:pod-template-hash': {}},
        'f:ownerReferences': {'.': {}, 'k:{"uid":"0cebd82b-75c0-432d-a738-f9fb8ddfe81b"}': {'.': {}, ...owners}}},
    'f:spec': {'f:containers': {[`k:{"name":"${app}"}`]: {'.': {}, 'f:image': {}, 'f:imagePullPolicy': {}, 'f:name': {},
        'f:ports': ports, 'f:resources': resources, 'f:terminationMessagePath': {}, 'f:terminationMessagePolicy': {}}},
    'f:dnsPolicy': {}, 'f:enableServiceLinks': {}, 'f:restartPolicy': {}, 'f:schedulerName': {}, 'f:securityContext': {},
    'f:terminationGracePeriodSeconds': {}}};
    const ran = {'f:status': {'f:conditions': {'k:{"type":"ContainersReady"}': known, 'k:{"type":"Initialized"}': known,
        'k:{"type":"Ready"}': known}, 'f:containerStatuses': {}, 'f:hostIP': {}, 'f:phase': {}, 'f:podIP': {},
    'f:podIPs': {'.': {}, [`k:{"ip":"${ip}"}`]: {'.': {}, 'f:ip': {}}}, 'f:startTime': {}}};
    const entry = (manager, time, fieldsV1) =>
        ({manager, operation: 'Update', apiVersion: 'v1', time, fieldsType: 'FieldsV1', fieldsV1});
    return [entry('kube-controller-manager', '2026-11-01T08:00:02Z', made), entry('kubelet', '2026-11-01T08:00:12Z', ran)];
}

function modelPod(app, kind) {
    const crashes = kind === 'crash';
    const waits = kind === 'pending';
    const image = `registry.example.com/${app}:1.${app.length}.0`;
    const state = crashes ? {waiting: {reason: 'CrashLoopBackOff', message: 'back-off 5m0s restarting failed container'}}
        : waits ? {waiting: {reason: 'ContainerCreating', message: ''}} : {running: {startedAt: '2026-11-01T08:00:12Z'}};
    const ready = !crashes && !waits;
    return {
        metadata: {name: `${app}-7d9f8b6c5d-NNNNN`, generateName: `${app}-7d9f8b6c5d-`, namespace: 'tenant-SSS',
            uid: '3777127d-31b9-412f-9cb0-UUUUUUUUUUUU', resourceVersion: 'VVVVVVVVV',
            creationTimestamp: '2026-11-01T08:00:02Z', labels: {app, 'pod-template-hash': '7d9f8b6c5d'},
            annotations: {'kubernetes.io/limit-ranger': `LimitRanger plugin set: cpu, memory request for container ${app}`},
            ownerReferences: [{apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${app}-7d9f8b6c5d`,
                uid: '0cebd82b-75c0-432d-a738-f9fb8ddfe81b', controller: true, blockOwnerDeletion: true}],
            managedFields: managedFields(app, '10.39.134.151')},
        spec: {volumes: [{name: 'default-token-fkxv5', secret: {secretName: 'default-token-fkxv5', defaultMode: 420}}],
            containers: [{name: app, image, ports: [{name: 'http', containerPort: 8080, protocol: 'TCP'}],
                resources: {limits: {cpu: '200m', memory: '256Mi'}, requests: {cpu: '100m', memory: '96Mi'}},
                volumeMounts: [{name: 'default-token-fkxv5', readOnly: true,
                    mountPath: '/var/run/secrets/kubernetes.io/serviceaccount'}],
                terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File',
                imagePullPolicy: 'IfNotPresent'}],
            restartPolicy: 'Always', terminationGracePeriodSeconds: 30, dnsPolicy: 'ClusterFirst',
            serviceAccountName: 'default', serviceAccount: 'default', nodeName: 'node-DDD', securityContext: {},
            schedulerName: 'default-scheduler', tolerations: ['not-ready', 'unreachable'].map(key =>
                ({key: `node.kubernetes.io/${key}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300})),
            priority: 0, enableServiceLinks: true, preemptionPolicy: 'PreemptLowerPriority'},
        status: {phase: waits ? 'Pending' : 'Running', conditions: conditions(ready), hostIP: '192.0.2.10',
            podIP: '10.39.134.151', podIPs: [{ip: '10.39.134.151'}], startTime: '2026-11-01T08:00:02Z',
            containerStatuses: [{name: app, state, lastState: {}, ready, restartCount: 1111111111, image, imageID: image,
                started: ready}],
            qosClass: 'Burstable'},
    };
}

const json = value => Buffer.from(JSON.stringify(value));

// Where the fields of a fixed width lie in one encoded model.
function encoded(buffer, restarts) {
    const all = mark => {
        const places = [];
        for (let at = buffer.indexOf(mark); at >= 0; at = buffer.indexOf(mark, at + 1))
            places.push(at);
        return places;
    };
    return {buffer, name: all('-NNNNN').map(at => at + 1), space: all('-SSS').map(at => at + 1),
        uid: all('UUUUUUUUUUUU'), version: all('VVVVVVVVV'), node: all('-DDD').map(at => at + 1),
        restarts: restarts === undefined ? [] : all(restarts)};
}

function model(app, kind) {
    const pod = modelPod(app, kind);
    const shown = {running: ['1/1', 'Running'], crash: ['0/1', 'CrashLoopBackOff'],
        pending: ['0/1', 'ContainerCreating']}[kind];
    // A changed pod carries its sending time there; numbers of ten characters, padded in front.
    const cells = [pod.metadata.name, ...shown, 1111111111, '20d', '10.39.134.151', 'node-DDD', '<none>', '<none>'];
    const partial = {kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata: pod.metadata};
    return {
        json: encoded(json(pod), '1111111111'),
        protobuf: encoded(protobuf.bytes(2, protobuf.pod(pod, true)), protobuf.wideVarint(1111111111)),
        message: encoded(protobuf.pod(pod, true), protobuf.wideVarint(1111111111)),
        row: encoded(json({cells, object: null}), '1111111111'),
        fullRow: encoded(json({cells, object: partial}), '1111111111'),
    };
}

export const isText = form => form === 'json' || form === 'row' || form === 'fullRow';
const digits = (value, width) => String(value).padStart(width, '0');

function write(places, target, offset, value) {
    for (const place of places)
        target.latin1Write(value, offset + place);
}

export class Fleet {
    constructor(seed, pods, spaces) {
        this.version = 100000000 + seed * 1000;
        this.pods = [];
        this.spaces = Array.from({length: spaces}, (unused, i) => `tenant-${digits(i, 3)}`);
        this.models = apps.flatMap(app => ['running', 'crash', 'pending'].map(kind => model(app, kind)));
        let state = seed * 2654435761 % 4294967296;
        const random = below => { // a linear congruential generator: the same fleet for the same seed
            state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
            return Math.floor(state / 4294967296 * below);
        };
        for (let i = 0; i < pods; ++i) {
            const space = Math.floor(i * spaces / pods);
            const first = Math.ceil(space * pods / spaces);
            const inSpace = Math.ceil((space + 1) * pods / spaces) - first;
            const chance = random(100);
            this.pods.push({model: Math.floor((i - first) * apps.length / inSpace) * 3 + (chance < 1 ? 1 : chance < 3 ? 2 : 0),
                name: digits(i % 100000, 5), space: digits(space, 3), uid: digits(seed * 1000000 + i, 12),
                node: digits(random(64), 3), restarts: chance < 1 ? 40 + random(9) : 0});
        }
        this.forms = {};
        for (const form of ['json', 'protobuf', 'row', 'fullRow'])
            this.forms[form] = this.encodeAll(form);
    }

    // Writes pod \a index over a copy of its model, at \a offset of \a target; how many bytes that took.
    put(form, index, target, offset, version, restarts) {
        const pod = this.pods[index];
        const from = this.models[pod.model][form];
        from.buffer.copy(target, offset);
        write(from.name, target, offset, pod.name);
        write(from.space, target, offset, pod.space);
        write(from.uid, target, offset, pod.uid);
        write(from.node, target, offset, pod.node);
        write(from.version, target, offset, digits(version, 9));
        for (const place of from.restarts) {
            if (isText(form))
                target.latin1Write(String(restarts).padStart(10), offset + place);
            else
                protobuf.wideVarint(restarts).copy(target, offset + place);
        }
        return from.buffer.length;
    }

    size(form, index) { return this.models[this.pods[index].model][form].buffer.length; }

    encodeAll(form) {
        const comma = isText(form) ? 1 : 0;
        const starts = [0];
        for (let i = 0; i < this.pods.length; ++i)
            starts.push(starts[i] + this.size(form, i) + comma);
        const buffer = Buffer.alloc(starts.at(-1), ',');
        for (let i = 0; i < this.pods.length; ++i)
            this.put(form, i, buffer, starts[i], this.version, this.pods[i].restarts);
        return {buffer, starts, comma};
    }

    // The bytes of pods \a first to \a last (exclusive), with commas between them where the form is text.
    slice(form, first, last) {
        const {buffer, starts, comma} = this.forms[form];
        return first < last ? buffer.subarray(starts[first], starts[last] - comma) : Buffer.alloc(0);
    }
}
