import {
  certifyOfficer,
  registerPartner,
  registerPartnerKey,
  registerSeatKey,
  registerUnit,
  viewKeyStatement,
} from '@pars/contract'
import { days } from '../../src/time/city-time.ts'
import type { PartnerCode, Seat } from '../story.ts'
import { newKeyFile, type Stage, signedClient, signText } from './stage.ts'

export const seats: readonly Seat[] = ['police', 'prosecutor', 'court']
export const representativeOf = (seat: Seat): string => `${seat}-representative`

/** The first key of each seat. Answers the last entry. */
export const holdGenesis = async (stage: Stage): Promise<string> => {
  let entryId = ''
  for (const seat of seats) {
    const client = await stage.as(representativeOf(seat))
    const holder = `Representative of the ${seat} seat`
    const key = newKeyFile()
    const { statement } = await client.call(viewKeyStatement, { query: { holder } })
    const given = { kind: 'key-file' as const, publicKey: key.publicKey, signature: signText(key, statement) }
    const { receipt } = await client.call(registerSeatKey, { body: { holder, key: given } })
    stage.seatKeys.set(seat, key)
    entryId = receipt.entryId
  }
  return entryId
}

/** An agency, its unit with who decided its status, the unit's key and one officer. Answers the unit's entry. */
export const register = async (stage: Stage, code: PartnerCode, now: number): Promise<string> => {
  const about = stage.options.story.partners.find(each => each.code === code)
  if (!about) throw new Error(`the story has no ${code}`)
  const solicitor = await stage.as('city-solicitor')
  const { partnerId } = await solicitor.call(registerPartner, { body: { code, name: about.name, ori: about.ori } })
  const { unitId, receipt } = await solicitor.call(registerUnit, {
    params: { partnerId },
    body: { ...about.unit, decidedBy: about.decidedBy, citation: about.citation },
  })
  const key = newKeyFile()
  await solicitor.call(registerPartnerKey, { params: { unitId }, body: { publicKey: key.publicKey } })
  const { officerId } = await solicitor.call(certifyOfficer, {
    params: { unitId },
    body: {
      issuer: 'https://identity.example',
      subject: `${code}-1`,
      displayName: about.officer,
      coordinator: true,
      certifiedUntil: new Date(now + 399 * days).toISOString(),
    },
  })
  const client = signedClient(stage.options.baseUrl, key)
  stage.partners.set(code, {
    about,
    partnerId,
    unitId,
    officerId,
    key,
    client,
    agreementId: undefined,
    hasBegun: false,
    version: 0,
  })
  return receipt.entryId
}
