import { createContext, useContext } from 'react'
import type { BookingForm, blankRows, ListName } from './paper/booking-form.ts'

type RowOf<L extends ListName> = ReturnType<(typeof blankRows)[L]>

/** The paper on the desk, and the only ways in which a section changes it. */
export interface Booking {
  form: BookingForm
  /** Last four digits of the SSN that the record holds; the number itself never comes back. */
  ssnLastFour: string | null
  /** An SSN was typed and lost by a reload: it is not kept in the browser. */
  ssnLost: boolean
  set: <K extends keyof BookingForm>(key: K, value: BookingForm[K]) => void
  setRow: <L extends ListName>(list: L, index: number, row: RowOf<L>) => void
  addRow: (list: ListName) => void
  removeRow: (list: ListName, index: number) => void
}

export const BookingContext = createContext<Booking | undefined>(undefined)

export const useBooking = (): Booking => {
  const booking = useContext(BookingContext)
  if (!booking) throw new Error('a section of the booking page stands outside of it')
  return booking
}
