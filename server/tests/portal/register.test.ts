import { serveNotice } from '@pars/contract'
import { cityDateOf, type Instant, instantOf } from '@pars/domain'
import { termsOf2017 } from '@pars/terms/stories'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, cityNow, moveClock, type TestPartner } from '../testing/agreement-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: AgreementWay
let partner: TestPartner
let code: string
let agreementId: string

const open = async (path: string) => {
  const response = await fetch(server.baseUrl + path)
  return { status: response.status, page: await response.text(), headers: response.headers }
}
const ofAgreement = () => open(`/public/agreements/${code}`)
const letter = async (subject: string, change: object = {}) => {
  const body = {
    kind: 'letter',
    recipient: 'Director',
    subject,
    body: 'Text.',
    released: true,
    replyDueAt: null,
    repliesTo: null,
  }
  const solicitor = await server.as('city-solicitor')
  return solicitor.call(serveNotice, { params: { agreementId }, body: { ...body, ...change } as never })
}
const later = (now: Instant, days: number): string => instantOf(Date.parse(now) + days * 86_400_000)

beforeAll(async () => {
  server = await startTestServer({ startsAt: '2018-01-05T15:00:00.000Z' })
  way = agreementWay(server, cityDateOf(await cityNow(server)))
  await way.genesis()
  partner = await way.partner()
  const terms = way.termsOf(partner)
  const put = await way.putInForce(partner, terms)
  code = terms.agreement
  agreementId = put.agreementId
})
afterAll(() => server.stop())

describe('the public register, to somebody who never signed in and runs no script', () => {
  test('says who may look, until which day, and what is shared', async () => {
    const { status, page, headers } = await open('/public')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/html')
    expect(page).toContain('1 outside agency may look into the arrest record')
    expect(page).toMatch(/In force through [A-Z][a-z]+ \d+, \d{4}\.<\/strong> \d+ days left/)
    expect(page).toContain('Shares: identity, arrest, charges, dockets.')
    expect(page).not.toContain('<script')
  })
  test('says who voted how and why, and in plain words what holds each term', async () => {
    const { page } = await ofAgreement()
    expect(page).toContain('<dt>Police</dt><dd><strong>For</strong>, on the authority of The head of the agency.')
    expect(page).toContain('<dt>District Attorney</dt><dd class="quiet">did not vote</dd>')
    expect(page).toContain('The agency accepted exactly these terms')
    expect(page).toMatch(
      /cannot ask for everyone with an attribute[^<]*<span class="mark enforced">enforced by the machine/,
    )
    expect(page).toContain('3. Questions')
  })
  test('names no officer of a partner and nobody of the custodians’ staff', async () => {
    for (const path of ['/public', `/public/agreements/${code}`, '/public/reported']) {
      const { page } = await open(path)
      expect(page).not.toMatch(/Larch|Solicitor City|Representative Police|ofc_/)
    }
  })
  test('has no page for an agreement, or a version, that there is not', async () => {
    expect((await open('/public/agreements/no-such-agreement')).status).toBe(404)
    expect((await open(`/public/agreements/${code}/7`)).status).toBe(404)
    expect((await open(`/public/agreements/${code}/x`)).status).toBe(404)
    expect((await open(`/public/agreements/${code}/1`)).status).toBe(200)
  })
})

describe('letters', () => {
  test('are shown once released, as text and never as markup', async () => {
    await letter('<img src=x onerror=alert(1)>', { body: '<script>alert(1)</script>' })
    await letter('Kept among ourselves', { released: false })
    const { page } = await ofAgreement()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toMatch(/<script|<img/)
    expect(page).not.toContain('Kept among ourselves')
  })
  test('that were answered do not read "no reply on file", although the answer is not released', async () => {
    const now = await cityNow(server)
    const due = later(now, 10)
    await letter('Asked and not answered', { kind: 'request', replyDueAt: due })
    const { noticeId } = await letter('Asked and answered', { kind: 'request', replyDueAt: due })
    await letter('The answer', { released: false, repliesTo: noticeId })
    await moveClock(server, later(now, 11))
    const { page } = await ofAgreement()
    const partOf = (subject: string) => page.split('<article>').find(each => each.includes(`<h3>${subject}</h3>`))
    expect(partOf('Asked and not answered')).toContain('No reply on file by')
    expect(partOf('Asked and answered')).not.toContain('No reply on file')
    expect(partOf('Asked and answered')).toContain('Answered ')
    expect(page).not.toContain('The answer')
  })
})

describe('"I reported a crime: is my name shared?"', () => {
  test('is answered from the terms in force, class by class', async () => {
    const { page } = await open('/public/reported')
    expect(page).toContain('No. No outside agency is given the names of people who report a crime')
    expect(page).toContain(`${partner.name} sees this of people who were arrested: identity, arrest, charges, dockets.`)
  })
  test('is no under the widest terms too, and says what those share', async () => {
    const wide = await way.partner()
    const { agreement, version, units, startsOn, endsOn } = way.termsOf(wide)
    const blanks = { agreement, version, partner: wide.name, units, startsOn, endsOn }
    await way.putInForce(wide, { ...termsOf2017(blanks), governs: 'data' })
    const { page } = await open('/public/reported')
    expect(page).toContain('No. No outside agency')
    expect(page).toContain(
      `${wide.name} sees this of people who were arrested: identity, race and ethnicity, country of birth, addresses`,
    )
    expect((await open('/public')).page).toContain('<strong>The partner may ask for everyone born abroad')
  })
})

test('an agreement that ended is past: its votes stay, nothing is shared', async () => {
  const { endsAt } = await way.seeAgreement(agreementId)
  await moveClock(server, instantOf(Date.parse(endsAt ?? '')))
  const { page } = await ofAgreement()
  expect(page).toMatch(/<h1>[^<]*: ended on [A-Z][a-z]+ \d+, \d{4}\. Nothing can be asked\.<\/h1>/)
  expect(page).toContain('Its last day passed.')
  expect(page).toContain('<strong>For</strong>')
  expect((await open('/public/reported')).page).toContain('nothing is shared with any outside agency')
})
