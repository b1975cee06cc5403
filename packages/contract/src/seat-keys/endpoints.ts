import { z } from 'zod'
import { base64, keyId } from '../agreements/shapes.ts'
import { seatKeyView } from '../agreements/views.ts'
import { endpoint } from '../endpoint.ts'
import { receipt, required } from '../shapes.ts'

const tag = 'seat-keys'

export const listSeatKeys = endpoint({
  name: 'seat-key.list',
  permission: 'agreement.view',
  method: 'GET',
  path: '/api/seat-keys',
  tag,
  summary: 'The register of keys that seats vote with, ended ones too.',
  answer: z.strictObject({ keys: z.array(seatKeyView), may: z.array(z.string()) }),
})
export const viewKeyStatement = endpoint({
  name: 'seat-key.statement',
  permission: 'seat-key.register',
  method: 'GET',
  path: '/api/seat-keys/statement',
  tag,
  summary:
    'What a new key of your seat signs to be registered: a key file signs the text, a passkey is made for its SHA-256.',
  query: z.strictObject({ holder: required(200) }),
  answer: z.strictObject({ statement: z.string(), challenge: z.string(), relyingParty: z.string() }),
})
export const registerSeatKey = endpoint({
  name: 'seat-key.register',
  permission: 'seat-key.register',
  method: 'POST',
  path: '/api/seat-keys',
  tag,
  status: 201,
  summary: "Register a key that your seat votes with. The first one of each seat is the seat's genesis and stays so.",
  body: z.strictObject({
    /** Who holds it. */
    holder: required(200),
    key: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('key-file'),
        /** The 32 bytes of an Ed25519 key. */
        publicKey: base64(44),
        /** Over the statement: whoever registers it holds it. */
        signature: base64(88),
      }),
      z.strictObject({
        kind: z.literal('passkey'),
        credentialId: keyId,
        /** SubjectPublicKeyInfo, as a browser gives it: P-256 or Ed25519. */
        publicKey: base64(1000),
        authenticatorData: base64(4000),
        clientDataJson: base64(4000),
      }),
    ]),
  }),
  answer: z.strictObject({ keyId: z.string(), genesis: z.boolean(), receipt }),
  refusals: [
    'key-malformed',
    'key-exists',
    'signature-wrong',
    'passkey-malformed',
    'passkey-other-challenge',
    'passkey-other-site',
    'passkey-user-not-verified',
    'text-empty',
  ],
  example: {
    body: {
      holder: 'Commissioner',
      key: {
        kind: 'key-file',
        publicKey: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',
        signature: `${'A'.repeat(86)}==`,
      },
    },
  },
})
export const endSeatKey = endpoint({
  name: 'seat-key.end',
  permission: 'seat-key.end',
  method: 'POST',
  path: '/api/seat-keys/end',
  tag,
  summary: 'End a key of your seat. It casts no ballot from now on; what it cast stays.',
  body: z.strictObject({ keyId, reason: required(500) }),
  answer: z.strictObject({ keyId: z.string(), receipt }),
  refusals: ['key-unknown', 'key-of-another-seat', 'key-ended', 'text-empty'],
  example: {
    body: { keyId: '0123456789abcdef0123456789abcdef', reason: 'The key file was on a laptop that is lost.' },
  },
})
