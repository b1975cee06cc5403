import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openNote, parseCheckpoint, type VerifierKey } from '@pars/ledger'
import { verifyEd25519 } from '@pars/ledger/node'
import type { ExpectedRoot } from './audit-tree.ts'

/** A checkpoint that somebody kept outside the database: a cosigner's copy, the last one that was signed, one from a newspaper. */
export interface KeptCheckpoint {
  /** Whose copy, for the finding: a file's or cosigner's name. */
  readonly from: string
  readonly note: Uint8Array
}

/** What the log's key signed, as roots to compare with; what cannot be read or is another log's is named. */
export const openKeptCheckpoints = async (
  kept: readonly KeptCheckpoint[],
  key: VerifierKey,
): Promise<{ known: ExpectedRoot[]; unreadable: string[] }> => {
  const known: ExpectedRoot[] = []
  const unreadable: string[] = []
  for (const { from, note } of kept) {
    const opened = await openNote(note, [key], verifyEd25519)
    const checkpoint = opened.ok ? parseCheckpoint(opened.value.text) : undefined
    if (checkpoint?.ok && checkpoint.value.origin === key.name)
      known.push({ size: checkpoint.value.size, root: checkpoint.value.root, from })
    else unreadable.push(from)
  }
  return { known, unreadable }
}

const filesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

/** A cosigner's state names the note that it signed last; whatever else the file is has none. */
const noteOfState = (text: string): string | null => {
  try {
    const { note } = JSON.parse(text) as { note?: unknown }
    return typeof note === 'string' ? note : null
  } catch {
    return null
  }
}

/** The copies that lie in a home beside the database: the newest signature, and what each cosigner of this machine confirmed last. */
export const listKeptCheckpoints = async (home: string, origin: string): Promise<KeptCheckpoint[]> => {
  const kept: KeptCheckpoint[] = []
  const keep = (from: string, note: string | null): void => {
    // A home may hold the copies of another city's log.
    if (note?.startsWith(`${origin}\n`)) kept.push({ from, note: Buffer.from(note, 'utf8') })
  }
  for (const name of await filesIn(join(home, 'journal')))
    if (/^signed-[0-9a-f]+\.txt$/.test(name))
      keep(`journal/${name}`, await readFile(join(home, 'journal', name), 'utf8'))
  for (const seat of await filesIn(join(home, 'cosigners'))) {
    const text = await readFile(join(home, 'cosigners', seat, 'state.json'), 'utf8').catch(() => null)
    if (text !== null) keep(`cosigners/${seat}`, noteOfState(text))
  }
  return kept
}
