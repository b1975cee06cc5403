import { agreementRights, agreementRoutines } from './agreement-rights.ts'
import { custodians, grant, type Rights, seats, words } from './grant.ts'
import { orderRights, orderRoutines } from './order-rights.ts'

const everyone = [
  'police',
  'prosecutor',
  'court',
  'defense',
  'signin',
  'keeper',
  'board',
  'portal',
  'sequencer',
] as const
const seatsAndDefense = grant([...custodians, 'keeper', 'defense'])
const reference = grant([...custodians, 'defense', 'keeper', 'board'])
const police = grant(['police'])
const prosecutor = grant(['prosecutor'])
const court = grant(['court'])

const ended = ['valid_to', 'entry_id']
const changedAccount = words('display_name role badge organization ended_at version entry_id')
const changedArrest = words(
  'person_id version sent_at arrested_at place district_code booking_site basis warrant_number otn last_name first_name ' +
    'middle_name suffix born_on sex race ethnicity birth_country_kind birth_country_system birth_country_code ' +
    'interpreter_language photo_reference domestic_violence parents_notified_at parents_notified_by entry_id',
)
const arrestOnBoard = words(
  'arrest_id person_id intake_number version drafted_by drafted_at sent_at arrested_at district_code booking_site basis otn ' +
    'last_name first_name middle_name suffix born_on sex interpreter_language domestic_violence parents_notified_at entry_id',
)

