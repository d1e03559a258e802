// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The watches of one endpoint: bookmarks once a minute as from the real one, and changed pods at a chosen rate.
import * as protobuf from './podprotobuf.mjs';

const tick = 10; // milliseconds between bursts
const bookmarkEvery = 60000;
const full = 8 << 20; // bytes that a watch may leave unread; the real server ends a watch that does not keep up

const eventHead = Buffer.from('{"type":"MODIFIED","object":');
const typeMeta = Buffer.from('"kind":"Pod","apiVersion":"v1",'); // objects of a watch name their kind
const now = () => Number(process.hrtime.bigint() / 1000000n % 2147483648n);

export class Churn {
    constructor(fleet) {
        this.fleet = fleet;
        this.version = fleet.version;
        this.watches = new Map();
        this.sent = 0;
        this.next = 0;
    }

    add(response, watch) {
        this.watches.set(response, watch);
        const bookmark = setInterval(() => this.bookmark(response, watch), bookmarkEvery);
        const over = () => {
            clearInterval(bookmark);
            this.watches.delete(response);
        };
        response.on('close', over);
        response.on('error', over);
    }

    bookmark(response, {binary, kind, bookmarks}) {
        if (!bookmarks)
            return;
        const metadata = {resourceVersion: String(this.version), creationTimestamp: null};
        if (binary) {
            const pod = protobuf.bytes(1, protobuf.text(6, metadata.resourceVersion));
            response.write(this.frame('BOOKMARK', pod));
        } else {
            response.write(`${JSON.stringify({type: 'BOOKMARK', object: {kind, apiVersion: 'v1', metadata}})}\n`);
        }
    }

    // A WatchEvent whose object is \a pod, in the envelope of the protobuf encoding, with its length before it.
    frame(type, pod) {
        const object = Buffer.concat([protobuf.envelopeHead('v1', 'Pod', pod.length), pod, protobuf.envelopeTail]);
        const event = Buffer.concat([protobuf.text(1, type), protobuf.bytes(2, protobuf.bytes(1, object))]);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(event.length);
        return Buffer.concat([length, event]);
    }

    start(rate, seconds) {
        clearInterval(this.timer);
        this.sent = 0;
        const began = performance.now();
        this.timer = setInterval(() => {
            const passed = Math.min(performance.now() - began, seconds * 1000);
            const due = Math.floor(passed * rate / 1000) - this.sent;
            if (due > 0)
                this.burst(due);
            if (passed >= seconds * 1000)
                clearInterval(this.timer);
        }, tick);
    }

    burst(count) {
        const pods = Array.from({length: count}, (unused, i) => (this.next + i) * 7919 % this.fleet.pods.length);
        this.next += count;
        this.sent += count;
        const version = this.version;
        this.version += count;
        const kinds = new Map();
        for (const [response, {binary, kind}] of this.watches) {
            if (kind !== 'Pod' || response.writableLength > full)
                continue;
            if (!kinds.has(binary))
                kinds.set(binary, binary ? this.frames(pods, version) : this.lines(pods, version));
            response.write(kinds.get(binary));
        }
    }

    lines(pods, version) {
        const size = pods.reduce((sum, pod) => sum + eventHead.length + typeMeta.length + this.fleet.size('json', pod) + 2, 0);
        const out = Buffer.allocUnsafe(size);
        let at = 0;
        const time = now();
        pods.forEach((pod, i) => {
            at += eventHead.copy(out, at);
            // The object's own brace, its type, then the rest of it.
            const written = this.fleet.put('json', pod, out, at + typeMeta.length, version + i + 1, time);
            out[at] = 0x7b;
            typeMeta.copy(out, at + 1);
            at += typeMeta.length + written;
            out[at++] = 0x7d;
            out[at++] = 0x0a;
        });
        return out;
    }

    frames(pods, version) {
        const time = now();
        return Buffer.concat(pods.map((pod, i) => {
            const message = Buffer.allocUnsafe(this.fleet.size('message', pod));
            this.fleet.put('message', pod, message, 0, version + i + 1, time);
            return this.frame('MODIFIED', message);
        }));
    }
}
