import { proveInclusion, type TileReader } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'

/** Where the public parts of a proof are read: each door has its own way to them. */
export interface ProofSource {
  /** The first signed head that holds this many entries; undefined while there is none. */
  findCheckpoint(number: number): Promise<{ size: number; note: string } | undefined>
  findTile(level: number, index: number): Promise<{ bytes: Uint8Array } | undefined>
}

/** A stored tile may have grown since a smaller tree: what that tree had of it is its beginning. */
const tilesOf =
  (source: ProofSource): TileReader =>
  async ({ level, index, width }) =>
    ((await source.findTile(level, index))?.bytes ?? new Uint8Array(0)).subarray(0, width * 32)

/** The way from an entry to the first signed head that holds it; undefined while none does. */
export const findProof = async (source: ProofSource, number: number) => {
  const checkpoint = await source.findCheckpoint(number)
  if (!checkpoint) return undefined
  const index = number - 1
  const hashes = await proveInclusion(sha256, tilesOf(source), { index, size: checkpoint.size })
  return { index, hashes, checkpoint: checkpoint.note }
}
