import { viewReceipt } from '@pars/contract'
import { useEffect, useState } from 'react'
import { formatNumber } from '../format.ts'
import { checkOwnReceipt, type ReceiptVerdict } from '../proof/check-receipt.ts'
import { keepFile } from '../proof/keep-file.ts'
import { Button, Problem } from '../ui/ui.ts'
import { consoleWords } from '../words/partner.ts'
import { useOwnCall } from './use-own.ts'

const words = consoleWords.receipt

const sayVerdict = (verdict: ReceiptVerdict | undefined): string => {
  if (verdict === undefined) return words.checking
  if (verdict.kind === 'unchecked') return words.unreadable
  if (verdict.kind === 'broken') return words.broken(verdict.fault)
  const { entry, checkpoint } = verdict.receipt
  const { confirmation } = verdict
  const holds = words.holds(formatNumber(entry), formatNumber(checkpoint.size))
  if (!confirmation) return holds
  const { confirmed, named, isMet } = confirmation
  return `${holds} ${words.confirmed(confirmed.length, named.length, isMet)}`
}

const useVerdict = (receipt: string | null | undefined): ReceiptVerdict | undefined => {
  const [verdict, setVerdict] = useState<ReceiptVerdict>()
  useEffect(() => {
    let isCurrent = true
    if (receipt) void checkOwnReceipt(receipt).then(found => isCurrent && setVerdict(found))
    return () => {
      isCurrent = false
    }
  }, [receipt])
  return verdict
}

/** The receipt of an inquiry: asked for until a checkpoint covers it, checked here, and kept by whoever asked. */
export const InquiryReceipt = ({ entryId }: { entryId: string }) => {
  const [waits, setWaits] = useState(true)
  const { data, problem, reload } = useOwnCall(viewReceipt, {
    params: { entryId },
    ...(waits ? { every: 1000 } : {}),
  })
  const receipt = data?.receipt
  const verdict = useVerdict(receipt)
  useEffect(() => setWaits(!receipt), [receipt])
  if (problem) return <Problem problem={problem} onReload={() => void reload()} />
  return (
    <section className="console-receipt" aria-label={words.title}>
      <p aria-live="polite" data-verdict={receipt ? verdict?.kind : 'waiting'}>
        <strong>{words.title}.</strong> {receipt ? sayVerdict(verdict) : words.waiting}
      </p>
      {receipt && (
        <p>
          <Button look="outline" size="row" onClick={() => keepFile(`inquiry-${data?.number}.tlog-proof`, receipt)}>
            {words.keep}
          </Button>{' '}
          <span className="console-quiet">{words.keepNote}</span>
        </p>
      )}
    </section>
  )
}
