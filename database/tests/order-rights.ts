import { custodians, grant, type Rights, seats } from './grant.ts'

const court = grant(['court'])

/** Who may do what to orders about records, and to what they leave. */
export const orderRights: Record<string, Rights> = {
  'court.record_order': { select: grant(['court', 'keeper']), insert: court },
  'court.record_order_check': { select: grant(['court', 'keeper']), insert: court },
  // Nobody says by a row of its own that a record was erased, limited or sealed: the function that does it says so.
  'court.record_order_done': { select: grant(['court', 'keeper']) },
  'court.tombstone': {
    select: {
      ...grant(['keeper']),
      ...grant(custodians, ['arrest_id', 'made_at', 'entry_id']),
    },
  },
  'court.limited_record': { select: seats },
  'court.sealed_record': { select: seats },
  'court.litigation_hold': { select: seats, insert: grant(custodians) },
  'court.litigation_hold_end': { select: seats, insert: grant(custodians) },
  'court.recipient': { select: seats },
  'court.erasing': {},
  'court.to_vacuum': { select: grant(['keeper']), delete: ['keeper'] },
}

const closed = (signatures: string[]) => Object.fromEntries(signatures.map(signature => [signature, [] as string[]]))

/** Who may execute each function of orders: what destroys, the court through one of them and the keeper through two. */
export const orderRoutines: Record<string, string[]> = {
  'court.carry_out(uuid,uuid)': ['pars_court'],
  'court.is_held(uuid)': ['pars_court'],
  'court.was_erased(text)': ['pars_police'],
  'court.find_erased(text)': ['pars_court', 'pars_police', 'pars_prosecutor'],
  'court.read_endings()': ['pars_keeper'],
  'court.end_again(jsonb)': ['pars_keeper'],
  'court.sweep()': ['pars_keeper'],
  'court.sealed_here()': ['pars_board', 'pars_court', 'pars_defense', 'pars_police', 'pars_prosecutor'],
  ...closed([
    'court.ask_vacuum()',
    'court.content_of(uuid,text)',
    'court.delete_case(uuid,uuid)',
    'court.destroy_slots(uuid[],text[],text,uuid,uuid)',
    'court.end_agreement_again(jsonb)',
    'court.entries_of_case(uuid)',
    'court.erase_case(uuid,text,uuid)',
    'court.erase_charges(uuid,uuid[],text,uuid)',
    'court.find_asked(uuid,uuid,text[],timestamp with time zone)',
    'court.stop_questions()',
    'court.forget_answers(text[])',
    'court.id_text(text,uuid)',
    'court.is_lifted(jsonb)',
    'court.lift_record(uuid,text,text,uuid)',
    'court.limit_record(uuid,text,uuid)',
    'court.lock_case(uuid)',
    'court.mac(text,bytea)',
    'court.names_of_case(uuid)',
    'court.numbers_of(uuid[])',
    'court.proof_of_lifting(text,text,text)',
    'court.record_redacted(uuid,text,jsonb,uuid,uuid)',
    'court.redact_inquiries(uuid[],uuid,uuid,text[],text,uuid)',
    'court.redact_searches(uuid,text[],text,uuid)',
    'court.require_own_hold()',
    'court.require_second_person()',
    'court.rows_of_others(jsonb,uuid)',
    'court.seal_record(uuid,text[],text,uuid)',
    'court.tell_correction()',
    'court.tell_open_again(text,uuid,uuid)',
    'court.tell_recipients(text,uuid,uuid,boolean,integer)',
    'court.texts_of_case(uuid)',
    'court.wipe_slots(uuid[],text[])',
    'court.without(jsonb,text[])',
    'court.write_record(text,uuid,uuid,jsonb)',
    'inquiry.let_ask_limits()',
    'inquiry.sees_limited()',
    'journal.canonical(jsonb)',
  ]),
}
