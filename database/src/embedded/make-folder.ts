import { chmodSync, mkdirSync } from 'node:fs'

/** Makes `folder`, with those above it, in exactly that mode whatever the umask; one that exists keeps its own. */
export function makeFolder(folder: string, mode: number): void {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, mode)
}
