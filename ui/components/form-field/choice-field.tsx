import type { ComponentChildren, VNode } from 'preact'
import { Disclosure } from '../disclosure/disclosure.tsx'
import { ControlGroup, describedBy, SingleControl, type FieldFrame } from './field-shell.tsx'

export interface Choice {
  value: string
  label: string
  hint?: string
  /** Asked only when this choice is made; shown under it, and always shown by browsers that cannot fold it away. */
  conditional?: ComponentChildren
}

/** Radios for one of a few, ticks for any of them. */
export function ChoiceField(
  props: FieldFrame & {
    name: string
    choices: readonly Choice[]
    chosen: readonly string[]
    many?: boolean
    inline?: boolean
    /** Further choices, folded away: most people keep the one that stands above them. */
    rest?: { summary: string; choices: readonly Choice[] }
  },
): VNode {
  const { choices, rest } = props
  const line = (choice: Choice, at: number): VNode => (
    <ChoiceLine
      key={choice.value}
      id={`${props.id}-${at + 1}`}
      name={props.name}
      choice={choice}
      checked={props.chosen.includes(choice.value)}
      many={props.many ?? false}
      required={props.required && !props.many}
    />
  )
  return (
    <ControlGroup frame={props}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>{choices.map(line)}</div>
      {rest !== undefined && rest.choices.length > 0 && (
        <Disclosure
          summary={rest.summary}
          open={rest.choices.some(({ value }) => props.chosen.includes(value))}
        >
          <div class="choices">{rest.choices.map((choice, at) => line(choice, choices.length + at))}</div>
        </Disclosure>
      )}
    </ControlGroup>
  )
}

function ChoiceLine({
  id,
  name,
  choice,
  checked,
  many,
  required,
}: {
  id: string
  name: string
  choice: Choice
  checked: boolean
  many: boolean
  required: boolean
}): VNode {
  return (
    <div class="choice">
      <input
        id={id}
        name={name}
        type={many ? 'checkbox' : 'radio'}
        value={choice.value}
        checked={checked}
        required={required}
        aria-describedby={choice.hint === undefined ? undefined : `${id}-hint`}
      />
      <label for={id}>{choice.label}</label>
      {choice.hint !== undefined && (
        <p class="choice-hint" id={`${id}-hint`}>
          {choice.hint}
        </p>
      )}
      {choice.conditional !== undefined && <div class="conditional">{choice.conditional}</div>}
    </div>
  )
}

/** A list too long for radios; groups keep a district's villages under their towns. */
export function SelectField(
  props: FieldFrame & {
    name: string
    chosen: string
    options: readonly { value: string; label: string }[]
    groups?: readonly { label: string; options: readonly { value: string; label: string }[] }[]
  },
): VNode {
  return (
    <SingleControl frame={props}>
      <select
        class="field-input field-select"
        id={props.id}
        name={props.name}
        required={props.required}
        aria-describedby={describedBy(props)}
        aria-invalid={props.error === undefined ? undefined : true}
      >
        <option value="" selected={props.chosen === ''}>
          请选择
        </option>
        <Options options={props.options} chosen={props.chosen} />
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} chosen={props.chosen} />
          </optgroup>
        ))}
      </select>
    </SingleControl>
  )
}

function Options({
  options,
  chosen,
}: {
  options: readonly { value: string; label: string }[]
  chosen: string
}): VNode {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === chosen}>
          {option.label}
        </option>
      ))}
    </>
  )
}
