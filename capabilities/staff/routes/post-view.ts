import type { PostView } from '../contract/session-routes.ts'
import type { NamedPost } from '../named-posts.ts'

/** A post as the workbench shows it. */
export function postView(post: NamedPost): PostView {
  const { id, title, place, placeName, body, bodyName, windowName, area, roles } = post
  return {
    ...{ id, title, place, placeName, body, bodyName, area, roles: [...roles] },
    ...(windowName === undefined ? {} : { windowName }),
  }
}
