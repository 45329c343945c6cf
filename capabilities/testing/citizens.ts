import { Readable } from 'node:stream'
import type { CitizenActor } from '#engine/actor.ts'
import type { DeliveryMode } from '#capabilities/catalogue/contract.ts'
import type { PartyDetails } from '#capabilities/party/contract.ts'
import type { CitizenServices, FormSchema, PageRefusal, Visitor } from '#capabilities/portal/contract.ts'
import { citizenActor } from '#capabilities/portal/index.ts'
import { citizenIdCheck } from '#ui/form/citizen-id.ts'
import { agreeing, readOffId } from '#ui/form/index.ts'

export interface TestCitizen {
  visitor: Visitor
  details: PartyDetails
  login: string
  password: string
  /** The session's token, as it stands in the cookie. */
  session: string
  actor: CitizenActor
}

export interface FilingWish {
  /** Where the matter falls; a village of 山头街道 unless told otherwise. */
  region?: string
  /** A place by id; the nearest that takes it unless told otherwise. */
  place?: string
  delivery?: DeliveryMode
  /** Answers beside the applicant's own. */
  values?: Readonly<Record<string, string | readonly string[]>>
  /** Materials that come with a file; every required one unless told otherwise. */
  files?: readonly string[]
}

export const VILLAGE = '370304004207'
export const PASSWORD = 'Shiyong-2026!'

/** People of the town: invented, with numbers that check but belong to nobody. */
export function citizens({ portal }: { portal: CitizenServices; area: string }) {
  let count = 0
  async function citizen(name = '张示例'): Promise<TestCitizen> {
    count += 1
    const details: PartyDetails = {
      name,
      idKind: 'citizen-id',
      idNumber: syntheticId(count),
      phone: `1990000${String(count).padStart(4, '0')}`,
    }
    const login = `resident-${count}`
    const input = { name, citizenId: details.idNumber, phone: details.phone, login, password: PASSWORD }
    const { session } = granted(await portal.register(input, '192.0.2.1'))
    const visitor = await portal.visitor({ session })
    return {
      visitor,
      details,
      login,
      password: PASSWORD,
      session,
      actor: citizenActor(visitor.citizen!.party),
    }
  }
  return {
    citizen,
    /** A whole application through a draft; the case number. */
    async file(who: TestCitizen, item: string, wish: FilingWish = {}): Promise<string> {
      const draft = await draftOf(portal, who, item, wish)
      const request = `file-${draft}`
      const filed = await portal.file(who.visitor, draft, request)
      // Tests file the same for one person again and again.
      const isTwin = 'refused' in filed && filed.code === 'already-applied'
      const again = { again: '又有一件同样的事要办' }
      return granted(isTwin ? await portal.file(who.visitor, draft, request, again) : filed).no
    },
    /** The same up to the last page; the draft's id. */
    draft: (who: TestCitizen, item: string, wish: FilingWish = {}): Promise<string> =>
      draftOf(portal, who, item, wish),
  }
}

async function draftOf(
  portal: CitizenServices,
  { visitor }: TestCitizen,
  itemId: string,
  wish: FilingWish,
): Promise<string> {
  const { id, item, values } = granted(await portal.openDraft(visitor, itemId))
  const region = wish.region ?? VILLAGE
  const acceptPlace = wish.place ?? (await portal.places(itemId, region))[0]!.id
  const delivery = wish.delivery ?? item.delivery[0]!
  const answers = bornAsNumbered(item.form, {
    ...plausible(item.form.fields, region),
    ...values,
    ...wish.values,
  })
  granted(await portal.saveDraft(visitor, id, { region, acceptPlace, delivery, values: answers }))
  const required = item.materials.filter(
    (material) => material.necessity === 'required' && !material.fromForm,
  )
  for (const material of wish.files ?? required.map((each) => each.id)) {
    granted(
      await portal.uploadToDraft(visitor, id, material, {
        fileName: 'scan.pdf',
        stream: Readable.from([paperScan(material)]),
      }),
    )
  }
  return id
}

/** Day of birth, sex and what follows from an age as the id numbers beside them say. */
export function bornAsNumbered(
  form: FormSchema,
  answers: Record<string, string | readonly string[]>,
): Record<string, string | readonly string[]> {
  return agreeing(form, { ...answers, ...readOffId(form, answers) }, TEST_DAY)
}

/** Everybody here was born in the 1900s: any day of these years gives the same answers. */
const TEST_DAY = '2026-11-23'

/** An answer to every question, good enough for the form's own check. */
export function plausible(fields: FormSchema['fields'], region: string): Record<string, string | string[]> {
  return Object.fromEntries(
    fields.map((field): [string, string | string[]] => {
      const option = field.options?.[0]?.value ?? ''
      switch (field.type) {
        case 'citizen-id':
          return [field.name, syntheticId(900)]
        case 'credit-code':
          return [field.name, '91350100M000100Y43']
        case 'phone':
          return [field.name, '19900009999']
        case 'date':
          return [field.name, '2026-01-05']
        case 'integer':
        case 'money-yuan':
          return [field.name, String(Math.max(1, field.minimum ?? 1))]
        case 'choice':
          // A person rather than a firm, so that the applicant is the one who files.
          return [field.name, field.options?.find(({ value }) => value === 'person')?.value ?? option]
        case 'choices':
          return [field.name, [option]]
        case 'yes-no':
          return [field.name, 'no']
        case 'region':
          return [field.name, region]
        default:
          return [field.name, '示例']
      }
    }),
  )
}

/** A PDF that says nothing but what it stands for. */
export function paperScan(material: string): Buffer {
  return Buffer.from(`%PDF-1.7\n% ${material}\n1 0 obj << >> endobj\n%%EOF\n`, 'latin1')
}

/** Born in the 1900s in a county of today: the number checks and nobody has it. */
export function syntheticId(count: number): string {
  const body = `37030419${String(Math.floor(count / 900) % 10).padStart(2, '0')}0101${String(count % 900).padStart(3, '0')}`
  return body + citizenIdCheck(body)
}

function granted<T>(answer: T | PageRefusal): T {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
    const { code, sentence, problems = [] } = answer as PageRefusal
    throw new Error(
      `${code}: ${sentence} ${problems.map(({ field, message }) => `${field} ${message}`).join('; ')}`,
    )
  }
  return answer as T
}
