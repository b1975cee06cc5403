import type { ArrestRecord, PartnerRow } from '@pars/contract'
import { leadChargeOf } from '@pars/domain'
import type { PopulationFacts } from '@pars/terms'

const chargesOf = ({ charging }: ArrestRecord) => charging.decision?.charges ?? []

const departureOf = ({ departures }: ArrestRecord) =>
  departures.filter(({ acknowledged }) => acknowledged !== null).toSorted((a, b) => leftAt(b) - leftAt(a))[0]
const leftAt = ({ acknowledged }: ArrestRecord['departures'][number]): number => Date.parse(acknowledged?.leftAt ?? '')

/** What a partner's answer would hold of this record if every class were granted: the same fields, drawn from the custodians' own. */
export const rowOfRecord = (record: ArrestRecord): Required<Omit<PartnerRow, 'match'>> => {
  const { report } = record
  const { person } = report
  const name = person.names[0]
  const departure = departureOf(record)
  const born = person.countryOfBirth
  return {
    identity: {
      last: name?.last ?? '',
      first: name?.first ?? null,
      middle: name?.middle ?? null,
      suffix: name?.suffix ?? null,
      bornOn: person.bornOn,
      sex: person.sex,
      policeNumber: person.policeNumber,
    },
    demographic: { race: person.race, ethnicity: person.ethnicity },
    origin: born.kind === 'self-reported' ? { codeSystem: born.codeSystem, code: born.code } : null,
    address: person.addresses,
    arrest: {
      arrestedAt: report.arrestedAt,
      district: report.district,
      place: report.place,
      basis: report.basis,
      otn: report.otn,
      warrantNumber: report.warrantNumber,
      incidents: report.incidents,
    },
    charges: chargesOf(record).map(({ statute, description, grade, counts, offenseOn }) => ({
      statute,
      description,
      grade,
      counts,
      offenseOn,
    })),
    docket: record.dockets.map(({ docketNumber, filedAt, arraignment }) => ({
      docketNumber,
      filedAt,
      nextHearing: arraignment?.nextListing?.hearing ?? null,
      nextAt: arraignment?.nextListing?.at ?? null,
      nextRoom: arraignment?.nextListing?.room ?? null,
    })),
    bail: record.dockets.flatMap(({ docketNumber, bail: { order } }) =>
      order
        ? [
            {
              docketNumber,
              kind: order.kind,
              types: order.types,
              amountCents: order.amountCents,
              depositPercent: order.depositPercent,
              madeAt: order.madeAt,
            },
          ]
        : [],
    ),
    custody: departure?.acknowledged ? { leftAt: departure.acknowledged.leftAt, basis: departure.basis } : {},
    photo: { reference: person.photoReference },
  }
}

/** What decides whether a record is in reach of terms: the same facts as the database derives. */
export const factsOfRecord = (record: ArrestRecord): PopulationFacts => ({
  district: record.report.district,
  basis: record.report.basis,
  grade: leadChargeOf(chargesOf(record))?.grade ?? null,
  arrestedAt: record.report.arrestedAt,
  charged: chargesOf(record).length > 0,
  // A person under 18 is here only on a direct-file charge.
  adult: record.report.directFile === null,
  bailOrdered: record.dockets.some(({ bail }) => bail.order !== null),
})
