// The proof: leaves, tree, tiles, checkpoints, and the program that checks them. SPEC.md beside this folder says it in words.
// No dependency; hash and signature functions are passed in (`@pars/ledger/node` has Node's).

// Whole logs
export { createActivationCheck } from './activation-check.ts'
// Bytes and text
export { readBase64, toBase64 } from './base64.ts'
// Tree
export { appendToBundles, type Bundle, decodeBundle, emptyTail, encodeBundle } from './bundle.ts'
export { concatBytes, equalBytes, readHex, readUtf8, toHex, utf8 } from './bytes.ts'
export { canonicalJson, canonicalText, type Json, parseCanonicalJson } from './canonical-json.ts'
// Checkpoints and signatures
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from './checkpoint.ts'
// Leaves
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
} from './conduct-kinds.ts'
export {
  findAnswersWithClass,
  findInquiriesWithFilter,
  type PlacedLeaf,
  type Search,
  tallyInquiries,
  type UnitTally,
} from './conduct-tally.ts'
// Proofs
export { type ConsistencyClaim, checkConsistency } from './consistency.ts'
export { type FaultName, faultNames, type Reading, type Verdict } from './fault.ts'
export {
  type Appended,
  appendToFrontier,
  emptyFrontier,
  type Frontier,
  frontierRoot,
  readFrontier,
} from './frontier.ts'
export { checkInclusion, type InclusionClaim } from './inclusion.ts'
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
} from './leaf.ts'
export { httpSource, type LogSource, memorySource, tileReader } from './log-source.ts'
export {
  formatNote,
  type Note,
  type NoteSignature,
  type NoteSigner,
  type OpenNote,
  openNote,
  parseNote,
  signNote,
  type VerifiedSignature,
  type VerifyEd25519,
} from './note.ts'
export { checkOpening, formatOpening, parseOpening } from './opening.ts'
export { proveConsistency, proveInclusion } from './prove.ts'
export { checkSlot, commitSlot, openSlot, type Slot, type SlotOpening, saltLength, slotsRoot } from './slots.ts'
export {
  bundlePath,
  parseTilePath,
  type Tile,
  type TileAddress,
  type TileReader,
  tileOf,
  tilePath,
  tileWidth,
} from './tile.ts'
export { emptyRoot, hashLeaf, hashNode, maxEntryLength, type Sha256, treeRoot } from './tree-hash.ts'
export {
  type LogFault,
  type LogReport,
  readCheckpoint,
  type VerifyLogOptions,
  verifyLog,
} from './verify-log.ts'
export { type Algorithm, formatVkey, makeVerifierKey, parseVkey, type VerifierKey } from './vkey.ts'
