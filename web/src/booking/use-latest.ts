import { type ArrestRecord, viewArrest } from '@pars/contract'
import { useState } from 'react'
import { callOnce } from '../api.ts'
import type { BookingForm } from './paper/booking-form.ts'
import { formOfReport } from './paper/form-of-report.ts'

/** The newest version on record, as far as it is known. */
export interface Latest {
  version: number
  form: BookingForm
}

export const latestOf = ({ version, report }: Pick<ArrestRecord, 'version' | 'report'>): Latest => ({
  version,
  form: formOfReport(report),
})

/** What the desk opened with or, after a save came too late, what was asked for since. Opening a record is journaled, so it is asked once. */
export const useLatest = (given: Latest | null, purpose: 'own-duty' | 'correction') => {
  const [asked, setAsked] = useState<Latest | null>(null)
  const ask = async (arrestId: string): Promise<Latest | undefined> => {
    const record = await callOnce(viewArrest, { params: { arrestId }, query: { purpose } }).catch(() => undefined)
    if (!record) return undefined
    const latest = latestOf(record)
    setAsked(latest)
    return latest
  }
  return {
    ask,
    forget: () => setAsked(null),
    /** Somebody else's version that the paper of this version does not hold. */
    foreignTo: (version: number | null): Latest | undefined => {
      if (version === null) return undefined
      if (asked && asked.version >= version) return asked
      return given && given.version > version ? given : undefined
    },
  }
}
