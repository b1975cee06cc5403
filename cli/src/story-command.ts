import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Story, storyOf2018, storyThrough, storyWithoutTheQuestion, type TurningPoint } from '@pars/city/scenarios'
import { type Command, CommandProblem } from './command.ts'
import { runStory, type StoryRun } from './story/run-story.ts'
import { startStoryCity } from './story/start-story-city.ts'

const cityTime = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  dateStyle: 'short',
  timeStyle: 'short',
})

type Print = (line: string) => void

const linesOf = ({ at, number, say, did, happened }: TurningPoint): string[] => {
  const when = cityTime.format(new Date(at)).replace(',', '')
  const place = `${when}  ${number === null ? '' : `entry ${number}`}`
  return [`${place.padEnd(30)}${say}`, `${(happened ? '' : 'MISSED').padEnd(30)}${did}`]
}

const isWell = ({ replayed, counted }: StoryRun, story: Story): boolean =>
  replayed.points.length === story.moments.length &&
  replayed.points.every(({ happened }) => happened) &&
  counted.lines.every(({ holds }) => holds)

const summarize = ({ replayed, counted }: StoryRun, print: Print): void => {
  const { arrests, refusedActs, daily, others } = replayed
  print(
    `\n${arrests} arrests. By place of birth ${daily.answered} questions were answered and ${daily.refused} refused;`,
  )
  print(`about one person ${others.answered} were answered (${others.rows} rows) and ${others.refused} refused.`)
  if (refusedActs.length > 0) print(`Acts of the city that were refused: ${refusedActs.join('; ')}`)
  print('Counted from the public log alone:')
  for (const { say, holds } of counted.lines) print(`  ${holds ? '' : 'DIFFERS '}${say}`)
}

const tellStory = async (story: Story, print: Print, file?: string): Promise<boolean> => {
  const began = performance.now()
  print(`\n${story.title}\n`)
  const diagnostics: string[] = []
  const city = await startStoryCity(`${story.from}T06:00:00-04:00`, line => diagnostics.push(line))
  try {
    const run = await runStory(city, story, point => {
      for (const line of linesOf(point)) print(line)
    })
    summarize(run, print)
    const text = run.replayed.packages?.byCustodian
    if (file !== undefined && text !== undefined) await writeFile(file, text)
    const well = isWell(run, story)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    print(`\n${well ? 'Every turning point happened.' : 'NOT every turning point happened.'} ${seconds} seconds.`)
    if (!well) for (const line of diagnostics) print(`[pars] ${line}`)
    return well
  } finally {
    await city.stop()
  }
}

/** All at once, each in a rehearsal of its own; the first is printed as it happens, the others after it. */
const tellAll = async (stories: readonly Story[], file?: string): Promise<boolean> => {
  const told = stories.map(async (story, index) => {
    const kept: string[] = []
    const well = await tellStory(story, line => void (index === 0 ? console.log(line) : kept.push(line)), file)
    return { well, kept }
  })
  const ended = await Promise.all(told)
  for (const { kept } of ended) for (const line of kept) console.log(line)
  return ended.every(({ well }) => well)
}

const scenarios: Readonly<Record<string, Story>> = { granted: storyOf2018, absent: storyWithoutTheQuestion }

export const storyCommand: Command = {
  summary: 'replay the year 2018: four agreements, of which one ends',
  usage: `Usage: pars story [--scenario granted|absent] [--through DATE] [--package FILE]

Starts a rehearsal of its own in a temporary folder, whose clock begins on September 1, 2017, lives through the year, and prints
each turning point with its date, its entry in the log and what the machine did. At the end it verifies the whole log and counts it, and
both sides export an audit package of the first agreement, which must hold and be the same.
  --scenario   granted: terms that hold the daily question by place of birth; absent: the same year under terms that do not;
               both at once, printed one after the other, when it is not given
  --through    stop after this day, such as 2017-10-31
  --package    keep the audit package of the first agreement in this file; with one scenario
Exit code 0 only if every turning point happened and the counts agree; 1 otherwise.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { scenario: { type: 'string' }, through: { type: 'string' }, package: { type: 'string' } },
    })
    const { scenario, through, package: file } = values
    if (file !== undefined && scenario === undefined)
      throw new CommandProblem('Say of which story the package is kept: --scenario granted or absent.')
    if (scenario !== undefined && !Object.hasOwn(scenarios, scenario))
      throw new CommandProblem('There are two scenarios: granted and absent.')
    const names = scenario === undefined ? Object.keys(scenarios) : [scenario]
    const stories = names.flatMap(name => scenarios[name] ?? [])
    const well = await tellAll(
      stories.map(story => (through === undefined ? story : storyThrough(story, through))),
      file,
    )
    return well ? 0 : 1
  },
}
