import type { Terms } from '../terms.ts'
import { onePersonAtATime } from './one-person-at-a-time.ts'
import { pretrial } from './pretrial.ts'
import type { TemplateBlanks } from './template.ts'
import { warrants } from './warrants.ts'

/** Where drafting begins. None grants a sensitive class or a question that sweeps: what is more is added by hand, and printed first. */
export const templates = {
  'one-person-at-a-time': onePersonAtATime,
  pretrial,
  warrants,
} as const satisfies Record<string, (blanks: TemplateBlanks) => Terms>
export type TemplateName = keyof typeof templates
