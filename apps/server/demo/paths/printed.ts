import { present, type Matter, type Scene } from './scene.ts'

/** The decision that has come over the network to where the applicant waits. */
export async function printedPaper(scene: Scene, matter: Matter): Promise<string> {
  const { papers } = await scene.dossier(matter)
  return present(
    papers.find(({ kind, file }) => kind === 'grant' && file !== undefined),
    'a decision',
  ).id
}
