import type { checks } from './gate-checks.ts'
import type { Mutant } from './mutant.ts'

export interface FurtherMutant extends Mutant {
  /** The check that must notice it. */
  check: keyof typeof checks
}

const opening = 'inquiry.open(jsonb)'
const holding = 'inquiry.hold(uuid, text, text[], jsonb, jsonb, text, jsonb, uuid[], text[], text, text)'
const collecting = 'inquiry.collect(text[])'
const persons = 'inquiry.take_persons(inquiry.standing, text, date, uuid[])'

/** Faults that show in one database: they give too early, too late or unrecorded what the terms would give. */
export const furtherMutants: readonly FurtherMutant[] = [
  {
    name: 'collect without the commit check',
    check: 'what was asked in a transaction is not handed out in it',
    wall: [[collecting, [/ and h\.xid is distinct from pg_current_xact_id_if_assigned\(\)/, '']]],
  },
  {
    name: 'collect without the flush check',
    check: 'what is handed out is on disk',
    wall: [[collecting, [/while pg_current_wal_flush_lsn\(\) < written/, 'while false']]],
  },
  {
    name: 'asking returns the answer too',
    check: 'asking gives a token and nothing else',
    wall: [[holding, [/return encode\(token, 'hex'\)/, "return encode(token, 'hex') || given::pg_catalog.text"]]],
  },
  {
    name: 'asking tells how many there are by a notice',
    check: 'asking gives a token and nothing else',
    wall: [[holding, [/return encode\(token, 'hex'\)/, "raise notice '%', count; return encode(token, 'hex')"]]],
  },
  {
    name: 'the entry of an answer holds no answer',
    check: 'an answer is on record, with all that it says',
    wall: [[holding, [/case when count > 0 then given::pg_catalog\.text end/, 'null']]],
  },
  {
    name: 'the entry of an answer calls it refused',
    check: 'an answer is on record, with all that it says',
    wall: [[holding, [/when refused is null then 'inquiry\.answered'/, "when false then 'inquiry.answered'"]]],
  },
  {
    name: 'refused inquiries are not recorded',
    check: 'a refusal is on record, with its term',
    wall: [
      [
        holding,
        [
          /count := jsonb_array_length\(given\);/,
          "if refused is not null then return encode(token, 'hex'); end if;\n  count := jsonb_array_length(given);",
        ],
      ],
    ],
  },
  {
    name: 'the term is not named',
    check: 'a refusal is on record, with its term',
    wall: [['inquiry.find_refusal(inquiry.standing, timestamptz, jsonb)', [/'agreement-ended'/, "'refused'"]]],
  },
  {
    name: 'the gate is always open',
    check: 'no setting opens the gate but that of the inquiry in this very transaction',
    wall: [['inquiry.is_asking()', [/return coalesce\([\s\S]*?false\);/, 'return true;']]],
  },
  {
    name: 'the gate looks at the shape alone',
    check: 'no setting opens the gate but that of the inquiry in this very transaction',
    wall: [
      [
        'inquiry.is_asking()',
        [/ and right\(shown, 64\) = inquiry\.proof_of\(left\(shown, 36\)::pg_catalog\.uuid\)/, ''],
      ],
    ],
  },
  {
    name: 'a proof outlives its transaction',
    check: 'no setting opens the gate but that of the inquiry in this very transaction',
    wall: [['inquiry.proof_of(uuid)', [/ \|\| '\/' \|\| pg_current_xact_id\(\)/, '']]],
  },
  {
    name: 'the policy of the gate is missing',
    check: 'no setting opens the gate but that of the inquiry in this very transaction',
    compiled: [[/^create policy gate_.*$/m, '']],
  },
  {
    name: 'the policy of the gate is permissive',
    check: 'no setting opens the gate but that of the inquiry in this very transaction',
    compiled: [[/(create policy gate_\S+ on disclosure\.record) as restrictive/, '$1']],
  },
  {
    name: 'identifiers without a policy of reach',
    check: 'the definer sees nothing out of reach, in no table',
    compiled: [
      [
        /using \(exists \(select from disclosure\.record r where r\.arrest_id = identifier\.arrest_id\)\)/,
        'using (true)',
      ],
    ],
  },
  {
    name: 'a column grant too wide',
    check: 'the definer may read no column that is not needed',
    compiled: [[/^grant select \(/m, 'grant select (race, ']],
  },
  {
    name: 'the whole table granted',
    check: 'the definer may read no column that is not needed',
    after: ['grant select on disclosure.record to :definer'],
  },
  {
    name: 'quota off by one: one more',
    check: 'a day has exactly so many inquiries',
    wall: [['inquiry.take_quota(text, date, integer)', [/n < quota % shards/, 'n <= quota % shards']]],
  },
  {
    name: 'quota off by one: the remainder is lost',
    check: 'a day has exactly so many inquiries',
    wall: [['inquiry.take_quota(text, date, integer)', [/ \+ case when n < quota % shards then 1 else 0 end/, '']]],
  },
  {
    name: 'persons are counted each time',
    check: 'a day has exactly so many persons, each counted once',
    wall: [[persons, [/coalesce\(cardinality\(added\), 0\)/, 'coalesce(cardinality(persons), 0)']]],
  },
  {
    name: 'persons are not counted',
    check: 'a day has exactly so many persons, each counted once',
    wall: [[holding, [/and not inquiry\.take_persons\(/, 'and false and not inquiry.take_persons(']]],
  },
  {
    name: 'a refused answer counts its persons',
    check: 'a day has exactly so many persons, each counted once',
    wall: [[persons, [/raise exception 'the day has no more persons' using errcode = 'PA047';/, 'return false;']]],
  },
  {
    name: 'collect: the end is ">" for ">="',
    check: 'until the end all is handed out, and at it nothing',
    wall: [[collecting, [/stamp >= s\.ends_at/, 'stamp > s.ends_at']]],
  },
  {
    name: 'collect: the end is not looked at',
    check: 'until the end all is handed out, and at it nothing',
    wall: [[collecting, [/stamp >= s\.ends_at/, 'false']]],
  },
  {
    name: 'collect: now() for pars.instant()',
    check: 'until the end all is handed out, and at it nothing',
    wall: [[collecting, [/stamp := pars\.instant\(\)/, 'stamp := now()']]],
  },
  {
    name: 'open and hold: now() for pars.instant()',
    check: 'the end falls also upon a transaction that is open',
    wall: [
      [opening, [/timestamptz := pars\.instant\(\)/, 'timestamptz := now()']],
      [holding, [/timestamptz := pars\.instant\(\)/, 'timestamptz := now()']],
    ],
  },
  {
    name: 'collect: now() for pars.instant() in an open transaction',
    check: 'the end falls also upon a transaction that is open',
    wall: [[collecting, [/stamp := pars\.instant\(\)/, 'stamp := now()']]],
  },
  {
    name: 'collect: halts are not looked at',
    check: 'what was stopped hands out nothing that was asked before',
    wall: [[collecting, [/elsif inquiry\.why_halted\(s, stamp\) is not null then/, 'elsif false then']]],
  },
  {
    name: 'collect: switches are not looked at',
    check: 'whoever was switched off is handed out nothing that was asked before',
    wall: [[collecting, [/inquiry\.why_barred\(.*?'key'\)\)/, 'null::pg_catalog.text)']]],
  },
  {
    name: 'collect: the key is not looked at',
    check: 'whoever was switched off is handed out nothing that was asked before',
    wall: [[collecting, [/a\.request ->> 'key'\)/, 'null)']]],
  },
  {
    name: 'any level of isolation',
    check: 'an inquiry is asked and collected at one level of isolation',
    wall: [[opening, [/current_setting\('transaction_isolation'\) <> 'read committed'/, 'false']]],
  },
  { name: 'an inquiry comes twice', check: 'an inquiry comes once', statements: ['drop index inquiry.asked_nonce'] },
  {
    name: 'history leaves out refusals',
    check: 'history is complete, refusals too',
    wall: [
      [
        'partner.read_history(timestamptz, uuid, text, integer)',
        [/where x\.agreement = g\.code/, "where x.outcome = 'answered' and x.agreement = g.code"],
      ],
    ],
  },
  {
    name: 'a cursor is a number in clear',
    check: 'a cursor tells no number and no two are alike',
    wall: [
      [
        'inquiry.seal_cursor(bigint, text)',
        [/inquiry\.pad_number\(seal_cursor\.number, nonce\)/, 'int8send(seal_cursor.number)'],
      ],
    ],
  },
  {
    name: 'the pad of a cursor is used twice',
    check: 'a cursor tells no number and no two are alike',
    wall: [
      [
        'inquiry.seal_cursor(bigint, text)',
        [/inquiry\.pad_number\(seal_cursor\.number, nonce\)/, "inquiry.pad_number(seal_cursor.number, '\\x00')"],
      ],
    ],
  },
  {
    name: 'the owner may lengthen what is in force',
    check: 'what is in force is not lengthened, by the owner neither',
    wall: [
      [
        'inquiry.refuse_extension()',
        [/raise exception 'what is in force is not lengthened or widened' using errcode = 'PA066';/, 'null;'],
      ],
    ],
  },
]
