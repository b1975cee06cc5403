import './machine.css'
import { viewEffective } from '@pars/contract'
import { numberOfSection, sectionNames, sectionOf, sections, type Terms } from '@pars/terms'
import { useCall } from '../../api.ts'
import { formatNumber, formatSecond } from '../../format.ts'
import { ColumnHeads, Loading, Mark, Problem } from '../../ui/ui.ts'
import { machineWords as words } from '../../words/machine.ts'
import { StandingMark } from '../terms/terms-list.tsx'
import { beyondTerms, type Effective, type Matched, matchTerms } from './match-terms.ts'

const useWords = (use: Matched['use'], days: number): string => {
  if (use === null) return ''
  return use === 'none' ? words.noUses(days) : words.uses(formatNumber(use.count), formatSecond(use.lastAt))
}

const Line = ({ matched, days }: { matched: Matched; days: number }) => (
  <tr className={matched.agrees === false ? 'machine-differs' : undefined}>
    <th scope="row">
      {matched.sentence.text} <StandingMark standing={matched.sentence.standing} />
    </th>
    <td data-label={words.columns.machine} className={matched.agrees === null ? 'agreements-quiet' : undefined}>
      {matched.agrees === true && <span aria-hidden="true">✓ </span>}
      {matched.agrees === false && (
        <>
          <Mark tone="alarm" words={words.differsMark} />{' '}
        </>
      )}
      {matched.machine}
    </td>
    <td data-label={words.columns.uses} className="machine-uses">
      {useWords(matched.use, days)}
    </td>
  </tr>
)

const Verdict = ({ matches }: { matches: readonly Matched[] }) => {
  const differing = matches.filter(({ agrees }) => agrees === false).length
  const held = matches.filter(({ agrees }) => agrees !== null).length
  return differing > 0 ? (
    <p>
      <Mark tone="alarm" words={words.differs(differing)} />
    </p>
  ) : (
    <p>
      <strong>✓ {words.agrees(held)}</strong>
    </p>
  )
}

const Names = ({ label, names }: { label: string; names: readonly string[] }) => (
  <div>
    <dt>{label}</dt>
    <dd>{names.length === 0 ? words.roles.none : <code>{names.join(', ')}</code>}</dd>
  </div>
)

/** What the two roles can do, whatever clause it belongs to. */
const Roles = ({ terms, effective }: { terms: Terms; effective: Effective }) => {
  const beyond = beyondTerms(terms, effective)
  const extra = [...beyond.tables, ...beyond.columns]
  return (
    <section className="machine-roles" aria-labelledby="machine-roles">
      <h3 id="machine-roles">{words.roles.title}</h3>
      {extra.length > 0 && (
        <p>
          <Mark tone="alarm" words={words.roles.extra} /> <code>{extra.join(', ')}</code>
        </p>
      )}
      <p>{beyond.hasGate ? words.roles.gate : <Mark tone="alarm" words={words.roles.noGate} />}</p>
      <dl>
        <Names label={words.roles.door(effective.door)} names={effective.questions} />
        <Names label={words.roles.mayRead} names={effective.readableByDoor} />
        <Names label={words.roles.mayCall} names={effective.otherFunctions} />
        <Names label={words.roles.columns} names={effective.columns} />
      </dl>
    </section>
  )
}

const Refusals = ({ effective }: { effective: Effective }) => {
  const refusals = effective.uses.filter(({ kind }) => kind === 'refusal')
  return (
    <section aria-labelledby="machine-refusals">
      <h3 id="machine-refusals">{words.refusals.title(effective.usesDays)}</h3>
      {refusals.length === 0 && <p className="agreements-quiet">{words.refusals.none}</p>}
      <ul>
        {refusals.map(({ name, count, lastAt }) => (
          <li key={name}>{words.refusals.line(name, formatNumber(count), formatSecond(lastAt))}</li>
        ))}
      </ul>
    </section>
  )
}

const Matches = ({ terms, effective }: { terms: Terms; effective: Effective }) => {
  const matches = matchTerms(terms, effective)
  if (!matches) return <p>{words.notInPlace}</p>
  return (
    <>
      <Verdict matches={matches} />
      <table className="machine-table">
        <caption className="usa-sr-only">{words.title(terms.version)}</caption>
        <ColumnHeads of={words.columns} />
        {sections.map(section => (
          <tbody key={section}>
            <tr className="machine-section">
              <th scope="rowgroup" colSpan={3}>
                {numberOfSection(section)}. {sectionNames[section]}
              </th>
            </tr>
            {matches
              .filter(({ sentence }) => sectionOf(sentence.pointer) === section)
              .map(matched => (
                <Line
                  key={`${matched.sentence.pointer} ${matched.sentence.text}`}
                  matched={matched}
                  days={effective.usesDays}
                />
              ))}
          </tbody>
        ))}
      </table>
      <Roles terms={terms} effective={effective} />
      <Refusals effective={effective} />
    </>
  )
}

/** Each clause beside the effective permission read back from the catalog, and its last uses. */
export const MachinePart = ({ agreementId, terms }: { agreementId: string; terms: Terms }) => {
  const { data, problem, reload } = useCall(viewEffective, { params: { agreementId, version: terms.version } })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  return (
    <section aria-labelledby="machine-part">
      <h2 className="pars-section__title" id="machine-part">
        {words.title(terms.version)}
      </h2>
      <p className="agreements-quiet">{words.lead}</p>
      {said}
      {data?.version === terms.version ? <Matches terms={terms} effective={data} /> : !said && <Loading />}
    </section>
  )
}
