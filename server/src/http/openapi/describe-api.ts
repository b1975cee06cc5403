import { type Endpoint, endpoints, partnerEndpoints, problem } from '@pars/contract'
import { operationOf } from './operation.ts'
import { problemResponses } from './problems.ts'
import { collectSchemas, type JsonSchema, type Schemas } from './schemas.ts'

const about = `PARS, the Preliminary Arraignment Reporting System: a city's live record from arrest to bail.

Every act is one entry in one journal; its answer carries a receipt with the entry's id. Ids are random and have a prefix for their kind (\`arr_\` and 32 hexadecimal digits). Instants are ISO 8601 with an offset; dates are calendar dates; money is in cents. A "no" is an RFC 9457 problem whose \`reason\` is the rule's own code.

The public log lies beside this API under \`/log\`, in the C2SP tlog-tiles layout.`

const tags: readonly (readonly [name: string, description: string])[] = [
  ['arrests', 'Reports of arrests, their corrections and versions, and the record.'],
  ['board', 'Everybody in custody now, and the stream of changes.'],
  ['charging', 'The District Attorney’s decision on each charge, and the criminal complaint.'],
  ['court', 'Filing, court sessions, preliminary arraignments and bail.'],
  ['custody', 'Holds, and leaving custody in three acts by at least two people.'],
  ['partners', 'Outside agencies, their units, officers and keys, and the one switch that stops each.'],
  ['agreements', 'Agreements, their terms as data, and what they compile to.'],
  ['inquiries', 'The questions of partners, each answered only where an agreement grants it, and on record before.'],
  ['partner', 'What a partner reads of its agreements and its own history, and does about them.'],
  ['resolutions', 'What the three custodians vote on, and their signed ballots.'],
  ['seat-keys', 'The keys that seats vote with.'],
  ['notices', 'Notices, letters, laws that bind seats, and the sign-off of counsel.'],
  ['reference', 'Districts, rooms, statutes, grades and alarms, by the day on which they hold.'],
  ['staff', 'The people of a seat.'],
  ['system', 'Who you are, which city this is, and whether everything runs.'],
]

const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'For programs. In the embedded default, `npx pars token <account>` prints one.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'pars_sign_in',
    description: 'For browsers, set by `/sign-in`. Over https its name begins with `__Host-`.',
  },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'Signature',
    description:
      "For partners' systems: one Ed25519 signature by RFC 9421, with Signature-Input. It covers `@method`, `@target-uri` (or `@authority`, `@path` and `@query`) and, with a body, `content-type` and `content-digest` (RFC 9530, sha-256); `created` within 60 seconds, `keyid` of the unit's registered key, and a `nonce` of 64 random hexadecimal digits, which is the body's too and counts once.",
  },
  partnerCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'pars_partner_sign_in',
    description: "For partners' officers in a browser, set by `/partner-sign-in` and sent to `/api/partner` only.",
  },
}

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'Send the same key with a retry: the first answer comes again and nothing is done twice. The same key with another request is refused (`key-reused`).',
    schema: { type: 'string', minLength: 8, maxLength: 255, pattern: '^[\\x21-\\x7e]{8,255}$' },
    example: 'report-2026-000001',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that you have seen, in quotes.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    example: '"3"',
  },
}

const headers = {
  ETag: {
    description: 'The version of what you see, in quotes: the If-Match of what you do next.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
  },
}

const order = (a: Endpoint, b: Endpoint): number =>
  a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1

const pathsOf = (schemas: Schemas): JsonSchema => {
  const paths: { [path: string]: { [method: string]: JsonSchema } } = {}
  for (const endpoint of [...endpoints, ...partnerEndpoints].toSorted(order)) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) }
  }
  return paths
}

const sorted = (named: Schemas['named']): JsonSchema =>
  Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1)))

/** The API in OpenAPI 3.1, made from the contract alone: what the server parses and answers is what this says. */
export const describeApi = (): JsonSchema => {
  const schemas = collectSchemas()
  schemas.of(problem, 'output')
  const paths = pathsOf(schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: 'PARS',
      version: '0.1.0',
      description: about,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'The server that sent this.' }],
    tags: tags.map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: { schemas: sorted(schemas.named), responses: problemResponses, parameters, headers, securitySchemes },
  }
}

/** The same, made when it is first asked for: a start does not wait for it. */
export const describeWhenAsked = (): (() => JsonSchema) => {
  let made: JsonSchema | undefined
  return () => {
    made ??= describeApi()
    return made
  }
}
