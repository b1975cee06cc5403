import { openNote, parseVkey } from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import type { Read } from '../db/statement.ts'
import { selectCosignaturesAfter, selectCosignaturesGone } from './audit.sql.ts'
import type { Findings } from './findings.ts'

interface CosignatureRow {
  size: number
  cosigner: string
  line: string
  vkey: string | null
  note: string | null
}

const pageOfCosignatures = 2000

/** Whether the line is that cosigner's signature over that checkpoint's text. */
const isCosigned = async ({ line, vkey, note }: CosignatureRow): Promise<boolean> => {
  const key = vkey === null ? undefined : parseVkey(sha256, vkey)
  if (!key?.ok || note === null) return false
  const text = note.slice(0, note.indexOf('\n\n') + 2)
  const opened = await openNote(Buffer.from(`${text}${line}\n`, 'utf8'), [key.value], verifyEd25519)
  return opened.ok && opened.value.verified.length === 1
}

/** Every stored cosignature under the key that was appointed; and whether the log still has what a cosigner confirmed last. */
export const auditCosignatures = async (read: Read, findings: Findings): Promise<void> => {
  let after = { size: 0, cosigner: '' }
  for (;;) {
    const rows = await read.rows<CosignatureRow & { [column: string]: unknown }>(
      selectCosignaturesAfter(after.size, after.cosigner, pageOfCosignatures),
    )
    for (const row of rows)
      if (!(await isCosigned(row)))
        findings.add('cosignature-wrong', {
          entry: row.size,
          table: 'journal.cosignature',
          row: `${row.size} ${row.cosigner}`,
        })
    const last = rows.at(-1)
    if (rows.length < pageOfCosignatures || !last) break
    after = last
  }
  for (const { size, cosigner } of await read.rows<{ size: number; cosigner: string }>(selectCosignaturesGone))
    findings.add('cosignature-missing', { entry: size, table: 'journal.cosignature', row: `${size} ${cosigner}` })
}
