import type { Client } from 'pg'

export interface RedactedSlot {
  entry: number
  slot: string
  content: unknown
  /** What the slot holds that was recorded again. */
  original: string | null
}

/** Slots recorded again without what was destroyed in them, newest last. */
export const redactedSlots = async (admin: Client): Promise<RedactedSlot[]> =>
  (
    await admin.query<{ redacted: RedactedSlot }>(
      `select c.texts[4]::jsonb || jsonb_build_object('original', (select o.texts[array_position(o.names, c.texts[4]::jsonb ->> 'slot')]
         from journal.place p join journal.content o using (entry_id) where p.number = (c.texts[4]::jsonb ->> 'entry')::int)) as redacted
       from journal.entry e join journal.content c using (entry_id) where e.kind = 'record.redacted' and c.texts[4] is not null order by e.made_at`,
    )
  ).rows.map(row => row.redacted)

export const slotOf = async (admin: Client, kind: string, slot: string): Promise<string> =>
  (
    await admin.query<{ content: string }>(
      `select coalesce(string_agg(c.texts[array_position(c.names, $2)], ' '), '') as content from journal.entry e join journal.content c using (entry_id) where e.kind = $1`,
      [kind, slot],
    )
  ).rows[0]?.content ?? ''
