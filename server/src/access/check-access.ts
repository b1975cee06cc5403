import { type Refused, requireLine } from '@pars/domain'
import type { Access } from './journaled-read.ts'

/** Others read in the journal for whom somebody looked: it is one line that shows what it says. */
export const checkAccess = ({ forWhom }: Access): Refused | undefined =>
  requireLine(forWhom, { label: 'name of whom you look for', at: 'forWhom' })
