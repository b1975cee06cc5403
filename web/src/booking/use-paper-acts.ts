import {
  type ArrestReportInput,
  changeDraft,
  correctArrest,
  type Problem,
  reportArrest,
  saveDraft,
  sendDraft,
} from '@pars/contract'
import { useMemo, useState } from 'react'
import { type FieldError, fieldErrorsOf, useAct } from '../api.ts'
import { cityNow } from '../clock.ts'
import { cityParts } from '../format.ts'
import type { BookingForm } from './paper/booking-form.ts'
import { readForm } from './paper/read-form.ts'
import { fieldOfPointer, type RowsOfReport } from './paper/rows-of-report.ts'

/** The draft or record that an act changes, with the version seen. */
export interface Standing {
  arrestId: string | null
  version: number | null
}
export interface Saved {
  arrestId: string
  version: number
  receipt: { entryId: string; number: number | null }
}

const isStanding = (standing: Standing): standing is { arrestId: string; version: number } =>
  standing.arrestId !== null && standing.version !== null

/** The server's field errors under the pointers of the page's own rows. */
const pageErrors = (problem: Problem | undefined, rows: RowsOfReport | undefined): FieldError[] =>
  rows ? fieldErrorsOf(problem).map(error => ({ ...error, pointer: fieldOfPointer(error.pointer, rows) })) : []

/** What is wrong with the paper, found here or said by the server, for its fields and for the whole. */
const useErrors = (problem: Problem | undefined, rows: RowsOfReport | undefined, unread: FieldError[]) =>
  useMemo(() => {
    const said = pageErrors(problem, rows)
    return { errors: [...unread, ...said], problem: said.length > 0 ? undefined : problem }
  }, [problem, rows, unread])

/** Save, send and correct. Each answers with what is saved, or undefined when something needs mending first; then `errors` or `problem` say what. */
export const usePaperActs = () => {
  const acts = {
    save: useAct(saveDraft),
    change: useAct(changeDraft),
    send: useAct(sendDraft),
    report: useAct(reportArrest),
    correct: useAct(correctArrest),
  }
  const all = Object.values(acts)
  const [unread, setUnread] = useState<FieldError[]>([])
  const [rows, setRows] = useState<RowsOfReport>()

  const reset = () => {
    for (const act of all) act.reset()
  }
  const read = (
    form: BookingForm,
    purpose: 'draft' | 'send',
    first: FieldError[] = [],
  ): ArrestReportInput | undefined => {
    reset()
    const paper = readForm(form, purpose, cityParts(new Date(cityNow()).toISOString()).date)
    const errors = [...first, ...(paper.kind === 'unread' ? paper.errors : [])]
    setUnread(errors)
    if (paper.kind === 'unread' || errors.length > 0) return undefined
    setRows(paper.rows)
    return paper.report
  }
  const put = (report: ArrestReportInput, standing: Standing): Promise<Saved | undefined> =>
    isStanding(standing)
      ? acts.change.runAndWait({ params: { arrestId: standing.arrestId }, version: standing.version, body: report })
      : acts.save.runAndWait({ body: report })

  return {
    isRunning: all.some(act => act.isRunning),
    /** What the server said last is dealt with. */
    reset,
    ...useErrors(all.find(act => act.problem)?.problem, rows, unread),
    save: async (form: BookingForm, standing: Standing): Promise<Saved | undefined> => {
      const report = read(form, 'draft')
      return report && put(report, standing)
    },
    /** A new paper goes in one step; a draft is saved first if something was typed since. */
    send: async (form: BookingForm, standing: Standing, dirty: boolean): Promise<Saved | undefined> => {
      const report = read(form, 'send')
      if (!report) return undefined
      if (!isStanding(standing)) return acts.report.runAndWait({ body: report })
      const saved = dirty ? await put(report, standing) : standing
      if (!saved) return undefined
      return acts.send.runAndWait({ params: { arrestId: saved.arrestId }, version: saved.version })
    },
    correct: async (form: BookingForm, reason: FieldError | string, standing: Standing): Promise<Saved | undefined> => {
      const report = read(form, 'send', typeof reason === 'string' ? [] : [reason])
      if (!report || typeof reason !== 'string' || !isStanding(standing)) return undefined
      const { arrestId, version } = standing
      return acts.correct.runAndWait({ params: { arrestId }, version, body: { reason, report } })
    },
  }
}
