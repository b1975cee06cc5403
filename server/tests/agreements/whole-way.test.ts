import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AgreementWay, agreementWay } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: AgreementWay
beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  await way.genesis()
})
afterAll(() => server.stop())

test('terms from a template come into force by two ballots, one of a passkey and one of a key file, and the acceptance', async () => {
  const partner = await way.partner()
  const terms = way.termsOf(partner)
  const drafted = await way.draft(partner, terms)
  expect(await way.seeAgreement(drafted.agreementId)).toMatchObject({ standing: 'drafted', version: null })
  const resolutionId = await way.open(drafted)
  expect((await way.see(resolutionId)).needs.map(({ need }) => need)).toEqual(['ballots', 'acceptance'])
  await way.vote(resolutionId, { police: 'for', court: 'for' })
  expect((await way.see(resolutionId)).needs.map(({ need }) => need)).toEqual(['acceptance'])
  await way.accept(partner, resolutionId)
  const done = await way.carriedOut(resolutionId)
  expect(done).toMatchObject({ acceptance: { decision: 'accepted' }, needs: [] })
  expect(done.ballots.map(({ seat, passkey }) => [seat, passkey !== null])).toEqual([
    ['police', false],
    ['court', true],
  ])
  const agreement = await way.seeAgreement(drafted.agreementId)
  expect(agreement).toMatchObject({ standing: 'in-force', version: 1, openResolutions: 0 })
  expect(agreement.obligations.map(({ code }) => code)).toContain('self-audit')

  const { arrestId } = await arrestWay(server).toDocket({ otn: 'N1234567' } as never)
  expect(arrestId).toBeDefined()
  const { answer } = await way.askAs(partner, await way.doorOf(drafted), 'N1234567')
  expect(answer).toMatchObject({ term: null })
  expect(answer?.rows).toHaveLength(1)
})
