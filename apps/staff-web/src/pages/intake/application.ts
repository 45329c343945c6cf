import type { FileView, Filing, HandedIn } from '#capabilities/case/contract.ts'
import type { FormSchema, ItemVersion, Material } from '#capabilities/catalogue/contract.ts'
import { applies, askedMaterials, mayPromise } from '#ui/form/applies.ts'
import { dayOf } from '#ui/format/day.ts'
import { check } from '#ui/form/check.ts'
import { villageField } from '#ui/form/derive.ts'
import type { RegionOption } from '#ui/form/region.ts'
import { itemFor } from '#ui/form/situation.ts'
import { askedFields, type FormValues } from '#ui/form/values.ts'
import type { FieldProblem } from '../../form/error-summary.tsx'
import { readValues, type RawValues } from '../../form/raw-values.ts'
import { fieldId } from '../../form/schema-fields.tsx'
import type { DraftAtCounter, DraftForPerson } from '#capabilities/portal/contract/routes.ts'
import { intakeWords as words } from './words.ts'

export interface HeldPapers {
  originals: number
  copies: number
  files: readonly FileView[]
}

/** What the clerk has written down so far. */
export interface Application {
  region: string
  values: RawValues
  papers: Readonly<Record<string, HeldPapers>>
  delivery: Filing['delivery'] | undefined
  /** Where a result by post goes. */
  postal: RawValues
  /** The way the applicant chose, where the item lets them choose. */
  way: 'general' | 'promise' | undefined
  /** The promise was read, understood and signed on paper. */
  signed: boolean
}

export const NO_PAPERS: HeldPapers = { originals: 0, copies: 0, files: [] }
export const REGION_ID = 'intake-region'
export const DELIVERY_ID = 'intake-delivery'
export const WAY_ID = 'intake-way'
export const SIGNED_ID = 'intake-signed'
export const POSTAL = 'postal'

export function newApplication(item: ItemVersion, region: string): Application {
  return {
    region,
    values: {},
    papers: {},
    delivery: item.delivery.length === 1 ? item.delivery[0] : undefined,
    postal: {},
    way: undefined,
    signed: false,
  }
}

/** What somebody began online; the promise is signed anew at the counter. */
export function continued(item: ItemVersion, ownRegion: string, draft: DraftAtCounter): Application {
  const before = newApplication(item, draft.region ?? ownRegion)
  const papers = Object.entries(draft.files).map(([id, files]) => [id, { ...NO_PAPERS, files }] as const)
  return {
    ...before,
    values: draft.form,
    papers: Object.fromEntries(papers),
    delivery: draft.delivery ?? before.delivery,
    postal: draft.postal ?? {},
    way: draft.way && WAYS[draft.way],
  }
}

const WAYS = { ordinary: 'general', commitment: 'promise' } as const

/**
 * Where it falls is asked once: a form that always asks for a village (您家在哪, 门店在哪) has said it already, and of the rest
 * only a matter the town decides needs to know.
 */
export function asksRegion(item: ItemVersion): boolean {
  return item.decidingBody.kind === 'town' && villageField(item.form) === undefined
}

/** Where the matter falls: what the form says, else what was asked beside it. */
export function regionOf(item: ItemVersion, { region, values }: Application): string {
  const field = villageField(item.form)?.name
  return field === undefined ? region : String(values[field] ?? '')
}

/** The choice is offered once the answers say that this applicant has it. */
export function offersPromise(item: ItemVersion, { values }: Application): boolean {
  return mayPromise(item, readValues(item.form, values))
}

/** An answer changed afterwards takes the choice back, and with it what was signed. */
export function isPromised(item: ItemVersion, application: Application): boolean {
  return application.way === 'promise' && offersPromise(item, application)
}

export interface AskedPapers {
  asked: Material[]
  /** Wanted or not by an answer that is still open. */
  open: Material[]
  /** Ruled out by the answers. */
  spared: Material[]
  /** The promise stands in for them. */
  replaced: Material[]
}

