import {
  holdArraignment,
  type Problem,
  recommendBail,
  refuseBail,
  requestBail,
  requestDefenseBail,
  setBail,
} from '@pars/contract'
import { useRef, useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { readCityNow } from '../../clock.ts'
import { showDone } from '../../done.ts'
import { nameOf } from '../../record/person-of.ts'
import { hearingWords } from '../../words/hearing.ts'
import { type Held, readArraignment } from '../arraignment/read-arraignment.ts'
import { type AskAct, readAsk } from '../bail/read-ask.ts'
import { readOrder } from '../bail/read-order.ts'
import type { Hearing } from '../hearing-context.ts'
import { openBond } from './open-bond.ts'

type Receipt = { entryId: string; number: number | null }

const useAsks = () => {
  const asks = {
    'bail.request': useAct(requestBail),
    'bail.defense-request': useAct(requestDefenseBail),
    'bail.recommend': useAct(recommendBail),
  }
  return asks satisfies Record<AskAct, unknown>
}

/** Arraignment, then order. Whatever was recorded stays recorded: a refused order leaves the screen on the order alone. */
const useRuling = ({ docket, record, form }: Hearing) => {
  const hold = useAct(holdArraignment)
  const set = useAct(setBail)
  const refuse = useAct(refuseBail)
  const last = useRef<{ held: string; heldAt: string } | undefined>(undefined)
  const isRecorded = useRef(false)
  const params = { docketId: docket.docketId }

  const read = () => {
    const isHeld = docket.arraignment !== null || isRecorded.current
    const arraignment = isHeld ? { errors: [] } : readArraignment(record.report, form.arraignment)
    const isDischarge = !isHeld && form.arraignment.probableCause === 'not-found'
    const order = isDischarge ? { errors: [] } : readOrder(form.order, record.report)
    return { held: arraignment.held, order: order.order, errors: [...arraignment.errors, ...order.errors] }
  }
  /** The same arraignment sent again after a lost answer bears the same time, or it would be another one. */
  const sendHeld = async (held: Held) => {
    const text = JSON.stringify(held)
    if (last.current?.held !== text) last.current = { held: text, heldAt: await readCityNow() }
    const answer = await hold.runAndWait({ params, body: { ...held, heldAt: last.current.heldAt } })
    if (answer) isRecorded.current = true
    return answer
  }
  const sendOrder = async (order: NonNullable<ReturnType<typeof read>['order']>) => {
    const { kind, ...body } = order
    return kind === 'set' ? set.runAndWait({ params, body }) : refuse.runAndWait({ params, body })
  }
  const acts = [hold, set, refuse]
  return { read, sendHeld, sendOrder, acts }
}

/** Everything that can be recorded on the hearing screen, one at a time; `errors` and `problem` say what needs mending. */
export const useHearingActs = (
  hearing: Hearing,
  { onRecorded, onRefused }: { onRecorded: () => void; onRefused: () => void },
) => {
  const { docket, form, record } = hearing
  const name = nameOf(record.report)
  const ruling = useRuling(hearing)
  const asks = useAsks()
  const [errors, setErrors] = useState<FieldError[]>([])
  const [isBondBlocked, setBondBlocked] = useState(false)
  const busy = useRef(false)
  const all = [...ruling.acts, ...Object.values(asks)]

  const done = (words: string, receipt: Receipt) => {
    onRecorded()
    showDone({ words, receipt })
  }
  const rule = async () => {
    const { held, order, errors: found } = ruling.read()
    setErrors(found)
    if (found.length > 0) return
    const arraigned = held && (await ruling.sendHeld(held))
    if (held && !arraigned) return onRefused()
    if (!order) return arraigned && done(hearingWords.act.dischargedDone(name), arraigned.receipt)
    const ordered = await ruling.sendOrder(order)
    if (!ordered) return onRefused()
    if (order.kind === 'set') setBondBlocked(!openBond(docket.docketId))
    done(hearingWords.act.orderDone(name, ordered.words), ordered.receipt)
  }
  const ask = async (act: AskAct) => {
    const { ask: body, errors: found } = readAsk(act, form.ask)
    setErrors(found)
    if (!body) return
    const answer = await asks[act].runAndWait({ params: { docketId: docket.docketId }, body })
    if (answer) done(hearingWords.bail.entered[act](name), answer.receipt)
    else onRefused()
  }
  /** One act at a time: a second press while the first is under way does nothing. */
  const once = (work: () => Promise<unknown>) => async () => {
    if (busy.current) return
    busy.current = true
    for (const act of all) act.reset()
    try {
      await work()
    } finally {
      busy.current = false
    }
  }
  const problem: Problem | undefined = all.find(act => act.problem)?.problem
  return {
    rule: once(rule),
    ask: (act: AskAct) => once(() => ask(act))(),
    isRunning: all.some(act => act.isRunning),
    errors,
    problem,
    isBondBlocked,
  }
}
