import type { ComponentChildren, VNode } from 'preact'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { isBirth } from '../../form/birth.ts'
import { maxLength } from '../../form/check.ts'
import type { RegionOption } from '../../form/region.ts'
import type { FieldValue } from '../../form/values.ts'
import { noWord, yesWord } from '../../form/words.ts'
import { ChoiceField, SelectField, type Choice } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import type { FieldFrame } from './field-shell.tsx'
import { RegionField } from './region-field.tsx'
import { LongTextField, TextField, type TextFieldProps } from './text-field.tsx'

export interface SchemaFieldProps {
  field: FormField
  value?: FieldValue
  error?: string
  regions: readonly RegionOption[]
  /** Further questions by the choice that asks them. */
  conditional?: Readonly<Record<string, ComponentChildren>>
}

/** More choices than this become a list: a phone's screen shows seven lines and still the next question. */
const RADIOS_AT_MOST = 8

export function fieldId(name: string): string {
  return `field-${name}`
}

/** Radios and ticks can carry the questions they open; a list cannot. */
export function carriesConditionals(field: FormField): boolean {
  if (field.type === 'yes-no' || field.type === 'choices') return true
  return field.type === 'choice' && (field.options?.length ?? 0) <= RADIOS_AT_MOST
}

/** The one accessible control of each type of the form vocabulary. */
export function SchemaField({
  field,
  value = '',
  error,
  regions,
  conditional = {},
}: SchemaFieldProps): VNode {
  const frame: FieldFrame & { name: string } = {
    id: fieldId(field.name),
    name: field.name,
    label: field.label,
    required: field.required,
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    ...(error === undefined ? {} : { error }),
  }
  const text = typeof value === 'string' ? value : ''
  const chosen = typeof value === 'string' ? [value] : value
  switch (field.type) {
    case 'long-text':
      return <LongTextField {...frame} value={text} maxLength={maxLength(field)} />
    case 'choice':
      if (carriesConditionals(field))
        return <ChoiceField {...frame} choices={choicesOf(field, conditional)} chosen={chosen} />
      return <SelectField {...frame} chosen={text} options={field.options ?? []} />
    case 'choices':
      return <ChoiceField {...frame} choices={choicesOf(field, conditional)} chosen={chosen} many />
    case 'yes-no':
      return (
        <ChoiceField
          {...frame}
          choices={yesOrNo(conditional)}
          chosen={chosen}
          inline={Object.keys(conditional).length === 0}
        />
      )
    case 'region':
      return <RegionField {...frame} chosen={text} regions={regions} whole />
    case 'date':
      if (isBirth(field))
        return (
          <DateField
            {...frame}
            value={text}
            {...(field.element === BIRTHDAY ? { autocomplete: 'bday' } : {})}
          />
        )
      return <TextField {...frame} value={text} {...lineOf(field)} {...autocompleteOf(field)} />
    case 'citizen-id':
    case 'credit-code':
    case 'phone':
    case 'money-yuan': {
      const said = { type: field.type, kept: text }
      return <TextField {...frame} value={text} said={said} {...lineOf(field)} {...autocompleteOf(field)} />
    }
    default:
      return <TextField {...frame} value={text} {...lineOf(field)} {...autocompleteOf(field)} />
  }
}

function choicesOf(field: FormField, conditional: Readonly<Record<string, ComponentChildren>>): Choice[] {
  return (field.options ?? []).map((option) => withConditional(option, conditional))
}

function yesOrNo(conditional: Readonly<Record<string, ComponentChildren>>): Choice[] {
  return [
    { value: 'yes', label: yesWord },
    { value: 'no', label: noWord },
  ].map((choice) => withConditional(choice, conditional))
}

function withConditional(choice: Choice, conditional: Readonly<Record<string, ComponentChildren>>): Choice {
  const more = conditional[choice.value]
  return more === undefined ? choice : { ...choice, conditional: more }
}

function lineOf(field: FormField): Partial<TextFieldProps> {
  switch (field.type) {
    case 'citizen-id':
    case 'credit-code':
      return { width: 'middle', maxLength: 30 }
    case 'phone':
      return { type: 'tel', width: 'middle', maxLength: 30 }
    case 'date':
      return { type: 'date', width: 'middle' }
    case 'integer':
      return { inputMode: 'numeric', width: 'short', maxLength: 20 }
    case 'money-yuan':
      return { inputMode: 'decimal', width: 'short', maxLength: 20, unit: '元' }
    default:
      return { maxLength: maxLength(field) }
  }
}

const BIRTHDAY = 'party.birthday'

/** WCAG 1.3.5: the browser may fill in what it knows of the person at the keyboard. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  'party.name': 'name',
  'party.phone': 'tel',
  'party.address': 'street-address',
  'party.email': 'email',
}

function autocompleteOf(field: FormField): { autocomplete?: string } {
  const known = field.element === undefined ? undefined : AUTOCOMPLETE[field.element]
  return known === undefined ? {} : { autocomplete: known }
}
