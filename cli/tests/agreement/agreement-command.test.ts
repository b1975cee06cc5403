import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listAgreements, listPartners, viewVersion } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, type TestPartner } from '../../../server/tests/testing/agreement-way.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { ballot } from '../../src/agreement/vote.ts'
import { type Caller, createCaller } from '../../src/caller.ts'
import { runPars } from '../run-pars.ts'

const accounts = [
  'city-solicitor',
  'police-representative',
  'prosecutor-representative',
  'court-representative',
  'police-manager',
]
let server: TestServer
let way: AgreementWay
let partner: TestPartner
let folder: string
let partnerCode: string
const file = (name: string): string => join(folder, name)
const pars = (...args: string[]) =>
  runPars(['agreement', ...args, '--server', server.baseUrl, '--token-file', file('tokens.json')])
const done = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await pars(...args)
  expect([code, err], args.join(' ')).toEqual([0, ''])
  return out
}

beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  folder = mkdtempSync(join(tmpdir(), 'pars-agreement-'))
  const tokens: Record<string, string> = {}
  for (const account of accounts) tokens[account] = await server.tokenOf(account)
  writeFileSync(file('tokens.json'), JSON.stringify(tokens))
  partner = await way.partner()
  const { partners } = await (await server.as('city-solicitor')).call(listPartners)
  partnerCode = partners.find(one => one.partnerId === partner.partnerId)?.code ?? ''
  for (const seat of ['police', 'court']) {
    await runPars(['agreement', 'keygen', file(`${seat}.pem`)])
    await done(
      'register-key',
      '--key',
      file(`${seat}.pem`),
      '--holder',
      `Head of ${seat}`,
      '--as',
      `${seat}-representative`,
    )
  }
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const reason = ['--reason', 'Because.', '--authority', 'The head of the agency']
const propose = async (code: string, ...options: string[]): Promise<string> => {
  const terms = await done(
    'template',
    'one-person-at-a-time',
    '--partner',
    partnerCode,
    '--agreement',
    code,
    ...options,
  )
  writeFileSync(file(`${code}.json`), terms)
  return done('propose', file(`${code}.json`), '--partner', partnerCode, '--reason', 'As every year.')
}

describe('a key file', () => {
  test('is made once, for its owner’s eyes, and never replaced', async () => {
    const path = file('own.pem')
    const made = await runPars(['agreement', 'keygen', path])
    expect(made).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^key [0-9a-f]{32}\npublic [A-Za-z0-9+/]{43}=\n$/),
    })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const before = readFileSync(path, 'utf8')
    expect(await runPars(['agreement', 'keygen', path])).toMatchObject({
      code: 2,
      err: expect.stringContaining('never replaced'),
    })
    expect(readFileSync(path, 'utf8')).toBe(before)
  })
})

