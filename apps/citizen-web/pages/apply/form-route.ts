import type { FastifyInstance } from 'fastify'
import type { DraftView, PlaceView, RegionOption } from '#capabilities/portal/contract.ts'
import {
  askedFields,
  check,
  decode,
  filledIn,
  partWith,
  type FormError,
  type FormValues,
} from '#ui/form/index.ts'
import { isRefused, type House } from '../../house.ts'
import type { PostedForm } from '../../http/posted.ts'
import { seeOther, sendPage, sendRefusal } from '../../http/send.ts'
import { enterDraft, enterDraftPosted, isBack, type Back, type DraftParams } from './draft.ts'
import { FormPage } from './form-page.tsx'
import { firstUnfinished, formParts, questionPath, stepPath } from './progress.ts'

interface Asked {
  Querystring: Back['Querystring'] & { part?: string; mend?: string; place?: string }
}

export function mountForm(app: FastifyInstance, house: House): void {
  app.get<DraftParams & Asked>('/apply/:draft/form', async (request, reply) => {
    const entered = await enterDraft(house, request, reply)
    if (!entered) return reply
    const { visit, draft } = entered
    const { part = '', mend } = request.query
    const regions = await house.services.regions()
    const place = request.query.place === undefined ? undefined : await placeOf(house, draft)
    const errors = mend === undefined ? [] : wrongOn(draft, part, regions)
    // What an age says is shown to be confirmed; it is kept once the page is handed in.
    const values = filledIn(draft.item.form, draft.values, undefined, draft.today)
    const page = FormPage({
      ...{ visit, draft, regions, values, part, errors, back: isBack(request.query) },
      ...(place ? { place } : {}),
    })
    return sendPage(reply, visit, page)
  })

  app.post<DraftParams & Asked>('/apply/:draft/form', async (request, reply) => {
    const entered = await enterDraftPosted(house, request, reply)
    if (!entered) return reply
    const { visit, draft, posted } = entered
    const { part: asked } = request.query
    const back = isBack(request.query)
    const then = posted.text('then')
    const typed = typedOn(draft, asked, posted, then === '')
    // What was typed is kept before it is judged: a wrong digit must not cost a page of writing.
    const saved = await house.services.saveDraft(visit.visitor, draft.id, { values: typed })
    if (isRefused(saved) && !saved.problems) return sendRefusal(reply, visit, saved)
    const now = isRefused(saved) ? { ...draft, values: { ...draft.values, ...typed } } : saved
    const notKept = isRefused(saved) ? (saved.problems ?? []) : []
    if (notKept.length === 0 && then === 'leave') return seeOther(reply, '/my')
    if (notKept.length === 0 && then === 'back') return seeOther(reply, stepBefore(now, asked))
    // Another window has closed the question that opens this page.
    if (isGone(draft, asked)) return seeOther(reply, firstUnfinished(now))
    const regions = await house.services.regions()
    const found = wrongOn(now, asked, regions)
    const errors = found.length > 0 ? found : notKept
    if (errors.length === 0) return seeOther(reply, stepAfter(now, asked, back, regions))
    const part = asked ?? errors[0]!.field
    const page = FormPage({
      ...{ visit, draft: now, regions, values: now.values, part, back },
      errors: asked === undefined ? onOnePage(now, errors) : errors,
    })
    return sendPage(reply, visit, page, 422)
  })
}

/** The questions of the page; without one the whole form, as a page opened before it went in steps sends it. */
function questionsOf(draft: DraftView, asked: string | undefined): DraftView['item']['form'] {
  const { form } = draft.item
  const part = asked === undefined ? undefined : partWith(formParts(draft), asked)
  const names = new Set(part?.fields.map(({ name }) => name))
  return part === undefined ? form : { ...form, fields: form.fields.filter(({ name }) => names.has(name)) }
}

function isGone(draft: DraftView, asked: string | undefined): boolean {
  return asked !== undefined && partWith(formParts(draft), asked) === undefined
}

/** Whoever goes on has seen every question of the page: what was left empty stands as left empty. */
function typedOn(
  draft: DraftView,
  asked: string | undefined,
  posted: PostedForm,
  goesOn: boolean,
): FormValues {
  const whole = questionsOf(draft, asked)
  // Of a page that is asked no more only what it sent is known; a tick it does not have says nothing of another page's.
  const fields = isGone(draft, asked)
    ? whole.fields.filter(({ name }) => posted.get(name) !== null)
    : whole.fields
  const said = decode({ ...whole, fields }, posted)
  const open = goesOn ? askedFields(draft.item.form, { ...draft.values, ...said }) : []
  const here = new Set(fields.map(({ name }) => name))
  const empty = open
    .filter(({ name }) => here.has(name) && draft.values[name] === undefined)
    .map(({ name }) => [name, ''] as const)
  const typed = { ...Object.fromEntries(empty), ...said }
  // Days, sexes and ages that a number on the page says; only what this page asks is saved, so that another window loses nothing.
  const known = filledIn(draft.item.form, { ...draft.values, ...typed }, undefined, draft.today)
  return Object.fromEntries(Object.entries(known).filter(([name]) => here.has(name)))
}

function wrongOn(draft: DraftView, asked: string | undefined, regions: readonly RegionOption[]): FormError[] {
  const here = new Set(questionsOf(draft, asked).fields.map(({ name }) => name))
  const { item, values, today } = draft
  return check(item.form, values, { regions, today }).filter(({ field }) => here.has(field))
}

function onOnePage<E extends { field: string }>(draft: DraftView, errors: readonly E[]): E[] {
  const here = partWith(formParts(draft), errors[0]!.field)
  return errors.filter(({ field }) => here?.fields.some(({ name }) => name === field))
}

function stepBefore(draft: DraftView, asked = ''): string {
  const parts = formParts(draft)
  const before = parts[parts.findIndex(({ fields }) => fields.some(({ name }) => name === asked)) - 1]
  return before?.href ?? stepPath(draft.id, 'where')
}

/**
 * The next page, or the next step. Back among all the answers, unless the change has opened a question that has none yet: that
 * comes first.
 */
function stepAfter(
  draft: DraftView,
  asked: string | undefined,
  back: boolean,
  regions: readonly RegionOption[],
): string {
  const parts = formParts(draft)
  const at = asked === undefined ? -1 : parts.findIndex(({ fields }) => fields.some((f) => f.name === asked))
  if (back) {
    const [open] = wrongOn(draft, undefined, regions)
    return open === undefined
      ? `${stepPath(draft.id, 'check')}#check-${parts[Math.max(at, 0)]!.key}`
      : questionPath(draft.id, open.field, { back })
  }
  const next = at < 0 ? undefined : parts[at + 1]
  return next?.href ?? stepPath(draft.id, draft.commitment === undefined ? 'materials' : 'way')
}

/** The place that was chosen for somebody who named only their village. */
async function placeOf(
  house: House,
  { item, region, acceptPlace }: DraftView,
): Promise<PlaceView | undefined> {
  if (region === undefined) return undefined
  const places = await house.services.places(item, region)
  return places.find(({ id }) => id === acceptPlace)
}