/** The whole of who may do what to which table. A table that is missing here fails the test. */
export const rights: Record<string, Rights> = {
  'pars.creation': { select: grant(everyone) },
  'pars.migration': { select: grant(everyone) },
  'pars.wall': { select: grant(everyone) },
  'pars.clock': { select: grant(['keeper']) },

  'journal.kind': { select: grant(['keeper']) },
  'journal.door': { select: grant(['keeper']) },
  'journal.kind_door': { select: grant(['keeper']) },
  'journal.entry': {
    select: {
      ...grant(['keeper', 'sequencer']),
      ...grant([...custodians, 'defense', 'board'], ['entry_id', 'kind', 'party', 'made_at']),
    },
  },
  'journal.place': {
    select: {
      ...grant([...custodians, 'defense', 'signin'], ['number', 'entry_id']),
      ...grant(['keeper', 'sequencer']),
      board: ['number', 'entry_id', 'batch_at'],
      portal: ['number', 'entry_id', 'leaf', 'leaf_hash'],
    },
    insert: grant(['sequencer']),
  },
  'journal.content': { select: grant(['keeper', 'sequencer']) },
  'journal.arrest_entry': { select: grant([...custodians, 'defense', 'keeper', 'board']) },
  'journal.waiting': { select: grant(['keeper', 'sequencer']), delete: ['sequencer'] },
  'journal.head': {
    select: grant(['keeper', 'sequencer']),
    update: { sequencer: ['size', 'root', 'frontier', 'latest_at', 'batch_at'] },
  },
  'journal.tile': {
    select: grant(['keeper', 'sequencer', 'portal']),
    insert: grant(['sequencer']),
    update: { sequencer: ['width', 'bytes'] },
  },
  'journal.checkpoint': {
    select: grant([...custodians, 'defense', 'board', 'portal', 'keeper', 'sequencer']),
    insert: grant(['sequencer']),
  },

  'journal.cosigner': {
    select: grant([...custodians, 'portal', 'keeper', 'sequencer']),
    insert: grant(custodians),
  },
  'journal.cosignature': { select: grant(['portal', 'keeper', 'sequencer']), insert: grant(['sequencer']) },
  'journal.cosigner_state': {
    select: grant(['portal', 'keeper', 'sequencer']),
    insert: grant(['sequencer']),
    update: { sequencer: ['size', 'line', 'answered_at', 'trouble', 'trouble_since'] },
  },
  'journal.outage': {
    select: grant(['portal', 'keeper', 'sequencer']),
    insert: grant(['sequencer']),
    update: { sequencer: ['ended_at'] },
  },

  'common.district': { select: reference, insert: police, update: grant(['police'], ended) },
  'common.alarm': { select: reference, insert: police, update: grant(['police'], ended) },
  'common.room': { select: reference, insert: court, update: grant(['court'], ended) },
  'common.statute': { select: reference, insert: court, update: grant(['court'], ended) },
  'common.grade': { select: reference, insert: court, update: grant(['court'], ended) },
  'common.sign_in': {
    select: grant(['signin']),
    insert: grant(['signin']),
    update: { signin: ['last_seen_at', 'ended_at'] },
  },
  'common.idempotency': {
    select: grant([...custodians, 'defense', 'keeper']),
    insert: grant([...custodians, 'defense', 'keeper']),
  },

  'staff.account': {
    select: {
      ...grant([...custodians, 'signin', 'keeper']),
      ...grant(['defense', 'board'], ['account_id', 'display_name', 'party', 'role']),
    },
    insert: grant(custodians),
    update: grant(custodians, changedAccount),
  },
  'staff.account_version': { select: grant([...custodians, 'keeper']), insert: grant(custodians) },

  'police.person': { select: seatsAndDefense, insert: police },
  'police.arrest': {
    select: { ...seatsAndDefense, board: arrestOnBoard },
    insert: police,
    update: grant(['police'], changedArrest),
  },
  'police.arrest_version': {
    select: { ...seatsAndDefense, board: words('arrest_id version kind arrested_at basis made_at entry_id') },
    insert: police,
  },
  'police.arrest_incident': { select: { ...seatsAndDefense, board: '*' }, insert: police },
  'police.charge': { select: { ...seatsAndDefense, board: '*' }, insert: police },
  'police.hold': {
    select: { ...seatsAndDefense, board: ['hold_id', 'arrest_id', 'kind', 'made_at', 'entry_id'] },
    insert: police,
  },
  'police.hold_lift': { select: { ...seatsAndDefense, board: ['hold_id', 'made_at', 'entry_id'] }, insert: police },
  'police.departure': {
    select: {
      ...seatsAndDefense,
      board: words(
        'departure_id arrest_id basis destination holds_checked_at complaint_due_at made_by made_at entry_id',
      ),
    },
    insert: police,
  },
  // Who proposed may not confirm, so the board has to know the maker of these acts.
  'police.departure_confirmation': {
    select: { ...seatsAndDefense, board: ['departure_id', 'made_by', 'made_at', 'entry_id'] },
    insert: police,
  },
  'police.departure_withdrawal': {
    select: { ...seatsAndDefense, board: ['departure_id', 'made_by', 'made_at', 'entry_id'] },
    insert: police,
  },
  'police.departure_acknowledgment': {
    select: { ...seatsAndDefense, board: ['departure_id', 'left_at', 'made_at', 'entry_id'] },
    insert: police,
  },
  'police.held': { select: grant(['police', 'prosecutor', 'court', 'keeper', 'board']) },
  'narrative.arrest_narrative': { select: grant(['police', 'prosecutor', 'keeper']), insert: police },
  'victim.party': { select: grant(['police', 'prosecutor', 'keeper']), insert: police },
  'secret.ssn': {
    select: grant(['police', 'keeper'], ['arrest_id', 'version', 'keyed_hash', 'last_four', 'entry_id']),
    insert: police,
  },

  'prosecutor.charging_taken': { select: { ...seats, board: '*' }, insert: prosecutor },
  'prosecutor.sent_back': {
    select: { ...seats, board: ['arrest_id', 'arrest_version', 'reason', 'made_at', 'entry_id'] },
    insert: prosecutor,
  },
  'prosecutor.charging_decision': { select: { ...seats, board: '*' }, insert: prosecutor },
  'prosecutor.charge': { select: { ...seatsAndDefense, board: '*' }, insert: prosecutor },
  'prosecutor.declined_charge': {
    select: { ...seats, board: ['arrest_id', 'police_charge_id', 'entry_id'] },
    insert: prosecutor,
  },
  'prosecutor.complaint': {
    select: { ...seatsAndDefense, board: ['complaint_id', 'arrest_id', 'process_requested', 'made_at', 'entry_id'] },
    insert: prosecutor,
  },
  'prosecutor.complaint_charge': { select: { ...seatsAndDefense, board: '*' }, insert: prosecutor },
  'prosecutor.bail_request': {
    select: { ...seatsAndDefense, board: ['docket_id', 'made_at', 'entry_id'] },
    insert: prosecutor,
  },
  'narrative.complaint_facts': { select: seatsAndDefense, insert: prosecutor },

  'court.docket': { select: { ...seatsAndDefense, board: '*' }, insert: court },
  'court.court_session': { select: { ...seatsAndDefense, board: '*' }, insert: court },
  'court.listing': { select: { ...seatsAndDefense, board: '*' }, insert: court },
  'court.not_produced': {
    select: { ...seatsAndDefense, board: ['listing_id', 'reason', 'made_at', 'entry_id'] },
    insert: court,
  },
  'court.arraignment': {
    select: {
      ...seatsAndDefense,
      board: words(
        'docket_id listing_id held_at mode probable_cause interpreter_language next_hearing next_at next_room made_at entry_id',
      ),
    },
    insert: court,
  },
  'court.bail_guideline': {
    select: { ...seatsAndDefense, board: ['docket_id', 'made_at', 'entry_id'] },
    insert: court,
  },
  'court.bail_order': {
    select: {
      ...seatsAndDefense,
      board: words('docket_id kind types amount_cents deposit_percent made_at entry_id'),
    },
    insert: court,
  },
  'narrative.bail_condition': { select: { ...seatsAndDefense, board: ['docket_id'] }, insert: court },
  'defense.bail_request': { select: seatsAndDefense, insert: grant(['defense']) },
  ...orderRights,
  ...agreementRights,
}

