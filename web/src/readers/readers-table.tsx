import { useState } from 'react'
import { consoleWords } from '../words/partner.ts'
import { readersWords as words } from '../words/readers.ts'
import { type Eyes, narrowRows, type RowName, rows } from './eyes.ts'

const isNarrow = (row: RowName): row is (typeof narrowRows)[number] => narrowRows.some(each => each === row)
const labelOf = (row: RowName): string => (isNarrow(row) ? words.narrow[row] : consoleWords.answer.classes[row])

const Head = ({ eyes }: { eyes: Eyes }) => (
  <>
    {eyes.name}
    {eyes.notes.map(note => (
      <span key={note} className="readers-note">
        {note}
      </span>
    ))}
  </>
)

const Cell = ({ lines }: { lines: readonly string[] | undefined }) =>
  lines?.map(line => (
    <span key={line} className="readers-line">
      {line}
    </span>
  ))

/** On a phone one pair of eyes at a time. */
const Choose = ({ all, shown, onChange }: { all: readonly Eyes[]; shown: string; onChange: (id: string) => void }) => (
  <label className="pars-inline-label readers-choose">
    {words.eyes}
    <select className="usa-select pars-select--row" value={shown} onChange={event => onChange(event.target.value)}>
      {all.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

/** Same rows, narrow columns: a cell is there or the row is not. */
export const ReadersTable = ({ eyes: all }: { eyes: readonly Eyes[] }) => {
  const [chosen, setChosen] = useState(all.at(-1)?.id ?? '')
  const shown = all.some(({ id }) => id === chosen) ? chosen : (all[0]?.id ?? '')
  const classOf = (id: string) => (id === shown ? 'readers-cell readers-cell--shown' : 'readers-cell')
  return (
    <>
      <Choose all={all} shown={shown} onChange={setChosen} />
      <div className="readers-box">
        <table className="readers-table">
          <caption className="usa-sr-only">{words.pageTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {all.map(eyes => (
                <th scope="col" key={eyes.id} className={classOf(eyes.id)}>
                  <Head eyes={eyes} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row} className={isNarrow(row) ? 'readers-narrow' : undefined}>
                <th scope="row">
                  {labelOf(row)}
                  {isNarrow(row) && <span className="readers-note">{words.never}</span>}
                </th>
                {all.map(({ id, nothing, sees }) => {
                  if (!nothing)
                    return (
                      <td key={id} className={classOf(id)}>
                        <Cell lines={sees.get(row)} />
                      </td>
                    )
                  return index === 0 ? (
                    <td key={id} rowSpan={rows.length} className={`${classOf(id)} readers-nothing`}>
                      {nothing.sentence}
                      {nothing.why && <span className="readers-note">{nothing.why}</span>}
                    </td>
                  ) : null
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
