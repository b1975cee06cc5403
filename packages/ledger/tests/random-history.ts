import {
  buildLeaf,
  type ConductFields,
  type ConductKind,
  conductKinds,
  type LeafEntry,
  recordSeats,
  recordSlots,
  type Slot,
  toHex,
  utf8,
} from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'

/** Numbers that look random and are the same for the same seed. */
export type Dice = { readonly below: (limit: number) => number; readonly bytes: () => Uint8Array }

export function dice(seed: number): Dice {
  let drawn = 0
  const bytes = () => sha256(utf8(`history ${seed} ${drawn++}`))
  const below = (limit: number) => new DataView(bytes().buffer as ArrayBuffer).getUint32(0) % limit
  return { below, bytes }
}

const begins = Date.parse('2018-01-01T05:00:00.000Z')
const day = 86_400_000

type History = { readonly roll: Dice; readonly leaves: Uint8Array[]; now: number }
type Agreement = {
  readonly code: string
  readonly version: number
  readonly termsHash: string
  state: 'drafted' | 'in-force' | 'stopped' | 'ended'
  ballots: { entry: number; seat: string }[]
  acceptance: number | null
  endsAt: number
}

const at = (instant: number) => new Date(instant).toISOString()

function slotsOf(roll: Dice, names: readonly string[]): { [name: string]: Slot } {
  return Object.fromEntries(
    names.map(name => {
      const salt = roll.bytes()
      return [name, roll.below(3) === 0 ? { salt, absent: true } : { salt, content: utf8(`"${toHex(roll.bytes())}"`) }]
    }),
  )
}

function addConduct<K extends ConductKind>(history: History, kind: K, fields: ConductFields<K>): number {
  const { roll } = history
  const slots = slotsOf(roll, conductKinds[kind].slots)
  const entry = { class: 'conduct', kind, at: at(history.now), fields, slots, nonce: roll.bytes() }
  history.leaves.push(buildLeaf(sha256, entry as unknown as LeafEntry).bytes)
  return history.leaves.length
}

function addRecord(history: History): void {
  const { roll } = history
  const slots = slotsOf(roll, recordSlots)
  const seat = recordSeats[roll.below(recordSeats.length)] ?? 'police'
  const entry = { class: 'record', seat, batchAt: at(history.now), slots, nonce: roll.bytes() }
  history.leaves.push(buildLeaf(sha256, entry as unknown as LeafEntry).bytes)
}

const seats = ['court', 'police', 'prosecutor'] as const

/** The next lawful act about an agreement, whatever it is: a vote, an acceptance, what they carry, a question while it stands. */
function moveOn(history: History, agreement: Agreement): void {
  const { roll } = history
  const own = { agreement: agreement.code, agreementVersion: agreement.version }
  if (agreement.state === 'drafted') {
    vote(history, agreement)
    return
  }
  if (history.now >= agreement.endsAt && agreement.state !== 'ended') {
    agreement.state = 'ended'
    addConduct(history, 'agreement.ended', { ...own, cause: 'end-date', ballots: [] })
    return
  }
  const asked = {
    ...own,
    unit: `unit-${roll.below(3)}`,
    authentication: 'signed',
    question: 'by-identifier',
    filters: ['otn'],
    purpose: 'criminal-investigation',
  } as const
  if (agreement.state === 'in-force' && roll.below(4) > 0) {
    const rows = roll.below(3)
    addConduct(history, 'inquiry.answered', { ...asked, classes: rows > 0 ? ['arrest'] : [], rows })
  } else if (agreement.state === 'ended') addConduct(history, 'inquiry.refused', { ...asked, term: 'agreement-ended' })
  else {
    const isStopped = agreement.state === 'stopped'
    const ballots = agreement.ballots.slice(0, 2).map(ballot => ballot.entry)
    agreement.state = isStopped ? 'in-force' : 'stopped'
    addConduct(history, isStopped ? 'agreement.resumed' : 'agreement.suspended', {
      ...own,
      cause: 'resolution',
      ballots,
    })
  }
}

function vote(history: History, agreement: Agreement): void {
  const { code, version, termsHash, ballots } = agreement
  const own = { agreement: code, agreementVersion: version, termsHash }
  const seat = seats.find(each => !ballots.some(ballot => ballot.seat === each))
  const hash = toHex(history.roll.bytes())
  if (ballots.length < 2 && seat) {
    const fields = {
      ...own,
      resolution: `${code}-r1`,
      action: 'adopt',
      seat,
      choice: 'for',
      statementHash: hash,
    } as const
    ballots.push({ entry: addConduct(history, 'ballot.cast', fields), seat })
  } else if (agreement.acceptance === null)
    agreement.acceptance = addConduct(history, 'agreement.accepted', { ...own, statementHash: hash })
  else {
    agreement.endsAt = history.now + day * (1 + history.roll.below(20))
    agreement.state = 'in-force'
    addConduct(history, 'agreement.activated', {
      ...own,
      wallsHash: hash,
      ballots: ballots.map(ballot => ballot.entry).sort((one, two) => one - two),
      acceptance: agreement.acceptance,
      startsAt: at(history.now),
      endsAt: at(agreement.endsAt),
    })
  }
}

/** A lawful history of up to `most` entries: acts on the record, agreements from first vote to end, questions while they stand. */
export function randomHistory(seed: number, most: number): Uint8Array[] {
  const roll = dice(seed)
  const history: History = { roll, leaves: [], now: begins }
  const rehearsal = roll.below(2) === 0
  addConduct(history, 'journal.created', { origin: 'pars.example/rehearsal/sample', rehearsal, vkey: 'made-up' })
  const agreements: Agreement[] = Array.from({ length: 1 + roll.below(2) }, (_, n) => ({
    code: `agreement-${n}`,
    version: 1 + roll.below(3),
    termsHash: toHex(roll.bytes()),
    state: 'drafted',
    ballots: [],
    acceptance: null,
    endsAt: 0,
  }))
  const size = 2 + roll.below(most)
  while (history.leaves.length < size) {
    history.now += roll.below(day)
    const agreement = agreements[roll.below(agreements.length * 2)]
    if (agreement) moveOn(history, agreement)
    else addRecord(history)
  }
  return history.leaves
}
