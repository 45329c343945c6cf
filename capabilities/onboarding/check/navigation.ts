import fs from 'node:fs'
import path from 'node:path'
import { SayingsFile, ScenesFile, type Navigation, type Saying } from '#capabilities/catalogue/contract.ts'
import { navigationOf, undertakingGaps } from '#capabilities/catalogue/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import type { PackFlaw } from './flaw.ts'
import type { PackFileText } from './pack-file.ts'

const SCENES = 'scenes.json'
const SAYINGS = 'sayings.json'

type Read = <T>(file: string, schema: object) => { value?: T; text: PackFileText }

/** Scenes and undertakings of all packs with what this one has of its own, and what people of the area say. */
export function readNavigation(folder: string, read: Read): { navigation: Navigation; problems: PackFlaw[] } {
  const own = (name: string) => fs.existsSync(path.join(folder, name))
  const base = read<ScenesFile>(path.relative(folder, path.join(packFolder('base'), SCENES)), ScenesFile)
  const scenes = own(SCENES) ? read<ScenesFile>(SCENES, ScenesFile) : undefined
  const sayings = own(SAYINGS) ? read<Saying[]>(SAYINGS, SayingsFile) : undefined
  return {
    navigation: navigationOf(base.value ?? {}, scenes?.value, sayings?.value),
    problems: [
      ...(base.value ? [...twice(base.value, base.text), ...unwritten(base.value, base.text)] : []),
      ...(scenes?.value
        ? [
            ...twice(scenes.value, scenes.text),
            ...unwritten(scenes.value, scenes.text),
            ...leftOutInVain(base.value, scenes.value, scenes.text),
          ]
        : []),
    ],
  }
}

/** The second of two with one key would never be seen. */
function twice(file: ScenesFile, text: PackFileText): PackFlaw[] {
  return (['scenes', 'undertakings'] as const).flatMap((list) => {
    const keys = (file[list] ?? []).map(({ key }) => key)
    return keys.flatMap((key, at) =>
      keys.indexOf(key) === at
        ? []
        : [
            {
              file: text.file,
              line: text.lineOf(`/${list}/${at}/key`),
              what: `${key} 写了两遍`,
              remedy: '留下一个，另一个换个 key 或者删去',
            },
          ],
    )
  })
}

/** Without a guide nobody knows what to bring, without a procedure nobody knows whose turn it is: neither is published. */
function unwritten({ undertakings = [] }: ScenesFile, text: PackFileText): PackFlaw[] {
  return undertakings.flatMap((undertaking, at) =>
    undertakingGaps(undertaking).map((gap) => ({
      file: text.file,
      line: text.lineOf(`/undertakings/${at}`),
      what: `一件事“${undertaking.title}”不能发布：${gap}`,
      remedy: '补写 guide（适合谁、办成什么）和每一步的 procedure（谁办、怎么办、怎么交接）',
    })),
  )
}

/** Whoever leaves out what is not there has misspelt it. */
function leftOutInVain(base: ScenesFile = {}, own: ScenesFile, text: PackFileText): PackFlaw[] {
  const known = [...(base.scenes ?? []), ...(base.undertakings ?? [])].map(({ key }) => key)
  return (own.leaveOut ?? []).flatMap((key, at) =>
    known.includes(key)
      ? []
      : [
          {
            file: text.file,
            line: text.lineOf(`/leaveOut/${at}`),
            what: `packs/base/${SCENES} 里没有 ${key}`,
            remedy: '核对 key 的拼写，或者删去这一行',
          },
        ],
  )
}
