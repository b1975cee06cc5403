import { formatReceipt, openSlot, type SlotOpening } from '@pars/ledger'
import { findProof, type ProofSource } from './proof-source.ts'

const utf8 = new TextEncoder()

/** Some slots of an entry, laid open for somebody who may see them, and the commitments of all. */
export interface OpenedRow {
  readonly names: readonly string[] | null
  readonly salts: readonly Uint8Array[] | null
  readonly texts: readonly string[] | null
  readonly commitments: readonly Uint8Array[]
}

export const openingsOf = ({ names, salts, texts, commitments }: OpenedRow): SlotOpening[] =>
  (names ?? []).map((name, index) => {
    const [salt, content] = [salts?.[index], texts?.[index]]
    if (!salt || content === undefined) throw new Error('a slot without its salt')
    return openSlot(names ?? [], commitments, name, { salt, content: utf8.encode(content) })
  })

/** The receipt of an entry as the text of its file; undefined until a checkpoint covers it. */
export const findReceiptText = async (
  source: ProofSource,
  entry: { readonly number: number; readonly leaf: Uint8Array },
  openings: readonly SlotOpening[],
): Promise<string | undefined> => {
  const proof = await findProof(source, entry.number)
  return proof && formatReceipt({ ...proof, leaf: Buffer.from(entry.leaf).toString('utf8'), openings })
}
