import { type CheckedReceipt, type LogFault, readUtf8 } from '@pars/ledger'
import { verifierWords as words } from '../words/verifier.ts'
import type { Confirmed, FileVerdict } from './check-file.ts'
import { confirmedView } from './confirmed-view.ts'
import { element } from './element.ts'
import { packageView, sayInstant } from './package-view.ts'

const numbers = new Intl.NumberFormat('en-US')

const entryOf = ({ entry, through }: LogFault): string =>
  entry === undefined ? '' : through === undefined ? String(entry) : `${entry}-${through}`

const faultsView = (faults: readonly LogFault[]): HTMLElement => {
  const { caption, ...columns } = words.faults
  const head = Object.values(columns).map(column => element('th', { scope: 'col' }, column))
  const rows = faults
    .slice(0, 100)
    .map(fault =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, element('code', {}, fault.name)),
        element('td', {}, entryOf(fault)),
        element('td', {}, [words.plainly(fault.name), fault.path, fault.detail].filter(Boolean).join(' ')),
      ),
    )
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows),
  )
}

const receiptView = (
  { entry, leaf, checkpoint, openings }: CheckedReceipt,
  confirmed: Confirmed | undefined,
): HTMLElement[] => {
  const what = leaf.class === 'conduct' ? leaf.kind : `${leaf.class}, ${leaf.seat}`
  const fields = leaf.class === 'conduct' ? Object.entries(leaf.fields) : []
  const facts: [string, string][] = [
    [what, sayInstant(leaf.at)],
    ...fields.map(([name, value]): [string, string] => [name, JSON.stringify(value)]),
  ]
  const opened = openings.map(({ slot, value }): [string, string] => [
    slot,
    (value.content && readUtf8(value.content)) ?? '',
  ])
  const list = (pairs: readonly [string, string][]) =>
    element('dl', {}, ...pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]))
  return [
    element('p', {}, words.receipt(numbers.format(entry), numbers.format(checkpoint.size), checkpoint.origin)),
    confirmed ? confirmedView(confirmed) : element('p', {}, words.confirmed.unasked),
    list(facts),
    ...(opened.length === 0 ? [] : [element('h3', {}, words.opened), list(opened)]),
  ]
}

const headline = (verdict: FileVerdict): string => {
  switch (verdict.kind) {
    case 'package':
      return words.holds.package
    case 'receipt':
      return words.holds.receipt
    case 'broken':
      return words.broken(verdict.faults.length)
    case 'no-key':
      return words.noKey
    case 'unconfirmed':
      return words.unconfirmed
    case 'bad-key':
      return words.badKey(verdict.fault)
    case 'bad-policy':
      return words.badPolicy(verdict.fault)
  }
}

const bodyOf = (verdict: FileVerdict): HTMLElement[] => {
  if (verdict.kind === 'package')
    return [confirmedView(verdict.confirmed), ...packageView(verdict.report, verdict.keyGiven)]
  if (verdict.kind === 'receipt') return receiptView(verdict.receipt, verdict.confirmed)
  if (verdict.kind === 'unconfirmed') return [confirmedView(verdict.confirmed)]
  return verdict.kind === 'broken' ? [faultsView(verdict.faults)] : []
}

/** A verdict as a section whose heading says it; `name` is the file's. */
export const verdictView = (verdict: FileVerdict, name: string): HTMLElement => {
  const kind = verdict.kind === 'package' || verdict.kind === 'receipt' ? 'holds' : 'broken'
  const print = element('button', { type: 'button' }, words.print)
  print.addEventListener('click', () => globalThis.print())
  return element(
    'section',
    { class: `verdict ${kind}`, 'data-verdict': verdict.kind },
    element('h2', { tabindex: '-1' }, kind === 'holds' ? '■ ' : '▲ ', headline(verdict)),
    element('p', { class: 'file-name' }, name),
    ...bodyOf(verdict),
    element('p', { class: 'no-print' }, print),
  )
}
