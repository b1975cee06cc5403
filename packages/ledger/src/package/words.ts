/** What stands in every package in plain words: what it is, and what no log can show. Part of the format: other words are a fault. */
export const packageWords: readonly string[] = [
  'This file is an audit package of PARS. Either side of the agreement, or a court or a newspaper that was given it, can check it alone: pars verify FILE, the saved verifier page, or a program of their own after SPEC.md.',
  'It holds every entry of the journal from the first to the last that it names, none left out; the terms that were voted on, the ballots and the keys that signed them; letters of both sides; and the signed head of the log that all of it leads to.',
  'Entries about somebody’s case say their seat and their second and nothing else. Entries about inquiries say unit, question, filters, purpose, classes of fields, number of records, or the term that refused. No entry names anybody in clear; letters say what those who wrote them wrote.',
  'What the log cannot show: what was done with an answer afterwards; what was seen on a screen and photographed, said aloud, or sent by other channels; what stands in free text, since fields are counted by their class; whether somebody who was asked about should have been.',
  'Nor can it show that an entry is true, only that it was made then, by that door, and was not changed since; nor what was done with no entry at all, which the walls of the database are there to prevent.',
]
