import type { BodyOf, decideCharges, PresentedReport } from '@pars/contract'
import { type PlainDate, parsePlainDate, parseStatute } from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { chargingWords } from '../../words/charging.ts'
import { type ChargeChoice, type ChargeFields, choiceOn, type DecisionForm } from './decision-form.ts'

type Body = BodyOf<typeof decideCharges>
type Decision = Body['decisions'][number]
type PoliceCharge = PresentedReport['charges'][number]
type Restated = Omit<Extract<Decision, { kind: 'added' }>, 'kind'>

const { errors: words } = chargingWords

export type ReadDecision = { kind: 'decision'; body: Body } | { kind: 'unread'; errors: FieldError[] }

const textErrors = ({ statute, description, dcNumber }: ChargeFields): [keyof ChargeFields, string][] => {
  const found: [keyof ChargeFields, string][] = []
  if (statute.trim() === '') found.push(['statute', words.statute])
  else if (!parseStatute(statute)) found.push(['statute', words.statuteShape])
  if (description.trim() === '') found.push(['description', words.description])
  if (dcNumber === '') found.push(['dcNumber', words.dcNumber])
  return found
}

const readCharge = (fields: ChargeFields, at: string, errors: FieldError[]): Restated => {
  const fail = (field: keyof ChargeFields, message: string) => errors.push({ pointer: `${at}/${field}`, message })
  for (const [field, message] of textErrors(fields)) fail(field, message)
  const counts = Number(fields.counts)
  if (!Number.isInteger(counts) || counts < 1 || counts > 999) fail('counts', words.counts)
  const offenseOn = parsePlainDate(fields.offenseOn)
  if (!offenseOn) fail('offenseOn', words.offenseOn)
  return {
    statute: parseStatute(fields.statute) ?? fields.statute.trim(),
    description: fields.description.trim(),
    grade: (fields.grade || null) as Restated['grade'],
    counts,
    offenseOn: offenseOn ?? ('' as PlainDate),
    dcNumber: fields.dcNumber,
  }
}

const isUnchanged = (read: Restated, police: PoliceCharge): boolean =>
  read.statute === (parseStatute(police.statute) ?? police.statute) &&
  (['description', 'grade', 'counts', 'offenseOn', 'dcNumber'] as const).every(key => read[key] === police[key])

const readChoice = (choice: ChargeChoice, charge: PoliceCharge, at: string, errors: FieldError[]): Decision[] => {
  const { policeChargeId } = charge
  const fail = (field: string, message: string) => errors.push({ pointer: `${at}${field}`, message })
  if (choice.kind === 'approved') return [{ kind: 'approved', policeChargeId }]
  if (choice.kind === 'declined') {
    const note = choice.note.trim()
    if (choice.reason === 'other' && note === '') fail('/note', words.note)
    if (choice.reason !== '') return [{ kind: 'declined', policeChargeId, reason: choice.reason, note: note || null }]
    fail('/reason', words.reason)
    return []
  }
  if (choice.kind === 'modified') {
    const read = readCharge(choice.fields, at, errors)
    if (isUnchanged(read, charge)) fail('', words.unchanged)
    return [{ kind: 'modified', policeChargeId, ...read }]
  }
  fail('', words.undecided)
  return []
}

/**
 * The decision to record, or everything that must be mended first. Decisions stand in the order of the page, so that an
 * error of the server about `/decisions/2` is about the third row. Whether a decision is allowed is the server's rule.
 */
export const readDecision = (form: DecisionForm, charges: readonly PoliceCharge[]): ReadDecision => {
  const errors: FieldError[] = []
  const decided = charges.flatMap((charge, index) =>
    readChoice(choiceOn(form, charge), charge, `/decisions/${index}`, errors),
  )
  const added = form.added.map((fields, index) => ({
    kind: 'added' as const,
    ...readCharge(fields, `/decisions/${charges.length + index}`, errors),
  }))
  if (errors.length > 0) return { kind: 'unread', errors }
  return { kind: 'decision', body: { arrestVersion: form.arrestVersion, decisions: [...decided, ...added] } }
}
