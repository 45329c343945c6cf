import type { Scene } from './scene.ts'

/**
 * One lawful path of a case (容缺受理, 听证, 联审联办 …) as a visitor of the demo finds it: it begins so many working days
 * before today, and each `yield` lets so many pass.
 */
export interface Path {
  name: string
  begins: number
  live(scene: Scene): AsyncGenerator<number, void, void>
}
