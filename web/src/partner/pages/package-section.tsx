import { exportOwnPackage } from '@pars/contract'
import { cityDateOf, instantOf } from '@pars/domain'
import { useState } from 'react'
import { useAct } from '../../api.ts'
import { useCityNow } from '../../clock.ts'
import { keepFile } from '../../proof/keep-file.ts'
import { fileNameOf, PackageForm } from '../../proof/package-form.tsx'
import { Select } from '../../ui/ui.ts'
import { packageWords as words } from '../../words/package.ts'
import { newNonce } from '../nonce.ts'
import type { Own } from '../use-own.ts'

/** The partner's side of the evidence: its coordinator's. */
export const PackageSection = ({ own }: { own: Own }) => {
  const now = useCityNow(60_000)
  const codes = own.agreements.map(({ agreement }) => agreement)
  const [chosen, setChosen] = useState<string>()
  const act = useAct(exportOwnPackage, exported => keepFile(fileNameOf(exported), exported.package))
  const agreement = chosen ?? codes[0]
  const allowed = own.agreements.find(each => each.agreement === agreement)
  if (!own.officer?.coordinator || agreement === undefined || !allowed) return null
  const start = { from: cityDateOf(allowed.startsAt), through: cityDateOf(instantOf(now)) }
  return (
    <section aria-labelledby="package">
      <h2 className="pars-section__title" id="package">
        {words.title}
      </h2>
      <p className="console-quiet">{words.lead}</p>
      <PackageForm
        start={start}
        act={act}
        onExport={range => act.run({ body: { agreement, ...range, nonce: newNonce() } })}
      >
        {codes.length > 1 && (
          <Select
            label={words.agreement}
            pointer="/agreement"
            value={agreement}
            choices={codes.map(code => ({ value: code, words: code }))}
            onChange={setChosen}
          />
        )}
      </PackageForm>
    </section>
  )
}
