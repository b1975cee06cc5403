import { useEffect, useMemo, useRef } from 'react'
import { type Key, useKeys } from '../../keys.ts'
import { idOfPointer } from '../../ui/ui.ts'
import { chargingWords as words } from '../../words/words.ts'
import { choiceOn, type DecisionKind, decisionKinds, undecidedCharges } from './decision-form.ts'
import type { Decision } from './use-decision.ts'

/** Where the focus goes after a key: the next thing to fill in, or the row itself. */
const fieldAfter: Record<DecisionKind, string> = { approved: '-approved', modified: '-search', declined: '-reason' }

/** The charge whose row holds the focus; without one, the first that is left. */
const chargeAt = ({ report, form }: Decision) => {
  const id = document.activeElement?.closest<HTMLElement>('[data-charge]')?.dataset['charge']
  return (
    report.charges.find(charge => charge.policeChargeId === id) ??
    undecidedCharges(form, report.charges)[0] ??
    report.charges[0]
  )
}

/** `a`, `m` and `d` decide the charge that has the focus; the focus then stands where the next keystroke belongs. */
export const useDecisionKeys = (decision: Decision): void => {
  const latest = useRef(decision)
  const focusOn = useRef<string | undefined>(undefined)
  useEffect(() => {
    latest.current = decision
    if (focusOn.current === undefined) return
    document.getElementById(focusOn.current)?.focus()
    focusOn.current = undefined
  })
  useKeys(
    useMemo((): Key[] => {
      const decide = (kind: DecisionKind) => {
        const charge = chargeAt(latest.current)
        if (!charge) return
        const row = idOfPointer(`/decisions/${latest.current.report.charges.indexOf(charge)}`)
        const id = `${row}${fieldAfter[kind]}`
        if (choiceOn(latest.current.form, charge).kind === kind) document.getElementById(id)?.focus()
        else focusOn.current = id
        latest.current.set(charge, { kind })
      }
      return decisionKinds.map(kind => ({
        keys: words.kindKeys[kind],
        words: words.keyWords[kind],
        run: () => decide(kind),
      }))
    }, []),
  )
}
