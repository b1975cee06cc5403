import type { AnswerOf, viewEffective } from '@pars/contract'
import { type AgreementId, formatId } from '@pars/domain'
import { fieldClasses, questionKinds } from '@pars/terms'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { type EffectiveRow, selectEffective, selectUses, type UseRow } from './effective.sql.ts'

/** A quarter of a year: what was not used in it is rarely needed. */
const usesDays = 92

type Effective = AnswerOf<typeof viewEffective>
type Row<T> = T & { [column: string]: unknown }

/** `agr_….by_identifier` of the agreement's own schema is the question `by-identifier`. */
const questionOf = (door: string, name: string): string | undefined => {
  const [schema, routine = ''] = name.split('.')
  const kind = routine.replaceAll('_', '-')
  return schema === door && questionKinds.some(each => each === kind) ? kind : undefined
}

/** The classes that the view builds, by the keys of the object that it gives; no field of a class is called as a class is. */
const classesOf = (view: string | null): string[] =>
  view === null ? [] : fieldClasses.filter(name => new RegExp(`'${name}'(?:::text)?,\\s`).test(view))

/** What the machine really does for one version; undefined where there is none. */
export const loadEffective = async (
  read: Read,
  agreementId: AgreementId,
  version: number,
): Promise<Effective | undefined> => {
  const id = uuidOf('agm', agreementId)
  const row = await read.find<Row<EffectiveRow>>(selectEffective(id, version))
  if (!row) return undefined
  const uses = await read.rows<Row<UseRow>>(selectUses(id, version, usesDays))
  const { door, standing } = row
  return {
    agreementId: formatId('agm', id),
    version,
    inPlace: row.in_place,
    door,
    questions: row.functions.flatMap(name => questionOf(door, name) ?? []),
    otherFunctions: row.functions.filter(name => questionOf(door, name) === undefined),
    readableByDoor: row.readable,
    classes: classesOf(row.view),
    columns: row.columns,
    policies: row.policies,
    standing: standing && (jsonInstants(standing) as unknown as Effective['standing']),
    usesDays,
    uses: uses.map(use => ({
      kind: use.kind as Effective['uses'][number]['kind'],
      name: use.name,
      count: use.count,
      lastAt: use.last_at as Effective['uses'][number]['lastAt'],
    })),
  }
}
