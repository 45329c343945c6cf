import type { Filing } from '#capabilities/case/contract.ts'
import type { Application } from './application.ts'
import { asCitizen, asOfficer } from './people.ts'
import type { Run } from './run.ts'

type Spoil = (run: Run, application: Application) => Partial<Application> & { filing?: Filing }

const changed =
  (change: (filing: Filing) => Partial<Filing>): Spoil =>
  (_run, { filing }) => ({ filing: { ...filing, ...change(filing) } })

/** Mistakes of people who file, each of which the office has an answer to. */
const FLAWS: Readonly<Record<string, Spoil>> = {
  'an older version': changed(({ itemVersion }) => ({ itemVersion: itemVersion + 7 })),
  'an item nobody has': changed(() => ({ item: 'no-such-item' })),
  'an unanswered question': changed(() => ({ form: {} })),
  'a paper nobody asked for': changed(({ materials }) => ({
    materials: [...materials, { material: 'no-such-paper', files: [], paperOriginals: 1, paperCopies: 0 }],
  })),
  'a file of somebody else': changed(() => ({
    materials: [
      {
        ...{ material: 'any', paperOriginals: 0, paperCopies: 0 },
        files: ['01900000-0000-7000-8000-000000000000'],
      },
    ],
  })),
  'no address for the post': ({ items, random }, { filing }) => {
    const posted = items
      .map(({ item }) => item)
      .filter(({ id, delivery }) => id === filing.item && delivery.includes('post'))
    const { postal: _left, ...rest } = filing
    return { filing: { ...rest, delivery: posted.length > 0 ? 'post' : random.oneOf(['post', 'window']) } }
  },
  'a promise nobody offered': changed(() => ({ commitment: { confirmed: true } })),
  'a station that does not take it in': changed(() => ({ acceptPlace: 'no-such-place' })),
  'a window of another place': (run, application) => ({
    who: officerElsewhere(run, application.filing.acceptPlace),
    filing: application.filing,
  }),
  'a window that is not there': (run, { filing }) => {
    const post = run.town.posts.find(
      ({ roles, place }) => roles.includes('window-clerk') && place === filing.acceptPlace,
    )
    return { ...(post ? { who: asOfficer(post) } : {}), filing: { ...filing, window: 'no-such-window' } }
  },
  'the name of somebody else': ({ citizens, random }, { applicant, filing }) => {
    const others = citizens.filter(({ index }) => index !== applicant.index)
    return { who: asCitizen(random.oneOf(others)), filing: { ...filing, materials: [] } }
  },
  'signs that no printer has': changed(({ form }) => ({
    form: Object.fromEntries(
      Object.entries(form).map(([name, value]) => [
        name,
        typeof value === 'string' && value.includes('号') ? `${value}\u{1F984}` : value,
      ]),
    ) as Filing['form'],
  })),
  'a licence of somebody else': changed(() => ({
    about: { licence: '演示证照〔2026〕999号', kind: 'renew' as const },
  })),
  'more files than anybody reads': changed(({ materials }) => ({
    materials: [
      ...materials,
      {
        ...{ material: 'any', paperOriginals: 0, paperCopies: 0 },
        files: Array.from({ length: 201 }, () => '01900000-0000-7000-8000-000000000000'),
      },
    ],
  })),
  'a reviewer at the counter': ({ town, random }, { filing }) => {
    const reviewers = town.posts.filter(
      ({ roles, place }) => roles.includes('reviewer') && place === filing.acceptPlace,
    )
    return reviewers.length > 0
      ? { who: asOfficer(random.oneOf(reviewers)), filing: { ...filing, materials: [] } }
      : {}
  },
}

export function spoil(run: Run, application: Application): Application {
  const flaw = run.random.oneOf(Object.keys(FLAWS))
  return { ...application, ...FLAWS[flaw]!(run, application), flaw }
}

function officerElsewhere({ town, random }: Run, place: string) {
  const others = town.posts.filter((post) => post.roles.includes('window-clerk') && post.place !== place)
  return asOfficer(random.oneOf(others))
}
