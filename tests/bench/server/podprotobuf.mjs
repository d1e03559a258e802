// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A pod as the JSON API shows it -> the bytes of Kubernetes' protobuf. Field numbers: generated.proto of k8s.io/api/core/v1
// and k8s.io/apimachinery/pkg/apis/meta/v1. Covers what generated pods have, byte for byte as kube-apiserver 1.20 writes.

export function varint(value) {
    const bytes = [];
    while (value > 0x7f) {
        bytes.push((value % 128) | 0x80);
        value = Math.floor(value / 128);
    }
    bytes.push(value);
    return Buffer.from(bytes);
}

// A varint of exactly five bytes, so that another value can be written over it.
export function wideVarint(value) {
    return Buffer.from([value & 0x7f | 0x80, value >>> 7 & 0x7f | 0x80, value >>> 14 & 0x7f | 0x80,
        value >>> 21 & 0x7f | 0x80, value >>> 28 & 0x7f]);
}

export const bytes = (field, body) => Buffer.concat([varint(field << 3 | 2), varint(body.length), body]);
export const text = (field, value) => bytes(field, Buffer.from(value ?? ''));
const number = (field, value) => Buffer.concat([varint(field << 3), varint(value ?? 0)]);
const flag = (field, value) => number(field, value ? 1 : 0);
const message = (field, ...parts) => bytes(field, Buffer.concat(parts));
const optional = (value, encode) => value === undefined || value === null ? Buffer.alloc(0) : encode(value);
const each = (values, encode) => Buffer.concat((values ?? []).map(encode));
const map = (field, values, encode = value => text(2, value)) =>
    Buffer.concat(Object.keys(values ?? {}).sort().map(key => message(field, text(1, key), encode(values[key]))));

const time = (field, value) => value
    ? message(field, number(1, Date.parse(value) / 1000), number(2, 0)) : message(field);
const quantity = value => message(2, text(1, value));

const owner = o => message(13, text(1, o.kind), text(3, o.name), text(4, o.uid), text(5, o.apiVersion),
    optional(o.controller, v => flag(6, v)), optional(o.blockOwnerDeletion, v => flag(7, v)));
const managed = m => message(17, text(1, m.manager), text(2, m.operation), text(3, m.apiVersion), time(4, m.time),
    text(6, m.fieldsType), message(7, text(1, JSON.stringify(m.fieldsV1))));

const metadata = m => message(1, text(1, m.name), text(2, m.generateName), text(3, m.namespace), text(4, ''),
    text(5, m.uid), text(6, m.resourceVersion), number(7, 0), time(8, m.creationTimestamp), map(11, m.labels),
    map(12, m.annotations), each(m.ownerReferences, owner), text(15, ''), each(m.managedFields, managed));

const volume = v => message(1, text(1, v.name),
    message(2, message(6, text(1, v.secret.secretName), number(3, v.secret.defaultMode))));
const port = p => message(6, text(1, p.name), number(2, 0), number(3, p.containerPort), text(4, p.protocol), text(5, ''));
const mount = v => message(9, text(1, v.name), flag(2, v.readOnly), text(3, v.mountPath), text(4, ''), text(6, ''));
const container = c => message(2, text(1, c.name), text(2, c.image), text(5, ''), each(c.ports, port),
    message(8, map(1, c.resources.limits, quantity), map(2, c.resources.requests, quantity)),
    each(c.volumeMounts, mount), text(13, c.terminationMessagePath), text(14, c.imagePullPolicy),
    flag(16, false), flag(17, false), flag(18, false), text(20, c.terminationMessagePolicy));
const toleration = t => message(22, text(1, t.key), text(2, t.operator), text(3, ''), text(4, t.effect),
    optional(t.tolerationSeconds, v => number(5, v)));

const spec = s => message(2, each(s.volumes, volume), each(s.containers, container), text(3, s.restartPolicy),
    number(4, s.terminationGracePeriodSeconds), text(6, s.dnsPolicy), text(8, s.serviceAccountName),
    text(9, s.serviceAccount), text(10, s.nodeName), flag(11, false), flag(12, false), flag(13, false), message(14),
    text(16, ''), text(17, ''), text(19, s.schedulerName), each(s.tolerations, toleration), text(24, ''),
    number(25, s.priority), flag(30, s.enableServiceLinks), text(31, s.preemptionPolicy));

const condition = c => message(2, text(1, c.type), text(2, c.status), time(3, c.lastProbeTime),
    time(4, c.lastTransitionTime), text(5, c.reason), text(6, c.message));
const state = (field, s) => message(field,
    optional(s.waiting, w => message(1, text(1, w.reason), text(2, w.message))),
    optional(s.running, r => message(2, time(1, r.startedAt))));
// The count of restarts is wide: that is where a changed pod carries when it was sent.
const containerStatus = (c, wide) => message(8, text(1, c.name), state(2, c.state), state(3, c.lastState),
    flag(4, c.ready), Buffer.concat([varint(5 << 3), wide ? wideVarint(c.restartCount) : varint(c.restartCount)]),
    text(6, c.image), text(7, c.imageID), text(8, ''), flag(9, c.started));

const status = (s, wide) => message(3, text(1, s.phase), each(s.conditions, condition), text(3, ''), text(4, ''),
    text(5, s.hostIP), text(6, s.podIP), time(7, s.startTime), each(s.containerStatuses, c => containerStatus(c, wide)),
    text(9, s.qosClass), text(11, ''), each(s.podIPs, a => message(12, text(1, a.ip))));

// One Pod message. \a wide: the counts of restarts take five bytes each.
export const pod = (value, wide = false) => Buffer.concat([metadata(value.metadata), spec(value.spec),
    status(value.status, wide)]);

// What stands around every object: four magic bytes and runtime.Unknown.
export const envelopeHead = (apiVersion, kind, size) => Buffer.concat([Buffer.from('k8s\0'),
    message(1, text(1, apiVersion), text(2, kind)), varint(2 << 3 | 2), varint(size)]);
export const envelopeTail = Buffer.concat([text(3, ''), text(4, '')]);
export const listMeta = (version, next) => message(1, text(1, ''), text(2, version), text(3, next));
