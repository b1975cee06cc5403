import { findQuestion, type Terms } from '../terms.ts'
import type { AgreementNames } from './names.ts'
import { columnsOfDefiner } from './needed-columns.ts'
import { populationSql } from './population.sql.ts'

/** The definer makes nothing: it may create in the schema only while things are being handed to it. */
export const rolesSql = ({ door, definer }: AgreementNames): string =>
  `create role ${door} login noinherit nocreatedb nocreaterole;
create role ${definer} nologin noinherit nocreatedb nocreaterole;
alter role ${door} set search_path = pg_catalog;
alter role ${door} set timezone = 'UTC';
alter role ${door} set statement_timeout = '5s';
alter role ${door} set idle_in_transaction_session_timeout = '5s';
grant ${definer} to pars_owner;
create schema ${door};
grant usage on schema ${door} to ${door};
grant usage, create on schema ${door} to ${definer};
grant usage on schema inquiry to ${door}, ${definer};
grant usage on schema disclosure, pars to ${definer};`

export const endOfRolesSql = ({ door, definer }: AgreementNames): string =>
  `revoke create on schema ${door} from ${definer};
revoke ${definer} from pars_owner;`

const wrapped = (words: readonly string[]): string => {
  const lines: string[] = []
  for (let from = 0; from < words.length; from += 10) lines.push(words.slice(from, from + 10).join(', '))
  return lines.join(',\n  ')
}

const hold =
  'inquiry.hold(pg_catalog.uuid, pg_catalog.text, pg_catalog.text[], pg_catalog.jsonb, pg_catalog.jsonb, pg_catalog.text, pg_catalog.jsonb, pg_catalog.uuid[], pg_catalog.text[], pg_catalog.text, pg_catalog.text)'

/** What the definer may execute: what its own questions and policies call. */
const routinesOf = (terms: Terms): string[] => [
  'pars.instant()',
  'inquiry.is_asking()',
  'inquiry.open(pg_catalog.jsonb)',
  hold,
  'inquiry.find_ground(pg_catalog.text, pg_catalog.jsonb)',
  ...(findQuestion(terms, 'by-name-and-birth-date') ? ['disclosure.fold(pg_catalog.text)'] : []),
  ...(findQuestion(terms, 'feed')
    ? [
        'inquiry.list_changes(pg_catalog.jsonb, integer, bigint)',
        'inquiry.last_number()',
        'inquiry.read_cursor(pg_catalog.text, pg_catalog.text)',
        'inquiry.seal_cursor(bigint, pg_catalog.text)',
      ]
    : []),
]

export const grantsSql = (terms: Terms, { door, definer }: AgreementNames): string =>
  `grant select (${wrapped(columnsOfDefiner(terms))}) on disclosure.record to ${definer};
grant select on disclosure.identifier to ${definer};
grant execute on function ${routinesOf(terms).join(',\n  ')} to ${definer};
grant execute on function inquiry.collect(pg_catalog.text[]) to ${door};`

/** The population lets rows in; the gate and the hard limits only take away, whatever a population says. */
export const policiesSql = (terms: Terms, { definer, suffix }: AgreementNames): string => {
  const population = populationSql(terms.population, { column: name => name, now: '(select pars.instant())' })
  const adult = `create policy adult_${suffix} on disclosure.record as restrictive for select to ${definer} using (adult);\n`
  return `create policy population_${suffix} on disclosure.record for select to ${definer}
  using (${population});
create policy gate_${suffix} on disclosure.record as restrictive for select to ${definer} using ((select inquiry.is_asking()));
${terms.directFile ? '' : adult}create policy record_${suffix} on disclosure.identifier for select to ${definer}
  using (exists (select from disclosure.record r where r.arrest_id = identifier.arrest_id));`
}
