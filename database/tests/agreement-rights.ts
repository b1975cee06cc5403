import { custodians, grant, type Rights, seats, words } from './grant.ts'

const written = grant(custodians)
/** Everybody of the custodians reads it, and the public some of its columns. */
const shownToPublic = (columns: string) => ({ ...seats, portal: words(columns) })

/** Who may do what to the tables of partners, agreements, inquiries and of what partners can see. */
export const agreementRights: Record<string, Rights> = {
  'disclosure.record': { select: grant(['keeper']) },
  'disclosure.identifier': { select: grant(['keeper']) },
  'disclosure.change': { select: grant(['keeper']) },

  'partner.partner': { select: shownToPublic('partner_id code name ori'), insert: written },
  'partner.unit': {
    select: shownToPublic('unit_id partner_id code name function criminal_justice decided_by citation'),
    insert: written,
  },
  'partner.officer': {
    select: seats,
    insert: written,
    update: grant(custodians, words('display_name coordinator certified_until entry_id')),
  },
  'partner.signing_key': { select: seats, insert: written },
  'partner.switch': { select: seats, insert: written },
  'partner.case_registration': { select: seats },
  'partner.sign_in': {},
  'partner.used_nonce': {},

  'agreement.seat_key': { select: seats, insert: written },
  'agreement.seat_key_end': { select: seats, insert: written },
  'agreement.agreement': { select: shownToPublic('agreement_id code partner_id made_at entry_id'), insert: written },
  'agreement.version': {
    select: shownToPublic(
      'agreement_id version terms terms_hash sql sql_hash prose starts_at ends_at door seat made_at entry_id',
    ),
    insert: written,
  },
  'agreement.resolution': {
    select: shownToPublic('resolution_id code agreement_id version action seat reason closes_at made_at entry_id'),
    insert: written,
  },
  'agreement.ballot': {
    select: shownToPublic(
      'ballot_id resolution_id agreement_id version action seat choice reason on_authority_of made_at entry_id',
    ),
    insert: written,
  },
  'agreement.acceptance': {
    select: shownToPublic('resolution_id agreement_id version decision term reason made_at entry_id'),
  },
  // No door starts, extends or stops anything by a row of its own: these come from the functions of the walls alone.
  'agreement.activation': { select: { ...seats, portal: '*' } },
  'agreement.halt': {
    select: shownToPublic('halt_id agreement_id kind resolution_id seat reason effective_at void_at entry_id'),
  },
  'agreement.lapse': { select: shownToPublic('resolution_id made_at') },
  'agreement.fulfilment': { select: shownToPublic('obligation_id fulfilled_at') },
  'agreement.missed_obligation': { select: { ...seats, portal: '*' } },
  'agreement.obligation': { select: { ...seats, portal: '*' }, insert: grant(['keeper']) },
  'agreement.notice': {
    select: shownToPublic(
      'notice_id agreement_id kind served_by subject body released reply_due_at replies_to served_at',
    ),
    insert: written,
  },
  'agreement.consultation': { select: seats, insert: written },
  'agreement.legal_constraint': { select: seats, insert: written },
  'agreement.counsel_sign_off': { select: seats, insert: written },

  'inquiry.standing': {
    select: shownToPublic(
      'agreement agreement_version starts_at ends_at ended_at ended_why stopped_at stopped_why resumes_at',
    ),
  },
  'inquiry.asked': { select: seats },
  'inquiry.quota': { select: seats },
  'inquiry.person_seen': {},
  'inquiry.held': { select: grant(['keeper'], words('inquiry_id door xid held_at')), delete: ['keeper'] },
  'inquiry.secret': {},
}

const everySeat = ['pars_court', 'pars_keeper', 'pars_police', 'pars_prosecutor']
const closed = (signatures: string[]) => Object.fromEntries(signatures.map(signature => [signature, [] as string[]]))

