import type { OrderAct, OrderGround, OrderStanding, RejectionReason, SealReader } from '@pars/domain'
import { orderGrounds } from '@pars/domain'
import type { toneMark } from './custody.ts'

type Tone = keyof typeof toneMark

export const orderActWords = {
  expunge: 'Expunge: destroy the record',
  limit: 'Limit: only criminal justice agencies see it',
  seal: 'Seal: only the court sees it',
  'lift-limit': 'Lift a limit: partners see it again',
  unseal: 'Unseal: open it again',
} satisfies Record<OrderAct, string>

export const orderShortWords = {
  expunge: 'Expunge',
  limit: 'Limit',
  seal: 'Seal',
  'lift-limit': 'Lift the limit',
  unseal: 'Unseal',
} satisfies Record<OrderAct, string>

export const groundWords = Object.fromEntries(
  Object.entries(orderGrounds).map(([ground, { law }]) => [ground, law]),
) as Record<OrderGround, string>

export const standingWords = {
  entered: { words: 'Waits for a second person', tone: 'waiting' },
  verified: { words: 'Verified: carry it out', tone: 'alarm' },
  rejected: { words: 'Rejected', tone: 'unsent' },
  held: { words: 'HELD FOR LITIGATION', tone: 'held' },
  'carried-out': { words: 'Carried out', tone: 'free' },
} satisfies Record<OrderStanding, { words: string; tone: Tone }>

export const rejectionWords = {
  'not-of-this-court': 'It is no order of this court',
  'copy-unreadable': 'The copy cannot be read',
  'another-case': 'It is about another case',
  'stayed-or-vacated': 'It was stayed or vacated',
} satisfies Record<RejectionReason, string>

export const readerWords = {
  police: 'Police',
  prosecutor: 'Prosecutor',
  defense: 'Defense',
} satisfies Record<SealReader, string>

export const causeWords = {
  expunge: 'Erased by order',
  limit: 'Limited by order',
  seal: 'Sealed by order',
  'lift-limit': 'Limit lifted by order',
  unseal: 'Unsealed by order',
  correct: 'Corrected',
} as const

