import type { PresentedReport } from '@pars/contract'
import {
  type ArrestId,
  type ArrestReport,
  formatId,
  type Instant,
  type PersonId,
  type VictimOrWitness,
} from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { mayReadLastFour, mayReadNarrative, type Reader } from '../readers.ts'
import { selectLastFour, selectNarrative, selectVersion } from './arrests.sql.ts'

type SavedContent = Omit<ArrestReport, 'narrative' | 'victimsAndWitnesses'>

export interface FoundArrest {
  arrestId: ArrestId
  personId: PersonId
  version: number
  kind: 'drafted' | 'sent' | 'corrected'
  /** When the newest version that went to charging was sent, and which it was; null for a draft. */
  sentAt: Instant | null
  sentVersion: number | null
  draftedAt: Instant
  draftedBy: string
  content: SavedContent
}

interface VersionRow {
  person_id: string
  version: number
  kind: FoundArrest['kind']
  sent_at: Instant | null
  sent_version: number | null
  drafted_at: Instant
  drafted_by: string
  content: SavedContent
}

/** The arrest as it stands, or as it stood after journal entry `asOf`; undefined where there was none, or the door sees none. */
export const findArrest = async (
  read: Read,
  arrestId: ArrestId,
  asOf: number | null,
): Promise<FoundArrest | undefined> => {
  const row = await read.find<VersionRow>(selectVersion(uuidOf('arr', arrestId), asOf))
  if (!row) return undefined
  return {
    arrestId,
    personId: formatId('per', row.person_id),
    version: row.version,
    kind: row.kind,
    sentAt: row.sent_at,
    sentVersion: row.sent_version,
    draftedAt: row.drafted_at,
    draftedBy: row.drafted_by,
    content: row.content,
  }
}

/** Builds the report that leaves, from an allow-list: what the reader's seat may not see is not there. */
export const presentReport = async (read: Read, reader: Reader, arrest: FoundArrest): Promise<PresentedReport> => {
  const { content } = arrest
  const person = {
    names: content.person.names,
    bornOn: content.person.bornOn,
    sex: content.person.sex,
    race: content.person.race,
    ethnicity: content.person.ethnicity,
    countryOfBirth: content.person.countryOfBirth,
    addresses: content.person.addresses,
    interpreterLanguage: content.person.interpreterLanguage,
    policeNumber: content.person.policeNumber,
    photoReference: content.person.photoReference,
  }
  const uuid = uuidOf('arr', arrest.arrestId)
  const lastFour = mayReadLastFour(reader.party)
    ? { ssnLastFour: (await read.find<{ last_four: string }>(selectLastFour(uuid, arrest.version)))?.last_four ?? null }
    : {}
  const words = mayReadNarrative(reader.party)
    ? await read.find<{ narrative: string; parties: VictimOrWitness[] }>(selectNarrative(uuid, arrest.version))
    : undefined
  return {
    intakeNumber: content.intakeNumber,
    personId: arrest.personId,
    person: { ...person, ...lastFour },
    arrestedAt: content.arrestedAt,
    place: content.place,
    district: content.district,
    bookingSite: content.bookingSite,
    officers: content.officers,
    basis: content.basis,
    warrantNumber: content.warrantNumber,
    incidents: content.incidents,
    otn: content.otn,
    domesticViolence: content.domesticViolence,
    directFile: content.directFile,
    charges: content.charges,
    ...(words ? { narrative: words.narrative, victimsAndWitnesses: words.parties } : {}),
  }
}

/** "Quill, Marisol": last name, then what there is of the others. */
export const wordsOfName = (name: Omit<ArrestReport['person']['names'][number], 'kind'>): string => {
  const given = [name.first, name.middle].filter(part => part !== null && part !== '').join(' ')
  return [name.last, given, name.suffix ?? ''].filter(part => part !== '').join(', ')
}

export const nameOf = (content: Pick<SavedContent, 'person'>): string => {
  const name = content.person.names[0]
  return name ? wordsOfName(name) : ''
}
