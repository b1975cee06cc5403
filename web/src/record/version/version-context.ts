import type { ArrestRecord } from '@pars/contract'
import { createContext, useContext } from 'react'
import type { Part } from './changed-parts.ts'

/** Which version of the record is on the screen, and what it is compared with. */
export interface Version {
  record: ArrestRecord
  /** A view of the past; nothing can be done from it. */
  isPast: boolean
  /** The version before this one; undefined where there is nothing to compare with, and nothing is marked then. */
  before: ArrestRecord | undefined
  changed: readonly Part[]
}

export const VersionContext = createContext<Version | undefined>(undefined)

export const useVersion = (): Version => {
  const version = useContext(VersionContext)
  if (!version) throw new Error('a part of the record stands outside of it')
  return version
}
