import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Policy, parsePolicy } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'

/** Whose cosignatures count and where they are asked, as the file says now. It may change while the server runs. */
export interface PolicyFile {
  /** Undefined where there is no file. Throws in words for the operator when it can't be read. */
  read(): Promise<Policy | undefined>
}

export const policyFile = (path: string): PolicyFile => {
  let seen: { changed: number; policy: Policy } | undefined
  return {
    async read() {
      const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs
      if (changed === undefined) return undefined
      if (seen?.changed === changed) return seen.policy
      const policy = parsePolicy(sha256, await readFile(path, 'utf8'))
      if (!policy.ok)
        throw new Error(`the policy file can't be read (${policy.fault}${policy.detail ? `: ${policy.detail}` : ''})`)
      seen = { changed, policy: policy.value }
      return policy.value
    },
  }
}
