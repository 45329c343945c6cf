export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * Marks that nobody sees on paper: control characters (Cc) and format characters (Cf), among them those that turn the reading
 * direction, with which a name could make the rest of a decision read backwards.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu

/**
 * The same data with only characters that can stand on paper; what a person typed stays, markup signs
 * included.
 */
export function printable(data: Json): Json {
  if (typeof data === 'string') return printableText(data)
  if (Array.isArray(data)) return data.map(printable)
  if (data === null || typeof data !== 'object') return data
  const entries = Object.entries(data).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, printable(value as Json)]))
}

/**
 * Private-use characters mean something only within one system (police registers used them for rare names), and some
 * font always has an unrelated sign at that place: no font's word is taken for them.
 */
export function privateUseCharacters(text: string): string[] {
  return [...new Set(text.match(/\p{Co}/gu))]
}

function printableText(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(INVISIBLE, '')
}
