import { legalDay } from '#engine/day.ts'
import type { Fact } from '#engine/fact.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { moved } from '../../model/fold.ts'
import { markOf } from '../../model/marks.ts'
import type { Chapter } from '../chapter.ts'
import { followVersion, keepVersion, offerVersion } from './acts.ts'
import { openOffer, type VersionOffer } from './dossier.ts'

interface Followed {
  to: number
  lapsed: readonly string[]
  back?: true
}

/** A case moves to an easier version of its item only with its applicant's consent (按新版本办理). */
export const newerVersion: Chapter = {
  name: 'newer-version',
  // A promise (告知承诺) was given in the words of its version.
  procedures: ['approval', 'on-the-spot'],
  actions: [offerVersion, followVersion, keepVersion],
  apply: {
    // Nobody's step was taken: what others are about to do is as lawful as before.
    'version-offered': (dossier, fact: Fact<VersionOffer>) => ({
      ...dossier,
      versions: [...(dossier.versions ?? []).filter(({ answer }) => answer !== undefined), fact.body],
    }),
    'version-kept': (dossier, fact) => ({
      ...dossier,
      ...answered(dossier, { follows: false, by: markOf(fact) }),
    }),
    'version-followed': (dossier, fact: Fact<Followed>) => {
      const { to, lapsed, back } = fact.body
      return {
        ...moved(dossier, fact, back ? 'received' : dossier.state),
        item: { ...dossier.item, version: to },
        ...answered(dossier, { follows: true, by: markOf(fact), ...(lapsed.length > 0 ? { lapsed } : {}) }),
        ...withoutAsked(dossier, lapsed, back === true),
        ...(back ? { receivedOn: legalDay(fact.at) } : {}),
      }
    },
  },
}

function answered(
  dossier: CaseDossier,
  answer: NonNullable<VersionOffer['answer']>,
): Pick<CaseDossier, 'versions'> {
  const offer = openOffer(dossier)!
  return { versions: [...dossier.versions!.slice(0, -1), { ...offer, answer }] }
}

/** What the notice asked for and nobody needs any more is off it; a notice that asks for nothing is over. */
function withoutAsked(
  { supplement }: Pick<CaseDossier, 'supplement'>,
  lapsed: readonly string[],
  over: boolean,
): Pick<CaseDossier, 'supplement'> {
  if (supplement === undefined || lapsed.length === 0) return {}
  const asked = supplement.asked.filter((id) => !lapsed.includes(id))
  return { supplement: { ...supplement, asked, open: over ? false : supplement.open } }
}
