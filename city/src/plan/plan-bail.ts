import type { BodyOf, refuseBail, requestBail, setBail } from '@pars/contract'
import type { Random } from '../chance/random.ts'
import {
  amountsOf,
  conditionsBesideAnotherType,
  depositPercent,
  nominalShare,
  nonmonetaryShare,
} from '../figures/bail-amounts.ts'
import { bailClassesOf } from '../figures/bail-mix.ts'
import { requestOverOrder, shares } from '../figures/conduct.ts'
import type { Sketch } from './sketch.ts'

export type Order = BodyOf<typeof setBail>
type Ask = BodyOf<typeof requestBail>
export type Ruling = { kind: 'set'; order: Order } | { kind: 'refused'; refusal: BodyOf<typeof refuseBail> }

const setReasons = [
  'nature-of-offense',
  'residence',
  'family-ties',
  'employment-and-means',
  'past-bail-compliance',
  'prior-record',
] as const

const reasonsOf = (random: Random): Order['reasons'] => {
  const first = random.int(setReasons.length)
  const second = setReasons[(first + 1 + random.int(3)) % setReasons.length]
  const list = [setReasons[first], second].flatMap(reason => (reason ? [reason] : []))
  return random.chance(0.5) ? list : list.slice(0, 1)
}

const conditionsOf = (
  { random, report, category }: Sketch,
  dangerFound: boolean,
  isNonmonetary: boolean,
): Order['conditions'] => [
  ...(dangerFound
    ? [
        {
          kind: 'stay-away' as const,
          text: "No contact with the complainant; stay away from the complainant's home and work.",
        },
      ]
    : []),
  ...(category.includes('Firearm') || category.includes('Shooting')
    ? [{ kind: 'no-weapons' as const, text: 'No firearms or other weapons.' }]
    : []),
  ...(isNonmonetary
    ? [{ kind: 'reporting' as const, text: 'Report to Pretrial Services by telephone every week.' }]
    : []),
  ...(isNonmonetary && random.chance(0.3)
    ? [{ kind: 'treatment' as const, text: 'Take part in an evaluation for treatment.' }]
    : []),
  ...(report.domesticViolence && dangerFound
    ? [{ kind: 'no-new-offenses' as const, text: 'Commit no new offense.' }]
    : []),
]

interface Money {
  types: Order['types']
  amountCents: number | null
  deposit: number | null
}

const moneyOf = ({ random, category }: Sketch): Money | null => {
  const bailClass = random.weighted(bailClassesOf(category))
  if (bailClass === 'held') return null
  if (random.chance(nominalShare.value)) return { types: ['nominal'], amountCents: 100, deposit: null }
  if (random.chance(nonmonetaryShare.value)) return { types: ['nonmonetary'], amountCents: null, deposit: null }
  if (bailClass === 'ror') return { types: ['ror'], amountCents: null, deposit: null }
  const dollars = random.weighted(amountsOf(bailClass))
  return bailClass === 'unsecured'
    ? { types: ['unsecured'], amountCents: dollars * 100, deposit: null }
    : { types: ['monetary'], amountCents: dollars * 100, deposit: depositPercent.value }
}

/** What the magistrate decides, drawn from the mix of the arrest's category; amounts are the round ones of the figures. */
export const planRuling = (sketch: Sketch): Ruling => {
  const { random, report } = sketch
  const money = moneyOf(sketch)
  if (money === null)
    return {
      kind: 'refused',
      refusal: {
        reasons: ['nature-of-offense', 'danger-to-others'],
        reasonNote: 'Stated on the record: no condition protects the community.',
      },
    }
  const dangerFound = report.domesticViolence && random.chance(shares.value.dangerFoundInDomesticCase)
  const addsConditions =
    money.types[0] === 'nonmonetary' ||
    (money.types[0] !== 'nominal' && random.chance(conditionsBesideAnotherType.value))
  const types: Order['types'] =
    addsConditions && money.types[0] !== 'nonmonetary' ? [...money.types, 'nonmonetary'] : money.types
  return {
    kind: 'set',
    order: {
      types,
      amountCents: money.amountCents,
      depositPercent: money.deposit,
      conditions: conditionsOf(sketch, dangerFound, addsConditions),
      reasons: reasonsOf(random),
      reasonNote: null,
      abilityToPayConsidered: true,
      abilityToPayNote: money.types[0] === 'monetary' ? 'Income and rent were stated at the hearing.' : null,
      dangerFound,
    },
  }
}

const roundDollars = (cents: number): number => Math.max(100_000, Math.round(cents / 50_000) * 50_000)

/** What the Commonwealth asks for: the order, or more, or now and then less. */
export const requestFor = ({ random }: Sketch, ruling: Ruling): Ask => {
  const cents = ruling.kind === 'set' ? ruling.order.amountCents : 50_000_000
  if (cents === null || (ruling.kind === 'set' && !ruling.order.types.includes('monetary') && random.chance(0.7)))
    return { types: ['ror'], amountCents: null, depositPercent: null, note: null }
  const amountCents = roundDollars(cents * random.weighted(requestOverOrder.value))
  return { types: ['monetary'], amountCents, depositPercent: depositPercent.value, note: null }
}

export const defenseRequestFor = ({ random }: Sketch, ruling: Ruling): Ask => {
  const cents = ruling.kind === 'set' ? ruling.order.amountCents : null
  return cents !== null && random.chance(0.25)
    ? { types: ['unsecured'], amountCents: roundDollars(cents / 2), depositPercent: null, note: null }
    : { types: ['ror'], amountCents: null, depositPercent: null, note: null }
}

/** What Pretrial recommends; the guideline is followed or not. */
export const guidelineFor = ({ random }: Sketch, ruling: Ruling): Ask => {
  const cents = ruling.kind === 'set' ? ruling.order.amountCents : 25_000_000
  return cents === null || random.chance(0.35)
    ? { types: ['ror'], amountCents: null, depositPercent: null, note: 'Recommended by the interview.' }
    : {
        types: ['monetary'],
        amountCents: roundDollars(cents * random.pick([0.5, 0.5, 1, 1.5])),
        depositPercent: depositPercent.value,
        note: null,
      }
}
