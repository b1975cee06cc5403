// The proof: leaves, tree, tiles, checkpoints, and the program that checks them. SPEC.md beside this folder says it in words.
// No dependency; hash and signature functions are passed in (`@pars/ledger/node` has Node's).

export { readBase64, toBase64 } from './base64.ts'
export { concatBytes, equalBytes, readHex, readUtf8, toHex, utf8 } from './bytes.ts'
export { type FaultName, faultNames, type LogFault, type Reading, type Verdict } from './fault.ts'
export { canonicalJson, canonicalText, type Json, parseCanonicalJson } from './leaf/canonical-json.ts'
export {
  type ConductFields,
  type ConductKind,
  type ConductSlot,
  conductKinds,
  isConductKind,
  type RecordSeat,
  type RecordSlot,
  recordSeats,
  recordSlots,
} from './leaf/conduct-kinds.ts'
export {
  type BuiltLeaf,
  buildLeaf,
  type ConductEntry,
  checkConductFields,
  type Leaf,
  type LeafEntry,
  leafVersion,
  parseLeaf,
  type RecordEntry,
} from './leaf/leaf.ts'
export { checkOpening, formatOpening, parseOpening } from './leaf/opening.ts'
export { checkSlot, commitSlot, openSlot, type Slot, type SlotOpening, saltLength, slotsRoot } from './leaf/slots.ts'
export { createActivationCheck } from './log/activation-check.ts'
export {
  findAnswersWithClass,
  findInquiriesWithFilter,
  type PlacedLeaf,
  type Search,
  tallyInquiries,
  type UnitTally,
} from './log/conduct-tally.ts'
export { type Confirmation, confirmByPolicy } from './log/confirmation.ts'
export { httpSource, type LogSource, memorySource, tileReader } from './log/log-source.ts'
export {
  type CheckpointKeys,
  type OpenCheckpoint,
  openCheckpoint,
  openCheckpointByPolicy,
  readCheckpoint,
} from './log/read-checkpoint.ts'
export { createStandingCheck } from './log/standing-check.ts'
export { type LogReport, type VerifyLogOptions, verifyLog } from './log/verify-log.ts'
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './note/checkpoint.ts'
export {
  formatNote,
  formatSignatures,
  type Note,
  type NoteSignature,
  type NoteSigner,
  type OpenNote,
  openNote,
  parseNote,
  signNote,
  type VerifiedSignature,
  type VerifyEd25519,
} from './note/note.ts'
export {
  formatPolicy,
  meetsQuorum,
  type Policy,
  type PolicyCosigner,
  type PolicyGroup,
  type PolicyKey,
  parsePolicy,
} from './note/policy.ts'
export { type Algorithm, formatVkey, makeVerifierKey, parseVkey, type VerifierKey } from './note/vkey.ts'
export { buildPackage, type NumberedLeaf, type PackageContents } from './package/build-package.ts'
export { checkPackage, type PackageOptions, type PackageReport } from './package/check-package.ts'
export { checkOpenings, formatOpenings, type OpeningsFile } from './package/openings-file.ts'
export { answersOf, type PackageAnswers, withClass, withFilter } from './package/package-answers.ts'
export { confirmationOf } from './package/package-confirmation.ts'
export {
  formatPackageLeaf,
  formatPackageParts,
  type PackageEntry,
  type PackageHead,
  type PackageLeaf,
  type PackageOpening,
  type PackageParts,
  type PackageStatement,
  type PackageTerms,
  packageFormat,
} from './package/package-parts.ts'
export type { SignatureChecks } from './package/voted-signature.ts'
export { packageWords } from './package/words.ts'
export {
  type CheckedReceipt,
  checkReceipt,
  formatReceipt,
  parseReceipt,
  type Receipt,
} from './receipt/receipt.ts'
export { formatTlogProof, parseTlogProof, type TlogProof } from './receipt/tlog-proof.ts'
export { appendToBundles, type Bundle, decodeBundle, emptyTail, encodeBundle } from './tree/bundle.ts'
export { type ConsistencyClaim, checkConsistency } from './tree/consistency.ts'
export {
  type Appended,
  appendToFrontier,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  readFrontier,
} from './tree/frontier.ts'
export { checkInclusion, type InclusionClaim } from './tree/inclusion.ts'
export { appendToPeaks, noPeaks, type Peaks, rootOf } from './tree/peaks.ts'
export { proveConsistency, proveInclusion, proveRange } from './tree/prove.ts'
export {
  bundlePath,
  parseTilePath,
  type Tile,
  type TileAddress,
  type TileReader,
  takeTile,
  tileOf,
  tilePath,
  tileWidth,
} from './tree/tile.ts'
export { emptyRoot, hashLeaf, hashNode, maxEntryLength, type Sha256, treeRoot } from './tree/tree-hash.ts'
export { type AddCheckpoint, formatAddCheckpoint, parseAddCheckpoint } from './witness/add-checkpoint.ts'
export {
  type CosignerMemory,
  type CosigningDecision,
  decideCosigning,
  type Remembered,
} from './witness/decide-cosigning.ts'
