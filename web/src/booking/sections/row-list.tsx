import type { ReactNode } from 'react'
import { Button } from '../../ui/ui.ts'
import { bookingWords } from '../../words/booking.ts'
import { useBooking } from '../booking-context.tsx'
import type { ListName } from '../paper/booking-form.ts'

interface RowListProps {
  list: ListName
  /** What a row is called: "Officer 2". */
  nameOf: (row: number) => string
  add: string
  /** The first row can't be taken away. */
  keepFirst?: boolean
  children: (index: number) => ReactNode
}

/** Repeated parts of the paper: each row a named group with its own "Remove", then one button that adds a row. */
export const RowList = ({ list, nameOf, add, keepFirst, children }: RowListProps) => {
  const { form, addRow, removeRow } = useBooking()
  return (
    <div className="booking-rows">
      {form[list].map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place on the paper.
        <fieldset className="booking-row" key={index}>
          <legend className="booking-row__name">{nameOf(index)}</legend>
          {children(index)}
          {(index > 0 || !keepFirst) && (
            <div className="booking-row__remove">
              <Button look="quiet" onClick={() => removeRow(list, index)}>
                {bookingWords.remove(nameOf(index))}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <Button look="outline" size="row" onClick={() => addRow(list)}>
        {add}
      </Button>
    </div>
  )
}
