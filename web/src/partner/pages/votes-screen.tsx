import { listOwnResolutions, listOwnTerms } from '@pars/contract'
import { parseTerms, type Terms } from '@pars/terms'
import { useState } from 'react'
import { useCityMinute } from '../../clock.ts'
import { formatDateTime } from '../../format.ts'
import { Button, Loading, Mark, Page, Problem } from '../../ui/ui.ts'
import { consoleWords } from '../../words/partner.ts'
import { useOwn, useOwnCall } from '../use-own.ts'
import { actionOf } from './action-of.ts'
import { type OwnResolution, type OwnVersion, VoteDialog } from './vote-dialog.tsx'

const words = consoleWords.votes

const isOpen = ({ decision, statement, closesAt }: OwnResolution, now: number): boolean =>
  decision === null && statement !== null && Date.parse(closesAt) > now

const stateOf = ({ decision, statement }: OwnResolution): string => {
  if (statement === null) return words.noAnswerNeeded
  if (decision === null) return ''
  return decision === 'accepted' ? words.accepted : words.rejected
}

const Item = ({ line, onAnswer }: { line: OwnResolution; onAnswer: (() => void) | undefined }) => {
  const now = useCityMinute()
  const state = stateOf(line)
  return (
    <li className="console-vote">
      <h2>
        {line.agreement}: {words.line(actionOf(line.action), line.version)}
      </h2>
      <p className="console-quiet">
        {line.code},{' '}
        {Date.parse(line.closesAt) > now
          ? words.closes(formatDateTime(line.closesAt))
          : words.closed(formatDateTime(line.closesAt))}
      </p>
      {state !== '' && <Mark tone={line.decision === 'accepted' ? 'free' : 'moving'} words={state} />}
      {onAnswer && (
        <Button size="row" onClick={onAnswer}>
          {words.answer}
        </Button>
      )}
    </li>
  )
}

const termsOf = (versions: readonly OwnVersion[], fits: (version: OwnVersion) => boolean): Terms | undefined => {
  const found = versions.findLast(fits)
  const parsed = found && parseTerms(found.terms)
  return parsed?.kind === 'parsed' ? parsed.terms : undefined
}

/** What the custodians vote on about this partner, and its own answers. */
export const VotesScreen = () => {
  const { own } = useOwn()
  const now = useCityMinute()
  const [answering, setAnswering] = useState<OwnResolution>()
  const { data, problem, reload } = useOwnCall(listOwnResolutions, { every: 10_000 })
  const { data: listed } = useOwnCall(listOwnTerms)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={consoleWords.nav.votes}>{said ?? <Loading />}</Page>
  const { resolutions } = data
  const open = resolutions.filter(line => isOpen(line, now))
  const versions = listed?.versions ?? []
  const terms =
    answering && termsOf(versions, each => each.agreement === answering.agreement && each.version === answering.version)
  return (
    <Page title={words.title(open.length)} tab={consoleWords.nav.votes} width="read">
      {said}
      <p>{resolutions.length === 0 ? words.none : words.lead}</p>
      {open.length > 0 && own?.officer?.coordinator === false && <p>{words.coordinatorOnly}</p>}
      <ul className="console-votes">
        {resolutions.map(line => (
          <Item
            key={line.resolutionId}
            line={line}
            onAnswer={open.includes(line) && own?.officer?.coordinator ? () => setAnswering(line) : undefined}
          />
        ))}
      </ul>
      {answering && terms && (
        <VoteDialog
          resolution={answering}
          terms={terms}
          before={termsOf(
            versions,
            each => each.agreement === answering.agreement && each.activated && each.version < answering.version,
          )}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </Page>
  )
}
