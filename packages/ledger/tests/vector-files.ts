import { cosignerVectors } from './cosigner-vectors.ts'
import { leafVectors } from './leaf-vectors.ts'
import { logVectors } from './log-vectors.ts'
import { noteVectors } from './note-vectors.ts'
import { packageVectors } from './package-vectors.ts'
import { receiptVectors } from './receipt-vectors.ts'
import { treeVectors } from './tree-vectors.ts'

/** Every vector file by its path below `vectors/`, as its text on disk. The same text on every machine. */
export async function vectorFiles(): Promise<Map<string, string>> {
  const contents = {
    ...leafVectors(),
    ...(await noteVectors()),
    ...(await treeVectors()),
    ...(await logVectors()),
    ...(await receiptVectors()),
    ...(await packageVectors()),
    ...(await cosignerVectors()),
  }
  const text = (content: string | object) =>
    typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`
  return new Map(Object.entries(contents).map(([path, content]) => [path, text(content)]))
}
