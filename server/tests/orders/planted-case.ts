import { makeComplaint, recordHold, reportArrest, searchArrests } from '@pars/contract'
import { agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay, complaintOf, moneyOrder } from '../testing/arrest-way.ts'
import { printer } from '../testing/print.ts'
import type { TestServer } from '../testing/start-test-server.ts'
import { plantedReport } from './planted.ts'

export interface PlantedCase {
  readonly partner: TestPartner
  /** The agreement's. */
  readonly door: string
  readonly ids: Record<string, string>
}

/** A case on its whole way with planted words in each field of one's own words; printed, searched for, and given to a partner. */
export const plantCase = async (server: TestServer, plant: () => string, otn: string): Promise<PlantedCase> => {
  const agreements = agreementWay(server)
  await agreements.genesis()
  const partner = await agreements.partner()
  const { door } = await agreements.putInForce(partner, agreements.termsOf(partner))
  const way = arrestWay(server)
  const officer = await server.as('booking-officer')
  const report = plantedReport(plant, { otn })
  const reported = await officer.call(reportArrest, { body: report, idempotencyKey: 'first-time-of-this' })
  const { arrestId } = reported
  const chargeIds = await way.decide(arrestId)
  const attorney = await server.as('charging-attorney')
  const { complaintId } = await attorney.call(makeComplaint, {
    params: { arrestId },
    body: {
      ...complaintOf(chargeIds),
      affiant: `Det. ${plant()}`,
      affiantAgency: plant(),
      offenseDateText: plant(),
      offensePlace: plant(),
      facts: `The person took a bag from ${plant()} by force and ran.`,
    },
  })
  const docketId = await way.file(complaintId)
  const courtSessionId = await way.openSession()
  const { listingId } = await way.list(docketId, courtSessionId)
  await way.arraign(docketId, {
    prosecutorName: plant(),
    defenseName: plant(),
    interpreter: { language: plant(), present: true },
  })
  await way.order(
    docketId,
    moneyOrder({
      abilityToPayNote: plant(),
      reasonNote: plant(),
      types: ['monetary', 'nonmonetary'],
      conditions: [{ kind: 'reporting', text: `Report by telephone every Monday to ${plant()} at noon.` }],
    }),
  )
  const { holdId } = await (await server.as('release-desk')).call(recordHold, {
    params: { arrestId },
    body: { kind: 'bench-warrant', issuer: plant(), reference: plant() },
  })
  await printer(server).complaint('court-clerk', complaintId)
  await officer.call(searchArrests, { query: { lastName: report.person.names[0]?.last ?? '', forWhom: plant() } })
  const { answer } = await agreements.askAs(partner, door, otn)
  if (answer?.rows.length !== 1) throw new Error('the partner is answered about the case')
  const { intakeNumber } = report
  return {
    partner,
    door,
    ids: { arrestId, complaintId, docketId, courtSessionId, listingId, holdId, intakeNumber },
  }
}
