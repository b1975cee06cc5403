import { cityParts, formatPlainDate } from '../../src/format.ts'

/** A moment some hours away, as somebody types it in the city: `11/22/2026` and `23:30`. */
export const typedNow = (hoursAway: number): { date: string; time: string } => {
  const { date, clock } = cityParts(new Date(Date.now() + hoursAway * 3_600_000).toISOString())
  return { date: formatPlainDate(date), time: clock }
}
