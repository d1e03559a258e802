// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A certified OpenID provider on a free port of loopback, over TLS:   node provider.mjs CERTIFICATE KEY
// The robot's secret is in PILOTHOUSE_OIDC_SECRET. Prints the issuer once it answers.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { Provider } from 'oidc-provider';

const [certificate, key] = process.argv.slice(2);
const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) });
server.listen(0, '127.0.0.1', () => {
    const issuer = `https://127.0.0.1:${server.address().port}`;
    const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
    const provider = new Provider(issuer, {
        clients: [
            {
                client_id: 'pilothouse',
                application_type: 'native',
                token_endpoint_auth_method: 'none',
                redirect_uris: ['http://127.0.0.1/callback'],
                grant_types: ['authorization_code', 'refresh_token', deviceGrant],
                response_types: ['code'],
            },
            {
                client_id: 'robot',
                client_secret: process.env.PILOTHOUSE_OIDC_SECRET,
                grant_types: ['client_credentials'],
                redirect_uris: [],
                response_types: [],
                scope: 'metrics',
            },
        ],
        scopes: ['openid', 'offline_access', 'metrics'],
        features: {
            clientCredentials: { enabled: true },
            deviceFlow: { enabled: true },
            introspection: { enabled: true, allowedPolicy: () => true },
            devInteractions: { enabled: true },
        },
        pkce: { required: () => true },
        rotateRefreshToken: true,
        ttl: { ClientCredentials: 3, AccessToken: 600, IdToken: 600, DeviceCode: 600, RefreshToken: 3600,
            Interaction: 600, Session: 3600, Grant: 3600 },
        cookies: { keys: [process.env.PILOTHOUSE_OIDC_SECRET] },
    });
    server.on('request', provider.callback());
    console.log(issuer);
});
