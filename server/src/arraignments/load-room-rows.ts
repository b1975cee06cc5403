import type { RoomRow } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { selectRoom } from './dockets.sql.ts'

/** All rows of a room, whatever their day; none for a text that no room can be called and no database would take. */
export const loadRoomRows = async (read: Read, room: string): Promise<RoomRow[]> =>
  room.includes('\0') ? [] : read.rows<RoomRow & { [column: string]: unknown }>(selectRoom(room))
