import type { FieldClass } from '../terms.ts'

export type RecordColumn =
  | 'arrest_id'
  | 'person_id'
  | 'last_name'
  | 'first_name'
  | 'middle_name'
  | 'suffix'
  | 'born_on'
  | 'sex'
  | 'police_number'
  | 'race'
  | 'ethnicity'
  | 'birth_country_system'
  | 'birth_country_code'
  | 'addresses'
  | 'arrested_at'
  | 'district_code'
  | 'place'
  | 'basis'
  | 'otn'
  | 'warrant_number'
  | 'incidents'
  | 'charges'
  | 'dockets'
  | 'bail'
  | 'custody'
  | 'photo_reference'
  | 'last_key'
  | 'first_key'
  | 'adult'
  | 'charged'
  | 'bail_ordered'
  | 'worst_grade'

/** The columns that make up each class of fields, and no other class. */
export const columnsOfClass: Record<FieldClass, readonly RecordColumn[]> = {
  identity: ['last_name', 'first_name', 'middle_name', 'suffix', 'born_on', 'sex', 'police_number'],
  demographic: ['race', 'ethnicity'],
  origin: ['birth_country_system', 'birth_country_code'],
  address: ['addresses'],
  arrest: ['arrested_at', 'district_code', 'place', 'basis', 'otn', 'warrant_number', 'incidents'],
  charges: ['charges'],
  docket: ['dockets'],
  bail: ['bail'],
  custody: ['custody'],
  photo: ['photo_reference'],
}
