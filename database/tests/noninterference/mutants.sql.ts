import type { Mutant } from './mutant.ts'
import { seenMutants } from './seen-mutants.sql.ts'

const refusal = 'inquiry.find_refusal(inquiry.standing, timestamptz, jsonb)'
const halted = 'inquiry.why_halted(inquiry.standing, timestamptz)'
const opening = 'inquiry.open(jsonb)'
const holding = 'inquiry.hold(uuid, text, text[], jsonb, jsonb, text, jsonb, uuid[], text[], text, text)'
const quota = 'inquiry.take_quota(text, date, integer)'
const changes = 'inquiry.list_changes(jsonb, integer, bigint)'
const registered = 'inquiry.is_registered(jsonb, timestamptz)'
const collecting = 'inquiry.collect(text[])'
const history = 'partner.read_history(timestamptz, uuid, text, integer)'

/** Faults that the non-interference suite alone must notice. */
export const mutants: readonly Mutant[] = [
  ...seenMutants,
  // Counting and cutting before the policies.
  {
    name: 'the total counts before the filter',
    wall: [
      [
        holding,
        [
          /'rows', given\)/,
          "'rows', given, 'total', (select count(*) from disclosure.identifier i where i.value in (hold.predicate ->> 'value', hold.predicate ->> 'incident')))",
        ],
      ],
    ],
  },
  {
    name: 'the cap counts rows that are out of reach',
    wall: [
      [
        opening,
        [
          /row_cap := s\.rows_per_answer;/,
          'row_cap := greatest(1, s.rows_per_answer - (select count(*) from disclosure.record r where not (r.charged and r.adult))::integer);',
        ],
      ],
    ],
  },
  {
    name: 'the limit comes before the policies',
    statements: [
      `create function inquiry.first_ones(wanted text, most integer) returns setof uuid language sql stable security definer as
    $$select i.arrest_id from disclosure.identifier i where i.value = wanted order by i.arrest_id limit most$$`,
    ],
    compiled: [
      [
        /i\.kind = 'incident' and i\.value = by_incident\.incident/,
        "i.kind = 'incident' and i.value = by_incident.incident and r.arrest_id in (select inquiry.first_ones(by_incident.incident, opened.row_cap))",
      ],
    ],
    after: ['grant execute on function inquiry.first_ones(text, integer) to :definer'],
  },
  {
    name: 'the rank is taken before the filter',
    statements: [
      `create function inquiry.rank_of(last text) returns bigint language sql stable security definer as
    $$select count(*) from disclosure.record r where r.last_key = last$$`,
    ],
    compiled: [
      [
        /\{"match": "exact"\}'::pg_catalog\.jsonb as given/,
        `{"match": "exact"}'::pg_catalog.jsonb || jsonb_build_object('rank', inquiry.rank_of(r.last_key)) as given`,
      ],
    ],
    after: ['grant execute on function inquiry.rank_of(text) to :definer'],
  },
  {
    name: 'inquiries are numbered over all partners',
    wall: [[holding, [/'rows', given\)/, "'rows', given, 'number', (select count(*) from inquiry.asked))"]]],
  },
  // What is told besides rows.
  {
    name: 'the answer tells the ground',
    wall: [[holding, [/'rows', given\)/, "'rows', given, 'ground', hold.ground)"]]],
  },
  {
    name: 'out of reach is a refusal',
    wall: [
      [
        holding,
        [
          /if refused is not null then/,
          "if hold.ground = 'out-of-reach' then refused := 'out-of-reach'; end if;\n  if refused is not null then",
        ],
      ],
    ],
  },
  {
    name: 'an error tells what is on record',
    wall: [
      [
        'inquiry.find_ground(text, jsonb)',
        [
          /return case/,
          "if is_on_record then raise exception 'withheld: %', find_ground.predicate; end if;\n  return case",
        ],
      ],
    ],
  },
  {
    name: 'a notice tells how many are on record',
    wall: [
      [
        'inquiry.find_ground(text, jsonb)',
        [/return case/, "raise notice 'out of reach: %', (select count(*) from disclosure.record);\n  return case"],
      ],
    ],
  },
  {
    name: 'nonces of all partners are one set',
    statements: [
      `drop index inquiry.asked_nonce; create unique index asked_nonce on inquiry.asked ((request ->> 'nonce'))`,
    ],
  },
  {
    name: "history shows every agency's inquiries",
    wall: [[history, [/where g\.partner_id = partner\.own\(\)/, 'where true']]],
  },
  {
    name: 'history tells the ground',
    wall: [[history, [/a\.outcome, a\.term,/, 'a.outcome, coalesce(a.term, a.ground),']]],
  },
  // Purposes.
  {
    name: 'the purpose test is dropped from the questions',
    compiled: [[/not opened\.must_find or exists/g, 'true or exists']],
  },
  { name: 'must_find is never set', wall: [[opening, [/must_find := suffices.*;/, 'must_find := false;']]] },
  {
    name: 'the cited case is looked for anywhere',
    wall: [],
    statements: [
      `create function inquiry.is_anywhere(k text, v text) returns boolean language sql stable security definer as
    $$select exists (select from disclosure.identifier i where i.kind = k and i.value = v)$$`,
    ],
    compiled: [
      [
        /exists \(select from disclosure\.identifier cited\s+where cited\.arrest_id = r\.arrest_id and cited\.kind = cited_kind and cited\.value = cited_value\)/g,
        'inquiry.is_anywhere(cited_kind, cited_value)',
      ],
    ],
    after: ['grant execute on function inquiry.is_anywhere(text, text) to :definer'],
  },
  {
    name: "another unit's registration suffices",
    isRare: true,
    wall: [[registered, [/\(u\.code = \(is_registered\.request ->> 'unit'::text\)\)/, '(true)']]],
  },
  {
    name: 'a registration that has ended suffices',
    wall: [[registered, [/ AND \(is_registered\.asked_at < c\.ends_at\)/, '']]],
  },
  {
    name: 'a registration for another purpose suffices',
    wall: [[registered, [/ AND \(c\.purpose = \(is_registered\.request ->> 'purpose'::text\)\)/, '']]],
  },
  // When there is nothing to see.
  {
    // At the gate and at holding: each alone refuses.
    name: 'the end is ">" for ">="',
    isRare: true,
    wall: [
      [refusal, [/asked_at >= s\.ends_at/, 'asked_at > s.ends_at']],
      [holding, [/at >= s\.ends_at/, 'at > s.ends_at']],
    ],
  },
  {
    name: 'the end is not looked at',
    wall: [
      [refusal, [/asked_at >= s\.ends_at/, 'false']],
      [holding, [/at >= s\.ends_at/, 'false']],
    ],
  },
  { name: 'the start is not looked at', wall: [[refusal, [/asked_at < s\.starts_at/, 'false']]] },
  { name: 'halts are not looked at', wall: [[refusal, [/inquiry\.why_halted\(s, asked_at\) is not null/, 'false']]] },
  { name: 'a termination counts a moment later', wall: [[halted, [/at >= \(?s\)?\.ended_at/, 'at > (s).ended_at']]] },
  { name: 'a stop counts a moment later', wall: [[halted, [/at >= \(?s\)?\.stopped_at/, 'at > (s).stopped_at']]] },
  {
    name: 'an emergency stop is void at once',
    wall: [[halted, [/\(at < \(s\)\.resumes_at\)/, '(false)']]],
  },
  {
    name: 'a unit that the terms do not name asks',
    wall: [[refusal, [/not coalesce\(\(request ->> 'unit'\) = any \(s\.units\), false\)/, 'false']]],
  },
  {
    name: 'the switch of a unit is not looked at',
    wall: [[refusal, [/inquiry\.is_stopped\('unit', request ->> 'unit'\) or /, '']]],
  },
  {
    name: 'the switch of a key is not looked at',
    wall: [[refusal, [/ or inquiry\.is_stopped\('key', request ->> 'key'\)/, '']]],
  },
  {
    name: 'the switch of an officer is not looked at',
    wall: [[refusal, [/inquiry\.is_stopped\('officer', request ->> 'officer'\)/, 'false']]],
  },
  {
    name: 'the oldest switch counts',
    wall: [['inquiry.is_stopped(text, text)', [/ORDER BY s\.made_at DESC/i, 'ORDER BY s.made_at']]],
  },
  {
    name: 'a certificate counts at its end',
    isRare: true,
    wall: [[refusal, [/certified_until > asked_at/, 'certified_until >= asked_at']]],
  },
  { name: "another unit's officer asks", wall: [[refusal, [/ and u\.code = request ->> 'unit'/, '']]] },
  { name: 'a purpose that is not granted serves', wall: [[refusal, [/rule is null/, 'false']]] },
  {
    name: 'a case need not be cited',
    isRare: true,
    wall: [[refusal, [/rule ->> 'cites' <> 'none' and/, 'false and']]],
  },
  {
    name: "a unit's day is not counted",
    wall: [[opening, [/if not inquiry\.take_quota\('unit '/, "if false and not inquiry.take_quota('unit '"]]],
  },
  {
    name: "a unit's day has one more",
    wall: [[opening, [/s\.inquiries_per_unit_per_day\)/, 's.inquiries_per_unit_per_day + 1)']]],
  },
  {
    name: "an officer's day is not counted",
    wall: [
      [opening, [/elsif not inquiry\.take_quota\('officer '/, "elsif false and not inquiry.take_quota('officer '"]],
    ],
  },
  // Other agencies.
  {
    name: 'the quota of persons is shared by all doors',
    wall: [
      [quota, [/session_user/g, "'shared'"]],
      [
        'inquiry.take_persons(inquiry.standing, text, date, uuid[])',
        [/'persons ' \|\| take_persons\.unit_code/, "'persons'"],
      ],
    ],
    statements: ['alter table inquiry.quota drop constraint quota_standing_fk'],
  },
  {
    name: 'a person seen by another agency is not counted',
    isRare: true,
    wall: [
      [
        'inquiry.take_persons(inquiry.standing, text, date, uuid[])',
        [/select session_user, take_persons\.unit_code/, "select 'all', 'all'"],
      ],
    ],
  },
  { name: "collect hands out another door's answer", wall: [[collecting, [/ and h\.door = session_user/, '']]] },
  // Feeds.
  {
    name: 'a feed tells of persons whom another agency named',
    isRare: true,
    wall: [
      [changes, [/a\.door = session_user and a\.unit_code = list_changes\.request ->> 'unit' and /, '']],
      [changes, [/\s+and a\.purpose = [\s\S]*?cites,value\}'\) named/, ') named']],
    ],
  },
  {
    name: 'a feed tells of persons whom nobody named',
    isRare: true,
    wall: [
      [
        changes,
        [
          /from \(\s*select distinct unnest\(a\.persons\)[\s\S]*?\) named/,
          'from (select distinct k.person_id from disclosure.change k) named',
        ],
      ],
    ],
  },
  {
    name: 'a feed stirs when a hidden class changes',
    compiled: [
      [/\(c\.classes && [^;]*? or not coalesce\(c\.was_arrested_at/, '(true or not coalesce(c.was_arrested_at'],
    ],
  },
  {
    name: 'a cursor is bound to no door',
    isRare: true,
    wall: [
      ['inquiry.seal_cursor(bigint, text)', [/session_user \|\| '\/' \|\| coalesce\(seal_cursor\.unit, ''\)/, "''"]],
      ['inquiry.read_cursor(text, text)', [/session_user \|\| '\/' \|\| coalesce\(read_cursor\.unit, ''\)/, "''"]],
    ],
  },
]
