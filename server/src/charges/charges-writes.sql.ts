import type { Statement } from '../db/statement.ts'

export const insertTaken = (arrestId: string, takenBy: string, madeAt: string, entryId: string): Statement => ({
  name: 'insert-charging-taken',
  text: 'insert into prosecutor.charging_taken (arrest_id, taken_by, made_at, entry_id) values ($1, $2, $3, $4)',
  values: [arrestId, takenBy, madeAt, entryId],
})
export const insertSentBack = (row: object): Statement => ({
  name: 'insert-sent-back',
  text: 'insert into prosecutor.sent_back select * from jsonb_populate_record(null::prosecutor.sent_back, $1)',
  values: [JSON.stringify(row)],
})
export const insertDecision = (decision: object, charges: object[], declined: object[]): Statement => ({
  name: 'insert-charging-decision',
  text: `with decision as (insert into prosecutor.charging_decision select * from jsonb_populate_record(null::prosecutor.charging_decision, $1)),
    charge as (insert into prosecutor.charge select * from jsonb_populate_recordset(null::prosecutor.charge, $2)),
    declined as (insert into prosecutor.declined_charge select * from jsonb_populate_recordset(null::prosecutor.declined_charge, $3)) select 1`,
  values: [decision, charges, declined].map(value => JSON.stringify(value)),
})
export const insertComplaint = (complaint: object, facts: object, charges: object[]): Statement => ({
  name: 'insert-complaint',
  text: `with complaint as (insert into prosecutor.complaint select * from jsonb_populate_record(null::prosecutor.complaint, $1)),
    facts as (insert into narrative.complaint_facts select * from jsonb_populate_record(null::narrative.complaint_facts, $2)),
    charge as (insert into prosecutor.complaint_charge select * from jsonb_populate_recordset(null::prosecutor.complaint_charge, $3)) select 1`,
  values: [complaint, facts, charges].map(value => JSON.stringify(value)),
})
