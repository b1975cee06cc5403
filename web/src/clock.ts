import { viewCity } from '@pars/contract'
import { useEffect, useSyncExternalStore } from 'react'
import { callOnce, useCall } from './api.ts'

/** What time it was in the city at a moment of this browser's own monotonic clock, and how fast time runs there. */
let base = { city: Date.now(), here: performance.now(), rate: 1 }
/** The city's time when it was last looked at. Components read this: a time that differs at each reading would draw them for ever. */
let seen = base.city
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** The city's time now, in milliseconds. It runs on between two answers of the server. */
export const cityNow = (): number => base.city + (performance.now() - base.here) * base.rate

const look = (): void => {
  seen = cityNow()
  for (const listener of listeners) listener()
}

/** Sets the clock by an instant that the server has just sent. */
export const setCityClock = (now: string, rate: number = base.rate): void => {
  const city = Date.parse(now)
  if (Number.isNaN(city)) return
  base = { city, here: performance.now(), rate }
  look()
}

/** The city's time as the server has it at this moment; the clock here when it can't be asked. For times that go on record. */
export const readCityNow = async (): Promise<string> => {
  try {
    const { now, clock } = await callOnce(viewCity)
    setCityClock(now, clock.rate)
    return now
  } catch {
    return new Date(cityNow()).toISOString()
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  if (!timer) seen = cityNow()
  timer ??= setInterval(look, 500)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The city's time, rounded down to a step, so that a component is drawn again only when what it shows changes. */
export const useCityNow = (stepMs: number): number =>
  useSyncExternalStore(subscribe, () => Math.floor(seen / stepMs) * stepMs)

export const useCityMinute = (): number => useCityNow(60_000)

/** The city: name, rehearsal, chairs, log. Setting the clock is a side effect of asking. */
export const useCity = () => {
  const { data, problem } = useCall(viewCity, { every: base.rate === 1 ? 30_000 : 5_000 })
  useEffect(() => {
    if (data) setCityClock(data.now, data.clock.rate)
  }, [data])
  return { city: data, problem }
}
