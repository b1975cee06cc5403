/**
 * The closed list of what an audit can find, each in plain words. The names are kept with every audit in the journal: they may be
 * added to, never changed. What the walls of the log alone show has the ledger's own names beside these.
 */
export const auditFaults = {
  'place-missing': 'An entry that has a number is gone.',
  'place-beyond-head': 'An entry was numbered that the tree never took in.',
  'place-moved': "An entry stands at another entry's number.",
  'leaf-altered': "An entry's published bytes were changed.",
  'leaf-hash-altered': "The stored hash of an entry's published bytes was changed.",
  'leaf-malformed': 'The published bytes of an entry are no entry of the format.',
  'tile-altered': 'A stored tile of the tree was changed.',
  'tile-missing': 'A stored tile of the tree is gone.',
  'head-altered': 'The sequencer’s head does not fit the tree.',
  'head-moved-back': 'The sequencer’s head was set back to fewer entries than there are.',
  'checkpoint-malformed': 'A stored checkpoint cannot be read, or is of another log.',
  'checkpoint-signature-wrong': "A stored checkpoint is not signed by the log's key.",
  'checkpoint-contradicted': 'The entries do not give the root that a stored checkpoint signed.',
  'checkpoint-beyond-log': 'A stored checkpoint is of more entries than there are: the newest are gone.',
  'known-checkpoint-unreadable': 'A checkpoint kept elsewhere cannot be read, or is not signed by this log.',
  'known-checkpoint-contradicted':
    'A checkpoint kept elsewhere signed another tree: the log was rewritten, or shows two faces.',
  'known-checkpoint-beyond-log':
    'A checkpoint kept elsewhere has more entries than the database: it is an old copy, or the newest are gone.',
  'cosignature-missing': 'A cosignature that a cosigner gave is gone from the log.',
  'cosignature-wrong': 'A stored cosignature is not its cosigner’s, over that checkpoint.',
  'log-key-wrong': 'The journal began under another key than the one that signs.',
  'entry-missing': 'The row of a numbered entry is gone.',
  'entry-altered': 'The row of an entry does not say what its published bytes say.',
  'entry-without-place': 'An entry is neither numbered nor waiting for its number.',
  'waiting-too-long': 'An entry has waited for its number for too long.',
  'waiting-twice': 'An entry that has its number waits for one.',
  'content-missing': "An entry's content is gone, and no order erased it.",
  'content-altered': "An entry's content is not what was committed.",
  'content-erased-without-order': "Part of an entry's content was erased, and no order names it.",
  'index-altered': 'The index of whose record an entry is about, and who made it, is not what the entry says.',
  'batch-time-backward': 'An entry was numbered at an earlier time than one before it was made.',
  'entry-time-wrong': 'An entry says a time at which it cannot have been made.',
  'row-missing': 'A row that an entry wrote is gone.',
  'row-altered': 'A row is not what its entry wrote.',
  'row-added': 'A row stands there that its entry did not write.',
  'row-without-entry': 'A row stands there whose entry is not in the journal.',
  'row-set-back': 'A row says what an earlier entry wrote, though a later one changed it.',
  'disclosure-altered': 'What partners may be told of a record is not what the custodians’ tables give.',
  'held-altered': 'The list of who is in custody is not what the custodians’ tables give.',
  'order-unfounded':
    'A record is limited, sealed, erased or open again by no order that two people of the court stand for.',
  'standing-altered': 'What an agreement may ask, or until when, is not what was voted on.',
  'quota-altered': 'A day’s counter of inquiries lets more be asked than the terms do.',
  'duty-altered': 'A duty of an agreement is not what its terms say.',
  'walls-altered': 'What says who may read and write was changed, and no entry says so.',
  'activation-without-two-ballots': 'An agreement was put in force without two ballots of different seats for it.',
  'activation-without-acceptance': 'An agreement was put in force without the acceptance that it names.',
  'activation-before-votes': 'An agreement was put in force at an earlier time than it was voted on.',
  'answer-after-end': 'A partner was answered after its agreement had ended.',
  'answer-while-stopped': 'A partner was answered while its agreement was stopped.',
  'answer-without-agreement': 'A partner was answered under an agreement that was not in force.',
  'ballot-signature-wrong': 'A ballot is not signed by a key that its seat had registered.',
  'acceptance-signature-wrong': "An acceptance is not signed by the partner's registered key.",
} as const

export type AuditFault = keyof typeof auditFaults
export const auditFaultNames = Object.keys(auditFaults) as AuditFault[]
export const isAuditFault = (name: string): name is AuditFault => Object.hasOwn(auditFaults, name)

/** One thing that an audit found. It names entry and row by number and id, and never holds what stands there. */
export interface AuditFinding {
  readonly fault: AuditFault
  readonly entry: number | null
  readonly table: string | null
  /** The row's key: ids and versions, as PostgreSQL writes them. */
  readonly row: string | null
  /** Columns that differ, or a size. */
  readonly detail: string | null
}
