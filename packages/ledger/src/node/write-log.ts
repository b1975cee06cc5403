import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Bundle } from '../tree/bundle.ts'
import { bundlePath, type Tile, tilePath } from '../tree/tile.ts'

/** What one append adds to a log's folder. The checkpoint, as signed bytes, comes last: it must not promise what is not there. */
export type LogFiles = {
  readonly tiles: readonly Tile[]
  readonly bundles: readonly Bundle[]
  readonly checkpoint?: string
}

/** Writes files of a log, each whole or not at all (written beside and renamed). */
export async function writeLog(folder: string, files: LogFiles): Promise<void> {
  for (const bundle of files.bundles) await place(join(folder, bundlePath(bundle)), bundle.bytes)
  for (const tile of files.tiles) await place(join(folder, tilePath(tile)), tile.bytes)
  if (files.checkpoint !== undefined) await place(join(folder, 'checkpoint'), files.checkpoint)
}

async function place(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, bytes)
  await rename(`${path}.part`, path)
}
