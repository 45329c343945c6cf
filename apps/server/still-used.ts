import type { CaseMeans } from '#capabilities/case/index.ts'
import type { GroundMeans } from '#capabilities/organisation/index.ts'
import type { Staff } from '#capabilities/staff/index.ts'

interface Means {
  staff: Pick<Staff, 'postsOfArea'>
  catalogue: Pick<CaseMeans['catalogue'], 'grantsInMemory'>
}

/** What still hangs on a place or a body on a day: people in office there, and powers it would take along. */
export const stillUsedIn =
  ({ staff, catalogue }: Means): GroundMeans['stillUsed'] =>
  async (area, { subject, id, day }) => {
    const [posts, grants] = await Promise.all([
      staff.postsOfArea(area),
      subject === 'body' ? catalogue.grantsInMemory(area, true) : [],
    ])
    const lasts = ({ validTo }: { validTo: string | null }) => validTo === null || validTo >= day
    return {
      posts: posts.filter((post) => post[subject] === id && lasts(post)).map(({ title }) => title),
      items: [
        ...new Set(
          grants
            .filter(
              ({ body, powers, to }) =>
                body === id && powers.includes('decide') && (to === undefined || to >= day),
            )
            .map(({ item }) => item),
        ),
      ],
    }
  }
