import type { Statement } from '../db/statement.ts'

/** Rule 519(B): when the complaint of a summons release is due. */
export const selectComplaintDue = (arrestId: string): Statement => ({
  name: 'select-complaint-due',
  text: `select d.complaint_due_at from police.departure d join police.departure_acknowledgment using (departure_id) where d.arrest_id = $1 and d.complaint_due_at is not null`,
  values: [arrestId],
})
/** When the person left police custody; no row while the clock runs. */
export const selectLeftAt = (arrestId: string): Statement => ({
  name: 'select-left-at',
  text: 'select a.left_at from police.departure d join police.departure_acknowledgment a using (departure_id) where d.arrest_id = $1 order by a.left_at desc limit 1',
  values: [arrestId],
})
