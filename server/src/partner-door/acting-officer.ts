import { parseId } from '@pars/domain'
import { listRows } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import { officerOf } from './ask.ts'
import type { Asker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { callListOfficers, type OfficerRow } from './partner.sql.ts'

/**
 * The officer who answers for an act of the partner: signed in, or named by the unit's system and then looked up. Throws a problem
 * where it is nobody of this unit, or no coordinator where the act needs one.
 */
export const actingOfficer = async (
  door: PartnerDoor,
  asker: Asker,
  named: string | undefined,
  mustCoordinate: boolean,
): Promise<string> => {
  const officerId = officerOf(asker, named)
  const coordinates =
    asker.by === 'sign-in' ? asker.officer.coordinator : (await findNamed(door, asker, officerId)).coordinator
  if (mustCoordinate && !coordinates)
    throw new HttpProblem(403, 'not-coordinator', 'Only a coordinator of the unit may do this.')
  return officerId
}

const findNamed = async (door: PartnerDoor, asker: Asker, officerId: string): Promise<OfficerRow> => {
  const rows = await listRows<OfficerRow & { [column: string]: unknown }>(
    door.pools.of(asker.partner),
    callListOfficers,
  )
  const row = rows.find(each => each.officer_id === officerId && each.unit === asker.unit)
  if (row && !row.stopped) return row
  throw new HttpProblem(403, 'officer-not-named', 'Name an officer of this unit as "officer".')
}

/** The uuid of an id of ours, or null. */
export const uuidOrNull = (prefix: Parameters<typeof parseId>[0], id: string | null): string | null =>
  id === null ? null : parseId(prefix, id)
