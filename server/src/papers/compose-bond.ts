import type { DocketView } from '@pars/contract'
import { bailTypes, conditionWords, depositCents, formatDollars, nextHearingWords, reasonWords } from '@pars/domain'
import { addressesOf, type CaseFacts, chargeSummary, frameOf, nameOnPaper, type Proof } from './caption.ts'
import type { Block, Field, Paper, SigningPlace } from './paper.ts'
import { typeWords, bondWords as words } from './words/bond-words.ts'
import { complaintWords } from './words/complaint-words.ts'
import { formatDay, formatWhen } from './words/format.ts'
import { captionWords, numberWords } from './words/paper-words.ts'

type Order = NonNullable<DocketView['bail']['order']>
type Arraignment = NonNullable<DocketView['arraignment']>

export interface BondFacts extends CaseFacts {
  readonly docketNumber: string
  readonly order: Order
  readonly nextListing: Arraignment['nextListing']
  readonly interpreterLanguage: string | null
}

const defendant = ({ person }: BondFacts): Block => ({
  kind: 'fields',
  rows: [
    [
      { label: complaintWords.name, value: nameOnPaper(person.names), share: 2 },
      {
        label: complaintWords.born,
        value: person.bornOn === null ? captionWords.notKnown : formatDay(person.bornOn),
      },
    ],
    [{ label: complaintWords.address, value: addressesOf(person) }],
  ],
})

const moneyFields = ({ amountCents, depositPercent }: Order): Field[] => {
  if (amountCents === null) return []
  const amount = { label: words.amount, value: formatDollars(amountCents) }
  const deposit = depositCents(amountCents, depositPercent)
  if (deposit === null) return [amount]
  const part = depositPercent === 100 ? words.depositAll : `${depositPercent}%`
  return [amount, { label: words.deposit, value: part }, { label: words.toPost, value: formatDollars(deposit) }]
}

const next = ({ nextListing }: BondFacts): Block[] => [
  { kind: 'heading', text: words.next },
  nextListing === null
    ? { kind: 'paragraph', text: words.noNext }
    : {
        kind: 'fields',
        rows: [
          [
            { label: words.hearing, value: nextHearingWords[nextListing.hearing] },
            { label: words.when, value: formatWhen(nextListing.at), share: 2 },
            { label: words.where, value: words.room(nextListing.room) },
          ],
        ],
      },
]

const reasons = ({ order }: BondFacts): string =>
  order.reasons.length === 0 ? words.noReasons : `${order.reasons.map(reason => reasonWords[reason]).join('; ')}.`

const numbered = (texts: readonly string[]): Block => ({
  kind: 'list',
  items: texts.map((text, index) => ({ label: `${index + 1}.`, text })),
})

const released = (facts: BondFacts): Block[] => {
  const { order } = facts
  const money = moneyFields(order)
  const places = signing(facts)
  const conditions = order.conditions.map(({ kind, text }, index) => ({
    label: `${index + 1}. ${conditionWords[kind]}:`,
    text,
  }))
  return [
    { kind: 'heading', text: words.release, keep: 90 },
    {
      kind: 'choices',
      items: bailTypes.map(type => ({ chosen: order.types.includes(type), text: typeWords[type] })),
    },
    ...(money.length > 0 ? [{ kind: 'fields' as const, rows: [money] }] : []),
    { kind: 'heading', text: words.conditions },
    conditions.length > 0 ? { kind: 'list', items: conditions } : { kind: 'paragraph', text: words.noConditions },
    { kind: 'heading', text: words.dutiesTitle },
    numbered(words.duties),
    ...next(facts),
    { kind: 'heading', text: words.reasonsTitle },
    { kind: 'paragraph', text: `${reasons(facts)}${order.abilityToPayConsidered ? ` ${words.abilityToPay}` : ''}` },
    { kind: 'heading', text: words.breach },
    { kind: 'paragraph', text: words.breachText },
    { kind: 'heading', text: words.agreement, keep: 70 + 62 * Math.ceil(places.length / 2) },
    { kind: 'paragraph', text: words.agrees },
    ...owed(order),
    { kind: 'signatures', places },
  ]
}

const owed = ({ amountCents, types }: Order): Block[] => {
  if (amountCents === null) return []
  const surety = types.includes('monetary') || types.includes('nominal') ? ` ${words.suretyOwes}` : ''
  return [{ kind: 'paragraph', text: `${words.owes(formatDollars(amountCents))}${surety}` }]
}

const authority = ({ order }: BondFacts): SigningPlace => ({
  who: words.signAuthority,
  name: order.madeBy,
  beside: formatWhen(order.madeAt),
})

const signing = (facts: BondFacts): SigningPlace[] => {
  const { order, interpreterLanguage, person } = facts
  const hasSurety = order.types.includes('monetary') || order.types.includes('nominal')
  return [
    { who: words.signDefendant, name: nameOnPaper(person.names), beside: '' },
    authority(facts),
    ...(hasSurety ? [{ who: words.signSurety, name: '', beside: '' }] : []),
    ...(interpreterLanguage === null
      ? []
      : [{ who: words.signInterpreter(interpreterLanguage), name: '', beside: '' }]),
    { who: words.signClerk, name: '', beside: '' },
  ]
}

const refused = (facts: BondFacts): Block[] => [
  { kind: 'heading', text: words.refusalReasons },
  { kind: 'paragraph', text: reasons(facts) },
  ...(facts.order.reasonNote ? [{ kind: 'paragraph' as const, text: facts.order.reasonNote }] : []),
  { kind: 'paragraph', text: words.later },
  ...next(facts),
  { kind: 'signatures', places: [authority(facts), { who: words.signClerk, name: '', beside: '' }] },
]

/** The bail bond with its conditions; where bail was refused, the order that says so and why. */
export const composeBond = (facts: BondFacts, proof: Proof): Paper => {
  const { order, docketNumber, charges } = facts
  const isRefused = order.kind === 'refused'
  const frame = frameOf(facts, proof, words.proof(isRefused, proof.actEntry, numberWords(proof.actNumber)))
  return {
    ...frame,
    title: words.title(isRefused, docketNumber),
    heading: isRefused ? words.refusal : words.bond,
    running: words.title(isRefused, docketNumber),
    blocks: [
      { kind: 'order', words: order.words, under: words.orderedBy(order.madeBy, formatWhen(order.madeAt)) },
      { kind: 'heading', text: words.defendant },
      defendant(facts),
      { kind: 'heading', text: words.charges },
      charges.length > 0 ? chargeSummary(facts) : { kind: 'paragraph', text: words.noCharges },
      ...(isRefused ? refused(facts) : released(facts)),
    ],
  }
}
