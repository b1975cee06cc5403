import type { PartnerRow } from '@pars/contract'
import { consoleWords } from '../../words/partner.ts'
import { classesOfRow, nameOfRow } from './facts-of-row.ts'

const words = consoleWords.answer

/** One record of an answer: the classes that were given, and no trace of the others. */
export const RecordCard = ({ row }: { row: PartnerRow }) => (
  <article className="console-record">
    <h3>{nameOfRow(row) ?? words.record}</h3>
    {row.match === 'possible' && <p className="console-possible">▲ {words.possible}</p>}
    <div className="console-record__classes">
      {classesOfRow(row).map(({ class: name, facts }) => (
        <section key={name}>
          <h4>{words.classes[name]}</h4>
          <dl>
            {facts.map(({ label, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one paper, which never change their order.
              <div key={index}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </article>
)
