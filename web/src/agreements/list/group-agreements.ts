import type { AnswerOf, listAgreements } from '@pars/contract'
import type { AgreementStanding } from '@pars/domain'

export type AgreementRow = AnswerOf<typeof listAgreements>['agreements'][number]

export const agreementGroups = ['in-force', 'proposed', 'past'] as const
export type AgreementGroup = (typeof agreementGroups)[number]

const groupOf: Record<AgreementStanding, AgreementGroup> = {
  'in-force': 'in-force',
  suspended: 'in-force',
  'not-begun': 'proposed',
  drafted: 'proposed',
  ended: 'past',
}

const endOf = ({ endsAt }: AgreementRow): number => (endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(endsAt))

/** The agreements of one group: what ends next stands first; of the past, what ended last. */
export const agreementsOf = (rows: readonly AgreementRow[], group: AgreementGroup): AgreementRow[] =>
  rows
    .filter(({ standing }) => groupOf[standing] === group)
    .toSorted((a, b) => (group === 'past' ? endOf(b) - endOf(a) : endOf(a) - endOf(b)) || a.code.localeCompare(b.code))
