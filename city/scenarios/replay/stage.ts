import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  advanceClock,
  type Client,
  createClient,
  createSignedClient,
  type SignedClient,
  viewEntry,
} from '@pars/contract'
import { momentAt } from '../../src/time/city-time.ts'
import type { Count, PartnerCode, Seat, Story, StoryPartner, TermsData, TermsFor, TermsName } from '../story.ts'
import type { Place, TurningPoint } from './turning-point.ts'

/** What a run of the story needs from outside. */
export interface StoryOptions {
  readonly baseUrl: string
  /** A bearer token of a demo account. */
  readonly tokenOf: (subject: string) => Promise<string>
  readonly story: Story
  readonly terms: Readonly<Record<TermsName, (terms: TermsFor) => TermsData>>
  /** When an entry was made, by the public log. */
  readonly placeOf: (number: number) => Promise<Place>
  /** Reads the public log, as anybody can: the newest entry of a kind about an agreement. */
  readonly findEntry: (kind: string, agreement: string) => Promise<Place | undefined>
  /** Counts in the public log between two entries, once it is published through the later one. */
  readonly count: (count: Count, between: { after: number; through: number }) => Promise<number>
  readonly tell: (point: TurningPoint) => void
}

export interface KeyFile {
  readonly keyId: string
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Buffer
}

export const newKeyFile = (): KeyFile => {
  const pair = generateKeyPairSync('ed25519')
  const bytes = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    publicKey: bytes.toString('base64'),
    sign: message => sign(null, message, pair.privateKey),
  }
}
export const signText = (key: KeyFile, text: string): string => key.sign(Buffer.from(text, 'utf8')).toString('base64')

/** A partner that is registered. */
export interface Registered {
  readonly about: StoryPartner
  readonly partnerId: string
  readonly unitId: string
  readonly officerId: string
  readonly key: KeyFile
  readonly client: SignedClient
  agreementId: string | undefined
  /** Nothing is asked under terms that never began. */
  hasBegun: boolean
  /** The newest version on file. */
  version: number
}

/** What the story holds in hand while it is told. */
export interface Stage {
  readonly options: StoryOptions
  readonly seatKeys: Map<Seat, KeyFile>
  readonly partners: Map<PartnerCode, Registered>
  /** Resolutions and notices, by the name of the moment that made them. */
  readonly made: Map<string, string>
  /** Where the entries of moments stand. */
  readonly places: Map<string, number>
  as(subject: string): Promise<Client>
  partner(code: PartnerCode): Registered
  /** Moves the rehearsal's clock to a moment; it runs on from there as clocks do. */
  clockTo(moment: number): Promise<string>
  numberOf(entryId: string): Promise<number>
  idOf(name: string): string
  /** The newest question: what is counted in the log waits until it is numbered. */
  lastAsked: string | undefined
  /** The number of the newest question; 0 before the first. */
  settle(): Promise<number>
}

/** `2018-07-12T10:00` on the city's clock; seconds may follow. */
export const momentOf = (at: string): number => {
  const [date = '', time = '00:00'] = at.split('T')
  const [hour, minute, second = 0] = time.split(':').map(Number)
  return momentAt(date, hour ?? 0, minute ?? 0) + second * 1000
}

const patience = 8000

/** Looks until there is something; agreements are carried out within a second. Throws what did not come. */
export const eventually = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const end = performance.now() + patience
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > end) throw new Error(`${what} did not come`)
    await sleep(40)
  }
}

export const setStage = (options: StoryOptions): Stage => {
  const clients = new Map<string, Promise<Client>>()
  const { baseUrl, tokenOf } = options
  const visitor = createClient({ baseUrl })
  const stage: Stage = {
    options,
    seatKeys: new Map(),
    partners: new Map(),
    made: new Map(),
    places: new Map(),
    as(subject) {
      const client = clients.get(subject) ?? tokenOf(subject).then(token => createClient({ baseUrl, token }))
      clients.set(subject, client)
      return client
    },
    partner(code) {
      const found = stage.partners.get(code)
      if (!found) throw new Error(`${code} is not registered`)
      return found
    },
    async clockTo(moment) {
      const driver = await stage.as('city-driver')
      const body = { rate: 1, horizon: null, startAt: new Date(moment).toISOString(), filling: null }
      return (await driver.call(advanceClock, { body })).now
    },
    numberOf: entryId =>
      eventually('the number of an entry', async () => {
        const { number } = await visitor.call(viewEntry, { params: { entryId } })
        return number ?? undefined
      }),
    lastAsked: undefined,
    settle: async () => (stage.lastAsked === undefined ? 0 : stage.numberOf(stage.lastAsked)),
    idOf(name) {
      const id = stage.made.get(name)
      if (id === undefined) throw new Error(`nothing was made by ${name}`)
      return id
    },
  }
  return stage
}

export const signedClient = (baseUrl: string, key: KeyFile): SignedClient =>
  createSignedClient({ baseUrl, keyId: key.keyId, sign: bytes => key.sign(bytes) })
