import type { AnswerOf, Endpoint } from '@pars/contract'
import type { Permission } from '@pars/domain'
import { mayLook } from '../access/may-look.ts'
import { inSnapshot, type Snapshot } from '../db/transaction.ts'
import type { Reader } from '../readers.ts'
import type { Parsed } from './parse.ts'
import { HttpProblem, refusalStatus } from './problem.ts'
import { type Asked, look, type Route } from './route.ts'

/** Who looks, by role. Throws the problem of a refusal, which is recorded where an account asked. */
export const readerFor = async ({ runtime, actor }: Asked, permission: Permission): Promise<Reader> => {
  const looking = await mayLook(runtime, actor, permission)
  if (!('kind' in looking)) return looking
  throw new HttpProblem(refusalStatus(looking.reason, false), looking.reason, looking.say, {
    ...(looking.entryId === undefined ? {} : { entryId: looking.entryId }),
  })
}

/** An endpoint that lists: everything in the answer is of one moment, read through the door of whoever looks. */
export const lookAt = <E extends Endpoint>(
  endpoint: E,
  permission: Permission,
  read: (snapshot: Snapshot, reader: Reader, parsed: Parsed<E>) => Promise<AnswerOf<E>>,
): Route =>
  look(endpoint, async (asked, parsed) => {
    const reader = await readerFor(asked, permission)
    return inSnapshot(asked.runtime.doors[reader.door], snapshot => read(snapshot, reader, parsed))
  })
