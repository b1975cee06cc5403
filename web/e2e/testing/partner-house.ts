import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { certifyOfficer, registerPartner, registerPartnerKey, registerUnit } from '@pars/contract'
import { instantOf } from '@pars/domain'
import { localIssuer } from '../../../server/src/system/local-issuer.ts'
import { cityNow, newKeyFile, type TestPartner } from '../../../server/tests/testing/agreement-way.ts'
import type { TestServer } from '../../../server/tests/testing/start-test-server.ts'

export interface PartnerHouse extends TestPartner {
  /** Its coordinator, as the local provider knows it. */
  readonly officer: string
  /** Where its key lies as a file. */
  readonly keyFile: string
}

/** An outside agency whose coordinator signs in at the local provider, with the key of its unit in a file. */
export const registerHouse = async (server: TestServer, name: string): Promise<PartnerHouse> => {
  const solicitor = await server.as('city-solicitor')
  const code = `p-${randomUUID().slice(0, 8)}`
  const { partnerId } = await solicitor.call(registerPartner, { body: { code, name, ori: null } })
  const unit = `${code}-u`
  const { unitId } = await solicitor.call(registerUnit, {
    params: { partnerId },
    body: {
      code: unit,
      name: 'Removal Unit',
      function: 'Removal',
      criminalJustice: false,
      decidedBy: 'City Solicitor',
      citation: '18 Pa.C.S. § 9102',
    },
  })
  const key = newKeyFile()
  await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey: key.publicKey } })
  const officer = `${code}-officer`
  const certifiedUntil = instantOf(Date.parse(await cityNow(server)) + 300 * 86_400_000)
  const { officerId } = await solicitor.call(certifyOfficer, {
    params: { unitId },
    body: { issuer: localIssuer, subject: officer, displayName: 'Q. Larch', coordinator: true, certifiedUntil },
  })
  const keyFile = join(server.folder, `${code}.pem`)
  writeFileSync(keyFile, key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  return { partnerId, name, unit, unitId, officerId, key, officer, keyFile }
}
