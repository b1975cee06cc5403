import { checkOpening, type LogSource, utf8 } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { type ProvedEntry, readLaidOpen } from './log-reader.ts'
import { CosignerRefusal } from './refusal.ts'

export type Content = { readonly [member: string]: unknown }

export interface OpenSlot {
  readonly content: Content
  readonly statement: string | null
  /** Of an acceptance: the text of the terms that it is about. Nothing of it is checked yet. */
  readonly terms: string | null
}

/** The content of the slot that the log lays open of an entry, checked against the entry itself. */
export const openSlotOf = async (source: LogSource, { entry, bytes }: ProvedEntry, slot: string): Promise<OpenSlot> => {
  const { opening, statement, terms } = await readLaidOpen(source, entry)
  const checked = checkOpening(sha256, bytes, opening)
  if (!checked.ok || opening.slot !== slot)
    throw new CosignerRefusal(`what the log lays open of entry ${entry} is not what the entry holds`)
  const content: unknown = JSON.parse(new TextDecoder().decode(opening.value.content ?? utf8('null')))
  if (typeof content !== 'object' || content === null) throw new CosignerRefusal(`entry ${entry} holds no ${slot}`)
  return { content: content as Content, statement, terms }
}
