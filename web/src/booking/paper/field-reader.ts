import {
  type PlainDate,
  parseDcNumber,
  parseOtn,
  parsePlainDate,
  parsePoliceNumber,
  parseSsn,
  parseStatute,
} from '@pars/domain'
import type { FieldError } from '../../api.ts'
import { readCityInstant } from '../../form/city-instant.ts'
import { typedDate } from '../../ui/date-input.tsx'
import { bookingWords } from '../../words/booking.ts'

const { errors } = bookingWords

const shapes = {
  ssn: parseSsn,
  policeNumber: parsePoliceNumber,
  otn: (text: string) => parseOtn(text.toUpperCase()),
  statute: parseStatute,
  dcNumber: (text: string, today: PlainDate) => parseDcNumber(text, today),
} satisfies Record<string, (text: string, today: PlainDate) => string | undefined>

export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed)

/** Reads typed fields and remembers the first error of each; what can't be read becomes empty text, which no report is made from. */
export class FieldReader {
  readonly errors: FieldError[] = []
  readonly #today: PlainDate
  constructor(today: string) {
    this.#today = today as PlainDate
  }
  fail(pointer: string, message: string): '' {
    if (!this.errors.some(error => error.pointer === pointer)) this.errors.push({ pointer, message })
    return ''
  }
  text(pointer: string, typed: string, missing: string): string {
    return typed.trim() === '' ? this.fail(pointer, missing) : typed.trim()
  }
  /** Empty text when nothing is typed and nothing is missed. */
  date(pointer: string, typed: string, missing?: string): string {
    if (typed.trim() === '') return missing ? this.fail(pointer, missing) : ''
    return parsePlainDate(typedDate(typed)) ?? this.fail(pointer, errors.notADate)
  }
  /** Date and time of the city's clock as one moment; the time's field lies under the pointer's `/time`. */
  moment(
    pointer: string,
    date: string,
    time: string,
    noDate: string = errors.notADate,
    noTime: string = errors.notATime,
  ): string {
    const timePointer = `${pointer}/time`
    const read = readCityInstant(date, time)
    if (date.trim() === '') this.fail(pointer, noDate)
    if (time.trim() === '') this.fail(timePointer, noTime)
    if (read.kind === 'instant') return read.instant
    if (read.kind === 'not-a-date') {
      // The time is judged on any winter day, so that both fields are mended in one go.
      if (readCityInstant('2026-01-15', time).kind === 'not-a-time') this.fail(timePointer, errors.notATime)
      return this.fail(pointer, errors.notADate)
    }
    return this.fail(timePointer, read.kind === 'not-a-time' ? errors.notATime : errors.clock[read.kind])
  }
  /** An identifier in its stored form; null when nothing is typed. */
  shape(pointer: string, typed: string, kind: keyof typeof shapes): string | null {
    if (typed.trim() === '') return null
    const stored = shapes[kind](typed, this.#today)
    if (stored === undefined) this.fail(pointer, kind === 'statute' ? errors.statuteShape : errors[kind])
    return stored ?? ''
  }
}
