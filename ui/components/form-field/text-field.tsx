import type { InputHTMLAttributes, VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { readBackLine } from '../../form/read-back.ts'
import { AtKiosk } from '../page-shell/kiosk.tsx'
import { describedBy, SingleControl, type FieldFrame } from './field-shell.tsx'

export interface TextFieldProps extends FieldFrame {
  name: string
  value?: string
  type?: 'text' | 'tel' | 'password' | 'date'
  width?: 'short' | 'middle' | 'full'
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'text'
  autocomplete?: string
  maxLength?: number
  unit?: string
  /** A password may be looked at while it is typed; the script of the fields puts the button there. */
  reveal?: boolean
  /** Reads back what stands in the field, in groups or in words; the script of the fields does so while it is typed. */
  said?: { type: FormField['type']; kept: string }
}

/** One line of text, in whichever of its forms. */
export function TextField(props: TextFieldProps): VNode {
  const { name, value = '', type = 'text', width = 'full', inputMode, maxLength, unit, said } = props
  const autocomplete = useContext(AtKiosk) ? 'off' : props.autocomplete
  const input: InputHTMLAttributes<HTMLInputElement> = {
    id: props.id,
    name,
    type,
    value,
    required: props.required,
    ...(inputMode === undefined ? {} : { inputMode }),
    ...(autocomplete === undefined ? {} : { autocomplete }),
    ...(maxLength === undefined ? {} : { maxLength }),
    'aria-describedby':
      [describedBy(props), said && `${props.id}-said`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.error === undefined ? undefined : true,
  }
  return (
    <SingleControl frame={props}>
      <span class="field-line">
        <input
          class={`field-input field-${width}`}
          {...input}
          data-said={said?.type}
          data-reveal={props.reveal || undefined}
        />
        {unit !== undefined && <span class="field-unit">{unit}</span>}
      </span>
      {said !== undefined && (
        <p class="field-said" id={`${props.id}-said`}>
          {readBackLine(said.type, said.kept)}
        </p>
      )}
    </SingleControl>
  )
}

export function LongTextField(
  props: FieldFrame & { name: string; value?: string; maxLength?: number; rows?: number },
): VNode {
  return (
    <SingleControl frame={props}>
      <textarea
        class="field-input"
        id={props.id}
        name={props.name}
        rows={props.rows ?? 5}
        required={props.required}
        maxLength={props.maxLength}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      >
        {props.value ?? ''}
      </textarea>
    </SingleControl>
  )
}
