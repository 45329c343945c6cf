import { isCitizenId } from '#ui/form/index.ts'

/** The port to whoever knows citizens by name and number (公安人口库, 国家政务服务平台). */
export interface IdentityProvider {
  verify(name: string, citizenId: string): Promise<boolean>
}

/** Simulates the check in a demo: any name with a number of the right form passes. Production never gets it. */
export const demoIdentity: IdentityProvider = {
  verify: async (name, citizenId) => name.trim() !== '' && isCitizenId(citizenId),
}
