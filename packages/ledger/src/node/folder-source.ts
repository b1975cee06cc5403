import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogSource } from '../log/log-source.ts'

/** Reads a log from a folder laid out as tlog-tiles says. */
export function folderSource(folder: string): LogSource {
  return {
    read: async path => {
      try {
        const bytes = await readFile(join(folder, path))
        return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
