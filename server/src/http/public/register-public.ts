import type { FastifyInstance, FastifyReply } from 'fastify'
import { inSnapshot, type Snapshot } from '../../db/transaction.ts'
import { findRegistered, loadRegister } from '../../portal/load-register.ts'
import type { Runtime } from '../../runtime.ts'
import { agreementPage } from './agreement-page.ts'
import { html } from './html.ts'
import { loadLogPage, verifyPage } from './log-page.ts'
import { type PublicPage, sendPublicPage } from './public-page.ts'
import { publicWords } from './public-words.ts'
import { registerPage } from './register-page.ts'
import { reportedPage } from './reported-page.ts'

const missing: PublicPage = {
  status: 404,
  title: publicWords.missing.title,
  body: html`<p><a href="/public">${publicWords.missing.detail}</a></p>`,
}

const versionOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined

/** The public register: what anybody may read without signing in and without a script, through the portal's door alone. */
export const registerPublic = (app: FastifyInstance, runtime: Runtime, trouble: () => string | null): void => {
  const { city } = runtime
  const show = async (reply: FastifyReply, pageOf: (read: Snapshot) => Promise<PublicPage>): Promise<FastifyReply> => {
    const [page, now] = await inSnapshot(runtime.doors.portal, async read => [await pageOf(read), read.now] as const)
    return sendPublicPage(reply, page, { city, now })
  }
  app.get('/public', async (_request, reply) =>
    show(reply, async read => registerPage(await loadRegister(read), read.now)),
  )
  app.get('/public/reported', async (_request, reply) =>
    show(reply, async read => reportedPage(await loadRegister(read))),
  )
  app.get('/log', async (_request, reply) => {
    const page = await loadLogPage(runtime, trouble())
    return show(reply, async () => page)
  })
  app.get('/verify', async (_request, reply) => show(reply, async () => verifyPage))
  const agreement = async (reply: FastifyReply, code: string, version: string | undefined): Promise<FastifyReply> =>
    show(reply, async read => {
      const asked = versionOf(version)
      if (version !== undefined && asked === undefined) return missing
      const found = await findRegistered(read, code, asked)
      return found ? agreementPage(found, read.now) : missing
    })
  app.get<{ Params: { code: string } }>('/public/agreements/:code', async ({ params }, reply) =>
    agreement(reply, params.code, undefined),
  )
  app.get<{ Params: { code: string; version: string } }>(
    '/public/agreements/:code/:version',
    async ({ params }, reply) => agreement(reply, params.code, params.version),
  )
}
