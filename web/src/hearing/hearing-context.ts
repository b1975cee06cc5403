import type { ArrestRecord } from '@pars/contract'
import { createContext, useContext } from 'react'
import type { Charge, Docket, Listing } from './hearing-facts.ts'
import type { HearingForm } from './use-hearing-form.ts'

/** One hearing on the screen, what the reader may do in it, and the only way in which a part changes what is typed. */
export interface Hearing {
  docket: Docket
  record: ArrestRecord
  charges: readonly Charge[]
  /** The listing that stands; undefined while the docket waits for a session. */
  listing: Listing | undefined
  /** The reader may do this act on this docket now. */
  mayNow: (act: string) => boolean
  form: HearingForm
  set: <P extends keyof HearingForm>(part: P, change: Partial<HearingForm[P]>) => void
}

export const HearingContext = createContext<Hearing | undefined>(undefined)

export const useHearing = (): Hearing => {
  const hearing = useContext(HearingContext)
  if (!hearing) throw new Error('a part of the hearing screen stands outside of it')
  return hearing
}
