import type { HandedFile } from './paper.tsx'

/** The ids of the files that came in for each paper. */
export function byMaterial(handed: readonly HandedFile[]): Record<string, string[]> {
  const files: Record<string, string[]> = Object.create(null)
  for (const file of handed) (files[file.material] ??= []).push(file.id)
  return files
}
