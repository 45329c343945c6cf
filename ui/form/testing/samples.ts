import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { askedFields, type FieldValue, type FormValues } from '../values.ts'

/** What somebody might send of a form. */
export interface Sample {
  title: string
  /** As typed, by field. */
  typed: FormValues
  /** The field that must be found wrong; nothing where all is well. */
  wrong?: string
  /** JSON Schema can tell it too: no check character, no bound of a number written as text, no directory of places. */
  schemaTells?: boolean
}

type Variant = readonly [what: string, typed: FieldValue, is: 'right' | 'wrong' | 'wrong-by-schema']

/** A right filling of a form, and for each question it asks what people get wrong or write in another way. */
export function samplesOf(form: FormSchema, right: FormValues): Sample[] {
  const whole: Sample = { title: 'filled in as it should be', typed: right }
  return [
    whole,
    ...askedFields(form, right).flatMap((field) =>
      variantsOf(field, right[field.name]).map(([what, value, is]): Sample => {
        const title = `“${field.label}” ${what}`
        const typed = { ...right, [field.name]: value }
        return is === 'right'
          ? { title, typed }
          : { title, typed, wrong: field.name, schemaTells: is === 'wrong-by-schema' }
      }),
    ),
  ]
}

function variantsOf(field: FormField, right: FieldValue | undefined): Variant[] {
  const empty: Variant = [
    'left empty',
    field.type === 'choices' ? [] : '',
    field.required ? 'wrong-by-schema' : 'right',
  ]
  // What opens other questions changes the form; that is tested where one question is.
  return [...(field.required ? [empty] : []), ...ofType(field, typeof right === 'string' ? right : '')]
}

function ofType({ type, maxLength, minimum, maximum }: FormField, right: string): Variant[] {
  switch (type) {
    case 'citizen-id':
      // Nothing is made wrong of an answer that the sample leaves out.
      if (right === '') return []
      return [
        ['one digit short', right.slice(0, -1), 'wrong-by-schema'],
        [
          'one digit wrong',
          `${right.slice(0, 16)}${right[16] === '9' ? '8' : '9'}${right.slice(17)}`,
          'wrong',
        ],
        ['in groups', `${right.slice(0, 6)} ${right.slice(6)}`, 'right'],
      ]
    case 'credit-code':
      if (right === '') return []
      return [
        ['with a letter it cannot have', `I${right.slice(1)}`, 'wrong-by-schema'],
        ['in small letters', right.toLowerCase(), 'right'],
      ]
    case 'phone':
      return [
        ['without its last digit', '1990000000', 'wrong-by-schema'],
        ['in full width', '１９９０００００００１', 'right'],
      ]
    case 'date':
      return [
        ['a day that is none', '2023-02-30', 'wrong-by-schema'],
        ['in words', '很久以前', 'wrong-by-schema'],
      ]
    case 'integer':
      return [
        ['a fraction', '1.5', 'wrong-by-schema'],
        ...(minimum === undefined ? [] : [['too small', String(minimum - 1), 'wrong'] as const]),
        ...(maximum === undefined ? [] : [['too large', String(maximum + 1), 'wrong'] as const]),
      ]
    case 'money-yuan':
      return [
        ['in words', '一千块', 'wrong-by-schema'],
        ['with a sign', '-1', 'wrong-by-schema'],
      ]
    case 'choice':
      return [['an answer nobody offered', 'nobody-offered', 'wrong-by-schema']]
    case 'choices':
      return [['an answer nobody offered', ['nobody-offered'], 'wrong-by-schema']]
    case 'yes-no':
      return [['neither yes nor no', 'perhaps', 'wrong-by-schema']]
    case 'region':
      return [
        ['a place that is nowhere', '990000009999', 'wrong'],
        ['no code', '某村', 'wrong-by-schema'],
      ]
    default:
      return [
        ['too long', '字'.repeat((maxLength ?? (type === 'long-text' ? 2000 : 200)) + 1), 'wrong-by-schema'],
      ]
  }
}