/** The item in the situation (情形) that the answers make so far. */
export const asAnswered = (item: ItemVersion, { values }: Application): ItemVersion =>
  itemFor(item, readValues(item.form, values))

/** The papers of the item, sorted by what the answers and the chosen way make of them. */
export function papersOf(item: ItemVersion, application: Application): AskedPapers {
  const answers = readValues(item.form, application.values)
  const own = new Set(asAnswered(item, application).materials.map(({ id }) => id))
  const wanted = new Set(askedMaterials(item, answers, isPromised(item, application)).map(({ id }) => id))
  const papers: AskedPapers = { asked: [], open: [], spared: [], replaced: [] }
  for (const material of item.materials) {
    const byAnswer = applies(material, answers, item.form)
    if (byAnswer === 'no' || !own.has(material.id)) papers.spared.push(material)
    else if (!wanted.has(material.id)) papers.replaced.push(material)
    else if (byAnswer === 'ask' && material.whenAnswer !== undefined) papers.open.push(material)
    else papers.asked.push(material)
  }
  return papers
}

/** Originals and copies as the item asks for them, of every paper that lies on the counter when all were brought. */
export function allHandedIn(
  asked: readonly Material[],
): Readonly<Record<string, Pick<HeldPapers, 'originals' | 'copies'>>> {
  const brought = asked.filter(
    ({ fromForm, shared, originals, copies }) =>
      fromForm !== true && shared === undefined && originals + copies > 0,
  )
  return Object.fromEntries(brought.map(({ id, originals, copies }) => [id, { originals, copies }]))
}

/** Receiver, phone and address of a result by post, as a form of their own. */
export const POSTAL_FORM: FormSchema = {
  title: words.postal,
  fields: [
    { name: 'receiver', label: words.postalReceiver, type: 'text', required: true, maxLength: 60 },
    { name: 'phone', label: words.postalPhone, type: 'phone', required: true },
    {
      name: 'address',
      label: words.postalAddress,
      type: 'text',
      required: true,
      maxLength: 200,
      hint: words.postalAddressHint,
    },
  ],
}

/** What is known of the applicant already, for the label of the parcel. */
export function postalFromForm({ form }: ItemVersion, values: RawValues): RawValues {
  const given = (element: string) => {
    const field = form.fields.find((one) => one.element === element)
    return field === undefined ? '' : (values[field.name] ?? '')
  }
  return { receiver: given('party.name'), phone: given('party.phone'), address: given('party.address') }
}

/** The name written down so far. */
export function applicantOf(item: ItemVersion, values: RawValues): string {
  return String(postalFromForm(item, values)['receiver'])
}

/** Whose account a draft goes to: the applicant, or whoever acts for a firm. */
export function ownerFromForm({ form }: ItemVersion, values: RawValues): RawValues {
  for (const who of ['party', 'agent']) {
    const id = form.fields.find(({ element }) => element === `${who}.citizenId`)
    const name = form.fields.find(({ element }) => element === `${who}.name`)
    if (id && name) return { name: values[name.name] ?? '', citizenId: values[id.name] ?? '' }
  }
  return {}
}

