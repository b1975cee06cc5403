import { type Endpoint, endpoints } from '@pars/contract'
import { type Permission, permissionTable } from '@pars/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccounts } from '../../src/system/demo-accounts.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const takesBody = ({ method, body }: Endpoint): boolean => method !== 'GET' && body.type !== 'undefined'
const bodyOf = ({ example }: Endpoint): unknown => (example as { body?: unknown } | undefined)?.body

const subjectFor = ({ permission }: Endpoint): string => {
  const roles: readonly string[] = permissionTable[permission as Permission].roles
  const account = demoAccounts.find(({ role }) => roles.includes(role))
  if (!account) throw new Error(`nobody of the demo accounts may ${permission}`)
  return account.subject
}

/** Ids of the right shape that nothing has: the body is judged, and then there is nothing to act on. */
const prefixes: Record<string, string> = {
  arrestId: 'arr',
  complaintId: 'cmp',
  docketId: 'dkt',
  courtSessionId: 'cse',
  listingId: 'lst',
  holdId: 'hld',
  departureId: 'dep',
  accountId: 'acc',
  partnerId: 'prt',
  unitId: 'unt',
  officerId: 'ofc',
  registrationId: 'reg',
  inquiryId: 'inq',
  agreementId: 'agm',
  resolutionId: 'res',
  constraintId: 'lgc',
  noticeId: 'ntc',
  obligationId: 'obl',
  orderId: 'ord',
  litigationHoldId: 'lth',
}
const addressOf = ({ path }: Endpoint): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => `${prefixes[name]}_${'0'.repeat(32)}`)

test.each(endpoints.filter(takesBody).map(endpoint => [endpoint.name, endpoint] as const))(
  'the example of %s has the shape that the server takes',
  async (_, endpoint) => {
    expect(bodyOf(endpoint)).toBeDefined()
    const response = await fetch(server.baseUrl + addressOf(endpoint), {
      method: endpoint.method,
      headers: {
        authorization: `Bearer ${await server.tokenOf(subjectFor(endpoint))}`,
        'content-type': 'application/json',
        ...(endpoint.ifMatch ? { 'if-match': '"1"' } : {}),
      },
      body: JSON.stringify(bodyOf(endpoint)),
    })
    const answer = await response.json()
    expect([200, 201, 404, 409, 412, 422], JSON.stringify(answer)).toContain(response.status)
    // A 422 here may only be a rule's: a statute or a day that this database does not have.
    if (response.status === 422) expect(endpoint.refusals).toContain((answer as { reason: string }).reason)
  },
)
