import { type ArrestRecord, decideCharges } from '@pars/contract'
import { useEffect, useRef, useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { findKept, forgetKept, keep } from '../../form/kept.ts'
import { nameOf } from '../../record/person-of.ts'
import { chargingWords as words } from '../../words/words.ts'
import {
  blankCharge,
  type ChargeChoice,
  type ChargeFields,
  carryOver,
  choiceOn,
  type DecisionForm,
  startDecision,
} from './decision-form.ts'
import { readDecision } from './read-decision.ts'

const isKept = (value: unknown): value is DecisionForm =>
  typeof value === 'object' && value !== null && 'arrestVersion' in value && 'choices' in value && 'added' in value

/** The form while somebody works on it: kept in the tab, and tied to the version of the report that is on the screen. */
const useForm = (record: ArrestRecord, name: string) => {
  const [desk, setDesk] = useState(() => {
    const kept = findKept(name, isKept)
    const stands = kept?.arrestVersion === record.version
    const form = stands && kept ? kept : startDecision(record.report, record.version)
    return { form, report: record.report, cameBack: stands, dirty: stands }
  })
  useEffect(() => {
    if (desk.dirty) keep(name, desk.form)
  }, [name, desk])
  const change = (part: (form: DecisionForm) => Partial<DecisionForm>) =>
    setDesk(now => ({ ...now, dirty: true, form: { ...now.form, ...part(now.form) } }))
  return {
    ...desk,
    change,
    startOver: () => {
      forgetKept(name)
      setDesk({
        form: startDecision(record.report, record.version),
        report: record.report,
        cameBack: false,
        dirty: false,
      })
    },
    takeNewer: () =>
      setDesk(now => ({
        ...now,
        form: carryOver(now.form, now.report, record.report, record.version),
        report: record.report,
      })),
  }
}

/** What was said at the last attempt and is not mended yet. */
const stillThere = (
  said: FieldError[],
  form: DecisionForm,
  charges: ArrestRecord['report']['charges'],
): FieldError[] => {
  if (said.length === 0) return said
  const read = readDecision(form, charges)
  const found = read.kind === 'unread' ? read.errors : []
  const left = said.filter(each => found.some(now => now.pointer === each.pointer && now.message === each.message))
  return left.length === said.length ? said : left
}

/** The decision on one arrest: the form, its changes, and the one act that records it. */
export const useDecision = (record: ArrestRecord, accountId: string) => {
  const name = `charging.${accountId}.${record.arrestId}`
  const desk = useForm(record, name)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(decideCharges)
  const sent = useRef(false)
  const { change, form, report } = desk
  useEffect(() => setErrors(now => stillThere(now, form, report.charges)), [form, report])

  const set = (charge: (typeof report.charges)[number], part: Partial<ChargeChoice>) =>
    change(now => ({
      choices: { ...now.choices, [charge.policeChargeId]: { ...choiceOn(now, charge), ...part } },
    }))
  const setAdded = (index: number, part: Partial<ChargeFields>) =>
    change(now => ({ added: now.added.map((each, at) => (at === index ? { ...each, ...part } : each)) }))

  const send = async () => {
    if (act.isRunning || sent.current) return
    act.reset()
    const read = readDecision(form, report.charges)
    setErrors(read.kind === 'unread' ? read.errors : [])
    if (read.kind === 'unread') return
    const answer = await act.runAndWait({ params: { arrestId: record.arrestId }, body: read.body })
    if (!answer) return
    sent.current = true
    forgetKept(name)
    const said = read.body.decisions.every(each => each.kind === 'declined')
      ? words.declinedAll
      : words.decided(nameOf(report))
    showDone({ words: said, receipt: answer.receipt })
  }

  return {
    ...desk,
    set,
    setAdded,
    add: () => change(now => ({ added: [...now.added, blankCharge(report)] })),
    remove: (index: number) => change(now => ({ added: now.added.filter((_, at) => at !== index) })),
    send,
    errors,
    problem: act.problem,
    isRunning: act.isRunning,
  }
}
export type Decision = ReturnType<typeof useDecision>