/** What was typed so far, without what only a finished form has. */
export function draftOf(
  item: ItemVersion,
  application: Application,
): Omit<DraftForPerson, 'citizenId' | 'name'> {
  const { delivery, postal, papers } = application
  const region = regionOf(item, application)
  const isAddressed = delivery === 'post' && Object.keys(postalErrors(application)).length === 0
  const files = Object.entries(papers).flatMap(([material, held]) =>
    held.files.map((file) => ({ material, file: file.id })),
  )
  return {
    item: item.id,
    form: answersOf(item.form, application.values),
    ...(region === '' ? {} : { region }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(isAddressed ? { postal: addressOf(postal) } : {}),
    ...(files.length > 0 ? { files } : {}),
  }
}

function addressOf(postal: RawValues): NonNullable<Filing['postal']> {
  const { receiver, phone, address } = readValues(POSTAL_FORM, postal)
  return { receiver: String(receiver), phone: String(phone), address: String(address) }
}

/** Messages by name of the field, in the words the portal uses too. */
export function fieldErrors(
  item: ItemVersion,
  values: RawValues,
  regions?: readonly RegionOption[],
): Record<string, string> {
  return messages(item.form, readValues(item.form, values), regions)
}

/** The same for the address of a result by post; nothing while another way was chosen. */
export function postalErrors({ delivery, postal }: Application): Record<string, string> {
  if (delivery !== 'post') return {}
  const values = readValues(POSTAL_FORM, postal)
  const found = messages(POSTAL_FORM, values)
  if ([...String(values['address'] ?? '')].length < 6) found['address'] ??= words.postalAddressShort
  if ([...String(values['receiver'] ?? '')].length < 2) found['receiver'] ??= words.postalReceiverShort
  return found
}

function messages(
  form: FormSchema,
  values: FormValues,
  regions?: readonly RegionOption[],
): Record<string, string> {
  const today = dayOf(new Date().toISOString())
  const found = check(form, values, { today, ...(regions === undefined ? {} : { regions }) })
  return Object.fromEntries(found.map((error) => [error.field, error.message]))
}

export function problemsOf(
  item: ItemVersion,
  application: Application,
  errors: Record<string, string>,
): FieldProblem[] {
  const { region, way, signed, delivery } = application
  const offered = offersPromise(item, application)
  const needed = (target: string, is: boolean, message: string) => (is ? [{ target, message }] : [])
  const fields = (prefix: string, found: Record<string, string>) =>
    Object.entries(found).map(([name, message]) => ({ target: fieldId(prefix, name), message }))
  return [
    ...needed(REGION_ID, asksRegion(item) && region === '', words.regionNeeded),
    ...fields('intake', errors),
    ...needed(WAY_ID, offered && way === undefined, words.wayNeeded),
    ...needed(SIGNED_ID, isPromised(item, application) && !signed, words.signedNeeded),
    ...needed(DELIVERY_ID, delivery === undefined, words.deliveryNeeded),
    ...fields(POSTAL, postalErrors(application)),
  ]
}

export function handedIn(materials: readonly Material[], papers: Application['papers']): HandedIn[] {
  return materials.flatMap(({ id }) => {
    const held = papers[id] ?? NO_PAPERS
    if (!isHeld(held)) return []
    return {
      material: id,
      files: held.files.map((file) => file.id),
      paperOriginals: held.originals,
      paperCopies: held.copies,
    }
  })
}

/** Papers that are wanted for sure and do not lie here: required ones, and those an answer called for. */
export function notHandedIn(materials: readonly Material[], papers: Application['papers']): Material[] {
  return materials.filter(
    (material) =>
      (material.necessity === 'required' || material.whenAnswer !== undefined) &&
      !material.fromForm &&
      !material.shared &&
      !isHeld(papers[material.id] ?? NO_PAPERS),
  )
}

/** Answers to questions that are no longer asked are left out: the file holds what the form asked. */
export function filingOf(item: ItemVersion, application: Application, acceptPlace: string): Filing {
  const { delivery, postal } = application
  const region = regionOf(item, application)
  const { asked, open } = papersOf(item, application)
  return {
    item: item.id,
    itemVersion: item.version,
    ...(region === '' ? {} : { region }),
    acceptPlace,
    form: answersOf(item.form, application.values),
    materials: handedIn([...asked, ...open], application.papers),
    delivery: delivery ?? item.delivery[0]!,
    ...(delivery === 'post' ? { postal: addressOf(postal) } : {}),
    ...(isPromised(item, application) ? { commitment: { confirmed: true } } : {}),
  }
}

function answersOf(schema: FormSchema, raw: RawValues): Record<string, string | string[]> {
  const values = readValues(schema, raw)
  const form: Record<string, string | string[]> = {}
  for (const { name } of askedFields(schema, values)) {
    const value = values[name]
    if (value !== undefined && value.length > 0) form[name] = typeof value === 'string' ? value : [...value]
  }
  return form
}

function isHeld({ originals, copies, files }: HeldPapers): boolean {
  return originals + copies + files.length > 0
}
