import { buildPackage, formatVkey, type PackageContents } from '../src/index.ts'
import { sha256 } from '../src/node/index.ts'
import type { VectorFiles } from './leaf-vectors.ts'
import { packageContents, packageLog, packageLogWith, packageOf, sampleTerms } from './package-sample.ts'
import { sampleSigner } from './sample-entries.ts'

/** Vectors of packages, each with one thing wrong; checked with the log's key beside the notes. */
export async function packageVectors(): Promise<VectorFiles> {
  const contents = await packageContents()
  const good = await packageOf()
  const head = (changed: Partial<PackageContents['head']>) => ({ head: { ...contents.head, ...changed } })
  const without = (entry: number) => ({
    entries: contents.entries.filter(each => each.entry !== entry),
    openings: contents.openings.filter(each => each.entry !== entry),
  })
  const lineOf = (start: string): string => good.split('\n').find(line => line.includes(start)) ?? ''
  const leaf14 = lineOf('"entry":14,')
  const swapped = good.split('\n')
  swapped.push(...swapped.splice(swapped.length - 3, 1))
  return {
    'valid/package-sample.jsonl': good,
    'valid/package-whole-log.jsonl': await packageOf({
      ...head({ from: 1, through: 22 }),
      entries: [],
      leaves: (await wholeLog()).leaves,
    }),
    'valid/package-no-cosigners.jsonl': await uncosigned(),
    ...(await untimelyPackages(without(12).entries)),
    'invalid/package-malformed--not-json.jsonl': good.replace('{"entry":13,', '{"entry"13,'),
    'invalid/package-malformed--member-more.jsonl': good.replace('{"agreement":', '{"added":1,"agreement":'),
    'invalid/package-malformed--other-format.jsonl': good.replace('pars-package-1', 'pars-package-2'),
    'invalid/package-malformed--line-twice.jsonl': good.replace(`${leaf14}\n`, `${leaf14}\n${leaf14}\n`),
    'invalid/package-malformed--no-last-line-feed.jsonl': good.slice(0, -1),
    'invalid/package-malformed--empty-line.jsonl': good.replace(`${leaf14}\n`, `${leaf14}\n\n`),
    'invalid/package-malformed--leaves-swapped.jsonl': `${swapped.filter(line => line !== '').join('\n')}\n`,
    'invalid/package-malformed--empty.jsonl': '',
    'invalid/package-words-altered.jsonl': good.replace('What the log cannot show', 'What the log can show'),
    'invalid/package-malformed--words-left-out.jsonl': good.replace(`${lineOf('"part":"words"')}\n`, ''),
    'invalid/package-log-other.jsonl': await packageOf(
      head({ log: formatVkey(sampleSigner('pars.example/other', 'ed25519')) }),
    ),
    'invalid/package-agreement-absent.jsonl': await packageOf({
      ...head({ agreement: 'another-2018' }),
      entries: contents.entries.slice(0, 7),
      openings: contents.openings.filter(({ entry }) => entry < 8),
      statements: [],
      terms: [],
    }),
    'invalid/package-entry-missing.jsonl': good.replace(`${lineOf('"entry":15,')}\n`, ''),
    'invalid/package-entry-missing--behind-an-opening.jsonl': await packageOf({ entries: without(7).entries }),
    'invalid/package-entry-unrelated--of-another-agreement.jsonl': await packageOf(head({ agreement: 'another-2018' })),
    'invalid/package-entry-unrelated--record.jsonl': await packageOf({
      entries: [...contents.entries, { entry: 22, leaf: (await wholeLog()).leaves[21]?.leaf ?? '' }],
    }),
    'invalid/package-hash-altered.jsonl': good.replace(leaf14, leaf14.replace(/"hash":"./, '"hash":"B')),
    'invalid/package-proof-altered.jsonl': good.replace(/"range":\["./, '"range":["B'),
    'invalid/entry-altered--package.jsonl': good.replace(leaf14, leaf14.replace('\\"rows\\":1', '\\"rows\\":2')),
    'invalid/inclusion-root-mismatch--package.jsonl': good.replace(/("entry":8,.*"proof":\[")./, '$1B'),
    'invalid/package-terms-missing.jsonl': await packageOf({ terms: [] }),
    'invalid/package-terms-altered.jsonl': good.replace('made\\":\\"up', 'made\\":\\"so'),
    'invalid/package-terms-altered--sql.jsonl': await packageOf({
      terms: [{ agreementVersion: 1, ...sampleTerms, sql: 'select 2;\n' }],
    }),
    'invalid/package-terms-altered--prose.jsonl': await packageOf({
      terms: [{ agreementVersion: 1, ...sampleTerms, prose: null }],
    }),
    'invalid/package-statement-missing.jsonl': await packageOf({ statements: contents.statements.slice(1) }),
    'invalid/package-statement-missing--signature.jsonl': await packageOf({
      openings: contents.openings.filter(({ opening }) => opening.slot !== 'signature'),
    }),
    'invalid/package-statement-altered.jsonl': good.replace(
      '\\"choice\\":\\"for\\",\\"closesAt',
      '\\"choice\\":\\"not\\",\\"closesAt',
    ),
    'invalid/package-key-unknown--of-a-ballot.jsonl': await packageOf(without(5)),
    'invalid/package-key-unknown.jsonl': await packageOf(without(3)),
    'invalid/package-signature-wrong.jsonl': await packageOf({}, packageLog('court')),
    'invalid/package-signature-wrong--acceptance.jsonl': await packageOf({}, packageLog('unit-one')),
    'invalid/checkpoint-too-few-cosignatures--package.jsonl': await packageOf(
      head({ checkpoint: (await packageContents(packageLog(), 1)).head.checkpoint }),
    ),
    'invalid/activation-without-acceptance--package.jsonl': await packageOf({
      ...without(11),
      statements: contents.statements.filter(({ entry }) => entry !== 11),
    }),
    'invalid/opening-commitment-mismatch--package.jsonl': good.replace(
      /("entry":18,"opening":\{"commitments":\[.*?"content":")./,
      '$1J',
    ),
  }
}

/** Answers at times at which the agreement did not stand. Entry 12 put it in force, 19 is the last answer, 20 the end. */
async function untimelyPackages(withoutActivation: PackageContents['entries']): Promise<VectorFiles> {
  const ended = (kind: string, cause = 'resolution') => ({
    'agreement\\.ended': `agreement.${kind}`,
    'end-date': cause,
  })
  const stopped = packageLogWith(17, { from: 20, at: '2018-07-03T09:00:00.000Z', changes: ended('suspended') })
  const halted = packageLogWith(17, { from: 20, at: '2018-07-03T09:00:00.000Z', changes: ended('ended') })
  const resumed = { from: 20, at: '2018-07-03T10:00:00.000Z', changes: ended('resumed') }
  const answeredAt = (entry: number, at: string, changes = {}) => packageOf({}, packageLogWith(entry, { at, changes }))
  return {
    'valid/package-stopped-and-resumed.jsonl': await packageOf({}, packageLogWith(18, resumed, stopped)),
    'invalid/answer-after-end--package.jsonl': await answeredAt(19, '2018-09-01T04:00:00.000Z'),
    'invalid/answer-after-end--package-ended-before.jsonl': await packageOf({}, halted),
    'invalid/answer-while-stopped--package.jsonl': await packageOf({}, stopped),
    'invalid/answer-without-agreement--package.jsonl': await answeredAt(14, '2018-07-03T06:00:00.000Z', {
      'Version":1': 'Version":2',
    }),
    'invalid/answer-without-agreement--package-before-it-began.jsonl': await answeredAt(14, '2018-07-02T03:59:59.999Z'),
    'invalid/answer-without-agreement--package-activation-left-out.jsonl': await packageOf({
      entries: withoutActivation,
    }),
  }
}

async function wholeLog(): Promise<{ leaves: { entry: number; leaf: string }[] }> {
  return {
    leaves: packageLog().map(({ leaf }, i) => ({ entry: i + 1, leaf: new TextDecoder().decode(leaf.bytes) })),
  }
}

async function uncosigned(): Promise<string> {
  const contents = await packageContents(packageLog(), 0)
  return buildPackage(sha256, { ...contents, head: { ...contents.head, cosigners: [], quorum: 0 } })
}
