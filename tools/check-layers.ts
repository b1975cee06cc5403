import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { findCycles } from './find-cycles.ts'
import { type Import, importsOf } from './imports.ts'
import { listFiles, projectFolder, readSource, report } from './source-files.ts'

interface Layers {
  readonly workspaces: Record<string, readonly string[]>
  readonly serverLevels: readonly (readonly string[])[]
  readonly nouns: readonly string[]
  /** What a folder may not reach, by itself or through whatever it imports. */
  readonly outOfReach: Readonly<Record<string, readonly string[]>>
  readonly forbiddenNames: readonly string[]
  readonly longestFile: number
}
const layers = JSON.parse(readFileSync(join(projectFolder, 'tools/layers.json'), 'utf8')) as Layers

const isCode = (file: string): boolean => /\.tsx?$/.test(file) && !file.endsWith('.gen.ts')
const isTest = (file: string): boolean => /\.test\.tsx?$|(^|\/)(tests|e2e|bench)\//.test(file)

const workspaceOf = (file: string): string | undefined =>
  Object.keys(layers.workspaces).find(name => file.startsWith(`${name}/`))
const workspaceOfPackage = (name: string): string | undefined => {
  const own = /^@pars\/([a-z]+)/.exec(name)?.[1]
  return own && Object.keys(layers.workspaces).find(workspace => basename(workspace) === own)
}

const checkWorkspaces = ({ from, to, line }: Import): string[] => {
  const here = workspaceOf(from)
  const there = workspaceOfPackage(to) ?? workspaceOf(to)
  if (!here || !there || here === there || isTest(from)) return []
  if (layers.workspaces[here]?.includes(there)) return []
  const allowed = layers.workspaces[here]?.join(', ') || 'nothing'
  return [
    `${from}:${line} imports ${there}; ${here} may import ${allowed}. Move the code to where both may reach it, or pass it in.`,
  ]
}

const levelOf = (file: string): number =>
  layers.serverLevels.findIndex(level =>
    level.some(part => file === `server/src/${part}` || file.startsWith(`server/src/${part}/`)),
  )
const nounOf = (file: string): number => layers.nouns.findIndex(noun => file.startsWith(`server/src/${noun}/`))

const checkServer = ({ from, to, line }: Import): string[] => {
  if (!from.startsWith('server/src/') || !to.startsWith('server/src/')) return []
  const [here, there] = [levelOf(from), levelOf(to)]
  if (here === -1) return [`${from} stands at no level: add its folder to serverLevels in tools/layers.json.`]
  if (there > here)
    return [
      `${from}:${line} imports ${to}, which stands above it. Pass in what it needs, or move the shared part down.`,
    ]
  const [noun, other] = [nounOf(from), nounOf(to)]
  if (noun === -1 || other === -1 || noun === other) return []
  if (other > noun)
    return [
      `${from}:${line} reaches to its right, into ${layers.nouns[other]}. The noun on the right may read from the left, never the other way.`,
    ]
  if (/= (verb|askBail)\(/.test(readSource(to)))
    return [
      `${from}:${line} imports ${to}, which holds a verb. A noun calls readers of another noun only: move the reader to a file of its own.`,
    ]
  return []
}

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)

/** By whichever way: a process that holds few credentials must not load what opens the others' doors. */
const checkReach = (running: readonly Import[]): string[] => {
  const targets = Map.groupBy(running, each => each.from)
  const wayTo = (from: string, place: string, seen: Set<string>): string[] | undefined => {
    if (isIn(from, place)) return [from]
    seen.add(from)
    for (const { to } of targets.get(from) ?? []) {
      const way = seen.has(to) ? undefined : wayTo(to, place, seen)
      if (way) return [from, ...way]
    }
    return undefined
  }
  return Object.entries(layers.outOfReach).flatMap(([folder, places]) =>
    [...targets.keys()]
      .filter(file => isIn(file, folder))
      .flatMap(file =>
        places.flatMap(place => {
          const way = wayTo(file, place, new Set())
          return way ? [`${way.join(' -> ')}: ${folder} may not reach ${place}. Pass in what it needs.`] : []
        }),
      ),
  )
}

const checkFile = (file: string): string[] => {
  const lines = readSource(file).split('\n').length
  const name = basename(file).replace(/\.(sql\.)?(test\.)?[a-z]+$/, '')
  const vague =
    name.split('-').find(word => layers.forbiddenNames.includes(word)) ??
    file
      .split('/')
      .slice(0, -1)
      .find(part => layers.forbiddenNames.includes(part))
  return [
    ...(lines > layers.longestFile
      ? [`${file} has ${lines} lines, more than ${layers.longestFile}. Which two things does it do?`]
      : []),
    ...(vague !== undefined ? [`${file} is named "${vague}", which says nothing: name it by what it does or is.`] : []),
  ]
}

const sqlPattern = /[`'"]\s*(select\s[^`]*?\sfrom\s|insert\s+into\s|update\s+[a-z_.]+\s+set\s|delete\s+from\s)/i
const checkSql = (file: string): string[] => {
  const isChecked = file.startsWith('server/src/') || file.startsWith('cli/src/') || file.startsWith('database/src/')
  if (!isChecked || file.endsWith('.sql.ts') || !sqlPattern.test(readSource(file))) return []
  return [`${file} holds SQL. SQL lives in *.sql.ts of its noun, where it is found, named and reviewed.`]
}

const files = listFiles().filter(isCode)
const imports = files.flatMap(importsOf)
const running = imports.filter(each => !each.isType && !isTest(each.from))
report('layers', [
  ...imports.flatMap(checkWorkspaces),
  ...running.flatMap(checkServer),
  ...checkReach(running),
  ...files.flatMap(checkFile),
  ...files.flatMap(checkSql),
  ...findCycles(running).map(
    cycle => `a circle of imports: ${cycle.join(' -> ')}. One of them holds something the others should be given.`,
  ),
])
