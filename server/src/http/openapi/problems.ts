import type { Endpoint } from '@pars/contract'
import { type Permission, permissionTable } from '@pars/domain'
import type { JsonSchema } from './schemas.ts'

/** What each kind of "no" means, whichever endpoint says it. */
const meanings = {
  Malformed: 'Malformed: `errors` names each field by JSON pointer. Nothing is journaled.',
  NotSignedIn: 'Nobody is signed in.',
  NotYours: 'This role may not; `detail` says whose act it is. The refusal is journaled.',
  RefusedByAgreement:
    'The agreement refuses: `term` names why and `section` where it stands in the terms. Refusals of questions are journaled under `entryId`.',
  CameBefore:
    'This signed request or its nonce came before (`replayed`), or the act was done already. Nothing is done twice.',
  NotFound: 'There is no such thing, or none that you see.',
  RefusedByState:
    'Refused by rule: the state of the record stands against it. The refusal is journaled under `entryId`.',
  RefusedByField: 'Refused by rule: `errors` names the field to mend. The refusal is journaled under `entryId`.',
  ChangedMeanwhile: 'Somebody changed it after you saw it (`version-changed`). Load it again.',
  VersionNeeded: 'If-Match is missing (`version-needed`).',
  TooLarge: 'The body is larger than 1 MB.',
  WrongContentType: 'The body is not application/json.',
  Fault: 'Something broke on our side; `detail` holds a number to quote. Nothing was recorded.',
} as const
type Meaning = keyof typeof meanings

/** Each of them as RFC 9457 sends it. */
export const problemResponses: JsonSchema = Object.fromEntries(
  Object.entries(meanings).map(([name, description]) => [
    name,
    { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
  ]),
)

export const isOpen = ({ permission }: Pick<Endpoint, 'permission'>): boolean => permission === 'open'
/** Of the partner door: who may is what the agreement says. */
export const isPartners = ({ permission }: Pick<Endpoint, 'permission'>): boolean => permission === 'partner'
export const takesBody = ({ method, body }: Endpoint): boolean => method !== 'GET' && body.type !== 'undefined'

/** The roles that may, as the one table has them. */
export const rolesOf = ({ permission }: Endpoint): readonly string[] =>
  isOpen({ permission }) || isPartners({ permission }) ? [] : permissionTable[permission as Permission].roles

const statusesOf = (endpoint: Endpoint): readonly (readonly [status: string, meaning: Meaning, applies: boolean])[] => {
  const inPath = Object.keys(endpoint.params.shape).length > 0
  const inQuery = Object.keys(endpoint.query.shape).length > 0
  const isRuled = endpoint.refusals.length > 0
  return [
    ['400', 'Malformed', inPath || inQuery || takesBody(endpoint)],
    ['401', 'NotSignedIn', !isOpen(endpoint)],
    ['403', isPartners(endpoint) ? 'RefusedByAgreement' : 'NotYours', !isOpen(endpoint)],
    ['404', 'NotFound', inPath || (isPartners(endpoint) && isRuled)],
    ['409', isPartners(endpoint) ? 'CameBefore' : 'RefusedByState', isRuled || isPartners(endpoint)],
    ['412', 'ChangedMeanwhile', endpoint.ifMatch],
    ['413', 'TooLarge', takesBody(endpoint)],
    ['415', 'WrongContentType', takesBody(endpoint)],
    ['422', 'RefusedByField', isRuled],
    ['428', 'VersionNeeded', endpoint.ifMatch],
    ['default', 'Fault', true],
  ]
}

/** Every "no" that an endpoint can say, by status. */
export const problemsOf = (endpoint: Endpoint): JsonSchema =>
  Object.fromEntries(
    statusesOf(endpoint)
      .filter(([, , applies]) => applies)
      .map(([status, meaning]) => [status, { $ref: `#/components/responses/${meaning}` }]),
  )

/** The rules' own codes, where a reader of the documentation looks for them. */
export const refusalsText = ({ refusals }: Endpoint): JsonSchema =>
  refusals.length === 0
    ? {}
    : { description: `Can be refused by rule, with \`reason\`: ${refusals.map(reason => `\`${reason}\``).join(', ')}.` }
