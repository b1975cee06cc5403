import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandProblem } from '../command.ts'
import type { OpenedCosigner } from './open-cosigner.ts'

const longestBody = 131_072

const readBody = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    length += (part as Buffer).length
    if (length > longestBody) return undefined
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

const send = (response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}

/** C2SP tlog-witness: add-checkpoint for the log, the newest checkpoint for whoever watches it. */
const handle = async (opened: OpenedCosigner, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (request.method === 'POST' && request.url === '/add-checkpoint') {
    const body = await readBody(request)
    if (!body) return send(response, 400, 'the request is too long\n')
    const answer = await opened.cosigner.addCheckpoint(body)
    return send(response, answer.status, answer.body, answer.type)
  }
  const note = opened.cosigner.newest()
  if (request.method === 'GET' && request.url === `/${opened.originHash}/checkpoint` && note !== null)
    return send(response, 200, note)
  return send(response, 404, 'there is nothing here\n')
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

export interface ServedCosigner {
  readonly url: string
  stop(): Promise<void>
}

/** Listens on loopback, on the port of the last start where that is free: a proxy with TLS stands before it where others must reach it. */
export const serveCosigner = async (
  opened: OpenedCosigner,
  { port, say }: { port: number | undefined; say: (line: string) => void },
): Promise<ServedCosigner> => {
  const server = createServer((request, response) => {
    handle(opened, request, response).catch((error: Error) => {
      say(`fault: ${error.message}`)
      if (response.headersSent) response.destroy()
      else send(response, 500, 'fault\n')
    })
  })
  const taken = await listen(server, port ?? opened.port).catch((error: NodeJS.ErrnoException) => {
    if (port === undefined && error.code === 'EADDRINUSE') return listen(server, 0)
    throw new CommandProblem(`Port ${port ?? opened.port} cannot be had (${error.code}): choose another with --port.`)
  })
  opened.keepPort(taken)
  return {
    url: `http://127.0.0.1:${taken}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
