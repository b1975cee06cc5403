import type { Statement } from '../db/statement.ts'

const charges = (
  complaint: string,
) => `(select coalesce(jsonb_agg(jsonb_build_object('statute', g.statute, 'description', g.description, 'grade', g.grade,
        'counts', g.counts, 'offenseOn', g.offense_on, 'dcNumber', g.dc_number) order by x.position), '[]')
      from prosecutor.complaint_charge x join prosecutor.charge g using (charge_id) where x.complaint_id = ${complaint}) as charges`

/** A complaint with its facts, and its docket once it is filed; only what every door that prints may read. */
export const selectComplaint = (complaintId: string): Statement => ({
  name: 'select-complaint-to-print',
  text: `select c.arrest_id, c.affiant, c.affiant_agency, c.offense_date_text, c.offense_place, f.facts, c.peace_and_dignity, c.lab_services,
      c.fingerprinted, c.process_requested, c.verified_at, a.display_name as approved_by, c.made_at as approved_at, c.entry_id,
      d.docket_number, d.filed_at, k.display_name as certified_by, ${charges('c.complaint_id')}
    from prosecutor.complaint c
    left join narrative.complaint_facts f using (complaint_id)
    join staff.account a on a.account_id = c.approved_by
    left join court.docket d using (complaint_id)
    left join staff.account k on k.account_id = d.certified_by
    where c.complaint_id = $1`,
  values: [complaintId],
})

/** A docket with its charges, for the bond. */
export const selectDocket = (docketId: string): Statement => ({
  name: 'select-docket-to-print',
  text: `select d.arrest_id, d.docket_number, ${charges('d.complaint_id')} from court.docket d where d.docket_id = $1`,
  values: [docketId],
})

export const selectGrades: Statement = {
  name: 'select-grades-to-print',
  text: 'select distinct on (grade) grade, label from common.grade order by grade, valid_from desc',
  values: [],
}

/** The numbers of these entries, once the sequencer has given them. */
export const selectNumbers = (entryIds: readonly string[]): Statement => ({
  name: 'select-numbers-to-print',
  text: 'select entry_id, number from journal.place where entry_id = any ($1::uuid[])',
  values: [entryIds],
})
