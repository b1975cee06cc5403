import { type Permission, type Refused, refuse, whyNot } from '@pars/domain'
import type { Actor } from '../actor.ts'
import { doorOf, inTransaction } from '../db/transaction.ts'
import { type Reader, readerOf } from '../readers.ts'
import type { Runtime } from '../runtime.ts'
import { recordRefusal } from '../verb.ts'

/** Why somebody without an account may not look: visitors exist in a rehearsal only. */
export const refuseVisitor = (runtime: Runtime, permission: Permission): Refused | undefined =>
  runtime.city.rehearsal
    ? whyNot({ role: 'visitor' }, permission)
    : refuse('sign-in-first', 'Sign in and send it again.')

/** Who looks at a list that is not journaled by itself, or the refusal, which is recorded where an account asked. */
export const mayLook = async (
  runtime: Runtime,
  actor: Actor | undefined,
  permission: Permission,
): Promise<Reader | (Refused & { readonly entryId?: string })> => {
  if (!actor) return refuseVisitor(runtime, permission) ?? readerOf(undefined)
  const refused = whyNot(actor, permission)
  if (!refused) return readerOf(actor)
  return inTransaction(runtime.doors[doorOf(actor.party)], tx => recordRefusal(tx, actor, permission, refused))
}