describe('an agreement by commands', () => {
  const code = `c-${randomUUID().slice(0, 8)}`

  test('is proposed, shown in plain words, voted on by two key files, and in force once the partner accepts', async () => {
    expect(await propose(code)).toMatch(new RegExp(`^${code}-r1: adopt version 1; closes `))
    const shown = await done('show', code)
    expect(shown).toMatch(/In force|drafted/)
    expect(shown).toMatch(/enforced {7}No other unit may ask\./)
    const first = await done('ballot', `${code}-r1`, 'for', '--key', file('police.pem'), ...reason)
    expect(first).toMatch(/police votes for\.\nStill needed: One more seat must vote for it\./)
    expect(first).toContain('"format":"pars-ballot-1"')
    await done('ballot', `${code}-r1`, 'for', '--key', file('court.pem'), ...reason)
    const resolution = (await way.seeAgreement(await agreementId(code))).resolutions[0]
    await way.accept(partner, resolution?.resolutionId ?? '')
    await way.carriedOut(resolution?.resolutionId ?? '')
    expect(await done('list')).toMatch(new RegExp(`${code} .*: in-force, version 1, ends `))
  })

  test('is compared version by version', async () => {
    const terms = JSON.parse(readFileSync(file(`${code}.json`), 'utf8'))
    const second = { ...terms, version: 2, limits: { ...terms.limits, rowsPerAnswer: terms.limits.rowsPerAnswer + 5 } }
    writeFileSync(file('second.json'), JSON.stringify(second))
    await done('propose', file('second.json'), '--partner', partnerCode, '--reason', 'More rows.')
    expect(await done('compare', code, '1', '2')).toMatch(/WIDER {4}.*instead of 10/)
  })

  test('says what would be signed, and signs nothing that it has not computed itself from the terms it shows', async () => {
    const shown = await done('ballot', `${code}-r2`, 'for', '--key', file('police.pem'), '--show')
    expect(shown).toContain(`"resolution":"${code}-r2"`)
    const honest = createCaller({ baseUrl: server.baseUrl, tokenOf: server.tokenOf })
    // A server that shows milder terms than the ones whose hashes are voted on.
    const lying: Caller = {
      async call(subject, endpoint, options) {
        const answer = await honest.call(subject, endpoint, options)
        if (endpoint.name !== viewVersion.name) return answer
        const { terms } = answer as { terms: { limits: object } }
        return { ...(answer as object), terms: { ...terms, limits: { ...terms.limits, rowsPerAnswer: 1 } } } as never
      },
    }
    const given = {
      values: { key: file('police.pem'), reason: 'r', authority: 'a' },
      positionals: [`${code}-r2`, 'for'],
    }
    await expect(ballot.run(lying, given)).rejects.toThrow(/sign nothing/)
    expect((await way.seeAgreement(await agreementId(code))).resolutions[0]?.votes).toEqual([])
  })

  test('is ended and stopped by votes only', async () => {
    const opened = await done('resolve', code, 'suspend', '--reason', 'To look into it.')
    expect(opened).toContain(`${code}-r3: suspend`)
    await done('ballot', `${code}-r3`, 'for', '--key', file('police.pem'), ...reason)
    expect(await way.seeAgreement(await agreementId(code))).toMatchObject({ standing: 'in-force' })
  })
})

const agreementId = async (code: string): Promise<string> => {
  const { agreements } = await (await server.as('city-solicitor')).call(listAgreements)
  return agreements.find(one => one.code === code)?.agreementId ?? ''
}

describe('no command begins or lengthens an agreement without two seats and the partner', () => {
  const code = `n-${randomUUID().slice(0, 8)}`
  test('one seat’s ballot, and its second, by whichever key', async () => {
    await propose(code)
    await done('ballot', `${code}-r1`, 'for', '--key', file('police.pem'), ...reason)
    await runPars(['agreement', 'keygen', file('police-2.pem')])
    await done('register-key', '--key', file('police-2.pem'), '--holder', 'Deputy', '--as', 'police-representative')
    const again = await pars('ballot', `${code}-r1`, 'for', '--key', file('police-2.pem'), ...reason)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('Your seat has voted') })
    const asCourt = await pars(
      'ballot',
      `${code}-r1`,
      'for',
      '--key',
      file('police.pem'),
      ...reason,
      '--as',
      'court-representative',
    )
    expect(asCourt).toMatchObject({ code: 1, err: expect.stringContaining('another seat') })
  })

  test('two seats’ ballots without the partner', async () => {
    await done('ballot', `${code}-r1`, 'for', '--key', file('court.pem'), ...reason)
    await new Promise(resolve => setTimeout(resolve, 2000))
    expect(await done('list')).toMatch(new RegExp(`${code} .*: drafted`))
  })

  test('a key that is in no register, and a seat that the account does not sit in', async () => {
    await runPars(['agreement', 'keygen', file('stranger.pem')])
    const cast = await pars('ballot', `${code}-r1`, 'for', '--key', file('stranger.pem'), ...reason)
    expect(cast).toMatchObject({ code: 2, err: expect.stringContaining('in no register') })
    const asSolicitor = await pars(
      'ballot',
      `${code}-r1`,
      'for',
      '--key',
      file('police.pem'),
      ...reason,
      '--as',
      'city-solicitor',
    )
    expect(asSolicitor.code).toBe(2)
  })

  test('to extend it as the administrator: the database refuses each role', async () => {
    const tried = await pars('extend', code, '--until', '2099-12-31', '--as', 'police-manager')
    expect(tried).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was extended') })
    expect(tried.out).toMatch(/pars_keeper {4}.* 42501 permission denied/)
    expect(
      tried.out
        .trim()
        .split('\n')
        .every(line => /(42501|PA050) /.test(line)),
    ).toBe(true)
  })
})