/** Who may execute each function, besides its owner; complete. */
const confirmers = ['pars_keeper', 'pars_portal', 'pars_sequencer']
const appenders = ['pars_court', 'pars_defense', 'pars_keeper', 'pars_police', 'pars_prosecutor', 'pars_signin']
export const routineGrantees: Record<string, string[]> = {
  'journal.confirmed()': confirmers,
  'journal.counted_cosigners()': confirmers,
  'journal.lay_open(bigint)': ['pars_portal'],
  'journal.append(text,jsonb,bytea,text[],bytea[],text[],uuid,uuid,timestamp with time zone)': appenders,
  'journal.write_entry(text,text,jsonb,bytea,text[],bytea[],text[],uuid,uuid,timestamp with time zone)': [],
  'journal.canonical(jsonb)': [],
  'journal.time_of(uuid)': [],
  'journal.check_fields(text,jsonb)': [],
  'journal.fits(jsonb,jsonb)': [],
  'journal.is_ascending(jsonb,jsonb)': [],
  'journal.is_date(text)': [],
  'pars.instant_in_transaction(timestamp with time zone)': [],
  'journal.commit_slots(text[],bytea[],text[])': [],
  'journal.counts_at(text,bigint)': [],
  'journal.find_counted_head(bigint)': ['pars_portal'],
  'journal.find_newest_audit()': ['pars_portal'],
  'journal.first_number_at(timestamp with time zone)': [],
  'journal.newest_counted()': [],
  'journal.refuse_change()': [],
  'journal.refuse_gap()': [],
  'journal.refuse_loss()': [],
  'journal.refuse_older_answer()': [],
  'journal.refuse_rewriting()': [],
  'journal.refuse_shrinking()': [],
  'journal.require_entry()': [],
  'journal.require_maker()': [],
  'journal.require_own_arrest()': [],
  'journal.require_own_seat()': [],
  'journal.take_ticket()': [],
  'journal.time_of_cosignature(text)': ['pars_sequencer'],
  'police.keep_held()': [],
  ...orderRoutines,
  ...agreementRoutines,
  'pars.instant()': everyone.map(short => `pars_${short}`).sort(),
  'pars.set_clock(timestamp with time zone,double precision,timestamp with time zone)': ['pars_keeper'],
}
