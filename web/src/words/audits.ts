import { type AuditFault, auditFaults } from '@pars/domain'

const number = (value: number): string => value.toLocaleString('en-US')

/** Text of the audits screen. */
export const auditWords = {
  pageTitle: 'Audits',
  tab: 'Audits',
  chair: 'the chair of a seat’s manager or representative',
  title: {
    none: 'Nobody has audited this database yet',
    holds: (through: number) => `All ${number(through)} entries hold`,
    faults: (count: number) =>
      count === 1 ? 'The last audit found 1 fault' : `The last audit found ${number(count)} faults`,
  },
  about:
    'An audit recomputes the log from its entries, every row of the work tables from the journal, and each signature under a vote. It runs each night at 3 and whenever you start it. Its result is an entry of the log.',
  start: 'Start an audit',
  running: {
    entries: (done: number, of: number) => `An audit runs: ${number(done)} of ${number(of)} entries`,
    records: (done: number) => `An audit runs: ${number(done)} records compared`,
  },
  trouble: (why: string) =>
    `The last audit came to no result: ${why}. Start it again; if it fails again, tell the operator.`,
  empty: 'No audit has run yet.',
  emptyDetail: 'Start one: it takes about a second for a thousand entries, and nothing stands still meanwhile.',
  bad: 'Somebody changed the database from outside, or a copy was put back. Do not repair anything: tell the operator and the other seats, and keep the machine as it is.',
  findings: {
    caption: 'What the last audit found',
    columns: { what: 'What', entry: 'Entry', row: 'Row', detail: 'Where in it' },
    more: (count: number) => `${number(count)} more are counted and not listed.`,
  },
  earlier: {
    title: 'Earlier audits',
    caption: 'Earlier audits, newest first',
    columns: { at: 'When', askedBy: 'Asked for by', through: 'Entries', faults: 'Faults', number: 'Entry' },
    night: 'the night',
    waiting: 'not numbered yet',
  },
  last: (at: string, by: string | null) =>
    by === null ? `${at}, at night or from the command line` : `${at}, asked for by ${by}`,
  fault: (name: string): string => auditFaults[name as AuditFault],
}
