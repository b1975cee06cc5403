import { type ArrestRecord, sendDraft } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { Button, Problem } from '../ui/ui.ts'
import { actWords, recordWords as words } from '../words/words.ts'
import { actOfReader, type Desk, deskOf, docketInWork } from './act-of-reader.ts'
import { nameOf } from './person-of.ts'

/** Sends a report again that charging had sent back. */
const SendAgain = ({ record }: { record: ArrestRecord }) => {
  const act = useAct(sendDraft, answer =>
    showDone({ words: words.sentAgain(nameOf(record.report)), receipt: answer.receipt }),
  )
  return (
    <>
      <Button
        isRunning={act.isRunning}
        onClick={() => act.run({ params: { arrestId: record.arrestId }, version: record.version })}
      >
        {words.sendAgain}
      </Button>
      {act.problem && <Problem problem={act.problem} writing />}
    </>
  )
}

const ToDesk = ({ record, desk, text }: { record: ArrestRecord; desk: Desk; text: string }) => {
  const params = { arrestId: record.arrestId }
  const docket = docketInWork(record)
  if (desk === 'booking')
    return (
      <Link to="/booking/$arrestId" params={params} className="usa-button">
        {text}
      </Link>
    )
  if (desk === 'charging')
    return (
      <Link to="/charging/$arrestId" params={params} className="usa-button">
        {text}
      </Link>
    )
  if (desk === 'hearing' && docket)
    return (
      <Link to="/hearings/$docketId" params={{ docketId: docket.docketId }} className="usa-button">
        {text}
      </Link>
    )
  return (
    <Link to={desk === 'release' ? '/release' : '/court'} className="usa-button">
      {text}
    </Link>
  )
}

/** The one next step of those whose turn it is; nobody else sees a button. */
export const NextAct = ({ record }: { record: ArrestRecord }) => {
  const act = actOfReader(record)
  if (act === undefined) return null
  if (act === 'arrest.report' && !record.draft) return <SendAgain record={record} />
  return <ToDesk record={record} desk={deskOf(act)} text={actWords(act)} />
}
