import type { Statement } from '../db/statement.ts'

// As a partner's own role.

export const callFindReceipt = (entryId: string, unit: string | null): Statement => ({
  name: 'find-receipt',
  text: 'select number, leaf, names, salts, texts, commitments from partner.find_receipt($1, $2)',
  values: [entryId, unit],
})
export const callFindCheckpoint = (number: number): Statement => ({
  name: 'find-checkpoint',
  text: 'select size, note from partner.find_checkpoint($1)',
  values: [number],
})
export const callFindTile = (level: number, index: number): Statement => ({
  name: 'find-tile',
  text: 'select bytes from partner.find_tile($1, $2)',
  values: [level, index],
})

export const callExportPackage = (
  code: string,
  [from, through]: readonly [number, number],
  officer: string,
): Statement => ({
  name: 'export-package',
  text: 'select partner.export_package($1, $2, $3, $4) as id',
  values: [code, from, through, officer],
})
