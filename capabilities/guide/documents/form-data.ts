import { fileURLToPath } from 'node:url'
import type { FormField, ItemVersion } from '#capabilities/catalogue/contract.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import type { RenderRequest } from '#platform/documents/render.ts'
import { describe, holds, type FormValues } from '#ui/form/index.ts'
import { SAMPLE_REGIONS, sampleFaults, sampleValues } from '../model/sample.ts'
import { SPECIMEN_FORM } from '../words.ts'

/** The application form on paper (申请表), drawn from the form people fill in online, so neither is ever ahead of the other. */
export type FormPaper = {
  date: string
  version: string
  title: string
  item: string
  body: string
  parts: readonly { title?: string; lines: readonly FormLine[] }[]
  onlineUrl: string
  demo: boolean
  /** The watermark of a sample; absent on the blank form. */
  specimen?: string
}

export type FormLine = {
  label: string
  required: boolean
  hint?: string
  /** Whom it is asked of, where not everybody. */
  when?: string
  /** What has to be written into it takes more than a line. */
  tall?: boolean
  options?: readonly { label: string; ticked: boolean }[]
  /** What stands there on the sample. */
  text?: string
}

export interface FormSource {
  item: ItemVersion
  /** Who decides. */
  body: string
  url: string
  demo: boolean
}

export const formFaults = (item: ItemVersion): string[] => sampleFaults(item).map(({ message }) => message)

/** The blank form (空白表格), or the same filled in as an example (示范文本). */
export function composeForm({ item, body, url, demo }: FormSource, kind: 'blank' | 'sample'): RenderRequest {
  const values = kind === 'sample' ? sampleValues(item) : undefined
  const data: FormPaper = {
    ...{ date: item.effectiveFrom, version: String(item.version), title: item.form.title, item: item.name },
    ...{ body, demo, onlineUrl: url, parts: partsOf(item, values) },
    ...(kind === 'sample' ? { specimen: SPECIMEN_FORM } : {}),
  }
  return {
    template: fileURLToPath(new URL('./form.typ', import.meta.url)),
    data,
    images: { qr: qrSvg(url) },
  }
}

function partsOf({ form }: ItemVersion, values?: FormValues): FormPaper['parts'] {
  // What the sample leaves out need not be written, which “未填写” would not say.
  const answers = new Map(
    values === undefined
      ? []
      : describe(form, values, { regions: SAMPLE_REGIONS })
          .filter(({ field }) => values[field] !== undefined)
          .map(({ field, text }) => [field, text] as const),
  )
  return [...Map.groupBy(form.fields, ({ section }) => section)].map(([title, fields]) => ({
    ...(title === undefined ? {} : { title }),
    lines: fields.map((field) => line(field, form.fields, values, answers.get(field.name))),
  }))
}

function line(field: FormField, fields: readonly FormField[], values?: FormValues, text?: string): FormLine {
  const { label, required, hint, type, showWhen } = field
  const offered = optionsOf(field)
  const given = values?.[field.name]
  return {
    ...{ label, required },
    ...(hint === undefined ? {} : { hint }),
    ...(showWhen === undefined ? {} : { when: whenWords(showWhen, fields) }),
    ...(type === 'long-text' ? { tall: true } : {}),
    ...(offered.length === 0
      ? written(values, text)
      : {
          options: offered.map((option) => ({ label: option.label, ticked: holds(given, option.value) })),
          ...(values !== undefined && given === undefined ? { text: NOT_ASKED } : {}),
        }),
  }
}

const NOT_ASKED = '（不用填）'

const written = (values?: FormValues, text?: string) =>
  values === undefined ? {} : { text: text ?? NOT_ASKED }

function optionsOf({ type, options = [] }: FormField): readonly { value: string; label: string }[] {
  if (type !== 'yes-no') return options
  return [
    { value: 'yes', label: '是' },
    { value: 'no', label: '否' },
  ]
}

function whenWords(
  { field, equals }: NonNullable<FormField['showWhen']>,
  fields: readonly FormField[],
): string {
  const asking = fields.find(({ name }) => name === field)
  const answer = asking && optionsOf(asking).find(({ value }) => holds(equals, value))
  return `“${asking?.label ?? field}”是“${answer?.label ?? equals}”的填`
}
