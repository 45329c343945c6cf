import type { OrganisationPack } from '#capabilities/organisation/contract.ts'
import { fillPattern, placesFromPack, type PackPlaces } from '#capabilities/organisation/model.ts'
import type { PostPattern, PostsFile } from '#capabilities/staff/contract.ts'

type Place = PackPlaces['places'][number]

/** One place with the body that works there, as a pattern meets it. */
interface Seat {
  place: Place
  body: string
  /** What a pattern may be limited to, and what ids and logins are made of. */
  key: string
  slug: string
  words: Record<string, string>
}

/**
 * The people and posts of one area: those written out, and those its patterns give. The same pack gives the same ids in
 * every run, so a second loading changes nothing.
 */
export function areaPosts(pack: OrganisationPack, file: PostsFile, written: boolean): PostsFile {
  const { patterns = [], slugs = {}, ...rest } = file
  const own = written ? rest : { ...rest, people: [], posts: [], covers: [] }
  if (patterns.length === 0) return own
  const seats = seatsOf(pack, slugs)
  const numbers = new Map<string, number>()
  const made = patterns.flatMap((pattern) =>
    seats[pattern.each]
      .filter(({ key }) => pattern.of === undefined || pattern.of.includes(key))
      .flatMap((seat) => pattern.posts.map((post) => madePost(pack, pattern, post, seat, numbers))),
  )
  return {
    ...own,
    people: [...own.people, ...made.map(({ person }) => person)],
    posts: [...own.posts, ...made.map(({ post }) => post)],
    covers: [...(own.covers ?? []), ...made.flatMap(({ cover }) => cover ?? [])],
  }
}

function madePost(
  { pack }: OrganisationPack,
  pattern: PostPattern,
  { key, name, title, roles, window, cover }: PostPattern['posts'][number],
  { place, body, key: at, slug, words }: Seat,
  numbers: Map<string, number>,
) {
  const id = (of: string) => `${pack.area.code}-${of}-${at}`
  const no = (numbers.get(name) ?? 0) + 1
  numbers.set(name, no)
  const person = {
    id: `person-${id(key)}`,
    name: fillPattern(name, { no: String(no).padStart(2, '0') }),
    ...(pattern.login ? { login: fillPattern(pattern.login, { key, slug, at, area: pack.area.code }) } : {}),
  }
  const post: PostsFile['posts'][number] = {
    id: `post-${id(key)}`,
    person: person.id,
    title: fillPattern(title, words),
    roles,
    place: place.id,
    body,
    // A point has no windows of its own.
    window: window === undefined || place.kind === 'point' ? null : `${place.id}-w${window}`,
    validFrom: [pattern.validFrom, place.validFrom].toSorted().at(-1)!,
  }
  return { person, post, ...(cover ? { cover: { post: post.id, cover: `post-${id(cover)}` } } : {}) }
}

function seatsOf(
  pack: OrganisationPack,
  slugs: Readonly<Record<string, string>>,
): Record<PostPattern['each'], Seat[]> {
  const { places } = placesFromPack(pack)
  const regions = new Map(pack.regions.regions.map(({ code, name }) => [code, name]))
  const county = pack.pack.area.name
  const hall = places.find(({ kind }) => kind === 'hall')
  const townOf = (region: string) => regions.get(`${region.slice(0, 9)}000`) ?? ''
  const seat = (place: Place, body: string, key: string, more: Record<string, string> = {}): Seat => ({
    place,
    body,
    key,
    slug: slugs[key] ?? slugs[key.slice(0, 9)] ?? key,
    words: {
      county,
      town: townOf(place.region),
      village: regions.get(place.region) ?? '',
      place: place.name,
      ...more,
    },
  })
  const of = (kind: Place['kind']) => places.filter((place) => place.kind === kind && place.validTo === null)
  const townBody = (region: string) => `town-${region.slice(0, 9)}`
  return {
    hall: hall ? [seat(hall, hall.owner, 'hall')] : [],
    town: of('centre').map((place) => seat(place, townBody(place.region), place.region.slice(0, 9))),
    body: hall
      ? pack.bodies.bodies
          .filter(({ tier }) => tier !== 5)
          .map(({ id, shortName }) => seat(hall, id, id, { body: shortName }))
      : [],
    station: [...of('station'), ...of('point')].map((place) =>
      seat(place, townBody(place.region), place.region),
    ),
  }
}
