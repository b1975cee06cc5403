/** Why the embedded PostgreSQL did not start; each has a cause that a person can remove. */
export type EmbeddedPostgresFault =
  | 'folder-not-writable'
  | 'folder-not-reachable'
  | 'already-running'
  | 'port-taken'
  | 'other-major-version'
  | 'no-binaries'
  | 'no-user'
  | 'disk-full'
  | 'password-missing'
  | 'data-missing'
  | 'copied-folder'
  | 'did-not-start'

/** A start that failed for a reason outside the program; `message` is one sentence that says what to do next. */
export class EmbeddedPostgresError extends Error {
  readonly fault: EmbeddedPostgresFault

  constructor(fault: EmbeddedPostgresFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'EmbeddedPostgresError'
    this.fault = fault
  }
}

/** Reads the errno code of a failed system call, if it is one. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG'])

/** Turns a failed file operation on `folder` into a sentence; anything else comes back as it was. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = errnoOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error)
  if (code === undefined || !notWritable.has(code)) return error
  const detail = error instanceof Error && 'path' in error ? ` (${code} on ${String(error.path)})` : ` (${code})`
  return new EmbeddedPostgresError(
    'folder-not-writable',
    `PARS cannot write to ${folder}${detail}: make that folder writable for this user, or name another one in PARS_HOME.`,
    error,
  )
}

/** Megabytes a new cluster needs before anything is in it, with room for its first checkpoints. */
export const leastFreeMegabytes = 100

export function diskFull(folder: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'disk-full',
    `The disk that holds ${folder} is full: free at least ${leastFreeMegabytes} MB on it and start again.`,
    cause,
  )
}

/** Recognizes a full disk in what PostgreSQL's programs print; a short write is how it often shows first. */
export function isAboutFullDisk(said: string): boolean {
  return /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/.test(said)
}
