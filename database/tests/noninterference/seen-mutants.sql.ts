import type { Mutant } from './mutant.ts'

/** Also reads a column that the agreement does not grant. */
const alsoReads = (column: string) => [/^grant select \(/m, `grant select (${column}, `] as const

/** Faults in what may be seen: rows and fields. */
export const seenMutants: readonly Mutant[] = [
  // Rows that may be seen.
  {
    name: 'population dropped',
    compiled: [[/using \(.*\);\ncreate policy gate/, 'using (true);\ncreate policy gate']],
  },
  { name: 'population: "or" for "and"', compiled: [[/using \(\(charged and/, 'using ((charged or']] },
  { name: 'population: "charged" dropped', compiled: [[/\(charged and /, '(true and ']] },
  { name: 'population: district dropped', compiled: [[/ and coalesce\(district_code = any[^;]*?, false\)/, '']] },
  {
    name: 'population: the window an hour too long',
    compiled: [[/interval '720 hours'\) and/, "interval '721 hours') and"]],
  },
  {
    name: 'population: the window a millisecond too long',
    compiled: [[/interval '720 hours'\) and/, "interval '720 hours 0.001 seconds') and"]],
  },
  { name: 'population: ">" for ">=" under a "not"', compiled: [[/\(not \(arrested_at >= /, '(not (arrested_at > ']] },
  {
    name: 'population: now() for pars.instant()',
    compiled: [[/\(not \(arrested_at >= \(select pars\.instant\(\)\)/, '(not (arrested_at >= (select now())']],
  },
  {
    name: 'population: "not" dropped',
    compiled: [[/using \(\(not (\(arrested_at[^;]*?hours'\))\)\);/, 'using ($1);']],
  },
  {
    name: 'population: bail ordered means charged',
    compiled: [[/ or bail_ordered\)/, ' or charged)'], alsoReads('charged')],
  },
  { name: 'hard limit for those under 18 dropped', compiled: [[/^create policy adult_.*$/m, '']] },
  {
    name: 'hard limit for those under 18 permissive',
    compiled: [[/(create policy adult_\S+ on disclosure\.record) as restrictive/, '$1']],
  },
  {
    name: 'a second permissive policy',
    after: [
      'grant select (basis) on disclosure.record to :definer; create policy also_:suffix on disclosure.record for select to :definer using (basis = $$warrant$$);',
    ],
  },
  { name: 'limited records are for everybody', statements: ['drop policy lawful on disclosure.record'] },
  { name: 'row security switched off', statements: ['alter table disclosure.record disable row level security'] },
  {
    name: 'the view is left with the owner of the tables',
    compiled: [[/^alter view \S+ owner to \S+;$/m, '']],
    after: ['grant select on :door.record to :definer'],
  },
  // Fields that may be seen.
  {
    name: 'view shows addresses',
    compiled: [
      [/'identity', jsonb_build_object\(/, "'identity', jsonb_build_object('addresses', r.addresses, "],
      alsoReads('addresses'),
    ],
  },
  {
    name: 'view shows race within identity',
    compiled: [
      [/'identity', jsonb_build_object\(/, "'identity', jsonb_build_object('race', r.race, "],
      alsoReads('race'),
    ],
  },
  {
    name: 'view tells that there is a photo',
    compiled: [
      [
        /'identity', jsonb_build_object\(/,
        "'identity', jsonb_build_object('hasPhoto', r.photo_reference is not null, ",
      ],
      alsoReads('photo_reference'),
    ],
  },
  { name: "bail keeps its docket's number", compiled: [[/ - 'docketNumber'/, '']] },
  {
    name: 'bail in the order of its hidden dockets',
    compiled: [
      [
        /jsonb_agg\(b\.bail order by b\.bail\) from \(select o\.value - 'docketNumber' as bail/,
        "jsonb_agg(b.bail order by b.place) from (select o.value ->> 'docketNumber' as place, o.value - 'docketNumber' as bail",
      ],
    ],
  },
  {
    name: 'answers in the order of a hidden column',
    compiled: [
      [
        /order by r\.arrested_at desc, r\.arrest_id limit/g,
        'order by (select d.race from disclosure.record d where d.arrest_id = r.arrest_id), r.arrest_id limit',
      ],
      alsoReads('race'),
    ],
  },
  {
    name: 'answers in the order of a time that is not shown',
    isRare: true,
    compiled: [
      [
        /order by r\.arrest_id limit/g,
        'order by (select d.arrested_at from disclosure.record d where d.arrest_id = r.arrest_id), r.arrest_id limit',
      ],
      [/^grant select \((?!.*arrested_at)/m, 'grant select (arrested_at, '],
    ],
  },
  {
    name: 'a filter looks at a hidden column too',
    compiled: [
      [
        /r\.district_code = by_attribute\.value/,
        "(r.district_code = by_attribute.value and (select d.ethnicity from disclosure.record d where d.arrest_id = r.arrest_id) <> 'unknown')",
      ],
      alsoReads('ethnicity'),
    ],
  },
]