/** Who of the doors may execute each of their functions. Partners' roles get theirs when they are made. */
export const agreementRoutines: Record<string, string[]> = {
  'agreement.activate(uuid)': ['pars_keeper'],
  'agreement.carry_out(uuid)': ['pars_keeper'],
  'agreement.is_narrowing(uuid,integer)': everySeat,
  'agreement.is_owed(agreement.obligation)': [
    'pars_court',
    'pars_keeper',
    'pars_police',
    'pars_portal',
    'pars_prosecutor',
  ],
  'agreement.is_terminating(uuid)': everySeat,
  'agreement.keep_calendar()': ['pars_keeper'],
  'agreement.notice_ends_at(uuid,text,integer)': everySeat,
  'agreement.replied_at(uuid)': ['pars_portal'],
  'agreement.set_credential(name,text)': ['pars_keeper'],
  'agreement.stop_in_emergency(uuid,text,text)': ['pars_court', 'pars_police', 'pars_prosecutor'],
  'agreement.walls_hash()': ['pars_keeper'],
  'disclosure.audit(uuid,integer)': ['pars_keeper'],
  'secret.digest_of(uuid,integer)': ['pars_keeper'],
  'disclosure.compute(uuid)': ['pars_keeper'],
  'disclosure.compute_identifiers(uuid)': ['pars_keeper'],
  'partner.open_door(uuid)': ['pars_keeper'],
  ...closed([
    'agreement.check_narrowing(uuid)',
    'agreement.find_ballots(uuid)',
    'agreement.halt_standing(text,text,timestamp with time zone,timestamp with time zone)',
    'agreement.require_same_words()',
    'agreement.narrows(jsonb,jsonb)',
    'agreement.numbers_of(uuid[])',
    'agreement.population_narrows(jsonb,jsonb)',
    'agreement.question_narrows(jsonb,jsonb)',
    'agreement.refuse_late_ballot()',
    'agreement.require_acceptance()',
    'agreement.termination_at(uuid)',
    'agreement.unsigned_constraints(uuid)',
    'agreement.version_before(uuid,integer)',
    'agreement.write_entry(text,jsonb,text[])',
    'agreement.write_record(text,jsonb)',
    'agreement.write_slots(text,jsonb,jsonb[])',
    'agreement.enter_halt(text,jsonb,agreement.halt,text)',
    'agreement.instant_text(timestamp with time zone)',
    'agreement.is_walled(name)',
    'disclosure.changed_classes(disclosure.record,disclosure.record)',
    'disclosure.fold(text)',
    'disclosure.follow_act()',
    'disclosure.refresh(uuid,uuid)',
    'inquiry.collect(text)',
    'inquiry.cursor_mac(text,bytea)',
    'inquiry.find_ground(text,jsonb)',
    'inquiry.find_refusal(inquiry.standing,timestamp with time zone,jsonb)',
    'inquiry.hold(uuid,text,text[],jsonb,jsonb,text,jsonb,uuid[],text[],text,text)',
    'inquiry.is_asking()',
    'inquiry.is_registered(jsonb,timestamp with time zone)',
    'inquiry.is_stopped(text,text)',
    'inquiry.last_number()',
    'inquiry.list_changes(jsonb,integer,bigint)',
    'inquiry.open(jsonb)',
    'inquiry.pad_number(bigint,bytea)',
    'inquiry.proof_of(uuid)',
    'inquiry.random_bytes()',
    'inquiry.read_cursor(text,text)',
    'inquiry.refuse_extension()',
    'inquiry.seal_cursor(bigint,text)',
    'inquiry.take_persons(inquiry.standing,text,date,uuid[])',
    'inquiry.take_quota(text,date,integer)',
    'inquiry.why_barred(text,text,text)',
    'inquiry.why_halted(inquiry.standing,timestamp with time zone)',
    'inquiry.write_entry(text,jsonb,text[],timestamp with time zone)',
    'partner.answer_resolution(uuid,text,text,text,text,text,bytea,text)',
    'partner.check_key(text)',
    'partner.end_sign_in(bytea)',
    'partner.find_asker(text,text)',
    'partner.find_door(text)',
    'partner.find_inquiry(uuid)',
    'partner.find_key(text)',
    'partner.find_officer(text,text)',
    'partner.find_sign_in(bytea)',
    'partner.fulfil(uuid,text,bytea,text)',
    'partner.list_officers()',
    'partner.list_stops(jsonb)',
    'partner.own()',
    'partner.read_history(timestamp with time zone,uuid,text,integer)',
    'partner.read_notices()',
    'partner.read_obligations()',
    'partner.read_resolutions()',
    'partner.read_self()',
    'partner.read_terms()',
    'partner.register_case(text,text,text,text,text,text,bytea,timestamp with time zone)',
    'partner.serve_notice(text,text,text,text,uuid,text)',
    'partner.start_sign_in(bytea,uuid)',
    'partner.use_nonce(text)',
  ]),
}
