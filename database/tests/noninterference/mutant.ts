import type { Client } from 'pg'
import { readRoutine, replaceRoutine } from './mutant.sql.ts'
import type { Change } from './stage.ts'

export interface Names {
  door: string
  definer: string
  suffix: string
}
type Edit = readonly [from: RegExp, to: string | ((match: string) => string)]

/** One fault planted in a wall or in what terms compile to. */
export interface Mutant {
  name: string
  /** It takes many programs, so that only the run of all tries it. */
  isRare?: boolean
  /** Signature of a function of the walls, and an edit of its text; or statements of the owner. */
  wall?: readonly (readonly [signature: string, edit: Edit])[]
  statements?: readonly string[]
  /** Edits of the compiled SQL; each must hit the SQL of at least one agreement. */
  compiled?: readonly Edit[]
  /** Statements after an agreement's own; `:door`, `:definer` and `:suffix` are its names. */
  after?: readonly string[]
}

const edited = (text: string, [from, to]: Edit): string =>
  typeof to === 'string' ? text.replace(from, to) : text.replace(from, to)

const applyToWalls = async (admin: Client, { name, wall = [], statements = [] }: Mutant): Promise<void> => {
  await admin.query('set role pars_owner')
  for (const [signature, edit] of wall) {
    const text = await readRoutine(admin, signature)
    const changed = edited(text, edit)
    // A mutant that changes nothing would count as one that nobody notices.
    if (changed === text) throw new Error(`the mutant "${name}" finds nothing to change in ${signature}`)
    await replaceRoutine(admin, changed)
  }
  for (const statement of statements) await admin.query(statement)
  await admin.query('reset role')
}

export const changeOf = (mutant: Mutant): { change: Change; check(): void } => {
  const hits = (mutant.compiled ?? []).map(() => 0)
  const named = (text: string, names: Names) =>
    text.replaceAll(':door', names.door).replaceAll(':definer', names.definer).replaceAll(':suffix', names.suffix)
  return {
    change: {
      applyToWalls: admin => applyToWalls(admin, mutant),
      compiled: (sql, names) => {
        let text = sql
        for (const [index, edit] of (mutant.compiled ?? []).entries()) {
          const changed = edited(text, edit)
          if (changed !== text) hits[index] = (hits[index] ?? 0) + 1
          text = changed
        }
        return [text, ...(mutant.after ?? []).map(each => named(each, names))].join('\n')
      },
    },
    check: () => {
      if (hits.includes(0)) throw new Error(`the mutant "${mutant.name}" finds nothing to change in the compiled SQL`)
    },
  }
}
