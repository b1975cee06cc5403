import { agreementWords } from '../../words/agreements.ts'
import { Hashes } from '../terms/hashes.tsx'
import { readTerms, type VersionView } from '../terms/read-terms.ts'
import { TermsList } from '../terms/terms-list.tsx'

const words = agreementWords.terms

/** All terms of one version; below, the texts themselves for whoever reads data. */
export const TermsPart = ({ version }: { version: VersionView }) => {
  const terms = readTerms(version)
  return (
    <section aria-labelledby="terms-part">
      <h2 className="pars-section__title" id="terms-part">
        {words.title(version.version)}
      </h2>
      {terms ? <TermsList terms={terms} /> : <p>{agreementWords.summary.faulty}</p>}
      {version.prose !== null && (
        <details className="agreements-more" open={terms?.governs === 'prose'}>
          <summary>{words.prose}</summary>
          {terms?.governs === 'prose' && <p>{words.governsProse}</p>}
          <p className="agreements-prose">{version.prose}</p>
        </details>
      )}
      <details className="agreements-more">
        <summary>{words.data}</summary>
        <Hashes termsHash={version.termsHash} sqlHash={version.sqlHash} />
        <pre className="agreements-code">{JSON.stringify(version.terms, null, 2)}</pre>
        <pre className="agreements-code">{version.sql}</pre>
      </details>
    </section>
  )
}
