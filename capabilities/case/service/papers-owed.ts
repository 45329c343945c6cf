import { NO_AREA, subjectOf } from '#capabilities/party/index.ts'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { isSealed } from '#platform/crypto/sealed.ts'
import { applies, type FormValues } from '#ui/form/index.ts'
import type { CaseSummary } from '../contract.ts'
import { effectiveItem } from '../model/effective-item.ts'
import { isLacking } from '../model/lacking.ts'
import type { OwnRow, PapersOfOwn } from '../store/own-matters.ts'
import type { CaseMeans } from './means.ts'

type PapersOwed = Pick<CaseSummary, 'papersAsked' | 'papersAgain' | 'papersLacking'>
type Waiting = OwnRow & { papers: PapersOfOwn }

/** Which papers are awaited from their applicant, by case: all forms are opened in one go. */
export async function papersOwed(
  { catalogue, sealing }: Pick<CaseMeans, 'catalogue' | 'sealing'>,
  rows: readonly OwnRow[],
): Promise<ReadonlyMap<string, PapersOwed>> {
  const waiting = rows.filter((row): row is Waiting => row.papers !== null)
  if (waiting.length === 0) return new Map()
  const answersTo = await openForms(sealing, waiting)
  const owed = waiting.map(async ({ area, dossier, papers }) => {
    const { id, version } = dossier.item
    const { item } = await catalogue.pinned(area, id, version)
    const answers = answersTo.get(dossier.no) ?? {}
    return [dossier.no, dossier.state === 'received' ? lacking() : asked(item, papers)] as const

    function lacking(): PapersOwed {
      if (dossier.promise !== undefined && dossier.promise.withdrawnAt === undefined) return {}
      const names = lackingOf(effectiveItem(item, dossier.procedure, dossier), papers, answers)
      return names.length === 0 ? {} : { papersLacking: names }
    }
  })
  return new Map(await Promise.all(owed))
}

/** Only where nobody has looked yet do the answers say what lacks; afterwards the notice does. */
async function openForms(
  sealing: CaseMeans['sealing'],
  waiting: readonly Waiting[],
): Promise<ReadonlyMap<string, FormValues>> {
  const forms = waiting.flatMap(({ dossier: { no, state }, papers: { party, form } }) =>
    state === 'received' && isSealed(form)
      ? [{ no, area: NO_AREA, subject: subjectOf(party), sealed: form }]
      : [],
  )
  const texts = forms.length === 0 ? [] : await sealing.openAll(forms)
  return new Map(forms.map(({ no }, at) => [no, JSON.parse(texts[at] ?? '{}') as FormValues]))
}

function asked({ materials }: ItemVersion, papers: PapersOfOwn): PapersOwed {
  const named = (ids: readonly string[]) =>
    ids.map((paper) => materials.find(({ id }) => id === paper)?.name ?? '材料')
  const all = papers.asked ?? []
  const again = all.filter((id) => papers.materials[id]?.verdict === 'defective')
  return { papersAsked: named(all), ...(again.length === 0 ? {} : { papersAgain: named(again) }) }
}

function lackingOf({ materials }: ItemVersion, papers: PapersOfOwn, answers: FormValues): string[] {
  return materials
    .filter(({ id, necessity, fromForm = false, shared = false, ...material }) => {
      const {
        verdict = 'unchecked',
        paperOriginals = 0,
        paperCopies = 0,
        files = [],
      } = papers.materials[id] ?? {}
      const wanted = applies({ necessity, ...material }, answers) === 'yes'
      const held = { verdict, paperOriginals, paperCopies, files }
      return isLacking({ ...{ necessity, fromForm, shared: shared === true, applies: wanted }, ...held })
    })
    .map(({ name }) => name)
}
