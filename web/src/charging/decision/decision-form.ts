import type { PresentedReport } from '@pars/contract'
import type { DeclineReason } from '@pars/domain'

export const decisionKinds = ['approved', 'modified', 'declined'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** A charge as it is typed. */
export interface ChargeFields {
  statute: string
  description: string
  grade: string
  counts: string
  offenseOn: string
  dcNumber: string
}

/** What is decided on one police charge so far. What was typed for another decision stays, in case it comes back. */
export interface ChargeChoice {
  kind: DecisionKind | ''
  reason: DeclineReason | ''
  note: string
  fields: ChargeFields
}

/** The decision in the making, on the police charges of one version of the report. */
export interface DecisionForm {
  arrestVersion: number
  choices: Record<string, ChargeChoice>
  added: ChargeFields[]
}

type PoliceCharge = PresentedReport['charges'][number]
type Report = Pick<PresentedReport, 'charges' | 'incidents' | 'arrestedAt'>

const fieldsOf = (charge: PoliceCharge): ChargeFields => ({
  statute: charge.statute,
  description: charge.description,
  grade: charge.grade ?? '',
  counts: String(charge.counts),
  offenseOn: charge.offenseOn,
  dcNumber: charge.dcNumber,
})

const openChoice = (charge: PoliceCharge): ChargeChoice => ({
  kind: '',
  reason: '',
  note: '',
  fields: fieldsOf(charge),
})

/** A decision on which nothing is decided yet. */
export const startDecision = (report: Report, arrestVersion: number): DecisionForm => ({
  arrestVersion,
  choices: Object.fromEntries(report.charges.map(charge => [charge.policeChargeId, openChoice(charge)])),
  added: [],
})

export const choiceOn = (form: DecisionForm, charge: PoliceCharge): ChargeChoice =>
  form.choices[charge.policeChargeId] ?? openChoice(charge)

/** The police charges without a decision, in their order. */
export const undecidedCharges = (form: DecisionForm, charges: readonly PoliceCharge[]): PoliceCharge[] =>
  charges.filter(charge => choiceOn(form, charge).kind === '')

const isSameCharge = (one: PoliceCharge, other: PoliceCharge): boolean =>
  (['statute', 'description', 'grade', 'counts', 'offenseOn', 'dcNumber'] as const).every(
    key => one[key] === other[key],
  )

/** The decision moved to a corrected report: a charge that police changed or added is open again. */
export const carryOver = (form: DecisionForm, seen: Report, now: Report, arrestVersion: number): DecisionForm => ({
  ...startDecision(now, arrestVersion),
  added: form.added,
  choices: Object.fromEntries(
    now.charges.map(charge => {
      const before = seen.charges.find(each => each.policeChargeId === charge.policeChargeId)
      const stands = before !== undefined && isSameCharge(before, charge)
      return [charge.policeChargeId, stands ? choiceOn(form, charge) : openChoice(charge)]
    }),
  ),
})

/** A charge to add: mostly of the day and the incident of the others. */
export const blankCharge = ({ charges, incidents }: Report): ChargeFields => ({
  statute: '',
  description: '',
  grade: '',
  counts: '1',
  offenseOn: charges.at(-1)?.offenseOn ?? '',
  dcNumber: incidents.length === 1 ? (incidents[0] ?? '') : '',
})

/** How many of each decision there are. */
export const tallyOf = (
  form: DecisionForm,
  charges: readonly PoliceCharge[],
): Record<DecisionKind | 'added', number> => {
  const count = (kind: DecisionKind) => charges.filter(charge => choiceOn(form, charge).kind === kind).length
  return {
    approved: count('approved'),
    modified: count('modified'),
    declined: count('declined'),
    added: form.added.length,
  }
}
