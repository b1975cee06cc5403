import { findStatutes, loadReference, viewReference } from '@pars/contract'
import { cityDateOf } from '@pars/domain'
import { inSnapshot } from '../db/transaction.ts'
import { readerOf } from '../readers.ts'
import { findStatutes as findOffenses } from '../reference/find-statutes.ts'
import { getReference } from '../reference/get-reference.ts'
import { loadReference as loadRows } from '../reference/load-reference.ts'
import { act, look, type Route } from './route.ts'

/** Districts, rooms, grades, alarms and statutes: the law and the city's map, open to everybody. */
export const referenceRoutes: readonly Route[] = [
  look(viewReference, ({ runtime, actor }, { query }) =>
    inSnapshot(runtime.doors[readerOf(actor).door], read => getReference(read, query.on ?? cityDateOf(read.now))),
  ),
  look(findStatutes, ({ runtime, actor }, { query }) =>
    inSnapshot(runtime.doors[readerOf(actor).door], read =>
      findOffenses(read, { q: query.q, on: query.on ?? cityDateOf(read.now), limit: query.limit }),
    ),
  ),
  act(loadReference, loadRows, ({ body }) => body),
]
