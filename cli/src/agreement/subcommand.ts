import type { Caller } from '../caller.ts'
import type { ServerChoice } from '../server-options.ts'

/** What every `pars agreement …` takes beside its own options. */
export interface Given {
  readonly values: ServerChoice & { readonly [option: string]: string | boolean | undefined }
  readonly positionals: readonly string[]
}

/** One of the acts or looks of `pars agreement`. Answers the exit code. */
export interface Subcommand {
  readonly usage: string
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean' }>>
  /** Undefined where no server is needed. */
  readonly run: (caller: Caller, given: Given) => Promise<number>
  readonly withoutServer?: (given: Given) => Promise<number>
}
