import type { AuditFault, AuditFinding } from '@pars/domain'

/** Findings as they come. Only the first of many are kept, and the count of all: a report of a million lines names nothing. */
export interface Findings {
  add(fault: AuditFault, where?: Partial<Omit<AuditFinding, 'fault'>>): void
  readonly list: readonly AuditFinding[]
  readonly count: number
}

export const mostFindings = 1000

export const createFindings = (): Findings => {
  const list: AuditFinding[] = []
  let count = 0
  return {
    add(fault, { entry = null, table = null, row = null, detail = null } = {}) {
      count += 1
      if (list.length < mostFindings) list.push({ fault, entry, table, row, detail })
    },
    list,
    get count() {
      return count
    },
  }
}