const count = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`

/** Text of the screens about orders, recipients and litigation holds. */
export const orderWords = {
  tab: 'Orders',
  chair: 'the chair of the court’s clerk, or of a seat’s manager',
  title: (waiting: number, overdue: number) =>
    waiting + overdue === 0
      ? 'Orders: nothing waits'
      : [
          waiting > 0 && `${count(waiting, 'order waits', 'orders wait')}`,
          overdue > 0 && `${count(overdue, 'confirmation is', 'confirmations are')} overdue`,
        ]
          .filter(Boolean)
          .join(', '),
  plain: 'Orders, recipients and litigation holds',
  orders: {
    title: 'Orders about records',
    caption: 'Orders to expunge, limit or seal a record, or to open it again, newest first',
    empty: 'No order is on file.',
    emptyDetail: 'Open a record and choose “Orders about this record” to enter one.',
    columns: { standing: 'How it stands', what: 'What', person: 'Person', number: 'Order', entered: 'Entered by' },
    erased: '(erased)',
    whole: 'whole case',
    charges: (many: number) => count(many, 'charge', 'charges'),
    open: (orderNumber: string) => `Open order ${orderNumber}`,
  },
  recipients: {
    title: 'Who was told',
    caption: 'Partners that were given a record which an order or a correction changed since',
    empty: 'Nobody outside was given a record that was erased, limited, sealed or corrected since.',
    columns: { due: 'Confirms until', partner: 'Partner', cause: 'Why', inquiries: 'Given by entries', told: 'Told' },
    overdue: (days: number) => `${count(days, 'day', 'days')} overdue`,
    left: (days: number) => `${count(days, 'day', 'days')} left`,
    nothing: 'nothing to confirm',
    confirmed: (when: string) => `confirmed ${when}`,
    letters: 'Letters of this agreement',
  },
  holds: {
    title: 'Litigation holds',
    caption: 'Records that are kept from destruction, those in force first',
    empty: 'Nothing is held for litigation.',
    columns: { matter: 'Matter', seat: 'Held by', since: 'Since', act: 'Act' },
    ended: (when: string, reason: string) => `ended ${when}: ${reason}`,
    end: 'End the hold',
    endFor: (matter: string) => `End the hold for ${matter}`,
    record: 'Record',
  },
  order: {
    title: (act: string, orderNumber: string) => `${act}: order ${orderNumber}`,
    facts: 'The order',
    number: 'Number',
    on: 'Dated',
    judge: 'Judge',
    law: 'Law',
    scope: 'About',
    readers: 'May read on',
    entered: 'Entered',
    verified: 'Verified',
    rejected: 'Rejected',
    by: (who: string, when: string) => `${who}, ${when}`,
    done: 'What it did',
    slots: (many: number) => `${count(many, 'part', 'parts')} of the journal’s content destroyed, with their salts`,
    rows: (many: number) => `${count(many, 'row', 'rows')} of tables destroyed`,
    papers: (many: number) =>
      many === 0
        ? 'No paper of the case had been taken.'
        : `${count(many, 'paper', 'papers')} of the case had been taken before.`,
    proofs: 'Every leaf and every proof from before stays as it was.',
    freeText: 'Free text that remains in the case was not read by a machine: read narrative and complaint yourself.',
    entry: (number: number | null) =>
      number === null ? 'recorded, number follows' : `entry ${number.toLocaleString('en-US')} of the journal`,
    held: (seat: string, matter: string, reason: string) => `${seat} holds the record for “${matter}”: ${reason}`,
    verify: 'Verify: it is as entered',
    reject: 'Reject',
    carryOut: 'Carry out',
    verifiedDone: 'The order is verified.',
    rejectedDone: 'The order is rejected.',
    carriedOut: (told: number) => `The order is carried out. ${count(told, 'partner was', 'partners were')} told.`,
    confirm: {
      title: 'Carry out this order?',
      expunge:
        'What this destroys nobody can bring back: not the court, not an administrator. A backup that is put back ends it again.',
      limit: 'Partners that are no criminal justice agency stop seeing this record at once.',
      seal: 'Nobody but the court, and whom the order names, sees this record from now on.',
      'lift-limit':
        'Every limit on this record is lifted: partners see it again, each as its agreement allows. Where another order limits it still, enter that one anew.',
      unseal:
        'The seal is lifted: the seats see the record again, and partners as their agreements and other orders allow. Where another order seals it still, enter that one anew.',
      back: 'Not now',
    },
    rejectDialog: { title: 'Reject this order', reason: 'Why', choose: 'Choose the reason', send: 'Reject the order' },
    back: 'All orders',
  },
  record: {
    link: 'Orders about this record',
    title: (name: string) => `Orders about the record of ${name}`,
    tab: 'Orders about a record',
    back: 'The record',
    enter: 'Enter an order',
    onlyCourt: 'Only the court’s clerks enter orders.',
    fields: {
      act: 'What the court ordered',
      actHint: 'A limit or a seal can be lifted. What was expunged is destroyed: no order brings it back.',
      orderNumber: 'Number of the order',
      orderNumberHint: 'The order’s own number. A docket number or OTN would outlive the record.',
      orderedOn: 'Date of the order',
      judge: 'Judge',
      ground: 'Law',
      chooseGround: 'Choose the law that it cites',
      scope: 'Which charges',
      scopeWhole: 'The whole case',
      scopeSome: 'Only these charges',
      charges: 'Charges',
      readers: 'Who may read on, beside the court',
    },
    send: 'Enter the order',
    done: 'The order is entered. Somebody else of the court must verify it.',
    hold: {
      title: 'Hold this record for litigation',
      says: 'Nothing of it can be destroyed while a hold is in force, whatever an order says.',
      matter: 'Matter',
      reason: 'Reason',
      send: 'Hold the record',
      done: 'The record is held.',
    },
    endHold: {
      title: (matter: string) => `End the hold for ${matter}`,
      reason: 'Reason',
      send: 'End the hold',
      done: 'The hold has ended.',
    },
    missing: {
      act: 'Choose what the court ordered.',
      orderNumber: 'Type the number of the order.',
      orderedOn: 'Type the date of the order.',
      judge: 'Type the name of the judge.',
      ground: 'Choose the law.',
      charges: 'Choose at least one charge.',
      matter: 'Type the matter.',
      reason: 'Type the reason.',
    },
    cancel: 'Cancel',
  },
  tombstone: {
    erased: 'This record was erased by order',
    sealed: 'This record is sealed by order',
    back: 'Back to the board',
  },
} as const
