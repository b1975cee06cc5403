import { advanceClock, type Client } from '@pars/contract'
import { instantText, minutes } from '../time/city-time.ts'
import { persist } from './persist.ts'

/** What every screen shows while the city fills: days. */
export interface Filling {
  readonly done: number
  readonly of: number
}

export interface CityClockOptions {
  readonly client: Client
  readonly signal: AbortSignal
  readonly filling: (now: number) => Filling | null
  /** Called once, when the clock has met the present. */
  readonly onPresent: () => void
}

/** No act is done so much later than its plan says, however slow the server is. */
const leash = 30 * minutes
const stride = 8 * minutes
const paces = { creeping: 20, slowest: 600, first: 8000, fastest: 100_000 }

/**
 * The rehearsal's clock, moved from here. While the city fills, it runs fast but never far past the earliest act that is not done;
 * at the present it is the wall's. All moments are milliseconds since 1970.
 */
export class CityClock {
  readonly #options: CityClockOptions
  #shown = { at: 0, here: 0, pace: 0, roundTrip: 0 }
  #pace = paces.first
  #horizon = 0
  #isMoving = false
  #meetsPresent = false

  constructor(options: CityClockOptions) {
    this.#options = options
  }

  get meetsPresent(): boolean {
    return this.#meetsPresent
  }

  /** The database's clock shows this or a little more. */
  now(): number {
    if (this.#meetsPresent) return Date.now()
    const { at, here, pace } = this.#shown
    return Math.min(this.#horizon, at + (performance.now() - here) * pace)
  }

  /** No act that is answered by now was judged at a later time. */
  latest(): number {
    const { pace, roundTrip } = this.#shown
    return this.#meetsPresent ? Date.now() : Math.min(this.#horizon, this.now() + roundTrip * pace)
  }

  /** How long to wait here until the clock shows a moment; infinity while it may not run so far. */
  millisecondsUntil(moment: number): number {
    if (this.#meetsPresent) return moment - Date.now()
    return moment > this.#horizon ? Number.POSITIVE_INFINITY : (moment - this.now()) / this.#shown.pace
  }

  /** Lets the clock stand at a moment, or where the journal stands if that is later. Answers where it stands. */
  async standAt(moment: number): Promise<number> {
    const now = await this.#post({ rate: 0, horizon: null, startAt: instantText(moment) }, null)
    this.#horizon = now
    this.#shown = { at: now, here: performance.now(), pace: 0, roundTrip: 0 }
    return now
  }

  /**
   * Lets the clock run on, given the earliest act that is not done, a moment to stop at, and whether hands are free for more.
   * Undefined when there is nothing to move; only one move is on its way at a time.
   */
  follow(earliest: number, last: number, handsFree: boolean): Promise<void> | undefined {
    if (this.#meetsPresent || this.#isMoving) return undefined
    const wanted = Math.min(earliest + leash, last)
    if (wanted >= Date.now()) return this.#moving(this.meetPresent())
    const isHeld = this.now() >= this.#horizon
    const creep = Math.min(this.now() + minutes, last)
    // Acts that are far behind come one after the other, never at one and the same instant.
    if (earliest + leash < this.now())
      return isHeld && creep > this.#horizon ? this.#moving(this.#runTo(creep, paces.creeping)) : undefined
    const isDue = wanted - this.#horizon >= stride || (isHeld && wanted > this.#horizon)
    if (!isDue) return undefined
    if (isHeld) this.#pace = Math.max(paces.slowest, this.#pace * 0.85)
    else if (handsFree) this.#pace = Math.min(paces.fastest, this.#pace * 1.15)
    return this.#moving(this.#runTo(wanted, this.#pace))
  }

  async meetPresent(): Promise<void> {
    await this.#post({ rate: paces.fastest, horizon: null, startAt: null }, null)
    this.#meetsPresent = true
    this.#options.onPresent()
  }

  async #runTo(horizon: number, pace: number): Promise<void> {
    const filling = this.#options.filling(this.now())
    const asked = performance.now()
    const now = await this.#post({ rate: pace, horizon: instantText(horizon), startAt: null }, filling)
    const here = performance.now()
    this.#shown = { at: now, here, pace, roundTrip: here - asked }
    this.#horizon = horizon
  }

  async #moving(move: Promise<void>): Promise<void> {
    this.#isMoving = true
    await move
    this.#isMoving = false
  }

  async #post(
    body: { rate: number; horizon: string | null; startAt: string | null },
    filling: Filling | null,
  ): Promise<number> {
    const { client, signal } = this.#options
    const answer = await persist(() => client.call(advanceClock, { body: { ...body, filling }, signal }), signal)
    return Date.parse(answer.now)
  }
}
