import type { Client } from 'pg'

/** Where an inquiry is recorded: each of them before its answer can be had. */
export const recordedIn = [
  'journal.entry',
  'journal.content',
  'journal.waiting',
  'inquiry.asked',
  'inquiry.held',
] as const

export const faultKinds = ['raises', 'writes nothing and says nothing'] as const

/** As the superuser: from now on no row gets into a table any more. */
export const failWriting = (admin: Client, table: string, fault: (typeof faultKinds)[number]) =>
  admin.query(`create function public.fail_writing() returns trigger language plpgsql as $$ begin ${
    fault === 'raises' ? "raise exception 'the disk of the log is full'" : 'return null'
  }; end $$;
    create trigger a_fail_writing before insert on ${table} for each row execute function public.fail_writing()`)

export const writeAgain = (admin: Client, table: string) =>
  admin.query(`drop trigger a_fail_writing on ${table}; drop function public.fail_writing()`)

export const countRecorded = async (admin: Client): Promise<number[]> =>
  (
    await admin.query<{ counts: number[] }>(
      `select array[${recordedIn.map(table => `(select count(*)::integer from ${table})`).join(', ')}] as counts`,
    )
  ).rows[0]?.counts ?? []
