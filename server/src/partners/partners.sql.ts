import type { Statement } from '../db/statement.ts'

const stopped = (kind: string, id: string): string =>
  `coalesce((select w.stopped from partner.switch w where w.subject_kind = '${kind}' and w.subject_id = ${id} order by w.made_at desc limit 1), false)`
const agreements = `coalesce((select jsonb_agg(jsonb_build_object('agreementId', a.agreement_id, 'code', a.code) order by a.code)
  from agreement.agreement a where a.partner_id = p.partner_id), '[]') as agreements`

export interface PartnerRow {
  partner_id: string
  code: string
  name: string
  ori: string | null
  made_at: string
  units: Record<string, unknown>[]
  agreements: { agreementId: string; code: string }[]
}

export const selectPartners: Statement = {
  name: 'select-partners',
  text: `select p.partner_id, p.code, p.name, p.ori, p.made_at, ${agreements},
      coalesce((select jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'code', u.code, 'name', u.name, 'stopped', ${stopped('unit', 'u.code')}) order by u.code)
        from partner.unit u where u.partner_id = p.partner_id), '[]') as units
    from partner.partner p order by lower(p.name), p.code`,
  values: [],
}

export const selectPartner = (partnerId: string): Statement => ({
  name: 'select-partner',
  text: `select p.partner_id, p.code, p.name, p.ori, p.made_at, ${agreements},
      coalesce((select jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'code', u.code, 'name', u.name, 'function', u.function,
          'criminalJustice', u.criminal_justice, 'decidedBy', u.decided_by, 'citation', u.citation, 'stopped', ${stopped('unit', 'u.code')},
          'officers', coalesce((select jsonb_agg(jsonb_build_object('officerId', o.officer_id, 'displayName', o.display_name, 'issuer', o.issuer,
              'subject', o.subject, 'coordinator', o.coordinator, 'certifiedUntil', o.certified_until, 'stopped', ${stopped('officer', 'o.officer_id::text')})
              order by lower(o.display_name), o.officer_id) from partner.officer o where o.unit_id = u.unit_id), '[]'),
          'keys', coalesce((select jsonb_agg(jsonb_build_object('keyId', k.key_id, 'publicKey', encode(k.public_key, 'base64'), 'madeAt', k.made_at,
              'stopped', ${stopped('key', 'k.key_id')}) order by k.made_at) from partner.signing_key k where k.unit_id = u.unit_id), '[]')) order by u.code)
        from partner.unit u where u.partner_id = p.partner_id), '[]') as units
    from partner.partner p where p.partner_id = $1`,
  values: [partnerId],
})

export const selectPartnerTaken = (code: string): Statement => ({
  name: 'select-partner-taken',
  text: 'select 1 as taken from partner.partner where code = $1',
  values: [code],
})
export const selectUnitTaken = (code: string): Statement => ({
  name: 'select-unit-taken',
  text: 'select 1 as taken from partner.unit where code = $1',
  values: [code],
})
export const selectUnit = (unitId: string): Statement => ({
  name: 'select-unit',
  text: 'select unit_id, code from partner.unit where unit_id = $1',
  values: [unitId],
})
export const selectOfficerTaken = (issuer: string, subject: string): Statement => ({
  name: 'select-officer-taken',
  text: 'select 1 as taken from partner.officer where issuer = $1 and subject = $2',
  values: [issuer, subject],
})
export const selectOfficer = (officerId: string): Statement => ({
  name: 'select-officer',
  text: 'select officer_id, display_name, coordinator, certified_until from partner.officer where officer_id = $1',
  values: [officerId],
})
export const updateOfficer = (row: {
  officer_id: string
  display_name: string
  coordinator: boolean
  certified_until: string
  entry_id: string
}): Statement => ({
  name: 'update-officer',
  text: 'update partner.officer set (display_name, coordinator, certified_until, entry_id) = ($2, $3, $4, $5) where officer_id = $1',
  values: [row.officer_id, row.display_name, row.coordinator, row.certified_until, row.entry_id],
})
export const selectKeyTaken = (keyId: string): Statement => ({
  name: 'select-partner-key-taken',
  text: 'select 1 as taken from partner.signing_key where key_id = $1',
  values: [keyId],
})

/** Whether a switch stops it now; no row where there is nothing to stop. */
export const selectSwitch = (kind: 'unit' | 'officer' | 'key', id: string): Statement =>
  ({
    unit: {
      name: 'select-switch-unit',
      text: `select u.code as subject, ${stopped('unit', 'u.code')} as stopped from partner.unit u where u.unit_id = $1`,
      values: [id],
    },
    officer: {
      name: 'select-switch-officer',
      text: `select o.officer_id::text as subject, ${stopped('officer', 'o.officer_id::text')} as stopped from partner.officer o where o.officer_id = $1`,
      values: [id],
    },
    key: {
      name: 'select-switch-key',
      text: `select k.key_id as subject, ${stopped('key', 'k.key_id')} as stopped from partner.signing_key k where k.key_id = $1`,
      values: [id],
    },
  })[kind]
