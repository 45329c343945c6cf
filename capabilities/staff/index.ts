export const staffCapability = { name: 'staff', jobs: [], hears: [] } as const

export { appointPost, changePost, endPost, type Asking, type Registry } from './appoint.ts'
export { endAbsence, setAbsence, setCover } from './set-duty.ts'
export { besideSession } from './beside-session.ts'
export type { Desk, PostStanding } from './standing.ts'
export { loadStaff, readPosts, type LoadedStaff } from './load.ts'
export {
  forgetPosts,
  savePeople,
  staffReader,
  type PostPage,
  type StaffReader,
  type StoredPost,
} from './store.ts'
export type { NamedPost } from './named-posts.ts'
export { coverProblem } from './duty.ts'
export { postsProblems } from './model.ts'
export { packSurroundings } from './store/surroundings.ts'
export { absenceWords, refusalWords, roleWords } from './words.ts'

export { savedListRoutes } from './contract/saved-list-routes.ts'
export { staff, type Staff } from './staff.ts'
export { staffHttp } from './routes.ts'
export { dutyRoutes } from './contract/duty-routes.ts'
export { administrationRoutes, sessionRoutes } from './contract/session-routes.ts'
