import { type ArrestRecord, takeCharging } from '@pars/contract'
import { useMemo } from 'react'
import { useAct } from '../api.ts'
import { showDone } from '../done.ts'
import { type Key, useKeys } from '../keys.ts'
import { Button } from '../ui/ui.ts'
import { chargingWords as words } from '../words/words.ts'

/** Taking the arrest: the button of the page, and its key. */
export const useTake = (record: ArrestRecord) => {
  const act = useAct(takeCharging, answer => showDone({ words: words.take.done, receipt: answer.receipt }))
  const { run } = act
  const isAllowed = record.may.includes('charging.take')
  useKeys(
    useMemo((): Key[] => {
      const take = () => run({ params: { arrestId: record.arrestId } })
      return isAllowed ? [{ keys: words.take.key, words: words.keyWords.take, run: take }] : []
    }, [run, record.arrestId, isAllowed]),
  )
  const button = (
    <Button
      keys={words.take.key}
      isRunning={act.isRunning}
      onClick={() => act.run({ params: { arrestId: record.arrestId } })}
    >
      {record.custody.stage === 'charging-taken' ? words.take.over : words.take.act} <kbd>{words.take.key}</kbd>
    </Button>
  )
  return { button: isAllowed ? button : undefined, problem: act.problem }
}
