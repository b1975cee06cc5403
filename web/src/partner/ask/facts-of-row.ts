import type { PartnerRow } from '@pars/contract'
import { formatDateTime, formatMoney, formatPlainDate } from '../../format.ts'
import { consoleWords } from '../../words/partner.ts'

const { answer: words } = consoleWords

/** One line of a record, in words. */
export interface RowFact {
  label: string
  text: string
}
export interface RowClass {
  class: keyof typeof words.classes
  facts: RowFact[]
}

const fact = (label: string, text: string | null | undefined): RowFact[] =>
  text === null || text === undefined || text === '' ? [] : [{ label, text }]
const { fields } = words
const whenOf = (instant: string | null | undefined): string => (instant ? formatDateTime(instant) : '')

/** "Quill, Marisol A., Jr." */
export const nameOfRow = ({ identity }: PartnerRow): string | undefined =>
  identity &&
  [identity.last, [identity.first, identity.middle].filter(Boolean).join(' '), identity.suffix]
    .filter(Boolean)
    .join(', ')

type Given = { [C in keyof typeof words.classes]: (given: NonNullable<PartnerRow[C]>) => RowFact[] }

const factsOf: Given = {
  identity: each => [
    ...fact(fields.name, nameOfRow({ identity: each })),
    ...fact(fields.bornOn, each.bornOn && formatPlainDate(each.bornOn)),
    ...fact(fields.sex, each.sex),
    ...fact(fields.policeNumber, each.policeNumber),
  ],
  demographic: each => [...fact(fields.race, each.race), ...fact(fields.ethnicity, each.ethnicity)],
  origin: each => fact(fields.country, [each.codeSystem, each.code].filter(Boolean).join(' ')),
  address: each =>
    each.flatMap(({ line, city, state, zip }) =>
      fact(fields.address, [line, city, `${state} ${zip}`.trim()].filter(Boolean).join(', ')),
    ),
  arrest: each => [
    ...fact(fields.arrestedAt, whenOf(each.arrestedAt)),
    ...fact(fields.place, each.place),
    ...fact(fields.district, each.district),
    ...fact(fields.basis, each.basis),
    ...fact(fields.otn, each.otn),
    ...fact(fields.warrantNumber, each.warrantNumber),
    ...fact(fields.incidents, each.incidents.join(', ')),
  ],
  charges: each =>
    each.flatMap(({ statute, description, grade, counts }) =>
      fact(fields.charge, [grade, statute, description, counts > 1 && `×${counts}`].filter(Boolean).join(' ')),
    ),
  docket: each =>
    each.flatMap(docket => [
      ...fact(fields.docket, docket.docketNumber),
      ...fact(
        fields.next,
        docket.nextAt && words.next(docket.nextHearing ?? '', whenOf(docket.nextAt), docket.nextRoom ?? ''),
      ),
    ]),
  bail: each =>
    each.flatMap(order =>
      fact(
        fields.order,
        [
          order.docketNumber,
          order.kind,
          order.types.join(' and '),
          order.amountCents !== null && formatMoney(order.amountCents),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    ),
  custody: each =>
    fact(fields.left, each.leftAt ? words.leftAt(whenOf(each.leftAt), each.basis ?? '') : words.stillHeld),
  photo: each => fact(fields.reference, each.reference),
}

/** What a row says, by class, in a fixed order. A class that was not given is not there; one that was given and holds nothing says so. */
export const classesOfRow = (row: PartnerRow): RowClass[] =>
  (Object.keys(factsOf) as (keyof Given)[]).flatMap(name => {
    const given = row[name]
    if (given === undefined) return []
    const facts = given === null ? [] : (factsOf[name] as (given: unknown) => RowFact[])(given)
    return [{ class: name, facts: facts.length > 0 ? facts : [{ label: '', text: words.notGiven }] }]
  })
