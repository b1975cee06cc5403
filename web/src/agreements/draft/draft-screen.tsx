import '../agreements.css'
import './draft.css'
import { viewAgreement, viewVersion } from '@pars/contract'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCall } from '../../api.ts'
import { Gate } from '../../shell/gate.tsx'
import { Loading, Page, Problem } from '../../ui/ui.ts'
import { agreementWords } from '../../words/agreements.ts'
import { draftWords as words } from '../../words/draft.ts'
import { readTerms } from '../terms/read-terms.ts'
import { Begin } from './begin.tsx'
import { DraftForm } from './draft-form.tsx'
import { beginAfter, type Draft } from './draft-state.ts'
import { useDraft } from './use-draft.ts'
import { usePartnerUnits } from './use-partner-units.ts'

const titleOf = ({ terms, before }: Draft): string =>
  before ? words.titleNext(terms.agreement, terms.version) : words.titleNew

/** Begins the next version from the newest on file. */
const BeginNext = ({ agreementId, onBegin }: { agreementId: string; onBegin: (draft: Draft) => void }) => {
  const { data: agreement, problem } = useCall(viewAgreement, { params: { agreementId } })
  const newest = agreement?.versions.map(({ version }) => version).toSorted((a, b) => b - a)[0]
  const { data: version } = useCall(viewVersion, {
    params: { agreementId, version: newest ?? 0 },
    enabled: newest !== undefined,
  })
  const terms = version && readTerms(version)
  useEffect(() => {
    if (agreement && version && terms) onBegin(beginAfter(agreement.partnerId, terms, version.prose))
  }, [agreement, version, terms, onBegin])
  if (problem) return <Problem problem={problem} />
  if (agreement?.standing === 'ended') return <p>{words.begin.ended}</p>
  return version && !terms ? <p>{agreementWords.summary.faulty}</p> : <Loading />
}

const Drafting = ({ follow }: { follow: string | undefined }) => {
  const { draft, setDraft, forget } = useDraft(`draft.${follow ?? 'new'}`)
  const units = usePartnerUnits(draft?.partnerId)
  return (
    <Page title={draft ? titleOf(draft) : words.titleNew} tab={words.tab}>
      {draft ? (
        <DraftForm draft={draft} units={units ?? []} onChange={setDraft} onForget={forget} />
      ) : follow === undefined ? (
        <Begin onBegin={setDraft} />
      ) : (
        <BeginNext agreementId={follow} onBegin={setDraft} />
      )}
    </Page>
  )
}

/** Terms are drafted here, from a template or after the version on file, with the plain words beside them. */
export const DraftScreen = () => {
  const { follow } = useSearch({ from: '/agreements/draft' })
  return (
    <Gate permissions={['terms.draft']} screen={words.pageTitle} chair={words.chair}>
      <Drafting key={follow ?? 'new'} follow={follow} />
    </Gate>
  )
}
