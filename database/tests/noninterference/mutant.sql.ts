import type { Client } from 'pg'

export const readRoutine = async (admin: Client, signature: string): Promise<string> => {
  const { rows } = await admin.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [
    signature,
  ])
  return rows[0]?.text ?? ''
}
export const replaceRoutine = (admin: Client, text: string) => admin.query(text)
