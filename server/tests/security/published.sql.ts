/** Every byte that the public log gives out: leaves as text where they are, clear parts, checkpoints. */
export const selectPublished = `select convert_from(p.leaf, 'UTF8') as published from journal.place p
  union all select e.clear::text from journal.entry e where e.clear is not null
  union all select c.note from journal.checkpoint c`
