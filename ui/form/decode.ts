import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { isDay } from '../format/day.ts'
import { compact } from './compact.ts'
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
      field.type === 'choices'
        ? posted.getAll(field.name).filter(Boolean)
        : field.type === 'region'
          ? postedRegion(posted, field.name)
          : (posted.get(field.name) ?? fromBoxes(field, posted))
    if (value !== null) values[field.name] = typeof value === 'string' ? decodeText(field, value) : value
  }
  return values
}

/**
 * A town, or the village chosen below it; a village below a town that was left again counts no more. A town whose village is
 * still open keeps a point behind it: it is no place, and is shown again as it was left.
 */
export function postedRegion(posted: Posted, name: string): string | null {
  const town = posted.get(name)
  const village = town === null ? null : posted.get(villageBox(name, town))
  return village === '' ? `${town}.` : (village ?? town)
}

export function villageBox(name: string, town: string): string {
  return `${name}.${town}`
}

/** A day in three boxes; half of one stays as it is, so that the missing box can be named. */
function fromBoxes({ name, type }: FormField, posted: Posted): string | null {
  const boxes = DAY_BOXES.map((box) => posted.get(dayBox(name, box)))
  if (type !== 'date' || boxes.every((box) => box === null)) return null
  const written = boxes.map((box) => compact(box ?? '').replace(/[年月日-]/g, ''))
  return written.every((box) => box === '') ? '' : written.join('-')
}

export const DAY_BOXES = ['year', 'month', 'day'] as const

export function dayBox(name: string, box: (typeof DAY_BOXES)[number]): string {
  return `${name}.${box}`
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
