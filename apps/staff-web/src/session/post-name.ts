import type { PostView } from '#capabilities/staff/contract/session-routes.ts'

/** A post's title without the name of its place, which many titles begin with and the page says beside it. */
export function shortTitle({ title, placeName }: PostView): string {
  const rest = title.startsWith(placeName) ? title.slice(placeName.length) : title
  return rest === '' ? title : rest
}
