import type { DraftStep, DraftView } from '#capabilities/portal/contract.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import { askedFields, check, partsOf, type FormPart } from '#ui/form/index.ts'
import { notUploaded } from './not-uploaded.ts'

export interface StepState {
  step: DraftStep
  title: string
  href: string
  done: boolean
}

/** One page of the form and whether it has been filled in. */
export interface PartState extends FormPart {
  /** The first question's name: what the page goes by in an address. */
  key: string
  href: string
  done: boolean
}

const TITLES: Readonly<Record<DraftStep, string>> = {
  where: '在哪办',
  form: '填表',
  way: '怎样办',
  materials: '交材料',
  check: '核对提交',
}

export function stepPath(draft: string, step: DraftStep): string {
  return `/apply/${draft}/${step}`
}

/** Going on with a draft wherever it was left. */
export function draftPath(draft: string): string {
  return `/apply/${draft}`
}

export interface OnTheWay {
  /** Come from the page of all answers, and back to it afterwards. */
  back?: boolean
  /** Come because something is wrong: it is named at once. */
  mend?: boolean
}

/** The page of the form that asks a question. */
export function questionPath(draft: string, field: string, way: OnTheWay = {}): string {
  return `${stepPath(draft, 'form')}?part=${encodeURIComponent(field)}${backTo(way, '&')}${way.mend ? '&mend=1' : ''}`
}

/** The papers' page, saying on the line of each why filing did not take it. */
export function refusedPath(draft: string, paper: string, code: string, papers: readonly string[]): string {
  const asked = new URLSearchParams([['why', code], ...papers.map((each) => ['paper', each])])
  return `${stepPath(draft, 'materials')}?${asked.toString()}#material-${paper}-file`
}

export function backTo({ back = false }: OnTheWay, sign: '?' | '&' = '?'): string {
  return back ? `${sign}back=check` : ''
}

/** The steps in order, each with whether it is done; the way is asked only where there is a choice (告知承诺). */
export function stepsOf(draft: DraftView): StepState[] {
  const done: Readonly<Record<DraftStep, boolean>> = {
    where: isPlaced(draft),
    form: formParts(draft).every((part) => part.done),
    way: draft.way !== undefined,
    materials: notUploaded(draft).length === 0,
    check: false,
  }
  const order: readonly DraftStep[] = ['where', 'form', 'way', 'materials', 'check']
  return order
    .filter((step) => step !== 'way' || draft.commitment !== undefined)
    .map((step) => ({ step, title: TITLES[step], href: stepPath(draft.id, step), done: done[step] }))
}

/** Filled in is what has been asked on its page once, even if it was left empty where it may be, and is in order. */
export function formParts({ id, item, values, today }: DraftView): PartState[] {
  const wrong = new Set(check(item.form, values, { today }).map(({ field }) => field))
  const asked = new Set(askedFields(item.form, values).map(({ name }) => name))
  return partsOf(item.form, values).map((part) => {
    const key = part.fields[0]!.name
    const open = part.fields.filter(({ name }) => asked.has(name))
    const done = open.every(({ name }) => values[name] !== undefined && !wrong.has(name))
    return { ...part, key, href: questionPath(id, key), done }
  })
}

/** Where somebody who comes back goes on. */
export function firstUnfinished(draft: DraftView): string {
  const open = stepsOf(draft).find(({ done }) => !done)
  if (open?.step !== 'form') return open?.href ?? stepPath(draft.id, 'check')
  return formParts(draft).find(({ done }) => !done)!.href
}

function isPlaced({ region, acceptPlace, delivery, postal }: DraftView): boolean {
  if (region === undefined || acceptPlace === undefined || delivery === undefined) return false
  return delivery !== 'post' || postalProblems(postal ?? {}).length === 0
}
