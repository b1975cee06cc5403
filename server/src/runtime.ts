import type { Doors } from './db/doors.ts'
import type { Doorbell } from './journal/doorbell.ts'
import type { Keys } from './keys.ts'

/** What the whole process shares: pools, keys and what the database said about itself at the start. */
export interface Runtime {
  readonly doors: Doors
  readonly keys: Keys
  /** Rung after each commit that holds an entry. */
  readonly doorbell: Doorbell
  readonly city: { readonly name: string; readonly rehearsal: boolean; readonly origin: string }
}
