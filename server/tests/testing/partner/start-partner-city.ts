import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { startTestServer, type TestServer, type TestServerOptions } from '../start-test-server.ts'
import { connectAdmin, type MadeUpPartner, madeUpPartner, type Place, type TermsOf } from './made-up-partner.ts'
import { type PartnerDoorProcess, startPartnerDoorProcess } from './partner-door-process.ts'

export interface PartnerCity {
  readonly server: TestServer
  readonly process: PartnerDoorProcess
  readonly admin: Client
  readonly place: Place
  /** A partner under such terms; the process knows it when this resolves. */
  partner(termsOf: TermsOf, dates?: { startsOn: string; endsOn: string }): Promise<MadeUpPartner>
  stop(): Promise<void>
}

/** Server, partner door in its own process, and a connection as superuser. Call `stop` in `afterAll`. */
export const startPartnerCity = async (options: TestServerOptions = {}): Promise<PartnerCity> => {
  const server = await startTestServer({ ...options, partnerDoor: true })
  const { partnerLines } = server
  if (!partnerLines) throw new Error('a server without a partner door')
  const process = await startPartnerDoorProcess(partnerLines, join(server.folder, 'partner-door.key'))
  const admin = await connectAdmin(server.database.admin)
  const place: Place = {
    admin,
    address: server.database.admin,
    partnerDoorKey: server.runtime.keys.partnerDoor,
    baseUrl: server.baseUrl,
  }
  return {
    server,
    process,
    admin,
    place,
    async partner(termsOf, dates) {
      const partner = await madeUpPartner(place, termsOf, dates)
      while (!(await process.list()).partners.includes(partner.role)) await wait(50)
      return partner
    },
    async stop() {
      await process.stop()
      await admin.end()
      await server.stop()
    },
  }
}
