import { makeComplaint, viewArrest } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, complaintOf } from '../testing/arrest-way.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { printer } from '../testing/print.ts'
import { flat } from '../testing/read-pdf.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
let print: ReturnType<typeof printer>
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  print = printer(server)
})
afterAll(() => server.stop())

const complain = async (arrestId: string, change: object = {}) => {
  const [chargeId = ''] = await way.decide(arrestId)
  const attorney = await server.as('charging-attorney')
  const body = { ...complaintOf([chargeId]), ...change }
  return (await attorney.call(makeComplaint, { params: { arrestId }, body })).complaintId
}
const recordOf = async (arrestId: string) =>
  (await server.as('booking-officer')).call(viewArrest, { params: { arrestId } })
const named = (last: string, first: string | null) => ({
  ...madeUpReport().person,
  names: [{ kind: 'stated' as const, last, first, middle: null, suffix: null }],
})

describe('the complaint', () => {
  test('holds everything that Rule 504 demands', async () => {
    const { complaintId, arrestId } = await way.toComplaint()
    const { pdf } = await print.complaint('charging-attorney', complaintId)
    const text = flat(pdf.pages.join(' '))
    const { report } = await recordOf(arrestId)
    for (const [part, words] of Object.entries({
      affiant: 'Det. R. Farrow',
      agency: 'Philadelphia Police Department',
      name: 'Quill, Marisol',
      address: '100 Example Street, Philadelphia, PA 19100',
      accusation: 'the defendant violated the penal laws of the Commonwealth of Pennsylvania as charged here',
      statute: '0 § 0 §§ 0',
      offense: 'Robbery-Threat Immed Ser Injury',
      grade: 'F1 (Felony of the first degree)',
      date: 'on or about yesterday',
      place: '2900 block Example Avenue',
      facts: 'The person took a bag from the store by force and ran one block.',
      peace: 'against the peace and dignity of the Commonwealth of Pennsylvania',
      laboratory: 'No services of a criminal laboratory are requested',
      fingerprints: 'The defendant has been fingerprinted.',
      process: 'neither a warrant nor a summons is requested',
      verification: '(18 Pa.C.S. § 4904)',
      signature: 'Signature of the affiant',
      approval: 'Attorney Charging',
      publicAccess: 'Public Access Policy',
      incident: report.incidents[0] ?? '?',
    }))
      expect(text, part).toContain(words)
  })

  test('says what is and what is not asked for, and what is not done yet', async () => {
    const complaintId = await complain(await way.report(), { labServices: true, fingerprinted: false })
    const text = flat((await print.complaint('detective', complaintId)).pdf.pages.join(' '))
    expect(text).toContain('Services of a criminal laboratory are requested in this case.')
    expect(text).toContain('The defendant has not been fingerprinted.')
    expect(text).toContain('Docket number Not filed yet')
    expect(text).toContain('Not certified yet')
  })

  test('shows its docket and who certified it, once it is filed', async () => {
    const { arrestId, complaintId } = await way.toComplaint()
    await way.file(complaintId)
    const [docket] = (await recordOf(arrestId)).dockets
    const { pdf, headers } = await print.complaint('court-clerk', complaintId)
    const text = flat(pdf.pages.join(' '))
    expect(text).toContain(`Docket number ${docket?.docketNumber}`)
    expect(text).toContain('Clerk Court Certified and filed')
    expect(pdf.title).toBe(`Criminal Complaint ${docket?.docketNumber}`)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('has no SSN, no country of birth and no ethnicity on it', async () => {
    const person = { ...madeUpReport().person, ssn: '000-45-9731', ethnicity: 'hispanic' as const }
    const { complaintId } = await way.toComplaint({ person })
    const text = (await print.complaint('detective', complaintId)).pdf.pages.join(' ')
    expect(text).not.toMatch(/9731|hispanic|born in|country/i)
  })

  test('is tagged, titled, in English, and carries its fonts', async () => {
    const { complaintId } = await way.toComplaint()
    const { pdf } = await print.complaint('charging-attorney', complaintId)
    expect(pdf).toMatchObject({ isTagged: true, showsTitle: true, language: 'en-US', title: 'Criminal Complaint' })
    for (const tag of ['Document/H1', 'Document/H2', 'Document/P', 'Document/L/LI/LBody', 'Document/Table/TR/TH'])
      expect(pdf.tags).toContain(tag)
    expect(pdf.tags.filter(tag => tag === 'Document/Table/TR/TH')).toHaveLength(8)
    expect(pdf.fonts).toContain('PublicSans-Regular')
  })

  test('of a rehearsal says on every page that nobody here is real', async () => {
    const facts = 'The person went along the street and took what was not theirs. '.repeat(300).slice(0, 19_900)
    const complaintId = await complain(await way.report(), { facts })
    const { pdf } = await print.complaint('detective', complaintId)
    expect(pdf.pages.length).toBeGreaterThan(3)
    for (const [index, page] of pdf.pages.entries()) {
      expect(page).toContain('MADE-UP CITY. NOBODY HERE IS REAL.')
      expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`)
    }
    // The head of the next page may part any sentence, but no word.
    expect(pdf.pages.join(' ').match(/theirs/g)).toHaveLength(facts.match(/theirs/g)?.length ?? 0)
  })
})

describe('names on paper', () => {
  test.each([
    ["O’Brien-D'Angelo", 'Nguyễn Thị Ánh'],
    ['Łukaszewicz', 'Ðorđe'],
    ['Шевченко', 'Олена'],
    ['陈', '小明'],
    ['陳', '曉龍'],
    ['김', '민준'],
    ['Παπαδόπουλος', 'Γεώργιος'],
    ['በቀለ', 'ታደሰ'],
    ['田中', 'さくら'],
    ['გელაშვილი', 'გიორგი'],
    ['X', null],
  ])('%s, %s is printed as given', async (last, first) => {
    const { complaintId } = await way.toComplaint({ person: named(last, first) })
    const { pdf } = await print.complaint('detective', complaintId)
    expect(pdf.pages[0]).toContain(first === null ? `\n${last}\n` : `${last}, ${first}`)
    expect(pdf.pages.join(' ')).not.toContain('□')
  })

  test('an Arabic and a Hebrew name are printed whole and shaped, from right to left', async () => {
    for (const [last, first, font] of [
      ['الأحمد', 'محمد', /^IBMPlexSansArabic/],
      ['כהן', 'דוד', /^NotoSansHebrew/],
    ] as const) {
      const { complaintId } = await way.toComplaint({ person: named(last, first) })
      const { pdf } = await print.complaint('detective', complaintId)
      // A ligature may be named by the one character that Unicode has for it.
      const page = pdf.pages[0]?.normalize('NFKC')
      expect(page).toContain(last)
      expect(page).toContain(first)
      expect(pdf.fonts).toContainEqual(expect.stringMatching(font))
    }
  })

  test.each([
    ['ജോസഫ്', 'മാത്യു', /^NotoSansMalayalam/],
    ['రెడ్డి', 'శ్రీనివాస్', /^NotoSansTelugu/],
    ['ស្រីពៅ', 'ចាន់', /^NotoSansKhmer/],
    ['शर्मा', 'राजेंद्र', /^NotoSans-/],
  ])('%s, %s is shaped and printed without a box', async (last, first, font) => {
    const { complaintId } = await way.toComplaint({ person: named(last, first) })
    const { pdf } = await print.complaint('detective', complaintId)
    expect(pdf.fonts).toContainEqual(expect.stringMatching(font))
    expect(pdf.pages.join(' ')).not.toContain('□')
  })

  test('a letter that no font has leaves a box and a note, and never disappears', async () => {
    const { complaintId } = await way.toComplaint({ person: named('ᏣᎳᎩ', 'Ana') })
    const { pdf } = await print.complaint('detective', complaintId)
    expect(pdf.pages[0]).toContain('□□□, Ana')
    expect(flat(pdf.pages.join(' '))).toContain('no font of this system can draw (U+13E3; U+13B3; U+13A9)')
  })
})

describe('who may print a complaint', () => {
  test('police, prosecutor and court may; the entry says who printed which', async () => {
    const { complaintId, arrestId } = await way.toComplaint()
    for (const subject of ['booking-officer', 'charging-attorney', 'court-clerk', 'magistrate'])
      await print.complaint(subject, complaintId)
    const printed = (await recordOf(arrestId)).history.filter(({ kind }) => kind === 'paper.printed')
    expect(printed.map(({ madeBy }) => madeBy)).toEqual([
      'Officer Booking',
      'Attorney Charging',
      'Clerk Court',
      'Magistrate Bench',
    ])
    expect(await readEntry(server, printed[0]?.entryId ?? '')).toMatchObject({
      slots: { act: { paper: 'complaint', complaintId, purpose: 'own-duty', forWhom: 'own-seat' }, subject: arrestId },
    })
  })

  test('entry and journal number of the complaint and of the printing stand at its foot', async () => {
    const { complaintId, arrestId } = await way.toComplaint()
    const { pdf } = await print.complaint('charging-attorney', complaintId)
    const { history } = await recordOf(arrestId)
    const made = history.find(({ kind }) => kind === 'complaint.made')
    const printed = history.find(({ kind }) => kind === 'paper.printed')
    for (const page of pdf.pages) {
      expect(flat(page)).toContain(`This complaint is entry ${made?.entryId}, journal number ${made?.number}.`)
      expect(flat(page)).toContain(`as entry ${printed?.entryId}, journal number ${printed?.number}.`)
    }
  })

  test('the defense prints its own client’s once it is filed, and nobody else’s', async () => {
    const { complaintId } = await way.toComplaint()
    await expectRefused(server, print.complaint('defender', complaintId), { status: 404, reason: 'not-found' })
    await way.file(complaintId, 'defender')
    expect((await print.complaint('defender', complaintId)).pdf.pages[0]).toContain('Quill, Marisol')
    const other = await way.toComplaint()
    await way.file(other.complaintId, 'private')
    await expectRefused(server, print.complaint('defender', other.complaintId), { status: 404, reason: 'not-found' })
  })

  test('a system may not, nor a visitor, and a complaint that is not there is none', async () => {
    const { complaintId } = await way.toComplaint()
    await expectRefused(server, print.complaint('intake-system', complaintId), { status: 403, reason: 'not-your-role' })
    expect(await problemOf(print.complaint(null, complaintId))).toMatchObject({ status: 401, reason: 'sign-in-first' })
    const none = `cmp_${'0'.repeat(32)}`
    await expectRefused(server, print.complaint('detective', none), { status: 404, reason: 'not-found' })
    expect(await problemOf(print.complaint('detective', 'cmp_1'))).toMatchObject({ status: 400 })
  })
})
