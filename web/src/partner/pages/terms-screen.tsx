import { type AnswerOf, listOwnTerms } from '@pars/contract'
import { parseTerms } from '@pars/terms'
import { useState } from 'react'
import { Summary } from '../../agreements/terms/summary.tsx'
import { TermsList } from '../../agreements/terms/terms-list.tsx'
import { Loading, Page, Problem, Select } from '../../ui/ui.ts'
import { agreementWords } from '../../words/agreements.ts'
import { consoleWords } from '../../words/partner.ts'
import { useOwnCall } from '../use-own.ts'

const words = consoleWords.terms
type Version = AnswerOf<typeof listOwnTerms>['versions'][number]

const nameOf = ({ agreement, version }: Version): string => `${agreement} ${version}`
const standingOf = ({ activated, standing }: Version): string =>
  words.standings[activated || standing === 'ended' ? standing : 'proposed']

const Shown = ({ version }: { version: Version }) => {
  const parsed = parseTerms(version.terms)
  if (parsed.kind === 'faulty') return <p>{agreementWords.summary.faulty}</p>
  return (
    <>
      <Summary terms={parsed.terms} title={agreementWords.summary.of(version.version)} />
      <h2 className="pars-section__title console-all">{agreementWords.terms.title(version.version)}</h2>
      <TermsList terms={parsed.terms} />
      <p className="console-quiet">
        {words.hash}: <code className="console-hash">{version.termsHash}</code>
      </p>
    </>
  )
}

/** The terms in plain words, as the custodians read them: every version that was in force or is voted on. */
export const TermsScreen = () => {
  const [chosen, setChosen] = useState<string>()
  const { data, problem, reload } = useOwnCall(listOwnTerms)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={consoleWords.nav.terms}>{said ?? <Loading />}</Page>
  const versions = data.versions.toReversed()
  const version =
    versions.find(each => nameOf(each) === chosen) ??
    versions.find(({ standing, activated }) => activated && standing === 'in-force') ??
    versions[0]
  return (
    <Page
      title={version ? words.title(version.agreement, version.version) : words.none}
      tab={consoleWords.nav.terms}
      tools={
        version &&
        versions.length > 1 && (
          <div className="pars-form">
            <Select
              label={words.versions}
              pointer="/version"
              value={nameOf(version)}
              choices={versions.map(each => ({
                value: nameOf(each),
                words: `${each.agreement}: ${words.version(each.version, standingOf(each))}`,
              }))}
              onChange={setChosen}
            />
          </div>
        )
      }
    >
      {said}
      {version && <Shown version={version} />}
    </Page>
  )
}
