import { Checkbox, Input, Radio, Select } from 'antd'
import type { FormField } from '#capabilities/catalogue/contract.ts'
import { describedBy, Labelled } from './labelled.tsx'
import type { RawValues } from './raw-values.ts'
import { PhotoInput } from './photo-input.tsx'
import { RegionInput } from './region-input.tsx'
import { formWords as words } from './words.ts'

interface Props {
  id: string
  /** A picture is sent before the form and stands in it by its id. */
  field: FormField & { photo?: boolean }
  value: RawValues[string] | undefined
  error: string | undefined
  warning?: string | undefined
  change: (value: RawValues[string]) => void
  left: () => void
}

/** Above this many options a list is easier to search than to read. */
const RADIO_MAX = 6
/** With more to tick than this, a name is found by running down a column. */
const IN_COLUMNS = 8
const LOOKED_FOR = 40
const GROUPS = new Set<FormField['type']>(['choices', 'yes-no', 'region'])

export function SchemaField(props: Props) {
  const { id, field, error, warning } = props
  const group =
    GROUPS.has(field.type) || (field.type === 'choice' && (field.options ?? []).length <= RADIO_MAX)
  return (
    <Labelled
      id={id}
      label={field.label}
      required={field.required}
      hint={field.hint}
      error={error}
      warning={warning}
      group={group}
    >
      <Control {...props} />
    </Labelled>
  )
}

function Control(props: Props) {
  const { id, field, value, change, left, error } = props
  const text = typeof value === 'string' ? value : ''
  const options = field.options ?? []
  if (field.photo === true) return <PhotoInput id={id} label={field.label} value={text} change={change} />
  switch (field.type) {
    case 'choices':
      // Three hundred villages are looked for by name, not read down.
      if (options.length > LOOKED_FOR)
        return (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.choose}
            aria-label={field.label}
            options={[...options]}
            value={typeof value === 'object' ? [...value] : []}
            onChange={(next) => change(next.map(String))}
            {...(error === undefined ? {} : { status: 'error' as const })}
          />
        )
      return (
        <Checkbox.Group
          {...(options.length > IN_COLUMNS ? { className: 'choices-in-columns' } : {})}
          options={[...options]}
          value={typeof value === 'object' ? [...value] : []}
          onChange={(next) => change(next.map(String))}
        />
      )
    case 'yes-no':
      return (
        <Choice
          {...props}
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )
    case 'choice':
      if (options.length <= RADIO_MAX) return <Choice {...props} options={options} />
      return (
        <Select
          id={id}
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.choose}
          options={[...options]}
          value={text === '' ? null : text}
          onChange={(next) => change(next ?? '')}
          onBlur={left}
          {...(error === undefined ? {} : { status: 'error' as const })}
        />
      )
    case 'region':
      return <RegionInput id={id} code={text} change={change} />
    default:
      return <TextControl {...props} text={text} />
  }
}

function Choice({
  id,
  field,
  value,
  options,
  change,
}: Props & { options: readonly { value: string; label: string }[] }) {
  return (
    <Radio.Group
      aria-label={field.label}
      name={id}
      className="choice"
      value={typeof value === 'string' ? value : undefined}
      onChange={(event) => change(String(event.target.value))}
      options={[...options]}
    />
  )
}

function TextControl({ id, field, text, error, warning, change, left }: Props & { text: string }) {
  const shared = {
    id,
    value: text,
    required: field.required,
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy(id, field.hint, error, warning),
    onBlur: left,
    ...(error === undefined ? {} : { status: 'error' as const }),
  }
  if (field.type === 'long-text') {
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 3, maxRows: 12 }}
        onChange={(event) => change(event.target.value)}
      />
    )
  }
  return (
    <Input
      {...shared}
      {...KEYBOARDS[field.type]}
      className={SHORT.has(field.type) ? 'short' : 'wide'}
      autoComplete="off"
      {...(field.type === 'money-yuan' ? { suffix: words.yuan } : {})}
      onChange={(event) => change(event.target.value)}
    />
  )
}

const SHORT = new Set<FormField['type']>([
  'date',
  'integer',
  'money-yuan',
  'phone',
  'citizen-id',
  'credit-code',
])
const KEYBOARDS: Partial<
  Record<FormField['type'], { type?: string; inputMode?: 'numeric' | 'decimal' | 'tel' }>
> = {
  date: { type: 'date' },
  integer: { inputMode: 'numeric' },
  'money-yuan': { inputMode: 'decimal' },
  phone: { inputMode: 'tel' },
}
