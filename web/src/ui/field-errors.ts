import { createContext, useContext } from 'react'

/** The errors of the form around a field, by JSON pointer. */
export const FieldErrors = createContext<ReadonlyMap<string, string>>(new Map())

/** The id of the input that a JSON pointer names: `/person/names/0/last` is `f-person-names-0-last`. */
export const idOfPointer = (pointer: string): string => `f${pointer.replaceAll(/[^\w]+/g, '-')}`

/** The error of one field, by JSON pointer. */
export const useFieldError = (pointer: string): string | undefined => useContext(FieldErrors).get(pointer)
