import type { FormField, ItemVersion } from '../contract.ts'
import type { Difference } from './difference.ts'
import { same } from './same.ts'

const part = '申请表'

/** Questions of the form by their names. */
export function changedFields({ form: before }: ItemVersion, { form: now }: ItemVersion): Difference[] {
  const old = new Map(before.fields.map((each) => [each.name, each]))
  const kept = new Set(now.fields.map(({ name }) => name))
  return [
    ...now.fields.flatMap(({ name, label, required }, index): Difference[] =>
      old.has(name)
        ? []
        : [
            {
              ...{ at: `/form/fields/${index}`, part, text: `申请表新增了“${label}”。` },
              applicants: `申请表新增了“${label}”${required ? '，请填写' : '，可以不填'}。`,
              weight: required ? 'burdens' : 'neutral',
            },
          ],
    ),
    ...before.fields.flatMap(({ name, label }, index) =>
      kept.has(name) ? [] : [{ ...told(`/form/fields/${index}`, `申请表不再问“${label}”。`), ...neutral }],
    ),
    ...now.fields.flatMap((field, index) => {
      const was = old.get(field.name)
      return was === undefined ? [] : changedField(was, field, `/form/fields/${index}`)
    }),
  ]
}

/** What was answered is answered: a question that falls away spares nobody who has filed. */
const neutral = { weight: 'neutral' } as const

const told = (at: string, text: string): Difference => ({ at, part, text, applicants: text })

function changedField(was: FormField, now: FormField, at: string): Difference[] {
  const { label } = now
  const offered = new Set(now.options?.map(({ value }) => value))
  const known = new Set(was.options?.map(({ value }) => value))
  const gone = quoted((was.options ?? []).filter(({ value }) => !offered.has(value)))
  const added = quoted((now.options ?? []).filter(({ value }) => !known.has(value)))
  const said: Difference[] = []
  if (was.label !== label)
    said.push({ ...told(`${at}/label`, `申请表的“${was.label}”改为“${label}”。`), ...neutral })
  if (now.required && !was.required)
    said.push({ ...told(`${at}/required`, `申请表的“${label}”现在必须填写。`), weight: 'burdens' })
  if (!now.required && was.required)
    said.push({ at: `${at}/required`, part, text: `申请表的“${label}”现在可以不填。`, ...neutral })
  if (was.type !== now.type)
    said.push({
      ...{ at: `${at}/type`, part, text: `申请表的“${label}”改了填写方式。` },
      applicants: `申请表的“${label}”改了填写方式，请重新填写。`,
    })
  if (gone !== '') said.push(told(`${at}/options`, `申请表的“${label}”不再有选项${gone}。`))
  if (added !== '')
    said.push({ at: `${at}/options`, part, text: `申请表的“${label}”新增了选项${added}。`, ...neutral })
  if (said.length === 0 && !same(was, now)) said.push({ at, part, text: `申请表的“${label}”的说明有变化。` })
  return said
}

const quoted = (options: readonly { label: string }[]) => options.map(({ label }) => `“${label}”`).join('、')
