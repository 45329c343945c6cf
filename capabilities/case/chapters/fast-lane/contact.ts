import { legalDay } from '#engine/day.ts'
import { refusal } from '#engine/refusal.ts'
import type { Completing } from '../chapter-completing.ts'

/** The name of the chosen contact, who is on duty in the deciding body or where the matter was taken in. */
export const contactOf: Completing = async (means, { area, dossier }, { input, now }) => {
  const { post } = input
  const day = legalDay(now)
  if (typeof post !== 'string') return { input: { ...input, contactName: '' } }
  const near = await Promise.all([
    means.posts.searchPosts(area, day, { body: dossier.decidingBody, limit: 500 }),
    means.posts.searchPosts(area, day, { place: dossier.acceptPlace, limit: 500 }),
  ])
  const name = near.flat().some(({ id }) => id === post)
    ? (await means.posts.namesOf(area, [post])).get(post)
    : undefined
  return name === undefined ? refusal('contact-unknown') : { input: { ...input, contactName: name } }
}
