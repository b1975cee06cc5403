import {
  type Checkpoint,
  emptyRoot,
  formatCheckpoint,
  formatNote,
  type NoteSigner,
  openCheckpoint,
  type Peaks,
  signNote,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import type { Pool } from 'pg'
import { readByPool, writeRow } from '../db/direct.ts'
import type { Read } from '../db/statement.ts'
import { insertCheckpoint, selectHead, selectNewestCheckpoint } from './journal.sql.ts'
import type { SignedFile } from './signed-file.ts'
import { growTree, hasRoot, readTreeAt } from './stored-log.ts'

/** A checkpoint as it was signed and stored. */
export interface Signed {
  readonly size: number
  readonly note: string
}

interface Memory {
  readonly signed: Signed | undefined
  /** The tree that was signed last: the next one is built on it, so it cannot contradict it. */
  readonly tree: Peaks
}

export interface CheckpointSigner {
  /** Signs the committed tree when it has grown. Answers the newest that is signed and stored. Throws in words for the operator. */
  signNews(): Promise<Signed | undefined>
}

export interface SignerParts {
  readonly pool: Pool
  readonly origin: string
  readonly signer: NoteSigner
  /** Undefined where nothing is kept outside the database. */
  readonly file: SignedFile | undefined
}

const nothingSigned: Checkpoint = { origin: '', size: 0, root: emptyRoot(sha256) }

const openSigned = async (note: string, signer: NoteSigner): Promise<Checkpoint> => {
  const opened = await openCheckpoint(new TextEncoder().encode(note), { verify: verifyEd25519, logKey: signer })
  if (opened.ok) return opened.value.checkpoint
  throw new Error(`the checkpoint that was signed last cannot be read (${opened.fault}): it was changed from outside`)
}

/** What was signed last, in the file or in the database: whichever is further; the stored tree must begin with both. */
const remember = async (read: Read, { signer, file }: SignerParts, size: number): Promise<Memory> => {
  const stored = await read.find<Signed & { [column: string]: unknown }>(selectNewestCheckpoint)
  const kept = file?.read()
  const both = await Promise.all(
    [kept, stored?.note].flatMap(note =>
      note === undefined ? [] : [openSigned(note, signer).then(head => ({ note, head }))],
    ),
  )
  const [last] = both.sort((a, b) => b.head.size - a.head.size)
  const head = last?.head ?? nothingSigned
  if (head.size > size)
    throw new Error(
      `the database is behind: ${head.size} entries were signed, it holds ${size}. A backup was put back, or a second writer is at work. Nothing is signed until the entries are there again`,
    )
  for (const earlier of both) await readTreeAt(read, earlier.head)
  const tree = await readTreeAt(read, head)
  return { signed: last && { size: head.size, note: last.note }, tree }
}

/**
 * Signs what is committed, after reading it back: every new leaf as it is stored is hashed again on top of the tree that was signed
 * last, and must give the root that the head says. The file is on disk before the signature leaves.
 */
export const checkpointSigner = (parts: SignerParts): CheckpointSigner => {
  const { pool, origin, signer, file } = parts
  const read = readByPool(pool)
  let memory: Memory | undefined

  const keep = async (signed: Signed): Promise<void> => {
    file?.keep(signed.note)
    await writeRow(pool, insertCheckpoint(signed.size, signed.note))
  }
  const signGrown = async (known: Memory, head: { size: number; root: Buffer }): Promise<Memory> => {
    const tree = await growTree(read, known.tree, head.size)
    if (!hasRoot(tree, head.root))
      throw new Error(
        `entries ${known.tree.size + 1} to ${head.size} as stored do not give the root of the log: they were changed from outside`,
      )
    const text = formatCheckpoint({ origin, size: head.size, root: head.root })
    const signed = { size: head.size, note: formatNote({ text, signatures: [await signNote(text, signer)] }) }
    await keep(signed)
    return { signed, tree }
  }
  return {
    async signNews() {
      const head = await read.find<{ size: number; root: Buffer }>(selectHead)
      if (!head) throw new Error('the journal has no head')
      try {
        if (!memory || head.size < memory.tree.size) {
          memory = await remember(read, parts, head.size)
          // Signed and kept before a crash, but not stored.
          if (memory.signed) await keep(memory.signed)
        }
        if (head.size > memory.tree.size) memory = await signGrown(memory, head)
        else if (!hasRoot(memory.tree, head.root))
          throw new Error(`the root of the log's ${head.size} entries is not the one that was signed: a fork`)
        return memory.signed
      } catch (error) {
        memory = undefined
        throw error
      }
    },
  }
}
