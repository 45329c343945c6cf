import type { FormField, FormSchema } from '#capabilities/catalogue/contract.ts'
import { askedFields, type FormValues } from './values.ts'

/** A page of a form that is filled in step by step. */
export interface FormPart {
  title: string
  /** The questions as this page asks them, those included that an answer on the same page opens. */
  fields: readonly FormField[]
}

/** So many questions are read at one glance; more of them go in steps. */
const ONE_PAGE = 6

/**
 * The pages a form is filled in on with these answers: one a section, a short form whole. A question opened by an answer of an
 * earlier page stands in its own section once that answer is given; a section no answer opens is passed over.
 */
export function partsOf(form: FormSchema, values: FormValues): FormPart[] {
  const asked = new Set(askedFields(form, values).map(({ name }) => name))
  return layout(form).flatMap(({ title, fields }) => {
    const shown = shownOn(fields, asked)
    return shown.length === 0 ? [] : [{ title, fields: shown }]
  })
}

/** The page that asks a question; nothing for one that is not asked. */
export function partWith<P extends FormPart>(parts: readonly P[], field: string): P | undefined {
  return parts.find(({ fields }) => fields.some(({ name }) => name === field))
}

function shownOn(fields: readonly FormField[], asked: ReadonlySet<string>): FormField[] {
  const shown = new Set<string>()
  // Those opened by a question of the page follow it, however the form orders them.
  for (let more = true; more;) {
    const before = shown.size
    for (const { name, showWhen } of fields)
      if (asked.has(name) || (showWhen !== undefined && shown.has(showWhen.field))) shown.add(name)
    more = shown.size > before
  }
  return fields.filter(({ name }) => shown.has(name)).map((field) => withoutForeign(field, shown))
}

/** Answered on an earlier page, a condition has nothing left to open here. */
function withoutForeign(field: FormField, here: ReadonlySet<string>): FormField {
  const { showWhen, ...alone } = field
  return showWhen === undefined || here.has(showWhen.field) ? field : alone
}

function layout(form: FormSchema): FormPart[] {
  const { title, fields } = form
  if (fields.length <= ONE_PAGE) return [{ title, fields }]
  const sections = new Set(fields.map(({ section }) => section))
  return sections.size > 1 ? bySection(fields, [...sections]) : inHandfuls(fields)
}

/** A question asked before the one that opens it waits for that one's page. */
function bySection(fields: readonly FormField[], sections: readonly (string | undefined)[]): FormPart[] {
  const page = (field: FormField, depth = 0): number => {
    const opens = fields.find(({ name }) => name === field.showWhen?.field)
    const own = sections.indexOf(field.section)
    return opens === undefined || depth > fields.length ? own : Math.max(own, page(opens, depth + 1))
  }
  return sections.flatMap((section, at) => {
    const here = fields.filter((field) => page(field) === at)
    return here.length === 0 ? [] : [{ title: section ?? handful(here), fields: here }]
  })
}

/** Pages of like length, each further question with the one that opens it. */
function inHandfuls(fields: readonly FormField[]): FormPart[] {
  const most = Math.ceil(fields.length / Math.ceil(fields.length / ONE_PAGE))
  const pages: FormField[][] = []
  for (const family of families(fields)) {
    const last = pages.at(-1)
    if (last !== undefined && last.length + family.length <= most) last.push(...family)
    else pages.push([...family])
  }
  return pages.map((page) => ({ title: handful(page), fields: page }))
}

function families(fields: readonly FormField[]): FormField[][] {
  const found = new Map<string, FormField[]>()
  for (const field of fields) {
    const root = rootOf(field, fields)
    found.set(root, [...(found.get(root) ?? []), field])
  }
  return [...found.values()]
}

function rootOf(field: FormField, fields: readonly FormField[], depth = 0): string {
  const opens = fields.find(({ name }) => name === field.showWhen?.field)
  return opens === undefined || depth > fields.length ? field.name : rootOf(opens, fields, depth + 1)
}

const handful = ([first, ...more]: readonly FormField[]): string =>
  more.length === 0 ? first!.label : `${first!.label}等${more.length + 1}项`
