import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { yesNo, type FieldValue, type FormValues } from './values.ts'

/** What a posted HTML form looks like, whether `URLSearchParams` or the fields of a multipart body. */
export interface Posted {
  get(name: string): string | null
  getAll(name: string): string[]
}

/**
 * Reads a posted form by its schema. Unknown names are ignored, fields that were not posted are left out, and
 * what people commonly type (full-width digits, spaces in numbers, 2026年1月5日) is brought to one form.
 */
export function decode(schema: FormSchema, posted: Posted): FormValues {
  const values: Record<string, FieldValue> = {}
  for (const field of schema.fields) {
    const value =
      field.type === 'choices' ? posted.getAll(field.name).filter(Boolean) : posted.get(field.name)
    if (value !== null) values[field.name] = typeof value === 'string' ? decodeText(field, value) : value
  }
  return values
}

function decodeText(field: FormField, raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n').trim()
  switch (field.type) {
    case 'long-text':
      return text
    case 'citizen-id':
    case 'credit-code':
      return compact(text).toUpperCase()
    case 'phone':
      return compact(text).replace(/[‐‑–—]/g, '-')
    case 'date':
      return dateText(text)
    case 'integer':
      return integerText(compact(text).replaceAll(',', ''))
    case 'money-yuan':
      return compact(text).replaceAll(',', '').replace(/元$/, '')
    case 'yes-no':
      return yesNo(text) ?? text
    default:
      return text.replace(/\s+/g, ' ')
  }
}

/** Full-width characters become plain ones and blanks inside numbers go. */
function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}

/** `007` → `7`; what is not a whole number stays as typed. */
function integerText(text: string): string {
  return /^-?\d{1,15}$/.test(text) ? String(Number(text)) : text
}

function dateText(text: string): string {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?$/.exec(compact(text))
  if (!parts) return text
  const date = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
  return isDay(date) ? date : text
}
