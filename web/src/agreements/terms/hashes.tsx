import { agreementWords } from '../../words/agreements.ts'

const words = agreementWords.terms

/** The two hashes that every ballot on a version signs. */
export const Hashes = ({ termsHash, sqlHash }: { termsHash: string; sqlHash: string }) => (
  <dl className="terms-hashes">
    <dt>{words.termsHash}</dt>
    <dd>
      <code>{termsHash}</code>
    </dd>
    <dt>{words.sqlHash}</dt>
    <dd>
      <code>{sqlHash}</code>
    </dd>
  </dl>
)
