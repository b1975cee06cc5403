import { classOfFilter, questionKinds, type Terms } from '../../terms.ts'
import type { AgreementNames } from '../names.ts'
import { dollarQuoted, textArray } from '../quote.ts'
import { argument, ownedFunction } from './question.sql.ts'

const name = 'ask_ungranted'
const question = argument(name, 'question')
const filters = argument(name, 'filters')
const predicate = argument(name, 'predicate')
const request = argument(name, 'request')

/**
 * Puts on record that a question was asked which these terms do not hold. It reads nothing: the questions themselves do not exist
 * here, but whoever asks for one leaves that behind.
 */
export const askUngrantedSql = (terms: Terms, names: AgreementNames): string => {
  const granted = terms.questions.map(({ kind }) => kind)
  const absent = questionKinds.filter(kind => !granted.includes(kind))
  const filterNames = [...Object.keys(classOfFilter), 'cursor', 'hours', 'since'].sort()
  const body = `declare
  opened pg_catalog.record;
  named pg_catalog.text := case when ${question} = any (${textArray(absent)}) then ${question} else 'other' end;
  known pg_catalog.text[] := array(select distinct f.filter collate pg_catalog."C" as filter from unnest(${filters}) f (filter)
    where f.filter = any (${textArray(filterNames)}) order by filter);
  asked pg_catalog.jsonb := case when octet_length(${predicate}::pg_catalog.text) <= 4000 then ${predicate} else '{}' end;
begin
  if ${question} = any (${textArray(granted)}) then
    raise exception 'this question is granted: ask it' using errcode = 'PA045';
  end if;
  select * into opened from inquiry.open(${request});
  return inquiry.hold(opened.inquiry_id, named, known, coalesce(asked, '{}'), ${request}, coalesce(opened.term, 'question-not-granted'),
    null, null, '{}', null, null);
end`
  const declared = `question pg_catalog.text, filters pg_catalog.text[], predicate pg_catalog.jsonb, request pg_catalog.jsonb`
  return `create function ${names.door}.${name}(${declared}) returns pg_catalog.text
language plpgsql volatile security definer as ${dollarQuoted(body)};
${ownedFunction(`${names.door}.${name}(pg_catalog.text, pg_catalog.text[], pg_catalog.jsonb, pg_catalog.jsonb)`, names)}`
}
