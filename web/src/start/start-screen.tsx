import './start.css'
import { type AnswerOf, viewCity } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../api.ts'
import { useCity } from '../clock.ts'
import { signInPath, useMe } from '../me.ts'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { startWords as words } from '../words/words.ts'
import { firstPathOf } from './chair-work.ts'
import { Chairs } from './chairs.tsx'
import { CustodyLine, useInCustody } from './custody-line.tsx'
import { Filling } from './filling.tsx'
import { LogLine } from './log-line.tsx'

type City = AnswerOf<typeof viewCity>

const titleOf = (city: City, count: number | undefined): string => {
  if (count === 0) return words.titleEmpty
  return count === undefined && !city.rehearsal ? words.production.title(city.city) : words.title(count)
}

/** Look, sign in, or go on: one of them is the page's act. */
const Act = ({ city }: { city: City }) => {
  const { account } = useMe()
  if (account)
    return (
      <Link to={firstPathOf(account.role)} className="usa-button">
        {words.goOn}
      </Link>
    )
  if (!city.rehearsal)
    return (
      <>
        <a href={signInPath('/board')} className="usa-button">
          {words.production.signIn}
        </a>
        <span className="start-quiet">{words.production.note}</span>
      </>
    )
  return (
    <>
      <Link to="/board" className="usa-button">
        {words.look}
      </Link>
      <span className="start-quiet">{words.lookNote}</span>
    </>
  )
}

const Start = ({ city }: { city: City }) => {
  const rows = useInCustody()
  return (
    <Page title={titleOf(city, rows?.length)} tab={words.pageTitle}>
      <div className="start-page">
        <p className="start-lead">{words.lead}</p>
        {rows && rows.length > 0 && <CustodyLine rows={rows} />}
        <div className="start-act">
          <Act city={city} />
        </div>
        {city.filling && <Filling {...city.filling} />}
        {city.rehearsal && <Chairs chairs={city.chairs} />}
        <LogLine log={city.log} />
      </div>
    </Page>
  )
}

/** The first page: how many are in custody, what this is, and where to sit. */
export const StartScreen = () => {
  const { city, problem } = useCity()
  useCall(viewCity, { every: 3_000 })
  if (city) return <Start city={city} />
  return <Page title={words.pageTitle}>{problem ? <Problem problem={problem} /> : <Loading />}</Page>
}
