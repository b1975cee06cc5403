import { useEffect, useMemo, useRef, useState } from 'react'
import { forgetKept, keep } from '../form/kept.ts'
import { idOfPointer } from '../ui/ui.ts'
import type { Booking } from './booking-context.tsx'
import { type BookingForm, blankRows, type ListName } from './paper/booking-form.ts'

/** What a tab keeps of an unfinished paper. */
export interface KeptPaper {
  form: BookingForm
  /** The draft or record that was being changed, and the version seen. */
  arrestId: string | null
  version: number | null
  reason: string
  dirty: boolean
  ssnLost: boolean
}

export const isKeptPaper = (value: unknown): value is KeptPaper =>
  typeof value === 'object' && value !== null && 'form' in value && 'dirty' in value && 'version' in value

const rowPointers: Record<ListName, (index: number) => string> = {
  names: index => `/person/names/${index}/last`,
  addresses: index => `/person/addresses/${index}/line`,
  officers: index => `/officers/${index}/badge`,
  incidents: index => `/incidents/${index}`,
  charges: index => `/charges/${index}/search`,
  victimsAndWitnesses: index => `/victimsAndWitnesses/${index}/kind`,
}

/** The row that "Add another" adds: a further charge is mostly of the same day and incident. */
const nextRow = (form: BookingForm, list: ListName) => {
  const last = form.charges.at(-1)
  if (list !== 'charges' || !last) return blankRows[list]()
  return { ...blankRows.charges(), offenseOn: last.offenseOn, dcNumber: last.dcNumber }
}

/** The paper while somebody works on it: kept in the tab at every key, all but the SSN. */
export const usePaper = (name: string, start: KeptPaper) => {
  const [paper, setPaper] = useState(start)
  const focusOn = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (!paper.dirty) return forgetKept(name)
    const { ssn } = paper.form
    keep(name, { ...paper, form: { ...paper.form, ssn: '' }, ssnLost: ssn !== '' || paper.ssnLost } satisfies KeptPaper)
  }, [name, paper])
  useEffect(() => {
    if (!focusOn.current) return
    document.getElementById(focusOn.current)?.focus()
    focusOn.current = undefined
  })
  const edit = useMemo(() => {
    const change = (part: (form: BookingForm) => Partial<BookingForm>) =>
      setPaper(now => ({ ...now, dirty: true, form: { ...now.form, ...part(now.form) } }))
    const set: Booking['set'] = (key, value) => change(() => ({ [key]: value }))
    const setRow: Booking['setRow'] = (list, index, row) =>
      change(form => ({ [list]: form[list].map((old, at) => (at === index ? row : old)) }))
    const addRow: Booking['addRow'] = list =>
      change(form => {
        focusOn.current = idOfPointer(rowPointers[list](form[list].length))
        return { [list]: [...form[list], nextRow(form, list)] }
      })
    const removeRow: Booking['removeRow'] = (list, index) =>
      change(form => {
        focusOn.current = idOfPointer(rowPointers[list](Math.max(0, index - 1)))
        return { [list]: form[list].filter((_, at) => at !== index) }
      })
    return { set, setRow, addRow, removeRow }
  }, [])
  return {
    paper,
    edit,
    setReason: (reason: string) => setPaper(now => ({ ...now, dirty: true, reason })),
    /** The server holds what was typed up to `sent`; anything typed meanwhile stays unsaved. */
    markSaved: (sent: BookingForm, saved: { arrestId: string; version: number }) =>
      setPaper(now => ({ ...now, ...saved, dirty: now.form !== sent, ssnLost: false })),
    replace: setPaper,
  }
}
