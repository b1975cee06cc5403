/**
 * One made-up arrest from the booking desk to a bail order, each step by whose it is. Needs a rehearsal (`npm start`) and four tokens:
 *
 *   export PARS_URL=http://localhost:7277
 *   export BOOKING_OFFICER=$(npx pars token booking-officer) CHARGING_ATTORNEY=$(npx pars token charging-attorney)
 *   export COURT_CLERK=$(npx pars token court-clerk) MAGISTRATE=$(npx pars token magistrate)
 *   npx node docs/examples/arrest-to-bail.ts
 */
import { randomUUID } from 'node:crypto'
import {
  addListing,
  type Client,
  createClient,
  decideCharges,
  fileComplaint,
  holdArraignment,
  makeComplaint,
  nextDocketNumber,
  openCourtSession,
  reportArrest,
  requestBail,
  setBail,
  takeCharging,
  viewArrest,
  viewCity,
} from '@pars/contract'

const baseUrl = process.env['PARS_URL'] ?? 'http://localhost:7277'

const clientOf = (variable: string): Client => {
  const token = process.env[variable]
  if (!token) throw new Error(`Set ${variable} to a token: see the head of this file.`)
  return createClient({ baseUrl, token })
}
const booking = clientOf('BOOKING_OFFICER')
const prosecutor = clientOf('CHARGING_ATTORNEY')
const clerk = clientOf('COURT_CLERK')
const magistrate = clientOf('MAGISTRATE')

/** A rehearsal has a clock of its own: every time is counted from the city's. */
const cityTime = async (hours = 0): Promise<string> => {
  const { now } = await booking.call(viewCity)
  return new Date(Date.parse(now) + hours * 3_600_000).toISOString()
}

const report = async (): Promise<string> => {
  const arrestedAt = await cityTime(-2)
  const offenseOn = (await cityTime(-26)).slice(0, 10)
  const dcNumber = `${offenseOn.slice(0, 4)}25${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`
  const body = {
    intakeNumber: `EXAMPLE-${randomUUID()}`,
    person: {
      names: [{ kind: 'stated', last: 'Quill', first: 'Marisol', middle: null, suffix: null }],
      bornOn: '1992-04-17',
      sex: 'female',
      race: 'unknown',
      ethnicity: 'unknown',
      countryOfBirth: { kind: 'not-asked' },
      ssn: null,
      addresses: [{ line: '100 Example Street', city: 'Philadelphia', state: 'PA', zip: '19100' }],
      interpreterLanguage: null,
      policeNumber: null,
      photoReference: null,
    },
    arrestedAt,
    place: '2900 block Example Avenue',
    district: '25',
    bookingSite: 'Divisional Booking Center East',
    officers: [{ badge: '4417', name: 'Officer R. Farrow' }],
    basis: 'sight',
    warrantNumber: null,
    incidents: [dcNumber],
    otn: null,
    charges: [
      {
        // What courts print for an offense that no table holds.
        statute: '0 § 0 §§ 0',
        description: 'Example offense',
        grade: 'M1',
        counts: 1,
        offenseOn,
        dcNumber,
      },
    ],
    narrative: 'A made-up report by an example program.',
    domesticViolence: false,
    directFile: null,
    victimsAndWitnesses: [],
  }
  // A retry with the same key gives the same answer and no second arrest.
  const done = await booking.call(reportArrest, { body, idempotencyKey: randomUUID() })
  console.log(`reported    ${done.arrestId}, entry ${done.receipt.entryId}`)
  return done.arrestId
}

const charge = async (arrestId: string): Promise<string> => {
  await prosecutor.call(takeCharging, { params: { arrestId } })
  const record = await prosecutor.call(viewArrest, { params: { arrestId }, query: { purpose: 'charging' } })
  const decisions = record.report.charges.map(({ policeChargeId }) => ({ kind: 'approved', policeChargeId }))
  const { chargeIds } = await prosecutor.call(decideCharges, {
    params: { arrestId },
    body: { arrestVersion: record.version, decisions },
  })
  const { complaintId } = await prosecutor.call(makeComplaint, {
    params: { arrestId },
    body: {
      chargeIds,
      affiant: 'Det. R. Farrow',
      affiantAgency: 'Philadelphia Police Department',
      offenseDateText: 'On or about the day before the arrest',
      offensePlace: '2900 block Example Avenue',
      facts: 'The person took a bag from the store by force and ran one block.',
      peaceAndDignity: true,
      labServices: false,
      fingerprinted: true,
      processRequested: 'none-arrested',
      verifiedAt: await cityTime(),
    },
  })
  console.log(`charged     ${chargeIds.length} charge, complaint ${complaintId}`)
  return complaintId
}

const file = async (complaintId: string): Promise<string> => {
  const { docketNumber } = await clerk.call(nextDocketNumber)
  const { docketId } = await clerk.call(fileComplaint, {
    params: { complaintId },
    body: { docketNumber, certified: true, counsel: 'defender' },
  })
  const { courtSessionId } = await clerk.call(openCourtSession, {
    body: { room: 'B-08', startsAt: await cityTime(), magistrateId: null },
  })
  const { slot } = await clerk.call(addListing, { params: { courtSessionId }, body: { docketId, slot: null } })
  console.log(`filed       ${docketNumber}, slot ${slot}`)
  return docketId
}

const hear = async (docketId: string): Promise<void> => {
  const params = { docketId }
  await prosecutor.call(requestBail, {
    params,
    body: { types: ['unsecured'], amountCents: 500_000, depositPercent: null, note: null },
  })
  await magistrate.call(holdArraignment, {
    params,
    body: {
      heldAt: await cityTime(),
      mode: 'video',
      checklist: [
        'complaint-given',
        'complaint-read',
        'counsel-advised',
        'hearing-advised',
        'bail-advised',
        'counsel-consulted',
      ],
      probableCause: 'found',
      interpreter: null,
      prosecutorName: 'A. Made-up',
      defenseName: 'D. Made-up',
      nextListing: { hearing: 'preliminary-hearing', at: await cityTime(14 * 24), room: '803' },
    },
  })
  const { words, receipt } = await magistrate.call(setBail, {
    params,
    body: {
      types: ['ror'],
      amountCents: null,
      depositPercent: null,
      conditions: [],
      reasons: ['residence'],
      reasonNote: null,
      abilityToPayConsidered: false,
      abilityToPayNote: null,
      dangerFound: false,
    },
  })
  console.log(`bail order  ${words}, entry ${receipt.entryId}`)
}

const arrestId = await report()
await hear(await file(await charge(arrestId)))
const record = await booking.call(viewArrest, { params: { arrestId } })
console.log(`stage       ${record.custody.stage}; next: ${record.custody.next?.act ?? 'nothing'}`)
