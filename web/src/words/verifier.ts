import { auditFaults } from '@pars/domain'

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** Text of the page that checks packages and receipts, served or saved. */
export const verifierWords = {
  title: 'Check an audit package or a receipt',
  lead: 'The file is read and checked by this browser alone. Nothing leaves this page, and no network is needed.',
  key: 'The log’s key',
  keyHint: 'From a source that you trust: the city’s log page, a newspaper, an earlier package. One line, name+id+key.',
  keyOptional:
    'A package names its log’s key itself: leave this empty to find damage, fill it in to know whose log it is.',
  policy: 'Who must have confirmed it (optional)',
  policyText: 'Policy',
  policyHint:
    'A policy file that you hold: the log’s key, the agencies’ cosigners, and how many of them must have signed. Without it a package is asked about the cosigners that it names itself.',
  policyFile: 'Or load the policy from a file',
  badPolicy: (fault: string) => `The policy can’t be read (${fault}). Correct it, and choose the file again.`,
  unconfirmed: 'This file is undamaged, but your policy is NOT met.',
  confirmed: {
    count: (count: number, of: number) =>
      of === 0 ? 'No agency is named that could have confirmed this.' : `${count} of ${of} agencies confirmed this.`,
    tooFew: 'That is not enough.',
    who: (confirmed: readonly string[], others: readonly string[]) =>
      [
        confirmed.length > 0 && `Confirmed: ${confirmed.join(', ')}.`,
        others.length > 0 && `No signature here: ${others.join(', ')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    by: {
      reader: 'The agencies’ keys are those of the policy that you gave.',
      package:
        'The agencies’ keys are known by the package’s own word: whoever forged a whole package could have forged them too. Give a policy that you hold to be sure.',
      site: 'The agencies’ keys are known by this site’s word. Give a policy that you hold to be sure.',
    },
    unasked: 'Who confirmed it was not asked: a receipt names no agencies. Give a policy, and choose the file again.',
  },
  file: 'Package or receipt',
  fileHint: 'Choose the file, or drop it here.',
  checking: 'Checking…',
  unreadable: 'This file can’t be read. Choose another.',
  noKey: 'A receipt does not say whose log it is. Fill in the log’s key, and choose the file again.',
  badKey: (fault: string) => `The log’s key can’t be read (${fault}). Correct it, and choose the file again.`,
  holds: { package: 'This package holds.', receipt: 'This receipt holds.' },
  broken: (count: number) => `This file does NOT hold: ${plural(count, 'fault')}.`,
  faults: { caption: 'What does not hold', name: 'Fault', entry: 'Entry', where: 'What and where' },
  /** What an agreement’s own entries say against it; of any other fault its name and place say it. */
  plainly: (fault: string): string | undefined =>
    /^(activation|answer)-/.test(fault) ? auditFaults[fault as keyof typeof auditFaults] : undefined,
  receipt: (entry: string, size: string, origin: string) => `It is entry ${entry} of ${size} of the log ${origin}.`,
  opened: 'Laid open for whoever holds the receipt',
  facts: {
    caption: 'What the package holds',
    agreement: 'Agreement',
    range: 'Entries',
    log: 'Log',
    key: 'The log’s key',
    keyGiven: 'yours',
    keyOwn: 'the package’s own: compare it with the one that was published',
    answered: 'Inquiries answered',
    refused: 'Inquiries refused',
    sealed: 'Inquiries sealed by order',
    days: 'Days of use',
    met: 'Duties met',
    missed: 'Duties missed',
    end: 'The agreement’s end',
    lastAnswer: 'Last answer before it',
    firstRefusal: 'First refusal after it',
    answersAfter: 'Answers after it',
  },
  none: 'none',
  entryAt: (entry: string, when: string) => `entry ${entry}, ${when}`,
  range: (from: string, through: string, count: string) => `${from} to ${through}, all ${count} of them`,
  ask: {
    title: 'Ask the package',
    filter: 'Inquiries that used the filter',
    class: 'Answers that held the class',
    found: (count: number, sealed: number) =>
      `${count === 0 ? 'None' : plural(count, 'inquiry', 'inquiries')}${sealed > 0 ? `, except ${sealed} sealed by order` : ''}.`,
    entries: (numbers: string) => `Entries ${numbers}.`,
  },
  letters: 'Letters',
  letter: (notice: string, by: string) => `${notice} by ${by}`,
  cannot: 'What this is, and what no log can show',
  print: 'Print this verdict',
}
