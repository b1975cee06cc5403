import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { sendPage } from './page.ts'
import { HttpProblem } from './problem.ts'

/** Addresses that are screens of the web; every other unknown address is not found. */
const screens = [
  '/',
  '/signed-out',
  '/board',
  '/search',
  '/booking',
  '/booking/:id',
  '/charging',
  '/charging/:id',
  '/arrests/:id',
  '/arrests/:id/readers',
  '/arrests/:id/orders',
  '/orders',
  '/orders/:id',
  '/hearings/:id',
  '/court',
  '/court/:id',
  '/release',
  '/people',
  '/audits',
  '/partner',
  '/partner/:page',
  '/partners',
  '/partners/:id',
  '/agreements',
  '/agreements/:id',
  '/resolutions/:id',
  '/seat-keys',
  '/legal-constraints',
]

const missingWeb = `<p>The server runs, but its screens are not built yet.</p>
<p>If you started PARS just now, wait a few seconds and load this page again. Otherwise build them with
<code>npm run build -w web</code> in the folder of PARS.</p>`

const sendScreen = async (reply: FastifyReply, index: string): Promise<FastifyReply> => {
  const html = await readFile(index, 'utf8').catch(() => undefined)
  if (html === undefined) return sendPage(reply, 503, 'The screens are not built', missingWeb)
  return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

/** The built web. Files whose names hold their hash are kept for ever; the page that names them is asked for each time. */
export const registerStatic = async (app: FastifyInstance, webFolder: string): Promise<void> => {
  const index = join(webFolder, 'index.html')
  const plainCss = await readFile(new URL('./plain.css', import.meta.url), 'utf8')
  app.get('/plain.css', async (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(plainCss),
  )
  // To be saved, never run here: its script lies in it, and pages of this server run none that lies in them.
  app.get('/pars-verifier.html', async (_request, reply) => {
    const page = await readFile(join(webFolder, 'pars-verifier.html')).catch(() => undefined)
    if (!page) return sendPage(reply, 503, 'The screens are not built', missingWeb)
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="pars-verifier.html"')
      .header('cache-control', 'no-cache')
      .send(page)
  })
  for (const path of screens) app.get(path, async (_request, reply) => sendScreen(reply, index))
  await app.register(fastifyStatic, {
    root: webFolder,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(webFolder, 'assets'))
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const path = new URL(request.url, 'http://here.invalid').pathname
    const isFile =
      request.method === 'GET' && /\.[a-z0-9]{2,8}$/.test(path) && !path.startsWith('/api/') && path !== '/index.html'
    if (isFile && existsSync(join(webFolder, path))) return reply.sendFile(path.slice(1))
    if (request.method !== 'GET' || path.startsWith('/api/')) {
      throw new HttpProblem(
        404,
        'not-found',
        'There is nothing at this address. See /api/openapi.json for what there is.',
      )
    }
    return sendPage(reply, 404, 'There is no such page', '<p><a href="/">Go to the start page</a>.</p>')
  })
}
