import { exportPackage } from '@pars/contract'
import { cityDateOf, instantOf } from '@pars/domain'
import { useAct } from '../../api.ts'
import { useCityNow } from '../../clock.ts'
import { keepFile } from '../../proof/keep-file.ts'
import { fileNameOf, PackageForm } from '../../proof/package-form.tsx'
import { Dialog } from '../../ui/ui.ts'
import { packageWords as words } from '../../words/package.ts'
import type { Agreement } from './duty-state.ts'

/** The custodians' side of the evidence. */
export const ExportDialog = ({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) => {
  const now = useCityNow(60_000)
  const act = useAct(exportPackage, exported => keepFile(fileNameOf(exported), exported.package))
  const { agreementId, startsAt } = agreement
  const start = {
    from: startsAt ? cityDateOf(startsAt) : '1',
    through: cityDateOf(instantOf(now)),
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <PackageForm
        start={start}
        act={act}
        onExport={range => act.run({ params: { agreementId }, body: { ...range } })}
      />
    </Dialog>
  )
}
