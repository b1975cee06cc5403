import type { Client } from 'pg'

/** As a superuser: makes every trouble so many seconds older. */
export const ageTrouble = (admin: Client, seconds: number) =>
  admin.query('update journal.cosigner_state set trouble_since = trouble_since - make_interval(secs => $1)', [seconds])
