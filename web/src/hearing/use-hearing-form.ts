import { useEffect, useState } from 'react'
import { findKept, forgetKept, keep } from '../form/kept.ts'
import type { ArraignmentFields } from './arraignment/read-arraignment.ts'
import type { AskFields } from './bail/read-ask.ts'
import type { OrderFields } from './bail/read-order.ts'

/** Everything that can be typed on the hearing screen. */
export interface HearingForm {
  arraignment: ArraignmentFields
  order: OrderFields
  ask: AskFields
}

const isKeptForm = (value: unknown): value is HearingForm =>
  typeof value === 'object' && value !== null && 'arraignment' in value && 'order' in value && 'ask' in value

/** Fields that an older screen did not keep start blank. */
const withKept = (blank: HearingForm, kept: HearingForm | undefined): HearingForm =>
  kept
    ? {
        arraignment: { ...blank.arraignment, ...kept.arraignment },
        order: { ...blank.order, ...kept.order },
        ask: { ...blank.ask, ...kept.ask },
      }
    : blank

/** The fields of one hearing, kept in the tab at every key until the act is recorded. */
export const useHearingForm = (name: string, blank: HearingForm) => {
  const [form, setForm] = useState(() => withKept(blank, findKept(name, isKeptForm)))
  const [isTouched, setTouched] = useState(false)
  useEffect(() => {
    if (isTouched) keep(name, form)
  }, [name, form, isTouched])
  const set = <P extends keyof HearingForm>(part: P, change: Partial<HearingForm[P]>) => {
    setTouched(true)
    setForm(now => ({ ...now, [part]: { ...now[part], ...change } }))
  }
  return {
    form,
    set,
    /** What was recorded needs no keeping. */
    forget: () => {
      setTouched(false)
      forgetKept(name)
    },
  }
}
