import { useSignedIn } from '../../session/use-session.ts'

/** Whether a window takes this in, or a station for its town (代受理): drafts and promises belong to windows. */
export function useAtWindow(): boolean {
  return useSignedIn().post.roles.includes('window-clerk')
}
