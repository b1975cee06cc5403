import { type ArrestRecord, makeComplaint } from '@pars/contract'
import { useEffect, useState } from 'react'
import { type FieldError, useAct } from '../../api.ts'
import { showDone } from '../../done.ts'
import { findKept, forgetKept, keep } from '../../form/kept.ts'
import { nameOf } from '../../record/person-of.ts'
import { chargingWords } from '../../words/words.ts'
import { type ComplaintForm, readComplaint, startComplaint } from './complaint-form.ts'

const isKept = (value: unknown): value is ComplaintForm =>
  typeof value === 'object' && value !== null && 'affiant' in value && 'verifiedTime' in value

/** The complaint in the making: filled in from the report, kept in the tab once somebody changes it. */
export const useComplaint = (record: ArrestRecord, accountId: string, city: string) => {
  const name = `complaint.${accountId}.${record.arrestId}.${record.charging.complaints.length}`
  const [paper, setPaper] = useState(() => {
    const kept = findKept(name, isKept)
    return { form: kept ?? startComplaint(record, city), dirty: kept !== undefined, cameBack: kept !== undefined }
  })
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(makeComplaint, answer => {
    forgetKept(name)
    showDone({ words: chargingWords.complaint.made(nameOf(record.report)), receipt: answer.receipt })
  })
  useEffect(() => {
    if (paper.dirty) keep(name, paper.form)
  }, [name, paper])
  return {
    ...paper,
    set: (part: Partial<ComplaintForm>) => setPaper(now => ({ ...now, dirty: true, form: { ...now.form, ...part } })),
    startOver: () => {
      forgetKept(name)
      setPaper({ form: startComplaint(record, city), dirty: false, cameBack: false })
    },
    send: () => {
      const read = readComplaint(paper.form)
      setErrors(read.kind === 'unread' ? read.errors : [])
      act.reset()
      if (read.kind === 'complaint') act.run({ params: { arrestId: record.arrestId }, body: read.body })
    },
    errors,
    problem: act.problem,
    isRunning: act.isRunning,
  }
}
export type Complaint = ReturnType<typeof useComplaint>
