import { askByIdentifier, type BodyOf } from '@pars/contract'
import { readSecret } from '@pars/server'
import { findRow, writeRow } from '../../../server/src/db/direct.ts'
import { inquiryRoutes } from '../../../server/src/partner-door/inquiries.ts'
import { noticeOf } from '../../../server/src/partner-door/present-answer.ts'
import { type PartnerAsked, question } from '../../../server/src/partner-door/route.ts'
import { padded } from '../../../server/src/partner-door/slots.ts'
import { runPartnerDoor } from '../../../server/src/partner-door/start-partner-door.ts'
import { floorRole, insertFloor, selectFloor } from './bulk-records.sql.ts'

/**
 * The floor: the same process, door, parsing, key, signature check, size and slot, and then one SELECT of the row and one INSERT of a
 * row with its commit, in place of the agreement. `node floor-door.ts KEYFILE`, with the lines of the partner door on standard input.
 */
const answer = async ({ door, asker, parsed }: PartnerAsked<typeof askByIdentifier>): Promise<string> => {
  const body = parsed.body as BodyOf<typeof askByIdentifier>
  const pool = door.pools.of(floorRole)
  const row = await findRow<Record<string, unknown>>(pool, selectFloor(body.value))
  await writeRow(pool, insertFloor(body.officer ?? '', body.value))
  if (asker.by !== 'signed' || asker.door === undefined) throw new Error('the floor is for signed requests')
  const known = await door.termsOf(asker.partner, asker.door)
  const notice = noticeOf(door.settings.city.name, known, new Date().toISOString())
  return padded({ rows: row ? [row] : [], notice, padding: '' } as { padding: '' })
}

await runPartnerDoor({
  input: process.stdin,
  key: readSecret(process.argv[2] ?? ''),
  log: line => console.error(line),
  print: line => console.log(line),
  questions: [question(askByIdentifier, answer), ...inquiryRoutes.filter(route => route.endpoint !== askByIdentifier)],
})
