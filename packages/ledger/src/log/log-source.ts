import type { TileReader } from '../tree/tile.ts'
import { tilePath } from '../tree/tile.ts'

/** A log's files by their path below its prefix: `checkpoint`, `tile/0/000`, `tile/entries/x001/234.p/7`. Undefined when there is none. */
export type LogSource = { readonly read: (path: string) => Promise<Uint8Array | undefined> }

type Fetch = (url: string) => Promise<{ status: number; ok: boolean; arrayBuffer: () => Promise<ArrayBuffer> }>

/** Reads a log over HTTP. `fetch` is passed in; 404 and 410 are "none", any other failure throws. */
export function httpSource(baseUrl: string, fetch: Fetch): LogSource {
  const prefix = baseUrl.replace(/\/+$/, '')
  return {
    read: async path => {
      const response = await fetch(`${prefix}/${path}`)
      if (response.status === 404 || response.status === 410) return undefined
      if (!response.ok) throw new Error(`${prefix}/${path} answered ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

/** Reads from files held in memory: a package, a saved page, a test. */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): LogSource {
  return { read: async path => files.get(path) }
}

/** A reader of tiles for proofs over a source; takes the full tile when the partial one is gone. Throws when there is neither. */
export function tileReader(source: LogSource): TileReader {
  return async address => {
    const bytes = (await source.read(tilePath(address))) ?? (await source.read(tilePath({ ...address, width: 256 })))
    if (bytes === undefined) throw new Error(`tile-missing: ${tilePath(address)}`)
    return bytes
  }
}
