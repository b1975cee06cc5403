import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay, eventually, type TestPartner } from '../../server/tests/testing/agreement-way.ts'
import { countEntries } from '../../server/tests/testing/entries.sql.ts'
import { type PartnerCity, startPartnerCity } from '../../server/tests/testing/partner/start-partner-city.ts'
import { runPars } from './run-pars.ts'

let city: PartnerCity
let partner: TestPartner
let agreement: string
let newest: number
const folder = mkdtempSync(join(tmpdir(), 'pars-package-'))
const file = (name: string): string => join(folder, name)
const signed = async (): Promise<number> =>
  Number((await (await fetch(`${city.server.baseUrl}/log/checkpoint`)).text()).split('\n')[1])

beforeAll(async () => {
  city = await startPartnerCity()
  const way = agreementWay(city.server)
  await way.genesis()
  partner = await way.partner()
  const { terms, door } = await way.putInForce(partner, way.termsOf(partner))
  agreement = terms.agreement
  await way.askAs(partner, door)
  const entered = await countEntries(city.server)
  newest = await eventually(async () => {
    const size = await signed()
    return size >= entered && size
  })
  const tokens = Object.fromEntries(
    await Promise.all(
      ['city-solicitor', 'court-manager', 'booking-officer'].map(async who => [who, await city.server.tokenOf(who)]),
    ),
  )
  writeFileSync(file('tokens.json'), JSON.stringify(tokens))
  writeFileSync(file('unit.pem'), partner.key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
})
afterAll(async () => {
  await city.stop()
  rmSync(folder, { recursive: true })
})

const exportTo = (out: string, ...more: string[]) => {
  const range = ['--agreement', agreement, '--from', '1', '--to', String(newest), '--out', file(out)]
  return runPars(['package', ...range, '--server', city.server.baseUrl, ...more])
}
const custodian = (...more: string[]): string[] => ['--token-file', file('tokens.json'), ...more]

describe('pars package', () => {
  test('writes the same file for a custodian and for the partner, which pars verify finds whole', async () => {
    expect((await exportTo('ours.jsonl', ...custodian())).code).toBe(0)
    const byPartner = ['--partner-key', file('unit.pem'), '--officer', partner.officerId]
    const { code, out } = await exportTo('theirs.jsonl', ...byPartner)
    expect({ code, out }).toEqual({
      code: 0,
      out: `${file('theirs.jsonl')}: entries 1 to ${newest} for ${agreement}.\n`,
    })
    expect(readFileSync(file('theirs.jsonl')).equals(readFileSync(file('ours.jsonl')))).toBe(true)
    const verified = await runPars(['verify', file('ours.jsonl')])
    expect(verified.code).toBe(0)
    expect(verified.out).toContain('Inquiries: 1 answered, 0 refused')
  })

  test('lays open what inquiries held in a file apart, which pars verify holds against the package', async () => {
    const opened = await exportTo(
      'package.jsonl',
      ...custodian('--as', 'court-manager', '--openings', file('open.jsonl'), '--basis', 'audit'),
    )
    expect(opened).toMatchObject({ code: 0 })
    const { code, out } = await runPars(['verify', file('package.jsonl'), '--openings', file('open.jsonl')])
    expect(code).toBe(0)
    expect(out).toMatch(/Laid open and borne out: \d+ slots\./)
    writeFileSync(file('bad.jsonl'), readFileSync(file('open.jsonl'), 'utf8').replace(/("content":")./, '$1J'))
    expect(await runPars(['verify', file('package.jsonl'), '--openings', file('bad.jsonl')])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^FAULT opening-commitment-mismatch at entry \d+/),
    })
  })

  test('says in a sentence what a rule refuses, and exits with 1', async () => {
    const { code, err } = await exportTo('none.jsonl', ...custodian('--from', '99'), '--to', '98')
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('No entry lies in this range') })
  })

  test.each([
    [['--agreement', 'none-such'], /There is no agreement none-such/],
    [['--as', 'booking-officer'], /may not do this/],
    [['--partner-key', '/no/such/key'], /can't be read/],
    [['--out', ''], /Say --out/],
  ])('with %j says what to mend, and exits with 2', async (more, says) => {
    const { code, err } = await exportTo('none.jsonl', ...custodian(...more))
    expect(err).toMatch(says)
    expect(code).toBe(2)
  })
})
